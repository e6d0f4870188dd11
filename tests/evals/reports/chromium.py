"""A real browser for the page, driven over two pipes: no port, no driver of another project, no network."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from itertools import count
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe"),
    *("--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--host-resolver-rules=MAP * ~NOTFOUND"),
)


def installed() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Tab:
    """One page. `errors` collects what the console says is wrong, a breach of the page's policy among it."""

    def __init__(self, commands: RawIOBase, answers: BufferedReader) -> None:
        self._commands = commands
        self._answers = answers
        self._ids = count(1)
        self._session = ""
        self._seen: list[str] = []
        self.errors: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def open(self, page: Path, fragment: str = "", width: int = 1400, height: int = 900, dark: bool = False) -> None:
        """Shows `page`, a file, as a screen of that size does; afterwards it is loaded."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=scheme)
        for url in ("about:blank", page.as_uri() + fragment):  # another fragment alone would load nothing anew
            self._seen.clear()
            self.call("Page.navigate", url=url)
            while "Page.loadEventFired" not in self._seen:
                self._read()

    def run(self, script: str) -> Any:
        """What the script's last expression is worth."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"])
        return found["result"].get("value")

    def key(self, name: str) -> None:
        """Presses and releases a key as a keyboard does."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}
        about = {"key": name, "code": name, "windowsVirtualKeyCode": codes[name]}
        typed = {"text": "\r"} if name == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **about, **typed)
        self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def call(self, method: str, **parameters: object) -> Any:
        wanted = next(self._ids)
        message: dict[str, object] = {"id": wanted, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        while (found := self._read()).get("id") != wanted:
            pass
        if "error" in found:
            raise AssertionError(found["error"])
        return found["result"]

    def _read(self) -> dict[str, Any]:
        text = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            if not byte:
                raise AssertionError("the browser has gone")
            text += byte
        found: dict[str, Any] = json.loads(text)
        method = found.get("method", "")
        self._seen.append(method)
        if method == "Runtime.exceptionThrown" or method == "Log.entryAdded":
            self.errors.append(json.dumps(found["params"]))
        return found


@contextmanager
def browser(program: str) -> Iterator[Tab]:
    """A fresh browser that knows nothing of anybody, ended afterwards."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
        shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'  # where a browser looks for its two pipes
        with subprocess.Popen(
            ["bash", "-c", shell, "bash", *command],  # sh knows no descriptor above 9
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            os.close(theirs_in)
            os.close(theirs_out)
            try:
                with os.fdopen(ours_out, "wb", buffering=0) as commands, os.fdopen(ours_in, "rb") as answers:
                    yield Tab(commands, answers)
            finally:
                process.terminate()
