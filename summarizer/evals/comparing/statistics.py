"""The statistics of comparing, pure and of the standard library only. Nothing here knows a case, a metric or a brief.

The unit is the event: whoever calls has averaged the repeats of a case first and gives one value, or one paired
difference, for each case. A figure that so few values cannot give is None, never a guess.
"""

import math
import random
from collections.abc import Sequence
from functools import cache
from statistics import fmean
from typing import NamedTuple

CONFIDENCE = 0.95
POWER = 0.80
SAMPLES = 2000  # of the bootstrap
HALVINGS = 200  # of an interval that holds the quantile: more than a float can tell apart


class Interval(NamedTuple):
    low: float
    high: float


def t_within(t: float, df: int) -> float:
    """How likely Student's t with `df` degrees of freedom lies within ±t: the closed series of Abramowitz & Stegun,
    Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4."""
    angle = math.atan2(abs(t), math.sqrt(df))
    sine, cosine = math.sin(angle), math.cos(angle)
    term, total = (cosine, cosine) if df % 2 else (1.0, 1.0)
    for k in range(3 if df % 2 else 2, df - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    if df % 2 == 0:
        return sine * total
    return 2 / math.pi * (angle + (sine * total if df > 1 else 0.0))


@cache
def t_quantile(p: float, df: int) -> float:
    """The value that Student's t stays below with probability `p`, by bisection. Raises ValueError."""
    if not 0 < p < 1 or df < 1:
        raise ValueError(f"no quantile for p = {p} and {df} degrees of freedom")
    if p < 0.5:
        return -t_quantile(1 - p, df)
    within, low, high = 2 * p - 1, 0.0, 1.0
    while t_within(high, df) < within and high < 1e12:
        high *= 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if t_within(middle, df) < within else (low, middle)
    return (low + high) / 2


def t_interval(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """Where the mean lies with `confidence`, by Student's t; None of fewer than two values."""
    if len(values) < 2:
        return None
    mean, half = fmean(values), t_quantile((1 + confidence) / 2, len(values) - 1) * _error(values)
    return Interval(mean - half, mean + half)


def t_test(differences: Sequence[float]) -> float | None:
    """How likely a mean so far from 0, to either side, comes from no difference; None of fewer than two values.

    It is never less than `least_p`: where all differ by the same amount t would be infinite, and two cases would prove
    anything.
    """
    if len(differences) < 2:
        return None
    error = _error(differences)
    p = 1 - t_within(fmean(differences) / error, len(differences) - 1) if error else 0.0
    return max(p, least_p(differences))


def least_p(differences: Sequence[float]) -> float:
    """How likely all that differ fall to one side by chance: no test of their signs can be surer than that."""
    return min(1.0, 2 * 0.5 ** sum(d != 0 for d in differences))


def bootstrap(values: Sequence[float], seed: int = 0, confidence: float = CONFIDENCE) -> Interval | None:
    """Where the mean lies with `confidence`, by the percentiles of seeded resamples of the cases (Efron 1979)."""
    if len(values) < 2:
        return None
    draw = random.Random(seed)
    means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(SAMPLES))
    cut = round((1 - confidence) / 2 * SAMPLES)
    return Interval(means[cut], means[-1 - cut])


def sign_test(fewer: int, more: int) -> float:
    """How likely so uneven a split, to either side, comes from a fair coin: the exact sign test, and of things lost
    and gained McNemar's exact test (1947)."""
    n, least = fewer + more, min(fewer, more)
    return min(1.0, 2 * sum(math.comb(n, k) for k in range(least + 1)) / (1 << n))


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """The probabilities adjusted for their number, in the order given: Holm's step-down method (1979)."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    adjusted, least = [0.0] * len(ps), 0.0
    for rank, i in enumerate(order):
        least = max(least, min(1.0, (len(ps) - rank) * ps[i]))
        adjusted[i] = least
    return tuple(adjusted)


def detectable(differences: Sequence[float], tests: int = 1) -> float | None:
    """The smallest true mean difference that would be seen in four of five such comparisons, where the first of
    `tests` metrics has to pass Holm's bar: (t of 1 - alpha / 2 tests + t of the power) standard errors."""
    if len(differences) < 2:
        return None
    df = len(differences) - 1
    bar = t_quantile(1 - (1 - CONFIDENCE) / (2 * tests), df)
    return (bar + t_quantile(POWER, df)) * _error(differences)


def pooled_spread(groups: Sequence[Sequence[float]]) -> float | None:
    """The standard deviation of repeats around the mean of their own case; None where no case has two."""
    squares = sum(sum((v - fmean(group)) ** 2 for v in group) for group in groups if len(group) > 1)
    df = sum(len(group) - 1 for group in groups if len(group) > 1)
    return math.sqrt(squares / df) if df else None


def _error(values: Sequence[float]) -> float:
    """The standard error of the mean; 0 where what is left of equal values is rounding."""
    mean = fmean(values)
    found = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1))
    return found / math.sqrt(len(values)) if found > 1e-12 else 0.0
