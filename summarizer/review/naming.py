"""What the names in a log stand for in the brief as it is now, which may have been made again since.

"w2", "u4" and "d1" are places in a list, and "s3.12" is a sentence of a source that may now have another number. Each
is bound to the words by a base, and found again by that base or not at all.
"""

import re
from collections.abc import Mapping

from summarizer.records import Brief
from summarizer.review.hashing import base_of, base_of_disagreement, base_of_place
from summarizer.review.nouns import Kind

_PLACE = re.compile(r"(?s)(.+)\.([0-9]{1,9})\Z")
_KINDS: Mapping[str, Kind] = {"w": "withheld", "u": "uncovered", "s": "uncovered"}


class Names:
    """The names of one brief. Its sentences have the ids that the brief gives them; a doubled one gets a mark."""

    def __init__(self, brief: Brief) -> None:
        self.sources = frozenset(source.id for source in brief.sources)
        self._sha256 = {source.id: source.sha256 for source in brief.sources}
        self._by_sha256 = {source.sha256: source.id for source in reversed(brief.sources)}
        self._bases = {d.id: base_of_disagreement(d) for d in reversed(brief.disagreements)}
        self._bases |= {f"w{n}": base_of(w.text, w.citations) for n, w in enumerate(brief.withheld, 1)}
        self._bases |= {f"u{n}": base_of(u.text, u.citations) for n, u in enumerate(brief.uncovered, 1)}
        self._by_base = {(base, _letter(name)): name for name, base in reversed(self._bases.items())}

    def base(self, name: str) -> str | None:
        """The base of what is withheld, uncovered or in disagreement under `name`; None where there is no such."""
        if name in self._bases:
            return self._bases[name]
        place = _PLACE.match(name)
        sha256 = self._sha256.get(place[1]) if place else None
        return base_of_place(sha256, place[2]) if place and sha256 is not None else None

    def locate(self, name: str, base: str) -> str | None:
        """The name that what was called `name`, with that base, has in this brief; None where it has none."""
        if self.base(name) == base:
            return name
        found = self._by_base.get((base, _letter(name)))
        place = _PLACE.match(name)
        if found is not None or place is None:
            return found
        return next((f"{s}.{place[2]}" for h, s in self._by_sha256.items() if base_of_place(h, place[2]) == base), None)


def kind(name: str) -> Kind:
    """What a sentence that a person added under `name` was before."""
    return _KINDS.get(_letter(name), "new")


def distinct(ids: list[str]) -> list[str]:
    """`ids`, of which each that was there before gets marks until it is not: another program may number twice."""
    taken: set[str] = set()
    for place, name in enumerate(ids):
        while name in taken:
            name += "'"
        ids[place] = name
        taken.add(name)
    return ids


def _letter(name: str) -> str:
    """What sort of name this is: "w", "u", "s" for a place in a source, else "" (disagreements bear any id)."""
    if re.fullmatch(r"[wu][0-9]+", name):
        return name[0]
    return "s" if _PLACE.match(name) else ""
