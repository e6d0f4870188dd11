"""A comparison and a gate as text for a terminal or a log. Nothing is decided here, and no word
of a brief, a case or a label may begin a line of its own."""

from collections.abc import Iterator
from typing import Any

from summarizer.evals.comparing.measured import Measured
from summarizer.evals.comparing.nouns import Finding, Gate, Outcome
from summarizer.evals.comparing.overall import Overall, sentences
from summarizer.evals.comparing.pairs import Compared, Comparison
from summarizer.output.facts import calls, count
from summarizer.output.safe import as_lines
from summarizer.records import plain

WIDTH = 24
MOST = 40  # findings of one run; the rest are counted


def comparison(found: Comparison, verdict: Overall, a: Measured, b: Measured) -> str:
    """The table of metrics, each case that changed, what it cost, and what it comes to."""
    lines = [*_sides(found, a, b), "", *_table(found), "", *_cases(found)]
    lines += [f"{side}: {_cost(run)}" for side, run in (("A", a), ("B", b))]
    lines += [*sentences(verdict, found), f"rule: {verdict.rule}", verdict.line]
    return as_lines(lines)


def _sides(found: Comparison, a: Measured, b: Measured) -> Iterator[str]:
    for side, run in (("A", a), ("B", b)):
        yield f"{side}  {run.run.label}  ({run.run.path}, {count(run.run.repeats, 'brief')} a case)"
    yield f"{count(len(found.cases), 'case')} in both"
    for side, only in (("A", found.only_before), ("B", found.only_now)):
        if only:
            yield f"only in {side}, left out: {', '.join(only)}"


def _table(found: Comparison) -> Iterator[str]:
    head = f"{'A':>7}{'B':>7}{'B - A':>8}  {'95 % interval':18}{'p':>6}"
    yield f"{'metric':{WIDTH}}{head}  verdict"
    for c in found.metrics:
        yield _row(c)


def _row(c: Compared) -> str:
    if c.difference is None:
        return f"{c.metric:{WIDTH}}{'–':>7}{'–':>7}{'–':>8}  no case has a score in both"
    interval = f"{c.interval.low:+.3f} to {c.interval.high:+.3f}" if c.interval else "one case, none"
    p = f"{c.adjusted:.3f}" if c.adjusted is not None else "–"
    row = f"{c.metric:{WIDTH}}{c.before:>7.3f}{c.now:>7.3f}{c.difference:>+8.3f}  {interval:18}{p:>6}  {c.verdict}"
    if c.verdict == "no difference seen" and c.detectable:
        row += f"; one of {c.detectable:.2f} would have been, in 4 of 5"
    if c.unscored:
        row += f"; scored in one run only: {', '.join(c.unscored)}"
    return row


def _cases(found: Comparison) -> Iterator[str]:
    for case in found.cases:
        moved = [(c.metric, p) for c in found.metrics for p in c.pairs if p.case == case and p.difference]
        broken = [b for b in found.broken if b.case == case]
        facts = [f for f in found.facts if f.case == case]
        if not (moved or broken or facts):
            continue
        yield case
        yield from (f"    {metric} {p.before:.3f} -> {p.now:.3f}" for metric, p in moved)
        for b in broken:
            yield f"    {b.metric} broken by {'both' if b.before and b.now else 'A' if b.before else 'B'}: {b.reason}"
        for f in facts:
            what, verb = "lost" if f.lost else "gained", "said" if f.said else "cited"
            share = "" if {f.before, f.now} == {0.0, 1.0} else f" in {f.before:.0%} -> {f.now:.0%} of the repeats"
            yield f"    {what} {f.fact} ({f.importance}), {verb}{share}: “{f.text}”"
        yield ""


def _cost(measured: Measured) -> str:
    """Paid calls apart from those whose answers were recorded."""
    cost = measured.cost
    told = [f"{name} {calls(usage)}" for name, usage in (("live", cost.live), ("cached", cost.cached)) if usage.calls]
    return "; ".join(told) or "no model was asked"


def gate(found: Gate) -> str:
    """What each run failed or could not show, by which rule, and the line that counts."""
    lines = [line for outcome in found.outcomes for line in _outcome(outcome)]
    return as_lines([*lines, found.closing])


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.engine}: {count(outcome.cases, 'case')}"
    yield f"rule: {outcome.rule}"
    findings = sorted(outcome.findings, key=lambda finding: not finding.fails)
    yield from (f"  {_finding(finding)}" for finding in findings[:MOST])
    if len(findings) > MOST:
        yield f"  and {len(findings) - MOST} more"
    failing = [finding for finding in findings if finding.fails]
    if failing and all(finding.kind in ("improvement", "gained fact") for finding in failing):
        yield "better than the baseline, and nothing lost: bless it with `summarizer eval bless`"


def _finding(finding: Finding) -> str:
    where = f"{finding.path}:{finding.line}: " if finding.path else ""
    return f"{where}{finding.kind}{'' if finding.fails else ' (does not fail)'}: {finding.text}"


def as_json(found: Comparison, verdict: Overall, a: Measured, b: Measured) -> dict[str, Any]:
    """The whole comparison for programs."""
    sides = {side: {"label": m.run.label, "made_by": m.run.made_by, "cost": m.cost} for side, m in (("A", a), ("B", b))}
    return sides | {"overall": verdict, **plain(found)}
