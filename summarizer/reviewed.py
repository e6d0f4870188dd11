"""What people made of a brief, as the brief that comes out of a review holds it. Nouns only: nothing here decides.

Every name in it is as its bearer gave it. Nothing proves one, and every page says so.
"""

from dataclasses import dataclass
from typing import Literal

from summarizer.forms import Record

Decided = Literal["accepted", "rejected", "flagged", "open"]  # "open": edited or noted, and not decided
Resolving = Literal["use", "both", "none"]  # one value stands; all are reported; it is no disagreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What one reviewer decided on a sentence in exactly these words, with exactly these citations."""

    by: str
    choice: Decided
    at: str = ""  # ISO 8601, UTC; "" where nothing was decided
    reason: str = ""
    note: str = ""
    seen: tuple[str, ...] = ()  # ids of the cited sources whose evidence was on this reviewer's screen
    edited: bool = False  # these words, or these citations, are this reviewer's


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer(Record):
    """One reviewer, and what came of the sentences. `edited` are among the others, not beside them."""

    name: str
    accepted: int = 0
    rejected: int = 0
    flagged: int = 0
    open: int = 0
    edited: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved(Record):
    """What one reviewer made of a disagreement."""

    id: str  # "d1", as in the brief that was reviewed
    about: str
    how: Resolving
    by: str
    value: str = ""  # for "use"
    at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored(Record):
    """Something that the sources say and that a reviewer left out on purpose."""

    id: str  # "u4", the fourth that the brief left out; "s3.12", the twelfth sentence of the source s3
    text: str
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecord(Record):
    """The review as a whole. Only a brief that went through one has it."""

    names: Literal["self-declared"] = "self-declared"
    brief: str = ""  # id of the brief that was reviewed
    exported: str = ""  # ISO 8601, UTC
    reviewers: tuple[Reviewer, ...] = ()
    resolutions: tuple[Resolved, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    remarks: tuple[str, ...] = ()  # decisions on other words than those that stand here, one line each
