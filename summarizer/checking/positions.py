"""Which sentence gives which answer to a question on which the sources differ."""

from collections.abc import Sequence

from summarizer.checking.numbers import quantities
from summarizer.records import Citation, Position


def gives(text: str, citations: Sequence[Citation], position: Position) -> bool:
    """Whether a sentence of a brief gives this answer: it cites one of its places and has its figure or words.

    An answer in words may be worded anew; then it has to rest on that place, not only be corroborated by it.
    """
    places = [
        c
        for c in citations
        if any(c.source == p.source and c.start < p.end and p.start < c.end for p in position.citations)
    ]
    figures = {q.value for q in quantities(position.value)}
    if figures:
        return bool(places) and figures <= {q.value for q in quantities(text)}
    stated = position.value.casefold() in text.casefold()
    return any(stated or not c.corroborates for c in places)
