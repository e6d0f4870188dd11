"""How a long step tells how far it is: a callable, so that a terminal, a test and a screen each show it their way."""

import sys
from typing import Protocol


class Progress(Protocol):
    """Called with the stage in a word or two, what of it is done, and how much there is."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Shows nothing: the default of the Python API, and of a command whose stderr is not a terminal."""


class ProgressLine:
    """How far a run is, on one line of a terminal that is wiped at the end; nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._live:
            sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}")
            sys.stderr.flush()

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
