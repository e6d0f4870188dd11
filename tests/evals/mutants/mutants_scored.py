"""What the tests of mutants share: the cases, the real scorer with a memory, and broken ones."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from summarizer.evals.cases.nouns import Case
from summarizer.evals.cases.reading import read_all
from summarizer.evals.mutants.grounds import oracles
from summarizer.evals.mutants.nouns import Ground
from summarizer.evals.mutants.suite import Outcome, run
from summarizer.evals.scoring.metrics import METRICS, score
from summarizer.evals.scoring.nouns import Score, Subject

CASES = Path(__file__).parents[3] / "evals" / "cases"
# Few, and between them something of every kind: two events in one folder, doubts, disagreements, traps.
CHOSEN = ("seeds", "cable-car", "museum-theft", "savings-verdict")
Scorer = Callable[[Subject], Mapping[str, Score]]


class Remembered:
    """The real scores, each brief scored once."""

    def __init__(self) -> None:
        self._scores: dict[tuple[str, str], Mapping[str, Score]] = {}

    def __call__(self, subject: Subject) -> Mapping[str, Score]:
        key = (subject.case.id, subject.brief.to_json())
        if key not in self._scores:
            self._scores[key] = score(subject)
        return self._scores[key]


REMEMBERED = Remembered()


@cache
def cases() -> tuple[Case, ...]:
    return tuple(read_all([CASES / name for name in CHOSEN]))


@cache
def grounds() -> tuple[Ground, ...]:
    return tuple(oracles(cases()))


@cache
def outcome() -> Outcome:
    """The suite with the scorer as it is."""
    return run(grounds(), REMEMBERED)


def always(value: float | None) -> Scorer:
    """Every metric has this value, whatever the brief."""
    return lambda _: {m.name: Score(metric=m.name, value=value) for m in METRICS}


def stuck(metric: str, scorer: Scorer) -> Scorer:
    """As `scorer`, but one metric is always 1."""
    return lambda subject: {
        name: replace(found, value=1.0) if name == metric else found for name, found in scorer(subject).items()
    }


def upside_down(metric: str, scorer: Scorer) -> Scorer:
    """As `scorer`, but one metric is the better the worse the brief, from a half up."""

    def turned(found: Score) -> Score:
        return found if found.value is None else replace(found, value=1 - found.value / 2)

    return lambda subject: {name: turned(found) if name == metric else found for name, found in scorer(subject).items()}
