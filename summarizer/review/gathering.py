"""All that was decided on a brief, by everybody, read without taking part: no lock, no file made, nothing written."""

from pathlib import Path

from summarizer.errors import StoreError
from summarizer.records import Brief
from summarizer.review.filing import named
from summarizer.review.folding import Folding
from summarizer.review.keeping import ENDING, folder_of
from summarizer.review.nouns import UNDOABLE, State
from summarizer.review.reading import Reader


def everyone(brief: Brief, path: Path) -> tuple[dict[str, State], tuple[str, ...]]:
    """The state of each reviewer by name, in the order of their files; and what is wrong with the logs, for a person.

    Whoever only looked has no state here. Raises StoreError where a log cannot be read: what it says would be missing.
    """
    folder = folder_of(path)
    states: dict[str, State] = {}
    notices: list[str] = []
    for file in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ():
        reader, folding = Reader(file), Folding(brief)
        try:
            events = reader.read()
        except OSError as error:
            reason = error.strerror or "cannot be read"
            raise StoreError(str(file), reason, "make it readable, or take it out of the folder") from None
        for event in events:
            folding.add(event)
        notices += reader.notices
        if any(event.op in UNDOABLE for event in events):
            states[named(file.name.removesuffix(ENDING), events[-1].reviewer)] = folding.state()
    return states, tuple(notices)
