"""The disagreements of the invented articles are found, each with all of its answers, and nothing else is reported."""

import pytest
from invented import HELD, TRIED, Row
from invented_kinds import KEPT, SHOWN
from invented_later import LAST, LATER
from samples import topic_of_lines

from summarizer.records import Disagreement
from summarizer.writing.disagreements.finding import disagreements


def _has(found: Disagreement, pieces: tuple[str, ...]) -> bool:
    return all(any(piece in position.value for position in found.positions) for piece in pieces)


@pytest.mark.parametrize("row", TRIED + HELD + LATER + LAST + SHOWN + KEPT, ids=lambda row: row.about)
def test_what_is_disputed_is_found_and_nothing_else(row: Row) -> None:
    found = [d for d in disagreements(topic_of_lines(*row.articles)) if d.kind != "scope"]
    missed = [pieces for pieces in row.expected if not any(_has(d, pieces) for d in found)]
    false = [d.about for d in found if not any(_has(d, pieces) for pieces in row.expected + row.beyond)]
    assert (missed, false) == ([], [])
