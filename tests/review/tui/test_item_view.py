"""The list of items: a cursor, rows of its own, and as little painted as can be."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from summarizer.review.tui.items import ItemView
from summarizer.review.tui.lines import LineView


class Numbers(ItemView):
    """Item n takes 1 + n % 3 rows; each row counts how often it is painted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.painted: list[int] = []

    def item_count(self) -> int:
        return self.count

    def item_rows(self, index: int, width: int, here: bool) -> Sequence[Strip]:
        cite = Segment(f"[{index}]", Style(meta={"cite": index}))
        return [
            Strip([Segment("> " if here else "  "), cite, Segment(f" row {n}"[:width])]) for n in range(1 + index % 3)
        ]

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


class Shell(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.view = Numbers(count)
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_item_view_moved(self, message: ItemView.Moved) -> None:
        self.heard.append(("moved", message.index))

    def on_line_view_row_clicked(self, message: LineView.RowClicked) -> None:
        self.heard.append(("clicked", message.y, message.x, dict(message.meta)))


def run(count: int, steps: Callable[[Shell, Pilot[None]], Coroutine[None, None, None]]) -> None:
    async def all_of_it() -> None:
        app = Shell(count)
        async with app.run_test(size=(40, 12)) as pilot:
            await steps(app, pilot)

    asyncio.run(all_of_it())


def test_keys_move_the_cursor_and_keep_it_in_view() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        view = app.view
        for key, cursor in (("j", 1), ("down", 2), ("k", 1), ("G", 499), ("g", 0), ("pagedown", 5), ("end", 499)):
            await pilot.press(key)
            assert view.cursor == cursor, key
            rows = view.rows_of(cursor)
            assert view.top <= rows.start
            assert rows.stop <= view.top + view.page
            assert {view.item_at(y) for y in rows} == {cursor}
        assert app.heard[:3] == [("moved", 1), ("moved", 2), ("moved", 1)]

    run(500, steps)


def test_a_cursor_that_moves_paints_the_rows_of_two_items() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await pilot.pause()
        app.view.painted.clear()
        await pilot.press("j")
        assert app.view.painted == [0, 1, 2]  # one row of item 0, two of item 1

    run(500, steps)


def test_a_click_moves_the_cursor_and_tells_what_was_clicked() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await pilot.click(app.view, offset=(3, 3))
        await pilot.click(app.view, offset=(20, 4))
        assert app.heard == [("moved", 2), ("clicked", 3, 3, {"cite": 2}), ("clicked", 4, 20, {})]

    run(500, steps)


def test_items_come_and_go() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        view = app.view
        await pilot.press("G")
        view.count = 3
        view.items_changed()
        await pilot.pause()
        assert (view.cursor, view.row_count(), view.top) == (2, 6, 0)
        view.count = 0
        view.items_changed()
        await pilot.press("j", "k", "G", "g", "pagedown", "pageup")
        assert (view.cursor, view.row_count()) == (0, 0)

    run(9, steps)
