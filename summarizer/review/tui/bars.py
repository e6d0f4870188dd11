"""The lines above and below a view: what is being reviewed and how far; which views there are; a hint; the keys.

Each is one line made of safe text, and painted only when it changes.
"""

from contextlib import suppress
from datetime import datetime
from functools import lru_cache

from textual.content import Content
from textual.widgets import Static

from summarizer.output.safe import line
from summarizer.review.session import Session
from summarizer.review.tui.commands import EVERYWHERE, keys_of, of

UNSAVED = "bold white on #A00020"


class Line(Static):
    """One line of safe content. `put` repaints only what differs from what stands there."""

    DEFAULT_CSS = "Line { height: 1; width: 1fr; link-style: none; link-style-hover: bold; }"

    def __init__(self, name: str) -> None:
        super().__init__(Content(""), id=name)
        self._stands = Content("")

    def put(self, content: Content) -> None:
        if not content.is_same(self._stands):
            self._stands = content
            self.update(content, layout=False)


def saved(at: str) -> str:
    """The time of day, here, of an ISO 8601 time; "" for what is none: a log may say anything."""
    with suppress(ValueError, OverflowError):
        return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")
    return ""


def progress(session: Session, checking: str, at: str, width: int) -> Content:
    """What is reviewed, by whom, how far, what is unsaved; the least important is left out where it does not fit."""
    state, name = session.state, line(session.path.name)
    done = len(state.items) - len(state.open)
    questions = [d.id for d in session.brief.disagreements if d.kind != "scope"]
    open_questions = sum(question not in state.resolutions for question in questions)
    disagreements = "disagreement" if open_questions == 1 else "disagreements"
    parts = [
        (0, Content(f" {name}")),
        (2, Content(line(session.reviewer))),
        (0, Content(f"reviewed {done}/{len(state.items)}")),
        (1, Content(f"! {open_questions} {disagreements}" if open_questions else "")),
        (1, Content(f"↻ {checking}" if checking else "")),
        (2, Content(f"saved {at}" if at else "")),
        (0, Content.styled("THE BRIEF IS ANOTHER NOW: open it again", UNSAVED) if session.outdated else Content("")),
        (0, Content.styled(f"READ ONLY: {line(session.read_only)}", "reverse") if session.read_only else Content("")),
        (0, Content.styled(f"NOT SAVED: {line(session.unsaved)}", UNSAVED) if session.unsaved else Content("")),
    ]
    for least in (3, 2, 1):
        kept = [part for rank, part in parts if rank < least and part.plain]
        if sum(part.cell_length + 3 for part in kept) <= width:
            break
    return Content("   ").join(kept)


@lru_cache(maxsize=64)
def tabs(labels: tuple[tuple[str, str, str], ...], current: str, width: int) -> Content:
    """The views as (name, label, short label); the current one is reversed, each can be clicked. Where not even the
    short ones fit, only the current one has words."""
    for words in (1, 2, 0):
        parts = []
        for number, label in enumerate(labels, 1):
            name = label[0]
            said = label[words] if words else label[2] if name == current else ""
            style = "bold reverse" if name == current else ""
            text = Content(f" {number} {said} " if said else f" {number} ")
            parts.append(text.stylize(f"{style} @click=app.view('{name}')".strip()))
        made = Content(" ").join(parts)
        if made.cell_length <= width:
            break
    return made


@lru_cache(maxsize=64)
def keys(view: str, keymap: tuple[tuple[str, str], ...], width: int) -> Content:
    """The keys of the commands that are shown, as many as fit."""
    made = Content(" ")
    for command in (*of(view), *of(EVERYWHERE)):
        if command.shown:
            part = Content.assemble((keys_of(command, dict(keymap)).split(" ")[0], "bold"), f" {command.label}  ")
            if made.cell_length + part.cell_length > width:
                break
            made += part
    return made


def hint(told: str, view: str) -> Content:
    """What was just told, else the view's own hint."""
    return Content(f" {told}").stylize("bold") if told else Content(f" {view}")
