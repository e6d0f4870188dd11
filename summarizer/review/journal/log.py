"""Writes one reviewer's log: each act in one write, on the disk before it is shown, or not in the file at all.

The file is only ever appended to. Before each write it must be what it was after the last one: a log that another
program has changed is not written into. What cannot be written waits, in order, and nothing of it stays half-written.
"""

import contextlib
import os
import stat
from pathlib import Path

_APPEND = os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CHANGED = "the log was changed by another program"


class Log:
    """The log at `path`, of which `known` bytes are good and `torn` is what follows them: it is moved away, to the end
    of `<log>.torn`, before anything is written. `unsaved` says why the log could not be written.
    """

    def __init__(self, path: Path, known: int, torn: bytes = b"") -> None:
        self.path = path
        self.unsaved = ""
        self._torn = torn
        self._known = known
        self._waiting: list[bytes] = []
        self._file = -1
        self._half = False  # whether some of a failed write may still stand at the end

    @property
    def waiting(self) -> bool:
        return bool(self._waiting)

    def append(self, lines: bytes) -> None:
        """`lines` will be written, after all that waits: at the next `flush`."""
        self._waiting.append(lines)

    def ready(self) -> bool:
        """Has a log that is there at hand, without its torn end. False, and `unsaved` says why, if it cannot."""
        return not (self._known or self._torn) or self._tried(durable=True)

    def flush(self, *, durable: bool = True) -> bool:
        """Writes all that waits, and has it on the disk if `durable`. False, and `unsaved` says why, if it cannot."""
        sure = durable or bool(self.unsaved)  # what failed before is made sure of, whatever comes after it
        return not self._waiting or self._tried(durable=sure)

    def _tried(self, *, durable: bool) -> bool:
        try:
            self._open()
            if self._waiting:
                self._write(b"".join(self._waiting), durable)
        except OSError as error:
            self.unsaved = (error.strerror or "cannot be written").lower()
            return False
        self.unsaved = ""
        return True

    def whole(self) -> bytes:
        """All that is good in the file, and all that waits. Raises OSError, also where the file was cut."""
        good = b""
        if self._known:
            with os.fdopen(os.dup(self._file), "rb") if self._file >= 0 else self.path.open("rb") as file:
                file.seek(0)
                good = file.read(self._known)
            if len(good) < self._known:
                raise OSError(0, "the log was cut by another program")
        return good + b"".join(self._waiting)

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _open(self) -> None:
        """Has the file at hand, as it was after the last write. Raises OSError."""
        there = self._there()
        if there is None and self._known:
            if self._file < 0:
                raise OSError(0, "the log is gone")
            self._waiting.insert(0, self.whole()[: self._known])  # somebody removed it under us: written anew
            self._known, self._half = 0, False
        if there is None:
            self.close()
        if self._file < 0:
            self._file = self._made()
        if self._torn:
            self._set_aside(gone=there is None)
        if self._half:
            os.ftruncate(self._file, self._known)
            self._half = False
        ours, there = os.fstat(self._file), self._there()
        if there is None or not os.path.samestat(ours, there) or ours.st_size != self._known:
            raise OSError(0, _CHANGED)

    def _there(self) -> os.stat_result | None:
        try:
            return self.path.lstat()
        except FileNotFoundError:
            return None

    def _made(self) -> int:
        new_folder = not self.path.parent.exists()
        self.path.parent.mkdir(exist_ok=True)
        new = not self.path.exists()
        file = os.open(self.path, _APPEND | os.O_CREAT, 0o666)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise OSError(0, "the log is no regular file")
        if new:
            sync_folder(self.path.parent)
        if new_folder:
            sync_folder(self.path.parent.parent)
        return file

    def _set_aside(self, *, gone: bool) -> None:
        if not gone and os.fstat(self._file).st_size != self._known + len(self._torn):
            raise OSError(0, _CHANGED)
        beside = self.path.with_name(self.path.name + ".torn")
        file = os.open(beside, _APPEND | os.O_CREAT, 0o666)
        size = os.fstat(file).st_size
        try:
            left = memoryview(self._torn if self._torn.endswith(b"\n") else self._torn + b"\n")
            while left:
                left = left[os.write(file, left) :]
            os.fsync(file)
        except BaseException:
            with contextlib.suppress(OSError):  # then some of it stands there twice, which does no harm
                os.ftruncate(file, size)
            raise
        finally:
            os.close(file)
        sync_folder(self.path.parent)
        self._torn, self._half = b"", True  # it is on the disk elsewhere: now it can be cut

    def _write(self, data: bytes, durable: bool) -> None:
        try:
            left = memoryview(data)
            while left:  # once, but for a disk that fills up: the second write then says so
                left = left[os.write(self._file, left) :]
            if durable:
                os.fsync(self._file)
        except BaseException:
            self._half = True
            with contextlib.suppress(OSError):  # then it is cut before the next write
                os.ftruncate(self._file, self._known)
                self._half = False
            raise
        self._known += len(data)
        self._waiting.clear()


def sync_folder(folder: Path) -> None:
    """Has the names in `folder` on the disk, where the system can do that."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # some network folders cannot; the file itself is on the disk
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
