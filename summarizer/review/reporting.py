"""Reporting both sides of a disagreement: the sources' own words for each answer that no sentence gives yet."""

from summarizer.records import Citation, Disagreement
from summarizer.review.nouns import State


def missing(disagreement: Disagreement, state: State) -> tuple[tuple[str, tuple[Citation, ...]], ...]:
    """For each position that no sentence gives: what is cited for it, on one line, and where. Without the sources'
    texts; `disputes.additions` gives whole sentences where they are at hand.
    """
    from summarizer.review.evidence.disputes import (
        standings,  # brings the checks along, which few sittings need this early
    )

    found: dict[str, tuple[Citation, ...]] = {}
    for standing in standings(disagreement, state):
        said = next((c for c in standing.position.citations if c.quote.strip()), None)
        if said is not None and not standing.given_by:
            found.setdefault(" ".join(said.quote.split()), (said,))
    return tuple(found.items())
