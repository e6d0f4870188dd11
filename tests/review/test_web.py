"""The review in a browser: only whoever was shown the link, only on this machine, nothing from elsewhere."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from email.message import Message
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from conftest import ROOT

from summarizer.cli import main
from summarizer.review.children import environ
from summarizer.review.opening import Opening
from summarizer.review.web.door import COOKIE, Door
from summarizer.review.web.page import headers, page
from summarizer.review.web.screen import opening_of

needs_web = pytest.mark.skipif(
    find_spec("aiohttp") is None or find_spec("textual_serve") is None,
    reason="the extra is not installed: pip install 'summarizer[web]'",
)
STRANGE_HOSTS = ("evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", "evil.example:{port}", "[::1]:{port}", "")
UPGRADE = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"} | {
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="
}


def test_the_link_lets_in_once() -> None:
    door = Door(8123)
    token = door.link.partition("token=")[2]
    assert not door.knows(None)
    assert door.enter(None) is None
    assert door.enter("") is None
    assert door.enter(token[:-1]) is None
    assert door.enter("é\ud800") is None
    cookie = door.enter(token)
    assert cookie is not None
    assert cookie != token
    assert door.link == ""
    assert door.enter(token) is None
    assert door.knows(cookie)
    assert not door.knows(cookie[:-1])
    assert not Door(8123).knows(cookie)


def test_no_two_doors_share_a_secret() -> None:
    assert len({Door(1).link for _ in range(50)} | {Door(1).path for _ in range(50)}) == 100
    assert len(Door(1).link.partition("token=")[2]) >= 43  # 256 bits


ASKING = [
    # host, origin, a page (else a socket), whether a stranger's
    ("127.0.0.1:80", None, True, False),
    ("127.0.0.1:80", "http://127.0.0.1:80", True, False),
    ("127.0.0.1:80", "http://127.0.0.1:80", False, False),
    ("127.0.0.1:80", None, False, True),
    ("127.0.0.1:80", "null", True, True),
    ("127.0.0.1:80", "https://127.0.0.1:80", True, True),
    ("127.0.0.1:80", "http://127.0.0.1:81", True, True),
    ("127.0.0.1:80", "http://evil.example", False, True),
    ("127.0.0.1:81", None, True, True),
    ("evil.example", None, True, True),
    ("evil.example:80", "http://127.0.0.1:80", False, True),
    (None, None, True, True),
]


@pytest.mark.parametrize(("host", "origin", "asks_page", "strange"), ASKING)
def test_who_asks(host: str | None, origin: str | None, asks_page: bool, strange: bool) -> None:
    assert Door(80).stranger(host, origin, page=asks_page) is strange


def test_the_page_holds_nothing_from_elsewhere_and_no_words_of_strangers_act() -> None:
    text = page("/p/", "ws://127.0.0.1:1/p/ws", 'Review of <script>x</script>\x1b]0;y\x07".json')
    assert set(re.findall(r'(?:src|href|[a-z-]+-url)="([^"]*)"', text)) == {
        "/p/static/css/xterm.css",
        "/p/page.css",
        "/p/page.js",
        "/p/static/js/textual.js",
        "ws://127.0.0.1:1/p/ws",
    }
    assert "<script>x" not in text
    assert "\x1b" not in text
    policy = headers("ws://127.0.0.1:1/p/ws")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "connect-src ws://127.0.0.1:1/p/ws;" in policy


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    monkeypatch.setattr("summarizer.review.web.find_spec", lambda _name: None)
    assert main(["review", "--web", str(tmp_path / "b.json")]) == 2
    assert "pip install 'summarizer[web]'" in capsys.readouterr().err


def test_the_screens_get_the_whole_opening() -> None:
    from dataclasses import asdict

    opening = Opening(path=Path("b é.json"), reviewer='M "K"', root=Path("x"), take_over=True, keymap={"accept": "y"})
    known = {name: value for name, value in asdict(opening).items() if name != "clock"}
    assert opening_of(json.dumps(known, default=str)) == opening


class Answer(NamedTuple):
    status: int
    headers: Message

    def header(self, name: str) -> str:
        return self.headers.get(name, "")


class Served(NamedTuple):
    """A review that is being served, and its brief."""

    link: str
    host: str
    brief: Path

    def get(self, path: str, **given: str) -> Answer:
        """The answer to a plain request; `given` are its headers, "_" standing for "-"."""
        own = {name.replace("_", "-"): value for name, value in given.items()}
        connection = HTTPConnection(self.host, timeout=20)
        connection.putrequest("GET", path, skip_host="Host" in own)
        for name, value in own.items():
            connection.putheader(name, value)
        connection.endheaders()
        with closing(connection), connection.getresponse() as answer:
            return Answer(answer.status, answer.headers)


@pytest.fixture
def served(seeds: Path, tmp_path: Path) -> Iterator[Served]:
    brief = tmp_path / "b.json"
    assert main(["brief", str(seeds), "-o", str(brief)]) == 0
    command = [sys.executable, "-m", "summarizer", "review", "--web", str(brief), "--reviewer", "Marta"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        link = next((word for word in first.split() if word.startswith("http://")), "")
        assert link, first
        yield Served(link, urlsplit(link).netloc, brief)
        process.terminate()


def entered(served: Served) -> tuple[str, str]:
    """The path behind the door, and the cookie that opens it."""
    answer = served.get(f"/?{urlsplit(served.link).query}")
    assert answer.status == 303
    cookie = answer.header("Set-Cookie")
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
    path = answer.header("Location")
    assert f"Path={path}" in cookie
    return path, cookie.partition(";")[0]


@needs_web
def test_strangers_are_refused_whatever_they_know(served: Served) -> None:
    query = urlsplit(served.link).query
    assert served.get("/").status == 403
    assert served.get("/?token=wrong").status == 403
    port = served.host.rpartition(":")[2]
    for host in STRANGE_HOSTS:  # a name that was made to point here
        assert served.get(f"/?{query}", Host=host.format(port=port)).status in (400, 403)
    assert served.get(f"/?{query}", Origin="http://evil.example").status == 403
    path, cookie = entered(served)  # none of these has used it up
    assert served.get(f"/?{query}").status == 403  # now it is
    for name in ("", "ws", "page.css", "page.js", "static/js/textual.js"):
        assert served.get(path + name).status == 403
        assert served.get(path + name, Cookie=f"{COOKIE}=wrong").status == 403
        assert served.get(path + name, Cookie=cookie, Host="evil.example").status == 403
        assert served.get(path + name, Cookie=cookie, Origin="http://evil.example").status == 403
    for socket in (UPGRADE, UPGRADE | {"Origin": f"http://{served.host}"}):
        assert served.get(f"{path}ws", **socket).status == 403
        assert served.get(f"{path}ws", **socket | {"Cookie": f"{COOKIE}="}).status == 403
    assert served.get(f"{path}ws", **UPGRADE, Cookie=cookie).status == 403  # a browser names its page
    for name in ("../door.py", "static/../../page.py", "static/", "static/fonts/x.ttf", "%2e%2e/x"):
        assert served.get(path + name, Cookie=cookie).status in (403, 404)


@needs_web
def test_whoever_has_the_link_gets_the_page_the_files_and_the_screens(served: Served) -> None:
    path, cookie = entered(served)
    for name in ("", "page.css", "page.js", "static/js/textual.js", "static/css/xterm.css"):
        answer = served.get(path + name, Cookie=cookie)
        assert answer.status == 200
        assert "default-src 'none'" in answer.header("Content-Security-Policy")
        assert answer.header("Cache-Control") == "no-store"
    answer = served.get(f"{path}ws", **UPGRADE, Cookie=cookie, Origin=f"http://{served.host}")
    assert answer.status == 101


def accepted(brief: Path) -> int:
    logs = brief.with_suffix(".review").glob("*.jsonl")
    return sum(log.read_text("utf-8").count('"choice":"accepted"') for log in logs)


@needs_web
def test_a_real_browser_reviews_and_asks_nobody_else(served: Served, tmp_path: Path) -> None:
    from browser import Browser, chromium

    program = chromium()
    if program is None:
        pytest.skip("no Chromium is installed: a real browser cannot be tried")
    first = json.loads(served.brief.read_text("utf-8"))["sentences"][0]["text"]

    async def review() -> list[str]:
        async with Browser(program) as browser:
            await browser.call("Page.navigate", url=served.link)
            await browser.drawn_text(" ".join(first.split()[:3]))
            await browser.press("a")
            await browser.until(lambda: "yes" if accepted(served.brief) == 1 else None, "a decision in the log")
            browser.drawn = b""
            await browser.call("Page.reload")
            await browser.drawn_text("resumed, 1 of")  # and not read-only: the screens before have ended
            await browser.press("a")
            await browser.until(lambda: "yes" if accepted(served.brief) == 2 else None, "another one")
            await browser.screenshot(tmp_path / "screen.png")
            # What the page's own script would do for a link with ?ping=: its policy does not let it out.
            refused = await browser.evaluate("fetch('http://127.0.0.1:9/x').then(() => 'sent', () => 'refused')")
            assert refused == "refused"
            return browser.asked

    asked = asyncio.run(review())
    assert any(address.startswith(f"ws://{served.host}/") for address in asked)
    assert {urlsplit(address).netloc for address in asked if "/x" not in address} == {served.host}
    assert (tmp_path / "screen.png").stat().st_size > 5_000


BROKEN_SCREENS = """
import sys
from summarizer.review.tui.app import ReviewApp
from summarizer.review.web import screen

def fails(self):
    kept = "a local" + " variable"
    raise ValueError("\x1b]2;PWNED\x07" + str(len(kept)))

ReviewApp.compose = fails
sys.exit(screen.main())
"""


@pytest.mark.parametrize("debug", [False, True])
def test_a_bug_of_the_screens_is_one_line_of_the_server(seeds: Path, tmp_path: Path, debug: bool) -> None:
    brief = tmp_path / "b.json"
    assert main(["brief", str(seeds), "-o", str(brief)]) == 0
    told = json.dumps(asdict(Opening(path=brief, reviewer="Marta", debug=debug)), default=str)
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN_SCREENS, told],
        env=environ(TEXTUAL_DRIVER="textual.drivers.web_driver:WebDriver", COLUMNS="80", ROWS="24"),
        stdin=subprocess.PIPE,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 3
    *trace, said = ended.stderr.splitlines()
    assert said.startswith("summarizer: error: review: ended by a bug of the program (ValueError: ")
    assert "every decision is saved in" in said
    assert bool(trace) is debug
    assert "a local variable" not in ended.stderr
    assert "\x1b" not in ended.stderr
