"""Sentences that failed their check, kept so that a person can see why, and restore them."""

from collections.abc import Mapping, Sequence

from summarizer.output.safe import line
from summarizer.records import Brief, Withheld, WrittenBy
from summarizer.review.nouns import Item, State
from summarizer.review.rows.nouns import NOBODY, Note, Numbers, Row

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


def rows(brief: Brief, state: State, others: Mapping[str, State] = NOBODY) -> list[Row]:
    """`others`: the states of other reviewers by name."""
    numbers, restored = Numbers(brief), {item.id: item for item in state.items if item.kind == "withheld"}
    made = []
    for n, one in enumerate(brief.withheld):
        by_others = [Note(f"{line(who)} restored it") for who, of in others.items() if of.item(name(n))]
        made.append(_row(name(n), one, restored.get(name(n)), by_others, numbers))
    return made


def _row(name: str, one: Withheld, item: Item | None, by_others: Sequence[Note], numbers: Numbers) -> Row:
    notes = [Note(f"withheld: {line(reason)}", "alarm") for reason in one.reasons]
    cited = "" if one.citations else "; cites nothing"
    notes.append(Note(f"{WRITERS[one.written_by]}{cited}", "faint"))
    if item is not None:
        notes.append(Note(f"restored: {item.choice or 'open'} in the brief", "strong"))
    notes += by_others
    lead = "✗" if item is None else "+"
    return Row(name, line(one.text), lead, numbers.marks(one.citations), tuple(notes), "faint" if item else "")
