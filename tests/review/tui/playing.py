"""A review of the made-up brief, played with the pilot: keys go in, and what stands on the screen comes out.

def test_accepts(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        assert "A" in shown(pilot.app)

    review.play(script, size=(80, 24))
    assert review.session.state.item("b1").choice == "accepted"
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import orlund
from textual.app import App
from textual.pilot import Pilot

from summarizer.records import Brief
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp

Script = Callable[[Pilot[None]], Awaitable[None]]
WIDE, NARROW = (120, 36), (80, 24)


def shown(app: App[None]) -> str:
    """What stands on the screen now, a line of text for each line of it."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def until(pilot: Pilot[None], condition: Callable[[], object], seconds: float = 30) -> None:
    """Waits for what must come to hold, and fails if it does not."""
    async with asyncio.timeout(seconds):
        while not condition():
            await pilot.pause(0.01)
    await pilot.pause()


async def click(pilot: Pilot[None], text: str, nth: int = 0) -> None:
    """Clicks in the middle of `text`, where it stands on the screen for the `nth` time."""
    places = [
        (found.start() + len(text) // 2, y)
        for y, row in enumerate(shown(pilot.app).split("\n"))
        for found in re.finditer(re.escape(text), row)
    ]
    await pilot.click(offset=places[nth])


@dataclass
class Review:
    """One reviewer at the brief. `app` and `session` are those of the last `play`, which closes the session."""

    folder: Path
    brief: Brief
    opening: Opening
    app: ReviewApp = field(init=False)
    session: Session = field(init=False)

    def play(self, script: Script, *, size: tuple[int, int] = WIDE, reviewer: str = "Marta", pasted: float = 0) -> None:
        """Opens the brief at `size` (columns, rows), does what `script` does, and leaves.

        `pasted` is the time between keys, in seconds, under which `a` and `x` count as pasted: a pilot types faster
        than that.
        """
        with Session.open(self.brief, self.opening.path, reviewer, take_over=self.opening.take_over) as self.session:
            self.app = ReviewApp(self.opening, self.brief, self.session)
            self.app.pasted = pasted

            async def main() -> None:
                async with self.app.run_test(size=size) as pilot:
                    await pilot.pause()
                    await script(pilot)

            asyncio.run(main())

    def remake(self, brief: Brief) -> None:
        """Another brief at the same place, for the plays that follow."""
        self.brief = brief
        self.opening.path.write_text(brief.to_json(), "utf-8")

    def opened(self, *, keymap: Mapping[str, str] | None = None, theme: str | None = None) -> None:
        """Other options, for the plays that follow."""
        self.opening = replace(self.opening, keymap=keymap or self.opening.keymap, theme=theme or self.opening.theme)


def prepared(folder: Path) -> Review:
    """The brief of `orlund.py`, written to `folder`."""
    brief = orlund.brief(folder)
    path = folder / "orlund.json"
    path.write_text(brief.to_json(), "utf-8")
    return Review(folder, brief, Opening(path=path, reviewer="Marta", clock=lambda: "14:03:11"))
