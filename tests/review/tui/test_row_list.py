"""The list of rows: ten thousand of them, headings, wide characters, clicks, and text that would act."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from summarizer.review.rows.nouns import Note, Row, Tone, heading
from summarizer.review.tui.look import THEMES
from summarizer.review.tui.views.rowlist import RowList

Script = Callable[[Pilot[None], RowList], Awaitable[None]]


class Host(App[None]):
    CSS = "RowList { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList("A list")
        self.opened: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_row_list_opened(self, _event: RowList.Opened) -> None:
        self.opened.append(self.list.current)


def play(script: Script, size: tuple[int, int] = (40, 12)) -> Host:
    host = Host()

    async def main() -> None:
        async with host.run_test(size=size) as pilot:
            await script(pilot, host.list)

    asyncio.run(main())
    return host


def lines(rows: RowList) -> list[str]:
    return [rows.row(y).text.rstrip() for y in range(rows.row_count())]


ROWS = [
    Row("a", "alpha", "(2)", "[1][2]"),
    heading("Further"),
    Row("b", "beta " * 12, "(1)", "", (Note("a note"),)),
    Row("c", "gamma"),
]


def test_a_row_is_its_lead_its_words_what_comes_after_and_its_notes() -> None:
    async def script(_pilot: Pilot[None], rows: RowList) -> None:
        rows.put(ROWS)
        assert lines(rows) == [
            "> (2) alpha  [1][2]",
            "Further",
            "  (1) beta beta beta beta beta beta",
            "      beta beta beta beta beta beta",
            "      a note",
            "      gamma",
        ]

    play(script)


def test_a_heading_is_stepped_over_in_both_directions_and_cannot_be_clicked() -> None:
    async def script(pilot: Pilot[None], rows: RowList) -> None:
        rows.put(ROWS)
        rows.action_lines(1)
        assert rows.current == "b"
        rows.action_lines(-1)
        assert rows.current == "a"
        await pilot.click(RowList, offset=(5, 2))
        assert rows.current == "b"
        rows.put([heading("One"), Row("z", "zeta"), heading("Two")])
        assert rows.current == "z"
        rows.action_last_row()
        assert rows.current == "z"

    play(script)


def test_a_click_moves_the_cursor_and_a_double_click_opens() -> None:
    async def script(pilot: Pilot[None], rows: RowList) -> None:
        rows.put(ROWS)
        await pilot.click(RowList, offset=(8, 6))
        assert rows.current == "c"
        await pilot.click(RowList, offset=(8, 6), times=2)

    assert play(script).opened == ["c"]


def test_the_cursor_stays_with_its_row_or_at_its_place() -> None:
    async def script(_pilot: Pilot[None], rows: RowList) -> None:
        rows.put(ROWS)
        rows.go_to("c")
        rows.put([ROWS[3], ROWS[0]])
        assert rows.current == "c"
        rows.put([ROWS[0], ROWS[2]])
        assert rows.current == "a"
        assert rows.go_to("nothing") is False
        rows.put([], "there is nothing")
        assert rows.current is None
        assert lines(rows) == ["there is nothing"]
        rows.action_lines(1)
        rows.go_to_match(1)
        assert rows.current is None

    play(script)


def test_a_search_marks_and_goes_around() -> None:
    async def script(_pilot: Pilot[None], rows: RowList) -> None:
        rows.put(ROWS)
        assert rows.search("BETA") == 1
        assert [rows.search("a"), rows.search("note"), rows.search("zzz"), rows.search("")] == [3, 1, 0, 0]
        rows.search("a")
        seen = []
        for _ in range(3):
            rows.go_to_match(1)
            seen.append(rows.current)
        assert seen == ["b", "c", "a"]
        marked = [s.text for s in rows.row(rows.rows_of(2).start) if s.style and s.style.italic]
        assert marked == ["a"] * 6

    play(script)


@pytest.mark.parametrize(
    "text",
    [
        "漢字かな" * 20,
        "👨\u200d👩\u200d👧" * 30,
        "e\u0301" * 100,
        "x" * 200,
        "",
        " ",
        "[bold]x[/] [@click=app.exit]y[/]",
    ],
)
def test_no_line_is_wider_than_the_list_and_nothing_is_lost(text: str) -> None:
    async def script(_pilot: Pilot[None], rows: RowList) -> None:
        rows.put([Row("a", text, "漢"), Row("b", text, "toolong", "[1]", (Note(text, "alarm"),))])
        for y in range(rows.row_count()):
            assert cell_len(rows.row(y).text) <= rows.row_width
        first = "".join(rows.row(y).text[6:] for y in rows.rows_of(0))
        assert first.replace(" ", "") == text.replace(" ", "")

    play(script)


def test_of_ten_thousand_rows_only_those_in_view_are_drawn() -> None:
    drawn = 0
    style_of = RowList.style_of

    async def script(pilot: Pilot[None], rows: RowList) -> None:
        nonlocal drawn
        rows.put([Row(f"r{n}", f"row {n} " + "word " * (n % 30)) for n in range(10_000)])
        await pilot.pause()
        rows.action_last_row()
        await pilot.pause()
        assert rows.current == "r9999"
        rows.go_to("r5000")
        await pilot.pause()
        assert "r5000" in str(rows.current)
        assert any("> " in line for line in lines_in_view(rows))

    def counting(self: RowList, tone: Tone, here: bool) -> Style:
        nonlocal drawn
        drawn += 1
        return style_of(self, tone, here)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowList, "style_of", counting)
        play(script)
    assert 0 < drawn < 400


def lines_in_view(rows: RowList) -> list[str]:
    return [rows.row(y).text for y in range(rows.top, min(rows.top + rows.page, rows.row_count()))]


@pytest.mark.parametrize("theme", ["dark", "light", "nord", "ansi-dark"])
def test_the_row_under_the_cursor_can_be_read(theme: str) -> None:
    async def script(pilot: Pilot[None], rows: RowList) -> None:
        for own in THEMES:
            pilot.app.register_theme(own)
        pilot.app.theme = theme
        rows.put(
            [
                Row(
                    "a",
                    "alpha",
                    "(2)",
                    "[1]",
                    (Note("faint", "faint"), Note("alarm", "alarm"), Note("strong", "strong")),
                )
            ]
        )
        await pilot.pause()
        for y in range(4):
            drawn = [s.style for s in rows.render_line(y) if s.text.strip()]
            for style in drawn:
                assert style is not None
                assert style.color is not None
                assert style.bgcolor is not None
                front, back = style.color.triplet, style.bgcolor.triplet
                if front and back:
                    assert contrast(front, back) >= 4.5
                else:  # the terminal's own colours
                    assert (style.color.name, style.bgcolor.name) == ("default", "default")

    play(script)


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """As WCAG 2 has it."""

    def luminance(colour: tuple[int, int, int]) -> float:
        parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
