"""Where in the brief a sentence that is added belongs: after the one that cites the nearest place before its own."""

from collections.abc import Sequence

from summarizer.records import Citation
from summarizer.review.nouns import Item


def after(citations: Sequence[Citation], items: Sequence[Item]) -> str | None:
    """The id of that sentence; None, which is the end, where no sentence cites anything before it in its source."""
    if not citations:
        return None
    first = citations[0]
    before = [
        (c.start, n, item.id)
        for n, item in enumerate(items)
        for c in item.citations
        if c.source == first.source and c.start <= first.start and not c.corroborates
    ]
    return max(before)[2] if before else None
