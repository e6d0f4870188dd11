"""How far a score can be believed: balanced accuracy, AUC and calibration on pairs whose truth is known.

A score without these figures is an opinion. All are computed here from the definitions, so that no figure can come from
a library's other idea of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose score lies in [low, low + 1 / BINS): how many, their mean score, the share that is true."""

    low: float
    count: int
    score: float
    true: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What a score was worth on `count` labelled claims; None where a figure needs both kinds of claim."""

    count: int
    true: int
    balanced_accuracy: float | None
    auc: float | None
    calibration_error: float  # expected: the mean distance of score and truth over the bins, weighted by count
    bins: tuple[Bin, ...]


def measure(truths: Sequence[bool], scores: Sequence[float], said: Sequence[bool]) -> Measured:
    """`said` are the yes and no that were given, `scores` (0 to 1) how sure they were, `truths` what is so.

    Raises ValueError if there is not one of each for every claim, or no claim.
    """
    if not truths:
        raise ValueError("no labelled claim")
    rows = list(zip(truths, scores, said, strict=True))
    good = [s for t, _, s in rows if t]
    bad = [s for t, _, s in rows if not t]
    balanced = (sum(good) / len(good) + 1 - sum(bad) / len(bad)) / 2 if good and bad else None
    bins = tuple(_bins(truths, scores))
    error = sum(b.count * abs(b.score - b.true) for b in bins) / len(rows)
    return Measured(len(rows), len(good), balanced, _auc(truths, scores), error, bins)


def _bins(truths: Sequence[bool], scores: Sequence[float]) -> list[Bin]:
    found = []
    for n in range(BINS):
        inside = [(s, t) for s, t in zip(scores, truths, strict=True) if min(int(s * BINS), BINS - 1) == n]
        if inside:
            mean = sum(s for s, _ in inside) / len(inside)
            found.append(Bin(n / BINS, len(inside), mean, sum(t for _, t in inside) / len(inside)))
    return found


def _auc(truths: Sequence[bool], scores: Sequence[float]) -> float | None:
    """How often a true claim scores above a false one, ties counted half: the rank-sum form."""
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    ranks = 0.0
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and scores[order[end]] == scores[order[at]]:
            end += 1
        ranks += (at + end + 1) / 2 * sum(truths[i] for i in order[at:end])
        at = end
    true = sum(truths)
    false = len(truths) - true
    return (ranks - true * (true + 1) / 2) / (true * false) if true and false else None
