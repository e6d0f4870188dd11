"""Every report that is asked for is written, GitHub's only where a job of GitHub runs."""

import io
from pathlib import Path

import pytest
from sample_gates import gated
from sample_runs import report

from summarizer.errors import StoreError
from summarizer.evals.reports.writing import Wanted, write


def test_what_is_asked_for_is_written_and_nothing_else(tmp_path: Path) -> None:
    wanted = Wanted(jsonl=tmp_path / "r.jsonl", junit=tmp_path / "j.xml", html=tmp_path / "p.html")
    commands = io.StringIO()
    write([report()], wanted, environ={}, commands=commands)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["j.xml", "p.html", "r.jsonl"]
    assert commands.getvalue() == ""


def test_nothing_asked_for_is_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write([report()], Wanted(), environ={})
    assert list(tmp_path.iterdir()) == []


def test_in_a_job_the_summary_is_added_to_and_the_lost_fact_is_annotated(tmp_path: Path) -> None:
    told, gate = gated()
    summary, commands = tmp_path / "summary.md", io.StringIO()
    summary.write_text("what another step wrote\n", encoding="utf-8")
    environ = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    write([told], Wanted(), gate, environ, commands)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("what another step wrote\n### nightly\n")
    assert "2 passed, 2 failed, 1 could not be measured" in text
    assert commands.getvalue().startswith("::error file=evals/cases/ferry-collision/case.yaml,line=17,")


def test_a_summary_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unset GITHUB_STEP_SUMMARY"):
        write([report()], Wanted(), environ={"GITHUB_STEP_SUMMARY": str(tmp_path / "none" / "s.md")})
