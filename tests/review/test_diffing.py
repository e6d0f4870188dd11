"""Word diffs: nothing lost, and readable where little was changed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.review.changing.diffing import MOST, words

TEXTS = st.lists(
    st.sampled_from(
        ["a", "the", "dam", "dams", " ", "  ", "\n", "\r\n", ".", ",", "1,500", "15", "e\u0301", "漢字", "👨\u200d👩"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def shown(old: str, new: str) -> str:
    """As a person sees it: what is gone in [- -], what is new in {+ +}."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[kind].format(text) for kind, text in words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Twelve boats sank.", "Twelve boats sank.", "Twelve boats sank."),
        ("", "", ""),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("Twelve boats sank.", "Thirteen boats sank.", "[-Twelve-]{+Thirteen+} boats sank."),
        ("Twelve boats sank.", "Twelve boats sank on Friday.", "Twelve boats sank{+ on Friday+}."),
        ("At least 1,500 died.", "At least 1,200 died.", "At least [-1,500-]{+1,200+} died."),
        (
            "Aftershocks continued through Wednesday,",
            "Aftershocks were felt until Wednesday evening.",
            "Aftershocks [-continued through-]{+were felt until+} Wednesday[-,-]{+ evening.+}",
        ),
        ("It was red here.", "It is blue here.", "It [-was red-]{+is blue+} here."),
        ("The mayor’s dog", "The mayor's dog", "The [-mayor’s-]{+mayor's+} dog"),
        ("大阪で12人", "大阪で14人", "大阪で[-12-]{+14+}人"),
        ("two  spaces", "two spaces", "two[-  -]{+ +}spaces"),
    ],
)
def test_reads_well(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@given(TEXTS, TEXTS)
def test_nothing_is_lost(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new
    assert all(p.text for p in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))
    assert not any((one.kind, other.kind) == ("new", "gone") for one, other in pairwise(pieces))


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost_of_any_text(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new


def test_a_text_without_measure_is_one_change_between_what_is_the_same() -> None:
    old, new = "a " * MOST, "b " * MOST
    assert [p.kind for p in words(f"Here {old}there", f"Here {new}there")] == ["same", "gone", "new", "same"]
