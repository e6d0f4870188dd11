"""The gate: what passes, fails, or could not be measured; and that these tests would see a gate that is broken."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from comparing_samples import trial
from gate_expectations import BLESSED, BOTH, EXPECTED, MANY, NOISY, STEADY, _facts, _losing, _now, wrong

from summarizer.errors import Exit
from summarizer.evals.comparing.gate import decide, gate
from summarizer.evals.comparing.nouns import Check, Gate, Outcome
from summarizer.evals.comparing.trial import Limits, Trial


@pytest.mark.parametrize(("trials", "expected"), [e[1:] for e in EXPECTED], ids=[e[0] for e in EXPECTED])
def test_what_the_gate_says(trials: Sequence[Trial], expected: Exit) -> None:
    found = gate(trials)
    assert found.exit == expected, found.findings


def _always_passes(_: Sequence[Trial]) -> Gate:
    check = Check(engine="engine", case="", metric="", mark="passed")
    return Gate(outcomes=(Outcome(engine="engine", rule="", cases=1, checks=(check,)),))


def _with(trials: Sequence[Trial], kept: str) -> Gate:
    """The real gate with all checks taken out but those of one mark, as if the others had been switched off."""
    outcomes = (
        replace(
            o, checks=(*(c for c in o.checks if c.mark in ("passed", kept)), *_always_passes([]).outcomes[0].checks)
        )
        for o in gate(trials).outcomes
    )
    return Gate(outcomes=tuple(outcomes))


def test_a_gate_that_is_switched_off_is_seen() -> None:
    assert wrong(gate) == []
    assert len(wrong(_always_passes)) == sum(expected != Exit.WHOLE for _, _, expected in EXPECTED)
    assert wrong(lambda trials: _with(trials, "failed"))  # what could not be measured passes
    assert wrong(lambda trials: _with(trials, "not measured"))  # what is worse passes
    assert wrong(lambda _: Gate(outcomes=()))  # and one that never finds anything to be right


def test_a_regression_stands_whatever_else_could_not_be_measured() -> None:
    found = gate([trial(BLESSED, _now(spans=0.0), BOTH), trial(None, BLESSED, BOTH)])
    assert found.exit == Exit.MARKED
    assert found.closing.endswith("1 failed, 1 could not be measured")


def test_a_lost_fact_is_named_with_its_line() -> None:
    found = decide(trial(BLESSED, _facts(["f2"]), BOTH))
    (lost,) = [f for f in found.findings if f.kind == "lost fact"]
    assert (lost.case, lost.fact, lost.metric) == ("ferry", "f1", "fact_recall")
    assert (lost.path, lost.line) == ("evals/cases/ferry/case.yaml", 10)
    assert lost.text == "must-fact f1 is no longer cited: “ferry f1”"


def test_an_improvement_fails_kindly() -> None:
    found = decide(trial(BLESSED, _now(citation_recall=0.8), BOTH))
    (better,) = found.findings
    assert (better.kind, better.before, better.now) == ("improvement", 0.75, 0.8)
    assert "bless it" in better.text


def test_every_metric_of_every_case_is_a_check() -> None:
    found = decide(trial(BLESSED, BLESSED, BOTH))
    assert len(found.checks) == 2 * (6 + 4)  # two cases, six invariants and four metrics
    assert gate([trial(BLESSED, BLESSED, BOTH)]).closing == "20 passed, 0 failed, 0 could not be measured"


def test_a_noisy_engine_is_held_to_each_gating_metric_and_the_must_facts() -> None:
    found = decide(trial(NOISY, NOISY, MANY))
    whole = [check.metric for check in found.checks if not check.case]
    assert whole == [
        *("fact_recall", "fact_recall_text", "citation_recall", "citation_precision"),
        *("numbers", "polarity", "speakers", "disagreements", "must_facts"),
    ]
    assert all(check.interval for check in found.checks if check.metric == "numbers" and not check.case)


def test_a_loss_that_chance_explains_is_told_and_fails_nothing() -> None:
    findings = decide(trial(STEADY, _losing(1), MANY)).findings
    lost = [f for f in findings if f.kind == "lost fact"]
    assert [(f.case, f.fact, f.fails, f.before, f.now) for f in lost] == [("case-00", "f1", False, 1.0, 0.0)]
    assert any("so few repeats" in f.text for f in findings)
    proven = [f for f in decide(trial(STEADY, _losing(2), MANY)).findings if f.kind == "lost fact"]
    assert [f.fails for f in proven] == [True, True]


def test_fewer_cases_than_asked_for_could_not_be_measured() -> None:
    assert gate([trial(BLESSED, BLESSED, BOTH)], Limits(cases=3)).exit == Exit.NOTHING
    assert gate([trial(BLESSED, BLESSED, BOTH)], Limits(cases=2)).exit == Exit.WHOLE
