"""Where engines lie between the briefs that know nothing and the one made from the answers.

An engine above the oracle on what a brief says shows a metric that can be had without saying more, or a case whose
facts are not all there is. `balance` binds nobody: the facts of an event seldom lie evenly over its sources, so the
brief that knows them hears one source more than another, and `lead`, which knows nothing, hears all alike.
"""

from collections.abc import Iterator, Mapping, Sequence

from summarizer.evals.cases.nouns import Case
from summarizer.evals.mutants.reference import KINDS, Kind, make
from summarizer.evals.runs.nouns import Entry
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Scored
from summarizer.evals.scoring.scoring import mean_of, score_entry
from summarizer.output.safe import as_lines

CONTENT = (
    "fact_recall",
    "fact_recall_text",
    "must_facts",
    "fact_recall_normalised",
    "joint",
    "disagreements",
    "disagreement_precision",
)
UNBOUND = ("balance",)
DRAWS = 3  # random briefs of a case
SAME = 1e-9

Rows = Mapping[str, Sequence[Scored]]  # by label


def entries(cases: Sequence[Case], kind: Kind, seed: int = 0) -> tuple[Entry, ...]:
    """The reference briefs of all cases; random ones DRAWS times, of `seed` and those after it."""
    draws = range(DRAWS if kind == "random" else 1)
    return tuple(Entry(case=c, repeat=n, brief=make(c, kind, seed + n)) for c in cases for n in draws)


def references(cases: Sequence[Case], seed: int = 0) -> Rows:
    """The scores of the reference briefs, by kind."""
    return {kind: tuple(score_entry(entry) for entry in entries(cases, kind, seed)) for kind in KINDS}


def faults(reference: Rows, engines: Rows) -> Iterator[str]:
    """What does not lie where it should, over the means of the cases."""
    for label, rows in engines.items():
        for metric in (m.name for m in METRICS if m.name not in UNBOUND):
            best, own = mean_of(reference["oracle"], metric), mean_of(rows, metric)
            if best is None or own is None:
                continue
            full = best > 1 - SAME  # nothing can be above it
            if own > best + SAME or (metric in CONTENT and not full and own > best - SAME):
                yield f"{metric}: {label} has {own:.3f}, the oracle {best:.3f}"
    drawn, lead = (mean_of(reference[kind], "fact_recall") for kind in ("random", "lead"))
    if drawn is not None and lead is not None and drawn >= lead:
        yield f"fact_recall: random has {drawn:.3f}, lead {lead:.3f}"


def render(reference: Rows, engines: Rows) -> str:
    """The means over the cases, a metric a line, and what does not lie where it should."""
    every = {**{kind: reference[kind] for kind in ("random", "lead")}, **engines, "oracle": reference["oracle"]}
    wide = max(map(len, every)) + 2
    lines = [" " * 24 + "".join(f"{label:>{wide}}" for label in every)]
    for metric in METRICS:
        means = (mean_of(rows, metric.name) for rows in every.values())
        cells = "".join(f"{'–' if mean is None else f'{mean:.3f}':>{wide}}" for mean in means)
        lines.append(f"{metric.name:24}{cells}")
    lines += ["", *(f"out of bounds: {fault}" for fault in faults(reference, engines))]
    return as_lines(lines).rstrip("\n") + "\n"
