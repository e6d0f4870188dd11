"""One line asked of the reviewer, over the view: a reason, a note, a name. Enter gives it, Escape asks no longer.

While it is open no key of a view works: what is typed here decides nothing.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from summarizer.output.safe import line
from summarizer.review.tui.closing import Closing

if TYPE_CHECKING:  # loaded when something is asked first
    from textual.widgets import Input


class Ask(ModalScreen[str | None], Closing[str | None]):
    """Gives the words on one line, safe to keep; None where it was taken back. `needed`: nothing is not an answer."""

    CSS = """
    Ask { align: center bottom; background: $background 40%; }
    Ask Vertical { height: auto; width: 1fr; max-width: 110; margin: 0 2 3 2;
      border: round $primary; background: $surface; }
    Ask Input { border: none; height: 1; padding: 0 1; background: $panel; }
    Ask Static { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "take_back", show=False)]

    def __init__(self, title: str, *, value: str = "", needed: bool = True, more: str = "") -> None:
        super().__init__()
        self._title, self._value, self._needed, self._more = line(title), line(value), needed, line(more)

    def compose(self) -> ComposeResult:
        from summarizer.review.tui.oneline import OneLine

        with Vertical() as box:
            box.border_title = Content(self._title)
            if self._more:
                yield Static(Content(self._more))
            yield OneLine(value=self._value, id="answer")
            keys = "enter  done      esc  cancel" if self._needed else "enter  done (may be empty)      esc  cancel"
            yield Static(Content(keys), id="keys")

    def on_mount(self) -> None:
        self.query_one("#answer").focus()

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        answer = line(event.value)
        if answer or not self._needed:
            self.dismiss(answer)
        else:
            self.query_one("#keys", Static).update(Content("A few words are needed here.   esc  cancel"))

    def action_take_back(self) -> None:
        self.dismiss(None)
