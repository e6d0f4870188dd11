"""Signs of a figure: one below zero is another figure, and a per cent is no percentage point."""

import re

SIGNED = re.compile(r"(?<![\w.,)])[-−–]\d[\d.,]*(?<=\d)")
SIGNS = frozenset("-−–")


def below_zero(text: str) -> frozenset[str]:
    """The figures of `text` with a minus sign before them, without it."""
    if SIGNS.isdisjoint(text):
        return frozenset()
    return frozenset(m.group().lstrip("-−–") for m in SIGNED.finditer(text))


def share(words: str | None) -> str | None:
    """ "%" or "points": a rise of 5 per cent is none of 5 percentage points."""
    return None if not words else "points" if "point" in words.lower() else "%"
