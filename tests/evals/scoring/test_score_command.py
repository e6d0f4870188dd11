"""`summarizer eval score` end to end: a run of a real case, what it prints, and how it exits."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer import Settings, summarize
from summarizer.cli import main
from summarizer.evals.cases.reading import read
from summarizer.evals.scoring.metrics import METRICS

CASES = ROOT / "evals" / "cases"


@pytest.fixture
def two_cases(tmp_path: Path) -> Path:
    """A run of two cases, made by the extractive writer, in tmp_path / "run"; the folder of its cases."""
    (tmp_path / "run").mkdir()
    for name in ("museum-theft", "lifeboat-treasurer"):
        shutil.copytree(CASES / name, tmp_path / "cases" / name)
        case = read(tmp_path / "cases" / name / "case.yaml")
        brief = summarize([case.folder], Settings(words=case.words))
        (tmp_path / "run" / f"{case.id}.json").write_text(brief.to_json(), encoding="utf-8")
    return tmp_path / "cases"


def run(folder: Path, cases: Path, *more: str) -> int:
    return main(["eval", "score", str(folder), "--cases", str(cases), *more])


def test_a_run(two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "run", two_cases) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "run: 2 cases, 2 briefs"
    shown = {line.split()[0]: line.split()[1:] for line in lines[3:] if line}
    assert list(shown) == [metric.name for metric in METRICS]
    assert all(len(cells) == 3 for cells in shown.values())
    assert shown["spans"] == ["1.000"] * 3
    assert float(shown["fact_recall"][2]) == pytest.approx(sum(map(float, shown["fact_recall"][:2])) / 2, abs=0.001)


def test_as_json(two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "run", two_cases, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [row["case"] for row in data["rows"]] == ["lifeboat-treasurer", "museum-theft"]
    recall = next(s for s in data["rows"][0]["scores"] if s["metric"] == "fact_recall")
    assert recall["reason"]
    assert {"id", "value", "reason", "sentences"} == set(recall["parts"][0])


def test_a_broken_invariant(two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "run" / "museum-theft.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["sentences"][0]["citations"] = []
    path.write_text(json.dumps(data), encoding="utf-8")
    assert run(tmp_path / "run", two_cases) == 1
    assert "museum-theft: cited: b1: cites nothing" in capsys.readouterr().out


def test_what_could_not_be_measured(two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run" / "museum-theft.json").unlink()
    assert run(tmp_path / "run", two_cases) == 3
    captured = capsys.readouterr()
    assert "museum-theft" in captured.err
    assert "1 case, 1 brief" in captured.out
    assert run(tmp_path / "nowhere", two_cases) == 2
    assert run(tmp_path / "run", tmp_path / "nowhere") == 2


def test_a_citation_of_no_source_is_named(two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run" / "museum-theft.json").unlink()
    [file, *_] = sorted(path.name for path in (two_cases / "museum-theft" / "sources").iterdir())
    page = tmp_path / "run" / "museum-theft.md"
    page.write_text(f"It was a theft [1]. It rained [2].\n\n[1] gazette-ghost.txt\n[2] {file}\n", encoding="utf-8")
    assert run(tmp_path / "run", two_cases) == 1
    printed = capsys.readouterr().out
    assert "museum-theft: spans: b1 x1[0:17]: `gazette-ghost.txt` is not a source of this case (" in printed
    assert file in printed
    page.write_text("It was a theft [1].\n\n[1] gazette-ghost.txt\n", encoding="utf-8")
    assert run(tmp_path / "run", two_cases) == 3
    assert "I could not read its citations: “gazette-ghost.txt” names no source" in capsys.readouterr().err


def test_files_of_no_case_and_an_option_that_cannot_be_written(
    two_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run" / "other-event.md").write_text("It rained.", encoding="utf-8")
    assert run(tmp_path / "run", two_cases) == 0
    assert "of no case that was asked for: other-event.md" in capsys.readouterr().err
    assert run(tmp_path / "run", two_cases, "--junit", str(tmp_path / "none" / "x.xml")) == 5
    assert "name another place with --junit" in capsys.readouterr().err
