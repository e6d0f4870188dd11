"""How often the gate of noisy engines is wrong, by making engines up: a gate that cries wolf is switched off.

An engine here is chance with known odds, so that what the gate should say is known too. The spread is that which was
measured on 93 events: the difference of two systems on one event has a standard deviation of 0.193.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from summarizer.evals.cases.nouns import MUST, Case, Fact, Place
from summarizer.evals.comparing import noisy
from summarizer.evals.comparing.families import GATING
from summarizer.evals.comparing.results import CaseResult, Result, Results
from summarizer.evals.comparing.trial import Limits, Trial

DIFFERENCE = 0.193  # standard deviation of the paired difference, three repeats on either side
SHARED = 0.5  # of a repeat's variance: a brief that finds little is worse in every metric
FACTS = 5  # must-facts a case
FEW = 4  # what a metric of few things is counted in: sentences with a figure, disagreements
COUNTED = ("numbers", "polarity", "speakers", "disagreements")


class World(NamedTuple):
    """What is simulated. `steady` is the share of must-facts that the engine nearly always has; the others come and
    go. `drop` is what is taken from the metrics in `worse`; `lost` is how many must-facts it never has again."""

    cases: int
    before: int = 3  # repeats
    now: int = 3
    steady: float = 0.7
    drop: float = 0.0
    worse: tuple[str, ...] = GATING
    lost: int = 0


class Rates(NamedTuple):
    """Of all simulated runs, the share that the gate failed, by any rule and by each, and that it could not measure."""

    failed: float
    by_metrics: float
    by_facts: float
    unmeasured: float


@dataclass(frozen=True)
class Engine:
    """The odds of one engine: of each metric's mean by case, and of each must-fact by case."""

    means: Mapping[str, Mapping[str, float]]
    facts: Mapping[str, Mapping[str, float]]


def simulate(world: World, runs: int, seed: int = 0) -> Rates:
    """The gate's verdicts on `runs` pairs of runs, each by an engine of its own; of all rules that chance can trip."""
    draw = random.Random(seed)
    cases = {f"case-{n}": _case(f"case-{n}") for n in range(world.cases)}
    failed = by_metrics = by_facts = unmeasured = 0
    for _ in range(runs):
        engine = _engine(draw, world)
        before = _run(draw, engine, world.before)
        now = _run(draw, _changed(engine, world), world.now)
        checks = list(noisy.checks(Trial("made up", cases, before, now), Limits()))
        marked = {check.metric for check in checks if check.mark == "failed"}
        failed += bool(marked)
        by_facts += noisy.MUST_FACTS in marked
        by_metrics += bool(marked - {noisy.MUST_FACTS})
        unmeasured += not marked and any(check.mark == "not measured" for check in checks)
    return Rates(failed / runs, by_metrics / runs, by_facts / runs, unmeasured / runs)


def _case(id: str) -> Case:
    place = Place(file="a.txt", start=0, end=1, quote="x")
    facts = (Fact(id=f"f{n}", text=f"fact {n}", importance=MUST, support=((place,),)) for n in range(FACTS))
    return Case(id=id, path=Path(id) / "case.yaml", title=id, words=100, sources=(), facts=tuple(facts))


def _engine(draw: random.Random, world: World) -> Engine:
    ids = [f"case-{n}" for n in range(world.cases)]
    return Engine(
        means={id: {metric: draw.uniform(0.4, 0.95) for metric in GATING} for id in ids},
        facts={id: {f"f{n}": _odds(draw, world.steady) for n in range(FACTS)} for id in ids},
    )


def _odds(draw: random.Random, steady: float) -> float:
    return 0.98 if draw.random() < steady else draw.uniform(0.2, 0.95)


def _changed(engine: Engine, world: World) -> Engine:
    means = {
        id: {m: mean - world.drop * (m in world.worse) for m, mean in of_case.items()}
        for id, of_case in engine.means.items()
    }
    facts = {id: dict(odds) for id, odds in engine.facts.items()}
    held = [(odds[fact], id, fact) for id, odds in facts.items() for fact in odds]
    for _, id, fact in sorted(held, reverse=True)[: world.lost]:
        facts[id][fact] = 0.0
    return Engine(means, facts)


def _run(draw: random.Random, engine: Engine, repeats: int) -> Results:
    cases = {
        id: CaseResult(sha256="", repeats=tuple(_result(draw, means, engine.facts[id]) for _ in range(repeats)))
        for id, means in engine.means.items()
    }
    return Results(deterministic=False, cases=cases)


def _result(draw: random.Random, means: Mapping[str, float], odds: Mapping[str, float]) -> Result:
    """One brief. Half of the metrics are spread like a bell around their mean, half are counted in few things."""
    mood = draw.gauss(0, 1)
    metrics: dict[str, float | None] = {}
    for metric, mean in means.items():
        if metric in COUNTED:
            metrics[metric] = sum(draw.random() < mean for _ in range(FEW)) / FEW
        else:
            spread = DIFFERENCE * (3 / 2) ** 0.5
            metrics[metric] = mean + spread * (SHARED**0.5 * mood + (1 - SHARED) ** 0.5 * draw.gauss(0, 1))
    return Result(metrics=metrics, cited=tuple(fact for fact, p in odds.items() if draw.random() < p))


WORLDS = (
    ("nothing changed, 3 + 3 repeats", World(12)),
    ("nothing changed, 3 + 3 repeats", World(40)),
    ("nothing changed, 5 + 3 repeats", World(12, before=5)),
    ("nothing changed, 5 + 3 repeats", World(40, before=5)),
    ("nothing changed, every must-fact comes and goes", World(12, steady=0)),
    ("nothing changed, every must-fact comes and goes", World(40, steady=0)),
    ("every metric 0.10 worse", World(12, drop=0.1)),
    ("every metric 0.10 worse", World(40, drop=0.1)),
    ("fact recall 0.10 worse", World(12, drop=0.1, worse=("fact_recall",))),
    ("fact recall 0.10 worse", World(40, drop=0.1, worse=("fact_recall",))),
    ("one must-fact gone, 3 + 3 repeats", World(12, lost=1)),
    ("one must-fact gone, 5 + 3 repeats", World(12, before=5, lost=1)),
    ("one must-fact gone, 5 + 3 repeats, all others steady", World(12, before=5, steady=1, lost=1)),
    ("three must-facts gone, 3 + 3 repeats", World(12, lost=3)),
    ("three must-facts gone, 5 + 3 repeats", World(40, before=5, lost=3)),
)


def table(runs: int, seed: int = 0) -> str:
    """How often the gate fails in each of WORLDS: false alarms in the first rows, power in the others."""
    lines = [f"{'of ' + format(runs, ',') + ' simulated runs':54}{'cases':>6}{'failed':>8}{'metrics':>9}{'facts':>7}"]
    for name, world in WORLDS:
        found = simulate(world, runs, seed)
        row = f"{name:54}{world.cases:>6}{found.failed:>8.1%}{found.by_metrics:>9.1%}{found.by_facts:>7.1%}"
        lines.append(row + (f"  {found.unmeasured:.1%} not measured" if found.unmeasured else ""))
    return "".join(f"{line}\n" for line in lines)
