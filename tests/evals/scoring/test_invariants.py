"""Tier 0: what breaks an invariant, one row each; and that a sound brief breaks none."""

from dataclasses import replace
from typing import Any

import pytest
from scored_samples import OTHER, brief, case, cite, measure, source

from summarizer.evals.cases.nouns import Negative
from summarizer.evals.scoring.metrics import METRICS
from summarizer.records import Brief, Citation, Disagreement, Position, Uncovered, Withheld

H, G = "harbour.txt", "globe.txt"
NEGATIVES = (
    Negative(id="n1", text="The captain died.", pattern=r"\bcaptain\b.*\b(died|dead)\b", unless_near="not"),
    Negative(id="n2", text="It sank.", pattern=r"\bsank\b", severity="warning"),
)
CASE = case(more=[source("other.txt", OTHER, relevant=False)], must_not=NEGATIVES)
KILLED = "Ten people were killed, the police said."
STRUCK = "A ferry struck the pier at Orlund on Monday."
SOUND = brief(CASE, (KILLED, [(H, KILLED)]), (STRUCK, [(H, STRUCK)]))
FIRST = SOUND.sentences[0]
GOOD = FIRST.citations[0]
FOREIGN = cite(CASE, "other.txt", "Thirty people were hurt there.")


def first(**given: Any) -> Brief:
    """The sound brief with another first sentence."""
    return replace(SOUND, sentences=(replace(FIRST, **given), *SOUND.sentences[1:]))


def reported(citation: Citation) -> Disagreement:
    return Disagreement(
        id="d1",
        about="toll",
        kind="conflict",
        positions=(Position(value="10", citations=(GOOD,)), Position(value="30", citations=(citation,))),
        sentences=("b1",),
    )


@pytest.mark.parametrize("metric", [m.name for m in METRICS if m.tier == 0])
def test_a_sound_brief_keeps_all(metric: str) -> None:
    assert measure(metric, CASE, SOUND).value == 1.0


BROKEN = [
    ("schema", replace(SOUND, sentences=(FIRST, FIRST))),
    ("schema", replace(SOUND, sources=(*SOUND.sources, SOUND.sources[0]))),
    ("schema", replace(SOUND, disagreements=(replace(reported(GOOD), sentences=("b9",)),))),
    ("schema", replace(SOUND, usage=replace(SOUND.usage, seconds=float("nan")))),
    ("schema", first(text=" … ")),
    ("spans", first(citations=(replace(GOOD, start=GOOD.start + 1, end=GOOD.end + 1),))),
    ("spans", first(citations=(replace(GOOD, quote="Ten people were hurt."),))),
    ("spans", first(citations=(replace(GOOD, end=10_000),))),
    ("spans", first(citations=(replace(GOOD, source="ghost"),))),
    ("spans", first(citations=(replace(GOOD, prefix="not before it"),))),
    ("spans", replace(SOUND, disagreements=(reported(replace(GOOD, start=0)),))),
    (
        "spans",
        replace(
            SOUND, withheld=(Withheld(text="x", written_by="model", citations=(replace(GOOD, end=3),), reasons=()),)
        ),
    ),
    ("spans", replace(SOUND, uncovered=(Uncovered(text="x", origins=1, citations=(replace(GOOD, end=3),)),))),
    ("spans", first(written_by="extractive", text="Ten people were not killed, the police said.")),
    ("spans", first(written_by="extractive", text="Ten people, the police said, were killed.")),
    ("cited", first(citations=())),
    ("cited", first(citations=(replace(GOOD, source="ghost"),))),
    ("relevant", first(citations=(GOOD, FOREIGN))),
    ("relevant", replace(SOUND, disagreements=(reported(FOREIGN),))),
    ("must_not", first(text="The CAPTAIN is dead.")),
    ("must_not", replace(SOUND, title="Captain died at Orlund")),
    # The exception of one sentence does not excuse the next in the same text.
    ("must_not", first(text="The captain died. The mate did not.")),
    ("length", first(text="word " * 30)),
]


@pytest.mark.parametrize(("metric", "what"), BROKEN, ids=[f"{m}-{n}" for n, (m, _) in enumerate(BROKEN)])
def test_what_breaks_it(metric: str, what: Brief) -> None:
    found = measure(metric, CASE, what)
    assert found.value == 0.0
    assert found.reason


@pytest.mark.parametrize(
    ("metric", "what"),
    [
        ("spans", first(written_by="extractive")),
        ("spans", first(written_by="extractive", text="Ten people were killed.")),  # words left out, none put in
        ("spans", first(written_by="model", text="The police counted ten dead.")),
        ("must_not", first(text="The captain is not dead.")),
        ("relevant", replace(SOUND, uncovered=(Uncovered(text="x", origins=1, citations=(FOREIGN,)),))),
    ],
)
def test_what_does_not(metric: str, what: Brief) -> None:
    assert measure(metric, CASE, what).value == 1.0


def test_a_warning_only_stands_in_the_reason() -> None:
    found = measure("must_not", CASE, first(text="The ferry sank."))
    assert found.value == 1.0
    assert "b1 says “It sank.”" in found.reason
    assert [(p.id, p.sentences) for p in found.parts] == [("n2", ("b1",))]


@pytest.mark.parametrize(("words", "value"), [(33, 1.0), (34, 0.0)])
def test_a_tenth_more_than_asked_is_the_most(words: int, value: float) -> None:
    assert measure("length", case(words=30), brief(CASE, ("word " * words, []))).value == value
