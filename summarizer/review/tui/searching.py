"""Where a text holds some words, whatever their case. Offsets are those of the text itself, to the code point.

`casefold` would make "ß" two letters and shift everything after it; here one code point stays one. No pattern can be
given, so none can run away.
"""

import re

GAP = r"\s{1,64}"  # a space that is asked for may be a line break and an indent in the text


def folded(text: str) -> str:
    """`text` in lower case, of the same length: "İ" alone has two code points in lower case, a last sigma its own."""
    return text.replace("İ", "i").lower().replace("ς", "σ")


class Matches:
    """The places of `words` in a text that is `folded` already; they do not overlap."""

    def __init__(self, text: str, words: str) -> None:
        parts = folded(words).split()
        self.spans: list[tuple[int, int]] = []
        if parts:
            pattern = re.compile(GAP.join(map(re.escape, parts)))
            self.spans = [found.span() for found in pattern.finditer(text)]
