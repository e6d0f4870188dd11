"""What hides in a text, counted and in words: a reviewer is told of three escape codes before he is shown any text.

Counted is what `output.safe` replaces, no more and no less, but for the first half of a CRLF, which hides nothing.
"""

from collections.abc import Iterator, Mapping

from summarizer.output.safe import SUSPECT, safe

BLOCK = 1 << 16  # code points looked at in one go: other threads get their turn in between
CONTEXTUAL = frozenset("\u200b\u200c\u200d")  # and the selectors: they stay where they have work to do

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
    found: dict[str, int] = {}
    for block, at in _blocks(text):
        for character in {c for c in set(block) if SUSPECT.match(c)}:
            count = _count(text, block, at, character)
            if count:
                found[kind_of(character)] = found.get(kind_of(character), 0) + count
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    for at in range(0, len(text), BLOCK):
        yield text[at : at + BLOCK], at


def _count(text: str, block: str, at: int, character: str) -> int:
    """How often `character`, which stands in the block that begins at `at`, is replaced there."""
    if character == "\r":
        return block.count("\r") - text.count("\r\n", at, at + len(block) + 1)
    if safe(f"a{character}a")[1] == character:  # never replaced
        return 0
    if character not in CONTEXTUAL and kind_of(character) != "variation selectors":
        return block.count(character)
    before, after = at > 0, at + len(block) < len(text)
    shown = safe(text[at - before : at + len(block) + after])
    left = shown[before : len(shown) - after if after else None]
    return block.count(character) - left.count(character)
