"""The panel that says why: lines under labels, or one line where there is no room for more."""

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from summarizer.review.tui.brief.rows import Part, beside, fold, one_row
from summarizer.review.tui.brief.why import Line, Why, narrow, wide
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.look import BOLD, PLAIN

LABEL = 10  # cells
FLAT = 1  # rows of text from which on down it is one line


class WhyPanel(LineView, inherit_bindings=False):
    """`put` says why of another sentence, from the top. A click on a "[2]" gives RowClicked with its meta."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    WhyPanel { border: round $foreground 40%; padding: 0 0 0 1; }
    WhyPanel:focus { border: round $accent; }
    .-narrow WhyPanel { border: none; padding: 0; scrollbar-size-vertical: 0; }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._why: Why | None = None
        self._rows: Sequence[Strip] = ()

    def put(self, why: Why | None, again: bool = False) -> None:
        """`again`: it is the sentence that was there, so that what is read stays in view."""
        self._why = why
        self._make()
        if self.row_width:
            self.all_changed()
            if not again and self.top:
                self.go(0)

    def row_count(self) -> int:
        return len(self._rows)

    def row(self, y: int) -> Strip:
        return self._rows[y]

    def fit(self, _width: int) -> None:
        self._make()

    def _make(self) -> None:
        width = self.row_width
        if self._why is None or not width:
            self._rows = ()
        elif self.page <= FLAT:
            self._rows = (one_row(narrow(self._why), width),)
        else:
            self._rows = [row for line in wide(self._why) for row in _rows(line, width)]


def _rows(line: Line, width: int) -> list[Strip]:
    name, words = line
    lead: list[Part] = [(f"{name:<{LABEL}}", BOLD + Style(dim=True) if name else PLAIN)]
    return beside(lead, fold(words, max(12, width - LABEL)), width)
