"""Reads one log from where it stopped the last time. It never writes, so that another's log can be read while it grows.

A wrong line has no effect and is told; the lines after it still count. What follows the last whole act is left for the
next reading, for it may be on its way.
"""

import os
import stat
from pathlib import Path

from summarizer.output.safe import line as one_line
from summarizer.review.journal.events import Malformed, Newer, NotJson, decode, digest
from summarizer.review.nouns import Event

LARGEST = 1 << 28  # bytes: some million events; more is no log
_SHOWN = 3  # faults that are told one by one


class Reader:
    """The log at `path`. After `read`, `known` is the length in bytes of its whole acts, `rest` what follows them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known = 0
        self.rest = b""
        self.last = ""  # digest of the last whole line
        self.seq = 0  # of the last event
        self.newer = ""  # what a newer program wrote that this one does not know
        self._lines = 0
        self._faults: list[str] = []
        self._broken: list[int] = []
        self._inode = 0

    def read(self) -> list[Event]:
        """The events that were appended since the last reading. Raises OSError; a log that is not there has none."""
        data = self._appended()
        if data is None:
            return []
        events: list[Event] = []
        act: list[Event] = []  # the lines of an act of which more must follow
        known, last, seq, lines = self.known, self.last, self.seq, self._lines
        broken, faults = len(self._broken), len(self._faults)
        start = 0
        while (end := data.find(b"\n", start)) >= 0:
            event = self._line(data[start:end])
            start = end + 1
            act += [event] if isinstance(event, Event) else []
            if event is None or (isinstance(event, Event) and event.more == 0):
                events += act
                act = []
                known, last, seq, lines = self.known + start, self.last, self.seq, self._lines
                broken, faults = len(self._broken), len(self._faults)
        self.rest = data[known - self.known :]
        self.known, self.last, self.seq, self._lines = known, last, seq, lines
        del self._broken[broken:], self._faults[faults:]
        return events

    def changed(self) -> bool:
        """Whether there is something to read, or (then `replaced`) another file. One look at the folder, no reading."""
        try:
            found = self.path.lstat()
        except OSError:
            return self.known > 0
        return found.st_size != self.known + len(self.rest) or found.st_ino != self._inode

    def replaced(self) -> bool:
        """Whether what was read is no longer there: the file is gone, shorter, or another."""
        try:
            found = self.path.lstat()
        except OSError:
            return self.known > 0
        return found.st_size < self.known or (self._inode not in (0, found.st_ino))

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with the log, for a person: each names the file and the line."""
        name = one_line(self.path.name)
        told = [f"{name}, {fault}" for fault in self._faults[:_SHOWN]]
        if len(self._faults) > _SHOWN:
            told.append(f"{name}: {len(self._faults) - _SHOWN} more lines have no effect")
        if self._broken:
            more = f" (and {len(self._broken) - 1} more)" if len(self._broken) > 1 else ""
            told.append(
                f"{name}, line {self._broken[0]}{more}: does not follow from the line before; the log was changed by"
                " hand, cut, or written by two programs at once. What it says is used as it stands"
            )
        if self.newer:
            told.append(f"{name}, {self.newer} was written by a newer summarizer and is left as it is")
        return tuple(told)

    def _appended(self) -> bytes | None:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(self.path, flags)
        except FileNotFoundError:
            return None
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise OSError(0, "is no regular file")
            if found.st_size > LARGEST:
                raise OSError(0, "is too large for a log")
            self._inode = found.st_ino
            file.seek(self.known)
            return file.read(found.st_size - self.known)

    def _line(self, raw: bytes) -> Event | NotJson | None:
        """The event of the next line; None for a line without effect; what is not JSON may still be the torn end."""
        self._lines += 1
        before, self.last = self.last, digest(raw)
        try:
            event = decode(raw)
        except Newer as newer:
            self.newer = self.newer or one_line(f"line {self._lines}: {newer}")
            return None
        except Malformed as fault:
            self._faults.append(one_line(f"line {self._lines}: {fault}; it has no effect"))
            return fault if isinstance(fault, NotJson) else None
        if event.prev != before:
            self._broken.append(self._lines)
        self.seq = max(self.seq, event.seq)
        return event
