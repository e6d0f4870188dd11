"""A sentence laid beside its evidence, word by word: what every check works on.

The alignment finds, for each word of the sentence, the place in the evidence that it was most likely taken from. It is
no proof of anything; the checks ask what stands around that place.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from summarizer.checking.reading import Passage

# A word that stands at more places than this is followed at the first of them only: the work stays linear.
PLACES = 40


class Evidence(NamedTuple):
    """One cited span, the day its article was published, and `context`: the whole sentence around the span."""

    quote: str
    published: date | None = None
    context: str = ""

    @property
    def sentence(self) -> str:
        return self.context or self.quote


class Finding(NamedTuple):
    """What one check found. `conflict`: the evidence says otherwise, rather than saying nothing."""

    name: str
    ok: bool
    detail: str = ""
    conflict: bool = False


class Comparison(NamedTuple):
    """`source` holds the quotes, `context` the whole sentences around them.

    `at[i]` is the token of `context` that token i of the text was taken from, or -1.
    """

    text: Passage
    source: Passage
    context: Passage
    evidence: tuple[Evidence, ...]
    at: tuple[int, ...]
    taken: frozenset[int]


Check = Callable[[Comparison], Finding]


def align(text: Passage, source: Passage) -> tuple[int, ...]:
    """For each token of `text` the token of `source` with the same key in the longest common run, or -1."""
    words = [i for i, t in enumerate(text.tokens) if t.key]
    order = [i for i, t in enumerate(source.tokens) if t.key]
    rank = {place: n for n, place in enumerate(order)}
    options = [[rank[p] for p in source.places.get(text.tokens[i].key, ())[:PLACES]] for i in words]
    before = _runs(options, 1)
    after = _runs(options[::-1], -1)[::-1]
    found = [-1] * len(text.tokens)
    last = -1
    for n, i in enumerate(words):
        best = -1
        score = (0, 0)
        for j in options[n]:
            here = (before[n][j] + after[n][j], -abs(j - last - 1))
            if best < 0 or here > score:
                best, score = j, here
        if best >= 0:
            found[i], last = order[best], best
    return tuple(found)


def _runs(options: list[list[int]], step: int) -> list[dict[int, int]]:
    """For each word and place, the length of the common run that ends there."""
    rows: list[dict[int, int]] = []
    previous: dict[int, int] = {}
    for places in options:
        previous = {j: previous.get(j - step, 0) + 1 for j in places}
        rows.append(previous)
    return rows
