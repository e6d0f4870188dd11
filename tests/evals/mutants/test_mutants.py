"""Every mutant of every kind is killed by the metric that is named for it, and moves none that it should not."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutants_scored import REMEMBERED, grounds, outcome

from summarizer.evals.mutants.nouns import EVERY, Mutator
from summarizer.evals.mutants.suite import run
from summarizer.evals.mutants.table import MUTATORS
from summarizer.evals.scoring.metrics import METRICS

NAMES = [mutator.name for mutator in MUTATORS]
KNOWN = {metric.name for metric in METRICS}


def test_names_are_given_once() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("mutator", MUTATORS, ids=NAMES)
def test_only_metrics_that_there_are_are_named(mutator: Mutator) -> None:
    named = {*mutator.falls, *mutator.holds, *mutator.never_rises}
    assert named - {EVERY} <= KNOWN
    assert mutator.falls
    assert not set(mutator.falls) & {*mutator.holds, *mutator.never_rises}


def test_every_metric_of_code_has_a_mutant_that_it_has_to_see() -> None:
    seen = {metric for mutator in MUTATORS for metric in mutator.falls}
    assert {m.name for m in METRICS if m.tier < 2} <= seen


@pytest.mark.parametrize("name", NAMES)
def test_killed(name: str) -> None:
    tally = outcome().kinds[name]
    assert tally.made, "nothing of the kind in these cases"
    assert tally.killed == tally.made, [trial for trial in outcome().survivors if trial.kind == name]


def test_the_suite_is_green() -> None:
    assert outcome().exit == 0
    assert sum(tally.made for tally in outcome().kinds.values()) > 100


@pytest.mark.parametrize("mutator", MUTATORS, ids=NAMES)
def test_a_mutator_is_pure(mutator: Mutator) -> None:
    for ground in grounds():
        before = ground.brief.to_json()
        one, other = (mutator.make(ground, Random(7)) for _ in range(2))
        assert one == other
        assert ground.brief.to_json() == before
        assert one is None or (one.brief != ground.brief and one.what)


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), mutator=st.sampled_from(MUTATORS), place=st.integers(0, 3))
def test_any_seed_anywhere(seed: int, mutator: Mutator, place: int) -> None:
    ground = grounds()[place % len(grounds())]
    found = run([ground], REMEMBERED, seed=seed, mutators=[mutator])
    assert not found.survivors
    assert found.exit == (0 if found.kinds[mutator.name].made else 3)
