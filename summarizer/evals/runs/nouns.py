"""What a run is: for each case and repeat a brief, or the reason why there is none. Nothing here scores anything.

RUN/run.json       what made it, how often, what failed; may be missing where another system made the briefs
RUN/CASE.json      the brief of a case; RUN/CASE.1.json, RUN/CASE.2.json … where it was made more than once
RUN/CASE.md        or .txt, .csv, .jsonl: what another system wrote, converted on reading
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from summarizer.evals.cases.nouns import Case
from summarizer.records import Brief, Record

FORMAT: Literal["summarizer.run/1"] = "summarizer.run/1"
NAME = "run.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent(Record):
    """Calls, tokens and US dollars; `cost_usd` is None where a model's price is unknown."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Record):
    """What the making of a run took: `live` was paid for now, `cached` was when its answers were recorded."""

    live: Spent = Spent()
    cached: Spent = Spent()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A case, made once. Without a brief it could not be measured, and `error` says why; an empty brief is a brief."""

    case: Case
    repeat: int = 0  # from 0
    brief: Brief | None = None
    error: str = ""
    path: Path | None = None  # the file that the brief was read from


@dataclass(frozen=True, kw_only=True)
class Run:
    """The briefs of one system: an entry for each case and repeat, by case in the order asked, then by repeat."""

    label: str
    path: Path  # of the folder
    entries: tuple[Entry, ...]
    repeats: int = 1
    made_by: Mapping[str, Any] = field(default_factory=dict)  # free: program, writer, model, settings …
    cost: Cost = Cost()

    @property
    def errors(self) -> tuple[Entry, ...]:
        """What could not be measured."""
        return tuple(entry for entry in self.entries if entry.brief is None)


def file_name(case: str, repeat: int, suffix: str = ".json") -> str:
    """The name of the file with the brief of `case`, a case's id, made for the `repeat`th time (from 0)."""
    return f"{case}.{repeat}{suffix}" if repeat else f"{case}{suffix}"
