"""The server on the loopback address. Every request passes the door before anything is done for it."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from aiohttp import WSMsgType, web

from summarizer.errors import Exit, UsageError
from summarizer.output.files import read_brief
from summarizer.review.children import command
from summarizer.review.opening import Opening
from summarizer.review.web.door import COOKIE, HOST, Door
from summarizer.review.web.page import SCRIPT, STYLE, headers, page, refusal
from summarizer.review.web.talking import Screens

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LARGEST = 1_000_000  # bytes of one message of a browser: a long paste
KINDS = {".js": "text/javascript", ".css": "text/css"}


def run(opening: Opening, port: int | None, say: Callable[[str, str], None]) -> int:
    """Serves until Ctrl-C. Raises UsageError for a brief that cannot be read and a port that cannot be had."""
    read_brief(opening.path)
    bound = _bound(port or 0)
    server = Server(opening, Door(bound.getsockname()[1]))
    say("review", f"open {server.door.link} (it works once; Ctrl-C ends the review, everything is saved)")
    try:
        asyncio.run(server.serve(bound))
    except KeyboardInterrupt:
        return Exit.WHOLE
    return Exit.WHOLE


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port))
        bound.listen()  # now, so that whoever is quick with the link waits and is not refused
    except (OSError, OverflowError) as error:
        bound.close()
        reason = getattr(error, "strerror", None) or "cannot be listened on"
        raise UsageError(f"--port {port}", reason, "name another port, or none") from None
    return bound


class Server:
    """One review behind one door."""

    def __init__(self, opening: Opening, door: Door) -> None:
        self.door = door
        self._opening = opening
        self._socket = f"ws://{door.host}{door.path}ws"
        self._leaving = asyncio.Lock()  # held while screens end: a page that is loaded again waits for their lock
        spec = find_spec("textual_serve")
        self._static = Path(spec.origin).parent / "static" if spec and spec.origin else Path()

    async def serve(self, bound: socket.socket) -> None:
        runner = web.AppRunner(self.app(), access_log=None, handle_signals=False)
        await runner.setup()
        try:
            await web.SockSite(runner, bound).start()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    def app(self) -> web.Application:
        app = web.Application()
        within = self.door.path
        for path, handler in ((within, self._page), (f"{within}ws", self._talk), (f"{within}{{name:.+}}", self._file)):
            app.router.add_get(path, self._guarded(handler), allow_head=False)
        app.router.add_get("/", self._enter, allow_head=False)
        app.router.add_route("*", "/{rest:.*}", self._nothing)
        app.on_response_prepare.append(self._with_headers)
        return app

    def _guarded(self, handler: Handler) -> Handler:
        async def held(request: web.Request) -> web.StreamResponse:
            if self._stranger(request, page=handler != self._talk) or not self.door.knows(request.cookies.get(COOKIE)):
                return _refused("This page is for the person who was shown its link.")
            return await handler(request)

        return held

    def _stranger(self, request: web.Request, *, page: bool = True) -> bool:
        return self.door.stranger(request.headers.get("Host"), request.headers.get("Origin"), page=page)

    async def _with_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(headers(self._socket))

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        cookie = None if self._stranger(request) else self.door.enter(request.query.get("token"))
        if cookie is None:
            return _refused("This link is wrong or was used already. Start `summarizer review --web` again.")
        response = web.HTTPSeeOther(self.door.path)
        response.set_cookie(COOKIE, cookie, path=self.door.path, httponly=True, samesite="Strict")
        return response

    async def _nothing(self, _request: web.Request) -> web.StreamResponse:
        return _refused("There is nothing here.", 404)

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        title = f"Review of {self._opening.path.name}"
        return web.Response(text=page(self.door.path, self._socket, title), content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """The page's style and script, and the terminal's own files: no others, whatever the path says."""
        name = request.match_info["name"]
        own = {"page.css": (STYLE, "text/css"), "page.js": (SCRIPT, "text/javascript")}
        if name in own:
            return web.Response(text=own[name][0], content_type=own[name][1])
        known = {f"static/{path}": path for path in ("css/xterm.css", "js/textual.js")}
        if name not in known:
            return _refused("There is nothing here.", 404)
        path = self._static / known[name]
        return web.Response(body=path.read_bytes(), content_type=KINDS[path.suffix], charset="utf-8")

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        """Screens for this browser until it goes or they end."""
        browser = web.WebSocketResponse(heartbeat=15, max_msg_size=LARGEST)
        await browser.prepare(request)
        width, height = _number(request.query.get("width"), 80), _number(request.query.get("height"), 24)
        async with self._leaving:
            screens = await Screens.start(_command(self._opening), width, height)

        async def draw() -> None:
            await screens.run(browser.send_bytes)
            await browser.close()

        drawing = asyncio.create_task(draw())
        try:
            async for message in browser:
                if message.type is WSMsgType.TEXT:
                    await screens.hear(message.data)
        finally:
            async with self._leaving:
                await screens.stop()
            drawing.cancel()
        return browser


def _refused(reason: str, status: int = 403) -> web.Response:
    return web.Response(text=refusal(reason), status=status, content_type="text/html")


def _number(given: str | None, otherwise: int) -> int:
    return int(given) if given and given.isascii() and given.isdigit() and 0 < len(given) < 5 else otherwise


def _command(opening: Opening) -> tuple[str, ...]:
    """What runs the screens, with all that they need to know."""
    known = {name: value for name, value in asdict(opening).items() if name != "clock"}
    return command("summarizer.review.web.screen", json.dumps(known, default=str))
