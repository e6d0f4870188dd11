"""What a review is made of: the events that a person causes, and the state that they add up to.

An event is bound to what was on the screen by `base`, so that no decision is ever carried over to other words. Nothing
here does anything; events become a state in `folding`, and a file in `log`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from summarizer.records import BriefSentence, Citation, Record, Verdict
from summarizer.review.hashing import base_of

VERSION = 1

Choice = Literal["accepted", "rejected", "flagged"]
How = Literal["use", "both", "none"]  # of a disagreement: one value stands; all are reported; it is none
Kind = Literal["brief", "withheld", "uncovered", "new"]  # where a sentence under review came from
Op = Literal["decide", "edit", "note", "add", "resolve", "ignore", "verify", "seen", "export", "undo", "redo"]
UNDOABLE: frozenset[Op] = frozenset({"decide", "edit", "note", "add", "resolve", "ignore"})

# What `Event.data` holds, by op:
#   decide   choice: Choice | None (None: open again), reason: str
#   edit     text: str, citations: [citation]         (a change of the citations alone is an edit too)
#   note     text: str                                ("" takes the note away)
#   add      text: str, citations: [citation], after: id | None    (restores "w2", adds "u4", writes "n1")
#   resolve  how: How | None, value: str, reason: str
#   ignore   ignored: bool, reason: str
#   verify   verdict: verdict                         (of exactly the words and citations of `base`)
#   seen     source: id
#   export   path: str, format: str
#   undo, redo   act: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One line of a log. `prev` is the SHA-256 of the line before, so that a change in the middle shows."""

    v: int = VERSION
    seq: int  # 1, 2, … in this log
    act: int  # `seq` of the first event of the same act: undo takes back whole acts
    at: str  # ISO 8601, UTC, milliseconds
    reviewer: str  # as the person gave it: nothing proves a name
    host: str
    tool: str  # "summarizer 0.1.0"
    op: Op
    about: (
        str  # "b3" a sentence, "w2" a withheld one, "u4" uncovered, "n1" a new one, "d1" a disagreement; "" the whole
    )
    base: str  # of what `about` names, as it was on the screen (see `hashing`); "" where that is the whole
    data: Mapping[str, Any]
    prev: str  # "" in the first
    more: int = 0  # lines that were written with this one and follow it: an act is whole or not at all


def sound(verdict: Verdict) -> bool:
    """Whether it bears the words out, and no source says otherwise."""
    return verdict.status == "supported" and not verdict.against


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sentence under review as it now stands. `choice`, `reason` and `at` are those for exactly these words."""

    id: str
    kind: Kind
    text: str
    citations: tuple[Citation, ...]
    original: BriefSentence | None  # as the brief has it; None for what a person added
    verdict: Verdict | None  # of exactly these words and citations; None where they were not checked yet
    choice: Choice | None = None
    reason: str = ""
    at: str = ""  # when that was decided
    note: str = ""
    seen: frozenset[str] = frozenset()  # sources whose evidence for these words was on the screen

    @property
    def base(self) -> str:
        return base_of(self.text, self.citations)

    @property
    def edited(self) -> bool:
        """Whether the words or the citations are no longer the brief's."""
        was = self.original
        return was is not None and (was.text, was.citations) != (self.text, self.citations)

    @property
    def supported(self) -> bool:
        """Whether a check of exactly these words bore them out, and no source was found to say otherwise."""
        return self.verdict is not None and sound(self.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a person made of a disagreement."""

    how: How
    value: str = ""  # for "use"
    reason: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What one reviewer's events add up to. `undo` and `redo` are the acts that would be taken back or done again."""

    items: tuple[Item, ...]  # the brief's sentences in its order, each added one after the one it belongs to
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    ignored: Mapping[str, str] = field(default_factory=dict)  # uncovered id -> reason
    strays: tuple[Event, ...] = ()  # about words that the brief no longer has: kept, told, without effect
    undo: int | None = None
    redo: int | None = None

    def item(self, name: str) -> Item | None:
        return next((item for item in self.items if item.id == name), None)

    @property
    def open(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.choice is None)
