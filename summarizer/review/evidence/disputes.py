"""Which sentence under review gives which position of a disagreement, and what is still to be said for "both"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.articles.nouns import Span
from summarizer.articles.topic import cited
from summarizer.checking.briefs import Contexts, span_fault
from summarizer.checking.numbers import quantities
from summarizer.checking.positions import gives
from summarizer.checking.reading import read
from summarizer.records import Brief, Citation, Disagreement, Position
from summarizer.review.evidence.desk import Desk
from summarizer.review.nouns import State

FEW = 2  # words beside the figure of a value that is a figure: "as many as", "at least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One position, and the ids of the sentences that give it; a rejected sentence gives none."""

    position: Position
    given_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """The source's own sentence for a position that nothing gives yet."""

    position: Position
    text: str
    citations: tuple[Citation, ...]


def standings(disagreement: Disagreement, state: State) -> tuple[Standing, ...]:
    """Each position of the disagreement, in its order."""
    items = [item for item in state.items if item.choice != "rejected"]
    return tuple(
        Standing(position=p, given_by=tuple(item.id for item in items if gives(item.text, item.citations, p)))
        for p in disagreement.positions
    )


def positions(brief: Brief, state: State) -> Mapping[str, tuple[Standing, ...]]:
    """The standings of every disagreement, by its id."""
    return {d.id: standings(d, state) for d in brief.disagreements}


def others(found: Iterable[Standing], value: str) -> tuple[str, ...]:
    """The sentences that give another value than `value`, and not `value` as well: those that "use" hints at."""
    found = tuple(found)
    right = {name for s in found if _same(s.position.value, value) for name in s.given_by}
    wrong = (name for s in found if not _same(s.position.value, value) for name in s.given_by)
    return tuple(dict.fromkeys(name for name in wrong if name not in right))


def _same(one: str, other: str) -> bool:
    """Whether two values are the same words, or one figure with this bound or that."""
    if one.casefold() == other.casefold():
        return True
    figures = [{q.value for q in quantities(value)} for value in (one, other)]
    return bool(figures[0]) and figures[0] == figures[1] and max(map(_wordy, (one, other))) <= FEW


def _wordy(value: str) -> int:
    """The words of a value that are no figure."""
    return sum(bool(t.key) and t.content and not t.text[0].isdigit() for t in read(value).tokens)


def additions(found: Iterable[Standing], desk: Desk) -> tuple[Addition, ...]:
    """What "both" adds: for each value that no sentence gives, the whole first sentence that is cited for it.

    A value that differs by nothing but a bound ("12,000", "as many as 12,000") is the same one here, and two positions
    in one sentence need it once.
    """
    found = tuple(found)
    told = [s.position.value for s in found if s.given_by]
    made: dict[tuple[str, int, int], Addition] = {}
    for standing in found:
        position = standing.position
        if not position.citations or any(_same(position.value, value) for value in told):
            continue
        told.append(position.value)
        whole = _whole(position.citations, desk)
        place = (whole.source, whole.start, whole.end)
        made.setdefault(place, Addition(position=position, text=" ".join(whole.quote.split()), citations=(whole,)))
    return tuple(made.values())


def _whole(citations: Sequence[Citation], desk: Desk) -> Citation:
    """The first citation that its source still bears out, grown to its whole sentence; else the first as the brief has
    it."""
    for citation in citations:
        if citation.source not in desk.sources:
            continue
        page = desk.page(citation.source)
        texts = {} if page.trouble else {citation.source: page.text}
        if not span_fault(citation, texts):
            start, end = Contexts(texts).bounds(citation)
            return cited(Span(source=citation.source, start=start, end=end), page.text)
    return replace(citations[0], corroborates=False)
