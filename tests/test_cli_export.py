"""`export`, `review --plain`, `review decide` and `eval case-from-review`, from the words to the exit code."""

import io
import json
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main
from summarizer.errors import Exit

DONE = [f"b{n}" for n in range(1, 14)]


@pytest.fixture(autouse=True)
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The brief of the seeds, in a folder of its own that is also where the command runs."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SUMMARIZER_REVIEWER", "Marta")
    assert main(["brief", "seeds/", "-o", "brief.json"]) == Exit.WHOLE
    return tmp_path / "brief.json"


def decide(*words: str) -> int:
    return main(["review", "decide", *words])


@pytest.mark.parametrize("form", ["md", "html", "json", "text"])
def test_a_brief_that_nobody_reviewed_is_exported_in_any_format(
    form: str, brief: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "brief.json", "--format", form]) == Exit.WHOLE
    out = capsys.readouterr().out
    assert "South Korea" in out
    assert form != "json" or out == brief.read_text("utf-8")
    assert main(["brief", "seeds/", "--format", form]) == Exit.WHOLE
    assert form == "json" or capsys.readouterr().out == out


def test_a_reviewed_brief_is_whole_when_all_is_accepted_or_rejected(
    brief: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = brief.read_bytes()
    assert decide("brief.json", "b1", "reject", "--reason", "an old story") == Exit.WHOLE
    assert decide("b2", "flag", "--note", "ask Seoul") == Exit.WHOLE
    assert main(["export", "brief.json", "--reviewed", "-o", "out.md"]) == Exit.MARKED
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "not settled: flagged: b2; not reviewed: b3, b4" in err
    page = Path("out.md").read_text("utf-8")
    assert "withheld: rejected by Marta: an old story" in page
    assert "note: ask Seoul" in page
    for name in DONE[1:]:
        assert decide(name, "accept", "--brief", "brief.json") == Exit.WHOLE
    assert main(["export", "brief.json", "--reviewed", "-o", "out.json"]) == Exit.WHOLE
    assert capsys.readouterr().err == ""
    assert main(["check", "out.json"]) == Exit.WHOLE
    assert [s["id"] for s in json.loads(Path("out.json").read_text("utf-8"))["sentences"]] == DONE[1:]
    assert main(["export", "out.json", "--format", "html"]) == Exit.WHOLE  # a reviewed brief is a brief
    assert "accepted by Marta" in capsys.readouterr().out
    assert brief.read_bytes() == before


def test_check_holds_a_reviewed_brief_and_names_what_was_accepted_without_support(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert decide("b1", "edit", "--text", "South Korea sent 9,000 troops to Russia.") == Exit.WHOLE
    assert decide("b1", "accept") == Exit.USAGE
    assert "accepting it needs a reason" in capsys.readouterr().err
    assert decide("b1", "accept", "--reason", "by phone") == Exit.WHOLE
    assert main(["export", "brief.json", "--reviewed", "-o", "out.json"]) == Exit.MARKED
    assert "accepted though not fully borne out: b1" in capsys.readouterr().err
    assert main(["check", "out.json"]) == Exit.MARKED
    problems = capsys.readouterr().out.splitlines()
    assert len(problems) == 2
    assert problems[0].startswith("b1 ")
    main(["export", "out.json", "--format", "text"])
    assert "accepted by Marta though not fully borne out: by phone" in " ".join(capsys.readouterr().out.split())


def test_two_reviewers(capsys: pytest.CaptureFixture[str]) -> None:
    assert decide("b1", "edit", "--text", "South Korea summoned the Russian ambassador in Seoul.") == Exit.WHOLE
    assert decide("b1", "edit", "--text", "Seoul summoned the ambassador.", "--reviewer", "Jo") == Exit.WHOLE
    assert main(["export", "brief.json", "--reviewed"]) == Exit.USAGE
    assert "b1: worded differently by Jo and Marta; name the one whose words to take" in capsys.readouterr().err
    assert main(["export", "brief.json", "--reviewed", "--reviewer", "Jo"]) == Exit.MARKED
    assert "Seoul summoned the ambassador." in capsys.readouterr().out


def test_decisions_from_a_file_and_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f'{{"id": "{name}", "decision": "accept"}}\n' for name in DONE)
    Path("many.jsonl").write_text(rows, "utf-8")
    assert decide("brief.json", "--from", "many.jsonl") == Exit.WHOLE
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "b13", "decision": "reject"}\n'))
    assert decide("--from", "-") == Exit.WHOLE
    assert main(["export", "brief.json", "--reviewed"]) == Exit.WHOLE
    assert "12 of 12 sentences accepted; 1 rejected" in capsys.readouterr().out


def test_line_by_line_through_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nx no\n"))
    assert main(["review", "--plain", "brief.json"]) == Exit.MARKED
    assert "13 sentences: 1 accepted, 1 rejected, 11 open." in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("a\n" * 11))
    assert main(["review", "--plain", "brief.json"]) == Exit.WHOLE


WRONG = [
    (["export", "brief.json", "--reviewed"], "nobody has reviewed this brief"),
    (["export", "brief.json", "--reviewer", "Jo"], "add --reviewed"),
    (["export", "brief.json", "--include-rejected"], "add --reviewed"),
    (["export", "brief.json", "-o", "brief.json"], "is the brief itself"),
    (["export", "brief.json", "-o", "x.pdf"], "no format is known"),
    (["export", "none.json"], "No such file"),
    (["review", "decide", "b1"], "needs an id and a decision"),
    (["review", "decide", "brief.json", "b1", "accept", "now"], "needs an id and a decision"),
    (["review", "decide", "b77", "accept"], "known are: b1, b2"),
    (["review", "decide", "b1", "accept", "--reviewer", " "], "say who reviews"),
    (["review", "decide", "--from", "none.jsonl"], "No such file"),
    (["eval", "case-from-review", "brief.json", "--out", "Cases/Mine!"], "its name is the case's id"),
    (["eval", "case-from-review", "brief.json", "--out", "seeds"], "not empty"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_wrong_usage_is_one_line(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == Exit.USAGE
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_a_case_from_a_review_is_sound_and_can_be_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "case-from-review", "brief.json", "--out", "evals/cases/mine"]) == Exit.USAGE
    for name in DONE[:6]:
        assert decide(name, "accept") == Exit.WHOLE
    assert decide("b7", "reject", "--reason", "not so") == Exit.WHOLE
    capsys.readouterr()
    assert main(["eval", "case-from-review", "brief.json", "--out", "evals/cases/mine"]) == Exit.WHOLE
    captured = capsys.readouterr()
    assert captured.out == "evals/cases/mine/case.yaml: 6 facts, 0 disagreements, 1 that must not be said, 5 sources\n"
    assert "b8: open" in captured.err
    assert main(["eval", "lint", "evals/cases"]) == Exit.WHOLE
    assert main(["eval", "run", "--cases", "evals/cases", "--out", "runs/now"]) == Exit.WHOLE
    capsys.readouterr()
    assert main(["eval", "score", "runs/now", "--cases", "evals/cases", "--json"]) == Exit.WHOLE
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    scores = {score["metric"]: score["value"] for score in row["scores"]}
    assert scores["fact_recall"] == 1  # the brief of which it was made
    assert scores["spans"] == 1


def test_a_case_needs_an_accepted_sentence_and_every_source(capsys: pytest.CaptureFixture[str]) -> None:
    decide("b1", "reject")
    assert main(["eval", "case-from-review", "brief.json", "--out", "mine"]) == Exit.NOTHING
    assert not Path("mine").exists()
    Path("seeds").unlink()
    assert main(["eval", "case-from-review", "brief.json", "--out", "mine"]) == Exit.USAGE
    assert "a case needs every source as it was" in capsys.readouterr().err
