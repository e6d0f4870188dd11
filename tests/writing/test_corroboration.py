"""Further witnesses of a sentence: who else reports it, in other words; never somebody who reports something else."""

from dataclasses import replace
from pathlib import Path

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


def test_names_in_common_are_no_witness(tmp_path: Path) -> None:
    """Two articles that name the same two models tell two things of them."""
    recall = """What to do if you own an Osker heater

Some 48,000 Osker heaters are being recalled because of a fault that may cause fire.

Only the K3 model is affected, a shop assistant in Orrin said. Osker says that both the K2 and the K3 are covered.

Owners can get their money back at any shop that sold the heater."""
    sale = """Heater recall: regulator says company knew for months

The Product Safety Office accused Osker on Thursday of knowing for months that two of its heaters could catch fire.

The company denied the accusation. Buyers will receive a refund of $39 or a new heater.

The K2 went on sale in 2022, and the K3 a year later."""
    for name, text in (("a.txt", recall), ("b.txt", sale)):
        (tmp_path / name).write_text(text)
    [covered] = [s for s in summarize([tmp_path]).sentences if "are covered" in s.text]
    assert [c.source for c in covered.citations] == ["s1"]


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
