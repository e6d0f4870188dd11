"""GitHub's summary and annotations: what was lost is pointed at, and no article's words become a command."""

from dataclasses import replace
from pathlib import Path

import pytest
from sample_gates import FALLEN, LOST, gated
from sample_runs import HOSTILE, hostile_report, report

from summarizer.evals.comparing.nouns import Finding
from summarizer.evals.reports import github
from summarizer.evals.reports.lines import difference, told
from summarizer.evals.reports.nouns import Report

ROOT = Path("/work space")


def _with(*findings: Finding) -> Report:
    shown_run, _ = gated()
    assert shown_run.outcome
    checks = shown_run.outcome.checks
    return replace(
        shown_run, outcome=replace(shown_run.outcome, checks=(replace(checks[0], findings=findings), *checks[1:]))
    )


def test_the_summary_has_baseline_now_difference_interval_and_verdict() -> None:
    shown_run, gate = gated()
    summary = github.summary([shown_run], gate)
    assert "| metric | baseline | now | difference | 95 % interval | verdict |" in summary
    assert "| fact_recall | 0.50 | 0.30 | -0.20 | -0.31 to -0.09 | ❌ failed |" in summary
    assert "| must_facts | 1.00 | 0.50 | -0.50 | – | ❌ failed |" in summary
    assert "| citation_recall | 0.50 | 0.50 | +0.00 | – | ✅ passed |" in summary
    lost, rest = summary.index("#### Lost facts"), summary.index("#### Regressions")
    assert "**ferry-collision · f2** f2 “The steering had failed.”" in summary[lost:rest]
    assert summary.endswith("**2 passed, 2 failed, 1 could not be measured**\n")


def test_a_score_without_a_gate_has_means_and_no_verdict() -> None:
    summary = github.summary([report()])
    assert "| fact_recall | 0.33 | – | 1 |" in summary
    assert "verdict" not in summary
    assert "#### Broken invariants" in summary
    assert "#### Could not be measured" in summary


def test_an_annotation_stands_at_the_line_of_the_lost_fact() -> None:
    shown_run, _ = gated()
    lost, gone = github.annotations([shown_run], ROOT)
    assert lost == (
        "::error file=evals/cases/ferry-collision/case.yaml,line=17,title=lost fact ferry-collision f2"
        "::f2 “The steering had failed.” is no longer cited"
    )
    assert gone.startswith("::error file=evals/cases/second/case.yaml,line=1,title=not measured second::")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/work space/evals/a/case.yaml", "evals/a/case.yaml"),
        ("evals/a/case.yaml", "evals/a/case.yaml"),
        ("/elsewhere/case.yaml", "/elsewhere/case.yaml"),
        ("a,b/c:d/100%/case.yaml", "a%2Cb/c%3Ad/100%25/case.yaml"),
    ],
)
def test_paths_are_relative_to_the_working_directory(path: str, shown: str) -> None:
    (first, *_) = github.annotations([_with(replace(LOST, path=path))], ROOT)
    assert first.startswith(f"::error file={shown},line=17,")


def test_words_of_strangers_end_no_command_and_begin_none() -> None:
    words = "100% lost\r\n::error file=x::forged\n::stop-commands::t"
    (first, *_) = github.annotations([_with(replace(LOST, text=words, case="a::b,c=d"))], ROOT)
    assert "\n" not in first
    assert "\r" not in first
    properties, data = first.removeprefix("::error ").split("::", 1)
    assert properties.endswith("title=lost fact a%3A%3Ab%2Cc=d f2")
    assert data.startswith("100%25 lost ::error file=x::forged ::stop-commands::t")


def test_hostile_words_are_literal_in_the_summary() -> None:
    summary = github.summary([hostile_report()])
    assert "<script>" not in summary.replace("\\<", "")
    assert all(not line.startswith("::") for line in summary.splitlines())
    assert "\x1b" not in summary
    assert "\u202e" not in summary
    assert HOSTILE not in summary


def test_no_more_is_said_than_github_shows() -> None:
    many = [replace(LOST, text=f"fact {n}") for n in range(70)]
    shown_run = _with(*many)
    commands = github.annotations([shown_run], ROOT)
    assert [command.split(" ")[0] for command in commands].count("::error") == 10
    assert commands[-1] == "::notice::61 more findings stand in the summary of the job"
    assert "- and 20 more" in github.summary([shown_run])


def test_what_is_no_reason_to_fail_is_no_error() -> None:
    shown_run = _with(replace(LOST, kind="gained fact", fails=False), replace(FALLEN, fails=False))
    assert len(github.annotations([shown_run], ROOT)) == 1
    assert "(no reason to fail)" in github.summary([shown_run])


def test_a_regression_where_a_fact_was_lost_is_told_once() -> None:
    fallen = replace(FALLEN, path=LOST.path, line=LOST.line, case=LOST.case)
    broken = replace(LOST, kind="broken invariant", fact="", metric="spans")
    commands = github.annotations([_with(fallen, broken, LOST)], ROOT)
    titles = [command.split("title=")[1].split("::")[0] for command in commands if "title=" in command]
    assert titles == [
        *("lost fact ferry-collision f2", "broken invariant ferry-collision spans", "not measured second")
    ]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (1.0, 0.0, "lost"),
        (2 / 3, 0.0, "lost (in 67% of the repeats before, in 0% now)"),
        (None, 0.0, "lost"),
    ],
)
def test_a_fact_is_told_with_its_share_of_the_repeats(before: float | None, now: float, said: str) -> None:
    assert told(replace(LOST, text="lost", before=before, now=now)) == said


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [(0.5, 0.5, "+0.00"), (0.5, 0.3, "-0.20"), (0.2843, 0.2839, "-0.0004"), (None, 0.5, "–"), (0.5, None, "–")],
)
def test_a_small_difference_is_not_shown_as_none(before: float | None, now: float | None, shown: str) -> None:
    assert difference(before, now) == shown
