"""The source pane on a screen: what is lit, where it stands, what the mouse and the keys give."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from recording_driver import RecordingDriver
from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from summarizer.output.safe import SUSPECT
from summarizer.records import Citation, Source
from summarizer.review.tui.source import SourcePane

SIZES = [(40, 10), (60, 16), (80, 24), (120, 36)]
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PARAGRAPHS = "\n\n".join(
    f"Paragraph {n}. " + "Most residents were asleep when it struck, officials said. " * (1 + n % 7) for n in range(900)
)
LONG_LINE = " ".join(f"word{n}" for n in range(20_000))
CJK = "".join(f"第{n}段，北部省份发生六点一级地震。" + ("\n" if n % 9 == 0 else "") for n in range(5_000))
MIXED = f"Ärzte {FAMILY} e\u0301 地震 \t tab\r\n\r\n" * 3_000


@dataclass(frozen=True)
class Page:
    text: str
    trouble: str = ""
    source: Source = field(default_factory=lambda: Source(id="s1", path="in/wire-0412.txt", sha256=""))


class Shell(App[None]):
    def __init__(self) -> None:
        super().__init__(driver_class=RecordingDriver)
        self.pane = SourcePane()
        self.heard: list[tuple[object, ...]] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_source_pane_clicked(self, message: SourcePane.Clicked) -> None:
        self.heard.append(("clicked", message.offset, message.lit, message.underlined))

    def on_source_pane_selected(self, message: SourcePane.Selected) -> None:
        self.heard.append(("selected", message.start, message.end))

    def rows(self) -> list[str]:
        """What the rows of the pane show, without its border, padding and scrollbar."""
        strips = self.screen._compositor.render_strips()
        return [strip.text[2:].rstrip("│▁▂▃▄▅▆▇█ ") for strip in strips[1:-1]]

    def styled(self, *wanted: str) -> str:
        """All that the screen shows in a style that has every one of `wanted`, line ends and spaces left out."""
        strips = self.screen._compositor.render_strips()[1:-1]
        pieces = [
            segment.text
            for strip in strips
            for segment in list(strip)[1:-1]
            if segment.style and all(getattr(segment.style, name) for name in wanted)
        ]
        return squeezed("".join(pieces))


Steps = Callable[[Shell, Pilot[None]], Awaitable[None]]


def squeezed(text: str) -> str:
    return "".join(text.split())


def run(steps: Steps, size: tuple[int, int] = (60, 20)) -> str:
    """Runs `steps`; gives all that a terminal would have got."""

    async def all_of_it() -> str:
        app = Shell()
        async with app.run_test(headless=False, size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)
            driver = app._driver
        assert isinstance(driver, RecordingDriver)
        return "".join(driver.written)

    return asyncio.run(all_of_it())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "text", [PARAGRAPHS, LONG_LINE, CJK, MIXED, "x" * 60_000], ids=["paragraphs", "line", "CJK", "mixed", "x"]
)
def test_what_is_gone_to_is_lit_and_in_view(text: str, size: tuple[int, int]) -> None:
    spans = [(at, at + 25) for at in (0, len(text) // 3, 2 * len(text) // 3 + 7, 17, len(text) - 25)]

    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(Page(text), spans[:1], spans[1:])
        for start, end in spans:
            app.pane.jump(start, end)
            await pilot.pause()
            lit, cited = app.styled("reverse", "bold"), squeezed(text[start:end])
            assert cited.replace("\u200d", "") in lit.replace("\u200d", "")
            assert len(lit) <= len(cited) + 12  # whole clusters
            assert app.pane.exact

    run(steps, size)


@pytest.mark.parametrize("size", SIZES)
def test_the_lit_span_stands_a_third_from_the_top_with_what_comes_before_it(size: tuple[int, int]) -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        start = PARAGRAPHS.index("Paragraph 450.")
        app.pane.show(Page(PARAGRAPHS), [(start, start + 14)])
        await pilot.pause()
        row = next(number for number, text in enumerate(app.rows()) if text.startswith("Paragraph 450."))
        assert row == app.pane.page // 3

    run(steps, size)


def test_a_span_longer_than_the_pane_shows_its_start() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(Page(PARAGRAPHS), [(30_000, 60_000)])
        await pilot.pause()
        shown = squeezed("".join(app.rows()))
        assert squeezed(PARAGRAPHS[30_000:30_400]) in shown
        assert app.styled("reverse", "bold").startswith(squeezed(PARAGRAPHS[30_000:30_400]))

    run(steps)


def test_what_is_lit_stays_so_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(Page("one two three four"), [(4, 7)], [(8, 13)])
        await pilot.pause()
        assert app.no_color
        assert (app.styled("reverse", "bold"), app.styled("underline")) == ("two", "three")

    run(steps)


def test_the_title_says_where_and_the_subtitle_how_far() -> None:
    written = run(lambda app, pilot: _show(app, pilot, Page("a\nb\n" * 100), [(202, 203)]))
    assert "wire-0412.txt  line 102  chars 202-203" in written
    assert re.search(r" \d\d% ", written)


async def _show(app: Shell, pilot: Pilot[None], page: Page, lit: list[tuple[int, int]], *quotes: Citation) -> None:
    app.pane.show(page, lit, quotes=quotes)
    await pilot.pause()


@pytest.mark.parametrize(
    ("text", "quote", "marked"),
    [
        ("It is said that twelve died there.", "twelve died", "twelvedied"),  # moved: shown, and not as exact
        ("Nothing of the kind is said here.", "twelve died", ""),
        ("short", "twelve died", ""),
    ],
)
def test_what_is_not_there_to_the_letter_is_never_lit(text: str, quote: str, marked: str) -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await _show(app, pilot, Page(text), [(2, 13)], Citation(source="s1", start=2, end=13, quote=quote))
        assert app.styled("reverse") == ""
        assert app.styled("bold", "underline") == marked
        assert not app.pane.exact

    assert "not exact" in run(steps)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("has changed since the brief was made", "source changed on disk"),
        ("not found: in/wire-0412.txt", "source not found"),
    ],
)
def test_a_source_that_is_lost_leaves_its_quotes(trouble: str, said: str) -> None:
    quotes = [
        Citation(source="s1", start=90, end=99, quote="Ten died.", prefix="Police: ", suffix=" More soon."),
        Citation(source="s1", start=10, end=18, quote="It shook", prefix="At dawn: ", suffix=" twice."),
    ]

    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(Page("quite another text: Ten died.", trouble), [(90, 99)], [(10, 18)], quotes=quotes)
        await pilot.pause()
        rows = "\n".join(app.rows())
        assert said in rows
        assert "... At dawn: It shook twice. ...\n\n... Police: Ten died. More soon. ..." in rows
        assert "another" not in rows
        assert app.styled("reverse") == ""
        assert app.styled("bold", "underline") == "Tendied."
        await drag(pilot, app, (2, 3), (9, 3))
        row = next(number for number, text in enumerate(app.rows()) if "Ten died." in text)
        await pilot.click(app.pane, offset=(16, row + 1))
        assert app.heard == [("clicked", -1, 0, None)]
        assert not app.pane.exact

    assert f"wire-0412.txt  {said}" in run(steps)


async def drag(pilot: Pilot[None], app: Shell, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(app.pane, offset=start)
    await pilot.hover(app.pane, offset=end)
    await pilot.mouse_up(app.pane, offset=end)
    await pilot.pause()


@pytest.mark.parametrize(
    ("text", "start", "end", "selected"),
    [
        ("one two three", (4, 0), (6, 0), "two"),
        ("one two three", (6, 0), (4, 0), "two"),
        ("one\ttwo\r\nthree", (2, 0), (1, 1), "e\ttwo\r\nth"),
        (f"a{FAMILY}b地震c", (1, 0), (4, 0), f"{FAMILY}b地"),
        (f"a{FAMILY}b地震c", (2, 0), (5, 0), f"{FAMILY}b地"),
        ("\x1b[31mred", (0, 0), (4, 0), "\x1b[31m"),
        ("one two", (4, 0), (30, 5), "two"),
    ],
)
def test_a_drag_selects_exact_offsets(text: str, start: tuple[int, int], end: tuple[int, int], selected: str) -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await _show(app, pilot, Page(text), [])
        await drag(pilot, app, (start[0] + 2, start[1] + 1), (end[0] + 2, end[1] + 1))
        assert [name for name, *_ in app.heard] == ["selected"]
        _, first, last = app.heard[0]
        assert isinstance(first, int)
        assert isinstance(last, int)
        assert text[first:last] == selected
        assert app.pane.selected == (first, last)

    run(steps)


def test_a_drag_far_into_a_long_source_selects_what_is_under_it() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        at = LONG_LINE.index("word15000")
        await _show(app, pilot, Page(LONG_LINE), [(at, at + 9)])
        row = app.pane._layout.line_of(at) - app.pane.top
        x = at - app.pane._layout.line(app.pane.top + row)[0]
        await drag(pilot, app, (x + 2, row + 1), (x + 2 + 8, row + 1))
        assert app.heard == [("selected", at, at + 9)]

    run(steps)


def test_a_click_tells_the_offset_and_the_span() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(Page("one two three four"), [(4, 7)], [(14, 18), (8, 13)])
        await pilot.pause()
        for x in (0, 5, 9, 15):
            await pilot.click(app.pane, offset=(x + 2, 1))
        assert app.heard == [
            ("clicked", 0, None, None),
            ("clicked", 5, 0, None),
            ("clicked", 9, None, 1),
            ("clicked", 15, None, 0),
        ]

    run(steps)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Quake. QUAKE quake", "quake", [(0, 5), (7, 12), (13, 18)]),
        ("İstanbul straße İSTANBUL", "istanbul", [(0, 8), (16, 24)]),
        ("ΟΔΟΣ οδος ὁδός", "οδοσ", [(0, 4), (5, 9)]),
        ("ẞ ß ss", "ß", [(0, 1), (2, 3)]),
        ("two\r\n   words, two words", "Two  words", [(0, 13), (15, 24)]),
        ("a.c abc", "a.c", [(0, 3)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("none", "x", []),
        ("none", "  ", []),
    ],
)
def test_words_are_found_whatever_their_case(text: str, words: str, found: list[tuple[int, int]]) -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await _show(app, pilot, Page(text), [])
        assert app.pane.search(words) == len(found)
        assert app.pane._matches.spans == found
        if found:
            await pilot.pause()
            assert app.styled("italic", "underline") == squeezed("".join(text[start:end] for start, end in found))
            assert app.pane.go_to_match() == (1, len(found))
            assert app.pane.go_to_match(-1) == (len(found), len(found))
            await pilot.pause()
            assert app.styled("italic", "reverse") == squeezed(text[slice(*found[-1])])
        app.pane.search("")
        await pilot.pause()
        assert app.styled("italic") == ""

    run(steps)


def test_the_search_begins_at_what_is_in_view() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        start = PARAGRAPHS.index("Paragraph 450.")
        await _show(app, pilot, Page(PARAGRAPHS), [(start, start + 14)])
        assert app.pane.search("paragraph 5") == 111
        assert app.pane.go_to_match() == (12, 111)  # 5, 50 to 59, then 500
        await pilot.pause()
        assert "Paragraph 500." in "".join(app.rows())

    run(steps)


@pytest.mark.parametrize("text", [PARAGRAPHS, LONG_LINE, CJK, MIXED], ids=["paragraphs", "line", "CJK", "mixed"])
def test_nothing_in_view_jumps_when_heights_become_exact(text: str) -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        pane = app.pane
        await _show(app, pilot, Page(text), [(len(text) // 2, len(text) // 2 + 5)])
        before = app.rows()
        for key, by in [*[("b", 2 - pane.page)] * 8, *[("k", -1)] * 3, *[("space", pane.page - 2)] * 12, ("j", 1)]:
            await pilot.press(key)
            rows = app.rows()
            kept = pane.page - abs(by)
            assert (rows[-kept:] == before[:kept]) if by < 0 else (rows[:kept] == before[-kept:]), (key, by)
            before = rows

    run(steps)


def test_keys_scroll_to_the_ends_and_by_the_wheel() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        pane = app.pane
        await _show(app, pilot, Page(PARAGRAPHS), [])
        pane.focus()
        await pilot.press("G")
        assert pane.in_view[1] == len(PARAGRAPHS)
        assert pane.top == pane.row_count() - pane.page
        await pilot.press("g")
        assert pane.in_view[0] == 0
        await pilot.press("end", "home", "j", "down", "k", "up", "j")
        assert pane.top == 1
        pane.post_message(events.MouseScrollDown(pane, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert pane.top > 1

    run(steps)


def test_a_resize_keeps_what_is_lit_in_view_or_what_was_scrolled_to() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        pane, start = app.pane, PARAGRAPHS.index("Paragraph 450.")
        await _show(app, pilot, Page(PARAGRAPHS), [(start, start + 14)])
        for size in [(40, 10), (100, 30), (40, 12), (75, 11)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.styled("reverse", "bold") == "Paragraph450."
        await pilot.press("space", "space", "space")
        first = pane.in_view[0]
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert pane.in_view[0] <= first < pane._layout.line(pane.top)[1]

    run(steps)


def test_what_is_gone_to_while_hidden_is_in_its_place_when_shown() -> None:
    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await _show(app, pilot, Page(PARAGRAPHS), [])
        app.pane.display = False
        await pilot.pause()
        await pilot.resize_terminal(70, 25)
        start = PARAGRAPHS.index("Paragraph 450.")
        app.pane.show(Page(PARAGRAPHS), [(start, start + 14)])
        await pilot.pause()
        app.pane.display = True
        await shown_anew(app, pilot)
        assert app.pane.page == 23
        assert app.rows()[app.pane.page // 3].startswith("Paragraph 450.")
        assert app.styled("reverse", "bold") == "Paragraph450."

    run(steps)


async def shown_anew(app: Shell, pilot: Pilot[None]) -> None:
    """Until what changed is laid out and painted, and what that brings about too."""
    for _ in range(3):
        painted = asyncio.Event()
        app.pane.call_after_refresh(painted.set)
        app.pane.refresh()
        await painted.wait()
        await pilot.pause()


def test_a_selection_paints_the_rows_that_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    plain = SourcePane.render_line

    def counting(pane: SourcePane, y: int) -> Strip:
        painted.append(y)
        return plain(pane, y)

    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        await _show(app, pilot, Page(PARAGRAPHS), [])
        monkeypatch.setattr(SourcePane, "render_line", counting)
        app.pane._select((3, 9))
        await pilot.pause()
        assert painted == [0]

    run(steps)


HOSTILE = (
    "\x1b]0;PWNED\x07",
    "\x1b[2J\x1b[31m",
    "\x9b31m",
    "\x90q\x9c",
    "\x1bP+q\x1b\\",
    "\x1b]52;c;aGk=\x07",
    "\x00\x7f\x08\x0b\x0c",
    "\u202egnirts\u202c",
    "\u2066\u2069\u200e\u061c",
    "\u200b\u2060\ufeff\xad",
    "\u2028\u2029\x85",
    "\U000e0041\U000e007f",
    "[@click=app.quit]x[/]",
    "[/",
    "[bold red]b[/bold red]",
    "a" + "\u0301" * 400,
    "\r\roverwritten",
    "\ud800",
)
# What the driver itself writes: styles, places, synchronised output, the shape of the mouse pointer.
OWN = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\d+;\d+H|\x1b\[\?2026[hl]|\x1b\]22;(?:default|pointer|text|grab|grabbing)\x07")


def test_nothing_that_acts_reaches_the_terminal() -> None:
    text = "".join(f"before {hostile} after\n" for hostile in HOSTILE) * 3
    every = " ".join(HOSTILE)
    quotes = [Citation(source="s1", start=5, end=30, quote=text[5:30], prefix=every, suffix=every)]
    page = Page(text, source=Source(id="s1", path=f"in/{every}.txt", sha256=""))

    async def steps(app: Shell, pilot: Pilot[None]) -> None:
        app.pane.show(page, [(5, 30)], [(60, 70)], quotes=quotes)
        await drag(pilot, app, (4, 2), (30, 4))
        for hostile in HOSTILE:
            assert app.pane.search(hostile) >= 3 or hostile.isspace()
            app.pane.go_to_match()
            await pilot.pause()
        await pilot.press("space", "G")
        app.pane.show(Page(text, "has changed: " + every, page.source), [(5, 30)], quotes=quotes, label=every)
        await pilot.pause()
        for x in range(3, 40, 4):
            await pilot.click(app.pane, offset=(x, 4))
        assert app.is_running

    left = OWN.sub("", run(steps))
    assert "before" in left
    assert not SUSPECT.findall(left.replace("\n", ""))


def test_these_tests_would_see_what_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SourcePane, "row", lambda _pane, _y: Strip([Segment("\x1b]0;PWNED\x07")]))
    assert "\x1b]0;PWNED" in OWN.sub("", run(lambda app, pilot: _show(app, pilot, Page("text"), [])))
