"""One code point for one code point: what acts or hides is shown, what is honest spelling stays."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.safe import as_lines, line, row, safe

REPLACED = [
    ("\x1b]0;PWNED\x07", "␛]0;PWNED␇"),
    ("a\r\nb", "a \nb"),
    ("a\tb\nc", "a\tb\nc"),
    ("\x00\x08\x7f", "␀␈␡"),
    ("\x9b31m\x9d0;x\x9c", "\ufffd31m\ufffd0;x\ufffd"),
    ("a\x85b\u2028c\u2029d", "a␤b␤c␤d"),
    ("user\u202enimda", "user\ufffdnimda"),
    ("\u2066a\u2069\u200e\u200f\u061c", "\ufffda\ufffd\ufffd\ufffd\ufffd"),
    ("de\u200bny, de\u200dny, de\u200cny", "de\ufffdny, de\ufffdny, de\ufffdny"),
    ("\ufeffBOM so\u00adft wo\u2060rd", "\ufffdBOM so\ufffdft wo\ufffdrd"),
    ("x\U000e0041\U000e0042", "x\ufffd\ufffd"),
    ("a\ufe0f b\U000e0101", "a\ufffd b\ufffd"),
    ("\ud800", "\ufffd"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("क्\u200dष", "क्\u200dष"),
    ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),
    (
        "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 ©\ufe0f",
        "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 ©\ufe0f",
    ),
    ("葛\U000e0100城", "葛\U000e0100城"),
    ("葛\U000e0100\U000e0101", "葛\U000e0100\ufffd"),
    ("naïve “quotes” – 3 % e\u0301", "naïve “quotes” – 3 % e\u0301"),
]


@pytest.mark.parametrize(("text", "shown"), REPLACED)
def test_what_acts_or_hides_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text(alphabet=st.characters()))
def test_any_text_keeps_its_length_and_loses_its_controls(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    shown.encode()
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in "\t\n"]


def test_every_format_character_alone_is_shown() -> None:
    hiding = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"]
    # Signs that stand before Arabic or Kaithi digits, and Egyptian joiners: they have ink of their own or shape it.
    visible = {c for c in hiding if unicodedata.name(c, "").startswith(("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"))}
    shorthand = {c for c in hiding if unicodedata.name(c, "").startswith("SHORTHAND")}
    left = {c for c in hiding if safe(f"a{c}b") == f"a{c}b"}
    assert left <= visible | shorthand


def test_a_line_is_one_line() -> None:
    assert line(" two\r\n\r\n words\t\u00a0here\u2028") == "two words here␤"


ROWS = [
    ("a table  of two", "a table  of two"),
    ("one\ntwo\r\nthree", "one two  three"),
    ("::error::x", ": :error::x"),
    (" \t::error::x", " \t: :error::x"),
    ("\n::error::x", " : :error::x"),
    ("a ::error::x", "a ::error::x"),
    (":::error::x", ": ::error::x"),
    ("a ##[error]x ###[x", "a # #[error]x ## #[x"),
    ("::##[error]", ": :# #[error]"),
    ("\x1b[31m\u2028::x", "␛[31m␤::x"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), ROWS)
def test_a_row_is_one_line_that_no_log_obeys(text: str, shown: str) -> None:
    assert row(text) == shown
    assert as_lines([text, text]) == f"{shown}\n{shown}\n"
