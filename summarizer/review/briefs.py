"""Whether the brief that is being reviewed is still the one on the disk: it may be made anew while it is open."""

from pathlib import Path

from summarizer.errors import UsageError
from summarizer.records import Brief


class BriefFile:
    """The file of a brief that was opened. `outdated`: it says something else now, or is gone, as of the last look."""

    def __init__(self, brief: Brief, path: Path) -> None:
        self._brief, self._path = brief, path
        self._stamp = self._stamped()
        self.outdated = False

    def looked(self) -> bool:
        """Whether `outdated` has changed. One look at the folder; only a file that was written since is read."""
        stamp, was = self._stamped(), self.outdated
        if stamp != self._stamp:
            self._stamp, self.outdated = stamp, not self._same()
        return self.outdated != was

    def _stamped(self) -> tuple[int, ...]:
        try:
            found = self._path.stat()
        except OSError:
            return ()
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _same(self) -> bool:
        try:
            return Brief.from_json(self._path.read_text("utf-8")) == self._brief
        except (OSError, ValueError, UsageError):
            return False
