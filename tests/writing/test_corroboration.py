"""Further witnesses of a sentence: who else reports it, in other words; never somebody who reports something else."""

from dataclasses import replace

import pytest
from conftest import ROOT

from summarizer import Brief, Settings, check, summarize
from summarizer.checking.verdicts import Evidence, corroborates

CASES = [
    # what the brief says | another source's sentence | whether it reports the same
    (
        "Police in Arle arrested three men on Friday over the theft of a painting.",
        "Three men were taken into custody on Friday by police in Arle over the stolen painting theft.",
        True,
    ),
    (
        "Police in Arle arrested three men on Friday over the theft of a painting.",
        "Police in Arle arrested four men on Friday over the theft of a painting.",
        False,
    ),
    (
        "Police in Arle arrested three men on Friday over the theft of a painting.",
        "Police in Arle have not arrested three men over the theft of a painting on Friday.",
        False,
    ),
    (
        "Police in Arle arrested three men on Friday over the theft of a painting.",
        "The painting had hung in the town hall of Arle for a century.",
        False,
    ),
    (
        "The mayor said that the bridge would reopen in May.",
        "The mayor denied that the bridge would reopen in May.",
        False,
    ),
    (
        "The roads office closed the Lenn bridge after cracks were found.",
        "After cracks were found, the Lenn bridge was closed by the roads office, which expects months of work.",
        True,
    ),
]


@pytest.mark.parametrize(("said", "other", "same"), CASES)
def test_a_witness_reports_the_same(said: str, other: str, same: bool) -> None:
    assert corroborates(said, Evidence(other)) is same


@pytest.fixture(scope="module")
def brief() -> Brief:
    return summarize([ROOT / "seeds"], Settings(words=250))


def test_one_sentence_cites_all_that_report_it(brief: Brief) -> None:
    [withdrawal] = [s for s in brief.sentences if "called for the immediate withdrawal" in s.text]
    assert {c.source for c in withdrawal.citations} >= {"s1", "s2", "s5"}
    assert [c.corroborates for c in withdrawal.citations] == [False, True, True]
    assert withdrawal.origins == 2  # s1 and s2 are one voice


def test_the_verdict_never_rests_on_a_witness(brief: Brief) -> None:
    """A figure that only a corroborating citation has is not borne out."""
    [first, *rest] = brief.sentences
    elsewhere = next(c for s in rest for c in s.citations if "12,000" in c.quote)
    text = first.text.removesuffix(".") + ", 12,000 of them."
    witness = replace(elsewhere, corroborates=True)
    forged = replace(first, text=text, citations=(*first.citations, witness))
    problems = check(replace(brief, sentences=(forged, *rest)), ROOT).problems
    assert "numbers" in problems[0]
    assert "reports something else" in problems[0]
