"""The same screens in a browser on this machine, for the one person who was shown the link. Beside `tui`, the only room
that knows Textual, and the only one that imports what serves it.

door       who is let in: the link that works once, the cookie it becomes, which host and which page may ask
page       what the browser is given: one page, all of it from here
talking    one process of the screens, and what passes between it and one browser
serving    the server on the loopback address
screen     what that process runs

Textual's own server is not used: it lets in whoever finds the port, and its page loads a font from elsewhere. Only its
terminal for the browser is, a file of JavaScript, which is why the extra `web` asks for it.
"""

from collections.abc import Callable
from importlib.util import find_spec

from summarizer.errors import UsageError
from summarizer.review.opening import Opening


def serve(opening: Opening, port: int | None, say: Callable[[str, str], None]) -> int:
    """Serves the review until it is interrupted; `say` is told the link. The exit code.

    Raises UsageError where the extra is not installed, the brief cannot be read or the port cannot be had.
    """
    missing = [name for name in ("aiohttp", "textual_serve") if find_spec(name) is None]
    if missing:
        raise UsageError("--web", f"{missing[0]} is not installed", "run: pip install 'summarizer[web]'")
    from summarizer.review.web.serving import run

    return run(opening, port, say)
