"""The commands: a page of a run, an explanation of a brief, and the reports beside a score and a gate."""

import json
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest
from conftest import ROOT

from summarizer import Settings, summarize
from summarizer.cli import main
from summarizer.errors import Exit
from summarizer.evals.cases.reading import read
from summarizer.output import files
from summarizer.output import json as briefs

CASE = ROOT / "evals" / "cases" / "museum-theft"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of one case by the extractive writer."""
    folder = tmp_path_factory.mktemp("run")
    case = read(CASE / "case.yaml")
    files.write(folder / "museum-theft.json", briefs.dumps(summarize(case.folder, Settings(words=case.words))))
    files.write(folder / "run.json", json.dumps({"format": "summarizer.run/1", "label": "mine"}))
    return folder


def _said(
    capsys: pytest.CaptureFixture[str], *words: str | Path, cases: Sequence[Path] = (CASE,)
) -> tuple[int, str, str]:
    code = main(["eval", *map(str, words), *(word for case in cases for word in ("--cases", str(case)))])
    return code, *capsys.readouterr()


def test_view_writes_one_page(run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _said(capsys, "view", run, "-o", tmp_path / "page.html")
    assert (code, out) == (Exit.WHOLE, "")
    shown = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Paintings are stolen from the Ostrand Museum in Varnholm" in shown
    assert "○ missed f" in shown


def test_view_shows_what_is_there_and_names_what_is_missing(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = (CASE, CASE.parent / "border-spill")
    code, _, err = _said(capsys, "view", run, "-o", tmp_path / "page.html", cases=both)
    assert code == Exit.NOTHING
    assert "has no brief of border-spill" in err
    assert "There is no brief: " in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "fact_recall "),
        (("f1",), "where the sources say it"),
        (("b1",), "what it cites"),
        (("joint",), "facts said"),
    ],
)
def test_explain_says_why(words: tuple[str, ...], said: str, run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _said(capsys, "explain", run, "museum-theft", *words)
    assert (code, err) == (Exit.WHOLE, "")
    assert said in out


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (("museum-theft", "f99"), "name one of f1, f2"),
        (("no-such-case",), "name one of museum-theft"),
        (("museum-theft", "--repeat", "1"), "give 0 to 0"),
    ],
)
def test_explain_lists_what_it_knows(
    words: tuple[str, ...], known: str, run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = _said(capsys, "explain", run, *words)
    assert (code, out) == (Exit.USAGE, "")
    assert known in err
    assert err.count("\n") == 1


def test_a_score_and_a_gate_write_what_is_asked_for(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    places = {"--jsonl": tmp_path / "r.jsonl", "--junit": tmp_path / "j.xml", "--html": tmp_path / "p.html"}
    asked = (word for name, path in places.items() for word in (name, path))
    assert _said(capsys, "score", run, *asked)[0] == Exit.WHOLE
    rows = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["versions"]["scorer"].split()[0] for row in rows} == {"summarizer"}
    assert parse(tmp_path / "j.xml").getroot().get("failures") == "0"
    assert (tmp_path / "p.html").is_file()

    baseline, worse = tmp_path / "baseline.json", tmp_path / "worse"
    worse.mkdir()
    given = json.loads((run / "museum-theft.json").read_text(encoding="utf-8"))
    given |= {"sentences": given["sentences"][1:], "disagreements": []}
    files.write(worse / "museum-theft.json", json.dumps(given))
    files.write(worse / "run.json", (run / "run.json").read_text(encoding="utf-8"))
    assert _said(capsys, "bless", run, "--baseline", baseline, "--reason", "the first", "--exact")[0] == Exit.WHOLE
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    code, out, err = _said(capsys, "gate", worse, "--baseline", baseline, "--junit", tmp_path / "j.xml")
    assert code == Exit.MARKED
    assert "lost fact" in out
    line = next(fact.line for fact in read(CASE / "case.yaml").facts if fact.id == "f1")
    assert f"::error file={CASE.relative_to(ROOT)}/case.yaml,line={line},title=lost fact museum-theft f1::" in err
    assert "#### Lost facts" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert int(parse(tmp_path / "j.xml").getroot().get("failures", "")) > 1
