"""One reviewer's log has one writer at a time: a lock that the system frees the moment its holder is gone.

The lock file says who holds it. That is for telling a person, and for shared folders on which the system's lock does
nothing; wherever the system's lock works, it alone decides.
"""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.output.safe import line


class Held(Exception):
    """Somebody else writes this log; its text says who, for a person."""


class Lock:
    """Taken when made; `release` it. Raises Held, or OSError where there can be no lock file."""

    def __init__(self, path: Path, host: str, *, take_over: bool = False) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags, 0o666)
        try:
            self._take(path, host, take_over)
        except BaseException:
            os.close(self._file)
            raise

    def release(self) -> None:
        """Gives the lock back. The file stays, empty: to remove it would free it for two at once."""
        if self._file < 0:
            return
        with contextlib.suppress(OSError):  # a full or vanished disk: the lock itself goes with the handle
            os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = -1

    def _take(self, path: Path, host: str, take_over: bool) -> None:
        got = _locked(self._file)
        holder = _holder(self._file)
        if got is False:
            raise Held(_told(holder))
        if holder:
            here = holder["host"] == host
            if here and not _works(path) and _alive(holder["pid"]) and holder["pid"] != os.getpid():
                raise Held(_told(holder))
            if not here and not take_over:
                raise Held(f"{_told(holder)}; if that is no longer so, open with --take-over")
        with contextlib.suppress(OSError):  # a full disk: locked all the same, only nobody can read by whom
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            os.write(self._file, json.dumps({"pid": os.getpid(), "host": host, "since": now}).encode())


def _holder(file: int) -> Mapping[str, Any]:
    """Who wrote his name into the lock file; empty where nobody did, or nothing sensible."""
    os.lseek(file, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(file, 4096))
    except (ValueError, RecursionError, OSError):
        return {}
    if not isinstance(found, dict) or type(found.get("pid")) is not int:
        return {}
    return found if all(type(found.get(name)) is str for name in ("host", "since")) else {}


def _told(holder: Mapping[str, Any]) -> str:
    if not holder:
        return "held by another window"
    since = line(holder["since"])[:40]
    with contextlib.suppress(ValueError, OverflowError):  # not a time: as it stands
        begun = datetime.fromisoformat(holder["since"]).astimezone()
        since = f"{begun:%H:%M}" if begun.date() == datetime.now().astimezone().date() else f"{begun:%Y-%m-%d %H:%M}"
    return f"held by pid {str(holder['pid'])[:20]} on {line(holder['host'])[:80]} since {since}"


def _works(path: Path) -> bool:
    """Whether the system's lock keeps a second one out here. Asked only while it is held."""
    second = os.open(path, os.O_RDWR)
    try:
        return _locked(second) is False
    finally:
        os.close(second)


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # beyond the contents, which stay readable

    def _locked(file: int) -> bool | None:
        """True: locked now. False: another has it."""
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _alive(pid: int) -> bool:
        """Unknown without asking for more rights; yes is the careful answer."""
        return pid > 0

else:
    import fcntl

    def _locked(file: int) -> bool | None:
        """True: locked now. False: another has it. None: there are no locks here."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    def _alive(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError, ValueError):
            return False
        except PermissionError:
            return True
        return pid > 0
