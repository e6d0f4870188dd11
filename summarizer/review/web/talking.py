"""One process of the screens, and what passes between it and one browser. What is typed there goes nowhere else.

Textual's web driver speaks in packets: a letter, four bytes of length, the data. "D" is what a terminal would be sent
or would send, "M" a message of JSON about the terminal itself. Whatever else a browser sends is dropped.
"""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from summarizer.review.children import environ

READY = b"__GANGLION__\n"
GOODBYE = 5.0  # seconds that the screens get to end by themselves
LARGEST = 10_000  # cells in a row or a column: more is no window


class Screens:
    """Started with `start`; `run` passes on what they draw until they end; `stop` ends them."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str], width: int, height: int) -> "Screens":
        driver = "textual.drivers.web_driver:WebDriver"
        told = environ(TEXTUAL_DRIVER=driver, TEXTUAL_COLOR_SYSTEM="truecolor", COLUMNS=str(width), ROWS=str(height))
        # Of a session of its own: Ctrl-C ends the server, which then lets the screens end as they should.
        started = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, env=told, start_new_session=True
        )
        return cls(started)

    async def run(self, draw: Callable[[bytes], Awaitable[None]]) -> None:
        """Passes on every "D" packet; ends with the process, or when it says that it ends."""
        out = self._process.stdout
        if out is None:
            raise RuntimeError("start() comes first")
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await out.readuntil(READY)
            while True:
                kind, size = await out.readexactly(1), await out.readexactly(4)
                data = await out.readexactly(int.from_bytes(size, "big"))
                if kind == b"D":
                    await draw(data)
                elif kind == b"M" and _message(data).get("type") == "exit":
                    return

    async def hear(self, text: str) -> None:
        """What the browser says: ["stdin", keys], ["resize", {width, height}], ["focus"] or ["blur"]."""
        said = _parsed(text)
        match said:
            case ["stdin", str(keys)]:
                await self._send(b"D", keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}] if 0 < min(width, height) <= LARGEST:
                size = {"width": min(width, LARGEST), "height": min(height, LARGEST)}
                await self._send(b"M", json.dumps({"type": "resize", **size}).encode())
            case ["focus" | "blur" as kind]:
                await self._send(b"M", json.dumps({"type": kind}).encode())

    async def stop(self) -> None:
        """Lets them end as if a person had left, and ends them if they do not."""
        await self._send(b"M", b'{"type": "quit"}')
        try:
            await asyncio.wait_for(self._process.wait(), GOODBYE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()

    async def _send(self, kind: bytes, data: bytes) -> None:
        if self._process.stdin is not None:
            with suppress(ConnectionError):
                self._process.stdin.write(kind + len(data).to_bytes(4, "big") + data)
                await self._process.stdin.drain()


def _parsed(text: str) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(text)
    return None


def _message(data: bytes) -> dict[str, Any]:
    said = _parsed(data.decode("utf-8", "replace"))
    return said if isinstance(said, dict) else {}
