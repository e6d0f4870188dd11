"""RowList: a list of rows of words, one of them under the cursor, however many there are.

Where a row breaks is found for all of them, since the scrollbar must know; what it looks like only for those in view.
The cursor is a sign and a background, never a colour alone. Rows are safe to show already (`review.rows`).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, overload

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from summarizer.output.safe import line
from summarizer.review.rows.nouns import Row, Tone, heading
from summarizer.review.tui.items import ItemView
from summarizer.review.tui.look import BOLD, DIM, PLAIN
from summarizer.review.tui.painting import MATCH, Mark, painted
from summarizer.review.tui.searching import Matches, folded
from summarizer.review.tui.wrapping import paragraph

HERE, THERE = "> ", "  "
LEAD = 6  # cells that the column before the text has at most
CACHED = 40_000  # rows whose breaks are kept


class RowList(ItemView, inherit_bindings=False):
    """`put` rows, `go_to` one by id, `search`. A double click posts Opened; a heading is stepped over."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--here"}
    DEFAULT_CSS = """
    RowList { border: round $foreground 40%; padding: 0 0 0 1; }
    RowList:focus { border: round $accent; }
    RowList .row--here { background: $panel; }
    """

    class Opened(Message):
        """The row under the cursor was clicked twice."""

    def __init__(self, title: str, *, id: str | None = None, modest: bool = False, numbered: bool = True) -> None:
        """`modest`: the cursor shows only while the list has the keys. `numbered`: says which row of how many."""
        super().__init__(id=id)
        self.border_title = Content(line(title))
        self._modest, self._numbered = modest, numbered
        self._listed: Sequence[Row] = ()
        self._lead = 0
        self._inks: dict[Tone, Style] = {"": PLAIN, "strong": BOLD, "faint": DIM, "alarm": BOLD}
        self._breaks = lru_cache(CACHED)(_breaks)
        self.words = ""  # searched for, folded

    # -- what is listed ------------------------------------------------------------------------------------------------

    def put(self, rows: Sequence[Row], empty: str = "") -> None:
        """Lists `rows`, the cursor on the row that it was on, else where that was. `empty` stands in for none."""
        was = self.current
        self._listed = rows or (heading(empty),)
        self._lead = min(LEAD, max(cell_len(row.lead) for row in self._listed))
        at = next((n for n, row in enumerate(self._listed) if row.id and row.id == was), None)
        self.cursor = self._choosable(min(self.cursor, len(self._listed) - 1) if at is None else at, 1)
        self.items_changed()
        self._say_number()

    @property
    def current(self) -> str | None:
        """The id of the row under the cursor; None where there is none."""
        return (self._listed[self.cursor].id or None) if self._listed else None

    def go_to(self, row: str) -> bool:
        """Moves the cursor to the row of that id; False, and it stays, where there is none."""
        at = next((n for n, one in enumerate(self._listed) if one.id == row), None)
        if at is not None:
            self.move_to(at)
        return at is not None

    def call(self, title: str, below: str) -> None:
        """Other words on the border: above, and below."""
        self.border_title, self.border_subtitle = Content(line(title)), Content(line(below))

    def pass_by(self) -> None:
        """Leaves the row under the cursor, which is about to go elsewhere: for the next one, else the one before."""
        below = self.cursor + 1
        stays = below < len(self._listed) and self._listed[below].id
        self.move_to(self.cursor + (1 if stays else -1))

    def search(self, words: str) -> int:
        """Marks the words where they stand, and says how many rows have them; "" marks none. Goes nowhere."""
        self.words = folded(words)
        self.items_changed()
        return sum(map(self._has_words, self._listed)) if words else 0

    def _has_words(self, row: Row) -> bool:
        return bool(row.id) and self.words in folded(row.words)

    @property
    def at_match(self) -> bool:
        """Whether the row under the cursor has the words that are searched for."""
        return bool(self._listed) and self._has_words(self._listed[self.cursor])

    def go_to_match(self, by: int) -> None:
        """Goes to the next (1) or previous (-1) row that has the words, around the end; stays where none has."""
        number = len(self._listed)
        order = ((self.cursor + by * step) % number for step in range(1, number))
        found = next((at for at in order if self._has_words(self._listed[at])), None)
        if found is not None:
            super().move_to(found)
            self._say_number()

    def move_to(self, index: int) -> None:
        index = max(0, min(index, len(self._listed) - 1))
        super().move_to(self._choosable(index, 1 if index >= self.cursor else -1))
        self._say_number()

    def _say_number(self) -> None:
        if self._numbered:
            number = sum(bool(row.id) for row in self._listed)
            at = sum(bool(row.id) for row in self._listed[: self.cursor + 1])
            self.border_subtitle = Content(f"{at:,} of {number:,}" if number else "")

    def _choosable(self, index: int, by: int) -> int:
        """The row at `index`, or the next one in the direction `by` that is no heading, or the next in the other."""
        for way in (by, -by):
            at = index
            while 0 <= at < len(self._listed):
                if self._listed[at].id:
                    return at
                at += way
        return index

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self.current is not None:
            self.post_message(self.Opened())

    # -- what it looks like -------------------------------------------------------------------------------------------

    def item_count(self) -> int:
        return len(self._listed)

    def item_rows(self, index: int, width: int, here: bool) -> Sequence[Strip]:
        row = self._listed[index]
        indent = (len(HERE) + self._lead + 1 if self._lead else len(HERE)) if row.id else 0
        shown = here and bool(row.id) and (self.has_focus or not self._modest)
        return Lines(self, row, self._breaks(row, max(2, width - indent)), indent, shown)

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.item_changed(self.cursor)

    def style_of(self, tone: Tone, here: bool) -> Style:
        style = self._inks[tone]
        return style + self.get_component_rich_style("row--here", partial=True) if here else style

    def ink(self, alarm: Style) -> None:
        """The colour of an alarm, which is bold besides, and begins with a sign or a word."""
        self._inks["alarm"] = alarm + BOLD


class Lines(Sequence[Strip]):
    """The lines of a row, made when they are looked at."""

    __slots__ = ("_breaks", "_here", "_indent", "_made", "_of", "_row")

    def __init__(self, of: RowList, row: Row, breaks: Sequence["Broken"], indent: int, here: bool) -> None:
        self._of, self._row, self._breaks, self._indent, self._here = of, row, breaks, indent, here
        self._made: dict[int, Strip] = {}

    def __len__(self) -> int:
        return len(self._breaks)

    @overload
    def __getitem__(self, at: int) -> Strip: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Strip]: ...
    def __getitem__(self, at: int | slice) -> Strip | Sequence[Strip]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(*self._breaks[at], first=at == 0)
        return self._made[at]

    def _make(self, text: str, tone: Tone, *, first: bool) -> Strip:
        style = self._of.style_of(tone, self._here)
        if first and self._here and not tone:
            style += BOLD
        before = ""
        if self._indent:
            lead = self._row.lead if first and cell_len(self._row.lead) <= LEAD else ""
            mark = HERE if first and self._here else THERE
            before = mark + lead + " " * (self._indent - len(mark) - cell_len(lead))
        marks = [Mark(*span, MATCH) for span in Matches(folded(text), self._of.words).spans] if self._of.words else []
        strip = Strip([Segment(before, style), *painted(text, 0, marks, style)])
        return strip.adjust_cell_length(self._of.row_width, style) if self._here else strip


Broken = tuple[str, Tone]  # one line of a row, and how it looks


def _breaks(row: Row, width: int) -> tuple[Broken, ...]:
    """The lines of `row` at `width` cells, at least one."""
    made: list[Broken] = []
    whole = f"{row.text}  {row.after}" if row.after else row.text
    for text, tone in ((whole, row.tone), *row.notes):
        starts = paragraph(text, 0, len(text), width)
        made += [(text[a:b].rstrip(" "), tone) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return tuple(made)
