"""Two runs side by side, case by case: what one who has edited a prompt needs to know before committing it.

Paired by case, because one event is harder than another: on the same data an unpaired comparison sees half as much.
A case that only one of them has is named, and so is one that only one of them could be scored on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Literal

from summarizer.evals.cases.nouns import MUST, Case, Fact
from summarizer.evals.comparing import statistics
from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.comparing.results import DIGITS, CaseResult, Results
from summarizer.records import Record

Verdict = Literal["better", "worse", "no difference seen", "the same", "not tested"]
ALPHA = 1 - statistics.CONFIDENCE
RULE = (
    f"better or worse: the mean of the paired differences is not 0, p < {ALPHA:.2f} by Student's t over the cases, "
    "adjusted for the number of metrics (Holm)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Record):
    """One case in both runs, its repeats averaged."""

    case: str
    before: float
    now: float

    @property
    def difference(self) -> float:
        return round(self.now - self.before, DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Record):
    """One metric over all cases that both runs are scored on."""

    metric: str
    pairs: tuple[Pair, ...]
    unscored: tuple[str, ...] = ()  # the cases on which only one of the two has a score
    before: float | None = None
    now: float | None = None
    difference: float | None = None
    interval: statistics.Interval | None = None  # of the difference, by Student's t, 95 %
    resampled: statistics.Interval | None = None  # the same by the bootstrap over the cases
    p: float | None = None
    adjusted: float | None = None  # for the number of metrics
    detectable: float | None = None  # the smallest difference that would have been seen
    verdict: Verdict = "not tested"

    @property
    def differences(self) -> list[float]:
        return [pair.difference for pair in self.pairs]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange(Record):
    """A fact that one run has more often than the other: shares of the repeats, cited or (`said`) said."""

    case: str
    fact: str
    text: str
    importance: int
    said: bool
    before: float
    now: float
    path: str
    line: int

    @property
    def lost(self) -> bool:
        return self.now < self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Record):
    """An invariant that some brief of a case breaks: in which of the two runs, and how."""

    case: str
    metric: str
    before: bool
    now: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Record):
    """Run `now` against run `before`. Invariants are no metrics here: they are kept or broken, never a little worse."""

    metrics: tuple[Compared, ...]
    facts: tuple[FactChange, ...]
    broken: tuple[Broken, ...]
    cases: tuple[str, ...]  # that both have
    only_before: tuple[str, ...] = ()
    only_now: tuple[str, ...] = ()

    def lost(self, must: bool, said: bool = False) -> tuple[FactChange, ...]:
        return tuple(c for c in self.facts if c.lost and c.said == said and (c.importance == MUST or not must))

    def gained(self, must: bool, said: bool = False) -> tuple[FactChange, ...]:
        return tuple(c for c in self.facts if not c.lost and c.said == said and (c.importance == MUST or not must))


def compare(before: Results, now: Results, cases: Sequence[Case]) -> Comparison:
    """Every metric that both have, with one verdict each, and every fact that either has more often."""
    ids = [case.id for case in cases if _measured(before, case.id) and _measured(now, case.id)]
    metrics = [m for m in before.metrics if m in now.metrics and m not in INVARIANTS]
    compared = compare_metrics(before, now, ids, metrics)
    return Comparison(
        metrics=tuple(replace(c, resampled=statistics.bootstrap(c.differences)) for c in compared),
        facts=tuple(change for case in cases if case.id in ids for change in facts(before, now, case)),
        broken=tuple(b for id in ids for b in _broken(id, before.cases[id], now.cases[id])),
        cases=tuple(ids),
        only_before=tuple(c.id for c in cases if _measured(before, c.id) and c.id not in ids),
        only_now=tuple(c.id for c in cases if _measured(now, c.id) and c.id not in ids),
    )


def compare_metrics(before: Results, now: Results, ids: Sequence[str], metrics: Sequence[str]) -> tuple[Compared, ...]:
    """`metrics`, judged together, over the cases `ids`, which both runs have."""
    return judged([_metric(name, before, now, ids) for name in metrics])


def _measured(results: Results, case: str) -> bool:
    return case in results.cases and bool(results.cases[case].measured)


def _broken(id: str, before: CaseResult, now: CaseResult) -> Iterator[Broken]:
    for metric in INVARIANTS:
        was, is_now = (min(case.values(metric), default=1.0) < 1 for case in (before, now))
        if was or is_now:
            reason = (now if is_now else before).note(metric).text
            yield Broken(case=id, metric=metric, before=was, now=is_now, reason=reason)


def _metric(metric: str, before: Results, now: Results, ids: Sequence[str]) -> Compared:
    means = [(id, before.cases[id].mean(metric), now.cases[id].mean(metric)) for id in ids]
    pairs = tuple(Pair(case=id, before=a, now=b) for id, a, b in means if a is not None and b is not None)
    unscored = tuple(id for id, a, b in means if (a is None) != (b is None))
    return paired(metric, pairs, unscored)


def paired(metric: str, pairs: tuple[Pair, ...], unscored: tuple[str, ...] = ()) -> Compared:
    """The figures of one metric; its verdict needs those of the others."""
    if not pairs:
        return Compared(metric=metric, pairs=(), unscored=unscored)
    found = Compared(metric=metric, pairs=pairs, unscored=unscored)
    return replace(
        found,
        before=fmean(pair.before for pair in pairs),
        now=fmean(pair.now for pair in pairs),
        difference=fmean(found.differences),
        interval=statistics.t_interval(found.differences),
        p=statistics.t_test(found.differences),
    )


def judged(compared: Sequence[Compared]) -> tuple[Compared, ...]:
    """The same with adjusted probabilities and verdicts, made once and for all metrics together.

    A metric that changed in too few cases for any verdict takes no part in the adjustment (Tarone 1990).
    """
    tested = [c for c in compared if statistics.least_p(c.differences) < ALPHA]
    adjusted = statistics.holm([c.p for c in tested if c.p is not None])
    by_metric = dict(zip([c.metric for c in tested], adjusted, strict=True))
    return tuple(_judged(c, by_metric.get(c.metric, c.p), max(1, len(tested))) for c in compared)


def _judged(c: Compared, adjusted: float | None, tests: int) -> Compared:
    if adjusted is None or c.difference is None:
        return c
    verdict: Verdict = "no difference seen"
    if not any(c.differences):
        verdict = "the same"
    elif adjusted < ALPHA:
        verdict = "better" if c.difference > 0 else "worse"
    return replace(c, adjusted=adjusted, verdict=verdict, detectable=statistics.detectable(c.differences, tests))


def facts(before: Results, now: Results, case: Case) -> Iterator[FactChange]:
    """The facts of `case` that either run cites, or says, in more of its repeats, in the order of the case."""
    for said in (False, True):
        for fact in case.facts:
            a, b = before.cases[case.id].share(fact.id, said), now.cases[case.id].share(fact.id, said)
            if a is not None and b is not None and a != b:
                yield _change(case, fact, said, a, b)


def _change(case: Case, fact: Fact, said: bool, before: float, now: float) -> FactChange:
    return FactChange(
        case=case.id,
        fact=fact.id,
        text=fact.text,
        importance=fact.importance,
        said=said,
        before=before,
        now=now,
        path=str(case.path),
        line=fact.line,
    )
