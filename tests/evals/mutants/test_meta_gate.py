"""The guard of the guards: break the scorer, or the suite itself, and it has to go red."""

from collections.abc import Callable

import pytest
from mutants_scored import REMEMBERED, Scorer, always, grounds, outcome, stuck, upside_down

from summarizer.errors import Exit
from summarizer.evals.mutants.nouns import Mutant, Mutator
from summarizer.evals.mutants.suite import run
from summarizer.evals.mutants.table import MUTATORS
from summarizer.evals.scoring.metrics import METRICS

CODE = [m.name for m in METRICS if m.tier < 2]


def test_a_scorer_that_is_always_full_lets_every_mutant_live() -> None:
    found = run(grounds(), always(1.0))
    assert found.exit == Exit.MARKED
    assert all(tally.killed == 0 for tally in found.kinds.values())
    assert all(tally.made >= outcome().kinds[kind].made for kind, tally in found.kinds.items())


@pytest.mark.parametrize("value", [0.0, None])
def test_a_scorer_that_never_scores_shows_nothing(value: float | None) -> None:
    found = run(grounds(), always(value))
    assert found.exit == Exit.NOTHING
    assert found.untried == tuple(m.name for m in MUTATORS)


@pytest.mark.parametrize("breaking", [stuck, upside_down])
@pytest.mark.parametrize("metric", CODE)
def test_one_broken_metric_is_enough(
    metric: str,
    breaking: Callable[[str, Scorer], Scorer],
) -> None:
    assert outcome().exit == Exit.WHOLE
    found = run(grounds(), breaking(metric, REMEMBERED))
    assert found.exit == Exit.MARKED
    assert any(fault.startswith(f"{metric} ") for trial in found.survivors for fault in trial.faults)


def test_without_mutators_nothing_is_shown() -> None:
    idle = [Mutator(m.name, lambda _ground, _rng: None, m.falls) for m in MUTATORS]
    assert run(grounds(), REMEMBERED, mutators=idle).exit == Exit.NOTHING
    assert run(grounds(), REMEMBERED, mutators=[]).exit == Exit.NOTHING
    assert run([], REMEMBERED).exit == Exit.NOTHING


def test_a_mutator_that_changes_nothing_is_not_counted() -> None:
    same = Mutator("same", lambda ground, _rng: Mutant(ground.brief, "nothing"), ("spans",))
    found = run(grounds(), REMEMBERED, mutators=[same])
    assert found.kinds["same"].made == 0
    assert found.exit == Exit.NOTHING
