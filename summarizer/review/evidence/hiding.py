"""What hides in a text, counted and in words: a reviewer is told of three escape codes before he is shown any text.

Counted is what `output.safe` replaces, no more and no less, but for the first half of a CRLF, which hides nothing.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from summarizer.output.safe import SUSPECT, safe

BLOCK = 1 << 16  # code points looked at in one go: other threads get their turn in between
WORKING = re.compile("[\u200b-\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # these stay where they have work to do

_KINDS: tuple[tuple[int, int, str], ...] = (
    (0x00, 0x00, "NUL characters"),
    (0x0D, 0x0D, "lone carriage returns"),
    (0x1B, 0x1B, "escape codes"),
    (0x01, 0x1F, "control characters"),
    (0x7F, 0x7F, "control characters"),
    (0x85, 0x85, "line separators"),
    (0x80, 0x9F, "escape codes"),  # C1: CSI, OSC and DCS in one character
    (0xAD, 0xAD, "soft hyphens"),
    (0x61C, 0x61C, "direction marks"),
    (0x180B, 0x180D, "variation selectors"),
    (0x180F, 0x180F, "variation selectors"),
    (0x200B, 0x200D, "zero-width characters"),
    (0x200E, 0x200F, "direction marks"),
    (0x2028, 0x2029, "line separators"),
    (0x202A, 0x202E, "direction marks"),
    (0x2066, 0x2069, "direction marks"),
    (0x115F, 0x1160, "invisible letters"),
    (0x17B4, 0x17B5, "invisible letters"),
    (0x3164, 0x3164, "invisible letters"),
    (0xFFA0, 0xFFA0, "invisible letters"),
    (0xD800, 0xDFFF, "lone surrogates"),
    (0xFE00, 0xFE0F, "variation selectors"),
    (0xE0000, 0xE007F, "tags"),
    (0xE0100, 0xE01EF, "variation selectors"),
)


def kind_of(character: str) -> str:
    """What a character that is never shown as it is may be called, in the plural."""
    code = ord(character)
    return next((kind for first, last, kind in _KINDS if first <= code <= last), "zero-width characters")


def hidden(text: str) -> Mapping[str, int]:
    """How many of each kind stand in `text`, the most frequent first; empty for an honest text."""
    counts: Counter[str] = Counter()
    for at in range(0, len(text), BLOCK):
        block = text[at : at + BLOCK]
        for character in {c for c in set(block) if SUSPECT.match(c)}:
            counts[character] += _count(text, block, at, character)
    found: Counter[str] = Counter()
    for character, count in counts.items():
        found[kind_of(character)] += count
    return {kind: count for kind, count in sorted(found.items(), key=lambda one: (-one[1], one[0])) if count}


def _count(text: str, block: str, at: int, character: str) -> int:
    """How often `character`, which stands in the block that begins at `at`, is replaced there."""
    if character == "\r":
        return block.count("\r") - text.count("\r\n", at, at + len(block) + 1)
    if not WORKING.match(character):
        return block.count(character)
    places = (m.start() + at for m in re.finditer(character, block))
    return sum(_replaced(text[max(0, place - 1) : place], character, text[place + 1 : place + 2]) for place in places)


@lru_cache(maxsize=4096)
def _replaced(before: str, character: str, after: str) -> bool:
    """Whether a character that may have work to do has none here: its neighbours decide."""
    return safe(before + character + after)[len(before)] != character
