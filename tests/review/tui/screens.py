"""The pictures of the screens in docs/images, drawn by the program itself: python tests/review/tui/screens.py

They are what the tests hold the screens to as well, so that a picture in the docs is never older than the program.
"""

import asyncio
import os
import re
import tempfile
from contextlib import chdir
from pathlib import Path

from textual.pilot import Pilot

from summarizer import summarize
from summarizer.output.files import read_brief
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp

ROOT = Path(__file__).parents[3]
IMAGES = ROOT / "docs" / "images"
WIDE, NARROW = (120, 36), (80, 24)

# What is pressed before the picture is taken.
SCENES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "review-brief": (WIDE, ("a", "a", "x", "j")),
    "review-narrow": (NARROW, ("j",)),
    "review-disagreements": (WIDE, ("2",)),
    "review-uncovered": (WIDE, ("3",)),
    "review-sources": (WIDE, ("4",)),
    "review-edit": (WIDE, ("e", *["backspace"] * 12)),
    "review-recite": (WIDE, ("j", "j", "c")),
    "review-export": (WIDE, ("a", "6")),
}
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # from a server elsewhere: a picture loads nothing


def draw(scene: str, brief: str) -> str:
    """The picture of one scene as SVG, of a review of `brief`, the text of a brief.json."""
    size, keys = SCENES[scene]
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        path = Path("brief.json")
        path.write_text(brief, "utf-8")
        opening = Opening(path=path, reviewer="Marta K.", root=ROOT, clock=lambda: "14:03:11")
        with Session.open(read_brief(path), path, "Marta K.") as session:
            app = ReviewApp(opening, session.brief, session)
            app.pasted = 0
            return _FONTS.sub("", asyncio.run(_played(app, size, keys)))


async def _played(app: ReviewApp, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with app.run_test(size=size) as pilot:
        await _rest(app, pilot)
        for key in keys:
            await pilot.press(key)
            await _rest(app, pilot)
        return app.export_screenshot(title="summarizer review", simplify=True)


async def _rest(app: ReviewApp, pilot: Pilot[None]) -> None:
    """Until nothing goes on: sources are read, checks are done, what they changed is painted."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def seeds() -> str:
    """The brief of the seeds, as it is made now."""
    return summarize([str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]).to_json().replace(f"{ROOT}/", "")


def main() -> None:
    """Draws every scene anew."""
    IMAGES.mkdir(exist_ok=True)
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    brief = seeds()
    for scene in SCENES:
        (IMAGES / f"{scene}.svg").write_text(draw(scene, brief), "utf-8")


if __name__ == "__main__":
    main()
