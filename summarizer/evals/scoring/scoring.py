"""A whole run scored: one row for each case and repeat. What could not be made is a row with an error and no scores."""

from collections.abc import Iterable
from statistics import fmean

from summarizer.evals.runs.nouns import Entry, Run
from summarizer.evals.scoring.metrics import METRICS, score
from summarizer.evals.scoring.nouns import Metric, Scored, Subject


def score_entry(entry: Entry, metrics: Iterable[Metric] = METRICS) -> Scored:
    """The row of one brief; an entry without a brief keeps its error and is never a row of zeros."""
    if entry.brief is None:
        return Scored(case=entry.case.id, repeat=entry.repeat, error=entry.error or "there is no brief")
    scores = score(Subject(case=entry.case, brief=entry.brief), metrics)
    return Scored(case=entry.case.id, repeat=entry.repeat, scores=scores, usage=entry.brief.usage)


def score_run(run: Run, metrics: Iterable[Metric] = METRICS) -> tuple[Scored, ...]:
    """The rows of a run, in the order of its entries."""
    return tuple(score_entry(entry, metrics) for entry in run.entries)


def case_means(rows: Iterable[Scored], metric: str) -> dict[str, float]:
    """By case, the mean over its repeats; a case in which nothing could be scored is left out."""
    found: dict[str, list[float]] = {}
    for row in rows:
        value = row.value(metric)
        if value is not None:
            found.setdefault(row.case, []).append(value)
    return {case: fmean(values) for case, values in found.items()}


def mean_of(rows: Iterable[Scored], metric: str) -> float | None:
    """The mean over cases, each of them weighing the same however often it was made; None where none was scored."""
    means = case_means(rows, metric)
    return fmean(means.values()) if means else None
