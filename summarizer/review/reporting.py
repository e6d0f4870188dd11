"""Reporting both sides of a disagreement: which answers no sentence gives yet, and the sources' own words for them."""

import re
from collections.abc import Sequence

from summarizer.records import Citation, Disagreement, Position
from summarizer.review.nouns import Item

_QUOTES = str.maketrans("‘’“”", "''\"\"")


def missing(disagreement: Disagreement, items: Sequence[Item]) -> tuple[tuple[str, tuple[Citation, ...]], ...]:
    """For each position that no sentence gives: what its source says, on one line, and where.

    A sentence gives a position if it cites where that stands and has its very words; a rejected one gives nothing.
    """
    standing = [item for item in items if item.choice != "rejected"]
    found: dict[str, tuple[Citation, ...]] = {}
    for position in disagreement.positions:
        said = next((c for c in position.citations if c.quote.strip()), None)
        if said is not None and not any(_gives(item, position) for item in standing):
            found.setdefault(" ".join(said.quote.split()), (said,))
    return tuple(found.items())


def giving(disagreement: Disagreement, items: Sequence[Item]) -> tuple[tuple[str, ...], ...]:
    """For each position the ids of the sentences that give it, as `missing` sees it."""
    standing = [item for item in items if item.choice != "rejected"]
    return tuple(tuple(item.id for item in standing if _gives(item, p)) for p in disagreement.positions)


def _gives(item: Item, position: Position) -> bool:
    value, text = _words(position.value), _words(item.text)
    if not value or not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text):
        return False
    return any(_meet(mine, theirs) for mine in item.citations for theirs in position.citations)


def _meet(one: Citation, other: Citation) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def _words(text: str) -> str:
    return " ".join(text.translate(_QUOTES).casefold().split())
