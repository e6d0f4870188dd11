"""Text of strangers in every place that a dialog or the export shows: it is shown, and does nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.records import Brief
from summarizer.review.changing import drafts
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView

ACTS = "\x1b]0;PWNED\x07\x9b31m\x1b[2J\u202e[red]x[/red][/][@click=app.exit]QUIT[/] $x {y}\udc80"
NEVER = set("\x1b\x07\x9b\u202e\x00\u2066\udc80")
FILE = "ga\x1b[31mzette\u202e[@click=app.exit]QUIT.txt"


def hostile(review: Review) -> Brief:
    """The made-up brief with such text in its sentences, its quotes and its file names."""
    (review.folder / "gazette.txt").rename(review.folder / FILE)
    brief = review.brief
    sources = tuple(replace(s, path=FILE, title=ACTS) if s.id == "s1" else s for s in brief.sources)
    sentences = tuple(replace(s, text=f"{s.text} {ACTS}", id=f"b/../{n}\x1b") for n, s in enumerate(brief.sentences))
    made = replace(brief, sources=sources, sentences=sentences, disagreements=())
    review.brief = made
    return made


async def clicked(pilot: Pilot[None]) -> int:
    """Clicks on every QUIT that can be seen; how many there were."""
    found = [(x, y) for y, row in enumerate(shown(pilot.app).split("\n")) if (x := row.find("QUIT")) >= 0]
    for x, y in found:
        await pilot.click(offset=(x + 1, y))
        assert pilot.app.is_running
    return len(found)


def unharmed(pilot: Pilot[None]) -> None:
    assert not set(shown(pilot.app)) & NEVER
    assert pilot.app.is_running


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("key", ["e", "c"])
def test_dialogs(review: Review, size: tuple[int, int], key: str) -> None:
    hostile(review)

    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        assert isinstance(app.current, BriefView)
        name = review.brief.sentences[0].id
        drafts.keep(drafts.place(app.session.folder, app.session.reviewer, name), f"draft {ACTS}")
        app.current.go_to(name)
        await pilot.press(key)
        await until(pilot, lambda: "searching" not in shown(app))
        assert "QUIT" in shown(app)
        unharmed(pilot)
        assert await clicked(pilot) > 0
        unharmed(pilot)
        if key == "c":
            await pilot.press("j", "v", "plus")
        else:
            await pilot.press("x", "ctrl+s")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: app.checks.left == 0)
        unharmed(pilot)
        item = app.session.state.item(name)
        assert item is not None
        assert item.edited
        assert key == "c" or not set(item.text) & NEVER  # what a person saves is safe for whoever reads it

    review.play(script, size=size, reviewer="../[red]Ma[/]rta $x")
    assert sorted(path.name for path in Path(review.folder).iterdir()) == sorted(
        [FILE, "herald.txt", "orlund.json", "orlund.review", "radio.txt"]
    )


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_export(review: Review, size: tuple[int, int]) -> None:
    hostile(review)
    with Session.open(review.brief, review.opening.path, "Kim [@click=app.exit]QUIT[/]") as kim:
        kim.decide(kim.state.items[1].id, "rejected", ACTS)

    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        for item in app.session.state.items[:3]:
            app.session.decide(item.id, "accepted", ACTS)
        app.session.decide(app.session.state.items[4].id, "flagged", ACTS)
        app.action_view_export()
        await until(pilot, lambda: "format" in shown(app))
        unharmed(pilot)
        assert await clicked(pilot) > 0
        unharmed(pilot)
        assert "Kim [@click" in shown(app)

    review.play(script, size=size)
