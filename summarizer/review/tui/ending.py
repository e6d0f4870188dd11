"""How the screens end when nobody has asked them to: by a bug of the program, or by a signal from outside.

Textual would print a traceback with every local variable, whole articles and decisions among them, as they are. Here
nothing of it is printed: the exception is kept, the terminal is given back, and a Bug is raised, which is one line.
"""

import asyncio
import os
import signal
from collections.abc import Callable

from rich.console import RenderableType
from textual.app import App
from textual.worker import WorkerFailed

from summarizer.errors import Bug, Exit, SummarizerError

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
GRACE = 2.0  # seconds to leave in good order in: a terminal that is gone may hang
LONGEST = 200  # code points of what an exception says of itself: it may quote an article


class Ending(App[None]):
    """An app that never prints what went wrong with it. `failure` is the first exception that nobody caught."""

    heeds = False  # signals: only where there is a terminal to give back
    failure: BaseException | None = None

    def on_load(self) -> None:
        if self.heeds:
            loop = asyncio.get_running_loop()
            for number in (getattr(signal, name, None) for name in SIGNALS):
                if number is not None:
                    loop.add_signal_handler(number, self.interrupted, loop, number)

    def interrupted(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        """Leaves as a person would, whatever is open; what is being typed is kept. A second signal ends it at once."""
        loop.remove_signal_handler(number)
        loop.call_later(GRACE, os.kill, os.getpid(), number)
        self.exit(return_code=Exit.INTERRUPTED)

    def _handle_exception(self, error: Exception) -> None:
        """Where Textual brings every exception of a handler, a timer, a callback, a worker, a paint.

        While the screens are being left, a timer may still find its widgets gone: that is no end by a bug.
        """
        if self.heeds and self._exit:
            return
        if self.failure is None:
            self.failure = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Called with the traceback where keys cannot be read, and after `_handle_exception` for a fault of styles."""
        from rich.traceback import Traceback

        for shown in renderables:
            if isinstance(shown, Traceback) and self.failure is None and self.return_code is None:
                first = shown.trace.stacks[0]
                self.failure = OSError(f"the terminal cannot be read ({first.exc_type}: {first.exc_value})")
        self._close_messages_no_wait()


def play(app: Ending, where: str, kept: Callable[[], str]) -> None:
    """Runs the screens until they end. Raises Bug where an exception ended them; `kept` says what is safe then.

    An error of a user's, which a screen should have shown, is raised as it is.
    """
    app.heeds = True
    try:
        app.run()
    except SummarizerError:
        raise
    except Exception as error:
        raise bug(error, where, kept()) from error
    if isinstance(app.failure, SummarizerError):
        raise app.failure
    if app.failure is not None:
        raise bug(app.failure, where, kept()) from app.failure


def bug(error: BaseException, where: str, kept: str) -> Bug:
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    short = said if len(said) <= LONGEST else f"{said[:LONGEST]} …"
    return Bug(where, f"ended by a bug of the program ({short})", f"{kept}; --debug shows the traceback")
