"""Lines of a text of any size: nothing lost, every offset found again, nothing wider than the pane."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from summarizer.output.safe import SUSPECT, safe
from summarizer.review.tui.cells import LONGEST, ODD, as_shown, at_cell, border, cluster_end, widened
from summarizer.review.tui.layout import BLOCK, Layout
from summarizer.review.tui.wrapping import WIDE

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1eb\U0001f1f7"
PIECES = (
    "quake ", "a", " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "x" * 90, "地震が発生した。", "死者は14人", "e\u0301",
    "\u0300" * 40, FAMILY, FLAG, "\U0001f44d\U0001f3fd", "\u2764\ufe0f", "\u200d", "\u200b", "\x1b]0;x\x07", "\u202e",
    "\u2028", "ไม่มี", "نمی\u200cخواهم", "\u201cquoted\u201d \u2014 ", "\ufeff", "각",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
LONG = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(
    lambda few: "".join(few) * (5_000 // len("".join(few)))
)


def lines_of(layout: Layout) -> list[tuple[int, int]]:
    layout.settle(0, 10**9)
    return [layout.line(y) for y in range(layout.height)]


@given(TEXTS | LONG, st.integers(1, 130))
def test_lines_put_together_are_the_text(text: str, width: int) -> None:
    layout = Layout(text, width)
    spans = lines_of(layout)
    assert "".join(text[start:end] for start, end in spans) == text
    assert spans[0][0] == 0
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert all(start < end for start, end in spans) or text == ""


@given(TEXTS | LONG, st.integers(2, 130))
def test_no_line_is_wider_than_the_pane_and_none_holds_a_line_break(text: str, width: int) -> None:
    layout = Layout(text, width)
    for y, (start, end) in enumerate(lines_of(layout)):
        begin, shown = layout.shown(y)
        assert begin == start
        assert cell_len(shown) <= width
        assert "\n" not in text[start : end - 1]
        assert "\n" not in shown
        assert "\t" not in shown


@given(TEXTS | LONG, st.integers(2, 130), st.data())
def test_every_offset_is_on_the_line_that_is_found_for_it(text: str, width: int, data: st.DataObject) -> None:
    layout = Layout(text, width)
    for offset in data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=20)):
        y = layout.line_of(offset)
        start, end = layout.line(y)
        assert start <= offset < end or text == ""


@given(LONG, st.integers(2, 130), st.data())
def test_lines_are_the_same_in_whatever_order_they_are_looked_at(text: str, width: int, data: st.DataObject) -> None:
    layout = Layout(text, width)
    for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=6)):
        layout.line(min(layout.line_of(offset), layout.height - 1))
    assert lines_of(layout) == lines_of(Layout(text, width))


@given(TEXTS, st.integers(2, 60))
def test_no_cluster_is_cut(text: str, width: int) -> None:
    layout = Layout(text, width)
    shown = as_shown(text, 0, len(text))
    starts = {start for start, _ in lines_of(layout)}
    at = 0
    while at < len(text):
        end = cluster_end(shown, at)
        assert "\n" in text[at:end] or not any(at < start < end for start in starts), (at, end)
        at = end


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("\n", 10, ["\n"]),
        ("a\n\nb", 10, ["a\n", "\n", "b"]),
        ("a\r\nb\r\n", 10, ["a\r\n", "b\r\n"]),
        ("one two three", 7, ["one two ", "three"]),
        ("one two    three", 7, ["one two    ", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab cdefghij", 4, ["ab ", "cdef", "ghij"]),
        ("a\tb c", 3, ["a\tb ", "c"]),
        ("地震が発生", 4, ["地震", "が発", "生"]),
        ("地震が。生", 6, ["地震", "が。生"]),
        (FAMILY * 3, 4, [FAMILY * 2, FAMILY]),
        ("e\u0301" * 5, 3, ["e\u0301" * 3, "e\u0301" * 2]),
        (FLAG * 3, 4, [FLAG * 2, FLAG]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in lines_of(Layout(text, width))] == lines


WORDS = ("The", "quake", "struck", "a", "northern", "province", "early", "on", "Tuesday,", "killing", "at", "fourteen")
PROSE = " ".join(WORDS[n * n * 7 % 31 % len(WORDS)] for n in range(5 * BLOCK // 6))


@pytest.mark.parametrize("text", [PROSE, "x" * 5 * BLOCK, "地震が発生した。" * BLOCK, "a\u0301b " * BLOCK])
@pytest.mark.parametrize("width", [36, 57, 76, 118])
def test_a_long_line_that_is_wrapped_in_blocks_shows_no_short_line(text: str, width: int) -> None:
    layout = Layout(text, width)
    lines_of(layout)
    shortest = min(cell_len(layout.shown(y)[1].rstrip()) for y in range(layout.height - 1))
    assert shortest > width * 0.4


def test_only_what_is_looked_at_is_wrapped() -> None:
    text = "The quake struck the province at dawn. " * 50_000
    layout = Layout(text, 58)
    y = layout.line_of(1_000_000)
    layout.settle(y - 60, y + 60)
    assert len(layout._starts) < 10


def test_the_height_is_an_estimate_that_settles() -> None:
    text = "short\n" * 3_000 + "two lines of words\n" * 30_000 + "\n\n\n" * 2_000
    layout = Layout(text, 10)
    exact = 3_000 + 60_000 + 6_000
    assert 0.3 * exact < layout.height < 3 * exact
    layout.settle(0, 10**9)
    assert layout.height == exact


def test_a_line_beyond_the_last_is_an_error() -> None:
    for y in (-1, 1):
        with pytest.raises(IndexError):
            Layout("one line", 40).line(y)


def test_what_is_taken_for_plain_takes_one_cell_and_what_is_taken_for_wide_two() -> None:
    plain = [chr(code) for code in range(0x110000) if not ODD.match(chr(code))]
    assert {get_character_cell_size(character) for character in plain} == {1}
    wide = [chr(code) for code in range(0x110000) if WIDE.fullmatch(chr(code))]
    assert {get_character_cell_size(character) for character in wide} == {2}
    assert not [character for character in plain if SUSPECT.match(character) and character != "\u00ad"]


@given(TEXTS, st.data())
def test_a_part_is_shown_as_in_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = safe(text).replace("\t", " ").replace("\n", " ")
    assert as_shown(text, start, end) == whole[start:end]


def test_marks_without_end_are_cut() -> None:
    piled = "a" + "\u0301" * 500
    assert cluster_end(piled, 0) == LONGEST
    assert len(lines_of(Layout(piled, 20))) == 1


def test_places_in_a_line() -> None:
    line = f"a{FAMILY}e\u0301地b"
    assert [at_cell(line, cell) for cell in range(8)] == [
        (0, 1),
        (1, 6),
        (1, 6),
        (6, 8),
        (8, 9),
        (8, 9),
        (9, 10),
        (10, 10),
    ]
    assert widened(line, 3, 7) == (1, 8)
    assert widened(line, 1, 8) == (1, 8)
    assert border(line, 3) == 6
