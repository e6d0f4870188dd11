"""The view of disagreements, played at both sizes: what is shown side by side, what is decided, where it leads."""

from dataclasses import replace

import orlund
import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.records import Disagreement, Position
from summarizer.review.nouns import Resolution
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.views.disagreements import Disagreements

BOTH_SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def arrive(pilot: Pilot[None]) -> Disagreements:
    await pilot.press("2")
    app = app_of(pilot)
    await until(pilot, lambda: app.current.name_of_view == "disagreements" and app.reading.page("s3"))
    assert isinstance(app.current, Disagreements)
    return app.current


def decided(review: Review, name: str) -> Resolution | None:
    return review.session.state.resolutions.get(name)


def with_scope(review: Review) -> None:
    other = Disagreement(
        id="d3",
        about="six and six",
        kind="scope",
        positions=(
            Position(value="six weeks", citations=(orlund.REPAIRS,)),
            Position(value="84", citations=(orlund.ABOARD_84,)),
        ),
    )
    review.remake(replace(review.brief, disagreements=(other, *review.brief.disagreements)))


@BOTH_SIZES
def test_the_answers_stand_side_by_side_with_who_says_them_and_which_sentence_gives_them(
    review: Review, size: tuple[int, int]
) -> None:
    with_scope(review)

    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        text = shown(pilot.app)
        assert "Disagreement 1 of 2: people on board" in text
        assert "the same question, different answers" in text
        assert "> " in text
        assert "given by sentence 3" in text
        assert "The ferry company" in text
        assert [pane.is_on_screen for pane in (view.pane, view._other)] == [True, size is WIDE]
        assert view.pane.exact
        assert ("[1] gazette.txt" in text) is (size is NARROW)
        assert " 2 disagreements " in text, "what counts different things is none: nothing is to be decided of it"
        assert "2 Disagree 2 " in text or "2 Disagreements 2 " in text
        await pilot.press("G")
        assert "Different things 1 of 1" in shown(pilot.app)

    review.play(script, size=size)


@BOTH_SIZES
def test_a_value_is_used_with_a_reason_and_the_sentence_that_says_otherwise_is_pointed_out(
    review: Review, size: tuple[int, int]
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("j", "space", *"log", "enter")
        await pilot.pause()
        text = shown(pilot.app)
        assert "decided: use 91 (log)" in text
        assert "sentence 3 still says otherwise" in text
        assert "this value is used" in text
        await pilot.press("enter")
        await until(pilot, lambda: app_of(pilot).current.name_of_view == "brief")
        brief = app_of(pilot).current
        assert isinstance(brief, BriefView)
        assert brief.current_item is not None
        assert brief.current_item.id == "b3"

    review.play(script, size=size)
    found = decided(review, "d1")
    assert found is not None
    assert (found.how, found.value, found.reason) == ("use", "91", "log")


def test_a_reason_that_is_taken_back_decides_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("space", *"b i o", "escape", "i", "enter", "escape")

    review.play(script)
    assert decided(review, "d1") is None


def test_reporting_all_adds_the_missing_sentence_and_one_undo_takes_both_back(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("b")
        state = review.session.state
        assert [item.text for item in state.items if item.kind == "new"] == [orlund.ABOARD_91.quote]
        assert state.resolutions["d1"].how == "both"
        assert "added sentence 4" in shown(pilot.app)
        await until(pilot, lambda: review.session.state.items[3].verdict)
        await pilot.press("u")
        await pilot.pause()
        assert [item.kind for item in review.session.state.items if item.kind == "new"] == []
        assert review.session.state.resolutions == {}

    review.play(script)


def test_that_it_is_no_disagreement_needs_a_reason_and_can_be_taken_back(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("i", "enter", *"old", "enter")
        await pilot.pause()
        assert "decided: not a disagreement (old)" in shown(pilot.app)
        await pilot.press("o")
        assert review.session.state.resolutions == {}
        await pilot.press("u")
        assert review.session.state.resolutions["d1"].how == "none"

    review.play(script)


def test_from_question_to_question_and_to_those_that_are_open(review: Review) -> None:
    with_scope(review)

    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        names = []
        for key in ("right_square_bracket", "right_square_bracket", "right_square_bracket", "left_square_bracket", "n"):
            await pilot.press(key)
            names.append(view.question.id if view.question else "")
        assert names == ["d2", "d3", "d1", "d3", "d1"]
        await pilot.press("space", "enter", "n")
        await pilot.pause()
        assert "uses this answer" in shown(pilot.app), "the hint is of the question that the cursor is at"
        await pilot.press("n")
        await pilot.pause()
        assert "the only one that is open" in shown(pilot.app)

    review.play(script)


def test_what_counts_different_things_cannot_be_decided(review: Review) -> None:
    with_scope(review)

    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("left_square_bracket", "space", "b", "i")
        await pilot.pause()
        assert view.question is not None
        assert view.question.id == "d3"
        assert "nothing to decide" in shown(pilot.app)
        assert len(pilot.app.screen_stack) == 1

    review.play(script)
    assert review.session.state.resolutions == {}


def test_it_says_so_where_the_sources_do_not_disagree(review: Review) -> None:
    review.remake(replace(review.brief, disagreements=()))

    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("j", "space", "b", "i", "o", "n", "right_square_bracket", "enter", "p")
        assert "The sources disagree nowhere" in shown(pilot.app)

    review.play(script)


def test_a_second_window_decides_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        await pilot.press("space", "b", "i")
        await pilot.pause()
        assert "read only" in shown(pilot.app).lower()
        assert len(pilot.app.screen_stack) == 1

    with Session.open(review.brief, review.opening.path, "Marta"):
        review.play(script)
    assert review.session.state.resolutions == {}


def test_the_passages_of_an_answer_are_gone_through(review: Review) -> None:
    first, other = review.brief.disagreements[0].positions
    both = replace(first, citations=(orlund.ABOARD_84, orlund.STRUCK))
    question = replace(review.brief.disagreements[0], positions=(both, other))
    review.remake(replace(review.brief, disagreements=(question,)))

    async def script(pilot: Pilot[None]) -> None:
        await arrive(pilot)
        places = [f"chars {c.start}-{c.end}" for c in (orlund.ABOARD_84, orlund.STRUCK)]
        seen = []
        for _ in range(3):
            seen.append([place in shown(pilot.app) for place in places])
            await pilot.press("p")
            await pilot.pause()
        assert seen == [[True, False], [False, True], [True, False]]

    review.play(script)


def test_undo_leaves_the_cursor_at_the_answer(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = await arrive(pilot)
        await pilot.press("j", "space", "enter")
        await pilot.pause()
        assert view.place == 1
        await pilot.press("right_square_bracket", "left_square_bracket", "j", "u")
        await pilot.pause()
        assert review.session.state.resolutions == {}
        assert (view.question and view.question.id, view.place) == ("d1", 1)
        assert "taken back" in shown(pilot.app)

    review.play(script)
