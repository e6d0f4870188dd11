"""What changed between two wordings, as it is shown: literal, in brackets, and short where little changed."""

import pytest

from summarizer.review.tui.dialogs.worddiff import KEPT, apart, together

LONG = "one two three four five six seven eight nine ten " * 12


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("It rained.", "It snowed.", "It [-rained-]{+snowed+}."),
        ("It rained.", "It rained.", "It rained."),
        ("", "It rained.", "{+It rained.+}"),
        ("It rained.", "", "[-It rained.-]"),
        ("a [red]b[/red]", "a [blue]b[/]", "a [[-red-]{+blue+}]b[/[-red-]]"),
        ("a\x1bb", "a\x1bc", "a␛[-b-]{+c+}"),
    ],
)
def test_together(was: str, now: str, shown: str) -> None:
    assert together(was, now).plain == shown


def test_apart() -> None:
    assert apart("It rained.", "It snowed.").plain == "was  It [-rained-].\nnow  It {+snowed+}."


def test_what_stays_the_same_is_cut_short_in_a_long_sentence() -> None:
    shown = together(f"{LONG}end", f"{LONG}finish").plain
    assert shown.startswith(f"{LONG[:KEPT]} ... ")
    assert shown.endswith("[-end-]{+finish+}")
    assert len(shown) < 3 * KEPT + 30
