"""The first screen of the first review: who reviews, where it is kept, and the five keys that are enough to begin."""

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Checkbox, Input, Static

from summarizer.errors import StoreError, UsageError
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review import reviewers
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui.closing import Closing
from summarizer.review.tui.commands import find, keys_of
from summarizer.review.tui.oneline import OneLine


class Tick(Checkbox):
    """A box that is ticked or not, and not by its colour."""

    BUTTON_LEFT, BUTTON_RIGHT = "[", "]"

    def __init__(self, label: Content, id: str) -> None:
        super().__init__(label, id=id)
        self.BUTTON_INNER = " "

    def watch_value(self) -> None:
        self.BUTTON_INNER = "x" if self.value else " "
        super().watch_value()


class Welcome(Closing[Session | None]):
    """Gives the session that begins; None where the reviewer would rather not."""

    CSS = """
    Welcome { align: center middle; }
    Welcome Vertical { width: 90%; max-width: 84; height: auto; max-height: 100%; border: round $primary; padding: 0 2;
      overflow-y: auto; }
    Welcome Static { height: auto; }
    Welcome Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 0 0 0 0; }
    Welcome Checkbox { border: none; padding: 0; height: 1; background: $background; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, opening: Opening, brief: Brief) -> None:
        super().__init__()
        self._opening, self._brief = opening, brief

    def compose(self) -> ComposeResult:
        folder = self._opening.path.with_name(f"{self._opening.path.stem}.review").name
        counts = f"{len(self._brief.sources)} sources   {len(self._brief.sentences)} sentences"
        with Vertical():
            yield Static(Content(f"Review  {line(self._opening.path.name)}    {counts}\n\nReviewer"))
            yield OneLine(value=_guess(), id="name")
            yield Static(Content("enter  start      esc  leave"), id="said")
            yield Tick(Content(f"keep this name in {line(str(reviewers.place(os.environ)))}"), id="keep")
            yield Static(Content(f"Saved to   {line(folder)}/   every decision, as you make it\n"))
            yield Static(Content(_keys(self._opening)))

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self.closed:
            return
        name = line(event.value)
        try:
            if not name:
                raise UsageError("reviewer", "is empty", "a name is needed: any will do, nothing proves it")
            session = Session.open(self._brief, self._opening.path, name, take_over=self._opening.take_over)
            if self.query_one(Checkbox).value:
                reviewers.keep(name)
        except (StoreError, UsageError) as error:
            self.query_one("#said", Static).update(Content(line(str(error))).stylize("bold"))
            return
        self.dismiss(session)

    def action_leave(self) -> None:
        self.dismiss(None)


def _guess() -> str:
    """The name that is probably this person's; "" where there is none."""
    try:
        return line(reviewers.who(None).name)
    except UsageError:
        return ""


def _keys(opening: Opening) -> str:
    def key(name: str) -> str:
        return keys_of(find(name, "brief"), opening.keymap).split(" ")[0]

    moves = f"{key('cursor_next')} / {key('cursor_previous')}"
    return "\n".join(
        (
            f"{moves:<8} move        the cited text follows you",
            f"{key('accept')} / {key('reject'):<4} accept / reject     {key('undo')} undoes anything",
            f"{key('help'):<8} all keys",
        )
    )
