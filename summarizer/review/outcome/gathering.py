"""All that was decided on a brief, by everybody, read without taking part: no lock, no file made, nothing written."""

from pathlib import Path

from summarizer.errors import StoreError
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.folding import Folding
from summarizer.review.journal.filing import named
from summarizer.review.journal.keeping import folder_of
from summarizer.review.journal.others import ENDING, stems
from summarizer.review.journal.reading import Reader
from summarizer.review.nouns import State
from summarizer.review.outcome.merging import took_part
from summarizer.review.session import Session


def everyone(brief: Brief, path: Path) -> tuple[dict[str, State], tuple[str, ...]]:
    """The state of each reviewer by name, in the order of their files; and what is wrong with the logs, for a person.

    Who decided nothing has no state here. Raises StoreError where a log cannot be read: what it says would be missing.
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
            notices.append(f"{line(reader.path.name)} ends in {len(reader.rest)} bytes of no whole act: not counted")
        if events and took_part(brief, state := folding.state()):
            name = named(file, events[-1].reviewer)
            states[f"{name} ({file}{ENDING})" if name in states else name] = state
    return states, tuple(notices)


def around(session: Session) -> dict[str, State]:
    """The same from an open session, which knows what is not on the disk yet; its own reviewer first."""
    states = {session.reviewer: session.state, **session.others}
    return {name: state for name, state in states.items() if took_part(session.brief, state)}


def _unreadable(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or "cannot be read"
    return StoreError(str(path), reason, "the decisions on this brief are kept there; make it readable")
