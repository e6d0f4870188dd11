"""TextView: a LineView of one text of any size. Its words can be gone to, found, clicked and dragged over.

Every offset in and out of here is a code point of the text as it was given; what is drawn went through `safe`.
"""

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from summarizer.review.tui.cells import at_cell
from summarizer.review.tui.layout import Layout
from summarizer.review.tui.lines import CONTEXT, LineView
from summarizer.review.tui.painting import AT_MATCH, MATCH, PLAIN, SELECTED, Mark, painted
from summarizer.review.tui.searching import Matches, folded

MARGIN = 8  # rows beyond the page whose number is exact: more than a wheel scrolls at once
LAYOUTS = 16  # kept
STRIPS = 1024  # kept, by where their lines begin
Span = tuple[int, int]


class TextView(LineView):
    """A subclass gives, beside what LineView asks for,
        marks(start, end)           the styles over a line, the last on top
        clicked_at(offset)          what a click on the character at `offset` does
        dragged(start, end)         what is done with a stretch that was dragged over
        looked_at()                 what else changes with what is in view: a title, a percentage
    and calls
        set_text(text)              another text
        bring(start, end)           scrolls so that the span begins a third from the top; stays so when resized
        restyled()                  `marks` gives something else now
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = ""
        self.selected: Span | None = None
        self._layout = Layout("", 80)
        self._layouts: list[Layout] = []  # the last used first
        self._strips: dict[int, Strip] = {}
        self._kept: Span | None = (0, 0)  # what stays in view when the pane is resized
        self._folded: str | None = None
        self._matches = Matches("", "")
        self._pressed: Span | None = None  # the cluster that a drag began on
        self._was_drag = False

    def marks(self, start: int, end: int) -> list[Mark]:
        raise NotImplementedError

    def clicked_at(self, offset: int) -> None: ...

    def dragged(self, start: int, end: int) -> None: ...

    def looked_at(self) -> None: ...

    # what is shown

    def set_text(self, text: str) -> None:
        if text is self.text:
            return
        self.text, self._folded, self._matches = text, None, Matches("", "")
        self.selected = None

    def bring(self, start: int, end: int) -> None:
        self._kept = (start, end)
        self._strips.clear()
        if not self.row_width:
            return
        self._wrap(self.row_width)
        for _ in range(2):  # near the end of the text, the first makes exact how far it can be scrolled
            y = self._layout.line_of(start)
            y = self.settle(y - self.page // CONTEXT, y)
            self.place(y, self._layout.line_of(max(start, end - 1)) + 1)
        self._kept = (start, end)
        self.refresh(self.size.region)
        self.looked_at()

    def _wrap(self, width: int) -> None:
        """The layout of the text at `width`: what was wrapped of the last few texts is kept, since evidence goes to
        and fro between sources."""
        if self._layout.text is self.text and self._layout.width == width:
            return
        known = next((one for one in self._layouts if one.text is self.text and one.width == width), None)
        self._layout = known or Layout(self.text, width)
        self._layouts = [self._layout, *(one for one in self._layouts if one is not self._layout)][:LAYOUTS]

    def restyled(self) -> None:
        self._strips.clear()
        self.refresh(self.size.region)

    @property
    def in_view(self) -> Span:
        """From the first character in view to past the last."""
        layout = self._layout
        top = max(0, min(self.top, layout.height - 1))
        return layout.line(top)[0], layout.line(min(top + self.page, layout.height) - 1)[1]

    def row_count(self) -> int:
        return self._layout.height

    def row(self, y: int) -> Strip:
        start, end = self._layout.line(y)
        if start not in self._strips:
            if len(self._strips) >= STRIPS:
                self._strips.clear()
            self._strips[start] = painted(self._layout.shown(y)[1], start, self._all_marks(start, end), PLAIN)
        return self._strips[start]

    def _all_marks(self, start: int, end: int) -> list[Mark]:
        marks = [Mark(*span, MATCH) for span in self._matches.over(start, end)]
        marks += self.marks(start, end)
        if self._matches.at is not None:
            marks.append(Mark(*self._matches.spans[self._matches.at], AT_MATCH))
        return [*marks, Mark(*self.selected, SELECTED)] if self.selected else marks

    def fit(self, width: int) -> None:
        if self._kept is not None:
            self.bring(*self._kept)
        elif width != self._layout.width:
            start = self._layout.line(max(0, min(self.top, self._layout.height - 1)))[0]
            self._wrap(width)
            self._strips.clear()
            y = self._layout.line_of(start)
            self.go(self.settle(y, y))

    def settle(self, y: int, keep: int) -> int:
        layout = self._layout
        offset = layout.line(max(0, min(keep, layout.height - 1)))[0]
        layout.settle(y - MARGIN, y + self.page + MARGIN)
        return layout.line_of(offset)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.row_width and self._kept is not None:
            start, end = self.in_view
            if not (start <= self._kept[0] < end or start == end):
                self._kept = None  # scrolled away from: what is read now matters more
        self.looked_at()

    # words that are looked for

    def search(self, words: str) -> int:
        """Marks every place that has `words`, in whatever case, and says how many; "" marks none. Goes nowhere."""
        if self._folded is None:
            self._folded = folded(self.text)
        self._matches = Matches(self._folded, words)
        self.restyled()
        self.looked_at()
        return len(self._matches.spans)

    def go_to_match(self, by: int = 1) -> tuple[int, int]:
        """Goes to the next (1) or previous (-1) place; its number from 1 and how many there are. (0, 0): none."""
        found = self._matches.go(by, self.in_view[0])
        if found is not None:
            self.bring(*found)
        return self.matches

    @property
    def matches(self) -> tuple[int, int]:
        """The number of the place that was gone to, from 1 (0: none yet), and how many there are."""
        at = self._matches.at
        return (0 if at is None else at + 1), len(self._matches.spans)

    # the mouse

    def cluster_at(self, y: int, x: int) -> Span:
        """The cluster at cell `x` of row `y`; empty, and at the end of the line, beyond it."""
        start, shown = self._layout.shown(y)
        first, last = at_cell(shown, x)
        return start + first, start + last

    def clicked(self, y: int, x: int) -> None:
        if not self._was_drag:
            self.clicked_at(self.cluster_at(y, x)[0])

    def _under(self, event: events.MouseEvent) -> Span:
        """The cluster under the mouse, or the nearest in view."""
        place = event.get_content_offset_capture(self)
        y = max(0, min(place.y, self.page - 1)) + self.top
        return self.cluster_at(min(y, self.row_count() - 1), max(0, place.x))

    def _select(self, span: Span | None) -> None:
        if span == self.selected:
            return
        rows = [self._layout.line_of(offset) for both in (span, self.selected) if both for offset in both]
        self.selected = span
        self._strips.clear()
        self.rows_changed(min(rows), max(rows) + 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._was_drag = False
        if event.button == 1 and event.get_content_offset(self) is not None:
            self._pressed = self._under(event)
            self._select(None)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        place: Offset = event.get_content_offset_capture(self)
        if not 0 <= place.y < self.page:
            self.step(1 if place.y > 0 else -1)
        under = self._under(event)
        if under != self._pressed or self._was_drag:
            self._was_drag = True
            self._select((min(under[0], self._pressed[0]), max(under[1], self._pressed[1])))

    def on_mouse_up(self) -> None:
        if self._pressed is None:
            return
        self._pressed = None
        self.release_mouse()
        if self.selected and self._was_drag:
            self.dragged(*self.selected)
