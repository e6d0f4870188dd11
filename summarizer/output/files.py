"""Files of the program's own: a brief read back, and writing so that a reader finds the old one or the new one, whole,
and never half of either.
"""

import os
from pathlib import Path

from summarizer.errors import StoreError, UsageError
from summarizer.output.json import loads
from summarizer.records import Brief


def read_brief(path: Path) -> Brief:
    """The brief in a JSON file. Raises UsageError naming the file and what is wrong with it."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "name a brief.json") from None
    except UnicodeDecodeError as error:
        raise UsageError(str(path), f"not UTF-8 at byte {error.start}", "name a brief.json") from None
    return loads(text, str(path))


def write(path: Path, text: str, option: str = "-o") -> None:
    """Puts `text`, as UTF-8 with the line ends it has, in the place of `path`. `option` named it. Raises StoreError."""
    write_bytes(path, text.encode("utf-8"), option)


def write_bytes(path: Path, data: bytes, option: str = "-o") -> None:
    """Puts `data` in the place of `path`: written beside it, flushed to disk, then renamed. Raises StoreError."""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, a folder is refused by the system
            path.write_bytes(data)
            return
        beside = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreError(
            str(path), error.strerror or "cannot be written", f"name another place with {option}"
        ) from None
