"""What must not change a score: the order of the sources, their line ends, one more source that does not matter."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from scored_samples import FACTS, OTHER, TEXTS, Quote, answer, brief, case, cite, fact, source

from summarizer.evals.cases.nouns import Case, Question
from summarizer.evals.scoring.metrics import score
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Brief

H, G = "harbour.txt", "globe.txt"
ANSWERS: list[tuple[str, Quote]] = [("10", (H, "Ten people were killed")), ("80", (G, "About 80 passengers"))]


def made(texts: Mapping[str, str]) -> Case:
    facts = [
        fact(f.id, f.text, [[(p.file, p.quote) for p in group] for group in f.support], f.importance, texts)
        for f in FACTS
    ]
    values = tuple(answer(value, quote, texts=texts, accept=("ten",)) for value, quote in ANSWERS)
    asked = Question(id="d1", question="How many people were killed or injured?", kind="conflict", values=values)
    return case(texts, facts, [asked])


def told(of: Case) -> Brief:
    """A brief with faults of many kinds, so that no metric is at an end where it could not move."""
    killed = "Ten people were killed, the police said."
    return brief(
        of,
        (killed, [cite(of, H, killed), cite(of, G, "The crash at Orlund killed 10 people.", corroborates=True)]),
        ("Twelve divers never searched Vale.", [(H, "Divers searched the harbour until dusk.")]),
        ("About 80 passengers were injured.", [(G, "About 80 passengers may have been injured, a doctor said.")]),
        (killed, [(H, killed), (H, "The captain was not hurt.")]),
    )


def values(of: Case, what: Brief) -> dict[str, float | None]:
    return {name: found.value for name, found in score(Subject(case=of, brief=what)).items()}


def reordered() -> tuple[Case, Brief]:
    of = made(TEXTS)
    turned = replace(of, sources=of.sources[::-1])
    return turned, replace(told(turned), sources=told(of).sources)


def with_other_line_ends() -> tuple[Case, Brief]:
    of = made({file: text.replace("\n", "\r\n") for file, text in TEXTS.items()})
    return of, told(of)


def with_another_event() -> tuple[Case, Brief]:
    of = made(TEXTS)
    more = replace(of, sources=(*of.sources, source("other.txt", OTHER, relevant=False)))
    return more, told(more)


def with_a_copy() -> tuple[Case, Brief]:
    of = made(TEXTS)
    more = replace(of, sources=(source("copy.txt", TEXTS[H], duplicate_of=H), *of.sources))
    return more, told(more)


def from_a_copy() -> tuple[Case, Brief]:
    """The brief that cites the copy wherever the other cites the original."""
    of, what = with_a_copy()
    sentences = tuple(
        replace(s, citations=tuple(replace(c, source="copy.txt" if c.source == H else c.source) for c in s.citations))
        for s in what.sentences
    )
    return of, replace(what, sentences=sentences)


def with_other_ids() -> tuple[Case, Brief]:
    of = made(TEXTS)
    text = told(of).to_json().replace(f'"{H}"', '"s1"').replace(f'"{G}"', '"s2"')
    return of, Brief.from_json(text)


@pytest.mark.parametrize(
    "change", [reordered, with_other_line_ends, with_another_event, with_a_copy, from_a_copy, with_other_ids]
)
def test_scores_stay(change: Callable[[], tuple[Case, Brief]]) -> None:
    of = made(TEXTS)
    assert values(*change()) == pytest.approx(values(of, told(of)))


def test_scores_are_not_all_at_an_end() -> None:
    of = made(TEXTS)
    found = values(of, told(of))
    assert {name for name, value in found.items() if value is not None and 0 < value < 1} >= {
        *("fact_recall", "fact_recall_text", "citation_recall", "citation_precision", "joint", "numbers", "names"),
        *("polarity", "speakers", "hedges", "distinct", "balance"),
    }


def test_more_words_do_not_raise_the_normalised_recall() -> None:
    of = made(TEXTS)
    what = told(of)
    padded = replace(what, sentences=(*what.sentences, *(replace(what.sentences[0], id=f"p{n}") for n in range(9))))
    assert (values(of, padded)["fact_recall_normalised"] or 0) < (values(of, what)["fact_recall_normalised"] or 0)
    assert values(of, padded)["fact_recall"] == values(of, what)["fact_recall"]
