"""Small cases and briefs for tables: a case of a few lines of text, and briefs that cite it by quote."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizer.evals.cases.nouns import Anchors, Answer, Case, CaseSource, Fact, Importance, Place, Question, Support
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Score, Subject
from summarizer.records import Brief, BriefSentence, Citation, Source

HARBOUR = (
    "A ferry struck the pier at Orlund on Monday.\n"
    "Ten people were killed, the police said.\n"
    "The captain was not hurt.\n"
    "Divers searched the harbour until dusk.\n"
)
GLOBE = (
    "The crash at Orlund killed 10 people.\n"
    "About 80 passengers may have been injured, a doctor said.\n"
    "The pier will stay shut until Friday.\n"
)
OTHER = "Two trains collided near Vale.\nThirty people were hurt there.\n"
TEXTS = {"harbour.txt": HARBOUR, "globe.txt": GLOBE}
Quote = tuple[str, str]  # file, quote


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def source(file: str, text: str, **given: Any) -> CaseSource:
    return CaseSource(file=file, sha256=sha(text), text=text, **given)


def place(texts: Mapping[str, str], file: str, quote: str) -> Place:
    start = texts[file].index(quote)
    return Place(file=file, start=start, end=start + len(quote), quote=quote)


def support(texts: Mapping[str, str], *groups: Sequence[Quote]) -> Support:
    return tuple(tuple(place(texts, file, quote) for file, quote in group) for group in groups)


def fact(
    id: str,
    text: str,
    groups: Sequence[Sequence[Quote]],
    importance: Importance = 2,
    texts: Mapping[str, str] = TEXTS,
    accept: tuple[str, ...] = (),
    anchors: Anchors | None = None,
) -> Fact:
    held = support(texts, *groups)
    return Fact(id=id, text=text, importance=importance, accept=accept, anchors=anchors or Anchors(), support=held)


def answer(value: str, *quotes: Quote, texts: Mapping[str, str] = TEXTS, accept: tuple[str, ...] = ()) -> Answer:
    return Answer(value=value, accept=accept, support=support(texts, *([quote] for quote in quotes)))


KILLED = fact(
    "f1",
    "Ten people were killed.",
    [[("harbour.txt", "Ten people were killed")], [("globe.txt", "killed 10 people")]],
    3,
)
STRUCK = fact("f2", "A ferry struck the pier at Orlund.", [[("harbour.txt", "A ferry struck the pier at Orlund")]], 2)
SEARCHED = fact("f3", "Divers searched the harbour.", [[("harbour.txt", "Divers searched the harbour")]], 1)
FACTS = (KILLED, STRUCK, SEARCHED)


def case(
    texts: Mapping[str, str] = TEXTS,
    facts: Sequence[Fact] = FACTS,
    questions: Sequence[Question] = (),
    words: int = 30,
    more: Iterable[CaseSource] = (),
    **given: Any,
) -> Case:
    own = [source(file, text) for file, text in texts.items()]
    return Case(
        id="ferry",
        path=Path("ferry/case.yaml"),
        title="A ferry strikes a pier",
        words=words,
        sources=(*own, *more),
        facts=tuple(facts),
        disagreements=tuple(questions),
        **given,
    )


def cite(of: Case, file: str, quote: str, corroborates: bool = False) -> Citation:
    """A citation in a brief whose source ids are the file names."""
    start = of.source[file].text.index(quote)
    return Citation(source=file, start=start, end=start + len(quote), quote=quote, corroborates=corroborates)


def brief(of: Case, *sentences: tuple[str, Sequence[Quote | Citation]], **given: Any) -> Brief:
    """Sentences b1, b2, … each with its quotes; every source of the case is listed."""
    made = []
    for n, (text, quotes) in enumerate(sentences, 1):
        citations = tuple(q if isinstance(q, Citation) else cite(of, *q) for q in quotes)
        made.append(BriefSentence(id=f"b{n}", text=text, citations=citations))
    sources = tuple(Source(id=s.file, path=f"x/{s.file}", sha256=s.sha256) for s in of.sources)
    return Brief(sources=sources, sentences=tuple(made), **given)


def measure(metric: str, of: Case, what: Brief) -> Score:
    """One metric of a brief, by its function and so without the rule for empty briefs."""
    found = {m.name: m for m in METRICS}[metric]
    return found.measure(Subject(case=of, brief=what))
