"""LineView: rows that are made when they come into view, whatever their number.

Nothing here lays out the screen again: a height that turns out otherwise moves the scrollbar, not the panes beside it,
and a cursor that moves repaints the rows that changed. Rows are Strips of text that has gone through `safe`.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

CONTEXT = 3  # rows in view for each row of context above what is shown: a third of them
KEPT = 2  # rows of the old page that stay in view on the next


class LineView(ScrollView, can_focus=True):
    """A subclass gives
        row_count() -> int      how many rows there are; may be an estimate
        row(y) -> Strip         row `y` of 0 … row_count() - 1, at most `row_width` cells, made of safe text
        fit(width)              the view is now `width` cells wide, or has another height: wrap anew if it must, and
                                keep in view what was
    and may give
        settle(y, keep) -> int  make the heights of a page from row `y` on exact; the number that row `keep` has then
        clicked(y, x)           what a click on cell `x` of row `y` does, instead of posting RowClicked
    and calls
        rows_changed(a, b)      rows `a` to before `b` look different now (fewer than a page: only these are painted)
        all_changed()           rows came, went or all look different
        reveal(a, b)            scrolls, if it must, so that rows `a` to before `b` are in view
        place(a, b)             scrolls so that row `a` is a third from the top, and `b` in view if there is room

    A click gives RowClicked: the row, the cell in it, and the `meta` of the style there
    (`Segment(text, Style(meta={"cite": 3}))`). Keys: j k down up, PgDn PgUp space b, g G Home End.
    """

    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: scroll; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "lines(1)", "Line down", show=False, id="lines.down"),
        Binding("k,up", "lines(-1)", "Line up", show=False, id="lines.up"),
        Binding("pagedown,space", "pages(1)", "Page down", show=False, id="lines.page-down"),
        Binding("pageup,b", "pages(-1)", "Page up", show=False, id="lines.page-up"),
        Binding("g,home", "first_row", "First line", show=False, id="lines.first"),
        Binding("G,end", "last_row", "Last line", show=False, id="lines.last"),
    ]

    class RowClicked(Message):
        """Row `y` of `view` was clicked at cell `x`; `meta` is what the style there carries."""

        def __init__(self, view: "LineView", y: int, x: int, meta: Mapping[str, Any]) -> None:
            super().__init__()
            self.view, self.y, self.x, self.meta = view, y, x, meta

        @property
        def control(self) -> "LineView":
            return self.view

    ALLOW_SELECT = False  # a selection of Textual's runs on into other panes, and counts no clusters

    row_width = 0  # cells; 0 until the first layout
    _last_page = 1
    _blind = False  # whether something was placed while the view was hidden, and so may be out of place

    def row_count(self) -> int:
        raise NotImplementedError

    def row(self, y: int) -> Strip:
        raise NotImplementedError

    def fit(self, width: int) -> None:
        raise NotImplementedError

    def settle(self, y: int, keep: int) -> int:
        del y  # every height is exact already
        return keep

    @property
    def page(self) -> int:
        """Rows in view, or that were when it was hidden; at least 1."""
        height = self.scrollable_content_region.height
        if height:
            self._last_page = height
        else:
            self._blind = True
        return self._last_page

    @property
    def top(self) -> int:
        """The first row in view."""
        return self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        if self._blind:  # Textual does not always say that a view is shown again
            self._blind = False
            self.call_next(self.on_resize)
        at = self.top + y
        style = self.visual_style.rich_style
        if not 0 <= at < self.row_count() or not self.row_width:
            return Strip.blank(self.size.width, style)
        return self.row(at).apply_style(style)

    def rows_changed(self, first: int, last: int) -> None:
        first, last = max(first - self.top, 0), min(last - self.top, self.size.height)
        if first < last:
            self.refresh(Region(0, first, self.size.width, last - first))

    def all_changed(self) -> None:
        self.sync_height()
        self.refresh()

    def sync_height(self) -> None:
        """Tells the scrollbar how many rows there are, without a layout of the screen."""
        size = Size(self.row_width, self.row_count())
        if size == self.virtual_size:
            return
        self.set_reactive(Widget.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        self.vertical_scrollbar.window_size = self.page
        if self.scroll_y > self.max_scroll_y:
            self.go(self.max_scroll_y)

    def go(self, y: int) -> None:
        """Scrolls at once so that row `y` is the first in view, or as near to that as there are rows."""
        self.sync_height()
        self.scroll_to(y=y, animate=False, force=True)

    def step(self, by: int) -> None:
        """Scrolls by so many rows; what is in view before and after moves by exactly as many."""
        self.go(self.settle(self.top + by, self.top) + by)

    def place(self, first: int, last: int) -> None:
        top = max(first - self.page // CONTEXT, min(last - self.page, first))
        self.go(max(0, top))

    def reveal(self, first: int, last: int) -> None:
        if first < self.top:
            self.go(first)
        elif last > self.top + self.page:
            self.go(min(first, last - self.page))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Instead of ScrollView's: the scrollbar costs as much to paint as the rows do, so it moves when that shows."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
        moved = self.settle(self.top, self.top) - self.top if self.row_width else 0
        self.sync_height()
        if moved:  # what is in view has another number now, and stays where it is
            self.set_reactive(Widget.scroll_y, self.validate_scroll_y(self.scroll_y + moved))
            self.set_reactive(Widget.scroll_target_y, self.scroll_y)
        step = self.virtual_size.height / (8 * self.page)  # rows that move the thumb by an eighth of a cell
        bar = self.vertical_scrollbar
        if abs(bar.position - self.scroll_y) >= step or self.scroll_y in (0, self.max_scroll_y):
            bar.position = self.scroll_y

    def on_resize(self) -> None:
        region = self.scrollable_content_region
        if not region:  # hidden: it is fitted when it is shown
            return
        self.row_width = region.width
        self.vertical_scrollbar.window_size = self.page
        self.fit(region.width)
        self.all_changed()

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and self.top + place.y < self.row_count():
            self.clicked(self.top + place.y, place.x)

    def clicked(self, y: int, x: int) -> None:
        self.post_message(self.RowClicked(self, y, x, meta_at(self.row(y), x)))

    def action_lines(self, by: int) -> None:
        self.step(by)

    def action_pages(self, by: int) -> None:
        self.step(by * max(1, self.page - KEPT))

    def action_first_row(self) -> None:
        self.go(0)

    def action_last_row(self) -> None:
        for _ in range(2):  # the first brings the last rows into view, which makes their number exact
            self.go(self.row_count())


def meta_at(strip: Strip, x: int) -> Mapping[str, Any]:
    """What the style at cell `x` of `strip` carries; empty beyond its end."""
    segment: Segment
    for segment in strip:
        x -= segment.cell_length
        if x < 0:
            return segment.style.meta if segment.style else {}
    return {}
