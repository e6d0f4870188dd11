"""The view of what is not covered, played at both sizes: adding, ignoring, undoing, and the coverage of each source."""

from dataclasses import replace

import orlund
import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.views.uncovered import UncoveredView

BOTH_SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def arrive(pilot: Pilot[None]) -> UncoveredView:
    await pilot.press("3")
    app = app_of(pilot)
    await until(pilot, lambda: isinstance(app.current, UncoveredView) and app.current.row == "u1")
    assert isinstance(app.current, UncoveredView)
    return app.current


@BOTH_SIZES
def test_it_lists_what_no_sentence_cites_with_its_origins_and_the_evidence_of_the_current_one(
    review: Review, size: tuple[int, int]
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        text = shown(pilot.app)
        assert f"> (1) {orlund.MARKET.quote[:30]}" in text
        assert "[2] herald.txt" in text
        assert view.pane.exact
        assert "+ adds it" in text
        await pilot.press("c")
        await pilot.pause()
        text = shown(pilot.app)
        assert "% cited" in text
        assert "[1] gazette.txt" in text
        assert ("> [1] gazette.txt" in text) is True
        await pilot.press("c")
        assert view.rows_list.has_focus

    review.play(script, size=size)


@BOTH_SIZES
def test_what_is_added_is_checked_stands_where_it_belongs_and_says_so(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("j", "plus")
        await until(pilot, lambda: (item := review.session.state.item("u2")) and item.verdict)
        await until(pilot, lambda: view._basis == view._counting)
        assert view.row != "u2"
        view.go_to("u2")
        await pilot.pause()
        assert "open in the brief" in shown(pilot.app)
        assert "Added to the brief" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app_of(pilot).current, BriefView))
        brief = app_of(pilot).current
        assert isinstance(brief, BriefView)
        assert brief.current_item is not None
        assert brief.current_item.id == "u2"

    review.play(script, size=size)
    ids = [item.id for item in review.session.state.items]
    assert ids[ids.index("u2") - 1] == "b3"  # which cites what stands before it in the source
    item = review.session.state.item("u2")
    assert item is not None
    assert item.choice is None
    assert item.supported


def test_an_addition_that_is_undone_is_listed_again_under_the_cursor(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("plus")
        await until(pilot, lambda: view._basis == view._counting and view.row != "u1")
        await pilot.press("u")
        await until(pilot, lambda: view.row == "u1")
        assert review.session.state.item("u1") is None

    review.play(script)


@BOTH_SIZES
def test_what_is_ignored_keeps_its_reason_and_can_come_back(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("i", "enter", *"dull", "enter")
        await pilot.pause()
        assert review.session.state.ignored == {"u1": "dull"}
        assert view.row != "u1"
        await pilot.press("G")
        await pilot.pause()
        assert view.row == "u1"
        assert "why: dull" in shown(pilot.app)
        await pilot.press("i")
        await pilot.pause()
        assert review.session.state.ignored == {}

    review.play(script, size=size)


def test_enter_in_the_coverage_goes_to_the_source(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("c", "j", "enter")
        await until(pilot, lambda: app_of(pilot).current.name_of_view == "sources")
        assert "> [2] herald.txt" in shown(pilot.app)

    review.play(script)


def test_a_second_window_adds_and_ignores_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("plus", "i")
        await pilot.pause()
        assert "read only" in shown(pilot.app)
        assert (view.row, len(pilot.app.screen_stack)) == ("u1", 1)

    with Session.open(review.brief, review.opening.path, "Marta"):
        review.play(script)
    assert review.session.state.item("u1") is None


def test_it_says_so_where_everything_is_cited(review: Review) -> None:
    cited = [orlund.cite(text.strip(), source=f"s{n}") for n, text in enumerate(orlund.TEXTS.values(), 1)]
    first = replace(review.brief.sentences[0], citations=tuple(cited))
    review.remake(replace(review.brief, sentences=(first,), uncovered=()))

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("3")
        await until(pilot, lambda: "Everything that the sources say is cited" in shown(pilot.app))
        await pilot.press("plus", "i", "enter", "j", "n")
        assert len(review.session.state.items) == 1

    review.play(script)


def test_a_search_goes_from_match_to_match_and_escape_ends_it(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("slash", *"DIVERS", "enter")
        await pilot.pause()
        assert view.row == "u2"
        assert '1 with "DIVERS"' in shown(pilot.app)
        await pilot.press("slash", *["backspace"] * 6, *"zebra", "enter")
        await pilot.pause()
        assert 'nothing has "zebra"' in shown(pilot.app)
        await pilot.press("escape", "tab", "slash", *"pier", "enter")
        await pilot.pause()
        assert view.pane.matches[1] > 1
        await pilot.press("n")
        assert view.pane.matches[0] == 2
        await pilot.press("escape")
        assert view.pane.matches == (0, 0)

    review.play(script)


def test_a_source_that_has_changed_is_counted_again(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        assert not any(share.note for share in view._shares)
        (review.folder / "herald.txt").write_text("Something else.", "utf-8")
        app = app_of(pilot)
        app.reading._run(app.reading._look)
        await until(pilot, lambda: [bool(share.note) for share in view._shares] == [False, True, False])

    review.play(script)
