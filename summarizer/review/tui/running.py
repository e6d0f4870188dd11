"""A sitting from the first screen to the last line: opens the session, plays the screens, says what is left to do.

Whatever ends the screens, the session is closed and the last words are said on the terminal as it was before.
"""

from collections.abc import Callable

from summarizer.errors import Exit
from summarizer.output.files import read_brief
from summarizer.output.safe import line
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.ending import play


def run(opening: Opening, say: Callable[[str], None] | None = None) -> int:
    """The exit code: whole when every sentence is decided, marked while some are open, interrupted by a signal. `say`
    gets a line when the screen is the shell's again: what is open, and where everything is saved. Raises Bug.
    """
    brief = read_brief(opening.path)
    session = None
    if opening.reviewer is not None:
        session = Session.open(brief, opening.path, opening.reviewer, take_over=opening.take_over)
    app = ReviewApp(opening, brief, session)
    try:
        play(app, "review", lambda: saved(app))
    finally:
        app.end()
    if not app.began:
        return app.return_code or Exit.MARKED
    if say:
        say(parting(app.session))
    return app.return_code or (Exit.MARKED if app.session.state.open or app.session.unsaved else Exit.WHOLE)


def parting(session: Session) -> str:
    """What is said on the way out, on one line."""
    state = session.state
    counts = f"{len(state.open)} of {len(state.items)} open"
    if session.unsaved:
        return f"{counts}; NOT SAVED: {line(session.unsaved)}"
    return f"{counts}; saved in {line(str(session.folder))}"


def saved(app: ReviewApp) -> str:
    """What has become of the decisions when a bug has ended the screens; the session is closed first, which tries once
    more to write what could not be."""
    app.end()
    if not app.began:
        return "nothing was decided yet"
    if app.session.unsaved:
        return f"what was decided last is NOT SAVED: {line(app.session.unsaved)}"
    return f"every decision is saved in {line(str(app.session.folder))}"
