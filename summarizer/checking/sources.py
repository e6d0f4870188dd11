"""The sources of a brief as they are on disk now: found by path or by hash, and only with exactly the bytes of then.

A room of its own, and a light one: a screen shows a source before anything is checked.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from summarizer.articles.limits import MAX_BYTES
from summarizer.records import Brief, Source

MOST_FILES = 20_000  # looked at under a root when a source has moved


class LostError(Exception):
    """A source that cannot vouch for anything any more; the reason reads after its path."""


class Held(NamedTuple):
    """A source's text, and the file in which exactly its bytes were found."""

    text: str
    path: Path


def source_texts(brief: Brief, beside: Path, root: Path | None = None) -> tuple[dict[str, str], list[str]]:
    """The decoded texts of the sources by id, and a line for each that cannot vouch for anything any more."""
    texts: dict[str, str] = {}
    lost: list[str] = []
    for source in brief.sources:
        try:
            texts[source.id] = read_source(source, beside, root).text
        except LostError as why:
            lost.append(f"{source.id} {source.path}: {why}")
    return texts, lost


def read_source(source: Source, beside: Path, root: Path | None = None) -> Held:
    """The source's text, from bytes with exactly the hash that the brief states. Raises LostError with the reason."""
    if source.path == "-":
        raise LostError("was read from standard input and not kept; write the brief with -o to keep it")
    seen = False
    for path in places(source, beside, root):
        data = _bytes(path)
        seen = seen or data is not None
        if data is not None and hashlib.sha256(data).hexdigest() == source.sha256:
            return Held(_decoded(data, source), path)
    for path, data in _below(root) if root else ():
        if hashlib.sha256(data).hexdigest() == source.sha256:
            return Held(_decoded(data, source), path)
    if seen:
        raise LostError("has changed since the brief was made (another hash)")
    raise LostError("not found; name the folder that it is in with --root")


def places(source: Source, beside: Path, root: Path | None = None) -> tuple[Path, ...]:
    """Where a source may lie by its name, in the order in which it is looked for there."""
    path = Path(source.path)
    return tuple(dict.fromkeys((path, *((root / path,) if root else ()), beside / path, beside / path.name)))


def _decoded(data: bytes, source: Source) -> str:
    try:
        return data.decode(source.encoding)
    except (ValueError, LookupError):  # the name of an encoding comes from the brief, and may be anything
        raise LostError(f"cannot be decoded as {source.encoding!r}, which the brief states") from None


def _below(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Every regular file of a fair size below `root`, with its bytes."""
    for path in islice(sorted(root.rglob("*")), MOST_FILES):
        data = _bytes(path)
        if data is not None:
            yield path, data


def _bytes(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None
