"""What was typed and not saved yet, kept beside the log: when a dialog is closed, or a machine stops, nothing is lost.

A draft decides nothing and is no part of the log. Its file is named by us: neither a reviewer's name nor an id from a
brief of strangers reaches a path as it is.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import StoreError
from summarizer.output.files import write
from summarizer.output.safe import safe
from summarizer.review.journal.filing import file_name, same

FOLDER = "drafts"
_MOST = 1_000_000  # bytes: a file in this place that is larger is not what somebody typed


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that were typed, safe to show; `at` is when they were last kept, "14:05" UTC."""

    text: str
    at: str


def place(folder: Path, reviewer: str, about: str) -> Path:
    """Where the draft of one reviewer about one sentence lies; `folder` is that of the review."""
    whose = same(reviewer).replace("-", "%2D")  # so that no two of them share a file
    return folder / FOLDER / f"{file_name(f'{whose}-{about}')}.txt"


def keep(path: Path, text: str) -> None:
    """Puts the draft on disk, whole or not at all. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(path.parent), error.strerror or "cannot be made", "free the place") from None
    write(path, safe(text))


def take_up(path: Path) -> Draft | None:
    """The draft that lies there; None if there is none that can be read."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST:
            return None
        text = path.read_bytes().decode("utf-8", "replace")
        at = time.strftime("%H:%M", time.gmtime(path.stat().st_mtime))
    except OSError:
        return None
    return Draft(safe(text), at)


def discard(path: Path) -> bool:
    """The draft is saved, or unwanted; whether none lies there now. One that cannot be taken away is offered again."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
