"""The form of `case.yaml`, as people write it; its JSON Schema is what an editor completes and checks while they do.

A span is given by its quote; `start` is needed only where the quote stands in the source more than once. `line` is put
in by the reader and is nothing that anyone writes.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.evals.cases.nouns import FORMAT, Kind, Severity

Text = Annotated[str, Field(min_length=1)]
Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    line: Annotated[int, Field(exclude=True)] = 0


class PlaceWire(Wire):
    """Where a source says it. `quote` is copied from the file letter for letter."""

    file: Text
    quote: Text
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


Group = Annotated[tuple[PlaceWire, ...], Field(min_length=1)]
Groups = Annotated[tuple[Group, ...], Field(min_length=1)]


class AnchorsWire(Wire):
    numbers: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()


class SourceWire(Wire):
    file: Text
    sha256: Hash
    outlet: Text | None = None
    published: date | None = None
    language: Text | None = None
    duplicate_of: Text | None = None
    relevant: bool = True
    note: Text | None = None


class FactWire(Wire):
    id: Text
    text: Text
    importance: Annotated[int, Field(ge=1, le=3)]
    anchors: AnchorsWire = AnchorsWire()
    accept: tuple[Text, ...] = ()
    support: Groups


class AnswerWire(Wire):
    value: Text
    accept: tuple[Text, ...] = ()
    said_by: Text | None = None
    support: Groups


class QuestionWire(Wire):
    id: Text
    question: Text
    kind: Kind
    values: Annotated[tuple[AnswerWire, ...], Field(min_length=2)]
    prefer: Text | None = None


class NegativeWire(Wire):
    id: Text
    text: Text
    pattern: Text
    unless_near: Text | None = None
    planted_in: tuple[Text, ...] = ()
    severity: Severity = "blocker"


class CaseWire(Wire):
    """One event: its sources, what a good brief of it says, where they differ, and what no brief of it may say."""

    format: Literal["summarizer.case/1"]
    id: Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]*$")]
    title: Text
    language: Text = "en"
    words: Annotated[int, Field(ge=20)]
    note: Text | None = None
    folder: Text = "sources"  # where the sources lie, seen from the case's own folder
    sources: Annotated[tuple[SourceWire, ...], Field(min_length=1)]
    facts: Annotated[tuple[FactWire, ...], Field(min_length=1)]
    disagreements: tuple[QuestionWire, ...] = ()
    must_not: tuple[NegativeWire, ...] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema of a case."""
    found = CaseWire.model_json_schema()
    for part in (found, *found["$defs"].values()):
        part["properties"].pop("line", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT} | found
