"""Record once from a model, replay for ever without one."""

import asyncio
import json
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from network_guard import NetworkTouched

from summarizer.errors import ModelError, ModelUnavailable, StoreError, Unusable, UsageError
from summarizer.models import recordings
from summarizer.models.caller import Caller
from summarizer.models.openai import OpenAIModel
from summarizer.models.protocol import Model, Reply, Request
from summarizer.models.recordings import neutral
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
    assert caller.model.endpoint == "http://localhost/v1"  # its port is of that day and that machine


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


def test_a_call_that_the_server_spoilt_is_not_recorded(tmp_path: Path) -> None:
    model = RecordingModel(ScriptedModel([ModelError("m", "no", "none")]), tmp_path)
    with pytest.raises(ModelError):
        ask(model)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_the_model_spoilt_is_replayed_as_that(tmp_path: Path) -> None:
    spoilt = Unusable("model m", "the answer was cut at its length limit", "lower --chunk-tokens")
    recording = RecordingModel(ScriptedModel([spoilt, {"number": 1}], "m"), tmp_path)
    with Caller(recording, concurrency=1) as caller:
        recorded = caller.all([PLAIN, REQUEST])
    assert (caller.usage.calls, caller.usage.failed_calls, caller.usage.cached_calls) == (2, 1, 0)
    with Caller(ReplayModel(tmp_path)) as caller:
        replayed = caller.all([PLAIN, REQUEST])
    assert [str(a) for a in (recorded[0], replayed[0])] == [str(spoilt)] * 2
    assert (caller.usage.calls, caller.usage.failed_calls, caller.usage.cached_calls) == (0, 1, 2)


def test_each_repeat_has_an_answer_of_its_own(tmp_path: Path) -> None:
    model = ScriptedModel([{"n": 0}, {"n": 1}])
    for repeat in (0, 1):
        ask(RecordingModel(model, tmp_path, repeat))
    assert [ask(ReplayModel(tmp_path, repeat=repeat)).content for repeat in (0, 1)] == [{"n": 0}, {"n": 1}]
    with pytest.raises(UsageError, match="has no recording of scripted, repeat 2"):
        ReplayModel(tmp_path, repeat=2)


def test_what_is_recorded_is_not_asked_again_unless_told_to(tmp_path: Path) -> None:
    model = ScriptedModel([{"n": 1}, {"n": 2}])
    first, again = (ask(RecordingModel(model, tmp_path)) for _ in range(2))
    assert (first.content, first.cached, again.content, again.cached) == ({"n": 1}, False, {"n": 1}, True)
    assert ask(RecordingModel(model, tmp_path, afresh=True)).content == {"n": 2}
    assert ask(ReplayModel(tmp_path)).content == {"n": 2}


def test_recordings_that_nobody_asks_for_are_named(tmp_path: Path) -> None:
    other = replace(PLAIN, user="Nine ships left Bergen.")
    model = ScriptedModel([{}] * 3)
    for request, repeat in ((PLAIN, 0), (other, 0), (other, 1)):
        ask(RecordingModel(model, tmp_path, repeat), request)
    replayed = ReplayModel(tmp_path)
    ask(replayed)
    unasked = tmp_path / f"{other.key('scripted')}.json"
    assert replayed.unasked() == (unasked,)
    recording = RecordingModel(model, tmp_path)
    ask(recording)
    assert recording.unasked() == (unasked,)


SECRET = "sk-live-0123456789"
SECRETS: list[tuple[dict[str, str], dict[str, str], str, str]] = [
    ({"OPENAI_API_KEY": SECRET}, {}, SECRET, "OPENAI_API_KEY"),
    ({"MY_TOKEN": SECRET}, {}, SECRET, "MY_TOKEN"),
    ({"DB_PASSWORD": 'a"b\\c"d\\e'}, {}, 'a"b\\c"d\\e', "DB_PASSWORD"),
    ({"OPENAI_BASE_URL": "https://me:pass-word@a.example/v1"}, {}, "pass-word", "OPENAI_BASE_URL"),
    ({}, {"--base-url": "https://me:pass%2Fword@a.example/v1"}, "pass/word", "--base-url"),
    ({}, {"--base-url": "https://a.example/v1?code=hush-hush"}, "hush-hush", "--base-url"),
]


@pytest.mark.parametrize(("environ", "addresses", "value", "name"), SECRETS)
@pytest.mark.parametrize("where", ["asked", "answered", "refused"])
def test_a_secret_is_never_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    addresses: dict[str, str],
    value: str,
    name: str,
    where: str,
) -> None:
    for variable, given in environ.items():
        monkeypatch.setenv(variable, given)
    said: Any = {"place": f"x{value}x" if where == "answered" else "Oslo"}
    if where == "refused":
        said = Unusable("model m", f"the model refused: {value}", "try another")
    model = RecordingModel(ScriptedModel([said]), tmp_path, addresses=addresses)
    with pytest.raises(StoreError) as caught:
        ask(model, replace(PLAIN, user=value) if where == "asked" else PLAIN)
    assert list(tmp_path.iterdir()) == []
    assert name in str(caught.value)
    assert value not in str(caught.value)


def test_a_made_up_key_is_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "Oslo")
    monkeypatch.setenv("MONKEY", "Forty people")
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


ENDPOINTS = [
    (None, None),
    ("https://api.openai.com/v1", "https://api.openai.com/v1"),
    ("http://8.8.8.8:80/v1", "http://8.8.8.8:80/v1"),
    ("http://127.0.0.1:40123/v1", "http://localhost/v1"),
    ("http://[::1]:40123/v1", "http://localhost/v1"),
    ("http://10.1.2.3/v1", "http://localhost/v1"),
    ("http://gpu7:8000/v1", "http://localhost/v1"),
    ("http://box.local:11434/v1", "http://localhost/v1"),
]


@pytest.mark.parametrize(("endpoint", "shown"), ENDPOINTS)
def test_no_recording_says_on_which_machine_it_was_made(endpoint: str | None, shown: str | None) -> None:
    assert neutral(endpoint) == shown


def test_two_recordings_of_one_answer_are_the_same_bytes(tmp_path: Path) -> None:
    for folder, port in (("a", 4001), ("b", 4002)):
        model = ScriptedModel([{"place": "Oslo"}])
        model.endpoint = f"http://127.0.0.1:{port}/v1"
        ask(RecordingModel(model, tmp_path / folder))
    (first,), (second,) = (list((tmp_path / folder).iterdir()) for folder in ("a", "b"))
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_a_replay_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))

    def touched(*_: object) -> None:
        raise NetworkTouched("a replay reached for a socket")

    with Caller(ReplayModel(tmp_path)) as caller:  # its loop has made its own pair of sockets by now
        for name in ("__init__", "connect", "connect_ex", "sendto"):
            monkeypatch.setattr(socket.socket, name, touched)
        monkeypatch.setattr(socket, "getaddrinfo", touched)
        [hit] = caller.all([PLAIN])
        with pytest.raises(ModelUnavailable, match="no answer to this"):
            caller.all([REQUEST])
        monkeypatch.undo()
    assert isinstance(hit, Reply)


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


def rehashed(text: str, *dropped: str, again: bool = True, **changed: Any) -> str:
    """The recording without some fields and with others changed, and the hash of that."""
    found = {name: value for name, value in (json.loads(text) | changed).items() if name not in dropped}
    return json.dumps(found | ({"sha256": recordings._sha256(found)} if again else {}))


DAMAGE: list[tuple[str, Callable[[str], str]]] = [
    ("cut", lambda text: text[: len(text) // 2]),
    ("no such answer", lambda text: text.replace('"content": {}', '"content": []')),
    ("another answer", lambda text: text.replace('"content": {}', '"content": {"n": 1}')),
    ("another end", lambda text: text.replace('"finish": "', '"finish": "x')),
    ("another endpoint", lambda text: text.replace('"endpoint": null', '"endpoint": "https://a.example"')),
    ("no endpoint", lambda text: rehashed(text, "endpoint")),
    ("no address", lambda text: rehashed(text, endpoint="http://[evil")),
    ("no hash", lambda text: rehashed(text, "sha256", again=False)),
    ("no repeat", lambda text: rehashed(text, "repeat")),
    ("an answer twice", lambda text: text.replace('"reply"', '"reply": {}, "reply"')),
    ("nested too deeply", lambda _: "[" * 200_000),
    ("another request", lambda text: text.replace("Forty", "Fifty")),
    ("another format", lambda text: text.replace("recording/1", "recording/9")),
    ("not an object", lambda _: "[]"),
    ("another repeat", lambda text: text.replace('"repeat": 0', '"repeat": 1')),
    ("no answer", lambda text: text.replace('"reply"', '"answer"')),
    ("two answers", lambda text: text.replace('"reply"', '"failure": {}, "reply"')),
]


@pytest.mark.parametrize("damage", [damage for _, damage in DAMAGE], ids=[name for name, _ in DAMAGE])
def test_a_damaged_recording_is_named(tmp_path: Path, damage: Any) -> None:
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    (path,) = tmp_path.iterdir()
    sound = path.read_text("utf-8")
    path.write_text(damage(sound), "utf-8")
    assert path.read_text("utf-8") != sound
    with pytest.raises(UsageError, match=f"{path.name}: is not a whole recording"):
        ReplayModel(tmp_path)


def test_what_was_hashed_again_is_whole(tmp_path: Path) -> None:
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    (path,) = tmp_path.iterdir()
    path.write_text(rehashed(path.read_text("utf-8"), endpoint="https://a.example"), "utf-8")
    assert ReplayModel(tmp_path).endpoint == "https://a.example"


def test_a_copy_under_another_name_is_no_recording(tmp_path: Path) -> None:
    ask(RecordingModel(ScriptedModel([{}]), tmp_path))
    (path,) = tmp_path.iterdir()
    (tmp_path / "copy.json").write_bytes(path.read_bytes())
    with pytest.raises(UsageError, match=r"copy\.json: is not a whole recording"):
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
