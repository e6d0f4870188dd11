"""What hides in a text is counted: exactly what is replaced where the text is shown, by its kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.safe import safe
from summarizer.review.evidence.hiding import BLOCK, hidden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An honest text.\r\nTwo\tlines, “quoted”.\n", {}),
        ("\x1b[31mred\x1b[0m \x9b2J", {"escape codes": 3}),
        ("a\u202eb\u2066c\u061cd", {"direction marks": 3}),
        ("pa\u200bss\u2060wo\ufeffrd", {"zero-width characters": 3}),
        ("a\0b\x07c\x7f", {"control characters": 2, "NUL characters": 1}),
        ("over\rwritten\r\n", {"lone carriage returns": 1}),
        ("hi\U000e0041\U000e0042", {"tags": 2}),
        ("a\u2028b\x85c", {"line separators": 2}),
        ("soft\u00adly \u3164", {"invisible letters": 1, "soft hyphens": 1}),
        ("a\ufe0f b\ud800", {"lone surrogates": 1, "variation selectors": 1}),
        ("می\u200cخواهم 👨\u200d👩 ❤\ufe0f", {}),
        ("a\u200cb\u200d", {"zero-width characters": 2}),
    ],
)
def test_counted_by_kind(text: str, expected: dict[str, int]) -> None:
    assert hidden(text) == expected


def _replaced(text: str) -> int:
    shown = safe(text)
    crlf = text.count("\r\n")
    return sum(a != b for a, b in zip(text, shown, strict=True)) - crlf


ODD = st.sampled_from(
    list("ab\n\r\t\0\x1b\x9b\x85\u200b\u200c\u200d\ufe0f\u202e\u2028\ufeff\u00ad\ud800❤👨میក漢\u180b\U000e0041")
)


@given(st.lists(ODD | st.characters(), max_size=80).map("".join))
def test_counts_what_is_replaced(text: str) -> None:
    assert sum(hidden(text).values()) == _replaced(text)


@pytest.mark.parametrize("at", [-3, -2, -1, 0, 1])
def test_across_blocks(at: int) -> None:
    for odd in ("\r\n", "م\u200cی", "a\u200cی", "\r", "👨\u200d👩"):
        text = "x" * (BLOCK + at) + odd + "y" * 10
        assert sum(hidden(text).values()) == _replaced(text)
