"""Files that a case names: only regular ones inside of its repository are opened, and only up to a size.

A case is data, and may come from anyone. It must not make a run read elsewhere on the disk, nor what never ends.
"""

import errno
from pathlib import Path

ROOTS = (".git", "pyproject.toml")  # what stands at the root of a repository


def within(case: Path, path: str) -> bool:
    """Whether `path`, seen from the folder of the file `case`, lies in its repository; without one, in that folder.

    Links are followed first, of the folders and of the file alike.
    """
    here = case.parent.resolve()
    root = next((above for above in (here, *here.parents) if any((above / mark).exists() for mark in ROOTS)), here)
    try:
        return (here / path).resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # links in a circle
        return False


def read_bytes(path: Path, most: int) -> bytes:
    """What stands in a regular file. Raises OSError, also for anything else and for more than `most` bytes."""
    if not path.is_file():
        path.stat()  # says best why there is none
        raise OSError(errno.EINVAL, "is no regular file")
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"is larger than {most:,} bytes")
    return data
