"""How well copies are told from independent reports, over pairs of invented pages; and no merging in chains."""

from itertools import pairwise

import pytest
from invented_events import EVENTS, Event
from invented_pairs import Pair, page, pairs, read_page, wired

from summarizer.articles.origins import find_origins
from summarizer.records import Origin

PAIRS = tuple(pairs())


def origins(*pages: str) -> tuple[Origin, ...]:
    read = [read_page(f"s{n}", text) for n, text in enumerate(pages, 1)]
    return find_origins([article for article, _ in read], [s for _, sentences in read for s in sentences])


def kind_of(pair: Pair) -> str:
    found = origins(pair.one, pair.other)
    return found[0].kind if len(found) == 1 else "apart"


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_copies_are_told_from_independent_reports(event: Event) -> None:
    mine = [pair for pair in PAIRS if pair.event == event.name]
    assert sum(pair.copies for pair in mine) >= 10
    wrong = [pair.kind for pair in mine if (kind_of(pair) != "apart") != pair.copies]
    assert wrong == []


@pytest.mark.parametrize(
    ("made", "kinds"),
    [
        ("reprint, cut and retitled", {"reprint"}),
        ("reprint, few edits", {"reprint"}),
        ("paraphrase", {"near-copy"}),
        ("wire, two papers", {"wire-copy"}),
        ("wire, paper and agency", {"wire-copy"}),
    ],
)
def test_the_kind_of_copy(made: str, kinds: set[str]) -> None:
    assert {kind_of(pair) for pair in PAIRS if pair.kind == made} == kinds


def test_the_reason_of_a_wire_copy_names_the_agency() -> None:
    pair = next(pair for pair in PAIRS if pair.kind == "wire, two papers")
    [origin] = origins(pair.one, pair.other)
    assert origin.reason == "both carry Reuters's story: 4 sentences of s1 stand almost word for word in s2"


def test_two_stories_in_one_round_up_are_not_chained() -> None:
    for event, other in pairwise(EVENTS):
        first, second = page("One", wired(event, event.story.split("\n"))), page("Two", other.story)
        both = page("The day", event.story, other.story, EVENTS[0].region)
        found = origins(first, both, second)
        assert not any({"s1", "s3"} <= set(origin.sources) for origin in found)
        assert any(len(origin.sources) == 2 for origin in found)
