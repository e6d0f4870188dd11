"""Where a text has its "not", apart from its other words: a copy of a span may have lost one of three.

Only counts words; whether a denial is the span's in other words is for the checker.
"""

import re
from functools import lru_cache
from typing import NamedTuple

WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
NOT = ("not", "never")


class Words(NamedTuple):
    """The words of a text without "not" and its like, and before each of them how many of these stand."""

    words: tuple[str, ...]
    before: tuple[int, ...]


@lru_cache(maxsize=1024)
def denials(text: str) -> Words:
    found: list[str] = []
    before = [0]
    for word in WORDS.findall(text.casefold().replace("’", "'")):
        if word in NOT:
            before[-1] += 1
        else:
            found.append(word)
            before.append(0)
    return Words(tuple(found), tuple(before[:-1]))


def copied(mine: Words, theirs: Words) -> tuple[int, ...] | None:
    """The counts of `theirs` before each word but the first of the copy of `mine` in it; None where there is none."""
    n = len(mine.words)
    for at in range(len(theirs.words) - n + 1) if n > 1 else ():
        if theirs.words[at : at + n] == mine.words:
            return theirs.before[at + 1 : at + n]
    return None
