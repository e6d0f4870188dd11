"""What is kept of a scored run for comparing: for each case and repeat the metrics and the facts, and nothing else.

A run and the baseline are kept in the same form, so that whatever compares two runs also compares with the baseline.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import Any, NamedTuple

from summarizer.evals.cases.nouns import Case, CaseSource, Fact, Negative, Question
from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.scoring.nouns import Score, Scored
from summarizer.records import Record, plain

CITED, SAID = "fact_recall", "fact_recall_text"  # the metrics whose parts say which facts a brief cites and says
DIGITS = 6
SAME = 2e-6  # two values no further apart than this were rounded from one
# Invariants that an engine can break by repeating what a source says. Such a breach can be admitted, each by name.
ADMISSIBLE = ("relevant", "must_not")
NO_MATTER = {"line", "path", "sources_in", "note", "title", "outlet"}  # what a case says to people only


class Note(NamedTuple):
    """Why a metric is what it is; of the first part that is not whole, the reason and the line of `case.yaml`.

    `line` is 0 where the part has none.
    """

    text: str
    part: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Record):
    """One brief: `metrics` by name, None where there was nothing to score; the ids of the facts that it cites and says.

    `breaches` are what broke an admissible invariant, by name; in a baseline, what somebody has admitted. `error` is
    why there was no brief; `notes` go with a run's metrics and are no part of a baseline.
    """

    metrics: dict[str, float | None]
    cited: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    breaches: dict[str, tuple[str, ...]] = field(default_factory=dict)
    error: str = ""
    notes: dict[str, Note] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult(Record):
    """One case, once or more often. `sha256` is of all that a score of it rests on."""

    sha256: str
    repeats: tuple[Result, ...]

    @property
    def measured(self) -> tuple[Result, ...]:
        return tuple(result for result in self.repeats if not result.error)

    def values(self, metric: str) -> list[float]:
        """The scores of the repeats that have one."""
        found = (result.metrics.get(metric) for result in self.measured)
        return [value for value in found if value is not None]

    def mean(self, metric: str) -> float | None:
        """The score of the case: its repeats averaged, before anything else is done with it."""
        values = self.values(metric)
        return fmean(values) if values else None

    def share(self, fact: str, said: bool = False) -> float | None:
        """In which share of the repeats the fact is cited, or said; None where none was measured."""
        measured = self.measured
        return fmean(fact in (r.said if said else r.cited) for r in measured) if measured else None

    def breaches(self, metric: str) -> frozenset[str]:
        """What broke an admissible invariant, in any of the repeats."""
        return frozenset(name for result in self.measured for name in result.breaches.get(metric, ()))

    def note(self, metric: str) -> Note:
        """Why the worst of the repeats is what it is."""
        noted = [r for r in self.measured if metric in r.notes]
        worst = min(noted, key=lambda r: r.metrics.get(metric) or 0.0, default=None)
        return worst.notes[metric] if worst else Note("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Results(Record):
    """A scored run. `deterministic`: the same articles always give the same brief, so that any change is a real one."""

    deterministic: bool
    made_by: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, CaseResult]

    @property
    def metrics(self) -> tuple[str, ...]:
        """Every metric that any brief has, in the order of the table of metrics."""
        return tuple(dict.fromkeys(m for c in self.cases.values() for r in c.repeats for m in r.metrics))

    @property
    def made(self) -> int:
        """How often the case that was made most often was made."""
        return max((len(case.repeats) for case in self.cases.values()), default=0)

    @property
    def one_answer(self) -> float:
        """The share of the cases that came out the same each time, of those that were made more than once."""
        every = [made for case in self.cases.values() if len(made := case.measured) > 1]
        return fmean(all(_alike(made[0], other) for other in made) for made in every) if every else 0.0


def _alike(a: Result, b: Result) -> bool:
    return (a.metrics, a.cited, a.said) == (b.metrics, b.cited, b.said)


def collect(
    scored: Sequence[Scored], cases: Sequence[Case], deterministic: bool, made_by: Mapping[str, Any] | None = None
) -> Results:
    """The results of a run, by case in the order of `cases`. Raises KeyError for a brief of none of them."""
    by_case: dict[str, list[Scored]] = {case.id: [] for case in cases}
    for row in scored:
        by_case[row.case].append(row)
    found = {
        case.id: CaseResult(sha256=fingerprint(case), repeats=tuple(_result(row, case) for row in by_case[case.id]))
        for case in cases
    }
    return Results(deterministic=deterministic, made_by=dict(made_by or {}), cases=found)


def fingerprint(case: Case) -> str:
    """SHA-256 of what a score of the case rests on: its facts, questions, negatives and the hashes of its sources.

    Where a thing stands in the file, and what is said to people only, does not count: no score depends on it.
    """
    text = json.dumps(case, default=_essential, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _essential(value: object) -> Any:
    found = plain(value)
    if not isinstance(found, dict):
        return found
    dropped = NO_MATTER | {"text"} if isinstance(value, CaseSource) else NO_MATTER  # its hash stands for it
    return {key: kept for key, kept in found.items() if key not in dropped}


def _result(row: Scored, case: Case) -> Result:
    return Result(
        metrics={name: _rounded(score.value) for name, score in row.scores.items()},
        cited=_facts(row.scores.get(CITED)),
        said=_facts(row.scores.get(SAID)),
        breaches={m: found for m in ADMISSIBLE if (found := _breaches(row.scores.get(m), case))},
        error=row.error,
        notes={name: note for name, score in row.scores.items() if (note := _note(score, case)).text},
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _facts(score: Score | None) -> tuple[str, ...]:
    return tuple(part.id for part in score.parts if part.value) if score else ()


def _breaches(score: Score | None, case: Case) -> tuple[str, ...]:
    """A negative by its id, another event's article by its name: not by the sentence, whose number may move."""
    negatives = {negative.id for negative in case.must_not}
    faults = [part for part in score.parts if part.value == 0] if score else []
    return tuple(sorted({part.id if part.id in negatives else part.reason for part in faults}))


def _note(score: Score, case: Case) -> Note:
    things: tuple[Fact | Question | Negative, ...] = (*case.facts, *case.disagreements, *case.must_not)
    lines = {thing.id: thing.line for thing in things}
    part = next((p for p in score.parts if p.value is not None and p.value < 1), None)
    if part is None:
        return Note(score.reason)
    return Note(score.reason, f"{part.id}: {part.reason}" if part.reason else "", lines.get(part.id, 0))


class Breach(NamedTuple):
    """An invariant that some brief of a case breaks, and why."""

    case: str
    metric: str
    reason: str

    @property
    def admissible(self) -> bool:
        return self.metric in ADMISSIBLE


def broken(results: Results) -> list[Breach]:
    """Every invariant that is broken, case by case."""
    found = ((id, metric, case) for id, case in results.cases.items() for metric in INVARIANTS)
    return [Breach(id, m, case.note(m).text) for id, m, case in found if min(case.values(m), default=1.0) < 1]


def without_breaches(results: Results) -> Results:
    """The same with none admitted."""
    cases = {
        id: replace(case, repeats=tuple(replace(result, breaches={}) for result in case.repeats))
        for id, case in results.cases.items()
    }
    return replace(results, cases=cases)
