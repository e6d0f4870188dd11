"""A run, read and scored, as comparing takes it; and whether its engine is one of which no difference is noise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing.baseline import Baseline
from summarizer.evals.comparing.results import Results, collect
from summarizer.evals.comparing.trial import Trial
from summarizer.evals.runs.nouns import Cost, Run
from summarizer.evals.scoring.nouns import Scored
from summarizer.evals.scoring.scoring import score_run


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A run with its scores, and what is compared of them."""

    run: Run
    rows: tuple[Scored, ...]
    results: Results

    @property
    def cost(self) -> Cost:
        return self.run.cost


def measure(run: Run, cases: Sequence[Case]) -> Measured:
    """Scores the run of `cases`."""
    rows = score_run(run)
    return Measured(run=run, rows=rows, results=collect(rows, cases, deterministic(run.made_by), run.made_by))


def deterministic(made_by: Mapping[str, Any]) -> bool:
    """Whether the same articles give the same brief each time: no model wrote it, or its answers were replayed.

    Of another system's run nothing is known but what its run.json says: `"deterministic": true`.
    """
    return made_by.get("answers") in ("none", "replayed") or made_by.get("deterministic") is True


def trial(measured: Measured, cases: Sequence[Case], baseline: Baseline) -> Trial:
    """The run before the gate, beside what was blessed under its label."""
    return Trial(
        engine=measured.run.label,
        cases={case.id: case for case in cases},
        before=baseline.engines.get(measured.run.label),
        now=measured.results,
        faults=measured.run.faults,
    )


def without(label: str, reason: str, cases: Sequence[Case], baseline: Baseline) -> Trial:
    """An engine of the baseline of which there is no run, and why."""
    none = Results(deterministic=True, cases={})
    return Trial(label, {case.id: case for case in cases}, baseline.engines.get(label), none, (reason,))


def blessed(measured: Measured, exact: bool | None) -> Results:
    """What goes into the baseline. `exact`: whether somebody vouches that it never varies; None: as the run says."""
    results = measured.results
    return results if exact is None else replace(results, deterministic=exact)
