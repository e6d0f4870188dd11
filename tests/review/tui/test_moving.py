"""The evidence follows the cursor: keys and mouse, at both sizes."""

import hashlib
from dataclasses import replace

import orlund
import pytest
from playing import NARROW, WIDE, Review, click, shown, until
from textual import events
from textual.pilot import Pilot

from summarizer.review.tui import reading
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def view(pilot: Pilot[None]) -> BriefView:
    assert isinstance(pilot.app, ReviewApp)
    assert isinstance(pilot.app.current, BriefView)
    return pilot.app.current


def at(pilot: Pilot[None]) -> str:
    item = view(pilot).current_item
    return item.id if item else ""


def lit(pilot: Pilot[None]) -> str:
    """What stands reversed in the source pane, as one line."""
    region = view(pilot).query_one("#source").region
    rows = pilot.app.screen._compositor.render_strips()[region.y : region.bottom]
    words = []
    for row in rows:
        for segment in row.crop(region.x, region.right):
            if segment.style and segment.style.reverse and segment.style.bold:
                words.append(segment.text)
    return " ".join(" ".join(words).split())


async def settled(pilot: Pilot[None]) -> None:
    """The sources are read."""
    app = pilot.app
    assert isinstance(app, ReviewApp)
    await until(pilot, lambda: all(app.reading.page(source.id) for source in app.brief.sources))
    await pilot.pause()


@SIZES
def test_the_cited_span_is_lit_after_every_move(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for sentence in review.brief.sentences:
            assert at(pilot) == sentence.id
            assert lit(pilot) == " ".join(sentence.citations[0].quote.split())
            await pilot.press("j")
        assert at(pilot) == "b8"

    review.play(script, size=size)


LEADS = [
    ("j", "b2"),
    ("down", "b2"),
    ("j j k", "b2"),
    ("j j up", "b2"),
    ("G", "b8"),
    ("end", "b8"),
    ("G g", "b1"),
    ("end home", "b1"),
    ("k", "b1"),
    ("G j", "b8"),
    ("n", "b3"),
    ("n n", "b4"),
    ("n n N", "b3"),
    ("N", "b7"),
    ("space b pagedown pageup", "b1"),
]


@SIZES
def test_where_keys_lead(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for keys, there in LEADS:
            await pilot.press("g", *keys.split())
            assert (keys, at(pilot)) == (keys, there)

    review.play(script, size=size)


def test_evidence_goes_round_across_files_and_says_what_is_against(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert "[1] gazette.txt" in shown(pilot.app)
        await pilot.press("]")
        assert lit(pilot) == orlund.HIT.quote
        assert "passage 2 of 2" in shown(pilot.app)
        await pilot.press("]")
        assert lit(pilot) == orlund.STRUCK.quote
        await pilot.press("j", "j", "[")
        assert lit(pilot) == orlund.ABOARD_91.quote
        assert "says otherwise" in shown(pilot.app)

    review.play(script)


def test_other_cited_spans_of_the_source_are_underlined(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        rows = pilot.app.screen._compositor.render_strips()
        words = "".join(s.text for row in rows for s in row if s.style and s.style.underline and not s.style.reverse)
        assert "Two passengers were taken" in words
        assert "Divers looked" not in words

    review.play(script)


def test_paging_the_source_leaves_the_cursor_and_the_focus(review: Review) -> None:
    text = "\n\n".join(f"Paragraph {n} is about nothing." for n in range(200))
    path = review.folder / "gazette.txt"
    whole = path.read_text("utf-8") + text
    path.write_text(whole, "utf-8", newline="\n")
    sources = tuple(
        replace(s, sha256=hashlib.sha256(whole.encode()).hexdigest()) if s.id == "s1" else s
        for s in review.brief.sources
    )
    review.remake(replace(review.brief, sources=sources))

    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert "Sigrun" in shown(pilot.app).split("Source")[-1]
        before = lit(pilot)
        await pilot.press("space")
        await pilot.press("space")
        assert lit(pilot) == ""
        assert before
        assert at(pilot) == "b1"
        assert view(pilot).query_one("#sentences").has_focus
        await pilot.press("b", "b")
        assert lit(pilot) == before

    review.play(script)


@SIZES
def test_clicks(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await click(pilot, "Two passengers were taken")
        assert at(pilot) == "b2"
        await click(pilot, "[3]", nth=1)
        assert at(pilot) == "b2"
        assert lit(pilot) == orlund.BROUGHT.quote
        await click(pilot, "[1]", nth=1)
        assert lit(pilot) == orlund.HURT.quote

    review.play(script, size=size)


def test_a_click_on_a_span_that_another_sentence_cites_goes_to_it(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("j")
        await click(pilot, "The ferry Sigrun struck", nth=1)
        assert at(pilot) == "b1"
        assert lit(pilot) == orlund.STRUCK.quote

    review.play(script)


def test_a_click_on_a_place_in_the_panel_lights_it(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await click(pilot, "[3] radio.txt")
        assert lit(pilot) == orlund.HIT.quote

    review.play(script)


def test_text_that_looks_like_a_marker_does_nothing(review: Review) -> None:
    first, *others = review.brief.sentences
    review.remake(
        replace(review.brief, sentences=(replace(first, text="See [3] and [@click=app.exit]this[/]."), *others))
    )

    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await click(pilot, "[3]")
        assert lit(pilot) == orlund.STRUCK.quote
        await click(pilot, "this[/]")
        assert pilot.app.is_running
        assert "[@click=app.exit]this[/]" in shown(pilot.app)

    review.play(script)


def test_the_wheel_scrolls_and_moves_no_cursor(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        pane = view(pilot).query_one("#sentences")
        await pilot.resize_terminal(120, 20)
        await pilot.pause()
        before = pane.scroll_offset.y
        await pilot._post_mouse_events([events.MouseScrollDown], pane, offset=(5, 3))
        await until(pilot, lambda: pane.scroll_offset.y > before)
        assert at(pilot) == "b1"

    review.play(script)


def test_resizing_keeps_the_span_in_view(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("G")
        for size in ((80, 24), (60, 16), (200, 50), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await until(pilot, lambda: lit(pilot) == orlund.CLOSED.quote)

    review.play(script)


def test_one_pane_where_there_is_little_room(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert "Brief" in shown(pilot.app)
        assert "gazette.txt" not in shown(pilot.app)
        await pilot.press("tab")
        assert "gazette.txt" in shown(pilot.app)
        assert lit(pilot) == orlund.STRUCK.quote
        await pilot.press("tab")
        assert "Verdict" in shown(pilot.app)
        await pilot.press("shift+tab", "shift+tab", "a")
        assert review.session.state.items[0].choice == "accepted"

    review.play(script, size=(50, 14))


def test_too_small_says_so_and_comes_back(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(39, 12)
        await pilot.pause()
        assert shown(pilot.app).split() == ["please", "enlarge,", "or", "use", "--plain"]
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "please enlarge" not in shown(pilot.app)
        assert "reviewed 0/8" in shown(pilot.app)

    review.play(script)


def test_maximised_and_back(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("tab", "o")
        assert "gazette.txt" in shown(pilot.app)
        assert "8 sentences" not in shown(pilot.app)
        await pilot.press("o")
        assert "8 sentences" in shown(pilot.app)
        await pilot.press("o", "escape")
        assert "8 sentences" in shown(pilot.app)

    review.play(script)


@SIZES
def test_keys_in_the_source_pane_are_its_own(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("tab", "j", "G", "g", "k")
        assert at(pilot) == "b1"
        await pilot.press("a")
        assert review.session.state.items[0].choice == "accepted"

    review.play(script, size=size)


def test_search_in_the_brief(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"pier", "enter")
        assert "3 with" in shown(pilot.app)
        assert at(pilot) == "b1"
        await pilot.press("n")
        assert at(pilot) == "b7"
        await pilot.press("n")
        assert at(pilot) == "b8"
        await pilot.press("N")
        assert at(pilot) == "b7"
        await pilot.press("escape", "g", "n")
        assert at(pilot) == "b3"

    review.play(script)


def test_search_in_the_source(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("tab", "slash", *"divers", "enter")
        assert "match 1 of 1" in shown(pilot.app)
        await pilot.press("n", "escape")
        assert "match" not in shown(pilot.app).splitlines()[3]
        assert at(pilot) == "b1"

    review.play(script)


def test_seen_is_what_rested_on_the_screen(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("j", "j", "k", "k")
        await until(pilot, lambda: review.session.state.items[0].seen)
        assert [item.seen for item in review.session.state.items[:3]] == [{"s1"}, frozenset(), frozenset()]
        await until(pilot, lambda: "seen 1 of 2 sources" in shown(pilot.app))
        await pilot.press("]")
        await until(pilot, lambda: review.session.state.items[0].seen == {"s1", "s3"})

    review.play(script)


def test_a_source_that_changes_is_said_and_vouches_for_nothing(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AGAIN", 0.05)

    async def script(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert "* " not in shown(pilot.app)
        (review.folder / "gazette.txt").write_text("other words", "utf-8")
        await until(pilot, lambda: "has changed" in shown(pilot.app))
        assert "A CITED SOURCE HAS CHANGED" in shown(pilot.app)
        assert orlund.STRUCK.quote[:20] in shown(pilot.app)
        assert lit(pilot) == ""
        await pilot.press("a")
        assert "Why accept it?" in shown(pilot.app)

    review.play(script)
