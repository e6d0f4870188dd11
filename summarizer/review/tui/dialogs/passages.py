"""The list of passages that a sentence cites or could cite: one row each, the one under the cursor reversed."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.changing.reciting import Passage, Reciting
from summarizer.review.tui.dialogs.parts import number_of
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.look import VERDICTS


class PassageList(LineView):
    """Shows a state of re-citing; it keeps none. A click on a row posts LineView.RowClicked."""

    DEFAULT_CSS = "PassageList { height: 1fr; padding: 0 1; }"

    can_focus = False

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._brief = brief
        self._passages: Sequence[Passage] = ()
        self._cursor = self._target = 0
        self._several = False  # citations, of which one is marked as the one that would be replaced

    def put(self, state: Reciting) -> None:
        self._passages, self._cursor, self._target = state.passages, state.cursor, state.aim
        self._several = len(state.citations) > 1
        self.all_changed()
        self.reveal(self._cursor, self._cursor + 1)

    def row_count(self) -> int:
        return len(self._passages)

    def fit(self, _width: int) -> None:
        self.reveal(self._cursor, self._cursor + 1)

    def row(self, y: int) -> Strip:
        passage = self._passages[y]
        style = Style(reverse=True, bold=True) if y == self._cursor else Style()
        strip = Strip([Segment(self._words(passage, y == self._cursor), style)])
        return strip.adjust_cell_length(self.row_width, style)

    def _words(self, passage: Passage, here: bool) -> str:
        """Where it stands, how it bears the sentence out, and what it says."""
        role = "found" if passage.cited is None else f"cited {passage.cited + 1}"
        if passage.cited is not None and passage.cited == self._target and self._several:
            role += "*"
        glyph = VERDICTS[passage.status].glyph if passage.status else " "
        score = f"{passage.score:.2f}" if passage.score is not None else "    "
        where = f"[{number_of(self._brief, passage.span.source)}]"
        return f"{'>' if here else ' '} {role:<8} {glyph} {score} {where} {line(passage.quote)}"
