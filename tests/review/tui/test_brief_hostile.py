"""Text of strangers in every place that the brief view shows: it is shown, and does nothing."""

import asyncio
import hashlib
import re
from dataclasses import replace

import pytest
from playing import NARROW, WIDE, Review, shown, until
from recording_driver import RecordingDriver
from textual.events import Paste
from textual.pilot import Pilot

from summarizer.records import Brief, Check, Citation, Origin, Position, Verdict
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp

ACTS = (
    "QUIT\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x07\x1b[2J\x9b31m\x90q\x9c\x00\x7f\u202e\u2066[red]x[/red][/]"
    "[@click=app.exit]QUIT[/][$primary]y[B]z[/B][type=x, v={'a[0]'}]\u200b\u2028\xad$x {y}\udc80\U000e0041"
)
FILE = "QUIT\x1b[31mzette\u202e[@click=app.exit]QUIT.txt"
# What the program itself writes: colours, places, modes, the mouse's shape, the clipboard when that is asked for.
OWN = re.compile(
    r"\x1b\[[0-9;?>=:]*[A-Za-z]|\x1b\[[0-9;?]*\$p|\x1b[78=>]|\x1b\](?:52;c;[A-Za-z0-9+/=]*|22;[a-z-]*)\x07"
)
NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\u2066\xad\ud800-\udfff\U000e0041]")


def hostile(review: Review) -> Brief:
    """The made-up brief with such text in every field that the view shows, and in a source."""
    text = ACTS.replace("\udc80", "") + (review.folder / "gazette.txt").read_text("utf-8")
    (review.folder / FILE).write_text(text, "utf-8", newline="\n")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    brief = review.brief
    head = text[: len(ACTS) - 1]
    here = Citation(source="s1", start=0, end=len(head), quote=head, prefix=ACTS, suffix=ACTS)
    nowhere = Citation(source=ACTS, start=3, end=9, quote=ACTS)
    lost = replace(here, source="s2", quote=ACTS)
    checks = (Check(name=ACTS, ok=False, detail=ACTS), Check(name=ACTS, ok=True, detail=ACTS))
    said = Verdict(status="contradicted", by=(ACTS,), checks=checks, against=(nowhere, here))
    evil = replace(
        brief.sentences[0],
        text=ACTS,
        citations=(here, nowhere, lost),
        section=ACTS,
        said_by=ACTS,
        upstream=ACTS,
        verdict=said,
    )
    answer = Position(value=ACTS, said_by=ACTS, counts=ACTS, citations=(nowhere,))
    question = replace(brief.disagreements[0], id=ACTS, about=ACTS, sentences=("b1",), positions=(answer, answer))
    first, *others = brief.sources
    return replace(
        brief,
        title=ACTS,
        sources=(replace(first, path=FILE, sha256=sha256, title=ACTS, outlet=ACTS), *others),
        origins=(Origin(id=ACTS, sources=("s1", ACTS), kind="reprint", reason=ACTS), *brief.origins[1:]),
        sentences=(evil, *brief.sentences[1:]),
        disagreements=(question, *brief.disagreements[1:]),
    )


async def every_row(pilot: Pilot[None]) -> int:
    """Clicks on one of these words in every row that shows any, never in the same place; how many rows there were."""
    rows = [
        (y, [found.start() + 1 for found in re.finditer(r"QUIT|PWNED|\[red\]|app\.exit", row)])
        for y, row in enumerate(shown(pilot.app).split("\n"))
    ]
    places = [(found[y % len(found)], y) for y, found in rows if found]
    for place in places:
        await pilot.click(offset=place)
        assert pilot.app.is_running
    return len(places)


def played(review: Review, brief: Brief, size: tuple[int, int]) -> str:
    """All that a terminal would have got from a review of `brief` with every key."""
    with Session.open(brief, review.opening.path, "Marta") as session:
        app = ReviewApp(review.opening, brief, session)
        app.pasted = 0
        app.driver_class = RecordingDriver

        async def main() -> None:
            async with app.run_test(size=size, headless=False) as pilot:
                await until(pilot, lambda: all(app.reading.page(source.id) for source in brief.sources))
                await pilot.pause()
                assert "PWNED" in shown(pilot.app)
                assert await every_row(pilot) > 3
                keys = (
                    "right_square_bracket right_square_bracket tab j tab j o o tab i escape y m Q enter question_mark"
                )
                await pilot.press(*keys.split(), "escape", "slash", *"quit", "enter", "n", "escape")
                for key in ("X", "f", "a"):
                    app.current.go_to("b1")
                    await pilot.press(key, "z", "enter", "u")
                app.notify("x", markup=False)
                await every_row(pilot)
                driver = app._driver
                assert isinstance(driver, RecordingDriver)
                written.append("".join(driver.written))

        written: list[str] = []
        asyncio.run(main())
        return written[0]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_that_acts_reaches_the_terminal(review: Review, size: tuple[int, int]) -> None:
    brief = hostile(review)
    with Session.open(brief, review.opening.path, "Jo" + ACTS.replace("\udc80", "").replace("\x00", "")) as other:
        other.decide("b1", "rejected", ACTS.replace("\udc80", ""))
        other.note("b1", "x")
    written = played(review, brief, size)
    assert "PWNED" in written
    assert not NEVER.findall(OWN.sub("", written))
    copied = list(re.findall(r"\x1b\]52;c;([^\x07]*)", written))
    assert len(copied) == 1
    assert copied[0] != "UFdORUQ="


def test_the_hostile_source_keeps_its_offsets(review: Review) -> None:
    review.brief = hostile(review)

    async def script(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "chars 0-" in shown(pilot.app))
        page = review.app.desk.page("s1")
        citation = review.brief.sentences[0].citations[0]
        assert page.text[citation.start : citation.end] == citation.quote
        assert "exact" in shown(pilot.app)

    review.play(script)


@pytest.mark.parametrize("way", ["action_command_palette", "search_themes"])
def test_what_is_pasted_into_the_palette_does_nothing(review: Review, way: str) -> None:
    with Session.open(review.brief, review.opening.path, "Marta") as session:
        app = ReviewApp(review.opening, review.brief, session)
        app.driver_class = RecordingDriver

        async def main() -> None:
            async with app.run_test(size=WIDE, headless=False) as pilot:
                await pilot.pause()
                getattr(app, way)()
                await until(pilot, lambda: app.screen.focused)
                app.post_message(Paste("PWNED" + ACTS))
                await until(pilot, lambda: "PWNED" in shown(app))
                driver = app._driver
                assert isinstance(driver, RecordingDriver)
                assert not NEVER.findall(OWN.sub("", "".join(driver.written)))

        asyncio.run(main())
