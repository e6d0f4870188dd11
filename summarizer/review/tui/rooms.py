"""Which views there are, in the order of their keys. Each is imported when it is first visited."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from summarizer.review.session import Session
from summarizer.review.tui.view import View


class Room(NamedTuple):
    name: str
    title: str
    short: str  # where there is little room
    place: str  # module:class
    things: Callable[[Session], int | None]

    def labels(self, session: Session) -> tuple[str, str]:
        """The title with how many things are there, in full and short."""
        number = self.things(session)
        count = "" if number is None else f" {number}"
        return self.title + count, self.short + count


_TUI = "summarizer.review.tui"
ROOMS: tuple[Room, ...] = (
    Room("brief", "Brief", "Brief", f"{_TUI}.brief.view:BriefView", lambda _: None),
    Room(
        "disagreements",
        "Disagreements",
        "Disagree",
        f"{_TUI}.views.disagreements:Disagreements",
        lambda s: sum(d.kind != "scope" for d in s.brief.disagreements),
    ),
    Room(
        "uncovered",
        "Not covered",
        "Gaps",
        f"{_TUI}.views.uncovered:UncoveredView",
        lambda s: len(s.brief.uncovered) or None,
    ),
    Room("sources", "Sources", "Sources", f"{_TUI}.views.sources:Sources", lambda s: len(s.brief.sources)),
    Room("withheld", "Withheld", "Withheld", f"{_TUI}.views.withheld:WithheldView", lambda s: len(s.brief.withheld)),
    Room("export", "Export", "Export", f"{_TUI}.views.export:ExportView", lambda _: None),
)


def make(name: str) -> View:
    """A new view, with its name as its id."""
    room = next(room for room in ROOMS if room.name == name)
    module, _, cls = room.place.partition(":")
    return cast("type[View]", getattr(import_module(module), cls))(id=name)
