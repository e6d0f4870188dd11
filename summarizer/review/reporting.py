"""Reporting both sides of a disagreement: which answers no sentence gives yet, and the sources' own words for them."""

from collections.abc import Sequence

from summarizer.checking.positions import gives
from summarizer.records import Citation, Disagreement
from summarizer.review.nouns import Item


def missing(disagreement: Disagreement, items: Sequence[Item]) -> tuple[tuple[str, tuple[Citation, ...]], ...]:
    """For each position that no sentence gives: what its source says, on one line, and where. A rejected sentence gives
    nothing.
    """
    standing = [item for item in items if item.choice != "rejected"]
    found: dict[str, tuple[Citation, ...]] = {}
    for position in disagreement.positions:
        said = next((c for c in position.citations if c.quote.strip()), None)
        if said is not None and not any(gives(item.text, item.citations, position) for item in standing):
            found.setdefault(" ".join(said.quote.split()), (said,))
    return tuple(found.items())
