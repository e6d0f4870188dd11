"""What an edit changed, in words: short, in reading order, and without a confetti of single letters.

Nothing is lost: what is the same and what is gone make up the old text, what is the same and what is new the new one.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# A word with its apostrophes, a figure with its separators, one character of a script without spaces, a run of white
# space, or any other mark with what combines with it. Every character is in exactly one.
PIECE = re.compile(
    r"\d+(?:[.,:]\d+)*"
    r"|[\u2e80-\u9fff\ua960-\ua97f\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)*"
    r"|\s+"
    r"|(?s:.)"
)
MOST = 3_000  # pieces beyond which only the beginning and the end that two texts share are looked for


class Piece(NamedTuple):
    kind: Literal["same", "gone", "new"]
    text: str


def words(old: str, new: str) -> tuple[Piece, ...]:
    """The way from `old` to `new`: "same" and "gone" pieces joined are `old`, "same" and "new" ones are `new`.

    Where words were replaced, what is gone stands before what is new. No piece is empty, no two neighbours of one kind.
    """
    found: list[Piece] = []
    gone = fresh = ""
    for kind, before, after in _bridged(list(_blocks(PIECE.findall(old), PIECE.findall(new)))):
        if kind == "same":
            found += [p for p in (Piece("gone", gone), Piece("new", fresh)) if p.text]
            gone = fresh = ""
            found.append(Piece("same", before))
        else:
            gone, fresh = gone + before, fresh + after
    found += [p for p in (Piece("gone", gone), Piece("new", fresh)) if p.text]
    return tuple(found)


Block = tuple[Literal["same", "changed"], str, str]


def _blocks(old: list[str], new: list[str]) -> Iterator[Block]:
    """Stretches of both that are the same, and what stands between them, in turn."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield "same", "".join(old[:start]), "".join(old[:start])
    yield from _between(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield "same", "".join(old[-end:]), "".join(old[-end:])


def _between(old: list[str], new: list[str]) -> Iterator[Block]:
    if len(old) + len(new) > MOST:
        yield "changed", "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield "same" if tag == "equal" else "changed", "".join(old[a:b]), "".join(new[c:d])


def _bridged(blocks: list[Block]) -> Iterator[Block]:
    """Without islands: what is the same between two changes and has no word in it is gone and new again, so that
    "was red" to "is blue" reads as one change and not as two around a space."""
    for n, (kind, before, after) in enumerate(blocks):
        inner = 0 < n < len(blocks) - 1 and blocks[n - 1][0] == blocks[n + 1][0] == "changed"
        island = kind == "same" and inner and not any(c.isalnum() for c in before)
        yield ("changed" if island else kind), before, after
