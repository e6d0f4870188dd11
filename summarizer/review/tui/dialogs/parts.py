"""What the dialogs share: a frame, where they stand, the line of their keys, and how a source and a span are named."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from summarizer.output.safe import line
from summarizer.records import Brief, Citation
from summarizer.review.nouns import Item
from summarizer.review.tui.closing import Closing
from summarizer.review.tui.commands import of, shown_keys

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp

GAP = "   "  # between two keys
WIDE = 100  # columns from which panes stand side by side
HIGH = 20  # rows from which a dialog has room for its keys


class Dialog(ModalScreen[bool], Closing[bool]):
    """Over the brief, with keys of its own, which it lists: those of the view are not shown meanwhile."""

    def __init__(self, review: "ReviewApp") -> None:
        super().__init__(classes="-own-keys")
        self._review = review

    def on_mount(self) -> None:
        self._review.paint_bars()

    def on_unmount(self) -> None:
        self._review.paint_bars()


class Frame(Vertical):
    """The box of a dialog; a title is given as Content, never as text."""

    DEFAULT_CSS = """
    Frame { height: auto; width: 1fr; max-height: 100%; border: round $primary; background: $surface; }
    """


class Keys(Widget):
    """The keys of a dialog that are worth a word, as many to a line as there is room for, none cut in two."""

    DEFAULT_CSS = "Keys { height: auto; padding: 0 1; color: $text-muted; }"

    def __init__(self, where: str, keymap: Mapping[str, str]) -> None:
        super().__init__()
        shown = ((shown_keys(keymap.get(c.id, c.keys).split(",")[0]), c.label) for c in of(where) if c.shown)
        self._parts = [Content.assemble((keys, "bold"), f" {label}") for keys, label in shown]

    def briefly(self, number: int) -> Content:
        """The first so many on one line, for a frame that has no room for all."""
        return Content(GAP).join(self._parts[:number])

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for part in self._parts:
            if lines and lines[-1].cell_length + len(GAP) + part.cell_length <= width:
                lines[-1] = lines[-1] + GAP + part
            else:
                lines.append(part)
        return lines


def number_of(brief: Brief, source: str) -> str:
    """The place of a source among the brief's, from 1; "?" for one that it does not name."""
    return next((str(n) for n, s in enumerate(brief.sources, 1) if s.id == source), "?")


def name_of(brief: Brief, source: str) -> str:
    """The file's name, safe and on one line."""
    path = next((s.path for s in brief.sources if s.id == source), source)
    return line(PurePath(path).name or path)


def cites(brief: Brief, citations: Sequence[Citation]) -> Content:
    """What a sentence rests on, by source and place."""
    if not citations:
        return Content("cites nothing")
    places = (f"[{number_of(brief, c.source)}] {name_of(brief, c.source)} {c.start}-{c.end}" for c in citations)
    return Content(f"cites {', '.join(places)}")


def called(review: "ReviewApp", item: Item) -> str:
    """What a sentence is called on the screen: its place among those under review, from 1."""
    number = next((n for n, other in enumerate(review.session.state.items, 1) if other.id == item.id), 0)
    return f"sentence {number}" if number else line(item.id)


def over_brief(dialog: Screen[Any], review: "ReviewApp") -> None:
    """Puts the dialog's frame where the brief pane stands, so that the source beside it stays in sight."""
    frame = dialog.query_one(Frame)
    panes = review.current.query("#sentences")
    region = panes.first().region if panes else None
    if region:
        frame.styles.width, frame.styles.offset = region.width, (region.x, region.y)
    else:
        frame.styles.width = dialog.size.width // 2 if dialog.size.width >= WIDE else "1fr"


def turn_source(review: "ReviewApp", by: int) -> None:
    """A page down (1) or up (-1) in the source beside the brief."""
    view = review.current
    action = getattr(view, "action_page_source" if by > 0 else "action_page_source_back", None)
    if action is not None:
        action()
