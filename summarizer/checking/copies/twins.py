"""Two sentences of which one may be a copy of the other, read once and laid side by side.

Nothing here knows what a difference between them means.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.reading import Passage, Token, read

CLOSE = 0.6  # share of the content words of either that the other has, from which places can be compared


class Told(NamedTuple):
    """A sentence of a copy, with the sentences before and after it, and the words of its whole article."""

    text: str
    around: str
    words: frozenset[str]  # keys
    values: frozenset[Fraction]  # of its figures
    names: frozenset[str]  # keys of the words that have a capital inside a sentence


class Side:
    """One of two sentences, read."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.passage: Passage = read(told.text)
        around = read(told.around)
        self.near = around.places
        self.near_names = frozenset(t.key for t in around.tokens if t.text[0].isupper())

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        return quantities(self.told.text)

    @cached_property
    def values(self) -> frozenset[Fraction]:
        return frozenset(q.value for q in quantities(self.told.around))

    def counts(self, token: Token) -> bool:
        """Whether a token is part of a figure."""
        return any(q.start <= token.start < q.end for q in self.figures)

    def shown(self, figure: Quantity) -> str:
        return self.told.text[figure.start : figure.end].strip()

    def words(self, tokens: Sequence[Token]) -> str:
        return self.told.text[tokens[0].start : tokens[-1].end]


def is_close(mine: Passage, theirs: Passage, at: Sequence[int]) -> bool:
    wanted = [i for i, t in enumerate(mine.tokens) if t.content]
    other = {i for i, t in enumerate(theirs.tokens) if t.content}
    taken = {at[i] for i in wanted if at[i] >= 0}
    return bool(wanted and other) and len(taken) >= CLOSE * max(len(wanted), len(other))


def gaps(mine: Passage, theirs: Passage, at: Sequence[int]) -> Iterator[tuple[list[Token], list[Token]]]:
    """What stands between the words that both have in the same order: the tokens of one, those of the other."""
    i0 = k0 = 0
    for i, k in (*_in_order(at), (len(mine.tokens), len(theirs.tokens))):
        left = [t for t in mine.tokens[i0:i] if t.key]
        right = [t for t in theirs.tokens[k0:k] if t.key]
        if left and right:
            yield left, right
        i0, k0 = i + 1, k + 1


def _in_order(at: Sequence[int]) -> list[tuple[int, int]]:
    """The longest rising run of an alignment."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for i, k in enumerate(at):
        if k >= 0:
            place = bisect_left(tails, k)
            before[i] = ends[place - 1] if place else -1
            tails[place : place + 1], ends[place : place + 1] = [k], [i]
    run: list[tuple[int, int]] = []
    i = ends[-1] if ends else -1
    while i >= 0:
        run.append((i, at[i]))
        i = before[i]
    return run[::-1]
