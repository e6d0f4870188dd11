"""What the other reviewers of the same brief decided. Their logs are read here, and never written."""

from collections.abc import Iterable
from pathlib import Path

from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.folding import Folding
from summarizer.review.journal import filing
from summarizer.review.journal.reading import Reader
from summarizer.review.nouns import State

ENDING = ".jsonl"
_MANY = 50  # events, from which on it is quicker to apply all that stands anew


class Others:
    """All logs in `folder` but `own`, as far as `look` has read them."""

    def __init__(self, brief: Brief, own: Path) -> None:
        self._brief = brief
        self._own = own
        self._logs: dict[str, tuple[Reader, Folding]] = {}  # by stem of the file
        self._unreadable: dict[str, str] = {}

    def look(self) -> bool:
        """Reads on in each log that has grown; whether anything has changed. Raises OSError for the folder only."""
        files = stems(self._own.parent)
        gone = self._logs.keys() - set(files)
        for file in gone:
            del self._logs[file]
        changed = bool(gone)
        for file in files:
            path = self._own.with_name(file + ENDING)
            if path == self._own:
                continue
            reader, folding = self._logs.get(file) or (Reader(path), Folding(self._brief))
            if file in self._logs and not reader.changed():
                continue
            if reader.replaced():
                reader, folding = Reader(path), Folding(self._brief)
                changed = True
            self._logs[file] = reader, folding
            changed |= self._read(file, reader, folding)
        return changed

    def foldings(self) -> Iterable[Folding]:
        return (folding for _, folding in self._logs.values())

    def states(self, me: str) -> dict[str, State]:
        """The state of each, by name: as its events say, and with its file where two would be called the same."""
        states: dict[str, State] = {}
        for file, (_, folding) in self._logs.items():
            name = filing.named(file, folding.events[-1].reviewer if folding.events else "")
            if name in states or name == me:
                name = f"{name} ({file}{ENDING})"
            states[name] = folding.state()
        return states

    @property
    def notices(self) -> tuple[str, ...]:
        wrong = (notice for reader, _ in self._logs.values() for notice in reader.notices)
        return (*self._unreadable.values(), *wrong)

    def _read(self, file: str, reader: Reader, folding: Folding) -> bool:
        self._unreadable.pop(file, None)
        try:
            events = reader.read()
        except OSError as error:
            self._unreadable[file] = f"{line(reader.path.name)} cannot be read: {error.strerror}"
            return False
        if len(events) < _MANY:
            for event in events:
                folding.add(event)
        else:
            folding.extend(events)
        return bool(events)


def stems(folder: Path) -> list[str]:
    """The names of the logs in `folder`, without their ending; none where there is no folder. Raises OSError."""
    try:
        return sorted(path.name[: -len(ENDING)] for path in folder.iterdir() if path.name.endswith(ENDING))
    except FileNotFoundError:
        return []
