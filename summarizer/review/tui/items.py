"""ItemView: a list of items that take some rows each, one of them under the cursor.

A cursor that moves makes and paints the rows of two items and no more; a list of five hundred sentences feels like one
of five. What an item looks like is all the subclass's, the cursor included: never by colour alone.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.message import Message
from textual.strip import Strip

from summarizer.review.tui.lines import LineView


class ItemView(LineView):
    """A subclass gives
        item_count() -> int                          how many items there are
        item_rows(index, width, here) -> [Strip]     the rows of an item, at least one; `here`: the cursor is on it
    and calls
        items_changed()             items came, went, or all look different; the cursor stays if it can
        item_changed(index)         this item looks different
        move_to(index)              the cursor goes there, and the item into view; Moved says so
    and may use `cursor`, `rows_of(index)`, `item_at(y)`. What must be painted together with the cursor belongs into a
    `move_to` of the subclass: what Moved brings about is painted a frame or two later. Keys: j k down up move the
    cursor, g G to the first and last, PgDn PgUp by a page. A click moves the cursor, then RowClicked comes as from any
    LineView.
    """

    class Moved(Message):
        """The cursor of `view` is on the item `index` now."""

        def __init__(self, view: "ItemView", index: int) -> None:
            super().__init__()
            self.view, self.index = view, index

        @property
        def control(self) -> "ItemView":
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._fitted = 0  # the width that the rows were made for
        self._rows: list[Sequence[Strip]] = []
        self._tops: list[int] = [0]  # the first row of each item, and the number of rows at the end

    def item_count(self) -> int:
        raise NotImplementedError

    def item_rows(self, index: int, width: int, here: bool) -> Sequence[Strip]:
        raise NotImplementedError

    def row_count(self) -> int:
        return self._tops[-1]

    def row(self, y: int) -> Strip:
        index = self.item_at(y)
        return self._rows[index][y - self._tops[index]]

    def rows_of(self, index: int) -> range:
        """The rows of an item; empty where there is none of that index, or no width yet."""
        if not 0 <= index < len(self._rows):
            return range(0)
        return range(self._tops[index], self._tops[index + 1])

    def item_at(self, y: int) -> int:
        """The item that has row `y`."""
        return bisect_right(self._tops, y) - 1

    def fit(self, width: int) -> None:
        if width != self._fitted:
            self._make_all()
        self._show_cursor()

    def items_changed(self) -> None:
        self.cursor = max(0, min(self.cursor, self.item_count() - 1))
        if self.row_width:
            self._make_all()
            self.all_changed()
            self._show_cursor()

    def item_changed(self, index: int) -> None:
        if self._fitted and 0 <= index < len(self._rows):
            self._make_again(index)

    def move_to(self, index: int) -> None:
        index = max(0, min(index, self.item_count() - 1))
        if index == self.cursor or not self.item_count():
            return
        before, self.cursor = self.cursor, index
        if self._fitted:
            self._make_again(before, index)
            self._show_cursor()
        self.post_message(self.Moved(self, index))

    def _make_all(self) -> None:
        self._fitted = self.row_width
        here = self.cursor
        self._rows = [self.item_rows(index, self._fitted, index == here) for index in range(self.item_count())]
        self._add_up()

    def _make_again(self, *changed: int) -> None:
        same = True
        for index in changed:
            was = len(self._rows[index])
            self._rows[index] = self.item_rows(index, self._fitted, index == self.cursor)
            same = same and was == len(self._rows[index])
        if not same:
            self._add_up()
            self.all_changed()
            return
        for index in changed:
            rows = self.rows_of(index)
            self.rows_changed(rows.start, rows.stop)

    def _add_up(self) -> None:
        self._tops = list(accumulate(map(len, self._rows), initial=0))

    def _show_cursor(self) -> None:
        rows = self.rows_of(self.cursor)
        self.reveal(rows.start, rows.stop)

    def clicked(self, y: int, x: int) -> None:
        self.move_to(self.item_at(y))
        super().clicked(y, x)

    def action_lines(self, by: int) -> None:
        self.move_to(self.cursor + by)

    def action_pages(self, by: int) -> None:
        y = self._tops[min(self.cursor, len(self._tops) - 1)] + by * max(1, self.page - 1)
        self.move_to(self.item_at(max(0, min(y, self.row_count() - 1))))

    def action_first_row(self) -> None:
        self.move_to(0)

    def action_last_row(self) -> None:
        self.move_to(self.item_count() - 1)
