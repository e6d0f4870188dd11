"""One block of text -> the starts of its lines. Greedy, at spaces and beside wide characters; what is too long is cut.

Nothing is dropped: spaces that do not fit hang at the end of their line, so that the lines put together are the text.
"""

import re

from summarizer.review.tui.cells import ODD, clusters

# Closing marks that do not begin a line in Chinese and Japanese.
_NO_START = frozenset("、。，．・：；？！）］｝」』】〉》〕々…‥\u2019\u201d")
_NO_END = frozenset("（［｛「『【〈《〔\u2018\u201c")
# Two cells each and nothing joins them: kana, ideographs, Hangul syllables, full-width forms.
WIDE = re.compile("[\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]*")
_SPREAD = (12, 8, 16, 6, 24)  # lines over which the room left at a cut is spread: the first that does
_FULL = 0.7  # of the line before it, from which on a line is not short


def line_end(shown: str, start: int, end: int, width: int) -> int:
    """Where the line that begins at `start` ends, within the paragraph that ends at `end`; always past `start`."""
    window = min(end, start + width + 1)
    if ODD.search(shown, start, window):
        return _odd_line_end(shown, start, end, width)
    if end - start <= width:
        return end
    space = shown.rfind(" ", start, window)
    return start + width if space < 0 else _past_spaces(shown, space + 1, end)


def _past_spaces(shown: str, at: int, end: int) -> int:
    while at < end and shown[at] == " ":
        at += 1
    return at


def _odd_line_end(shown: str, start: int, end: int, width: int) -> int:
    """The same where some characters take no cell, or two."""
    wide_until = _wide_until(shown, start, min(end, start + width // 2 + 1))
    if wide_until > start + width // 2:
        return _before_break(shown, start, start + width // 2)
    if wide_until == end:
        return end
    cells, may_break, was_wide = 0, start, False
    for begin, stop, wide in clusters(shown, start, end):
        character = shown[begin]
        if begin > start and (wide == 2 or was_wide) and character not in _NO_START and shown[begin - 1] not in _NO_END:
            may_break = begin
        if character == " " and stop == begin + 1:
            if cells + 1 > width:
                return _past_spaces(shown, begin, end)
            may_break = stop
        elif cells + wide > width and begin > start:
            return may_break if may_break > start else begin
        cells, was_wide = cells + wide, wide == 2
    return end


def _wide_until(shown: str, start: int, end: int) -> int:
    """How far the text from `start` is of nothing but characters of two cells that stand alone."""
    found = WIDE.match(shown, start, end)
    return found.end() if found else start


def _before_break(shown: str, start: int, at: int) -> int:
    """`at`, or the nearest place before it where a line of wide characters may end; `at` if there is none."""
    for place in range(at, start, -1):
        if shown[place] not in _NO_START and shown[place - 1] not in _NO_END:
            return place
    return at


def paragraph(shown: str, start: int, end: int, width: int) -> list[int]:
    """The starts of the lines of `shown[start:end]`, which holds no line break; one line if it is empty."""
    starts = [start]
    while (start := line_end(shown, start, end, width)) < end:
        starts.append(start)
    return starts


def spread(shown: str, starts: list[int], end: int, width: int) -> list[int]:
    """The same number of lines, the last ones made a little narrower so that none of them is short.

    For a paragraph that goes on after `end`: it was cut there only so as not to wrap all of it.
    """
    if len(starts) < 2:
        return starts
    best = starts
    for lines in _SPREAD:
        if end - best[-1] >= _FULL * (starts[-1] - starts[-2]):
            break
        tried = _evened(shown, starts, end, width, lines)
        if tried[-1] < best[-1]:
            best = tried
    return best


def _evened(shown: str, starts: list[int], end: int, width: int, lines: int) -> list[int]:
    """The last `lines` lines wrapped to the least width that still gives as many."""
    first = max(0, len(starts) - lines)
    narrow, wide = max(2, width // 2), width
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(paragraph(shown, starts[first], end, middle)) <= len(starts) - first:
            wide = middle
        else:
            narrow = middle + 1
    return starts[:first] + paragraph(shown, starts[first], end, wide)


def wrapped(shown: str, breaks: list[int], width: int, *, cut: bool) -> list[int]:
    """The starts of the lines of a block. `breaks`: where each of its paragraphs ends, just past its line break.

    `cut`: the last paragraph goes on in the next block.
    """
    starts: list[int] = []
    begin = 0
    for end in breaks:
        lines = paragraph(shown, begin, end, width)
        if cut and end == len(shown):
            lines = spread(shown, lines, end, width)
        starts += lines
        begin = end
    return starts
