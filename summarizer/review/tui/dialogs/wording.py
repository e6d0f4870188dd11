"""What a check says, on one line: the glyph, the word, and the first reason against it."""

from textual.content import Content

from summarizer.output.safe import line
from summarizer.records import Verdict
from summarizer.review.tui.look import VERDICTS


def said_of(when: str, verdict: Verdict | None) -> Content:
    """`when`: what it is the verdict of ("as it is", "with this")."""
    if verdict is None:
        return Content(f"{when}: not checked")
    disputed = verdict.status == "supported" and verdict.against
    mark = VERDICTS["disputed" if disputed else verdict.status]
    reason = next((line(f"{check.name}: {check.detail}") for check in verdict.checks if not check.ok), "")
    style = f"bold ${mark.colour}" if mark.colour else "bold"
    return Content.assemble(f"{when}: ", (f"{mark.glyph} {mark.word}", style), f"   {reason}" if reason else "")
