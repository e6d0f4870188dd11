"""`summarizer eval run` as a user gives it: what it prints, where, what it keeps, and its exit code."""

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer, error
from ferry_case import make

from summarizer import pipeline
from summarizer.cli import main
from summarizer.models.protocol import Request
from summarizer.models.replay import RecordingModel
from summarizer.models.scripted import ScriptedModel
from summarizer.records import Brief
from summarizer.settings import Settings

RUN = ["eval", "run", "--cases", "cases", "--out", "out"]
OFFLINE = """
import socket, sys
from summarizer.cli import main

def reached(*_):
    sys.exit("reached for the network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = reached
code = main(sys.argv[1:])
sys.exit("openai was loaded" if "openai" in sys.modules else code)
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two cases, in which commands run."""
    monkeypatch.chdir(tmp_path)
    for name in ("ferry", "pier"):
        make(tmp_path / "cases", name)
    return tmp_path


def live(server: FaultServer) -> list[str]:
    server.play(answer('{"claims": [], "sentences": []}'))
    return [*RUN, "--model", "m-1", "--base-url", server.base_url, "--concurrency", "1"]


def test_the_default_is_every_case_by_the_extractive_engine(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*RUN, "--label", "now"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("out: 2 briefs of 2 cases by the extractive engine\n", "")
    assert sorted(path.name for path in (here / "out").iterdir()) == ["ferry.json", "pier.json", "run.json"]
    assert json.loads((here / "out" / "run.json").read_text("utf-8"))["label"] == "now"


def test_some_cases_some_times(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*RUN, "pier", "--repeat", "2"]) == 0
    assert capsys.readouterr().out == "out: 2 briefs of 1 case by the extractive engine\n"
    assert sorted(path.name for path in (here / "out").glob("p*")) == ["pier.1.json", "pier.json"]


def test_recorded_and_replayed_offline(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*live(fault_server), "--record", "tape"]) == 0
    calls = len(fault_server.requests)
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "out: 2 briefs of 2 cases by m-1"
    assert out[1] == f"live    {calls} calls, {11 * calls} tokens read, {3 * calls} written, cost unknown"
    command = [sys.executable, "-c", OFFLINE, *RUN[:-1], "again", "--replay", "tape"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=here, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].startswith(f"cached  {calls} calls, {11 * calls} tokens read")
    for name in ("ferry.json", "pier.json"):
        first, second = (Brief.from_json((here / run / name).read_text("utf-8")) for run in ("out", "again"))
        assert first.id == second.id


def test_what_is_recorded_for_nothing(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*live(fault_server), "--record", "tape"])
    stale = RecordingModel(ScriptedModel([{}], "m-1"), here / "tape" / "pier")
    request = Request(prompt="extract", prompt_sha256="", system="", user="a", schema_name="s", schema={}, max_tokens=1)
    asyncio.run(stale.answer(request))
    shutil.copytree(here / "tape" / "ferry", here / "tape" / "sunk")
    capsys.readouterr()
    assert main([*RUN, "--replay", "tape"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        f"summarizer: not measured: tape/pier/{request.key('m-1')}.json: nothing asks for this recording; "
        "delete it, or record the case again",
        "summarizer: not measured: tape/sunk: recordings of no case",
    ]
    assert main([*RUN, "--replay", "tape", "ferry"]) == 0
    capsys.readouterr()
    assert main([*live(fault_server), "--record", "tape"]) == 0
    assert "1 taken out of tape that nothing asks for any more" in capsys.readouterr().err
    shutil.rmtree(here / "tape" / "sunk")
    assert main([*RUN, "--replay", "tape"]) == 0


def test_what_could_not_be_measured_is_named(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = live(fault_server)
    fault_server.play(error(401, "no"))
    assert main(arguments) == 3
    out, err = capsys.readouterr()
    assert out.startswith("out: 0 briefs of 2 cases by m-1\n")
    first, second = err.splitlines()
    assert first.startswith("summarizer: not measured: ferry, repeat 0: model m-1: the key was refused")
    assert second.startswith("summarizer: not measured: pier, repeat 0: not tried: model m-1: the key was refused")
    shutil.rmtree(here / "out")
    (here / "tape" / "ferry").mkdir(parents=True)
    assert main([*RUN, "--replay", "tape", "--model", "m-1"]) == 3
    assert capsys.readouterr().err.count("has no recording of m-1") == 2


def test_an_interrupted_run_goes_on(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summarize = pipeline.summarize
    made: list[object] = []

    def once(paths: pipeline.Paths, settings: Settings, **named: Any) -> Brief:
        if made:
            raise KeyboardInterrupt
        made.append(paths)
        return summarize(paths, settings, **named)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "summarize", once)
        assert main(RUN) == 130
    assert capsys.readouterr().err == (
        "summarizer: interrupted: what is done is kept in out; run the same command again to go on\n"
    )
    first = (here / "out" / "ferry.json").read_bytes()
    assert not (here / "out" / "pier.json").exists()
    assert main(RUN) == 0
    assert (here / "out" / "ferry.json").read_bytes() == first
    assert (here / "out" / "pier.json").exists()


BAD = [
    (["nowhere"], "nowhere: no case has this id; the cases are ferry, pier"),
    (["--cases", "none"], "none: no such file or folder"),
    (["--record", "tape"], "--record: the extractive engine asks no model"),
    (["--replay", "tape"], "tape: no such folder of recordings"),
    (["--replay", "a", "--record", "b"], "not allowed with argument"),
    (["--repeat", "0"], "0 is not between 1 and 100"),
    (["--repeat", "two"], "two is not between 1 and 100"),
    (["--engine", "model"], "no model is named"),
    (["--engine", "magic"], "invalid choice"),
    (["--model", "gpt-5-mini"], "there is no API key; set OPENAI_API_KEY"),
    (["--model", "m", "--base-url", "ftp://x"], "--base-url: not an http address"),
    (["--timeout", "-1"], "--timeout: should be a number of seconds above 0"),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("arguments", "reason"), BAD)
def test_what_is_refused(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main([*RUN, *arguments])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    out, err = capsys.readouterr()
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert reason in err
