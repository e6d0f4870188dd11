"""The measure: each mutator on each brief, and whether the metric named for it falls.

A brief that scores nothing on the named metric cannot fall; the mutator is not tried on it, and one that is tried
nowhere has shown nothing. Nothing here knows what a mutator does or how a metric is computed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from summarizer.errors import Exit
from summarizer.evals.mutants.nouns import EVERY, Ground, Mutator
from summarizer.evals.mutants.table import MUTATORS
from summarizer.evals.scoring.nouns import Score, Subject

Scorer = Callable[[Subject], Mapping[str, Score]]
Values = Mapping[str, float | None]
SAME = 1e-9  # two sums of the same parts may differ by less


class Trial(NamedTuple):
    """One mutant of one brief. `faults` is why it counts as a survivor; empty where it was killed."""

    kind: str
    ground: str
    what: str
    faults: tuple[str, ...]


class Tally(NamedTuple):
    """How many mutants of a kind were made and killed, and on how many briefs it was not tried and why."""

    made: int
    killed: int
    nothing: int  # the brief has nothing of the kind
    cannot: int  # the brief scores nothing on the named metric

    @property
    def rate(self) -> float | None:
        return self.killed / self.made if self.made else None


class Outcome(NamedTuple):
    """What a run found, by kind in the order of the table."""

    kinds: Mapping[str, Tally]
    survivors: tuple[Trial, ...]
    grounds: tuple[str, ...]

    @property
    def untried(self) -> tuple[str, ...]:
        return tuple(kind for kind, tally in self.kinds.items() if not tally.made)

    @property
    def exit(self) -> Exit:
        """1 where a mutant lived; 3 where a kind, or everything, was not tried: a check that cannot fail is none."""
        if self.survivors:
            return Exit.MARKED
        return Exit.NOTHING if self.untried or not self.kinds or not self.grounds else Exit.WHOLE


def run(
    grounds: Sequence[Ground],
    score: Scorer,
    seed: int = 0,
    most: int = 1,
    mutators: Sequence[Mutator] = MUTATORS,
) -> Outcome:
    """At most `most` different mutants of each kind of each brief, all scored by `score`; the same for one seed."""
    kinds = {mutator.name: Tally(0, 0, 0, 0) for mutator in mutators}
    survivors: list[Trial] = []
    for ground in grounds:
        before = values(score(ground.subject))
        for mutator in mutators:
            tally, trials = _tried(ground, mutator, before, score, seed, most)
            kinds[mutator.name] = Tally(*(a + b for a, b in zip(kinds[mutator.name], tally, strict=True)))
            survivors += [trial for trial in trials if trial.faults]
    return Outcome(kinds, tuple(survivors), tuple(ground.name for ground in grounds))


def values(scores: Mapping[str, Score]) -> Values:
    return {name: score.value for name, score in scores.items()}


def _tried(
    ground: Ground, mutator: Mutator, before: Values, score: Scorer, seed: int, most: int
) -> tuple[Tally, list[Trial]]:
    named = _named(mutator, before)
    if not named or not all(before.get(metric) for metric in named):
        return Tally(0, 0, 0, 1), []
    made = {}
    for n in range(most):
        mutant = mutator.make(ground, Random(f"{seed} {mutator.name} {ground.name} {n}"))
        if mutant is not None and mutant.brief != ground.brief:
            made[mutant.what] = mutant
    if not made:
        return Tally(0, 0, 1, 0), []
    trials = []
    for mutant in made.values():
        after = values(score(Subject(case=ground.case, brief=mutant.brief)))
        trials.append(Trial(mutator.name, ground.name, mutant.what, tuple(_faults(mutator, before, after))))
    return Tally(len(trials), sum(not trial.faults for trial in trials), 0, 0), trials


def _named(mutator: Mutator, before: Values) -> list[str]:
    if mutator.falls == (EVERY,):
        return [metric for metric, value in before.items() if value]
    return list(mutator.falls)


def _faults(mutator: Mutator, before: Values, after: Values) -> Iterator[str]:
    """Why the mutant lives: what did not fall, what moved, what rose."""
    for metric in _named(mutator, before):
        was, now = before[metric], after.get(metric)
        if now is None or was is None or now > was - SAME or (mutator.falls == (EVERY,) and now != 0):
            yield f"{metric} {_shown(was)} -> {_shown(now)}, should fall{' to 0' if mutator.falls == (EVERY,) else ''}"
    for metric in mutator.holds:
        was, now = before.get(metric), after.get(metric)
        if (was is None) != (now is None) or (was is not None and now is not None and abs(was - now) > SAME):
            yield f"{metric} {_shown(was)} -> {_shown(now)}, should not move"
    for metric in mutator.never_rises:
        was, now = before.get(metric), after.get(metric)
        if was is not None and now is not None and now > was + SAME:
            yield f"{metric} {_shown(was)} -> {_shown(now)}, should not rise"


def _shown(value: float | None) -> str:
    return "not scored" if value is None else f"{value:.3f}"
