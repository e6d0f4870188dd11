"""The commands end to end on small cases: bless, gate, compare; and a gate that goes red when the harness is broken."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from fault_server import FaultServer, answer
from ferry_case import make

from summarizer.cli import main
from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing import baseline
from summarizer.evals.scoring import metrics
from summarizer.evals.scoring.nouns import Metric, Score, Subject
from summarizer.measuring import make_run
from summarizer.settings import Settings

Words = pytest.CaptureFixture[str]


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    return [make(tmp_path / "cases", "ferry"), make(tmp_path / "cases", "pier")]


@pytest.fixture
def home(tmp_path: Path, cases: list[Case], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with cases/, a run of them in now/, and the baseline that was blessed of it."""
    monkeypatch.chdir(tmp_path)
    make_run(cases, Settings(strict_event=True), tmp_path / "now", label="extractive")
    assert _bless("now") == 0
    return tmp_path


BLESSING = ["--cases", "cases", "--baseline", "b.json", "--reason", "as it is", "--by", "Ada"]


def _bless(run: str, *more: str) -> int:
    return main(["eval", "bless", run, *BLESSING, *more])


def _gate(*runs: str) -> int:
    return main(["eval", "gate", *runs, "--cases", "cases", "--baseline", "b.json"])


def _cut(run: Path) -> Path:
    """Takes all but the last sentence out of the brief of the ferry."""
    path = run / "ferry.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["sentences"], data["disagreements"] = data["sentences"][-1:], []
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_what_was_blessed_passes(home: Path, capsys: Words) -> None:
    capsys.readouterr()
    assert _gate("now") == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(" passed, 0 failed, 0 could not be measured")
    (blessing,) = baseline.read(home / "b.json").blessings
    assert (blessing.by, blessing.reason, blessing.engine) == ("Ada", "as it is", "extractive")


def test_with_no_run_the_engines_of_the_baseline_are_run_again(home: Path, capsys: Words) -> None:
    shutil.rmtree(home / "now")
    assert _gate() == 0
    assert "extractive: 2 cases" in capsys.readouterr().out


def test_a_lost_fact_fails_with_its_line_and_the_baseline_stays(home: Path, capsys: Words) -> None:
    blessed = (home / "b.json").read_bytes()
    _cut(home / "now")
    assert _gate("now") == 1
    out = capsys.readouterr().out
    assert "ferry/case.yaml:10: lost fact: must-fact f1 is no longer cited: “The ferry struck the pier.”" in out
    assert (home / "b.json").read_bytes() == blessed


def test_only_a_blessing_changes_the_baseline_and_it_says_what(home: Path, capsys: Words) -> None:
    blessed = (home / "b.json").read_bytes()
    _cut(home / "now")
    capsys.readouterr()
    assert _bless("now", "--dry-run") == 0
    assert "extractive: ferry: f1 is no longer cited" in capsys.readouterr().out
    assert (home / "b.json").read_bytes() == blessed
    assert _bless("now") == 0
    assert _gate("now") == 0
    assert len(baseline.read(home / "b.json").blessings) == 2


def test_blessing_the_same_again_adds_nothing(home: Path, capsys: Words) -> None:
    blessed = (home / "b.json").read_bytes()
    capsys.readouterr()
    assert _bless("now") == 0
    assert capsys.readouterr().out == "extractive: nothing changes\n"
    assert (home / "b.json").read_bytes() == blessed


def test_a_run_that_lacks_a_brief_is_not_blessed_and_does_not_pass(home: Path) -> None:
    blessed = (home / "b.json").read_bytes()
    (home / "now" / "pier.json").unlink()
    assert _bless("now") == 3
    assert (home / "b.json").read_bytes() == blessed
    assert _gate("now") == 3


def test_what_breaks_an_invariant_never_passes_blessed_or_not(home: Path, capsys: Words) -> None:
    path = _cut(home / "now")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["sentences"][0]["citations"] = []
    path.write_text(json.dumps(data), encoding="utf-8")
    assert _bless("now") == 1
    assert "broken: ferry: cited" in capsys.readouterr().err
    assert _gate("now") == 1


@pytest.mark.parametrize(("reason", "code"), [(" \n", 2), ("two\nlines", 0)])
def test_a_blessing_has_a_reason_on_one_line(home: Path, reason: str, code: int) -> None:
    (home / "b.json").unlink()
    given = ["--cases", "cases", "--baseline", "b.json", "--by", "Ada"]
    assert main(["eval", "bless", "now", *given, "--reason", reason]) == code
    if not code:
        assert baseline.read(home / "b.json").blessings[0].reason == "two lines"


def test_emptied_cases_could_not_be_measured(home: Path) -> None:
    shutil.rmtree(home / "cases")
    assert _gate("now") == 2  # a wrong path is the caller's mistake
    (home / "cases").mkdir()
    assert _gate("now") == 3
    assert _gate() == 3
    assert _bless("now") == 3


def test_one_case_taken_away_could_not_be_measured(home: Path) -> None:
    shutil.rmtree(home / "cases" / "pier")
    assert _gate("now") == 3
    assert _gate() == 3


@pytest.mark.usefixtures("home")
def test_a_scorer_that_is_always_1_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def one(metric: Metric, _: Subject) -> Score:
        return Score(metric=metric.name, value=1.0)

    monkeypatch.setattr(metrics, "_measured", one)
    assert _gate("now") == 1
    assert _gate() == 1


def test_an_engine_whose_model_would_have_to_be_asked_is_named(home: Path, capsys: Words) -> None:
    path = home / "b.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["engines"]["extractive"]["made_by"]["answers"] = "live"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert _gate() == 3
    assert "make a run, and name it" in capsys.readouterr().out


def _edit(home: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = home / "b.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def test_an_engine_that_is_taken_out_of_the_baseline_does_not_pass(home: Path, capsys: Words) -> None:
    shutil.copytree(home / "now", home / "mine")
    assert main(["eval", "bless", "mine", *BLESSING, "--label", "second"]) == 0
    assert _gate() == 0
    _edit(home, lambda data: data["engines"].pop("second"))
    capsys.readouterr()
    assert _gate() == 3
    assert "not measured: it was blessed, and is not among the engines" in capsys.readouterr().out
    _edit(home, lambda data: data["blessings"].pop())
    assert _gate() == 0


def test_recordings_that_no_engine_of_the_baseline_replays_do_not_pass(
    home: Path, cases: list[Case], fault_server: FaultServer, capsys: Words
) -> None:
    fault_server.play(answer('{"claims": [], "sentences": []}'))
    tape = home / "evals" / "recordings"
    make_run(cases, Settings(model="m-1", base_url=fault_server.base_url), home / "live", record=tape)
    capsys.readouterr()
    assert _gate() == 3
    assert "recordings of m-1, which no engine of the baseline replays" in capsys.readouterr().out
    make_run(cases, Settings(), home / "replayed", replay=tape, label="m-1, replayed")
    assert _bless("replayed") == 0
    assert _gate() == 0
    (tape / "x.json").write_bytes(next((tape / "ferry").iterdir()).read_bytes())
    assert _gate() == 3


def test_briefs_of_more_repeats_than_the_run_has_are_named(home: Path, capsys: Words) -> None:
    for name in ("ferry.1.json", "pier.7.md", "other.1.json", "ferry.x.json"):
        (home / "now" / name).write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert _gate("now") == 0
    err = capsys.readouterr().err
    assert "summarizer: note: now: repeats by run.json: 1; not read: ferry.1.json, pier.7.md\n" in err


def test_an_engine_of_which_the_settings_are_not_known_is_named(home: Path, capsys: Words) -> None:
    _edit(home, lambda data: data["engines"]["extractive"]["made_by"].pop("settings"))
    assert _gate() == 3
    assert "does not say with which settings" in capsys.readouterr().out


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("error", [ZeroDivisionError("\x1b[31mred"), OSError(13, "denied", "x"), RecursionError()])
@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_bug_is_no_regression(
    monkeypatch: pytest.MonkeyPatch, capsys: Words, error: Exception, debug: list[str]
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(baseline, "read", fails)
    assert main([*debug, "eval", "gate", "now", "--cases", "cases", "--baseline", "b.json"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert err.splitlines()[-1].startswith(f"summarizer: not measured: {type(error).__name__} is a bug")
    assert "\x1b" not in err


@pytest.mark.usefixtures("home")
def test_an_error_of_the_caller_keeps_its_code_with_its_traceback(capsys: Words) -> None:
    assert main(["--debug", "eval", "gate", "none", "--cases", "cases", "--baseline", "b.json"]) == 2
    assert capsys.readouterr().err.startswith("Traceback")


def test_compare_names_what_was_lost_and_ends_with_its_verdict(home: Path, capsys: Words) -> None:
    shutil.copytree(home / "now", home / "new")
    _cut(home / "new")
    capsys.readouterr()
    assert main(["eval", "compare", "now", "new", "--cases", "cases"]) == 0
    out = capsys.readouterr().out
    assert "    lost f1 (3), cited: “The ferry struck the pier.”" in out
    assert out.splitlines()[-1].startswith("verdict: ")
    assert out.splitlines()[-1].endswith("1 must-facts cited less often in these cases")
    assert out.splitlines()[-2].startswith("rule: ")


@pytest.mark.usefixtures("home")
def test_compare_as_json(capsys: Words) -> None:
    capsys.readouterr()
    assert main(["eval", "compare", "now", "now", "--cases", "cases", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["overall"]["verdict"] == "the same"
    assert data["cases"] == ["ferry", "pier"]
    assert [pair["case"] for pair in data["metrics"][0]["pairs"]] == ["ferry", "pier"]


def test_compare_of_nothing_could_not_be_measured(home: Path, capsys: Words) -> None:
    (home / "none").mkdir()
    assert main(["eval", "compare", "now", "none", "--cases", "cases"]) == 3
    assert "B: ferry, repeat 0: none: has no brief of ferry" in capsys.readouterr().err


def test_two_folders_of_prompts_by_one_model(home: Path, fault_server: FaultServer, capsys: Words) -> None:
    for name in ("old", "new"):
        shutil.copytree(ROOT / "prompts", home / name)
    prompt = home / "new" / "compose.md"
    prompt.write_text(prompt.read_text(encoding="utf-8").replace("You ", "Be brief. You ", 1), encoding="utf-8")
    fault_server.play(answer('{"claims": [], "sentences": []}'))
    given = ["eval", "compare", "--prompts", "old", "new", "--cases", "cases"]
    endpoint = ["--model", "m-1", "--base-url", fault_server.base_url]
    capsys.readouterr()
    assert main([*given, *endpoint, "--out", "live", "--record", "tape"]) == 0
    live = capsys.readouterr().out
    assert live.startswith("A  old  (live/a, 1 brief a case)\nB  new  (live/b, 1 brief a case)\n2 cases in both\n")
    asked = len(fault_server.requests)
    assert main([*given, "--out", "again", "--replay", "tape"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == live.splitlines()[-1]
    assert len(fault_server.requests) == asked
    assert main([*given, "--out", "none"]) == 2
    assert "name a --model" in capsys.readouterr().err


def test_of_an_engine_that_may_vary_one_brief_a_case_is_not_blessed(home: Path, capsys: Words) -> None:
    shutil.copytree(home / "now", home / "mine")
    (home / "mine" / "run.json").unlink()
    assert _bless("mine") == 2
    assert "mine may vary, and has one brief a case; say --exact if it never does" in capsys.readouterr().err
    assert _bless("mine", "--exact") == 0
    assert _gate("mine") == 0


def test_exact_is_remembered_until_it_is_taken_back(home: Path, capsys: Words) -> None:
    shutil.copytree(home / "now", home / "mine")
    (home / "mine" / "run.json").unlink()
    assert _bless("mine", "--exact") == 0
    _cut(home / "mine")
    assert _bless("mine") == 0
    assert baseline.read(home / "b.json").engines["mine"].deterministic
    assert _bless("mine", "--no-exact") == 2
    assert _bless("now", "--no-exact") == 2
    capsys.readouterr()


def test_an_engine_is_known_by_its_label_wherever_its_briefs_lie(home: Path) -> None:
    shutil.copytree(home / "now", home / "pr-17")
    assert _gate("pr-17") == 0  # the label of run.json
    (home / "pr-17" / "run.json").unlink()
    assert _gate("pr-17") == 3
    assert main(["eval", "gate", "pr-17", "--label", "extractive", "--cases", "cases", "--baseline", "b.json"]) == 0
    assert main(["eval", "gate", "now", "pr-17", "--label", "x", "--cases", "cases", "--baseline", "b.json"]) == 2
