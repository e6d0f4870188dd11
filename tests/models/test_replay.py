"""Record once from a model, replay for ever without one."""

import asyncio
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ModelError, ModelUnavailable, StoreError, UsageError
from summarizer.models.caller import Caller
from summarizer.models.openai import OpenAIModel
from summarizer.models.protocol import Model, Reply, Request
from summarizer.models.replay import RecordingModel, ReplayModel
from summarizer.models.scripted import ScriptedModel

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"place": {"type": "string", "maxLength": 40}, "number": {"type": "integer"}},
    "required": ["place", "number"],
    "additionalProperties": False,
}
REQUEST = Request(
    prompt="extract",
    prompt_sha256="ab" * 32,
    system="You answer.\nIn JSON.",
    user="1: Forty people marched in Oslo.\n2: \ud800 “Enough”, they said.",
    schema_name="fact",
    schema=SCHEMA,
    max_tokens=80,
)
PLAIN = replace(REQUEST, user="Forty people marched in Oslo.")


def ask(model: Model, request: Request = PLAIN) -> Reply:
    return asyncio.run(model.answer(request))


def test_what_is_recorded_is_replayed(tmp_path: Path) -> None:
    spoken = ask(RecordingModel(ScriptedModel([{"place": "Oslo", "number": 40}], "m-1"), tmp_path / "new"), REQUEST)
    replayed = ReplayModel(tmp_path / "new")
    assert replayed.name == "m-1"
    assert ask(replayed, REQUEST) == replace(spoken, cached=True)


def test_a_real_model_is_replayed(tmp_path: Path, model_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-a-key-that-must-not-be-written")
    requests = [PLAIN, replace(PLAIN, user="Nine ships left Bergen.")]
    with Caller(RecordingModel(OpenAIModel("any", model_server.replace("//", "//me:pass@")), tmp_path)) as caller:
        spoken = caller.all(requests)
    assert caller.usage.calls == 2
    written = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "sk-a-key" not in written
    assert "pass@" not in written
    with Caller(ReplayModel(tmp_path)) as caller:
        replayed = caller.all(requests)
    assert [replace(r, cached=True) for r in spoken if isinstance(r, Reply)] == replayed
    assert (caller.usage.calls, caller.usage.cached_calls, caller.usage.prompt_tokens) == (0, 2, 0)
    assert caller.model.endpoint == model_server


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"user": "Forty people marched in Bergen."}, "differs in user"),
    ({"system": "You answer.\nIn XML."}, "differs in system (line 2)"),
    ({"system": "You answer.\nIn JSON.\nNow."}, "differs in system (line 3)"),
    ({"prompt_sha256": "cd" * 32, "temperature": 1.0}, "differs in prompt_sha256, temperature"),
    ({"schema": {**SCHEMA, "properties": dict(reversed(SCHEMA["properties"].items()))}}, "differs in schema"),
    ({"prompt": "repair"}, "no answer to this 'repair' request"),
]


@pytest.mark.parametrize(("change", "reason"), CHANGES)
def test_a_miss_says_what_differs(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    model = ScriptedModel(lambda _: {})
    ask(RecordingModel(model, tmp_path))
    ask(RecordingModel(model, tmp_path), replace(PLAIN, prompt="compose", user="Something else", max_tokens=1))
    with pytest.raises(ModelUnavailable) as caught:
        ask(ReplayModel(tmp_path), replace(PLAIN, **change))
    assert reason in caught.value.reason
    assert f"the nearest, {PLAIN.key('scripted')[:12]}," in caught.value.reason


def test_the_key_is_of_everything() -> None:
    keys = {PLAIN.key("m"), PLAIN.key("other"), *(replace(PLAIN, **change).key("m") for change, _ in CHANGES)}
    assert len(keys) == 2 + len(CHANGES)
    assert replace(PLAIN, schema=dict(SCHEMA)).key("m") == PLAIN.key("m")
    assert REQUEST.key("m")  # half of a character is no obstacle


def test_a_failed_call_is_not_recorded(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        ask(RecordingModel(ScriptedModel([ModelError("m", "no", "none")]), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_several_models_in_one_folder(tmp_path: Path) -> None:
    for name in ("a", "b"):
        ask(RecordingModel(ScriptedModel([{"by": name}], name), tmp_path))
    assert ask(ReplayModel(tmp_path, "b")).content == {"by": "b"}
    with pytest.raises(UsageError, match="has recordings of a, b; name one of them"):
        ReplayModel(tmp_path)
    with pytest.raises(UsageError, match="has no recording of c"):
        ReplayModel(tmp_path, "c")


def test_a_folder_without_recordings(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no recording of any model; record one first"):
        ReplayModel(tmp_path / "none")


DAMAGE = [
    ("cut", lambda text: text[: len(text) // 2]),
    ("another answer", lambda text: text.replace('"content": {}', '"content": []')),
    ("another request", lambda text: text.replace("Forty", "Fifty")),
    ("another format", lambda text: text.replace("recording/1", "recording/9")),
    ("not an object", lambda _: "[]"),
]


@pytest.mark.parametrize("damage", [damage for _, damage in DAMAGE], ids=[name for name, _ in DAMAGE])
def test_a_damaged_recording_is_named(tmp_path: Path, damage: Any) -> None:
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    (path,) = tmp_path.iterdir()
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    with pytest.raises(UsageError, match=f"{path.name}: is not a whole recording"):
        ReplayModel(tmp_path)


def test_a_recording_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_recording_can_be_read_by_a_person(tmp_path: Path) -> None:
    ask(RecordingModel(ScriptedModel([{"place": "Ålesund", "number": 1}]), tmp_path))
    text = next(tmp_path.iterdir()).read_text("utf-8")
    assert "Ålesund" in text
    assert json.loads(text)["request"]["user"] == PLAIN.user


def test_a_script_that_runs_out() -> None:
    model = ScriptedModel([{}])
    ask(model)
    with pytest.raises(ModelUnavailable, match="its 1 answers are used up"):
        ask(model)
    assert model.requests == [PLAIN, PLAIN]
