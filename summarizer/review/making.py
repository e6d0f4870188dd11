"""A brief that is being made in another process: what has become of it so far, and how it ended.

A process, because it can be ended at once whatever it is doing, and because its work takes nothing from the keys. Which
one, and with which task, is the command line's to say. Its stdout is a line of JSON for each thing that happens:

    {"stage": "composing", "done": 0, "total": 1, "said": "A sentence."}     any number of times
    {"warnings": []}     or     {"error": "one line", "code": 3}             last
"""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from summarizer.errors import Exit
from summarizer.review.children import environ


class Step(NamedTuple):
    """One thing that happened: as `progress.Progress` is told it."""

    stage: str
    done: int
    total: int
    said: str


class Ended(NamedTuple):
    """`code` is 0 where the brief is in its file; else `error` says why not, in one line."""

    code: int
    error: str = ""
    warnings: tuple[str, ...] = ()


CANCELLED = Ended(Exit.INTERRUPTED)


class Making:
    """The process runs from `start` until `ended` is there. A context manager: it does not outlive it."""

    def __init__(self, command: Sequence[str], task: str) -> None:
        self._command = tuple(command)
        self._task = task
        self._process: subprocess.Popen[str] | None = None
        self._cancelled = False
        self.ended: Ended | None = None

    def start(self) -> None:
        """Begins. In a session of its own: a key that ends the screen is the screen's to act on."""
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            env=environ(),
        )

    def steps(self) -> Iterator[Step]:
        """What happens, as it happens: blocks, so call it in a thread. Afterwards `ended` says how it ended."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None or process.stderr is None:
            raise RuntimeError("start() comes first")
        with suppress(BrokenPipeError):  # it has died already; how is read below
            process.stdin.write(self._task)
            process.stdin.close()
        last: dict[str, Any] = {}
        for line in process.stdout:
            last = _event(line)
            if "stage" in last:
                yield Step(last["stage"], last["done"], last["total"], last["said"])
        code, complaint = process.wait(), process.stderr.read()
        told = "warnings" in last or "error" in last  # its last word holds, also where it was cancelled a moment later
        self.ended = CANCELLED if self._cancelled and not told else _end(last, code, complaint)

    def cancel(self) -> None:
        """Ends it at once. What it had written is not kept: the brief is put into its file whole, as its last act."""
        if self._process is not None and self._process.poll() is None:
            self._cancelled = True
            self._process.kill()

    def __enter__(self) -> "Making":
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.cancel()
        if self._process is not None:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()


def _event(line: str) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except json.JSONDecodeError:
        return {}
    return event if isinstance(event, dict) else {}


def _end(last: dict[str, Any], code: int, complaint: str) -> Ended:
    """From its last word; without one it was killed or has a bug, whose last line says most."""
    if "warnings" in last:
        return Ended(Exit.WHOLE, warnings=tuple(last["warnings"]))
    if "error" in last:
        return Ended(last["code"], last["error"])
    why = (complaint.strip().splitlines() or [f"ended with {code}"])[-1]
    return Ended(Exit.NOTHING, f"making the brief: {why}; run `summarizer brief` to see more")
