"""The gate of an engine that never writes the same brief twice: only what chance does not explain fails it.

Two rules with 2.5 % of false alarms each: a metric is worse over all cases, or must-facts are lost that the repeats
used to hold. "Any drop" would fail every second run of an engine in which nothing has changed (measured).
"""

import math
from collections.abc import Iterator

from summarizer.evals.cases.nouns import MUST
from summarizer.evals.comparing import losses, pairs, statistics
from summarizer.evals.comparing.baseline import same
from summarizer.evals.comparing.exact import fact_finding
from summarizer.evals.comparing.families import GATING
from summarizer.evals.comparing.nouns import Check, Finding
from summarizer.evals.comparing.results import DIGITS, CaseResult, Results
from summarizer.evals.comparing.trial import Limits, Trial

MUST_FACTS = "must_facts"
RULE = (
    f"every invariant kept; no metric worse over all cases (paired, 95 % interval below 0, Holm over {len(GATING)} "
    "metrics); no more must-facts lost in two of three repeats than chance explains (permutation test, p < 0.025)"
)


def checks(trial: Trial, limits: Limits) -> Iterator[Check]:
    """One check a gating metric, and one of the must-facts; or what keeps them from being measured."""
    if trial.before is None:
        return
    reasons = list(_gaps(trial, trial.before, limits))
    yield from (trial.unmeasured(reason) for reason in reasons)
    if not reasons:
        yield from _metrics(trial, trial.before, limits)
        yield _must_facts(trial, trial.before)


def _gaps(trial: Trial, before: Results, limits: Limits) -> Iterator[str]:
    share = unscored(trial, before)
    if share > limits.unscored:
        yield f"{share:.0%} of the scores are missing, and at most {limits.unscored:.0%} may be"
    for what, results in (("the baseline", before), ("the run", trial.now)):
        if results.made < limits.repeats:
            yield f"{what} has {results.made} briefs a case, and at least {limits.repeats} are needed"
        elif results.one_answer > limits.one_answer:
            same = f"in {results.one_answer:.0%} of the cases of {what} all repeats are one answer"
            yield f"{same}; make each afresh, or bless with --exact what never varies"
    yield from _unlike(trial, before)
    yield from _unknown(trial, before, limits)
    few = enough(len(GATING))
    if len(trial.comparable) < few:
        yield f"{len(trial.comparable)} cases can be compared, and fewer than {few} can prove nothing"


def _unlike(trial: Trial, before: Results) -> Iterator[str]:
    """Where the facts of the baseline are not those that its figures were made of: one of them was changed by hand."""
    for id in trial.comparable:
        must = sum(fact.importance == MUST for fact in trial.cases[id].facts)
        if before.cases[id].mean(MUST_FACTS) is None and trial.now.cases[id].mean(MUST_FACTS) is not None:
            yield f"the baseline has no {MUST_FACTS} of {id}; bless it anew"
        for result in before.cases[id].measured:
            share = result.metrics.get(MUST_FACTS)
            if (
                share is not None
                and must
                and not same(round(share, DIGITS), len(_must(trial, id, result.cited)) / must)
            ):
                yield f"the baseline's {MUST_FACTS} of {id} is {share:.3f}, which is not what it cites; bless it anew"


def _unknown(trial: Trial, before: Results, limits: Limits) -> Iterator[str]:
    """What the run has scores of and the baseline has none: no loss of these could ever be seen."""
    rows = [(metric, id) for metric in GATING for id in trial.comparable]
    has = [(metric, id) for metric, id in rows if trial.now.cases[id].mean(metric) is not None]
    lacks = [(metric, id) for metric, id in has if before.cases[id].mean(metric) is None]
    known = {metric for metric, id in rows if before.cases[id].mean(metric) is not None}
    for metric in GATING:
        if trial.comparable and metric not in before.metrics:
            yield f"the baseline does not know {metric}; bless it anew"
        elif metric not in known and any(metric == one for one, _ in has):
            yield f"the run is scored on {metric}, and the baseline nowhere; bless it anew"
    if has and len(lacks) / len(has) > limits.unscored:
        share = f"{len(lacks) / len(has):.0%} of the scores of the run"
        yield f"the baseline lacks {share}, and may lack at most {limits.unscored:.0%}"


def enough(metrics: int) -> int:
    """The fewest cases of which one metric among so many can prove anything: all fall, and chance does not do it."""
    return 1 + math.ceil(math.log2(metrics / pairs.ALPHA))


def unscored(trial: Trial, before: Results) -> float:
    """The share of the gating scores that the run should have, because the baseline has them, and has not."""
    wanted = missing = 0
    for id, was in before.cases.items():
        now = trial.now.cases.get(id)
        for metric in GATING:
            if was.mean(metric) is None:
                continue
            made = [None if r.error else r.metrics.get(metric) for r in now.repeats] if now else []
            wanted += len(made) or 1
            missing += sum(value is None for value in made) if made else 1
    return missing / wanted if wanted else 1.0


def _metrics(trial: Trial, before: Results, limits: Limits) -> Iterator[Check]:
    compared = pairs.compare_metrics(before, trial.now, trial.comparable, [m for m in GATING if m in before.metrics])
    for c in compared:
        spread = statistics.pooled_spread([before.cases[id].values(c.metric) for id in trial.comparable])
        if spread is not None and spread > limits.spread:
            text = f"unreliable baseline: repeats of one case differ by a standard deviation of {spread:.2f}"
            yield trial.unmeasured(f"{text}, and at most {limits.spread:.2f} can be compared", metric=c.metric)
        elif c.pairs:
            yield _check(trial, c)


def _check(trial: Trial, c: pairs.Compared) -> Check:
    findings: tuple[Finding, ...] = ()
    if c.verdict == "worse" and c.interval and c.adjusted is not None:
        text = f"{c.metric} {c.before:.3f} -> {c.now:.3f} over {len(c.pairs)} cases"
        text += f" (difference {c.interval.low:+.3f} to {c.interval.high:+.3f}, adjusted p = {c.adjusted:.3f})"
        found = Finding(kind="regression", text=text, metric=c.metric, before=c.before, now=c.now)
        findings = (trial.finding(found, ""),)
    return Check(
        engine=trial.engine,
        case="",
        metric=c.metric,
        mark="failed" if findings else "passed",
        before=c.before,
        now=c.now,
        interval=c.interval,
        findings=findings,
    )


def _must_facts(trial: Trial, before: Results) -> Check:
    found = losses.losses(_found(trial, before), _found(trial, trial.now))
    chance = "more than chance explains" if found.proven else "which chance explains"
    findings = [_lost(trial, loss, f"{chance}, p = {found.p:.3f}", found.proven) for loss in found.losses]
    if found.least >= losses.ALPHA:
        text = "with so few repeats no single fact can be proven lost; bless a run with more"
        findings.append(trial.finding(Finding(kind="not measured", text=text, metric=MUST_FACTS, fails=False), ""))
    shares = [_share(trial, results) for results in (before, trial.now)]
    return Check(
        engine=trial.engine,
        case="",
        metric=MUST_FACTS,
        mark="failed" if found.proven else "passed",
        before=shares[0],
        now=shares[1],
        findings=tuple(findings),
    )


def _lost(trial: Trial, loss: losses.Loss, why: str, fails: bool) -> Finding:
    fact = next((f for f in trial.cases[loss.case].facts if f.id == loss.fact), None)
    found = fact_finding(loss.fact, fact, MUST_FACTS, (loss.before, loss.now), "cited")
    text = f"{found.text} ({loss.before:.0%} of the repeats -> {loss.now:.0%}, {why})"
    kept = {name: getattr(found, name) for name in Finding.__slots__}
    return trial.finding(Finding(**kept | {"text": text, "fails": fails}), loss.case)


def _found(trial: Trial, results: Results) -> dict[str, list[tuple[str, ...]]]:
    return {id: [_must(trial, id, r.cited) for r in results.cases[id].measured] for id in trial.comparable}


def _must(trial: Trial, case: str, cited: tuple[str, ...]) -> tuple[str, ...]:
    must = {fact.id for fact in trial.cases[case].facts if fact.importance == MUST}
    return tuple(id for id in cited if id in must)


def _share(trial: Trial, results: Results) -> float | None:
    means = [_mean(results.cases[id]) for id in trial.comparable]
    known = [mean for mean in means if mean is not None]
    return sum(known) / len(known) if known else None


def _mean(case: CaseResult) -> float | None:
    return case.mean(MUST_FACTS)
