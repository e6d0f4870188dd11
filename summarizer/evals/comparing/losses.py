"""Whether must-facts were lost that the engine used to have, or only not drawn this time. Pure; knows no case.

"Lost in two of three repeats" alone would be no rule for a noisy engine: of 60 facts that each repeat has with 90 %,
one or two are lost so by chance in every run. So that rule finds the losses, and an exact permutation test decides:
if nothing changed, the repeats of a case before and now are draws of one kind, and each way to share them out between
the two sides is as likely as that which was seen (Fisher 1935). All facts of a case are shared out together, since
what one brief holds hangs together; the cases are independent, so that their sums are convolved, and nothing is
sampled.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

ALPHA = 0.025  # with that of the metrics, whose test is of one side here, 5 %
MOST = 6  # repeats of a side that are looked at: 924 ways to share them out
WHOLLY, MOSTLY = 5, 1  # what a loss weighs: of all repeats, of two thirds of them
TWO_THIRDS = 0.66

Found = Sequence[Sequence[str]]  # for each repeat the must-facts that it has


class Loss(NamedTuple):
    """A fact with the shares of the repeats that had it before and have it now."""

    case: str
    fact: str
    before: float
    now: float


class Losses(NamedTuple):
    """`p`: how likely losses that weigh as much come from repeats of one kind; `least`: of one fact lost wholly."""

    losses: tuple[Loss, ...]
    p: float
    least: float

    @property
    def proven(self) -> bool:
        return self.p < ALPHA


def losses(before: Mapping[str, Found], now: Mapping[str, Found]) -> Losses:
    """The facts lost in two of three repeats or more, by case, for the cases in both; each needs at least a repeat."""
    lost: list[Loss] = []
    chances: dict[int, float] = {0: 1.0}
    seen, least = 0, 1.0
    for case in (case for case in before if case in now):
        a, b = before[case][:MOST], now[case][:MOST]
        facts = sorted({fact for repeat in (*a, *b) for fact in repeat})
        rows = [tuple(fact in repeat for repeat in (*a, *b)) for fact in facts]
        shares = [(sum(row[: len(a)]) / len(a), sum(row[len(a) :]) / len(b)) for row in rows]
        lost += [Loss(case, fact, *pair) for fact, pair in zip(facts, shares, strict=True) if _weight(*pair)]
        seen += sum(_weight(*pair) for pair in shares)
        chances = _convolved(chances, _chances(rows, len(a), len(b)))
        least = min(least, 1 / math.comb(len(a) + len(b), len(b)))
    p = sum(chance for weight, chance in chances.items() if weight >= seen) if seen else 1.0
    return Losses(tuple(lost), min(1.0, p), least)


def _weight(before: float, now: float) -> int:
    drop = before - now
    return WHOLLY if drop == 1 else MOSTLY if drop >= TWO_THIRDS else 0


def _chances(rows: Iterable[Sequence[bool]], before: int, now: int) -> dict[int, float]:
    """How likely each weight is, over all ways to share the repeats of one case out between the sides."""
    rows = [row for row in rows if 0 < sum(row) < before + now]
    if not rows:
        return {0: 1.0}
    found: defaultdict[int, float] = defaultdict(float)
    each = 1 / math.comb(before + now, now)
    totals = [sum(row) for row in rows]
    for chosen in combinations(range(before + now), now):
        has = [sum(row[i] for i in chosen) for row in rows]
        weight = sum(_weight((all_ - n) / before, n / now) for all_, n in zip(totals, has, strict=True))
        found[weight] += each
    return dict(found)


def _convolved(a: Mapping[int, float], b: Mapping[int, float]) -> dict[int, float]:
    """The chances of the sum of two that are independent."""
    found: defaultdict[int, float] = defaultdict(float)
    for x, p in a.items():
        for y, q in b.items():
            found[x + y] += p * q
    return dict(found)
