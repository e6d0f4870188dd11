"""The sources: whose copy each is, what hides in it, whether it is still the file that it was, and what is cited of it.

What hides is counted beside the screen, source by source: a long one must not hold up the keys.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import Worker, WorkerState, get_current_worker

from summarizer.output.facts import count
from summarizer.records import Citation
from summarizer.review.rows import sources
from summarizer.review.rows.nouns import Row
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.views.evidence import Cited
from summarizer.review.tui.views.listing import Listing

NONE = -1  # no passage is lit


class Sources(Listing):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sources")]
    name_of_view = "sources"
    title = "Sources"
    first_passage = NONE
    empty = sources.EMPTY

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hidden: dict[str, Mapping[str, int]] = {}  # of each source that was counted
        self._passage = NONE
        self._lit: tuple[str | None, int] = (None, NONE)  # the source and the place that were gone to last

    def on_mount(self) -> None:
        self.run_worker(self._count, thread=True, group="hidden", exit_on_error=False)

    def _count(self) -> None:
        """In a thread."""
        worker = get_current_worker()
        for source in self.review.desk.sources:
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._hides, source, self.review.desk.page(source).hidden)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        error = event.worker.error
        if event.state is WorkerState.ERROR and self.app.is_running:
            self.review.tell(f"what is hidden in them could not be counted: {type(error).__name__}: {error}")

    def _hides(self, source: str, hidden: Mapping[str, int]) -> None:
        self._hidden[source] = hidden
        self.show_state()

    def rows(self) -> list[Row]:
        trouble = {source: self.review.reading.trouble(source) for source in self.review.desk.sources}
        return sources.rows(self.session.brief, trouble, self._hidden)

    @property
    def source(self) -> str | None:
        """The source under the cursor; None for a warning."""
        return self.row if self.row in self.review.desk.sources else None

    def cited(self, row: str) -> Sequence[Citation]:
        return [spot.citation for spot in self._spots(row)]

    def _spots(self, source: str | None) -> tuple[sources.Spot, ...]:
        return sources.spots(source, self.session.brief, self.session.state) if source is not None else ()

    @property
    def spot(self) -> sources.Spot | None:
        """The place that is lit."""
        spots = self._spots(self.source)
        return spots[self._passage] if NONE < self._passage < len(spots) else None

    def light(self) -> None:
        """The source from its start, all that is cited of it underlined. What is being read is left where it is."""
        self.begin_row()
        source = self.source
        if source is None:
            self._shown.light(self.evidence, (), 0)
            return
        spots = self._spots(source)
        places = [Cited(spot.items[0] if spot.items else "", spot.citation) for spot in spots]
        again = self._shown.whole(self.evidence, source, places)
        self._passage = min(self._passage, len(spots) - 1)
        if self.spot is not None and (again or self._lit != (source, self._passage)):
            self.pane.jump(self.spot.citation.start, self.spot.citation.end)
        self._lit = source, self._passage

    def hint(self) -> str:
        if self.source is None:
            return ""
        if (spot := self.spot) is None:
            number = len(self._spots(self.source))
            return (
                f"{count(number, 'passage')} to go to: {self.review.key('next_evidence')}"
                if number
                else "Nothing of it is cited."
            )
        words = spot.words(self.session.state)
        return f"{words[:1].upper()}{words[1:]}: {self.review.key('open')} goes there."

    def step(self, by: int) -> None:
        spots = self._spots(self.source)
        if not spots:
            self.review.tell("nothing of it is cited")
            return
        self._passage = (max(self._passage, 0 if by < 0 else NONE) + by) % len(spots)
        self.light()
        self.review.quiet()

    def action_open(self) -> None:
        """The text has the keys; on a place that is lit, its sentence in the brief or the other copy."""
        spot = self.spot
        if spot is None:
            self.bring(self.pane)
            self.step(1)
        elif spot.other is not None:
            self.go_to_place(spot.other)
        else:
            self.open_sentence(spot.items[0])

    def go_to_place(self, citation: Citation) -> None:
        """Lights a place of one of the sources; nothing happens where it is none that could be gone to."""
        if citation.source in self.review.desk.sources:
            self.rows_list.go_to(citation.source)
            self._row_lit = citation.source
            self._passage = next((n for n, c in enumerate(self.cited(citation.source)) if c == citation), NONE)
            self.light()
            self.review.quiet()
