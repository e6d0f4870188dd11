"""A line of text and the styles over it -> a Strip. Styles begin and end with whole clusters, never inside of one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from summarizer.review.tui.cells import ODD, widened

PLAIN = Style()
CITED = Style(underline=True)  # cited by another sentence
ALSO = Style(underline=True, bold=True)  # cited by this sentence too, or not exactly there
LIT = Style(reverse=True, bold=True, underline=False)
MATCH = Style(italic=True, underline=True)
AT_MATCH = Style(italic=True, reverse=True, bold=False)
SELECTED = Style(reverse=True, italic=True, bold=False, underline=False)


class Mark(NamedTuple):
    """A style over the half-open code points `start` to `end` of a text."""

    start: int
    end: int
    style: Style


def painted(shown: str, start: int, marks: Iterable[Mark], plain: Style) -> Strip:
    """`shown`, which is text as it may be drawn (`cells.as_shown`) and begins at offset `start`, under `marks`.

    Later marks lie over earlier ones. An empty mark, or one beside the line, styles nothing.
    """
    end = start + len(shown)
    over = [Mark(*_within(shown, mark, start), mark.style) for mark in marks if mark.start < end and mark.end > start]
    if not over:
        return Strip([Segment(shown, plain)] if shown else [])
    cuts = sorted({0, len(shown), *(mark.start for mark in over), *(mark.end for mark in over)})
    segments = []
    for first, last in pairwise(cuts):
        style = plain
        for mark in over:
            if mark.start <= first and mark.end >= last:
                style += mark.style
        segments.append(Segment(shown[first:last], style))
    return Strip(segments)


def _within(shown: str, mark: Mark, start: int) -> tuple[int, int]:
    first, last = max(0, mark.start - start), min(len(shown), mark.end - start)
    return widened(shown, first, last) if ODD.search(shown) else (first, last)


class Spans:
    """Half-open spans of a text that may overlap, found by place."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        ordered = sorted((start, end, index) for index, (start, end) in enumerate(spans))
        self._spans = ordered
        self._reach: list[int] = []  # the furthest end of this span and those before it
        furthest = 0
        for _, end, _ in ordered:
            furthest = max(furthest, end)
            self._reach.append(furthest)

    def over(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Start, end and index as given of each span that shares a character with `start` to `end`, by start."""
        first, last = bisect_right(self._reach, start), bisect_left(self._spans, (end,))
        return [span for span in self._spans[first:last] if span[1] > start and span[0] < end]
