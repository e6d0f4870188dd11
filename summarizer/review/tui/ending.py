"""Told to end from outside (the machine goes down, the window is closed): as with `q`, so that nothing typed is lost.

The terminal may be gone by then, so that leaving in good order may hang or fail: after a moment it is left as told.
"""

import asyncio
import os
import signal
from contextlib import suppress

from textual.app import App

from summarizer.errors import Exit

SIGNALS = ("SIGTERM", "SIGHUP")
GRACE = 2.0  # seconds


def when_told(app: App[None]) -> None:
    """Ends `app` at the first such signal. Nothing where there are none (Windows), or the app is in no terminal."""
    if app.is_headless or app.is_web:
        return
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, _told, loop, number, app)


def _told(loop: asyncio.AbstractEventLoop, number: int, app: App[None]) -> None:
    loop.remove_signal_handler(number)  # a second one ends it at once
    loop.call_later(GRACE, os.kill, os.getpid(), number)
    app.exit(return_code=Exit.INTERRUPTED)
