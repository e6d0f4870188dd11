"""The gate of a deterministic engine: what was blessed, figure by figure and fact by fact.

Here a difference is no noise, so that none is too small; one for the better fails too, because a baseline that is
not what the engine does would hide the next loss.
"""

from collections.abc import Iterator

from summarizer.evals.cases.nouns import MUST, Fact
from summarizer.evals.comparing.baseline import same, shown
from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.comparing.nouns import Check, Finding
from summarizer.evals.comparing.results import CITED, SAID, CaseResult, Note, Result
from summarizer.evals.comparing.trial import Trial

RULE = "every invariant kept; every figure and every fact of every case as it was blessed"
IMPORTANCE = {3: "must-fact", 2: "fact", 1: "minor fact"}


def checks(trial: Trial) -> Iterator[Check]:
    """Every metric of every case that can be compared, but for the invariants, whose rule knows no baseline."""
    if trial.before is None:
        return
    for id in trial.comparable:
        was, now = trial.before.cases[id], trial.now.cases[id]
        gap = _gap(was, now)
        if gap:
            yield trial.unmeasured(gap, id)
            continue
        metrics = dict.fromkeys(m for result in (*was.repeats, *now.repeats) for m in result.metrics)
        yield from (_check(trial, id, metric, was, now) for metric in metrics if metric not in INVARIANTS)


def _gap(was: CaseResult, now: CaseResult) -> str:
    failed = next((r.error for r in now.repeats if r.error), "")
    if failed:
        return failed
    if len(was.repeats) != len(now.repeats):
        return f"{len(now.repeats)} briefs, and the baseline has {len(was.repeats)}; make as many"
    return ""


def _check(trial: Trial, case: str, metric: str, was: CaseResult, now: CaseResult) -> Check:
    pairs = list(zip(was.repeats, now.repeats, strict=True))
    if any((metric in a.metrics) != (metric in b.metrics) for a, b in pairs):
        return trial.unmeasured(
            "only the run or only the baseline has this metric; bless it if it is right", case, metric
        )
    found = [finding for a, b in pairs for finding in (*_facts(trial, case, metric, a, b), *_figure(metric, a, b))]
    return Check(
        engine=trial.engine,
        case=case,
        metric=metric,
        mark="failed" if found else "passed",
        before=was.mean(metric),
        now=now.mean(metric),
        findings=tuple(trial.finding(finding, case) for finding in dict.fromkeys(found)),
    )


def _figure(metric: str, was: Result, now: Result) -> Iterator[Finding]:
    before, value = was.metrics[metric], now.metrics[metric]
    if same(before, value):
        return
    better = before is not None and value is not None and value > before
    note = now.notes.get(metric, Note(""))
    new = before == 1 and bool(note.part)  # where all was whole, what is not is what has changed
    reasons = ["better than the baseline: bless it"] if better else [note.text, note.part if new else ""]
    yield Finding(
        kind="improvement" if better else "regression",
        text="; ".join([f"{metric} {shown(before)} -> {shown(value)}", *filter(None, reasons)]),
        metric=metric,
        before=before,
        now=value,
        line=note.line if new and not better else 0,
    )


def _facts(trial: Trial, case: str, metric: str, was: Result, now: Result) -> Iterator[Finding]:
    if metric not in (CITED, SAID):
        return
    verb = "cited" if metric == CITED else "said"
    before, after = (was.cited, now.cited) if metric == CITED else (was.said, now.said)
    known = {fact.id: fact for fact in trial.cases[case].facts} if case in trial.cases else {}
    for id in sorted({*before} ^ {*after}, key=lambda id: (-importance(known.get(id)), id)):
        yield fact_finding(id, known.get(id), metric, (float(id in before), float(id in after)), verb)


def importance(fact: Fact | None) -> int:
    return fact.importance if fact else MUST


def fact_finding(id: str, fact: Fact | None, metric: str, shares: tuple[float, float], verb: str) -> Finding:
    """A fact that is no longer, or now, `verb`; `shares` are of the repeats, before and now."""
    before, now = shares
    lost = now < before
    what = f"{IMPORTANCE[importance(fact)]} {id} is {'no longer' if lost else 'now'} {verb}"
    return Finding(
        kind="lost fact" if lost else "gained fact",
        text=f"{what}: “{fact.text}”" if fact else what,
        metric=metric,
        fact=id,
        before=before,
        now=now,
        line=fact.line if fact else 0,
    )
