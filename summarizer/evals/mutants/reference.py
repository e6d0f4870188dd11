"""Briefs that show where the scale of a metric ends: one made from the answers, and two that know nothing.

`oracle` takes the sentences that hold the case's own facts, so no engine should score above it; a metric on which one
does measures something else. `random` and `lead` are the floor: sentences drawn by lot, and the first of each source in
turn. All three cite each sentence exactly and use the words that any brief of the case may have.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from random import Random
from typing import Literal, NamedTuple, get_args

from summarizer.checking.comparing import Evidence
from summarizer.checking.verdicts import corroborates
from summarizer.evals.cases.nouns import Case, Question, Support
from summarizer.evals.mutants.sources import body, holding, language, listed, text_of
from summarizer.evals.scoring.invariants import MOST
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Engine, Position

Kind = Literal["oracle", "random", "lead"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHOULD = 2  # the importance at which the answers to a question are picked: behind what must be said, before the rest
BESIDE = 0.25  # what a sentence of a copy, of another event or in another language is worth beside any other

EVEN = 0.3  # how much it counts against a source that it has been heard already
CLOSE = 2  # times as long as the sentence: what is longer says more than it bears witness to


class Wanted(NamedTuple):
    """One thing to be said: how much it matters, and the sentences that say it, any group of which will do."""

    importance: int
    options: tuple[frozenset[Citation], ...]


def make(case: Case, kind: Kind, seed: int = 0) -> Brief:
    """A brief of `case`, the same one for the same seed; `seed` tells only with `random`."""
    if kind == "oracle":
        return _oracle(case)
    every = [body(case, source) for source in case.sources]
    if kind == "random":
        drawn = [c for sentences in every for c in sentences]
        Random(f"{seed} {case.id}").shuffle(drawn)
        return _brief(case, kind, _fitting(drawn, room(case)))
    in_turn = (c for row in zip_longest(*every) for c in row if c is not None)
    return _brief(case, kind, _fitting(in_turn, room(case)))


def room(case: Case) -> int:
    """The words that a brief of `case` may have: as many as an engine's may before it is too long."""
    return int(MOST * case.words)


def words(citation: Citation) -> int:
    return len(citation.quote.split())


def _fitting(citations: Iterable[Citation], limit: int) -> Iterator[Citation]:
    """Each in order that still fits."""
    left = limit
    for citation in citations:
        if 0 < words(citation) <= left:
            left -= words(citation)
            yield citation


def _oracle(case: Case) -> Brief:
    """Greedy: by importance, and among equals what says the most per word."""
    wanted = [Wanted(fact.importance, _options(case, fact.support)) for fact in case.facts]
    for question in case.disagreements:
        if question.kind != "scope":
            wanted += [Wanted(SHOULD, _options(case, value.support)) for value in question.values]
    chosen: list[Citation] = []
    for importance in (3, 2, 1):
        while extra := _best([w for w in wanted if w.importance >= importance], wanted, chosen, case):
            chosen += sorted(extra, key=lambda c: (c.source, c.start))
    brief = _witnessed(case, _brief(case, "oracle", chosen))
    real = (question for question in case.disagreements if question.kind != "scope")
    found = tuple(_disagreement(case, question, number, brief) for number, question in enumerate(real, 1))
    return replace(brief, disagreements=found)


def _witnessed(case: Case, brief: Brief) -> Brief:
    """`brief` with the other places of its sentences' facts cited as corroboration, one of each further source, where
    the checker agrees that they report the same."""
    options = [_options(case, fact.support) for fact in case.facts]
    sentences = []
    for sentence in brief.sentences:
        own = sentence.citations[0]
        places = (c for some in options if any(own in option for option in some) for option in some for c in option)
        found: dict[str, Citation] = {}
        for c in sorted(places, key=lambda c: (c.source, c.start)):
            near = c.source != own.source and len(c.quote) <= CLOSE * len(own.quote)
            if near and c.source not in found and corroborates(sentence.text, Evidence(c.quote)):
                found[c.source] = replace(c, corroborates=True)
        sentences.append(replace(sentence, citations=(own, *found.values())))
    return replace(brief, sentences=tuple(sentences))


def _best(now: list[Wanted], every: list[Wanted], chosen: list[Citation], case: Case) -> frozenset[Citation] | None:
    """The sentences that say one more of `now` and fit: those that say the most of `every` for their words."""
    have = frozenset(chosen)
    left = room(case) - sum(words(c) for c in have)
    best: tuple[float, frozenset[Citation]] | None = None
    for want in now:
        if _said(want, have):
            continue
        for option in want.options:
            extra = option - have
            cost = sum(words(c) for c in extra)
            if cost > left or any(_forbidden(case, c) for c in extra):
                continue
            gain = sum(w.importance for w in every if not _said(w, have) and _said(w, have | extra))
            worth = gain * min(_value(case, c) for c in extra) / cost / (1 + _heard(extra, chosen)) ** EVEN
            if best is None or worth > best[0]:
                best = worth, extra
    return best[1] if best else None


def _forbidden(case: Case, citation: Citation) -> bool:
    """Whether a sentence that holds a fact says in the same breath what no brief may."""
    text = " ".join(citation.quote.split())
    return any(negative.severity == "blocker" and case.broken_by(negative, text) for negative in case.must_not)


def _heard(extra: Iterable[Citation], chosen: Iterable[Citation]) -> int:
    """How many chosen sentences are of the sources of `extra`."""
    own = {c.source for c in extra}
    return sum(c.source in own for c in chosen)


def _said(want: Wanted, have: frozenset[Citation]) -> bool:
    return any(option <= have for option in want.options)


def _value(case: Case, citation: Citation) -> float:
    source = case.sources[int(citation.source[1:]) - 1]
    fine = source.relevant and source.duplicate_of is None and language(case, source) == case.language
    return 1.0 if fine else BESIDE


def _options(case: Case, support: Support) -> tuple[frozenset[Citation], ...]:
    return tuple(frozenset(c for place in group for c in holding(case, place)) for group in support)


def _disagreement(case: Case, question: Question, number: int, brief: Brief) -> Disagreement:
    positions = tuple(
        Position(
            value=value.value,
            said_by=value.said_by,
            citations=tuple(dict.fromkeys(c for place in value.support[0] for c in holding(case, place))),
        )
        for value in question.values
    )
    cited = {c for position in positions for c in position.citations}
    return Disagreement(
        id=f"d{number}",
        about=question.question,
        kind=question.kind,
        positions=positions,
        sentences=tuple(s.id for s in brief.sentences if cited & set(s.citations)),
    )


def _brief(case: Case, kind: Kind, citations: Iterable[Citation]) -> Brief:
    sentences = tuple(
        BriefSentence(id=f"b{n}", text=text_of(c), citations=(c,), written_by="extractive")
        for n, c in enumerate(citations, 1)
    )
    engine = Engine(writer="extractive", settings={"reference": kind, "words": case.words})
    return Brief(sources=listed(case), sentences=sentences, engine=engine, language=case.language)
