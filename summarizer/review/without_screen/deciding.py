"""Decisions without any screen: one, or many from a file, into the same log as on the screens.

What the screens ask for is required here: a reason for accepting what is not supported, an id that exists, words for
an edit. Nothing is decided by a line that could not be understood.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.errors import StoreError, UsageError
from summarizer.output import json
from summarizer.output.safe import line
from summarizer.review.evidence.examining import Examiner
from summarizer.review.nouns import Choice, How, Item
from summarizer.review.session import Session

CHOICES: Mapping[str, Choice | None] = {"accept": "accepted", "reject": "rejected", "flag": "flagged", "open": None}
RESOLVED: Mapping[str, How] = {"use": "use", "both": "both", "none": "none"}  # of a disagreement; "open" takes it back
WORDS = (*CHOICES, "note", "edit", *RESOLVED, "add", "ignore")
FIELDS = ("id", "decision", "reason", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One decision that is asked for. `where` names what asked for it, for errors."""

    id: str
    what: str  # one of WORDS
    reason: str = ""
    text: str = ""  # of a note or an edit
    where: str = ""


def decide(
    session: Session, name: str, what: str, reason: str = "", text: str = "", examiner: Examiner | None = None
) -> None:
    """Decides on, notes, edits or adds one sentence, or says what a disagreement comes to (`text` is the value to use).

    With an `examiner`, changed words are checked and their evidence found. Raises UsageError: no such id, no such
    decision, no reason or no words where some are needed, a session that is read-only. Raises StoreError where it was
    decided and could not be written.
    """
    if what not in WORDS:
        raise UsageError(line(what), "is no decision", f"say one of: {', '.join(WORDS)}")
    _named(name, _names(session, what))
    if not _act(session, name, what, reason, text, examiner):
        raise UsageError(str(session.path), line(session.read_only), "close what holds it, or give another --reviewer")
    if session.unsaved:
        raise StoreError(str(session.folder), line(session.unsaved), "make room, and decide again")


def decide_all(session: Session, wishes: Sequence[Wish], examiner: Examiner | None = None) -> int:
    """All of `wishes` in order; how many there were. Nothing at all is decided if one names an unknown id.

    Raises as `decide`; what went before the wish that failed stays decided, and the error says how many those are.
    """
    added: list[str] = []
    for wish in wishes:
        try:
            _named(wish.id, [*_names(session, wish.what), *added])
        except UsageError as error:
            raise _at(wish, error) from None
        added += [wish.id] if wish.what == "add" else []
    for number, wish in enumerate(wishes):
        try:
            decide(session, wish.id, wish.what, wish.reason, wish.text, examiner)
        except UsageError as error:
            before = f" ({number} before it are decided)" if number else ""
            raise _at(wish, error, before) from None
    return len(wishes)


def _act(session: Session, name: str, what: str, reason: str, text: str, examiner: Examiner | None) -> bool:
    reason = " ".join(reason.split())
    if what == "add":
        return _add(session, name, text, examiner)
    if what == "ignore":
        return session.ignore(name, reason=reason)
    if what in RESOLVED or name in _disagreements(session):
        return _resolve(session, name, RESOLVED.get(what), text, reason)
    item = known(session, name)
    if what == "edit":
        return _edit(session, item, text, examiner)
    if what == "note":
        return session.note(name, text or reason)
    return _choose(session, item, CHOICES[what], reason, examiner)


def _names(session: Session, what: str) -> list[str]:
    """The ids of that which can be decided so."""
    items = [item.id for item in session.state.items]
    uncovered = [f"u{n}" for n in range(1, len(session.brief.uncovered) + 1)]
    if what == "add":
        held = [f"w{n}" for n in range(1, len(session.brief.withheld) + 1)]
        return [name for name in (*held, *uncovered) if name not in items]
    if what in RESOLVED or what == "ignore":
        return uncovered if what == "ignore" else _disagreements(session)
    return [*items, *_disagreements(session)] if what == "open" else items


def _disagreements(session: Session) -> list[str]:
    return [found.id for found in session.brief.disagreements]


def _named(name: str, names: Sequence[str]) -> None:
    """Raises UsageError with those which there are."""
    if name not in names:
        raise UsageError(line(name), "is not known here", f"known are: {', '.join(map(line, names)) or 'none'}")


def _at(wish: Wish, error: UsageError, before: str = "") -> UsageError:
    """`error` with the place that asked for it, where that is known."""
    reason = f"{error.where} {error.reason}" if wish.where else error.reason
    return UsageError(wish.where or error.where, f"{reason}{before}", error.remedy)


def wishes(text: str, where: str) -> tuple[Wish, ...]:
    """The decisions in JSON lines: {"id": "b3", "decision": "reject", "reason": "…"}. Empty lines are passed over.

    Raises UsageError that names the first line which is none.
    """
    rows = [(f"{where}:{number}", row) for number, row in enumerate(text.splitlines(), 1) if row.strip()]
    return tuple(_wish(json.parse(row, at), at) for at, row in rows)


def known(session: Session, name: str) -> Item:
    """The sentence of this id. Raises UsageError that names those which there are."""
    item = session.state.item(name)
    if item is None:
        raise UsageError(line(name), "is not known here", f"known are: {', '.join(_names(session, 'note')) or 'none'}")
    return item


def check(session: Session, examiner: Examiner, name: str, *, anew: bool = False) -> Item:
    """The sentence with a verdict on exactly its words; `anew` finds other evidence where the cited bears out nothing.

    The verdict is recorded. In a session that is read-only there is none, and the sentence comes as it is.
    """
    item = known(session, name)
    if item.verdict is not None:
        return item
    if anew:
        citations, verdict = examiner.anchored(item.text, item.citations)
        session.verified(name, item.base, verdict, citations if citations != item.citations else None)
    else:
        session.verified(name, item.base, examiner.verdict(item.text, item.citations))
    return known(session, name)


def _edit(session: Session, item: Item, text: str, examiner: Examiner | None) -> bool:
    words = " ".join(text.split())
    if not words:
        raise UsageError(item.id, "an edit needs words", "add --text TEXT")
    done = words == item.text or session.edit(item.id, words)
    if done and examiner:
        check(session, examiner, item.id, anew=True)
    return done


def _add(session: Session, name: str, text: str, examiner: Examiner | None) -> bool:
    """Restores what was withheld, or adds what was not covered, in its own words or in others."""
    offers = session.brief.withheld if name.startswith("w") else session.brief.uncovered
    offer = offers[int(name[1:]) - 1]
    words = " ".join(text.split())
    done = session.add(name, words or offer.text, offer.citations)
    if done and examiner:
        check(session, examiner, name, anew=bool(words))
    return done


def _resolve(session: Session, name: str, how: How | None, value: str, reason: str) -> bool:
    found = next(d for d in session.brief.disagreements if d.id == name)
    if found.kind == "scope" and how is not None:
        reason = "counts different things: that is no disagreement, and nothing to decide"
        raise UsageError(name, reason, "leave it out")
    values = list(dict.fromkeys(position.value for position in found.positions))
    if how == "use" and value not in values:
        told = "; ".join(map(line, values))
        raise UsageError(name, "to use a value, it has to be one of its answers", f"add --text with one of: {told}")
    if how == "none" and not reason:
        raise UsageError(name, "that it is no disagreement needs a reason", "add --reason TEXT")
    return session.resolve(name, how, value if how == "use" else "", reason)


def _choose(session: Session, item: Item, choice: Choice | None, reason: str, examiner: Examiner | None) -> bool:
    if choice == "accepted" and item.verdict is None and examiner:
        item = check(session, examiner, item.id)
    lost = examiner.missing(item.citations) if choice == "accepted" and not reason and examiner else ()
    if choice == "accepted" and not reason and (lost or not item.supported):
        told = f"cites {', '.join(map(line, lost))}, which is not what it was" if lost else _doubt(item)
        raise UsageError(line(item.id), f"{told}, so that accepting it needs a reason", "add --reason TEXT")
    return session.decide(item.id, choice, reason)


def _doubt(item: Item) -> str:
    if item.verdict is None:
        return "has changed since it was checked"
    return "is contradicted by a source" if item.verdict.against else f"is {item.verdict.status}"


def _wish(data: Any, where: str) -> Wish:
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise UsageError(where, "is no object of texts", 'write {"id": "b3", "decision": "accept"}')
    unknown = sorted(data.keys() - set(FIELDS))
    if unknown:
        raise UsageError(where, f"unknown field {line(unknown[0])!r}", f"known are {', '.join(FIELDS)}")
    if missing := next((name for name in FIELDS[:2] if not data.get(name)), None):
        raise UsageError(where, f"`{missing}` is missing", 'write {"id": "b3", "decision": "accept"}')
    if data["decision"] not in WORDS:
        raise UsageError(where, f"{line(data['decision'])!r} is no decision", f"say one of: {', '.join(WORDS)}")
    return Wish(
        id=data["id"], what=data["decision"], reason=data.get("reason", ""), text=data.get("text", ""), where=where
    )
