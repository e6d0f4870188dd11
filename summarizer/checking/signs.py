"""Minus signs: a figure below zero is another figure, and a dash before a number must not turn into one."""

import re

SIGNED = re.compile(r"(?<![\w.,)])[-−–]\d[\d.,]*(?<=\d)")
SIGNS = frozenset("-−–")


def below_zero(text: str) -> frozenset[str]:
    """The figures of `text` with a minus sign before them, without it."""
    if SIGNS.isdisjoint(text):
        return frozenset()
    return frozenset(m.group().lstrip("-−–") for m in SIGNED.finditer(text))
