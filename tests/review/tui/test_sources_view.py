"""The view of the sources, played at both sizes: copies, alarms, what hides in them, what is cited of them."""

import hashlib
from dataclasses import replace

import orlund
import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.records import Difference
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.views.sources import Sources

BOTH_SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def arrive(pilot: Pilot[None]) -> Sources:
    await pilot.press("4")
    app = app_of(pilot)
    await until(pilot, lambda: isinstance(app.current, Sources) and len(app.current._hidden) == len(app.brief.sources))
    assert isinstance(app.current, Sources)
    return app.current


@BOTH_SIZES
def test_each_source_with_its_copies_and_what_is_known_of_it(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        text = shown(pilot.app)
        assert "> [1] gazette.txt" in text
        assert "near-copy, one voice with [3]: 60 % of [3]" in text
        assert "outlet unknown, no date" in text
        assert view.pane.text == orlund.TEXTS["gazette.txt"]
        await pilot.press("j")
        await pilot.pause()
        assert view.source == "s2"
        assert view.pane.text == orlund.TEXTS["herald.txt"]

    review.play(script, size=size)


@BOTH_SIZES
def test_what_is_cited_is_gone_through_and_leads_to_its_sentence(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        lit = []
        for key in ("right_square_bracket", "right_square_bracket", "left_square_bracket", "left_square_bracket"):
            await pilot.press(key)
            lit.append(view.spot.citation if view.spot else None)
        assert lit == [orlund.STRUCK, orlund.HURT, orlund.STRUCK, orlund.ABOARD_84]
        await pilot.pause()
        assert "Cited by sentence 3" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app_of(pilot).current, BriefView))
        brief = app_of(pilot).current
        assert isinstance(brief, BriefView)
        assert brief.current_item is not None
        assert brief.current_item.id == "b3"

    review.play(script, size=size)


@BOTH_SIZES
def test_a_click_on_what_is_cited_goes_to_its_sentence(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        region = view.pane.region
        rows = shown(pilot.app).split("\n")
        at = next(
            (x, y) for y in range(region.y, region.bottom) if (x := rows[y].find("Sigrun struck", region.x)) >= region.x
        )
        await pilot.click(offset=at)
        await until(pilot, lambda: isinstance(app_of(pilot).current, BriefView))
        brief = app_of(pilot).current
        assert isinstance(brief, BriefView)
        assert brief.current_item is not None
        assert brief.current_item.id == "b1"

    review.play(script, size=size)


def test_enter_gives_the_text_the_keys_and_lights_what_is_cited_first(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("enter")
        assert view.pane.has_focus
        assert view.spot is not None
        assert view.spot.citation == orlund.STRUCK
        await pilot.press("tab", "j")
        assert view.source == "s2"
        assert view.spot is None

    review.play(script)


def test_where_copies_differ_one_leads_to_the_other(review: Review) -> None:
    places = (orlund.HURT, replace(orlund.BROUGHT, corroborates=False))
    alarm = Difference(about="taken / brought", citations=places)
    first, *rest = review.brief.origins
    review.remake(replace(review.brief, origins=(replace(first, differences=(alarm,)), *rest)))

    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        assert "! [1] and [3] are copies of one text but differ: taken / brought" in " ".join(
            shown(pilot.app).replace("│", " ").split()
        )
        while not (view.spot and view.spot.alarm):
            await pilot.press("right_square_bracket")
        await pilot.press("enter")
        await pilot.pause()
        assert view.source == "s3"
        assert view.spot is not None
        assert view.spot.citation.quote == orlund.BROUGHT.quote

    review.play(script)


def test_what_hides_is_counted_and_a_source_that_has_changed_says_so(review: Review) -> None:
    text = orlund.TEXTS["radio.txt"] + "\x1b[31m\x1b[0m\u202e"
    (review.folder / "radio.txt").write_text(text, "utf-8", newline="\n")
    (review.folder / "herald.txt").write_text("Something else.", "utf-8")
    *others, radio = review.brief.sources
    radio = replace(radio, sha256=hashlib.sha256(text.encode()).hexdigest())
    review.remake(
        replace(
            review.brief,
            sources=(*others, radio),
            left_out=("x.bin",),
            warnings=("x.bin: no text in it", "the model was slow"),
        )
    )

    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await until(pilot, lambda: app_of(pilot).reading.trouble("s2"))
        await pilot.press("G")
        await pilot.pause()
        text = shown(pilot.app)
        assert "! 2 escape codes, 1 direction mark" in text
        assert "! has changed since" in text
        assert "Left out of the brief" in text
        assert "no text in it" in text
        assert "the model was slow" in text
        await pilot.press("enter", "right_square_bracket")
        assert "\x1b" not in shown(pilot.app)

    review.play(script)


def test_it_says_so_where_there_is_no_source(review: Review) -> None:
    review.remake(
        replace(review.brief, sources=(), origins=(), sentences=(), disagreements=(), withheld=(), uncovered=())
    )

    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("j", "enter", "right_square_bracket")
        assert "The brief lists no sources" in shown(pilot.app)

    review.play(script)
