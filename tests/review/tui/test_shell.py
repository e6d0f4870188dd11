"""What is around the views: the table of commands, help, palette, remapped keys, bars, leaving, the first start."""

import asyncio
import unicodedata
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playing import NARROW, WIDE, Review, Script, click, shown, until
from textual.color import Color
from textual.events import Key
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from summarizer.review.session import Session
from summarizer.review.tui import bars, commands, look
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.help import help_lines
from summarizer.review.tui.palette import Palette
from summarizer.review.tui.rooms import ROOMS

VIEWS = [room.name for room in ROOMS]


@pytest.mark.parametrize("name", VIEWS)
def test_every_command_has_its_action_and_is_in_palette_and_help(review: Review, name: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = review.app
        app.go(name)
        await until(pilot, lambda: app.current.name_of_view == name)
        found = [command async for command in Palette(app.screen).discover()]
        offered = {str(hit.prompt).split("  ")[0] for hit in found}
        told = "\n".join(words for line in help_lines(name, {}) for part in line for words, _ in part)
        for command in (*commands.of(name), *commands.of(commands.EVERYWHERE)):
            owner = app.current if command.where == name else app
            assert callable(getattr(owner, f"action_{command.id}", None)), command.id
            assert command.help in told
            assert command.label in offered or command.id == "command_palette"

    review.play(script)


@pytest.mark.parametrize("where", [*VIEWS, commands.EVERYWHERE, "edit", "recite"])
def test_no_key_is_bound_twice_in_a_view(where: str) -> None:
    table = (*commands.of(where), *(commands.of(commands.EVERYWHERE) if where in VIEWS else ()))
    keys = [key for command in table for key in command.keys.split(",")]
    assert sorted(keys) == sorted(set(keys))
    assert keys


def test_no_help_has_what_markup_would_be() -> None:
    """The palette gives these to a parser of markup."""
    assert not [command for command in commands.COMMANDS if "[" in command.help + command.label]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_palette_runs_a_command(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"reject th")
        await until(pilot, lambda: "Reject  x" in shown(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: review.session.state.items[0].choice == "rejected")

    review.play(script, size=size)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("key", ["question_mark", "f1"])
def test_help_and_back(review: Review, key: str, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press(key)
        assert "In this view" in shown(pilot.app)
        assert "Accept the sentence and go to the next" in shown(pilot.app)
        await pilot.press("a", "x")
        assert review.session.state.items[0].choice is None
        await pilot.press("escape")
        assert "In this view" not in shown(pilot.app)

    review.play(script, size=size)


def test_remapped_keys_are_shown_everywhere_and_the_old_ones_do_nothing(review: Review) -> None:
    review.opened(keymap={"accept": "v", "help": "h"})

    async def script(pilot: Pilot[None]) -> None:
        assert "v Accept" in shown(pilot.app)
        assert "h Help" in shown(pilot.app)
        await pilot.press("a")
        assert review.session.state.items[0].choice is None
        await pilot.press("v")
        assert review.session.state.items[0].choice == "accepted"
        await pilot.press("h")
        assert "v             Accept the sentence" in shown(pilot.app)
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: "Accept  v" in shown(pilot.app))

    review.play(script)


def stands(review: Review, name: str) -> bool:
    return review.app.current.name_of_view == name


def test_tabs_by_key_and_mouse(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for key, name in zip("1234561", (*VIEWS, "brief"), strict=True):
            await pilot.press(key)
            await until(pilot, partial(stands, review, name))
        await click(pilot, "5 Withheld")
        await until(pilot, lambda: review.app.current.name_of_view == "withheld")

    review.play(script)


@pytest.mark.parametrize("width", [200, 120, 80, 60, 40])
def test_the_bars_fit(review: Review, width: int) -> None:
    with Session.open(review.brief, review.opening.path, "Marta") as session:
        labels = tuple((room.name, *room.labels(session)) for room in ROOMS)
        assert bars.progress(session, "", "14:03:11", width).cell_length <= width
        assert bars.tabs(labels, "disagreements", width).cell_length <= width
        assert bars.keys("brief", (), width).cell_length <= width
        assert "2 Disagree" in bars.tabs(labels, "disagreements", width).plain


def test_what_is_unsaved_or_read_only_is_never_left_out(review: Review) -> None:
    path = review.opening.path
    with Session.open(review.brief, path, "Marta"), Session.open(review.brief, path, "Marta") as second:
        assert "READ ONLY" in bars.progress(second, "", "14:03:11", 40).plain


def test_leaving_keeps_everything(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", "q")
        await until(pilot, lambda: not pilot.app.is_running)

    review.play(script)
    with Session.open(review.brief, review.opening.path, "Marta") as again:
        assert again.state.items[0].choice == "accepted"


@pytest.mark.parametrize("theme", ["dark", "light", "ansi-dark", "textual-light", "no such theme"])
def test_themes(review: Review, theme: str) -> None:
    review.opened(theme=theme)

    async def script(pilot: Pilot[None]) -> None:
        assert set(review.app.inks) == {"", "supported", "partial", "contradicted", "unsupported"}
        assert "> " in shown(pilot.app)
        await pilot.press("j", "a")

    review.play(script)


@pytest.mark.parametrize(("theme", "background"), [(theme, theme.background) for theme in look.THEMES])
def test_colours_can_be_read(theme: Theme, background: str) -> None:
    for colour in look.colours(theme).values():
        assert contrast(Color.parse(colour), Color.parse(background)) >= 5


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.1."""

    def luminance(colour: Color) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_marks_are_one_cell_and_have_a_word() -> None:

    marks = [*look.VERDICTS.values(), *look.CHOICES.values(), look.EDITED, look.SOURCE_CHANGED]
    assert all(mark.word and len(mark.glyph) == 1 for mark in marks)
    assert {unicodedata.east_asian_width(mark.glyph) for mark in marks} <= {"N", "Na"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SUMMARIZER_REVIEWER", "Marta \x1b[2J[@click=app.exit]K.")
    return tmp_path / "config"


def welcome(review: Review, script: Script, size: tuple[int, int] = WIDE) -> ReviewApp:
    app = ReviewApp(replace(review.opening, reviewer=None), review.brief, None)
    app.pasted = 0

    async def main() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await script(pilot)

    asyncio.run(main())
    app.end()
    return app


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 16)])
def test_the_first_start_asks_who_reviews(review: Review, home: Path, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        assert "Reviewer" in shown(pilot.app)
        assert "orlund.review/" in shown(pilot.app)
        name = pilot.app.screen.query_one(Input)
        assert name.value == "Marta ␛[2J[@click=app.exit]K."
        name.value = "  "
        await pilot.press("enter")
        assert "a name is needed" in shown(pilot.app)
        assert not (review.folder / "orlund.review").exists()
        name.value = "Marta"
        await pilot.press("enter")
        await until(pilot, lambda: "reviewed 0/8" in shown(pilot.app))
        await pilot.press("a")
        assert "reviewed 1/8" in shown(pilot.app)

    app = welcome(review, script, size)
    assert app.session.reviewer == "Marta"
    assert not home.exists()


def test_the_name_is_kept_where_that_is_asked_for(review: Review, home: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Input).value = "Ann"
        await pilot.press("tab", "space", "shift+tab", "enter")
        await until(pilot, lambda: "reviewed 0/8" in shown(pilot.app))

    welcome(review, script)
    assert 'reviewer = "Ann"' in (home / "summarizer" / "config.toml").read_text("utf-8")


def test_leaving_at_the_first_question_writes_nothing(review: Review, home: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.is_running)

    assert not welcome(review, script).began
    assert not (review.folder / "orlund.review").exists()
    assert not home.exists()


@pytest.mark.parametrize("at", ["not a time", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-23:00", ""])
def test_a_time_in_the_log_that_is_none_is_left_out(at: str) -> None:
    assert bars.saved(at) == "" or len(bars.saved(at)) == len("14:03:11")


@pytest.mark.parametrize("opens", ["X", "f", "m", "slash", "e", "question_mark", "i"])
@pytest.mark.parametrize("key", ["enter", "escape", "ctrl+s"])
def test_keys_that_come_before_a_dialog_is_gone_close_nothing_else(review: Review, opens: str, key: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        await pilot.press(opens, *("z" if opens in "Xfme" else ""))
        before = app.screen_stack[0]
        for _ in range(3):
            app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert app.is_running
        assert app.screen_stack[0] is before
        await pilot.press("escape", "j")
        assert len(app.screen_stack) == 1

    review.play(script)
