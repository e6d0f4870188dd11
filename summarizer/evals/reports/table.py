"""A run on a terminal: a row for each case, the chosen metrics, their means and how sure those are."""

from collections.abc import Iterator, Sequence

from summarizer.evals.comparing import statistics
from summarizer.evals.reports.lines import findings, told
from summarizer.evals.reports.nouns import HEADLINE, Report, mean, shown
from summarizer.output.safe import line

CASE = 26  # columns for a case's name
GAP = "  "
_SIGNS = {"broken invariant": "✗", "regression": "✗", "lost fact": "✗", "not measured": "!"}


def render(report: Report, metrics: Sequence[str] = HEADLINE) -> str:
    """The table as plain text that is safe to show, ending in a newline. A metric that nothing was scored by is left
    out; – is a case that it could not be scored on."""
    chosen = [metric for metric in metrics if metric in report.metrics]
    words = [metric.split("_") for metric in chosen]
    widths = [max(5, *map(len, parts)) for parts in words]
    height = max(map(len, words), default=0)
    heads = [["", *(_at(parts, row - height + len(parts)) for parts in words)] for row in range(height)]
    if heads:
        heads[-1][0] = "case"
    rows = [*heads, *_rows(report, chosen)]
    text = [line(report.label), *(_row(cells, widths) for cells in rows), *_notes(report)]
    return "\n".join(text) + "\n"


def _at(parts: Sequence[str], place: int) -> str:
    """A heading of several words stands on its last line."""
    return parts[place] if place >= 0 else ""


def _rows(report: Report, metrics: Sequence[str]) -> Iterator[list[str]]:
    for case, results in report.cases.items():
        yield [case, *(shown(mean(r.scored.value(metric) for r in results)) for metric in metrics)]
    values = [report.means(metric) for metric in metrics]
    yield ["mean of the cases", *(shown(mean(found)) for found in values)]
    halves = [_half(found) for found in values]
    if any(halves):
        yield ["± (95 %)", *(half or "–" for half in halves)]


def _half(values: Sequence[float]) -> str:
    interval = statistics.t_interval(values)
    return f"{(interval.high - interval.low) / 2:.2f}" if interval else ""


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    name = line(cells[0])
    name = name if len(name) <= CASE else f"{name[: CASE - 1]}…"
    return GAP.join([name.ljust(CASE), *(cell.rjust(w) for cell, w in zip(cells[1:], widths, strict=True))]).rstrip()


def _notes(report: Report) -> Iterator[str]:
    """What to look at, one line each and once, however many metrics it touches."""
    found = ((f.kind, f.case, told(f)) for f in findings(report) if f.kind in _SIGNS)
    for kind, case, text in dict.fromkeys(found):
        yield f"{_SIGNS[kind]} {line(case or 'all cases')}: {kind}: {line(text)}"
