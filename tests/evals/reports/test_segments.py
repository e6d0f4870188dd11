"""Marks that overlap, touch, nest or lie: the text is cut right, and none of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evals.reports.page.segments import Mark, segments


@pytest.mark.parametrize(
    ("length", "marks", "expected"),
    [
        (0, [], []),
        (5, [], [(0, 5, "", "")]),
        (9, [(2, 5, "a")], [(0, 2, "", ""), (2, 5, "a", "a"), (5, 9, "", "")]),
        # they cross
        (
            9,
            [(1, 5, "a"), (3, 8, "b")],
            [(0, 1, "", ""), (1, 3, "a", "a"), (3, 5, "ab", "b"), (5, 8, "b", ""), (8, 9, "", "")],
        ),
        # one in the other, with one end in common
        (6, [(0, 6, "a"), (2, 6, "b")], [(0, 2, "a", "a"), (2, 6, "ab", "b")]),
        # they touch
        (4, [(0, 2, "a"), (2, 4, "b")], [(0, 2, "a", "a"), (2, 4, "b", "b")]),
        # the same place twice, for two things and for one
        (3, [(0, 3, "a"), (0, 3, "b"), (0, 3, "a")], [(0, 3, "ab", "ab")]),
        # beyond the text, before it, empty, backwards
        (
            4,
            [(2, 9, "a"), (-3, 1, "b"), (3, 3, "c"), (3, 1, "d")],
            [(0, 1, "b", "b"), (1, 2, "", ""), (2, 4, "a", "a")],
        ),
    ],
)
def test_a_text_is_cut_where_a_mark_begins_or_ends(
    length: int, marks: list[tuple[int, int, str]], expected: list[tuple[int, int, str, str]]
) -> None:
    found = segments(length, [Mark(start, end, key, "cited") for start, end, key in marks])
    shown = [(s.start, s.end, "".join(m.key for m in s.marks), "".join(m.key for m in s.begin)) for s in found]
    assert shown == expected


@given(
    st.integers(0, 30),
    st.lists(st.builds(Mark, st.integers(-3, 33), st.integers(-3, 33), st.sampled_from("abc"), st.just("missed"))),
)
def test_every_code_point_is_under_its_own_marks_and_no_other(length: int, marks: list[Mark]) -> None:
    found = segments(length, marks)
    assert [i for s in found for i in range(s.start, s.end)] == list(range(length))
    for segment in found:
        for i in range(segment.start, segment.end):
            assert {m.key for m in segment.marks} == {m.key for m in marks if m.start <= i < m.end}
