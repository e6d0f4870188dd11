"""The sentences of the brief, one under another: number, decision, verdict, words, sources, and a hint where needed.

It shows faces and knows no session. Moving paints the two sentences that change and lays nothing out again.
"""

from collections.abc import Callable, Sequence

from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from summarizer.review.tui.brief.rows import Face, face_rows
from summarizer.review.tui.items import ItemView


class BriefPane(ItemView, inherit_bindings=False):
    """`put` shows these sentences; `at` is the number of the source that is shown beside the current one. Its keys
    are the commands of the view around it."""

    DEFAULT_CSS = """
    BriefPane { border: round $foreground 40%; }
    BriefPane:focus { border: round $accent; }
    """

    def __init__(self, id: str, moved: Callable[[], None], fits: Callable[[], None]) -> None:
        """`moved` is called when the cursor is on another sentence: at once, so that all that follows from it is
        painted in one go. A message would come a frame later. `fits` is called when the rows are of its width."""
        super().__init__(id=id)
        self._moved = moved
        self._fits = fits
        self.faces: tuple[Face, ...] = ()
        self._inks: dict[str, Style] = {}
        self._at: int | None = None
        self._titles = ("", "")

    def item_count(self) -> int:
        return len(self.faces)

    def item_rows(self, index: int, width: int, here: bool) -> Sequence[Strip]:
        return face_rows(self.faces[index], width, self._inks, here, self._at)

    def put(self, faces: Sequence[Face], inks: dict[str, Style], cursor: int | None) -> None:
        """Shows `faces`; only those that differ from what stands there are made again, if they are the same ones.
        `cursor`: where the sentence that it was on is now; None: it stays at its place in the list."""
        before, self.faces = self.faces, tuple(faces)
        same = [face.item for face in before] == [face.item for face in faces] and inks is self._inks
        self._inks = inks
        if not same:
            self.cursor = self.cursor if cursor is None else cursor
            self.items_changed()
            return
        for index, (was, now) in enumerate(zip(before, faces, strict=True)):
            if was != now:
                self.item_changed(index)

    def fit(self, width: int) -> None:
        super().fit(width)
        self._fits()

    def at_source(self, number: int | None) -> None:
        if number != self._at:
            self._at = number
            self.item_changed(self.cursor)

    def move_to(self, index: int) -> None:
        before, at = self.cursor, self._at
        self._at = None  # of the sentence that was left
        super().move_to(index)
        if self.cursor != before:
            self._moved()
        else:
            self._at = at

    def title(self, above: str, below: str) -> None:
        """Sets the titles where they differ: each paints the whole pane."""
        if above != self._titles[0]:
            self.border_title = Content(above)
        if below != self._titles[1]:
            self.border_subtitle = Content(below)
        self._titles = (above, below)
