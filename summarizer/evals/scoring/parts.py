"""From parts to a score: the few ways in which every metric adds up. No metric has an arithmetic of its own."""

from collections.abc import Iterable, Sequence

from summarizer.evals.scoring.nouns import Part, Score
from summarizer.records import Citation


def mean(metric: str, parts: Iterable[Part], of: str, none: str) -> Score:
    """The mean of the parts that could be scored, "7 of 9 `of`"; not scored, because of `none`, where there is none."""
    parts = tuple(parts)
    values = [p.value for p in parts if p.value is not None]
    if not values:
        return Score(metric=metric, value=None, reason=none, parts=parts)
    total = sum(values)
    reason = f"{number(total)} of {len(values)} {of}"
    unscored = len(parts) - len(values)
    if unscored:
        reason += f"; {unscored} could not be scored"
    return Score(metric=metric, value=total / len(values), reason=reason, parts=parts)


def weighted(metric: str, parts: Sequence[Part], weights: Sequence[int], of: str) -> Score:
    """The weighted mean of parts that all have a value; `weights` are positive."""
    have = sum((p.value or 0.0) * w for p, w in zip(parts, weights, strict=True))
    reason = f"{number(have)} of {sum(weights)} {of}"
    return Score(metric=metric, value=have / sum(weights), reason=reason, parts=tuple(parts))


def kept(metric: str, faults: Sequence[Part], held: str) -> Score:
    """An invariant: 1.0 where nothing broke it, else 0.0 with what did. Parts of value 1 are warnings."""
    broken = [p for p in faults if p.value == 0]
    shown = "; ".join(f"{p.id}: {p.reason}" for p in (broken or faults)[:3])
    more = f"; and {len(broken) - 3} more" if len(broken) > 3 else ""
    reason = f"{shown}{more}" if broken else f"{held}; warning: {shown}" if faults else held
    return Score(metric=metric, value=0.0 if broken else 1.0, reason=reason, parts=tuple(faults))


def number(value: float) -> str:
    """As people write it: 7, 6.5, 0.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def place(citation: Citation) -> str:
    """A citation by its place: s1[20:41]."""
    return f"{citation.source}[{citation.start}:{citation.end}]"
