"""A real browser for tests: Chromium without a window, told what to do over its debugging socket.

What matters here is what it asks for: every request that a page makes is kept, whoever it is to.
"""

import asyncio
import base64
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
)
LIMIT = 30.0


def chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page. Use as an async context manager."""

    def __init__(self, program: str) -> None:
        self._program = program
        self.asked: list[str] = []  # the address of every request and socket of the page
        self.drawn = b""  # all that came over its websockets
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}

    async def __aenter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [self._program, *FLAGS, f"--user-data-dir={self._folder.name}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        port = await self.until(self._port, "the browser to start")
        self._session = ClientSession()
        async with self._session.get(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = await answer.json()
        address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
        self._socket: ClientWebSocketResponse = await self._session.ws_connect(address, max_msg_size=0)
        self._listening = asyncio.create_task(self._listen())
        for domain in ("Network", "Page", "Runtime"):
            await self.call(f"{domain}.enable")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._socket.close()
        await self._session.close()
        await asyncio.sleep(0)  # its connections are closed in the next turn of the loop
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    async def call(self, method: str, **given: Any) -> dict[str, Any]:
        """The answer to one command of the DevTools protocol."""
        self._number += 1
        self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(json.dumps({"id": self._number, "method": method, "params": given}))
        return await asyncio.wait_for(self._answers[self._number], LIMIT)

    async def press(self, key: str) -> None:
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def evaluate(self, script: str) -> Any:
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    async def screenshot(self, path: Path) -> None:
        picture = await self.call("Page.captureScreenshot")
        path.write_bytes(base64.b64decode(picture["data"]))

    async def drawn_text(self, words: str) -> str:
        """What was sent to the terminal, without its codes, once that holds `words`."""
        return await self.until(lambda: self._plain(words), f"{words!r} to be drawn")

    def _plain(self, words: str) -> str | None:
        text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.drawn.decode("utf-8", "replace"))
        return text if words in text else None

    def _port(self) -> str | None:
        file = Path(self._folder.name) / "DevToolsActivePort"
        return file.read_text().split("\n")[0] if file.exists() and file.stat().st_size else None

    async def until(self, look: Callable[[], str | None], what: str) -> str:
        for _ in range(int(LIMIT / 0.02)):
            if (found := look()) is not None:
                return found
            await asyncio.sleep(0.02)
        raise AssertionError(f"waited {LIMIT} s for {what}")

    async def _listen(self) -> None:
        async for message in self._socket:
            event = json.loads(message.data)
            given = event.get("params", {})
            match event.get("method"):
                case None:
                    self._answers[event["id"]].set_result(event.get("result", {}))
                case "Network.requestWillBeSent":
                    self.asked.append(given["request"]["url"])
                case "Network.webSocketCreated":
                    self.asked.append(given["url"])
                case "Network.webSocketFrameReceived" if given["response"]["opcode"] == 2:
                    self.drawn += base64.b64decode(given["response"]["payloadData"])
