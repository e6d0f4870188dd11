"""A text of any size as lines of a width: wrapped where it is looked at, and nowhere else.

The text is taken in blocks of some two thousand code points, each wrapped by itself when a line of it is asked for, so
that a jump into the middle of ten megabytes costs what a jump into a page does. Blocks end at a line break, else at a
space, else between clusters. Until a block is wrapped its height is an estimate; `settle` makes it exact around
a place, so that a view can keep what it shows where it is. Lines put together are the text, to the code point.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from rich.cells import cell_len

from summarizer.review.tui.cells import LONGEST, as_shown, border
from summarizer.review.tui.wrapping import wrapped

BLOCK = 2048  # code points, from one nominal start of a block to the next
NARROWEST = 2  # cells: one wide character


class Layout:
    """The lines of `text` at `width` cells. Offsets are code points of `text`, lines count from 0.

    `height` is the number of lines: exact once every block was looked at, else an estimate.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(NARROWEST, width)
        self._count = max(1, -(-len(text) // BLOCK))
        self._starts: dict[int, list[int]] = {}  # block -> the offsets at which its lines begin
        self._bound = lru_cache(maxsize=None)(self._find_bound)
        self._heights: list[int] = []
        self._tops: list[int] = []  # block -> its first line, and the height at the end; empty: to be added up
        self._estimate()

    @property
    def height(self) -> int:
        return self._added_up()[-1]

    def line(self, y: int) -> tuple[int, int]:
        """Where line `y` starts and ends, its line break and hanging spaces included. Raises IndexError."""
        block, index = self._find(y)
        starts = self._starts[block]
        end = starts[index + 1] if index + 1 < len(starts) else self._bound(block + 1)
        return starts[index], end

    def line_of(self, offset: int) -> int:
        """The line that holds the character at `offset`; the last line for the end of the text."""
        block = self._block_of(offset)
        starts = self._measure(block)
        return self._added_up()[block] + bisect_right(starts, offset) - 1

    def settle(self, first: int, last: int) -> None:
        """Wraps every block that has one of the lines from `first` to before `last`. Heights may change by it, and
        with them the number of every line below: hold on to offsets, not to lines."""
        block = max(0, min(bisect_right(self._added_up(), max(0, first)), self._count) - 1)
        while block < self._count and self._added_up()[block] < last:
            self._measure(block)
            block += 1

    def shown(self, y: int) -> tuple[int, str]:
        """Where line `y` starts, and it as it may be drawn, one character for one: no line break, and what hangs
        beyond the width is left off."""
        start, end = self.line(y)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        drawn = as_shown(self.text, start, end)
        return start, drawn if cell_len(drawn) <= self.width else drawn.rstrip(" ") or drawn[: self.width]

    def _find(self, y: int) -> tuple[int, int]:
        """The block of line `y`, wrapped, and the line within it."""
        while 0 <= y < self.height:
            tops = self._added_up()
            block = bisect_right(tops, y) - 1
            if y - tops[block] < len(self._measure(block)):
                return block, y - tops[block]
        raise IndexError(y)

    def _added_up(self) -> list[int]:
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def _block_of(self, offset: int) -> int:
        offset = max(0, min(offset, len(self.text) - 1))
        block = min(self._count - 1, (offset + BLOCK // 2) // BLOCK)
        return block - 1 if self._bound(block) > offset else block

    def _measure(self, block: int) -> list[int]:
        """The starts of the lines of `block`; its height is exact from now on."""
        if block not in self._starts:
            self._starts[block] = starts = self._wrap(block)
            if self._heights[block] != len(starts):
                self._heights[block] = len(starts)
                self._tops = []
        return self._starts[block]

    def _wrap(self, block: int) -> list[int]:
        start, end = self._bound(block), self._bound(block + 1)
        if start == end:
            return [0] if not self.text else []  # an empty text is one empty line
        breaks, at = [], start
        while (at := self.text.find("\n", at, end) + 1) > 0:
            breaks.append(at - start)
        cut = not breaks or breaks[-1] < end - start
        if cut:
            breaks.append(end - start)
        shown = as_shown(self.text, start, end)
        return [start + at for at in wrapped(shown, breaks, self.width, cut=cut and end < len(self.text))]

    def _find_bound(self, block: int) -> int:
        """Where `block` begins: less than half a block from its nominal start, so that bounds never cross."""
        text, nominal = self.text, block * BLOCK
        if block == 0 or block >= self._count:
            return 0 if block == 0 else len(text)
        first, last = nominal - BLOCK // 2, min(len(text), nominal + BLOCK // 2)
        for at in (text.find("\n", nominal, last), text.rfind("\n", first, nominal)):
            if at >= 0:
                return at + 1
        if (at := text.find(" ", nominal, last)) >= 0:
            while at < last and text[at] == " ":
                at += 1
            return at
        before = nominal - 2 * LONGEST
        return min(last, before + border(as_shown(text, before, nominal + 2 * LONGEST), nominal - before))

    def _estimate(self) -> None:
        """Heights by what a few blocks take: the first, the middle, the last. Fixed from then on, so that nothing
        but looking at a block moves the lines below it."""
        sample = sorted({0, self._count // 2, self._count - 1})
        self._heights = [0] * self._count
        lines = sum(len(self._measure(block)) for block in sample)
        taken = sum(self._bound(block + 1) - self._bound(block) for block in sample)
        guess = max(1, round(BLOCK * lines / max(1, taken)))
        self._heights = [len(self._starts[k]) if k in self._starts else guess for k in range(self._count)]
        self._tops = []
