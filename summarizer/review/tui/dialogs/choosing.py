"""The source in which a passage is chosen: what is chosen is lit, and only moves the view when it is out of sight."""

from summarizer.review.tui.showing import Place
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.text import Span


class ChoicePane(SourcePane):
    """A SourcePane in which any span may be lit. It is read with the dialog's keys, so it takes no focus."""

    can_focus = False

    def choose(self, start: int, end: int) -> None:
        """Lights `start` to `end`; the view stays where it is if they can be seen: an end moves, and nothing else."""
        self.selected = None
        first, last = self.in_view
        if not (self.row_width and first <= start and end <= last):
            self.jump(start, end)
            return
        self._at = Place((start, end), (start, end), exact=True)
        self.restyled()
        self.looked_at()

    def match(self, by: int) -> Span | None:
        """The next (1) or previous (-1) place of what is looked for; None where there is none."""
        number, _ = self.go_to_match(by)
        return self._matches.spans[number - 1] if number else None
