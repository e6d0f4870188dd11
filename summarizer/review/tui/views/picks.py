"""One line of choices, of which one holds: by the keys of the view around it, or by a click."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from summarizer.output.safe import line

INDENT = 10  # cells, for the name of the line


class Picks(Widget, can_focus=True):
    """`options` are words of any origin. Posts Picked when another one holds."""

    DEFAULT_CSS = """
    Picks { height: auto; padding: 0 1; }
    Picks:focus { background: $panel; text-style: bold; }
    """

    class Picked(Message):
        def __init__(self, picks: "Picks", index: int) -> None:
            super().__init__()
            self.picks, self.index = picks, index

        @property
        def control(self) -> "Picks":
            return self.picks

    def __init__(self, label: str, options: Sequence[str], *, id: str) -> None:
        super().__init__(id=id)
        self._label = label
        self._options = tuple(map(line, options))
        self.index = 0

    def offer(self, options: Sequence[str]) -> None:
        """Other options; the one that held stays if it is among them."""
        fresh = tuple(map(line, options))
        if fresh != self._options:
            held = self._options[self.index] if self._options else ""
            self._options = fresh
            self.index = fresh.index(held) if held in fresh else 0
            self.refresh(layout=True)

    def pick(self, index: int) -> None:
        """`index` holds, counted round; tells it if another one did."""
        index %= max(1, len(self._options))
        if index != self.index:
            self.index = index
            self.refresh()
            self.post_message(self.Picked(self, index))

    def on_click(self, event: events.Click) -> None:
        picked = event.style.meta.get("pick")
        if picked is not None:
            self.pick(picked)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content(self._label.ljust(INDENT))]
        for number, option in enumerate(self._options):
            mark = "(x)" if number == self.index else "( )"
            part = Content.styled(f"{mark} {option}", Style.from_meta({"pick": number}))
            if lines[-1].cell_length + part.cell_length > width and lines[-1].cell_length > INDENT:
                lines.append(Content(" " * INDENT))
            lines[-1] = lines[-1] + part + "   "
        return lines
