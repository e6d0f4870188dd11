"""The sources: whose copy each is, what hides in it, whether it is still the file that it was, and what is cited of it.

What hides is counted beside the screen, source by source: a long one must not hold up the keys.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import get_current_worker

from summarizer.output.facts import count
from summarizer.output.safe import line
from summarizer.records import Citation
from summarizer.review.rows import sources
from summarizer.review.rows.nouns import Row, listed
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.views.evidence import NOWHERE, Cited
from summarizer.review.tui.views.listing import Listing

NONE = -1  # no passage is lit


class Sources(Listing):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sources")]
    name_of_view = "sources"
    title = "Sources"
    empty = sources.EMPTY

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hidden: dict[str, Mapping[str, int]] = {}  # of each source that was read
        self._shown: tuple[str | None, list[Cited]] | None = None  # what is in the pane
        self._passage = NONE

    def on_mount(self) -> None:
        self.run_worker(self._count, thread=True, group="hidden", exit_on_error=False)

    def _count(self) -> None:
        """In a thread."""
        worker = get_current_worker()
        for source in self.review.desk.sources:
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._found, source, self.review.desk.page(source).hidden)

    def _found(self, source: str, hidden: Mapping[str, int]) -> None:
        self._hidden[source] = hidden
        self.list.put(self.rows(), self.empty)

    def rows(self) -> list[Row]:
        trouble = {source: self.review.desk.page(source).trouble for source in self._hidden}
        return sources.rows(self.session.brief, trouble, self._hidden)

    @property
    def source(self) -> str | None:
        """The source under the cursor; None for a warning."""
        return self.row if self.row in self.review.desk.sources else None

    def cited(self, row: str) -> Sequence[Citation]:
        return [one.citation for one in self._places(row)]

    def _places(self, source: str) -> list[Cited]:
        """What is cited of it, each place once, in the order of its text."""
        return list({(c.start, c.end): Cited(item, c) for item, c in self.evidence.cited(source)}.values())

    def moved(self) -> None:
        self._passage = NONE

    def light(self) -> None:
        """The source from its start, all that is cited of it underlined. What is being read is left where it is."""
        source = self.source
        places = self._places(source) if source is not None else []
        if (source, places) == self._shown:
            return
        self._shown = source, places
        if source is None:
            self.pane.show(NOWHERE)
            return
        self.underlined[self.pane.id or ""] = places
        cited = [one.citation for one in places]
        spans = [(c.start, c.end) for c in cited]
        self.pane.show(self.evidence.page(source), (), spans, quotes=cited, label=self.evidence.label(source))
        self._passage = min(self._passage, len(places) - 1)
        if self._passage != NONE:
            self.pane.jump(*spans[self._passage])

    def hint(self) -> str:
        if self.source is None:
            return ""
        number = len(self._places(self.source))
        if self._passage != NONE:
            names = [item for item, c in self.evidence.cited(self.source) if c == self._at]
            return f"Cited by {listed([line(name) for name in names])}: enter goes there. ] and [ go on."
        return f"{count(number, 'cited passage')}: ] and [ go through them." if number else "Nothing of it is cited."

    @property
    def _at(self) -> Citation | None:
        """The passage that is lit."""
        places = self._places(self.source) if self.source is not None else []
        return places[self._passage].citation if NONE < self._passage < len(places) else None

    def _step(self, by: int) -> None:
        places = self._places(self.source) if self.source is not None else []
        if places:
            self._passage = (max(self._passage, 0 if by < 0 else NONE) + by) % len(places)
            self.pane.jump(*(places[self._passage].citation.start, places[self._passage].citation.end))
            self.review.quiet()
            self.review.paint_bars()

    def action_open(self) -> None:
        """The text has the keys; on a passage that is lit, its sentence in the brief."""
        if self._at is not None and self.source is not None:
            self.open_sentence(self._places(self.source)[self._passage].item)
        elif self.source is not None:
            self.pane.focus()
            self._step(1)
