"""Sentences that failed their check, kept so that a person can see why, and restore them."""

from summarizer.output.safe import line
from summarizer.records import Brief, Withheld, WrittenBy
from summarizer.review.nouns import Item, State
from summarizer.review.rows.nouns import Note, Numbers, Row

EMPTY = "Nothing was withheld: every sentence that was written stands in the brief."
WRITERS: dict[WrittenBy, str] = {
    "extractive": "in a source's own words",
    "model": "worded by a model",
    "person": "written by a person",
}


def name(place: int) -> str:
    """The id under which the withheld sentence at `place` (from 0) is restored."""
    return f"w{place + 1}"


def place(name: str) -> int:
    """The other way round."""
    return int(name.removeprefix("w")) - 1


def rows(brief: Brief, state: State) -> list[Row]:
    numbers, restored = Numbers(brief), {item.id: item for item in state.items if item.kind == "withheld"}
    return [_row(name(n), one, restored.get(name(n)), numbers) for n, one in enumerate(brief.withheld)]


def _row(name: str, one: Withheld, item: Item | None, numbers: Numbers) -> Row:
    notes = [Note(f"withheld: {line(reason)}", "alarm") for reason in one.reasons]
    cited = "" if one.citations else "; cites nothing"
    notes.append(Note(f"{WRITERS[one.written_by]}{cited}", "faint"))
    if item is not None:
        notes.append(Note(f"restored: {item.choice or 'open'} in the brief", "strong"))
    lead = "✗" if item is None else "+"
    return Row(name, line(one.text), lead, numbers.marks(one.citations), tuple(notes), "faint" if item else "")
