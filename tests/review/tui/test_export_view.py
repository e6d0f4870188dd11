"""The view that writes the reviewed brief, played with the pilot: by keys alone and by mouse, and what can go wrong."""

import json
from pathlib import Path

import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input

from summarizer.output.files import read_brief
from summarizer.output.json import loads
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.views.export import ExportView
from summarizer.review.tui.views.picks import Picks


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def opened(pilot: Pilot[None]) -> ExportView:
    """The view, after some decisions."""
    app = app_of(pilot)
    if not app.session.read_only:
        app.session.decide("b1", "accepted")
        app.session.decide("b6", "rejected", "nobody says it")
        app.session.decide("b5", "accepted", "editor confirmed by phone")
        app.session.decide("b4", "flagged", "six days or weeks?")
    await pilot.press("w")
    await until(pilot, lambda: isinstance(app.current, ExportView))
    assert isinstance(app.current, ExportView)
    return app.current


def name(pilot: Pilot[None], path: Path) -> None:
    pilot.app.query_one("#to", Input).value = str(path)


async def told(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in " ".join(shown(pilot.app).replace("│", " ").split()))


def written(path: Path) -> list[tuple[str, str]]:
    """(id, choice) of each sentence of a reviewed brief in JSON."""
    brief = loads(path.read_text("utf-8"), str(path))
    return [(s.id, s.decisions[0].choice) for s in brief.sentences if s.decisions]


def exports(review: Review) -> list[object]:
    """What the log says was written."""
    log = (review.session.folder / "Marta.jsonl").read_text("utf-8").splitlines()
    return [event["data"] for event in map(json.loads, log) if event["op"] == "export"]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_counts_before_it_writes(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        screen = shown(pilot.app)
        assert "8 sentences: 2 accepted, 1 rejected (left out), 1 flagged, 4 open" in screen
        assert '! 1 accepted though not fully borne out: 5 "editor confirmed by phone"' in screen
        assert ". open: 2, 3, 7, 8" in screen
        assert "! disagreements not resolved: d1, d2" in screen
        assert 'F flagged: 4 "six days or weeks?"' in screen
        assert "orlund.reviewed.md" in screen
        assert "reviewers" not in screen.replace("reviewed", "")  # nobody else has reviewed it

    review.play(script, size=size)


def test_writes_by_keys_alone(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("right", "right")  # JSON
        await pilot.press("j", "space")  # rejected: kept in
        await pilot.press("enter")
        await told(pilot, "written:")
        assert "JSON" in shown(pilot.app)
        assert "kept in" in shown(pilot.app)
        await told(pilot, "what is not settled is marked in it")

    review.play(script)
    path = review.folder / "orlund.reviewed.json"
    assert dict(written(path))["b6"] == "rejected"
    assert exports(review) == [{"path": str(path), "format": "json"}]
    assert read_brief(review.opening.path) == review.brief  # never touched


def test_writes_by_mouse(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        row = next(y for y, words in enumerate(shown(pilot.app).split("\n")) if "HTML" in words)
        await pilot.click(offset=Offset(shown(pilot.app).split("\n")[row].index("HTML"), row))
        assert pilot.app.query_one("#to", Input).value.endswith("orlund.reviewed.html")
        await pilot.click("#to")
        await pilot.press("enter")
        await told(pilot, "written:")

    review.play(script)
    assert (review.folder / "orlund.reviewed.html").read_text("utf-8").startswith("<!")


def test_the_ending_that_is_typed_chooses_the_format(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("j", "j")
        assert isinstance(pilot.app.focused, Input)
        assert "orlund.reviewed.md" in shown(pilot.app)
        await pilot.press("end", *["backspace"] * 2, *"json")
        assert pilot.app.query_one("#format", Picks).index == 2
        await pilot.press("enter")
        await told(pilot, "written:")

    review.play(script)
    assert ("b1", "accepted") in written(review.folder / "orlund.reviewed.json")


def test_asks_before_it_writes_over_a_file(review: Review) -> None:
    path = review.folder / "mine.md"
    path.write_text("mine")

    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        name(pilot, path)
        await pilot.press("enter")
        assert "mine.md is there already" in shown(pilot.app)
        await pilot.press("escape", "1")
        assert path.read_text() == "mine"
        await pilot.press("w", "enter", "enter")
        await told(pilot, "written:")

    review.play(script)
    assert path.read_text("utf-8").startswith("#")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("orlund.json", "is the brief itself"),
        ("orlund.review/Marta.jsonl", "lies among the files of the review"),
        ("", "is a folder"),
        ("none/out.md", "NOT WRITTEN"),
    ],
)
def test_a_place_that_will_not_do(review: Review, place: str, why: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        name(pilot, review.folder / place)
        await pilot.press("enter")
        await told(pilot, why)

    review.play(script)
    assert read_brief(review.opening.path) == review.brief
    assert not exports(review)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_whose_words_to_take(review: Review, size: tuple[int, int]) -> None:
    with Session.open(review.brief, review.opening.path, "Kim") as kim:
        kim.edit("b2", "Two were hurt, Kim says.")
        kim.decide("b1", "rejected", "no")

    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        app.session.edit("b2", "Two were hurt, Marta says.")
        await opened(pilot)
        name(pilot, review.folder / "out.json")
        await pilot.press("enter")
        await told(pilot, "choose whose words to take")
        await pilot.press("j", "j", "right", "right", "enter")  # all, in the words of Kim
        await told(pilot, "written:")

    review.play(script, size=size)
    brief = loads((review.folder / "out.json").read_text("utf-8"), "out.json")
    assert "Two were hurt, Kim says." in [s.text for s in brief.sentences]
    assert brief.review is not None
    assert {reviewer.name for reviewer in brief.review.reviewers} == {"Kim", "Marta"}


def test_without_the_others(review: Review) -> None:
    with Session.open(review.brief, review.opening.path, "Kim") as kim:
        kim.decide("b2", "rejected", "no")

    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        name(pilot, review.folder / "out.json")
        await pilot.press("j", "j", "left", "enter")
        await told(pilot, "written:")

    review.play(script)
    brief = loads((review.folder / "out.json").read_text("utf-8"), "out.json")
    assert brief.review is not None
    assert [reviewer.name for reviewer in brief.review.reviewers] == ["Marta"]


def test_to_the_first_that_is_open(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        await opened(pilot)
        await pilot.press("ctrl+d")
        await until(pilot, lambda: isinstance(app.current, BriefView))
        assert isinstance(app.current, BriefView)
        assert app.current.current_item is not None
        assert app.current.current_item.id == "b2"
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.current, ExportView))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.current, BriefView))

    review.play(script)


def test_nothing_is_open(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        await opened(pilot)
        for item in app.session.state.open:
            app.session.decide(item.id, "accepted", "all is well")
        app.changed()
        await pilot.press("ctrl+d")
        await told(pilot, "nothing is open")

    review.play(script)


def test_a_session_that_is_read_only_writes_what_is_decided(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        name(pilot, review.folder / "out.json")
        await pilot.press("enter")
        await told(pilot, "written:")

    with Session.open(review.brief, review.opening.path, "Marta") as other:
        other.decide("b1", "accepted")
        review.play(script)
    assert written(review.folder / "out.json") == [("b1", "accepted")]
    assert not exports(review)
