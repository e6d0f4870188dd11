"""A run as GitHub shows it: a table in the summary of the job, and an annotation at the line of what was lost.

A line that begins with :: is a command to the runner, so that words of others may never begin one or end one.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.evals.comparing import statistics
from summarizer.evals.comparing.nouns import Check, Finding, Gate
from summarizer.evals.reports.lines import difference, findings, told
from summarizer.evals.reports.nouns import Report, mean, shown
from summarizer.output.markdown import literal
from summarizer.output.safe import line

MOST = 50  # findings of a kind in the summary; GitHub takes 1 MiB of it in all
ANNOTATED = 10  # GitHub shows no more errors of one step
_HEADINGS = {
    "lost fact": "Lost facts",
    "broken invariant": "Broken invariants",
    "regression": "Regressions",
    "not measured": "Could not be measured",
    "admitted breach": "Admitted breaches of invariants",
    "gained fact": "Gained facts",
    "improvement": "Improvements",
}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})  # as in actions/toolkit, packages/core/src/command.ts
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def summary(reports: list[Report], gate: Gate | None = None) -> str:
    """Markdown for $GITHUB_STEP_SUMMARY: a table for each run, then what to look at, then the one line that counts."""
    blocks = [block for report in reports for block in _run(report)]
    return "\n\n".join([*blocks, f"**{literal(gate.closing)}**"] if gate else blocks) + "\n"


def annotations(reports: list[Report], root: Path) -> list[str]:
    """Commands to the runner, the weightiest failures first; paths below `root`, where it works, are relative to it."""
    failing = [f for report in reports for f in findings(report) if f.fails and f.path]
    kept = list(_telling(failing))[:ANNOTATED]
    more = len(failing) - len(kept)
    commands = [_command("error", finding, root) for finding in kept]
    if more > 0:
        commands.append(f"::notice::{more} more findings stand in the summary of the job")
    return commands


def _telling(found: Iterable[Finding]) -> Iterator[Finding]:
    """Without the regressions at a line where more than a figure was found already."""
    taken: set[tuple[str, int]] = set()
    for finding in found:
        if finding.kind != "regression" or (finding.path, finding.line) not in taken:
            yield finding
        taken.add((finding.path, finding.line))


def _command(name: str, finding: Finding, root: Path) -> str:
    path = Path(finding.path)
    absolute = path if path.is_absolute() else root / path
    shown_path = Path(os.path.relpath(absolute, root)).as_posix() if absolute.is_relative_to(root) else str(path)
    title = " ".join(part for part in (finding.kind, finding.case, finding.fact or finding.metric) if part)
    properties = {"file": shown_path, "line": str(max(1, finding.line)), "title": title}
    given = ",".join(f"{key}={line(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {given}::{line(told(finding)).translate(_DATA)}"


def _run(report: Report) -> Iterator[str]:
    yield f"### {literal(report.label)}"
    yield _compared(report) if report.outcome else _scores(report)
    yield f"Rule: {literal(report.outcome.rule)}" if report.outcome else f"{len(report.cases)} cases"
    found = findings(report)
    for kind, heading in _HEADINGS.items():
        rows = [finding for finding in found if finding.kind == kind]
        if rows:
            yield f"#### {heading}"
            more = [f"- and {len(rows) - MOST} more"] if len(rows) > MOST else []
            yield "\n".join([*map(_item, rows[:MOST]), *more])


def _item(finding: Finding) -> str:
    where = " · ".join(literal(part) for part in (finding.case or "all cases", finding.fact) if part)
    return f"- **{where}** {literal(told(finding))}" + ("" if finding.fails else " (no reason to fail)")


def _compared(report: Report) -> str:
    checks = report.outcome.checks if report.outcome else ()
    metrics = dict.fromkeys(check.metric for check in checks)
    rows = [_metric(metric, [check for check in checks if check.metric == metric]) for metric in metrics]
    return _table(("metric", "baseline", "now", "difference", "95 % interval", "verdict"), rows)


def _metric(metric: str, checks: list[Check]) -> tuple[str, ...]:
    """One metric: as it was held over all cases where it was, else the means of what was held case by case."""
    whole = next((check for check in checks if not check.case), None)
    paired = [check for check in checks if check.before is not None and check.now is not None]
    before = whole.before if whole else mean(check.before for check in paired)
    now = whole.now if whole else mean(check.now for check in paired)
    interval = whole.interval if whole else None
    low_high = f"{interval[0]:+.2f} to {interval[1]:+.2f}" if interval else "–"
    name = literal(metric or "all metrics")
    return (name, shown(before), shown(now), difference(before, now), low_high, _verdict(checks))


def _verdict(checks: list[Check]) -> str:
    """The marks that were given, counted. Nothing is decided here."""
    failed = sum(check.mark == "failed" for check in checks)
    lost = sum(check.mark == "not measured" for check in checks)
    if failed:
        return "❌ failed" + (f" ({failed} of {len(checks)})" if len(checks) > 1 else "")
    return f"⚠️ {lost} of {len(checks)} not measured" if lost else "✅ passed"


def _scores(report: Report) -> str:
    rows = []
    for metric in report.metrics:
        values = report.means(metric)
        interval = statistics.t_interval(values)
        low_high = f"{interval.low:.2f} to {interval.high:.2f}" if interval else "–"
        rows.append((literal(metric), shown(mean(values)), low_high, str(len(values))))
    return _table(("metric", "mean of the cases", "95 % interval", "cases scored"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---", *("---:" for _ in head[1:])], *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
