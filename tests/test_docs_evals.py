"""docs/evals.md is held to the program: its commands parse, its case is sound, its tables say what the program says."""

import hashlib
import json
import re
import shlex
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main, parser
from summarizer.errors import Exit
from summarizer.evals.scoring.metrics import METRICS

PAGE = (ROOT / "docs" / "evals.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
LINES = [line for kind, block in BLOCKS if not kind for line in block.splitlines()]
COMMANDS = [line.split("  #")[0].strip() for line in LINES if line.startswith("summarizer ")]
EVALS = (
    "run",
    "score",
    "view",
    "explain",
    "compare",
    "gate",
    "bless",
    "lint",
    "mutate",
    "calibrate",
    "agree",
    "case-from-review",
)
ARTICLES = {
    "courier.txt": "Two warehouses burned to the ground in Velm on Tuesday. The police said four people were hurt.\n",
    "post.txt": "Last night flames gutted two warehouses in the old harbour. The hospital counted seven injured.\n",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_parses(command: str) -> None:
    parser().parse_args(shlex.split(command)[1:])


def test_every_command_is_told_of() -> None:
    assert len(COMMANDS) > 10
    assert [name for name in EVALS if f"summarizer eval {name}" not in PAGE] == []


def test_the_table_of_metrics_is_the_programs() -> None:
    shown = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert shown == [(metric.name, metric.says) for metric in METRICS]


def harbour(tmp_path: Path) -> Path:
    """The case of the page and an empty run of it."""
    home = tmp_path / "evals" / "cases" / "harbour-fire"
    (home / "sources").mkdir(parents=True)
    shown = next(block for kind, block in BLOCKS if kind == "yaml" and "summarizer.case/1" in block)
    for name, text in ARTICLES.items():
        (home / "sources" / name).write_text(text, encoding="utf-8", newline="\n")
        shown = shown.replace("…", hashlib.sha256(text.encode()).hexdigest(), 1)
    (home / "case.yaml").write_text(shown, encoding="utf-8")
    run = tmp_path / "runs" / "now"
    run.mkdir(parents=True)
    return run


def test_every_form_that_is_shown_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = harbour(tmp_path)
    monkeypatch.chdir(tmp_path)
    rows = re.findall(r"^\| `harbour-fire(\.\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert [ending for ending, _ in rows] == [".json", ".md", ".txt", ".csv", ".jsonl"]
    for ending, shown in rows[1:]:
        path = run / f"harbour-fire{ending}"
        path.write_text("\n\n".join(re.findall(r"`([^`]+)`", shown)[:2]) + "\n", encoding="utf-8")
        assert main(["eval", "score", "runs/now", "--json"]) == Exit.WHOLE, ending
        (row,) = json.loads(capsys.readouterr().out)["rows"]
        scores = {score["metric"]: score["value"] for score in row["scores"]}
        assert (scores["cited"], scores["spans"], scores["fact_recall_text"]) == (1, 1, 1), ending
        path.unlink()


def test_the_five_minutes_lead_to_a_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = harbour(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["eval", "lint"]) == Exit.WHOLE
    (run / "harbour-fire.md").write_text(
        "Two warehouses burned to the ground in Velm on Tuesday.[^1]\n\n[^1]: courier.txt\n", encoding="utf-8"
    )
    assert main(["eval", "score", "runs/now"]) == Exit.WHOLE
    assert main(["eval", "explain", "runs/now", "harbour-fire", "f1"]) == Exit.WHOLE
    assert main(["eval", "bless", "runs/now", "--reason", "the first measured version", "--by", "Ada", "--exact"]) == 0
    assert main(["eval", "gate", "runs/now"]) == Exit.WHOLE
    (run / "harbour-fire.md").write_text("The hospital counted seven injured.[^1]\n\n[^1]: post.txt\n", "utf-8")
    capsys.readouterr()
    assert main(["eval", "gate", "runs/now"]) == Exit.MARKED
    assert "must-fact f1 is no longer cited" in capsys.readouterr().out


def test_the_agreement_is_what_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    main(["eval", "agree", "evals/labelled/extractive", "evals/labelled/model"])
    found = re.findall(r"^fact_recall\w*: (kappa [\d.-]+), ([\d.]+%)", capsys.readouterr().out, re.MULTILINE)
    cells = [f"{kappa}, {share}" for kappa, share in found]
    assert f"| extractive | {cells[0]} | {cells[1]} |" in PAGE
    assert f"| model | {cells[2]} | {cells[3]} |" in PAGE
