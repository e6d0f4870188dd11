"""The view of what was withheld, played at both sizes: why, and back into the brief."""

from dataclasses import replace

import orlund
import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.views.withheld import WithheldView

BOTH_SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def arrive(pilot: Pilot[None]) -> WithheldView:
    await pilot.press("5")
    app = app_of(pilot)
    await until(pilot, lambda: isinstance(app.current, WithheldView) and app.reading.page("s3"))
    assert isinstance(app.current, WithheldView)
    return app.current


@BOTH_SIZES
def test_each_with_why_it_was_withheld_and_by_whom_it_was_worded(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        text = shown(pilot.app)
        assert "Nobody was hurt.  [1]" in text
        assert "withheld: negation: nobody" in text
        assert "worded by a model" in text
        assert "in a source's own words" in text
        assert view.pane.exact
        assert "stays withheld unless +" in text

    review.play(script, size=size)


@BOTH_SIZES
@pytest.mark.parametrize("key", ["plus", "space"])
def test_what_is_restored_is_checked_and_open_in_the_brief(review: Review, size: tuple[int, int], key: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("j", key)
        await until(pilot, lambda: (item := review.session.state.item("w2")) and item.verdict)
        assert "restored: open in the brief" in shown(pilot.app)
        await pilot.press(key)
        await pilot.pause()
        assert "in the brief already" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app_of(pilot).current, BriefView))
        brief = app_of(pilot).current
        assert isinstance(brief, BriefView)
        assert brief.current_item is not None
        assert brief.current_item.text == orlund.UNKNOWN.quote

    review.play(script, size=size)
    item = review.session.state.item("w2")
    assert item is not None
    assert item.choice is None
    assert item.verdict is not None
    assert item.verdict.status == "supported"


def test_undo_withholds_it_again(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("plus")
        assert review.session.state.item("w1") is not None
        await pilot.press("j", "u")
        await pilot.pause()
        assert review.session.state.item("w1") is None
        assert view.row == "w1"

    review.play(script)


def test_a_second_window_restores_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("plus")
        await pilot.pause()
        assert "read only" in shown(pilot.app)

    with Session.open(review.brief, review.opening.path, "Marta"):
        review.play(script)
    assert review.session.state.item("w1") is None


def test_it_says_so_where_nothing_was_withheld(review: Review) -> None:
    review.remake(replace(review.brief, withheld=()))

    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("plus", "space", "enter", "j", "G", "right_square_bracket")
        assert "Nothing was withheld" in shown(pilot.app)

    review.play(script)
