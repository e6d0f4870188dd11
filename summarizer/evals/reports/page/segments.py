"""Where marks overlap. Markup cannot nest across itself, so a text is cut wherever any mark begins or ends."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["cited", "found", "uncited", "missed", "answer"]


class Mark(NamedTuple):
    """One thing that stands at `[start, end)` of a source, in code points. `key` is what lights it."""

    start: int
    end: int
    key: str
    kind: Kind


class Segment(NamedTuple):
    """A stretch of text under the same marks throughout; `begin` are those of them that begin with it."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    begin: tuple[Mark, ...]


def segments(length: int, marks: Iterable[Mark]) -> list[Segment]:
    """The whole of `[0, length)` in order, without gap or overlap. Marks are cut to it; empty ones mark nothing."""
    inside = [m._replace(start=max(0, m.start), end=min(length, m.end)) for m in marks]
    inside = sorted({m for m in inside if m.start < m.end})
    cuts = sorted({0, length, *(m.start for m in inside), *(m.end for m in inside)})
    found: list[Segment] = []
    open_: list[Mark] = []
    at = 0
    for start, end in pairwise(cuts):
        open_ = [m for m in open_ if m.end > start]
        begin: list[Mark] = []
        while at < len(inside) and inside[at].start == start:
            begin.append(inside[at])
            at += 1
        open_ += begin
        found.append(Segment(start, end, tuple(open_), tuple(begin)))
    return found
