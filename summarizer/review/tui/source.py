"""SourcePane: one source with the cited span lit, at once and wherever it is.

What is lit is reverse and bold, never a colour alone. A span that is not exactly there is not lit. All text goes
through `safe` as it comes into view; offsets are those of the raw text throughout.
"""

from collections.abc import Sequence
from pathlib import PurePath

from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from summarizer.output.safe import line
from summarizer.records import Citation
from summarizer.review.tui.cells import at_cell
from summarizer.review.tui.layout import Layout
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.painting import Mark, Spans, painted
from summarizer.review.tui.searching import Matches, folded
from summarizer.review.tui.showing import Page, Place, Sheet, Span, place_of, sheet

PLAIN = Style()
CITED = Style(underline=True)  # cited by another sentence
ALSO = Style(underline=True, bold=True)  # cited by this sentence, or not exactly there
LIT = Style(reverse=True, bold=True, underline=False)
MATCH = Style(italic=True, underline=True)
AT_MATCH = Style(italic=True, reverse=True)
SELECTED = Style(reverse=True, italic=True, bold=False, underline=False)
LAYOUTS = 16  # kept, by text and width
STRIPS = 1024


class SourcePane(LineView):
    """`show` a page, `jump` within it. Posts Clicked and Selected; see LineView for the keys."""

    DEFAULT_CSS = """
    SourcePane { border: round $foreground 40%; }
    SourcePane:focus { border: round $accent; }
    """

    class Clicked(Message):
        """The character at `offset` was clicked. `lit`, `underlined`: the index of the span there, as given to
        `show`; None where there is none. `offset` is -1 where the text is not the source's."""

        def __init__(self, pane: "SourcePane", offset: int, lit: int | None, underlined: int | None) -> None:
            super().__init__()
            self.pane, self.offset, self.lit, self.underlined = pane, offset, lit, underlined

        @property
        def control(self) -> "SourcePane":
            return self.pane

    class Selected(Message):
        """`start` to `end` of the source was dragged over: whole clusters, half-open."""

        def __init__(self, pane: "SourcePane", start: int, end: int) -> None:
            super().__init__()
            self.pane, self.start, self.end = pane, start, end

        @property
        def control(self) -> "SourcePane":
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.selected: Span | None = None
        self._sheet = Sheet("")
        self._name = ""
        self._at: Place | None = None  # the lit place
        self._layout = Layout("", 80)
        self._layouts: dict[int, Layout] = {}
        self._strips: dict[int, Strip] = {}
        self._lit, self._underlined = Spans(()), Spans(())

    def show(
        self,
        page: Page,
        lit: Sequence[Span] = (),
        underlined: Sequence[Span] = (),
        *,
        quotes: Sequence[Citation] = (),
        label: str = "",
    ) -> None:
        """Shows `page` at the first of `lit`, or from its start. `lit`: spans that the sentence under review cites;
        `underlined`: others' spans; `quotes`: the citations behind them, by which a span is exact or not, and which
        are shown where the text is lost; `label`: what to call it, else its file name."""
        self._sheet = sheet(page, lit, underlined, quotes)
        self._name = line(label or PurePath(page.source.path).name)
        self._lit = Spans([place.shown for place in self._sheet.lit])
        self._underlined = Spans([place.shown for place in self._sheet.underlined])
        self.selected = None
        self._at = self._sheet.lit[0] if self._sheet.lit else None
        self._go_to_lit()

    def jump(self, start: int, end: int, quote: Citation | None = None) -> None:
        """Lights `start` to `end` of the source and brings it a third from the top. A span given to `show` keeps
        what `show` found of it; for another, `quote` says what must stand there."""
        known = next(
            (place for place in (*self._sheet.lit, *self._sheet.underlined) if place.cited == (start, end)), None
        )
        self._at = known or place_of(self._sheet.text, (start, end), quote)
        self._go_to_lit()

    @property
    def exact(self) -> bool:
        """Whether what `jump` or `show` went to stands in the source to the letter."""
        return self._at is None or self._at.exact

    def row_count(self) -> int:
        return self._layout.height

    def row(self, y: int) -> Strip:
        start = self._layout.line(y)[0]
        if start not in self._strips:
            if len(self._strips) > STRIPS:
                self._strips.clear()
            self._strips[start] = painted(self._layout.shown(y)[1], start, self._marks(*self._layout.line(y)), PLAIN)
        return self._strips[start]

    def _marks(self, start: int, end: int) -> list[Mark]:
        """The styles over a line, the last on top."""
        marks = [Mark(first, last, CITED) for first, last, _ in self._underlined.over(start, end)]
        marks += [Mark(first, last, ALSO) for first, last, _ in self._lit.over(start, end)]
        if self._at is not None:
            marks.append(Mark(*self._at.shown, LIT if self._at.exact else ALSO))
        if self.selected:
            marks.append(Mark(*self.selected, SELECTED))
        return marks

    def fit(self, width: int) -> None:
        if self._layout.width == width and self._layout.text is self._sheet.text:
            return
        self._go_to_lit()

    def settle(self, y: int) -> int:
        layout = self._layout
        offset = layout.line(min(y, layout.height - 1))[0]
        layout.settle(y - self.page, y + 2 * self.page)
        return layout.line_of(offset)

    def _go_to_lit(self) -> None:
        self._strips.clear()
        if not self.row_width:
            return
        if self._layout.text is not self._sheet.text or self._layout.width != self.row_width:
            self._layout = Layout(self._sheet.text, self.row_width)
        start, end = self._at.shown if self._at else (0, 0)
        self.settle(self._layout.line_of(start))
        self.place(self._layout.line_of(start), self._layout.line_of(max(start, end - 1)) + 1)
        self.all_changed()
