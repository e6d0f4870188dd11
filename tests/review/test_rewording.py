"""Words that are typed or pasted: one line, which cannot act, is not empty, and differs from what it replaces."""

import pytest

from summarizer.review.changing.rewording import EMPTY, SAME, committed, refusal, typed


@pytest.mark.parametrize(
    ("text", "shown", "kept"),
    [
        ("Two were hurt.", "Two were hurt.", "Two were hurt."),
        ("Two\nwere\r\nhurt.", "Two were hurt.", "Two were hurt."),
        ("Two\u2028were\x85hurt\t.", "Two were hurt .", "Two were hurt ."),
        ("  Two  were hurt. ", "  Two  were hurt. ", "Two were hurt."),
        ("a\x1b[31mb\x9bc\x00", "a␛[31mb\ufffdc␀", "a␛[31mb\ufffdc␀"),
        ("a\u202eb\ufeffc\ud800", "a\ufffdb\ufffdc\ufffd", "a\ufffdb\ufffdc\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"),  # a joiner with work to do
        ("می\u200c", "می\u200c", "می\ufffd"),  # it may yet get some, or not
        (
            "[red]a[/red] [@click=app.quit]b[/]",
            "[red]a[/red] [@click=app.quit]b[/]",
            "[red]a[/red] [@click=app.quit]b[/]",
        ),
    ],
)
def test_safe_and_one_line(text: str, shown: str, kept: str) -> None:
    assert typed(text) == shown
    assert committed(text) == committed(shown) == kept


@pytest.mark.parametrize(
    ("was", "text", "why"),
    [
        ("Two were hurt.", "Three were hurt.", ""),
        ("Two were hurt.", "Two were hurt.", SAME),
        ("Two were hurt.", " Two  were\nhurt. ", SAME),
        ("Two\nwere hurt.", "Two were hurt.", SAME),
        ("Two were hurt.", "", EMPTY),
        ("Two were hurt.", " \n\t", EMPTY),
        ("", "", EMPTY),
        ("", "Two were hurt.", ""),
    ],
)
def test_refused(was: str, text: str, why: str) -> None:
    assert refusal(was, text) == why
