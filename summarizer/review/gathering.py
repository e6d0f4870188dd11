"""All that was decided on a brief, by everybody, read without taking part: no lock, no file made, nothing written."""

from pathlib import Path

from summarizer.errors import StoreError
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.filing import named
from summarizer.review.folding import Folding
from summarizer.review.keeping import folder_of
from summarizer.review.nouns import UNDOABLE, State
from summarizer.review.others import ENDING, stems
from summarizer.review.reading import Reader


def everyone(brief: Brief, path: Path) -> tuple[dict[str, State], tuple[str, ...]]:
    """The state of each reviewer by name, in the order of their files; and what is wrong with the logs, for a person.

    Whoever only looked has no state here. Raises StoreError where a log cannot be read: what it says would be missing.
    """
    folder = folder_of(path)
    states: dict[str, State] = {}
    notices: list[str] = []
    try:
        files = stems(folder)
    except OSError as error:
        raise _unreadable(folder, error) from None
    for file in files:
        reader, folding = Reader(folder / (file + ENDING)), Folding(brief)
        try:
            events = reader.read()
        except OSError as error:
            raise _unreadable(reader.path, error) from None
        for event in events:
            folding.add(event)
        notices += reader.notices
        if reader.rest:
            notices.append(f"{line(reader.path.name)} ends in {len(reader.rest)} bytes that are no whole act: not counted")
        if any(event.op in UNDOABLE for event in events):
            name = named(file, events[-1].reviewer)
            states[f"{name} ({file}{ENDING})" if name in states else name] = folding.state()
    return states, tuple(notices)


def _unreadable(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or "cannot be read"
    return StoreError(str(path), reason, "the decisions on this brief are kept there; make it readable")
