"""The table of metrics as a whole: complete, in [0, 1], with reasons, deterministic; and an empty brief is worth 0."""

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from scored_samples import FACTS, GLOBE, HARBOUR, OTHER, answer, brief, case, cite, sha, source

from summarizer.evals.cases.nouns import Case, Question
from summarizer.evals.runs.nouns import Entry, Run
from summarizer.evals.scoring import table
from summarizer.evals.scoring.metrics import METRICS, score
from summarizer.evals.scoring.nouns import Subject
from summarizer.evals.scoring.scoring import mean_of, score_entry, score_run
from summarizer.records import Brief, Source

KILLED = "Ten people were killed, the police said."
STRUCK = "A ferry struck the pier at Orlund on Monday."
HURT = Question(
    id="d1",
    question="How many were killed or injured?",
    kind="conflict",
    values=(answer("10", ("harbour.txt", KILLED), accept=("ten",)), answer("80", ("globe.txt", "About 80 passengers"))),
)
CASE = case(questions=[HURT], more=[source("other.txt", OTHER, relevant=False)])
SOUND = brief(CASE, (KILLED, [("harbour.txt", KILLED)]), (STRUCK, [("harbour.txt", STRUCK)]))
NAMES = [
    *("schema", "spans", "cited", "relevant", "must_not", "length"),
    *("fact_recall", "fact_recall_text", "must_facts", "fact_recall_normalised", "citation_recall"),
    *("citation_precision", "joint", "numbers", "names", "polarity", "speakers", "hedges", "tightness", "distinct"),
    *("balance", "disagreements", "disagreement_precision"),
]


def values(of: Case, what: Brief) -> dict[str, float | None]:
    return {name: found.value for name, found in score(Subject(case=of, brief=what)).items()}


def test_the_table() -> None:
    assert [m.name for m in METRICS] == NAMES
    assert all(m.says and m.measure.__doc__ for m in METRICS)


@pytest.mark.parametrize("what", [SOUND, replace(SOUND, sentences=()), brief(CASE, ("It rained.", []))])
def test_every_score_is_a_share_with_a_reason(what: Brief) -> None:
    for name, found in score(Subject(case=CASE, brief=what)).items():
        assert found.metric == name
        assert found.reason
        for value in (found.value, *(p.value for p in found.parts)):
            assert value is None or (0 <= value <= 1 and math.isfinite(value)), (name, value)


@pytest.mark.parametrize(
    "what",
    [
        replace(SOUND, sentences=()),
        replace(SOUND, sentences=(), sources=()),
        brief(CASE, (" ", []), ("…", [])),
        brief(CASE, ("—", [("harbour.txt", HARBOUR)])),
    ],
)
def test_an_empty_brief_is_worth_nothing(what: Brief) -> None:
    assert values(CASE, what) == dict.fromkeys(NAMES, 0.0)


def test_what_the_case_does_not_ask_for_is_not_scored() -> None:
    of = case(facts=[f for f in FACTS if f.importance < 3])
    for what in (SOUND, replace(SOUND, sentences=())):
        found = values(of, what)
        assert [name for name in NAMES if found[name] is None] == ["must_facts", "disagreements"]


def test_the_best_brief_of_a_case_scores_best() -> None:
    text = "About 80 passengers may have been injured, a doctor said."
    divers = "Divers searched the harbour until dusk."
    witness = cite(CASE, "globe.txt", "The crash at Orlund killed 10 people.", corroborates=True)
    sentences = [
        (KILLED, [cite(CASE, "harbour.txt", KILLED), witness]),
        *((s, [cite(CASE, f, s)]) for f, s in (("harbour.txt", STRUCK), ("globe.txt", text), ("harbour.txt", divers))),
    ]
    found = values(replace(CASE, words=40), brief(CASE, *sentences))
    assert {name: value for name, value in found.items() if value != 1.0} == {"balance": pytest.approx(0.75)}


def unknown(*sources: Source) -> Brief:
    """The sound brief, whose sources are said to be others."""
    return replace(SOUND, sources=sources)


@pytest.mark.parametrize(
    "what",
    [
        unknown(),
        unknown(*(replace(s, sha256=sha("something else")) for s in SOUND.sources)),
        unknown(*(replace(s, id=f"x{s.id}") for s in SOUND.sources)),
    ],
    ids=["none", "other bytes", "other ids"],
)
def test_sources_that_the_case_does_not_know_bear_nothing(what: Brief) -> None:
    found = values(CASE, what)
    for name in (
        "spans",
        "cited",
        "fact_recall",
        "citation_recall",
        "citation_precision",
        "joint",
        "numbers",
        "balance",
    ):
        assert found[name] == 0.0, name
    assert found["fact_recall_text"] == values(CASE, SOUND)["fact_recall_text"]


def test_a_source_without_a_hash_is_known_by_its_name() -> None:
    what = unknown(*(replace(s, sha256="", path=f"C:\\in\\{s.id}") for s in SOUND.sources))
    assert values(CASE, what) == values(CASE, SOUND)


def test_a_brief_is_not_believed() -> None:
    verdict = replace(SOUND.sentences[0].verdict, status="supported")
    lie = replace(SOUND.sentences[0], text="Twelve people were killed, the police said.", verdict=verdict, origins=9)
    assert values(CASE, replace(SOUND, sentences=(lie,)))["citation_recall"] == 0.0


def test_days_of_publication_are_the_cases() -> None:
    """A brief may not move a date by giving its source another day."""
    texts = {"harbour.txt": "The ferry struck the pier on Monday.\n"}
    of = case(texts, [])
    dated = replace(of, sources=tuple(replace(s, published=date(2031, 4, 2)) for s in of.sources))
    what = brief(
        dated, ("The ferry struck the pier on April 7.", [("harbour.txt", "The ferry struck the pier on Monday.")])
    )
    moved = replace(what, sources=tuple(replace(s, published=date(2031, 4, 9)) for s in what.sources))
    assert values(dated, moved)["numbers"] == 0.0
    assert values(of, moved)["numbers"] == 0.0  # a day that nobody but the brief knows proves nothing


def test_a_run_is_a_row_for_each_entry_and_an_error_is_no_zero() -> None:
    entries = (
        Entry(case=CASE, brief=SOUND),
        Entry(case=CASE, repeat=1, brief=replace(SOUND, sentences=SOUND.sentences[:1])),
        Entry(case=replace(CASE, id="other"), error="no answer"),
        Entry(case=replace(CASE, id="third"), brief=replace(SOUND, sentences=())),
    )
    rows = score_run(Run(label="x", path=Path("x"), entries=entries, repeats=2))
    assert [(r.case, r.repeat, bool(r.scores), r.error) for r in rows] == [
        ("ferry", 0, True, ""),
        ("ferry", 1, True, ""),
        ("other", 0, False, "no answer"),
        ("third", 0, True, ""),
    ]
    # Repeats first: ((5/6 + 3/6) / 2 + 0) / 2; three rows at once would give another mean.
    assert mean_of(rows, "fact_recall") == pytest.approx((4 / 6 + 0) / 2)
    assert score_entry(entries[2]).value("fact_recall") is None
    shown = table.render("x", rows)
    assert "0.333" in shown
    assert "third: schema: the brief says nothing" in shown
    assert GLOBE not in shown
