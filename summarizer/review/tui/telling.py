"""What is said on the lines above and below the view: how far the review is, which keys there are, what has happened.

And what must be said before anything is done: that nothing can be decided here, or that keys came as in a paste.
"""

from typing import TYPE_CHECKING, cast

from textual.content import Content

from summarizer.output.safe import line
from summarizer.review.tui import bars, commands
from summarizer.review.tui.rooms import ROOMS

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp


PASTED = 0.015  # seconds: no finger is that quick, a paste that the terminal does not announce is


class Telling:
    """Mixed into the app."""

    begun = False  # whether there is a view to say anything about
    pasted = PASTED
    _told = ""
    _last_key = 0.0
    _gap = 1.0  # seconds between the last two keys

    def __init__(self) -> None:
        super().__init__()
        self.lines = {name: bars.Line(name) for name in ("bar", "tabs", "hint", "keys")}

    @property
    def _app(self) -> "ReviewApp":
        return cast("ReviewApp", self)

    def tell(self, text: str) -> None:
        """Says on the line of hints what has just happened; it stays until something else does."""
        self._told = line(text)
        self.hint_changed()

    def tell_end(self, beginning: str, text: str) -> None:
        """Says that what was told to begin has ended, unless something else has been told since."""
        if self._told.startswith(beginning):
            self.tell(text)

    def quiet(self) -> None:
        """What was told is read: the view's own hint again."""
        self._told = ""
        self.hint_changed()

    def hint_changed(self) -> None:
        """The view has another hint: it is shown, where nothing else is told."""
        app = self._app
        if self.begun:
            self.lines["hint"].put(bars.hint(self._told, line(app.current.hint())))

    def key_came(self, at: float) -> None:
        """A key was pressed, at the time `at` in seconds. What was told until now is read."""
        self._gap, self._last_key = at - self._last_key, at
        if self._told and len(self._app.screen_stack) == 1:
            self.quiet()

    def typed(self) -> bool:
        """Whether the key that was just pressed was typed, and no part of a paste that the terminal did not announce;
        told if not."""
        if self._gap >= self.pasted:
            return True
        self.tell("keys came faster than anyone types, as in a paste: nothing was done")
        return False

    def may_act(self) -> bool:
        """Whether anything can be decided here; told if not."""
        app = self._app
        if app.session.read_only:
            self.tell(f"read only, nothing was done: {app.session.read_only}")
        return not app.session.read_only

    def all_done(self) -> str:
        app = self._app
        count = len(app.session.state.items)
        left = len(app.session.state.open)
        return f"{count - left} of {count} decided" + ("" if left else f"; {self.key('view_export')} exports")

    def key(self, name: str) -> str:
        """The first key of a command, as a person reads it."""
        app = self._app
        command = commands.find(name, app.current.name_of_view)
        return commands.keys_of(command, app.opening.keymap).split(" ")[0]

    def paint_bars(self) -> None:
        app = self._app
        if not self.begun:
            return
        width, name = app.size.width, app.current.name_of_view
        labels = tuple((room.name, *room.labels(app.session)) for room in ROOMS)
        self.paint_progress()
        self.lines["tabs"].put(bars.tabs(labels, name, width))
        over = any(screen.has_class("-own-keys") for screen in app.screen_stack)  # none of the view's keys works
        self.lines["keys"].put(Content("") if over else bars.keys(name, tuple(app.opening.keymap.items()), width))
        self.hint_changed()

    def paint_progress(self) -> None:
        app = self._app
        saved = app.session.saved_at
        at = app.opening.clock() if saved and app.opening.clock else bars.saved(saved)
        self.lines["bar"].put(bars.progress(app.session, app.checks.progress, at, app.size.width))
