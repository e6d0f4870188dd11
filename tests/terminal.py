"""A real terminal for tests: a tmux server of its own, told nothing by anybody's settings, in which a command runs.

Nothing here sleeps for a guessed time: what is waited for is a text on the screen or an exit, with a limit after which
the screen as it stands is the message of the failure.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

import pytest

ROOT = Path(__file__).parents[1]
LIMIT = 20.0  # seconds until waiting is given up
STEP = 0.004  # seconds between two looks
PACE = 0.04  # seconds between two keys
SUMMARIZER = (sys.executable, "-m", "summarizer")


def needs_tmux() -> None:
    """Skips the test where there is no tmux, and says so."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed: a real terminal cannot be tried")


class Terminal:
    """One window of `width` x `height` cells. Use as a context manager: whatever still runs in it ends with it.

    `server` is the name of its tmux socket, as in `tmux -L NAME attach` to watch it.
    """

    def __init__(
        self, width: int = 120, height: int = 36, cwd: Path = ROOT, environ: Mapping[str, str] | None = None
    ) -> None:
        self.server = f"summarizer-{uuid4().hex[:12]}"
        self._cwd = cwd
        self._pressed = 0.0
        self._size = (str(width), str(height))
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        # Nothing of whoever runs the tests: pytest itself says that every terminal has 80 columns.
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        self._environ = {**kept, "HOME": self._home.name, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **(environ or {})}

    def __enter__(self) -> Self:
        width, height = self._size
        # What a test runs in the shell does not take the terminal away when it ends.
        self.tmux("new-session", "-d", "-x", width, "-y", height, "-c", str(self._cwd), "sh")
        self.tmux("set-option", "-g", "remain-on-exit", "on")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tmux("kill-server", check=False)
        self._home.cleanup()

    def tmux(self, *words: str, check: bool = True) -> str:
        """What tmux answers to one of its commands."""
        command = ["tmux", "-L", self.server, "-f", "/dev/null", *words]
        return subprocess.run(
            command, capture_output=True, text=True, check=check, timeout=LIMIT, env=self._environ
        ).stdout

    def run(self, *words: str, tail: str = "") -> None:
        """Types a command and Enter. `tail` is shell text that follows it: a redirection, a second command."""
        self.type(f"{shlex.join(words)}{tail}")
        self.keys("Enter")

    def summarizer(self, *words: str, tail: str = '; echo "exit=$?"') -> None:
        """Types `summarizer …` and Enter; its exit code is shown as exit=N when it ends."""
        self.run(*SUMMARIZER, *words, tail=tail)

    def keys(self, *names: str) -> None:
        """Presses keys by tmux's names: "a", "Enter", "Escape", "C-s", "M-PPage", "Down", … as a quick person types:
        keys that come faster are a paste to the review, and decide nothing.
        """
        for name in names:
            time.sleep(max(0.0, self._pressed + PACE - time.monotonic()))
            self.tmux("send-keys", name)
            self._pressed = time.monotonic()

    def type(self, text: str) -> None:
        """Types `text` as it stands, unbracketed."""
        self.tmux("send-keys", "-l", "--", text)

    def paste(self, text: str) -> None:
        """Pastes `text` as terminals do, bracketed where the program has asked for that."""
        self.tmux("set-buffer", "--", text)
        self.tmux("paste-buffer", "-p")

    def resize(self, width: int, height: int) -> None:
        self.tmux("resize-window", "-x", str(width), "-y", str(height))

    def screen(self) -> str:
        """What is on the screen, a line a row, without styles."""
        return self.tmux("capture-pane", "-p")

    def styled(self) -> str:
        """The same with its styles as escape codes."""
        return self.tmux("capture-pane", "-p", "-e")

    def title(self) -> str:
        """The title of the window, which a hostile text would like to set."""
        return self.tmux("display-message", "-p", "#{pane_title}").strip()

    def wait_for(self, *texts: str, limit: float = LIMIT) -> str:
        """The screen once it shows all of `texts`. Raises AssertionError with the screen after `limit` seconds."""
        return self.wait(lambda screen: all(text in screen for text in texts), f"{texts} to be shown", limit)

    def wait_gone(self, text: str, limit: float = LIMIT) -> str:
        """The screen once it no longer shows `text`."""
        return self.wait(lambda screen: text not in screen, f"{text!r} to be gone", limit)

    def wait(self, right: Callable[[str], bool], what: str, limit: float = LIMIT) -> str:
        """The screen once `right` is true of it; `what` names that in the message of the failure."""
        end = time.monotonic() + limit
        while not right(screen := self.screen()):
            if time.monotonic() > end:
                raise AssertionError(f"waited {limit} s for {what}; the screen was:\n{screen}")
            time.sleep(STEP)
        return screen

    def children(self) -> Sequence[int]:
        """The processes that the shell of this terminal has started and that still run, the first one first."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", shell], capture_output=True, text=True, check=False)
        return [int(pid) for pid in found.stdout.split()]
