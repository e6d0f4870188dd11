"""What a review keeps on disk: this reviewer's log, its lock, and the logs of the others, which are only ever read."""

import os
import platform
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.errors import StoreError, UsageError
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.folding import Folding
from summarizer.review.journal import filing
from summarizer.review.journal.events import digest, encode
from summarizer.review.journal.locking import Held, Lock
from summarizer.review.journal.log import Log, sync_folder
from summarizer.review.journal.others import ENDING, Others, stems
from summarizer.review.journal.reading import Reader
from summarizer.review.nouns import Event, Op, State
from summarizer.version import __version__

Draft = tuple[Op, str, str, dict[str, Any]]  # op, about, base, data: what an act is before it has a place in the log


def folder_of(path: Path) -> Path:
    """Where the review of the brief at `path` is kept: quake.json -> quake.review"""
    return path.with_name(f"{path.stem}.review")


class Keeping:
    """The files of one sitting. Raises StoreError where the log cannot be read, UsageError for a name that is none."""

    def __init__(self, brief: Brief, path: Path, reviewer: str, *, take_over: bool) -> None:
        if not reviewer.strip():
            raise UsageError("--reviewer", "is empty", "say who reviews, for example --reviewer Marta")
        self.folder = folder_of(path)
        self.reviewer = " ".join(reviewer.split())
        self.read_only = ""
        self.saved_at = ""
        self._brief = brief
        self._host = platform.node()
        self._told: list[str] = []
        self._lock: Lock | None = None
        self._no_lock = ""
        self._take_over = take_over
        self._closed = False
        try:
            file = filing.found(self.reviewer, stems(self.folder))
        except OSError as error:
            reason = error.strerror or "cannot be read"
            raise StoreError(str(self.folder), reason, "the decisions on this brief are kept there") from None
        self._own = self.folder / (file + ENDING)
        self._others = Others(brief, self._own)
        self.mine = Folding(brief)
        self._reader = Reader(self._own)
        self._locked()
        try:
            self._begin()
            self._look_around()
        except BaseException:
            self._free()
            raise

    @property
    def unsaved(self) -> str:
        return self._log.unsaved or self._no_lock

    @property
    def notices(self) -> tuple[str, ...]:
        return (*self._told, *self._reader.notices, *self._others.notices)

    def states(self) -> dict[str, State]:
        """The state of each other reviewer, by name."""
        return self._others.states(self.reviewer)

    def foldings(self) -> tuple[Folding, ...]:
        """This reviewer's and each other's."""
        return (self.mine, *self._others.foldings())

    def write(self, drafts: Sequence[Draft], *, act: int, durable: bool) -> bool:
        """One act: written, then taken into `mine`. False where nothing may be written here."""
        if self._closed or self.read_only or (self._lock is None and not self._locked() and self.read_only):
            return False
        made = self._made(drafts, act)
        self._log.append(b"".join(text + b"\n" for _, text in made))
        try:
            self._flush(durable=durable)
        finally:  # whatever stops it, what waits to be written is what is shown
            for event, _ in made:
                self.mine.add(event)
        return True

    def poll(self) -> bool:
        """Reads on in the others' logs (and, where this is read-only, in one's own), and retries what waits."""
        if self._closed:
            return False
        was = (self.unsaved, self.read_only)
        if not self.read_only:
            if self._lock is None:
                self._locked()
            self._flush(durable=True)
        mine = bool(self.read_only) and self._reader.changed() and self._read_on()
        return self._look_around() or mine or (self.unsaved, self.read_only) != was

    def _look_around(self) -> bool:
        try:
            return self._others.look()
        except OSError:  # the folder cannot be read just now: what was read stands
            return False

    def save_elsewhere(self, path: Path) -> None:
        """The whole log, and what waits, to a new file. Raises StoreError."""
        try:
            whole = self._log.whole()
        except OSError:
            whole = b"".join(encode(event) + b"\n" for event in self.mine.events)
        try:
            with path.open("xb") as file:
                try:
                    file.write(whole)
                    file.flush()
                    os.fsync(file.fileno())
                except BaseException:
                    path.unlink()
                    raise
        except OSError as error:
            raise StoreError(str(path), error.strerror or "cannot be written", "name another place") from None

    def close(self) -> None:
        if not self.read_only:
            self._flush(durable=True)
        self._closed = True
        self._log.close()
        self._free()

    def _free(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _locked(self) -> bool:
        """Takes the lock; else `read_only` says who has it, or `unsaved` why there can be none."""
        try:
            with suppress(FileExistsError):
                self.folder.mkdir()
                sync_folder(self.folder.parent)
            self._lock = Lock(self._own.with_suffix(".lock"), self._host, take_over=self._take_over)
        except Held as held:
            self.read_only = str(held)
        except OSError as error:
            self._no_lock = (error.strerror or "cannot be written").lower()
        else:
            self._no_lock = ""
        return self._lock is not None

    def _begin(self) -> None:
        """Reads one's own log. What is torn off at its end is set aside, if nobody else can be writing it now."""
        try:
            events = self._reader.read()
        except OSError as error:
            reason = error.strerror or "cannot be read"
            raise StoreError(str(self._own), reason, "make it readable, or give another --reviewer") from None
        self.mine.extend(events)
        self.saved_at = events[-1].at if events else ""
        self._prev, self._seq = self._reader.last, self._reader.seq
        self._log = Log(self._own, self._reader.known, self._reader.rest)
        if self._reader.newer:
            self.read_only = self.read_only or f"written in part by a newer summarizer ({self._reader.newer})"
            self._free()
        if self._reader.rest and not self.read_only:
            name, size = line(self._own.name), len(self._reader.rest)
            self._told.append(f"{name} ended in a torn line ({size} bytes), which is kept in {name}.torn")
        if self._lock is not None:
            self._log.ready()

    def _read_on(self) -> bool:
        if self._reader.replaced():
            self._reader, self.mine = Reader(self._own), Folding(self._brief)
        with suppress(OSError):  # it may come back; what was read stands until then
            events = self._reader.read()
            self.mine.extend(events)
            self.saved_at = events[-1].at if events else self.saved_at
        return True

    def _made(self, drafts: Sequence[Draft], act: int) -> list[tuple[Event, bytes]]:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        made: list[tuple[Event, bytes]] = []
        for place, (op, about, base, data) in enumerate(drafts):
            self._seq += 1
            event = Event(
                seq=self._seq,
                act=act or self._seq - place,
                at=now,
                reviewer=self.reviewer,
                host=self._host,
                tool=f"summarizer {__version__}",
                op=op,
                about=about,
                base=base,
                data=data,
                prev=self._prev,
                more=len(drafts) - place - 1,
            )
            text = encode(event)
            self._prev = digest(text)
            made.append((event, text))
        self._at = now
        return made

    def _flush(self, *, durable: bool) -> None:
        waits = self._log.waiting
        if self._lock is not None and (self._log.flush(durable=durable) if waits else self._log.ready()) and waits:
            self.saved_at = self._at
