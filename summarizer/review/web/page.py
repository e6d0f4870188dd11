"""What the browser is given: one page that holds a terminal. Everything on it comes from this server, and it may ask
nothing of any other.
"""

import html
from collections.abc import Mapping

from summarizer.output.safe import line

STYLE = """
html, body { margin: 0; height: 100%; background: #121212; color: #e4e4e4; font: 16px/1.5 monospace; }
.textual-terminal { position: absolute; inset: 0; }
.over { display: none; padding: 3rem; }
body.-closed .textual-terminal { display: none; }
body.-closed .over { display: block; }
"""

# Keys go to the terminal at once, without a click into it. Runs after the terminal's own script has made it.
SCRIPT = """addEventListener("load", () => document.querySelector(".textual-terminal textarea")?.focus());
"""


def page(path: str, socket: str, title: str) -> str:
    """The page of the terminal. `path` is where its files are, `socket` the address of its websocket."""
    name, files, talk = (html.escape(line(text)) for text in (title, path, socket))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{name}</title>
<link rel="stylesheet" href="{files}static/css/xterm.css">
<link rel="stylesheet" href="{files}page.css">
<script src="{files}static/js/textual.js"></script>
<script src="{files}page.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{talk}" data-font-size="16"></div>
<p class="over">The review has ended; what you decided is saved. Reload this page to go on with it.
If it ends again at once, the terminal that it was started from says why.</p>
</body>
</html>
"""


def refusal(reason: str) -> str:
    """What whoever is not let in reads."""
    return f"<!DOCTYPE html>\n<title>Not here</title>\n<p>{html.escape(reason)}</p>\n"


def headers(socket: str) -> Mapping[str, str]:
    """With every answer: nothing from elsewhere, nothing kept, nothing told to other pages.

    The terminal writes its styles into the page as it draws, so those alone may stand in it.
    """
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "connect-src": socket,
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
