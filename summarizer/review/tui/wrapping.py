"""One block of text -> the starts of its lines. Greedy, at spaces and beside wide characters; what is too long is cut.

Nothing is dropped: spaces that do not fit hang at the end of their line, so that the lines put together are the text.
"""

from summarizer.review.tui.cells import ODD, clusters

# Closing marks that do not begin a line in Chinese and Japanese.
_NO_START = frozenset("、。，．・：；？！）］｝」』】〉》〕ー々…‥\u2019\u201d")
_NO_END = frozenset("（［｛「『【〈《〔\u2018\u201c")
_SPREAD = 12  # lines over which the room left at a cut is spread


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
    first = max(0, len(starts) - _SPREAD)
    lines = len(starts) - first
    if lines < 2:
        return starts
    narrow, wide = max(2, width // 2), width
    while narrow < wide:  # the least width that still gives as many lines
        middle = (narrow + wide) // 2
        if len(paragraph(shown, starts[first], end, middle)) <= lines:
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
