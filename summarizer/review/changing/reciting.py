"""Choosing other evidence for a sentence, as plain data: a cursor over passages, and a span that grows and shrinks.

Nothing is shown, searched or saved here; every key of the dialog is one function from a state to the next. A span is
half-open code points of the decoded source, and never ends inside what a reader sees as one character.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from summarizer.records import Citation, Status
from summarizer.review.evidence import spans
from summarizer.review.evidence.examining import Candidate
from summarizer.review.evidence.spans import Edge


class Span(NamedTuple):
    source: str
    start: int
    end: int


def span_of(citation: Citation) -> Span:
    return Span(citation.source, citation.start, citation.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One line of the list: what the sentence cites now, or what was found for it."""

    span: Span
    quote: str
    cited: int | None = None  # which of the sentence's citations this is
    score: float | None = None  # how well it bears the sentence out, 0 to 1
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reciting:
    """`target` is the citation that what is found would replace, an index into `citations`; `span` is chosen now."""

    citations: tuple[Citation, ...]
    target: int
    passages: tuple[Passage, ...]
    cursor: int = 0
    span: Span | None = None
    source: str | None = None  # suggestions of this source alone

    @property
    def passage(self) -> Passage | None:
        """The one under the cursor."""
        return self.passages[self.cursor] if self.passages else None

    @property
    def aim(self) -> int:
        """Which citation would be replaced now: the one under the cursor, else the target."""
        passage = self.passage
        return self.target if passage is None or passage.cited is None else passage.cited


class Outcome(NamedTuple):
    """The citations as they would be, or why they would not."""

    citations: tuple[Citation, ...]
    refused: str = ""


def begin(citations: Sequence[Citation], target: int = 0) -> Reciting:
    """What the sentence cites, with the cursor on the citation that the reader was looking at."""
    cited = tuple(Passage(span=span_of(c), quote=c.quote, cited=n) for n, c in enumerate(citations))
    target = target if 0 <= target < len(cited) else 0
    span = cited[target].span if cited else None
    return Reciting(citations=tuple(citations), target=target, passages=cited, cursor=target, span=span)


def suggested(state: Reciting, candidates: Iterable[Candidate]) -> Reciting:
    """With what was found for the sentence, in its order; what is chosen stays chosen, and if
    nothing is, the best that was found is. What the sentence cites keeps
    its place, and gets what each passage alone would bear out."""
    said = {span_of(c.citation): c for c in candidates}
    cited = []
    for passage in state.passages:
        if passage.cited is not None:
            candidate = said.pop(passage.span, None)
            cited.append(
                replace(passage, score=candidate.score, status=candidate.status)
                if candidate
                else replace(passage, score=None, status=None)
            )
    found = (Passage(span=span, quote=c.citation.quote, score=c.score, status=c.status) for span, c in said.items())
    cursor = state.cursor if state.cursor < len(cited) else max(len(cited) - 1, 0)
    fresh = replace(state, passages=(*cited, *found), cursor=cursor)
    return fresh if state.span or not said else chosen(fresh, len(cited))


def chosen(state: Reciting, index: int) -> Reciting:
    """The passage at `index`, or the nearest there is, under the cursor and as the span."""
    if not state.passages:
        return state
    cursor = min(max(index, 0), len(state.passages) - 1)
    return replace(state, cursor=cursor, span=state.passages[cursor].span)


def aimed(state: Reciting) -> Reciting:
    """The citation under the cursor is the target; where none is, the one after the present target."""
    on_cited = state.passage is not None and state.passage.cited is not None
    return replace(state, target=state.aim if on_cited else (state.target + 1) % max(1, len(state.citations)))


def of_source(state: Reciting, names: Sequence[str], by: int) -> Reciting:
    """The next source (`by` 1) or the one before (-1) alone, with nothing chosen in it yet; after the last come all."""
    places = (None, *names)
    at = places.index(state.source) if state.source in places else 0
    source = places[(at + by) % len(places)]
    cited = tuple(passage for passage in state.passages if passage.cited is not None)
    fresh = replace(state, source=source, passages=cited, cursor=state.target, span=None)
    return chosen(fresh, state.target) if source is None else fresh


def moved(state: Reciting, text: str, edge: Edge, by: int) -> Reciting:
    """One end of the span a word further out (1) or in (-1); a span keeps at least one word."""
    if state.span is None:
        return state
    name, start, end = state.span
    return replace(state, span=Span(name, *spans.grow(text, start, end, edge, by)))


def widened(state: Reciting, text: str) -> Reciting:
    """The span as whole sentences; where it is that already, one sentence more."""
    if state.span is None:
        return state
    name, start, end = state.span
    return replace(state, span=Span(name, *spans.sentence(text, start, end, 1)))


def selected(state: Reciting, text: str, span: Span) -> Reciting:
    """What was drawn over with the mouse, or found by searching, is the span: exactly, but for characters cut in two,
    which are in it whole. What lies outside the text, or is empty, is no span."""
    name, start, end = span
    start, end = max(0, start), min(end, len(text))
    if start >= end:
        return state
    while spans.splits(text, start):
        start -= 1
    while spans.splits(text, end):
        end += 1
    return replace(state, span=Span(name, start, end))


def replaced(state: Reciting, citation: Citation) -> Outcome:
    """`citation` in the place of the one that is aimed at; as the only one where the sentence cites nothing."""
    was, at = state.citations, state.aim
    if not was:
        return Outcome((citation,))
    if span_of(citation) == span_of(was[at]):
        return Outcome(was, "this is what the sentence cites already: nothing to change")
    if span_of(citation) in map(span_of, (*was[:at], *was[at + 1 :])):
        return Outcome(was, "the sentence cites this passage already, in another place")
    return Outcome((*was[:at], citation, *was[at + 1 :]))


def added(state: Reciting, citation: Citation) -> Outcome:
    """`citation` beside the others."""
    if span_of(citation) in map(span_of, state.citations):
        return Outcome(state.citations, "the sentence cites this passage already")
    return Outcome((*state.citations, citation))


def removed(state: Reciting) -> Outcome:
    """Without the citation under the cursor."""
    passage, was = state.passage, state.citations
    if passage is None or passage.cited is None:
        return Outcome(was, "choose one of the cited passages (j, k) to remove it")
    if len(was) == 1:
        return Outcome(was, "the last citation stays: add another one first, or reject the sentence")
    return Outcome((*was[: passage.cited], *was[passage.cited + 1 :]))
