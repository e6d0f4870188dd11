"""How a long step tells how far it is: a callable, so that a terminal, a test and a screen each show it their way."""

import sys
from typing import Protocol


class Progress(Protocol):
    """Called with the stage in a word or two, what of it is done, how much there is, and what this step has just said:
    a claim that a model has read out of an article, a sentence that a writer has written. It may yet be withheld.
    """

    def __call__(self, stage: str, done: int, total: int, said: str = "", /) -> None: ...


def silent(_stage: str, _done: int, _total: int, _said: str = "") -> None:
    """Shows nothing: the default of the Python API, and of a command whose stderr is not a terminal."""


class ProgressLine:
    """How far a run is, on one line of a terminal that is wiped at the end; nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int, _said: str = "") -> None:
        if self._live:
            sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}")
            sys.stderr.flush()

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
