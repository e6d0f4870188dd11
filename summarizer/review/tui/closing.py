"""A screen over the view closes once, however often it is told to.

Keys that come quicker than the screen goes are all given to it: a second Enter would close what lies below, and where
that is the last screen, end the program.
"""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

T = TypeVar("T")


class Closing(Screen[T]):
    """Mixed into every screen that gives a result. `closed` from the first `dismiss` on; further ones do nothing."""

    closed = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        if self.closed:
            return AwaitComplete()
        self.closed = True
        return super().dismiss(result)
