"""Scores as a person reads them in a terminal: the cases across, the metrics down, the means at the side."""

from collections.abc import Sequence

from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Scored
from summarizer.evals.scoring.scoring import case_means, mean_of
from summarizer.output.facts import count
from summarizer.output.safe import as_lines

ACROSS = 8  # cases beside each other; more of them stand in a further block
NONE = "–"  # nothing to score
WIDEST = 12  # code points of a case's id in the head of its column
REASONS = 3  # cases of a broken invariant whose reason is shown


def render(label: str, rows: Sequence[Scored]) -> str:
    """Every metric of every case, its mean over the cases, and what broke an invariant."""
    cases = list(dict.fromkeys(row.case for row in rows if not row.error))
    blocks = [cases[i : i + ACROSS] for i in range(0, len(cases), ACROSS)]
    briefs = sum(not row.error for row in rows)
    lines = [f"{label}: {count(len(cases), 'case')}, {count(briefs, 'brief')}"]
    for block in blocks:
        lines += ["", *_block(rows, block, is_last=block is blocks[-1])]
    lines += ["", *_broken(rows)]
    return as_lines(lines).rstrip("\n") + "\n"


def _block(rows: Sequence[Scored], cases: Sequence[str], is_last: bool) -> list[str]:
    names = [metric.name for metric in METRICS]
    names += dict.fromkeys(name for row in rows for name in row.scores if name not in names)  # by a judge
    width = max(map(len, names))
    head = [f"{case[:WIDEST]:>{WIDEST}}" for case in cases]
    lines = [" ".join([" " * width, *head, *(["   mean"] if is_last else [])])]
    for name in names:
        means = case_means(rows, name)
        cells = [f"{_shown(means.get(case)):>{WIDEST}}" for case in cases]
        mean = [f"{_shown(mean_of(rows, name)):>7}"] if is_last else []
        lines.append(" ".join([f"{name:<{width}}", *cells, *mean]))
    return lines


def _shown(value: float | None) -> str:
    return NONE if value is None else f"{value:.3f}"


def _broken(rows: Sequence[Scored]) -> list[str]:
    """A line for each invariant that a case broke."""
    lines = []
    for metric in METRICS:
        broken = [row for row in rows if metric.tier == 0 and row.value(metric.name) == 0]
        lines += [f"{row.case}: {metric.name}: {row.scores[metric.name].reason}" for row in broken[:REASONS]]
        if broken[REASONS:]:
            lines.append(f"{metric.name}: broken in {len(broken) - REASONS} more")
    return lines
