"""What was done, in words, from the events of a log. Pure; nothing here is safe to show before `line`."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from summarizer.output.safe import line
from summarizer.review.hashing import base_of
from summarizer.review.journal.events import citations_in
from summarizer.review.nouns import Event, Item

CHOSEN = {"accepted": "accepted", "rejected": "rejected", "flagged": "flagged", None: "opened again"}
RESOLVED = {
    "use": "settled on",
    "both": "all answers reported",
    "none": "said to be no disagreement",
    None: "open again",
}


def recited(event: Event, events: Sequence[Event], item: Item | None) -> bool:
    """Whether an edit left the words of the sentence as they were, so that only what it cites is another; `events` are
    those about it, of whomever."""
    if event.op != "edit":
        return False
    said = [(e.data["text"], citations_in(e.data["citations"])) for e in events if e.op in ("edit", "add")]
    said += [(item.original.text, item.original.citations)] if item is not None and item.original is not None else []
    return any(text == event.data["text"] and base_of(text, cited) == event.base for text, cited in said)


def act_words(event: Event, same_words: bool = False) -> str:
    """On one line: "rejected: no source says so"; `same_words` of an edit that is `recited`."""
    data = event.data
    match event.op:
        case "decide":
            return _with(CHOSEN.get(data.get("choice"), "decided"), data.get("reason"))
        case "edit" if same_words:
            return "cites other passages"
        case "edit":
            return _with("changed to", data.get("text"))
        case "note":
            return _with("note", data.get("text")) if data.get("text") else "note taken away"
        case "add":
            return _with("added", data.get("text"))
        case "resolve":
            how = RESOLVED.get(data.get("how"), "settled")
            return _with(f"{how} {line(str(data.get('value') or ''))}".rstrip(), data.get("reason"))
        case "ignore":
            return _with("left out on purpose" if data.get("ignored") else "no longer left out", data.get("reason"))
        case "verify":
            verdict = data.get("verdict")
            return _with("checked", verdict.get("status") if isinstance(verdict, Mapping) else "")
        case "seen":
            return _with("evidence seen", data.get("source"))
        case "export":
            return _with("exported", PurePath(str(data.get("path", ""))).name)
        case _:
            return {"undo": "taken back", "redo": "done again"}[event.op]


def _with(what: str, more: object) -> str:
    return f"{what}: {line(str(more))}" if more else what
