"""SourcePane: one source with the cited span lit, at once and wherever it is.

What is lit is reverse and bold, never a colour alone. A span that is not exactly there is not lit, and a source that is
lost or has changed shows only the quotes that the brief keeps of it.
"""

from collections.abc import Sequence
from pathlib import PurePath

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message

from summarizer.output.safe import line
from summarizer.records import Citation
from summarizer.review.tui.painting import ALSO, CITED, LIT, Mark, Spans
from summarizer.review.tui.searching import Numbers
from summarizer.review.tui.showing import Page, Place, Sheet, place_of, sheet
from summarizer.review.tui.text import Span, TextView


class SourcePane(TextView):
    """`show` a page, `jump` within it, `search` it. Posts Clicked and Selected; see LineView for the keys."""

    DEFAULT_CSS = """
    SourcePane { border: round $foreground 40%; padding: 0 0 0 1; }
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
        self._sheet = Sheet("")
        self._label = ""
        self._at: Place | None = None  # the lit place
        self._number = Numbers("")
        self._numbers: dict[str, Numbers] = {}  # by source, since counting ten megabytes takes a while
        self._lit, self._underlined = Spans(()), Spans(())
        self._titles = ("", "")

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
        if self._sheet.text is not self.text:
            self.set_text(self._sheet.text)
            self._number = self._numbers.setdefault(page.source.id, Numbers(self.text))
            if self._number.text is not self.text:
                self._number = self._numbers[page.source.id] = Numbers(self.text)
        self._label = line(label or PurePath(page.source.path).name)
        self._lit = Spans([place.shown for place in self._sheet.lit])
        self._underlined = Spans([place.shown for place in self._sheet.underlined])
        self.selected = None
        self._light(self._sheet.lit[0] if self._sheet.lit else None)

    def jump(self, start: int, end: int, quote: Citation | None = None) -> None:
        """Lights `start` to `end` of the source and brings it a third from the top. A span given to `show` keeps
        what `show` found of it; for another, `quote` says what must stand there."""
        known = (*self._sheet.lit, *self._sheet.underlined)
        place = next((place for place in known if place.cited == (start, end)), None)
        if place is None and self._sheet.whole:
            place = place_of(self.text, (start, end), quote)
        self._light(place)

    @property
    def exact(self) -> bool:
        """Whether what was gone to last stands in the source to the letter."""
        return self._sheet.whole and (self._at is None or self._at.exact)

    def _light(self, place: Place | None) -> None:
        self._at = place
        self._matches.at = None  # the next match is the next from here
        self.bring(*(place.shown if place else (0, 0)))

    def marks(self, start: int, end: int) -> list[Mark]:
        marks = [Mark(first, last, CITED) for first, last, _ in self._underlined.over(start, end)]
        marks += [Mark(first, last, ALSO) for first, last, _ in self._lit.over(start, end)]
        if self._at is not None:
            marks.append(Mark(*self._at.shown, LIT if self._at.exact else ALSO))
        return marks

    def clicked_at(self, offset: int) -> None:
        lit, underlined = (
            next((index for _, _, index in spans.over(offset, offset + 1)), None)
            for spans in (self._lit, self._underlined)
        )
        self.post_message(self.Clicked(self, offset if self._sheet.whole else -1, lit, underlined))

    def dragged(self, start: int, end: int) -> None:
        if self._sheet.whole:
            self.post_message(self.Selected(self, start, end))

    def looked_at(self) -> None:
        """Titles are set only where they differ: setting one repaints the whole pane."""
        titles = self._title(), self._subtitle()
        if titles[0] != self._titles[0]:
            self.border_title = Content(titles[0])
        if titles[1] != self._titles[1]:
            self.border_subtitle = Content(titles[1])
        self._titles = titles

    def _title(self) -> str:
        """The file's name and the facts about the lit span; the name gives way where there is little room."""
        facts = self._facts()
        room = self.size.width - 4 - cell_len(facts)
        name = self._label if cell_len(self._label) <= room else set_cell_size(self._label, max(4, room - 3)) + "..."
        return f"{name}{facts}"

    def _facts(self) -> str:
        if not self._sheet.whole:
            return f"  {self._sheet.trouble}"
        if self._at is None:
            return ""
        start, end = self._at.cited
        if not self._at.exact:
            return f"  not exact  chars {start}-{end}"
        return f"  line {self._number(start)}  chars {start}-{end}"

    def _subtitle(self) -> str:
        number, count = self.matches
        found = f"match {number} of {count}  " if count else ""
        seen = 100 * self.in_view[1] // len(self.text) if self.text else 100
        return f"{found}{seen}%"
