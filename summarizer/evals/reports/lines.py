"""A run as a list of tests, one for each case and metric: what a build server counts and an annotation points at.

Where a gate was asked, its marks stand as they are. Without one only an invariant that does not hold fails, and a brief
that is missing could not be measured: a low score by itself is no failure.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing.nouns import Check, Finding, Kind
from summarizer.evals.reports.nouns import Report, Result, mean
from summarizer.evals.scoring.nouns import Score

Mark = Literal["passed", "failed", "not measured", "unscored"]


ORDER: tuple[Kind, ...] = (
    *("lost fact", "broken invariant", "regression", "not measured", "admitted breach", "gained fact", "improvement"),
)


class Line(NamedTuple):
    """One test. `case` and `metric` are "" where it is of all together; `findings` say what to look at."""

    case: str
    metric: str
    mark: Mark
    value: float | None
    findings: tuple[Finding, ...] = ()
    reason: str = ""  # why it is not scored


def lines(report: Report) -> list[Line]:
    """Every test of the run, in order."""
    if report.outcome is not None:
        return [_checked(report, check) for check in report.outcome.checks]
    lost = tuple(Finding(kind="not measured", text=fault, engine=report.label) for fault in report.faults)
    of_run = [Line("", "", "not measured", None, lost)] if lost else []
    return of_run + [line for results in report.cases.values() for line in _of_case(report, results)]


def findings(report: Report) -> list[Finding]:
    """What a person should look at: by kind, the weightiest first, then in the order of the tests."""
    found = [finding for line in lines(report) for finding in line.findings]
    return sorted(found, key=lambda finding: (not finding.fails, ORDER.index(finding.kind)))


def _checked(report: Report, check: Check) -> Line:
    if check.mark == "passed" and check.now is None and check.case:
        reason = _unscored(report.cases.get(check.case, []), check.metric)
        return Line(check.case, check.metric, "unscored", None, check.findings, reason)
    return Line(check.case, check.metric, check.mark, check.now, check.findings)


def _of_case(report: Report, results: list[Result]) -> Iterator[Line]:
    case = results[0].case
    lost = tuple(_missing(report.label, result) for result in results if not result.measured)
    for metric in report.metrics or ["brief"]:
        found = [r.scored.scores[metric] for r in results if metric in r.scored.scores]
        broken = tuple(_broken(report.label, r, s) for r in results for s in r.broken if s.metric == metric)
        value = mean(score.value for score in found)
        if broken:
            yield Line(case.id, metric, "failed", value, (*broken, *lost))
        elif lost:
            yield Line(case.id, metric, "not measured", value, lost)
        elif value is None:
            yield Line(case.id, metric, "unscored", None, (), _unscored(results, metric))
        else:
            yield Line(case.id, metric, "passed", value)


def _unscored(results: list[Result], metric: str) -> str:
    scores = (result.scored.scores.get(metric) for result in results)
    return next((score.reason for score in scores if score and score.reason), "nothing to score")


def _missing(label: str, result: Result) -> Finding:
    return Finding(
        kind="not measured",
        text=result.scored.error or "there is no brief",
        engine=label,
        case=result.case.id,
        path=str(result.case.path),
    )


def _broken(label: str, result: Result, score: Score) -> Finding:
    part = next((p for p in score.parts if p.value is not None and p.value < 1), None)
    told = score.reason or (f"{part.id}: {part.reason}" if part else "does not hold")
    return Finding(
        kind="broken invariant",
        text=f"{score.metric}: {told}" + (f" (repeat {result.scored.repeat})" if result.scored.repeat else ""),
        engine=label,
        case=result.case.id,
        metric=score.metric,
        now=score.value,
        path=str(result.case.path),
        line=_line(result.case, part.id if part else ""),
    )


def _line(case: Case, id: str) -> int:
    return next((n.line for n in case.must_not if n.id == id), 0)


def difference(before: float | None, now: float | None) -> str:
    """+0.02, -0.10, -0.0004; – where there is nothing to compare."""
    if before is None or now is None:
        return "–"
    found = now - before
    return f"{found:+.2f}" if abs(found) >= 0.005 or not found else f"{found:+.1g}"


def told(finding: Finding) -> str:
    """A finding in one line of plain text, and of a fact in how many of the repeats it was and is there."""
    shares = finding.before, finding.now
    if not finding.fact or None in shares or set(shares) == {0.0, 1.0}:
        return finding.text
    return f"{finding.text} (in {finding.before:.0%} of the repeats before, in {finding.now:.0%} now)"
