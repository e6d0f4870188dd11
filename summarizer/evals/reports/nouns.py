"""What a report is made of: each brief of a run beside its case and its scores. Nothing here is measured again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import fmean
from typing import Any, Literal

from summarizer.evals.cases.nouns import Case, Fact
from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.comparing.nouns import Outcome
from summarizer.evals.runs.nouns import Cost, Run
from summarizer.evals.scoring.nouns import Part, Score, Scored, Subject
from summarizer.records import Brief

NO_COST = Cost()
BY_SPAN = "fact_recall"
BY_TEXT = "fact_recall_text"

# What a table has room for; every metric stands in results.jsonl and on the page.
HEADLINE = (
    *(BY_SPAN, BY_TEXT, "must_facts", "citation_recall", "citation_precision", "joint"),
    *("numbers", "disagreements"),
)

Standing = Literal["found", "uncited", "unsaid", "missed", "unscored"]

# In an editor's words, and with a sign of its own: colour alone tells nothing to many readers.
STANDINGS: dict[Standing, tuple[str, str]] = {
    "found": ("●", "said and cited"),
    "unsaid": ("◑", "cited, in other words"),
    "uncited": ("◐", "said, its place not cited"),
    "missed": ("○", "missed"),
    "unscored": ("–", "not scored"),
}


@dataclass(frozen=True, kw_only=True)
class Result:
    """One brief of a run. `brief` is None where there was none to score; `scored.error` says why."""

    case: Case
    scored: Scored
    brief: Brief | None = None
    cost: Cost = NO_COST

    @cached_property
    def subject(self) -> Subject | None:
        return Subject(case=self.case, brief=self.brief) if self.brief else None

    @property
    def name(self) -> str:
        """ferry-collision; its further repeats are ferry-collision.1, …, as their files are."""
        return f"{self.scored.case}.{self.scored.repeat}" if self.scored.repeat else self.scored.case

    def part(self, metric: str, id: str) -> Part | None:
        """What the fact, question or sentence `id` adds to `metric`."""
        score = self.scored.scores.get(metric)
        return next((p for p in score.parts if p.id == id), None) if score else None

    def standing(self, fact: Fact) -> Standing:
        """Whether the brief cites the fact's place, and whether it says it."""
        parts = self.part(BY_SPAN, fact.id), self.part(BY_TEXT, fact.id)
        if all(part is None or part.value is None for part in parts):
            return "unscored"
        cited, said = (bool(part and part.value) for part in parts)
        return ("found" if said else "unsaid") if cited else ("uncited" if said else "missed")

    def resting(self, fact: Fact) -> list[str]:
        """The ids of the brief's sentences that cite the fact or say it, in their order."""
        parts = self.part(BY_SPAN, fact.id), self.part(BY_TEXT, fact.id)
        named = {id for part in parts if part and part.value for id in part.sentences}
        return [s.id for s in self.brief.sentences if s.id in named] if self.brief else []

    def of_sentence(self, id: str) -> list[tuple[Score, Part]]:
        """What every metric says of one sentence of the brief: of itself, of its citations ("b2 s1[20:41]"), and of the
        negatives that it says. Parts of facts and questions name it only as what they rest on, and are left out."""
        known = {fact.id for fact in self.case.facts} | {question.id for question in self.case.disagreements}
        return [
            (score, part)
            for score in self.scored.scores.values()
            for part in score.parts
            if part.id.split(" ", 1)[0] == id or (id in part.sentences and part.id not in known)
        ]

    @property
    def measured(self) -> bool:
        return self.brief is not None and not self.scored.error

    @property
    def broken(self) -> list[Score]:
        """The invariants that do not hold."""
        return [
            s for s in self.scored.scores.values() if s.metric in INVARIANTS and s.value is not None and s.value < 1
        ]


@dataclass(frozen=True, kw_only=True)
class Report:
    """A run as it is told: its name, its briefs in the order of the cases, repeats after one another.

    `outcome` is what the gate says of it, where one was asked; nothing here decides it anew.
    """

    label: str
    results: tuple[Result, ...]
    outcome: Outcome | None = None
    made_by: Mapping[str, Any] = field(default_factory=dict)  # as the run has it
    scored_by: str = ""  # the program and its version
    faults: tuple[str, ...] = ()  # of the run as a whole, each a reason not to rely on it

    @property
    def metrics(self) -> list[str]:
        """Every metric that any brief was scored by, in the order of the scores."""
        return list(dict.fromkeys(metric for r in self.results for metric in r.scored.scores))

    @property
    def cases(self) -> dict[str, list[Result]]:
        """The briefs by case."""
        found: dict[str, list[Result]] = {}
        for result in self.results:
            found.setdefault(result.case.id, []).append(result)
        return found

    def means(self, metric: str) -> list[float]:
        """The metric of each case that has one, its repeats averaged: the case is the unit."""
        found = (mean(r.scored.value(metric) for r in results) for results in self.cases.values())
        return [value for value in found if value is not None]


def of_run(run: Run, rows: Sequence[Scored], scored_by: str, outcome: Outcome | None = None) -> Report:
    """The report of a run and its scores. Raises KeyError where a brief has no row."""
    scored = {(row.case, row.repeat): row for row in rows}
    results = (Result(case=e.case, scored=scored[e.case.id, e.repeat], brief=e.brief, cost=e.cost) for e in run.entries)
    return Report(
        label=run.label,
        results=tuple(results),
        outcome=outcome,
        made_by=run.made_by,
        scored_by=scored_by,
        faults=run.faults,
    )


def mean(values: Iterable[float | None]) -> float | None:
    """Of those that were scored; None where none was."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def shown(value: float | None) -> str:
    """0.63; never 1.00 for less than 1, nor 0.00 for more than 0; – for what was not scored."""
    if value is None:
        return "–"
    rounded = f"{value:.2f}"
    if rounded == "1.00" and value < 1:
        return "0.99"
    return "0.01" if rounded == "0.00" and value > 0 else rounded
