"""The options: each value is held to what it may be, whether it comes as text from outside or from Python."""

from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import UsageError
from summarizer.settings import Settings, load


def test_text_from_outside_becomes_what_it_stands_for() -> None:
    flags = {"words": " 120 ", "timeout": "2.5", "prompts": "mine", "model": "7", "question": None}
    given = load(flags, {"SUMMARIZER_CONCURRENCY": "4", "SUMMARIZER_WORDS": "99", "OPENAI_BASE_URL": "http://x/v1"})
    expected = Settings(words=120, timeout=2.5, prompts=Path("mine"), model="7", concurrency=4, base_url="http://x/v1")
    assert given == expected


WRONG: list[tuple[str, Any]] = [
    ("words", "many"),
    ("words", "12.5"),
    ("words", 19),
    ("words", 100_001),
    ("words", True),
    ("concurrency", 0),
    ("timeout", "0"),
    ("timeout", "nan"),
    ("timeout", "soon"),
    ("chunk_tokens", 99),
    ("writer", "magic"),
    ("writer", None),
    ("model", 3),
    ("prompts", 3),
    ("strict_event", "perhaps"),
    ("strict_event", 1),
    ("judge_model", " "),
    ("judge_base_url", 3),
    ("judge_calibration", 3),
]


@pytest.mark.parametrize(("text", "means"), [("1", True), ("yes", True), ("False", False), ("off", False)])
def test_a_switch_from_outside(text: str, means: bool) -> None:
    assert load({}, {"SUMMARIZER_STRICT_EVENT": text}).strict_event is means


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_a_setting_cannot_be_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(UsageError, match=rf"^Settings\({name}=…\): should be .+; got "):
        Settings(**{name: value})
    if value is not None:
        with pytest.raises(UsageError, match=rf"^--{name.replace('_', '-')}: should be .+; got "):
            load({name: value}, {})


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("words = 19", "c.toml: words: should be a whole number from 20 to 100,000; got 19"),
        ("words = '120'\ntimeout = 0", "c.toml: timeout: should be a number of seconds above 0; got 0"),
        ("colour = 1", "c.toml: unknown setting 'colour'; known settings are words, "),
    ],
)
def test_a_wrong_line_in_the_file_is_named(
    line: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("c.toml").write_text(line)
    with pytest.raises(UsageError) as caught:
        load({}, {}, Path("c.toml"))
    assert str(caught.value).startswith(says)
