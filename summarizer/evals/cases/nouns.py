"""What a case says, resolved: every quote has been found in its source, every offset is in code points of its text.

A case is written by people in `case.yaml`; `reading` makes these records of it. `line` is where a thing stands in that
file (from 1), so that a lost fact can be pointed at.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from summarizer.evals.cases.disguises import readings
from summarizer.records import Record

FORMAT: Literal["summarizer.case/1"] = "summarizer.case/1"

Importance = Literal[1, 2, 3]  # nice to have, should be there, must be there
Kind = Literal["conflict", "update", "attributed", "scope"]
Severity = Literal["blocker", "warning"]
MUST: Importance = 3
NAMED = 8  # files in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Exactly where a source says it: `text[start:end] == quote`, half-open, in code points."""

    file: str
    start: int
    end: int
    quote: str


Support = tuple[tuple[Place, ...], ...]  # any group will do; within a group all places are needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors(Record):
    """What a text must hold to be taken for this fact: figures as written or in digits, and names."""

    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """One thing that a good brief of this event says."""

    id: str
    text: str
    importance: Importance
    anchors: Anchors = Anchors()
    accept: tuple[str, ...] = ()  # other words for it
    support: Support
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One answer to a question on which the sources differ."""

    value: str
    accept: tuple[str, ...] = ()
    said_by: str | None = None
    support: Support
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """What the sources answer differently. `scope` is a trap: different things counted, no disagreement at all."""

    id: str
    question: str
    kind: Kind
    values: tuple[Answer, ...]
    prefer: str | None = None  # the answer that stands, of an update
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative(Record):
    """What no brief of this event may say: a planted or tempting falsehood, caught by `pattern` (a Python regex)."""

    id: str
    text: str
    pattern: str
    unless_near: str | None = None  # a regex; a sentence that it matches too says something else
    planted_in: tuple[str, ...] = ()  # the files that say so on purpose; in no other may it stand
    severity: Severity = "blocker"
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSource(Record):
    """One article of the case. `text` is decoded as the program decodes it, never normalised."""

    file: str
    sha256: str
    text: str
    outlet: str | None = None
    published: date | None = None
    language: str | None = None  # where it is not the case's
    duplicate_of: str | None = None
    relevant: bool = True  # False: another event, which no brief of this one may cite
    note: str | None = None
    line: int = 0


@dataclass(frozen=True, kw_only=True)
class Case:
    """One event, the unit of every figure. `words` is the length that a brief of it is asked for."""

    id: str
    path: Path  # of case.yaml
    title: str
    language: str = "en"
    words: int
    note: str | None = None
    sources_in: str = "sources"  # the folder of the sources, seen from the one of case.yaml
    sources: tuple[CaseSource, ...]
    facts: tuple[Fact, ...]
    disagreements: tuple[Question, ...] = ()
    must_not: tuple[Negative, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the sources lie: what a run of this case reads."""
        return self.path.parent / self.sources_in

    @cached_property
    def source(self) -> dict[str, CaseSource]:
        """The sources by file name."""
        return {source.file: source for source in self.sources}

    @property
    def known(self) -> str:
        """Its files, as a message names them."""
        files = [source.file for source in self.sources]
        more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
        return f"{', '.join(files[:NAMED])}{more}"

    def broken_by(self, negative: Negative, text: str) -> bool:
        """Whether `text`, one sentence, says what it must not, as it is written or as a reader takes it.

        What excuses it has to be there for a reader: a word in a comment of HTML is none.
        """
        taken = readings(text, self.language)
        if not any(re.search(negative.pattern, form, re.IGNORECASE) for form in (text, *taken)):
            return False
        excuse = negative.unless_near
        return not (excuse and any(re.search(excuse, form, re.IGNORECASE) for form in taken))
