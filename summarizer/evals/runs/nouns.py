"""What a run is: for each case and repeat a brief, or the reason why there is none. Nothing here scores anything.

RUN/run.json       what made it, how often, what failed; may be missing where another system made the briefs
RUN/CASE.json      the brief of a case; RUN/CASE.1.json, RUN/CASE.2.json … where it was made more than once
RUN/CASE.md        or .txt, .csv, .jsonl: what another system wrote, converted on reading
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from summarizer.evals.cases.nouns import Case
from summarizer.records import Brief, Record, Usage

FORMAT: Literal["summarizer.run/1"] = "summarizer.run/1"
NAME = "run.json"
NOTHING = Usage(cost_usd=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Record):
    """Calls, tokens and US dollars: `live` was paid for by this run, `cached` when its answers were recorded."""

    live: Usage = NOTHING
    cached: Usage = NOTHING

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(live=_sum(self.live, other.live), cached=_sum(self.cached, other.cached))


def _sum(one: Usage, other: Usage) -> Usage:
    """Both together; an unknown price of either leaves the price of both unknown."""
    numbers = {f.name: getattr(one, f.name) + getattr(other, f.name) for f in fields(Usage) if f.name != "cost_usd"}
    known = one.cost_usd is not None and other.cost_usd is not None
    return Usage(cost_usd=(one.cost_usd or 0.0) + (other.cost_usd or 0.0) if known else None, **numbers)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A case, made once. Without a brief it could not be measured, and `error` says why; an empty brief is a brief."""

    case: Case
    repeat: int = 0  # from 0
    brief: Brief | None = None
    error: str = ""
    path: Path | None = None  # the file that the brief was read from
    cost: Cost = Cost()


@dataclass(frozen=True, kw_only=True)
class Run:
    """The briefs of one system: an entry for each case and repeat, by case in the order asked, then by repeat."""

    label: str
    path: Path  # of the folder
    entries: tuple[Entry, ...]
    repeats: int = 1
    made_by: Mapping[str, Any] = field(default_factory=dict)  # free: program, writer, model, settings …
    faults: tuple[str, ...] = ()  # beside the briefs: recordings that nothing asked for

    strays: tuple[str, ...] = ()  # names of files that belong to none of the cases that were asked for

    @property
    def errors(self) -> tuple[Entry, ...]:
        """What could not be measured."""
        return tuple(entry for entry in self.entries if entry.brief is None)

    @property
    def unmeasured(self) -> tuple[str, ...]:
        """Every reason why this run cannot be relied on, in a line each; a gate that finds one measures nothing."""
        return (*(f"{e.case.id}, repeat {e.repeat}: {e.error}" for e in self.errors), *self.faults)

    @property
    def cost(self) -> Cost:
        """Of all its briefs."""
        return sum((entry.cost for entry in self.entries), Cost())


def file_name(case: str, repeat: int, suffix: str = ".json") -> str:
    """The name of the file with the brief of `case`, a case's id, made for the `repeat`th time (from 0)."""
    return f"{case}.{repeat}{suffix}" if repeat else f"{case}{suffix}"
