"""Re-citing as plain data: a cursor over passages, a span that grows and shrinks, and what may be saved of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.records import Citation
from summarizer.review.changing import reciting
from summarizer.review.changing.reciting import Reciting, Span, span_of
from summarizer.review.evidence import spans
from summarizer.review.evidence.examining import Candidate

TEXT = "The ferry struck the pier. Two people were hurt. It was Tuesday."
FERRY, HURT, DAY = ((TEXT.index(s), TEXT.index(s) + len(s)) for s in TEXT.split(". ")[:3])


def cite(source: str, span: tuple[int, int]) -> Citation:
    return Citation(source=source, start=span[0], end=span[1], quote=TEXT[slice(*span)])


ONE, TWO, THREE = cite("s1", FERRY), cite("s2", HURT), cite("s3", DAY)
FOUND = (
    Candidate(citation=THREE, score=0.9, status="supported"),
    Candidate(citation=ONE, score=0.5, status="partial", cited=True),
)


def test_begins_at_what_was_looked_at() -> None:
    state = reciting.begin((ONE, TWO), 1)
    assert (state.cursor, state.target, state.span) == (1, 1, span_of(TWO))
    assert [p.cited for p in state.passages] == [0, 1]


@pytest.mark.parametrize("target", [-1, 2, 99])
def test_begins_at_the_first_where_that_is_no_citation(target: int) -> None:
    assert reciting.begin((ONE, TWO), target).span == span_of(ONE)


def test_nothing_cited() -> None:
    state = reciting.begin(())
    assert (state.passage, state.span) == (None, None)
    assert reciting.chosen(state, 3) == state
    assert reciting.replaced(state, ONE).citations == (ONE,)
    assert reciting.removed(state).refused


def test_suggestions_stand_below_and_take_nothing_away() -> None:
    state = reciting.suggested(reciting.chosen(reciting.begin((ONE, TWO)), 1), FOUND)
    assert [(p.cited, p.score) for p in state.passages] == [(0, 0.5), (1, None), (None, 0.9)]
    assert (state.cursor, state.span) == (1, span_of(TWO))


def test_suggestions_where_nothing_is_chosen() -> None:
    state = reciting.suggested(reciting.begin(()), FOUND[:1])
    assert state.span == span_of(THREE)


def test_moves_within_the_list() -> None:
    state = reciting.suggested(reciting.begin((ONE, TWO)), FOUND)
    assert reciting.chosen(state, 2).span == span_of(THREE)
    assert reciting.chosen(state, 9).cursor == 2
    assert reciting.chosen(state, -1).cursor == 0


def test_sources_one_by_one_and_all_again() -> None:
    state = reciting.suggested(reciting.begin((ONE,)), FOUND)
    names = ("s1", "s2")
    first = reciting.of_source(state, names, 1)
    assert (first.source, first.span, len(first.passages)) == ("s1", None, 1)
    assert reciting.of_source(first, names, 1).source == "s2"
    last = reciting.of_source(reciting.of_source(first, names, 1), names, 1)
    assert (last.source, last.span) == (None, span_of(ONE))
    assert reciting.of_source(state, names, -1).source == "s2"


def test_grows_and_shrinks() -> None:
    state = reciting.selected(reciting.begin((ONE,)), TEXT, Span("s1", 4, 9))
    grown = reciting.moved(state, TEXT, "end", 1)
    assert grown.span == Span("s1", 4, 16)
    assert reciting.moved(grown, TEXT, "end", -1).span == state.span
    assert reciting.moved(grown, TEXT, "start", 1).span == Span("s1", 0, 16)
    assert reciting.widened(state, TEXT).span == Span("s1", *FERRY[:1], FERRY[1] + 1)
    twice = reciting.widened(reciting.widened(state, TEXT), TEXT).span
    assert twice is not None
    assert TEXT[twice.start : twice.end].endswith("hurt.")


def test_selected_exactly() -> None:
    state = reciting.begin((ONE,))
    assert reciting.selected(state, TEXT, Span("s2", 5, 7)).span == Span("s2", 5, 7)
    assert reciting.selected(state, TEXT, Span("s2", 60, 900)).span == Span("s2", 60, len(TEXT))
    assert reciting.selected(state, TEXT, Span("s2", 7, 7)) == state


@given(st.text("ae\u0301\u200d👨\U0001f1eb\U0001f1f7\r\n .", min_size=1), st.integers(0, 60), st.integers(0, 60))
def test_never_inside_a_character(text: str, start: int, end: int) -> None:
    state = reciting.selected(reciting.begin((ONE,)), text, Span("s1", start, end))
    for step in (
        lambda s: s,
        lambda s: reciting.moved(s, text, "end", 1),
        lambda s: reciting.moved(s, text, "start", -1),
        lambda s: reciting.widened(s, text),
    ):
        state = step(state)
        if state.span is not None and state.span != span_of(ONE):
            _, low, high = state.span
            assert 0 <= low < high <= len(text)
            assert not spans.splits(text, low)
            assert not spans.splits(text, high)


def at(cursor: int, *citations: Citation) -> Reciting:
    return reciting.chosen(reciting.begin(citations), cursor)


def test_replaced() -> None:
    assert reciting.replaced(at(0, ONE, TWO), THREE).citations == (THREE, TWO)
    assert reciting.replaced(at(1, ONE, TWO), THREE).citations == (ONE, THREE)
    assert reciting.replaced(at(0, ONE, TWO), ONE).refused
    assert reciting.replaced(at(0, ONE, TWO), TWO).refused


def test_what_is_found_replaces_the_target() -> None:
    state = reciting.chosen(reciting.suggested(at(0, ONE, TWO), FOUND), 2)
    assert reciting.replaced(state, THREE).citations == (THREE, TWO)
    assert reciting.replaced(reciting.aimed(state), THREE).citations == (ONE, THREE)
    assert reciting.aimed(reciting.aimed(state)).target == 0
    second = reciting.aimed(reciting.chosen(state, 1))
    assert reciting.replaced(reciting.chosen(second, 2), THREE).citations == (ONE, THREE)
    assert reciting.aimed(reciting.begin(())).target == 0


def test_added() -> None:
    assert reciting.added(at(0, ONE), THREE).citations == (ONE, THREE)
    assert reciting.added(at(0, ONE, TWO), TWO).refused


def test_removed() -> None:
    assert reciting.removed(at(1, ONE, TWO)).citations == (ONE,)
    refused = reciting.removed(at(0, ONE))
    assert (refused.citations, "last" in refused.refused) == ((ONE,), True)
    suggestion = reciting.chosen(reciting.suggested(at(0, ONE, TWO), FOUND), 2)
    assert reciting.removed(suggestion).refused
