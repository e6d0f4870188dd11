"""The briefs between which engines lie, on every case: the oracle above the extractive engine, random below lead."""

from functools import cache

import pytest
from mutants_scored import CASES

from summarizer import Settings, summarize
from summarizer.evals.cases.nouns import Case
from summarizer.evals.cases.reading import read_all
from summarizer.evals.mutants import bounds
from summarizer.evals.mutants.bounds import CONTENT, Rows
from summarizer.evals.mutants.reference import KINDS, Kind, make, words
from summarizer.evals.runs.nouns import Entry
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Score, Scored
from summarizer.evals.scoring.scoring import mean_of, score_entry


@cache
def every() -> tuple[Case, ...]:
    return tuple(read_all([CASES]))


@cache
def reference() -> Rows:
    return bounds.references(every())


@cache
def extractive() -> tuple[Scored, ...]:
    made = (Entry(case=c, brief=summarize([c.folder], Settings(words=c.words))) for c in every())
    return tuple(score_entry(entry) for entry in made)


def mean(label: str, metric: str) -> float:
    found = mean_of(extractive() if label == "extractive" else reference()[label], metric)
    assert found is not None
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_exact_and_within_its_words(kind: Kind) -> None:
    for case in every():
        brief = make(case, kind)
        first = [sentence.citations[0] for sentence in brief.sentences]
        texts = {s.id: case.source[s.path].text for s in brief.sources}
        assert brief.sentences
        assert brief == make(case, kind)
        assert all(texts[c.source][c.start : c.end] == c.quote for s in brief.sentences for c in s.citations)
        assert all(s.text == " ".join(c.quote.split()) for s, c in zip(brief.sentences, first, strict=True))
        assert len(set(first)) == len(first)
        assert sum(words(c) for c in first) <= 1.1 * case.words


def test_random_is_drawn_by_seed() -> None:
    case = every()[0]
    assert make(case, "random", 1) != make(case, "random", 2)
    assert make(case, "oracle", 1) == make(case, "oracle", 2)


def test_all_lie_within_bounds() -> None:
    assert list(bounds.faults(reference(), {"extractive": extractive()})) == []


@pytest.mark.parametrize("metric", CONTENT)
@pytest.mark.parametrize("label", ["extractive", "lead", "random"])
def test_the_oracle_is_above_on_what_a_brief_says(metric: str, label: str) -> None:
    full = metric == "disagreement_precision"  # who reports none wrongly is at the top, the oracle and others
    assert mean("oracle", metric) >= mean(label, metric) if full else mean("oracle", metric) > mean(label, metric)


@pytest.mark.parametrize("metric", ["fact_recall", "must_facts", "fact_recall_normalised"])
def test_and_on_each_case_below_on_none(metric: str) -> None:
    for best, row in zip(reference()["oracle"], extractive(), strict=True):
        assert (best.value(metric) or 0) >= (row.value(metric) or 0), best.case


def test_random_is_below_lead() -> None:
    assert mean("random", "fact_recall") < mean("lead", "fact_recall")
    assert mean("random", "must_facts") < mean("lead", "must_facts")


def test_the_oracle_breaks_no_invariant() -> None:
    for row in reference()["oracle"]:
        assert {m.name: row.value(m.name) for m in METRICS if m.tier == 0} == {
            m.name: 1 for m in METRICS if m.tier == 0
        }


def test_an_engine_above_the_oracle_is_named() -> None:
    better = {m.name: Score(metric=m.name, value=1.0) for m in METRICS}
    rows = [Scored(case=case.id, scores=better) for case in every()]
    found = list(bounds.faults(reference(), {"too good": rows}))
    assert any(fault.startswith("fact_recall: too good has 1.000") for fault in found)
    assert not any(fault.startswith(("spans", "balance")) for fault in found)
    text = bounds.render(reference(), {"too good": rows})
    assert all(f"out of bounds: {fault}" in text for fault in found)
    turned = {**reference(), "random": reference()["lead"], "lead": reference()["random"]}
    assert any("random has" in fault for fault in bounds.faults(turned, {}))
