"""A modal of lines to read: history, help. Esc, q or the key that opened it closes it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip

from summarizer.output.safe import line
from summarizer.review.tui.brief.rows import Part, beside, fold
from summarizer.review.tui.closing import Closing
from summarizer.review.tui.lines import LineView

Line = tuple[list[Part], list[Part]]  # what stands before it, all of one width; the words beside it


class Lines(LineView):
    """Lines of words, folded to the width."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(id="lines")
        self._lines = lines
        self._rows: Sequence[Strip] = ()

    def row_count(self) -> int:
        return len(self._rows)

    def row(self, y: int) -> Strip:
        return self._rows[y]

    def fit(self, width: int) -> None:
        self._rows = [
            row
            for lead, words in self._lines
            for row in beside(lead, fold(words, max(12, width - _cells(lead))), width)
        ]


def _cells(lead: Sequence[Part]) -> int:
    return sum(len(words) for words, _ in lead)


class Scroll(ModalScreen[None], Closing[None]):
    """`lines` under `title`; made of text that is made safe as it is painted."""

    DEFAULT_CSS = """
    Scroll { align: center middle; background: $background 40%; }
    Scroll #lines { width: 90%; max-width: 110; height: 85%; border: round $primary; background: $surface;
      padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "close", show=False)]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._view = Lines(lines)
        self._view.border_title = Content(line(title))
        self._view.border_subtitle = Content("esc closes")

    def compose(self) -> ComposeResult:
        yield self._view

    def on_mount(self) -> None:
        self._view.focus()

    def action_close(self) -> None:
        self.dismiss(None)
