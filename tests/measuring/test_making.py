"""A run is made once, of what it says it is made of; what was recorded is replayed, and what was lost is no brief."""

import asyncio
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fault_server import RESET, Act, FaultServer, answer, error
from ferry_case import make

from summarizer.errors import StoreError, UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.cases.reading import read as read_case
from summarizer.evals.runs.nouns import Run
from summarizer.measuring import again, engines, identity, make_run
from summarizer.models.metering import Meter
from summarizer.models.protocol import Request
from summarizer.models.replay import RecordingModel, ReplayModel
from summarizer.models.scripted import ScriptedModel
from summarizer.settings import Settings

NOTHING = answer('{"claims": [], "sentences": []}')
QUESTION = Request(
    prompt="extract",
    prompt_sha256="ab" * 32,
    system="You answer.",
    user="Forty people marched in Oslo.",
    schema_name="fact",
    schema={},
    max_tokens=80,
)
KEY = "sk-a-key-that-must-not-be-written"


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    return [make(tmp_path / "cases", "ferry"), make(tmp_path / "cases", "pier")]


@pytest.fixture
def settings(fault_server: FaultServer) -> Settings:
    fault_server.play(NOTHING)
    return Settings(model="m-1", base_url=fault_server.base_url)


def ids(run: Run) -> list[str | None]:
    return [entry.brief.id if entry.brief else None for entry in run.entries]


def mark(run: Run, name: str = "ferry.json") -> Path:
    """Changes the title of a brief in its file, so that it shows whether it was made again."""
    path = run.path / name
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"title": "marked"}), "utf-8")
    return path


def marked(run: Run) -> list[str]:
    return [entry.case.id for entry in run.entries if entry.brief and entry.brief.title == "marked"]


def test_a_brief_of_each_case(tmp_path: Path, cases: list[Case]) -> None:
    run = make_run(cases, Settings(question="Who?", words=900), tmp_path / "run", label="now")
    assert (run.label, run.repeats, run.unmeasured) == ("now", 1, ())
    assert run.made_by["writer"] == "extractive"
    assert str(tmp_path) not in json.dumps(dict(run.made_by))
    for entry in run.entries:
        assert entry.brief
        assert entry.brief.engine
        assert entry.brief.engine.settings["words"] == entry.case.words
        assert entry.brief.question is None
        assert {s.sha256 for s in entry.brief.sources} == {s.sha256 for s in entry.case.sources if s.relevant}
    assert run.cost.live.calls == run.cost.cached.calls == 0
    assert run.cost.live.cost_usd == 0


def test_what_is_there_is_not_made_again(tmp_path: Path, cases: list[Case]) -> None:
    folder = tmp_path / "run"
    mark(make_run(cases, Settings(), folder))
    assert marked(make_run(cases, Settings(), folder)) == ["ferry"]
    assert marked(make_run(cases, Settings(), folder, fresh=True)) == []


def _other_source(cases: list[Case], _patch: pytest.MonkeyPatch) -> dict[str, Any]:
    path = cases[0].folder / "bridge.txt"
    before = cases[0].source["bridge.txt"].sha256
    path.write_text("The bridge is shut.\n", "utf-8")
    yaml = cases[0].path.read_text("utf-8")
    cases[0].path.write_text(yaml.replace(before, sha256(path.read_bytes()).hexdigest()), "utf-8")
    cases[0] = read_case(cases[0].path)
    return {}


def _other_length(cases: list[Case], _patch: pytest.MonkeyPatch) -> dict[str, Any]:
    cases[0] = replace(cases[0], words=20)
    return {}


def _other_code(_cases: list[Case], patch: pytest.MonkeyPatch) -> dict[str, Any]:
    patch.setattr(identity, "fingerprint", lambda: "other")
    return {}


CHANGES: list[Callable[[list[Case], pytest.MonkeyPatch], dict[str, Any]]] = [
    _other_source,
    _other_length,
    _other_code,
    lambda _cases, _patch: {"strict_event": True},
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_would_come_out_otherwise_is_made_again(
    tmp_path: Path, cases: list[Case], monkeypatch: pytest.MonkeyPatch, change: Callable[..., dict[str, Any]]
) -> None:
    folder = tmp_path / "run"
    mark(make_run(cases, Settings(), folder))
    assert marked(make_run(cases, Settings(**change(cases, monkeypatch)), folder)) == []


def test_the_code_that_makes_a_brief_is_part_of_its_key() -> None:
    assert identity.fingerprint() == identity.fingerprint()
    assert len(identity.fingerprint()) == 16


def test_some_cases_made_otherwise_are_no_run(tmp_path: Path, cases: list[Case]) -> None:
    folder = tmp_path / "run"
    make_run(cases, Settings(), folder)
    make_run(cases[:1], Settings(), folder, fresh=True)
    with pytest.raises(UsageError, match=r"has briefs of pier that differ in settings"):
        make_run(cases[:1], Settings(strict_event=True), folder)
    with pytest.raises(UsageError, match=r"has briefs of pier that differ in repeats"):
        make_run(cases[:1], Settings(), folder, repeats=2)


@pytest.mark.parametrize("user", ["", "me:pass-word@"])
def test_a_recorded_run_is_replayed_without_its_server(
    tmp_path: Path,
    cases: list[Case],
    settings: Settings,
    fault_server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    user: str,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    tape = tmp_path / "tape"
    live = replace(settings, base_url=fault_server.base_url.replace("//", f"//{user}"))
    recorded = make_run(cases, live, tmp_path / "a", record=tape, repeats=2)
    asked = len(fault_server.requests)
    monkeypatch.delenv("OPENAI_API_KEY")

    replayed = make_run(cases, Settings(), tmp_path / "b", replay=tape, repeats=2)
    assert recorded.unmeasured == replayed.unmeasured == ()
    assert ids(recorded) == ids(replayed)
    assert None not in ids(replayed)
    assert len(fault_server.requests) == asked == recorded.cost.live.calls == replayed.cost.cached.calls
    assert (recorded.cost.cached.calls, replayed.cost.live.calls) == (0, 0)
    assert recorded.cost.live.prompt_tokens == replayed.cost.cached.prompt_tokens > 0
    assert replayed.made_by["model"] == "m-1"

    scheme, _, sent = fault_server.headers[0]["authorization"].partition(" ")
    assert scheme == ("Basic" if user else "Bearer")
    assert user or sent == KEY
    written = "".join(path.read_text("utf-8") for path in tape.rglob("*.json"))
    port = fault_server.base_url.rpartition(":")[2].partition("/")[0]
    assert [word for word in (KEY, sent, "pass-word", "127.0.0.1", f":{port}", str(tmp_path)) if word in written] == []
    assert sorted(path.name for path in tape.iterdir()) == ["ferry", "pier"]


def test_a_recording_that_was_broken_off_goes_on(
    tmp_path: Path, cases: list[Case], settings: Settings, fault_server: FaultServer
) -> None:
    tape = tmp_path / "tape"
    make_run(cases[:1], settings, tmp_path / "run", record=tape)
    asked = len(fault_server.requests)
    run = make_run(cases, settings, tmp_path / "run", record=tape)
    assert [entry.cost.live.calls for entry in run.entries] == [0, asked]
    assert [entry.cost.cached.calls for entry in run.entries] == [asked, 0]


def test_recordings_that_nothing_asks_for_fail_a_replay(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    tape = tmp_path / "tape"
    make_run(cases, settings, tmp_path / "a", record=tape)
    unasked = next((tape / "pier").iterdir())
    shutil.copy(unasked, tape / "ferry")  # the same event, so that the ferry has it too
    other = json.loads(unasked.read_text("utf-8"))
    model = RecordingModel(ScriptedModel([{}], "m-1"), tape / "ferry")
    asyncio.run(model.answer(Request(**other["request"] | {"user": "Something that nobody asks."})))
    run = make_run(cases, Settings(), tmp_path / "b", replay=tape)
    [fault] = run.unmeasured
    assert fault.startswith(f"{tape / 'ferry'}/{next(iter(model.asked))}.json: nothing asks for this recording")
    assert None not in ids(run)

    make_run(cases, settings, tmp_path / "c", record=tape)
    assert make_run(cases, Settings(), tmp_path / "d", replay=tape).unmeasured == ()


def test_what_no_replay_would_read_is_named(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    tape = tmp_path / "tape"
    make_run(cases, settings, tmp_path / "a", record=tape)
    for name in ("README.md", "ferry/.hidden"):
        (tape / name).write_text("what these are", "utf-8")
    assert engines.strays(tape, cases) == ()
    assert engines.strays(tape, cases[:1]) == (f"{tape / 'pier'}: recordings of no case",)
    (tape / "ferry" / "sub").mkdir()
    for name in ("x.json", "ferry/note.txt", "ferry/sub/y.json"):
        (tape / name).write_text("{}", "utf-8")
    assert engines.strays(tape, cases) == (
        f"{tape / 'ferry' / 'note.txt'}: no recording, in a folder of recordings",
        f"{tape / 'ferry' / 'sub'}: no recording, in a folder of recordings",
        f"{tape / 'x.json'}: a recording in no case's folder",
    )


def test_recordings_that_nobody_replays_are_named(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    tape = tmp_path / "tape"
    make_run(cases, settings, tmp_path / "a", record=tape, repeats=2)
    assert engines.unreplayed(tape, {"m-1": 2}) == engines.unreplayed(tmp_path / "none", {}) == ()
    assert engines.unreplayed(tape, {}) == (f"{tape}: recordings of m-1, which no engine of the baseline replays",)
    assert engines.unreplayed(tape, {"m-1": 1}) == (f"{tape}: recordings of m-1, repeat 1, which nobody replays",)
    (tape / "ferry" / "none.json").write_text("[]", "utf-8")
    assert "an unknown model" in engines.unreplayed(tape, {"m-1": 2})[0]


def test_a_recording_that_was_changed_is_no_answer(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    tape = tmp_path / "tape"
    make_run(cases, settings, tmp_path / "a", record=tape)
    changed = next((tape / "ferry").iterdir())
    changed.write_text(changed.read_text("utf-8").replace('"claims": []', '"claims": [1]'), "utf-8")
    [entry] = make_run(cases, Settings(), tmp_path / "b", replay=tape).errors
    assert entry.case.id == "ferry"
    assert entry.error.startswith(f"{changed}: is not a whole recording, or was changed")


OBSTACLES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"answers": "replayed", "model": "m-1"}, ""),
    ({"answers": "replayed"}, "whose answers"),
    ({"answers": "live"}, "only who made its briefs"),
    ({"answers": None}, "only who made its briefs"),
    ({"settings": None}, "with which settings"),
    ({"settings": {"strict_event": None}}, "with which settings"),
    ({"judge": {"model": "j-1"}}, "a judge took part"),
]


@pytest.mark.parametrize(("change", "reason"), OBSTACLES)
def test_what_keeps_an_engine_from_being_run_again(change: dict[str, Any], reason: str) -> None:
    maker = identity.made_by(Settings(), "none", None)
    found = again.obstacle(maker | change)
    assert reason in found if reason else found == ""


def test_a_setting_that_the_program_does_not_know_is_a_usage_error(tmp_path: Path, cases: list[Case]) -> None:
    maker = identity.made_by(Settings(), "none", None) | {"settings": {"strict_event": "x", "chunk_tokens": "y"}}
    with pytest.raises(UsageError):
        again.run_again("x", maker, 1, cases, tmp_path / "run", tmp_path)


def test_a_case_without_recordings_stops_no_other(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    tape = tmp_path / "tape"
    make_run(cases, settings, tmp_path / "a", record=tape)
    shutil.rmtree(tape / "ferry")
    next((tape / "pier").iterdir()).unlink()
    run = make_run([*cases], Settings(), tmp_path / "b", replay=tape)
    ferry, pier = run.errors
    assert "has no recording of m-1" in ferry.error
    assert "no answer to this" in pier.error
    assert list((tmp_path / "b").glob("*.json")) == [tmp_path / "b" / "run.json"]


SPOILT = [answer('{"claims": '), answer('{"a": 1}', "length"), answer(None, refusal="I can't help")]


@pytest.mark.parametrize("act", SPOILT)
def test_what_the_model_spoilt_is_replayed_as_it_was(
    tmp_path: Path, cases: list[Case], settings: Settings, fault_server: FaultServer, act: Act
) -> None:
    fault_server.play(act)
    recorded = make_run(cases[:1], settings, tmp_path / "a", record=tmp_path / "tape")
    replayed = make_run(cases[:1], Settings(), tmp_path / "b", replay=tmp_path / "tape")
    assert ids(recorded) == ids(replayed)
    [entry] = replayed.entries
    assert entry.brief
    assert entry.brief.usage.failed_calls == entry.brief.usage.cached_calls == entry.cost.cached.failed_calls > 0
    assert entry.brief.warnings


@pytest.mark.parametrize("act", [error(500, "boom"), error(429, "slow"), RESET])
@pytest.mark.parametrize("record", [True, False])
def test_a_call_that_was_lost_measures_nothing(
    tmp_path: Path, cases: list[Case], settings: Settings, fault_server: FaultServer, act: Act, record: bool
) -> None:
    fault_server.play(*[act] * 3, NOTHING)  # the client tries three times
    tape = tmp_path / "tape" if record else None
    one_by_one = replace(settings, concurrency=1)
    run = make_run(cases, one_by_one, tmp_path / "run", record=tape)
    [lost] = run.errors
    assert lost.case.id == "ferry"
    assert lost.error.startswith("a call got no answer: model m-1: ")
    again = make_run(cases, one_by_one, tmp_path / "run", record=tape)
    assert again.unmeasured == ()
    if tape:
        assert ids(make_run(cases, Settings(), tmp_path / "b", replay=tape)) == ids(again)


def test_where_no_call_can_succeed_the_rest_is_not_tried(
    tmp_path: Path, cases: list[Case], settings: Settings, fault_server: FaultServer
) -> None:
    fault_server.play(error(401, "no"))
    run = make_run(cases, replace(settings, concurrency=1), tmp_path / "run")
    first, second = (entry.error for entry in run.errors)
    assert "key was refused" in first
    assert second == f"not tried: {first}"
    assert len(fault_server.requests) == 1


def test_a_secret_stops_the_recording(tmp_path: Path, cases: list[Case], settings: Settings, monkeypatch: Any) -> None:
    monkeypatch.setenv("MY_API_KEY", "Ane Lund, said")  # as it stands in an article
    with pytest.raises(StoreError, match="MY_API_KEY"):
        make_run(cases, settings, tmp_path / "run", record=tmp_path / "tape")
    assert "Ane Lund" not in "".join(path.read_text("utf-8") for path in (tmp_path / "tape").rglob("*.json"))


def test_a_judge_is_recorded_beside_the_writer(tmp_path: Path, cases: list[Case], settings: Settings) -> None:
    judged = replace(settings, judge_model="j-1", writer="model")
    recorded = make_run(cases[:1], judged, tmp_path / "a", record=tmp_path / "tape")
    offline = Settings(judge_model="j-1")
    replayed = make_run(cases[:1], offline, tmp_path / "b", replay=tmp_path / "tape")
    assert replayed.unmeasured == ()
    assert ids(recorded) == ids(replayed)
    assert replayed.made_by["judge"]["model"] == "j-1"


MISUSE: list[tuple[Settings, dict[str, str], str]] = [
    (Settings(), {"record": "tape"}, "--record: the extractive engine asks no model"),
    (Settings(writer="extractive"), {"replay": "tape"}, "--replay: the extractive engine asks no model"),
    (Settings(), {"replay": "none"}, "no such folder of recordings"),
    (Settings(), {"replay": "empty"}, "holds no recordings"),
    (Settings(), {"replay": "two"}, "has recordings of a, b; name one of them with --model"),
    (Settings(writer="model"), {}, "no model is named"),
    (Settings(model="m", prompts=Path("none")), {}, "no such folder of prompts"),
]


@pytest.mark.parametrize(("settings", "tapes", "reason"), MISUSE)
def test_what_cannot_be_used(
    tmp_path: Path, cases: list[Case], settings: Settings, tapes: dict[str, str], reason: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "two" / "ferry").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "two" / "ferry" / f"{name}.json").write_text(json.dumps({"model": name}), "utf-8")
    folders: dict[str, Any] = {option: tmp_path / folder for option, folder in tapes.items()}
    with pytest.raises(UsageError) as caught:
        make_run(cases, settings, tmp_path / "run", **folders)
    assert reason in str(caught.value)
    assert not (tmp_path / "run").exists()


def test_what_was_paid_is_told_from_what_was_recorded(tmp_path: Path) -> None:
    live = ScriptedModel([{"n": 1}], "gpt-4o-mini")
    live.endpoint = "https://api.openai.com/v1"
    for paid in (True, False):
        meter = Meter(RecordingModel(live, tmp_path) if paid else ReplayModel(tmp_path))
        asyncio.run(meter.answer(QUESTION))
        used, unused = (meter.live, meter.cached) if paid else (meter.cached, meter.live)
        assert used.calls == 1
        assert used.prompt_tokens > 0
        assert used.cost_usd
        assert (unused.calls, unused.prompt_tokens, unused.cost_usd) == (0, 0, 0.0)
