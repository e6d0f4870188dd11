"""The gate: pass, regression, or could not be measured. All of its rules meet here, and its verdict is made once.

(1) The invariants of every brief, whatever the baseline says. (2) A deterministic engine: exactly as blessed.
(3) A noisy engine: not worse than chance explains. (4) What could not be measured is never a pass.
"""

from collections.abc import Iterable

from summarizer.evals.comparing import exact, noisy
from summarizer.evals.comparing.nouns import Gate, Outcome
from summarizer.evals.comparing.trial import Limits, Trial, coverage, invariants

NO_LIMITS_GIVEN = Limits()


def gate(trials: Iterable[Trial], limits: Limits = NO_LIMITS_GIVEN) -> Gate:
    """What the gate says of the runs in `trials`; of none it says that nothing was measured."""
    return Gate(outcomes=tuple(decide(trial, limits) for trial in trials))


def decide(trial: Trial, limits: Limits = NO_LIMITS_GIVEN) -> Outcome:
    """What the gate says of one run."""
    deterministic = trial.before.deterministic if trial.before else trial.now.deterministic
    held = exact.checks(trial) if deterministic else noisy.checks(trial, limits)
    return Outcome(
        engine=trial.engine,
        rule=exact.RULE if deterministic else noisy.RULE,
        cases=len(trial.now.cases),
        checks=(*coverage(trial, limits), *invariants(trial), *held),
    )
