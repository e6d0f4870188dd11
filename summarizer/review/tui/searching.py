"""Where a text holds some words, whatever their case, and on which line a place is. Offsets are those of the text.

`casefold` would make "ß" two letters and shift everything after it; here one code point stays one. No pattern can be
given, so none can run away.
"""

import re
from bisect import bisect_right

GAP = r"\s{1,64}"  # a space that is asked for may be a line break and an indent in the text
STRIDE = 1 << 16


def folded(text: str) -> str:
    """`text` in lower case, of the same length: "İ" alone has two code points in lower case, a last sigma its own."""
    return text.replace("İ", "i").lower().replace("ς", "σ")


class Matches:
    """The places of some words in a text; they do not overlap. One of them is the one that was gone to."""

    def __init__(self, text: str, words: str) -> None:
        """`text` is `folded` already. No words: no places."""
        parts = folded(words).split()
        pattern = re.compile(GAP.join(map(re.escape, parts)))
        self.spans = [found.span() for found in pattern.finditer(text)] if parts else []
        self.at: int | None = None

    def go(self, by: int, offset: int) -> tuple[int, int] | None:
        """The next (`by` 1) or previous (-1) place, around the ends; from `offset` where none was gone to yet."""
        if not self.spans:
            return None
        first = bisect_right(self.spans, (offset,)) - (by < 0)
        self.at = (first if self.at is None else self.at + by) % len(self.spans)
        return self.spans[self.at]

    def over(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places that share a character with `start` to `end`."""
        first, last = bisect_right(self.spans, (start,)), bisect_right(self.spans, (end,))
        return [span for span in self.spans[max(0, first - 1) : last] if span[1] > start]


class Numbers:
    """The number of the source's own line at an offset, from 1; each stretch of the text is counted once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._before = [0]  # line breaks before each stride

    def __call__(self, offset: int) -> int:
        stride = offset // STRIDE
        while len(self._before) <= stride:
            done = len(self._before) * STRIDE
            self._before.append(self._before[-1] + self.text.count("\n", done - STRIDE, done))
        return self._before[stride] + self.text.count("\n", stride * STRIDE, offset) + 1
