"""The form of `case.yaml`, as people write it; its JSON Schema is what an editor completes and checks while they do.

A span is given by its quote; `start` is needed only where the quote stands in the source more than once. `line` is put
in by the reader and is nothing that anyone writes.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from summarizer.evals.cases.nouns import FORMAT, Kind, Severity

MOST = 1000  # things of a kind in one case; each is held against every text


def printable(name: str) -> str:
    """`name` itself, which is shown at the head of lines. Raises what pydantic reports of it."""
    if not name.isprintable():
        raise PydanticCustomError("unprintable", "Holds a character that breaks the line, acts or hides")
    return name


Text = Annotated[str, Field(min_length=1)]
Name = Annotated[Text, AfterValidator(printable)]
Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    line: Annotated[int, Field(exclude=True)] = 0


class PlaceWire(Wire):
    """Where a source says it. `quote` is copied from the file letter for letter."""

    file: Name
    quote: Text
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


Group = Annotated[tuple[PlaceWire, ...], Field(min_length=1)]
Groups = Annotated[tuple[Group, ...], Field(min_length=1)]


class AnchorsWire(Wire):
    numbers: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()


class SourceWire(Wire):
    file: Name
    sha256: Hash
    outlet: Text | None = None
    published: date | None = None
    language: Text | None = None
    duplicate_of: Name | None = None
    relevant: bool = True
    note: Text | None = None


class FactWire(Wire):
    id: Name
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
    id: Name
    question: Text
    kind: Kind
    values: Annotated[tuple[AnswerWire, ...], Field(min_length=2)]
    prefer: Text | None = None


class NegativeWire(Wire):
    id: Name
    text: Text
    pattern: Text
    unless_near: Text | None = None
    planted_in: tuple[Name, ...] = ()
    severity: Severity = "blocker"


class CaseWire(Wire):
    """One event: its sources, what a good brief of it says, where they differ, and what no brief of it may say."""

    format: Literal["summarizer.case/1"]
    id: Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]*$")]
    title: Text
    language: Text = "en"
    words: Annotated[int, Field(ge=20)]
    note: Text | None = None
    folder: Name = "sources"  # where the sources lie, seen from the case's own folder
    sources: Annotated[tuple[SourceWire, ...], Field(min_length=1, max_length=MOST)]
    facts: Annotated[tuple[FactWire, ...], Field(min_length=1, max_length=MOST)]
    disagreements: Annotated[tuple[QuestionWire, ...], Field(max_length=MOST)] = ()
    must_not: Annotated[tuple[NegativeWire, ...], Field(max_length=MOST)] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema of a case, for editors. They know numbers and yes or no in YAML; here all of it is text."""
    found = CaseWire.model_json_schema()
    for part in (found, *found["$defs"].values()):
        part["properties"].pop("line", None)
        part.pop("title", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **_plainly(found)}


def _plainly(part: Any) -> Any:
    """`part` with every free text open to what an editor takes for a number, and without the names of fields twice."""
    if isinstance(part, list):
        return [_plainly(each) for each in part]
    if not isinstance(part, dict):
        return part
    free = part.get("type") == "string" and not part.keys() & {"pattern", "format", "enum", "const"}
    made = {key: _plainly(value) for key, value in part.items() if key != "title" or not isinstance(value, str)}
    return made | {"type": ["string", "number", "boolean"]} if free else made
