"""Text of strangers in every place that the other views show: it is shown, and does nothing."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.pilot import Pilot

from summarizer.records import Brief, Citation, Difference
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.views.listing import Listing
from summarizer.review.tui.views.rowlist import RowList

ACTS = "QUIT\x1b]0;PWNED\x07\x9b31m\x1b[2J\u202e[red]x[/red][/][@click=app.exit]QUIT[/] $x {y}\udc80"
NEVER = set("\x1b\x07\x9b\u202e\x00\u2066\udc80")
FILE = "QUIT\x1b[31mzette\u202e[@click=app.exit]QUIT.txt"


def hostile(review: Review) -> Brief:
    """The made-up brief with such text in every field that a view shows, and in a source."""
    text = (review.folder / "gazette.txt").read_text("utf-8") + ACTS.replace("\udc80", "")
    (review.folder / FILE).write_text(text, "utf-8", newline="\n")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    brief = review.brief
    first, *others = brief.sources
    nowhere = Citation(source=ACTS, start=3, end=9, quote=ACTS)
    positions: list[Any] = [
        replace(p, value=ACTS + p.value, said_by=ACTS, counts=ACTS, citations=(nowhere, *p.citations))
        for p in brief.disagreements[0].positions
    ]
    evil, scope = (
        replace(brief.disagreements[0], id=ACTS + kind, about=ACTS, kind=kind, positions=tuple(positions))
        for kind in ("conflict", "scope")
    )
    origin, *more = brief.origins
    places = brief.sentences[0].citations[0], brief.sentences[0].citations[1]
    made = replace(
        brief,
        sources=(replace(first, path=FILE, sha256=sha256, title=ACTS, outlet=ACTS, agencies=(ACTS,)), *others),
        origins=(replace(origin, reason=ACTS, differences=(Difference(about=ACTS, citations=places),)), *more),
        disagreements=(evil, scope),
        withheld=tuple(replace(w, text=ACTS + w.text, reasons=(ACTS,), citations=(nowhere,)) for w in brief.withheld),
        uncovered=tuple(replace(u, text=ACTS + u.text) for u in brief.uncovered),
        left_out=(ACTS,),
        warnings=(ACTS + ": no text", ACTS[::-1], ACTS),
    )
    review.brief = made
    return made


def unharmed(pilot: Pilot[None]) -> None:
    assert not set(shown(pilot.app)) & NEVER
    assert pilot.app.is_running


async def clicked(pilot: Pilot[None], view: str) -> int:
    """Clicks on every QUIT that can be seen, coming back to the view each time; how many there were."""
    app = pilot.app
    assert isinstance(app, ReviewApp)
    found = [(x, y) for y, row in enumerate(shown(app).split("\n")) if (x := row.rfind("QUIT")) >= 0]
    for x, y in found:
        await pilot.click(offset=(x + 1, y))
        unharmed(pilot)
        app.go(view)
        await until(pilot, lambda: app.current.name_of_view == view)
    return len(found)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("view", "acts"),
    [
        ("disagreements", "p ] [ n space q enter b o i q enter ] j enter"),
        ("uncovered", "plus i q enter c j enter"),
        ("sources", "] enter 4 G enter g tab ] ] ]"),
        ("withheld", "plus j space enter"),
    ],
)
def test_nothing_acts(review: Review, size: tuple[int, int], view: str, acts: str) -> None:
    hostile(review)

    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        app.go(view)
        await until(pilot, lambda: app.current.name_of_view == view and "QUIT" in shown(app))
        front = app.current
        assert isinstance(front, Listing)
        await until(pilot, lambda: front.query_one("#rows", RowList).current is not None)
        unharmed(pilot)
        assert await clicked(pilot, view) > 0
        names = {"]": "right_square_bracket", "[": "left_square_bracket"}
        for key in acts.split():
            await pilot.press(names.get(key, key))
            await pilot.pause()
            unharmed(pilot)
        await until(pilot, lambda: app.checks.left == 0)
        unharmed(pilot)

    review.play(script, size=size, reviewer="Ma[/]rta $x")
