"""Which views there are, in the order of their keys. Each is imported when it is first visited."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from summarizer.review.session import Session
from summarizer.review.tui.view import View


class Room(NamedTuple):
    name: str
    title: str
    place: str  # module:class
    things: Callable[[Session], int | None]

    def label(self, session: Session) -> str:
        """The title with how many things are there."""
        number = self.things(session)
        return self.title if number is None else f"{self.title} {number}"


_TUI = "summarizer.review.tui"
ROOMS: tuple[Room, ...] = (
    Room("brief", "Brief", f"{_TUI}.brief.view:BriefView", lambda _: None),
    Room(
        "disagreements",
        "Disagreements",
        f"{_TUI}.views.disagreements:Disagreements",
        lambda s: len(s.brief.disagreements),
    ),
    Room("uncovered", "Not covered", f"{_TUI}.views.uncovered:UncoveredView", lambda s: len(s.brief.uncovered) or None),
    Room("sources", "Sources", f"{_TUI}.views.sources:Sources", lambda s: len(s.brief.sources)),
    Room("withheld", "Withheld", f"{_TUI}.views.withheld:WithheldView", lambda s: len(s.brief.withheld)),
    Room("export", "Export", f"{_TUI}.views.export:ExportView", lambda _: None),
)


def make(name: str) -> View:
    """A new view, with its name as its id."""
    room = next(room for room in ROOMS if room.name == name)
    module, _, cls = room.place.partition(":")
    return cast("type[View]", getattr(import_module(module), cls))(id=name)
