"""The table on a terminal: chosen metrics, means over cases, and what to look at, once each."""

from dataclasses import replace

from sample_gates import gated
from sample_runs import HOSTILE, hostile_report, report, result

from summarizer.evals.reports import table
from summarizer.evals.reports.nouns import Report
from summarizer.evals.scoring.nouns import Score
from summarizer.output.safe import SUSPECT


def test_a_case_is_the_mean_of_its_repeats_and_stands_once() -> None:
    shown = table.render(report()).splitlines()
    assert shown[0] == "nightly"
    assert [line.split() for line in shown[1:4]] == [
        ["fact"],
        ["fact", "recall", "must", "citation"],
        ["case", "recall", "text", "facts", "recall", "disagreements"],
    ]
    assert shown[4].split() == ["ferry-collision", "0.33", "0.56", "0.50", "0.67", "1.00"]
    assert shown[5].split() == ["second", "–", "–", "–", "–", "–"]
    assert shown[6].split() == ["mean", "of", "the", "cases", "0.33", "0.56", "0.50", "0.67", "1.00"]
    assert len({len(line) for line in shown[3:7]}) == 1, "the columns stand under each other"
    assert shown[7:] == [
        "✗ ferry-collision: broken invariant: spans: 1 of 3 citations",
        "✗ ferry-collision: broken invariant: spans: 1 of 3 citations (repeat 1)",
        "! second: not measured: the model's endpoint was down",
    ]


def test_two_cases_have_an_interval() -> None:
    first = result()
    other = replace(first, case=replace(first.case, id="other"))
    other = replace(
        other, scored=replace(first.scored, case="other", scores={"must_facts": Score(metric="must_facts", value=0.6)})
    )
    shown = table.render(Report(label="two", results=(first, other)), ["must_facts"])
    # the mean of 0.5 and 0.6, and t for one degree of freedom, 12.706, times 0.05
    assert "mean of the cases            0.55" in shown
    assert "± (95 %)                     0.64" in shown


def test_what_the_gate_says_is_told_and_not_decided() -> None:
    told, _ = gated()
    shown = table.render(told).splitlines()
    assert shown[-3:] == [
        "✗ ferry-collision: lost fact: f2 “The steering had failed.” is no longer cited (1.00 before, 0.00 now)",
        "✗ all cases: regression: fact_recall fell (0.50 before, 0.30 now)",
        "! second: not measured: the model's endpoint was down",
    ]


def test_hostile_words_do_nothing_to_a_terminal() -> None:
    shown = table.render(hostile_report())
    assert HOSTILE[:10] in shown
    assert not SUSPECT.search(shown)


def test_a_run_without_a_score_is_shown_too() -> None:
    assert table.render(Report(label="none", results=())) == "none\nmean of the cases\n"
