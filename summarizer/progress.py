"""How a long step tells how far it is: a callable, so that a terminal, a test and a screen each show it their way."""

from typing import Protocol


class Progress(Protocol):
    """Called with the stage in a word or two, what of it is done, and how much there is."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Shows nothing: the default of the Python API, and of a command whose stderr is not a terminal."""
