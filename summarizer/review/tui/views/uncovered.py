"""What the sources say and the brief does not, and how much of each source it cites.

Both are counted beside the screen, since every sentence of every source is looked at, and again when the sentences
under review cite something else; until then the old count stands and says so.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.worker import Worker, WorkerState, get_current_worker

from summarizer.records import Citation
from summarizer.review.evidence.coverage import Coverage, Loose, coverage, loose
from summarizer.review.nouns import State
from summarizer.review.rows import uncovered
from summarizer.review.rows.nouns import Row
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.views.listing import Listing
from summarizer.review.tui.views.rowlist import RowList

Basis = tuple[tuple[str, tuple[Citation, ...], bool], ...]
COUNTING = "Counting what the sentences of the brief cite ..."


def basis(state: State) -> Basis:
    """What the count rests on: the words and citations of what is under review, and whether it is rejected."""
    return tuple((item.text, item.citations, item.choice == "rejected") for item in state.items)


class UncoveredView(Listing):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("uncovered")]
    SCOPED_CSS: ClassVar[bool] = False
    DEFAULT_CSS = """
    UncoveredView Vertical { width: 1fr; height: 1fr; }
    UncoveredView #coverage { height: 45%; }
    .-narrow UncoveredView #coverage { display: none; }
    .-narrow UncoveredView.-coverage #coverage { display: block; height: 1fr; }
    .-narrow UncoveredView.-coverage #evidence { display: none; }
    .-narrow UncoveredView.-coverage Vertical { height: 4fr; }
    """
    name_of_view = "uncovered"
    title = "Not in the brief, most origins first"
    empty = uncovered.EMPTY

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cells = RowList("Coverage by source, one cell = 5 % of its text", id="coverage", modest=True)
        self._loose: tuple[Loose, ...] = ()
        self._shares: tuple[Coverage, ...] = ()
        self._basis: Basis | None = None  # of what was counted last
        self._counting: Basis | None = None
        self._failed = ""
        self._awaited: str | None = None  # what has come back, and is listed after the next count

    def compose(self) -> ComposeResult:
        yield self.rows_list
        with Vertical():
            yield self.pane
            yield self._cells

    def rows(self) -> list[Row]:
        return uncovered.rows(self._loose, self.session.brief, self.session.state, self.session.others)

    def cited(self, row: str) -> Sequence[Citation]:
        item = self.session.state.item(row)
        one = self._one(row)
        return item.citations if item else one.citations if one else ()

    def _one(self, row: str | None) -> Loose | None:
        return next((one for one in self._loose if one.id == row), None)

    def show_state(self, about: str | None = None) -> None:
        self._count()
        self.empty = self._failed or (uncovered.EMPTY if self._basis is not None else COUNTING)
        self._cells.ink(self.review.inks["contradicted"])
        self._cells.put(uncovered.coverage(self._shares, self.session.brief), COUNTING)
        super().show_state(about)

    def sources_read(self, sources: tuple[str, ...]) -> None:
        if self._basis is not None:  # another text may have other sentences
            self._basis = self._counting = None
        super().sources_read(sources)

    def go_to(self, about: str) -> None:
        """What has come back is listed only after the next count: it is gone to then."""
        if not self.rows_list.go_to(about):
            self._awaited = about
        self.came()

    def hint(self) -> str:
        if self._failed:
            return self._failed
        key = self.review.key
        if self.row is None:
            return ""
        if self.session.state.item(self.row) is not None:
            return f"Added: {key('open')} goes to it in the brief, where it is decided."
        if self.row in self.session.state.ignored:
            return f"Ignored: {key('ignore')} takes that back."
        one = self._one(self.row)
        found = uncovered.news(one) if one else ""
        can = f"{key('add')} adds it, {key('ignore')} ignores it."
        return f"{found[:1].upper()}{found[1:]}. {can}" if found else can

    # -- counting, beside the screen -----------------------------------------------------------------------------------

    def _count(self) -> None:
        wanted = basis(self.session.state)
        if wanted not in (self._basis, self._counting):
            self._counting = wanted
            state = self.session.state
            self.run_worker(
                lambda: self._work(wanted, state), thread=True, exclusive=True, group="coverage", exit_on_error=False
            )

    def _work(self, wanted: Basis, state: State) -> None:
        """In a thread."""
        worker, desk = get_current_worker(), self.review.desk

        def stopped() -> bool:
            return worker.is_cancelled

        found = loose(self.review.brief, state, desk, stopped)
        shares = coverage(state.items, desk, cancelled=stopped)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, wanted, found, shares)

    def _counted(self, wanted: Basis, found: tuple[Loose, ...], shares: tuple[Coverage, ...]) -> None:
        self._basis, self._loose, self._shares, self._failed = wanted, found, shares, ""
        self.show_state()
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.rows_list.go_to(awaited)
            self.came()
        self.review.paint_bars()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "coverage" and event.state is WorkerState.ERROR:
            self._failed = f"This could not be counted: {event.worker.error}"
            self.show_state()

    # -- deciding ------------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        one = self._one(self.row)
        if one is not None and self.session.state.item(one.id) is None and self.may_act():
            self._pass_by()
            self.add(one.id, one.text, one.citations, f"added, open; {self.review.key('undo')} takes it back")

    def action_ignore(self) -> None:
        one, session = self._one(self.row), self.session
        if one is None or session.state.item(one.id) is not None or not self.may_act():
            return
        if one.id in session.state.ignored:
            self.did(session.ignore(one.id, ignored=False), "no longer ignored")
        else:
            self.review.ask(Ask("Why need the brief not have it?"), lambda why: self._ignore(one, why))

    def _pass_by(self) -> None:
        """The next one is under the cursor, before this one goes elsewhere in the list."""
        self.rows_list.pass_by()
        self.came()

    def _ignore(self, one: Loose, why: str) -> None:
        self._pass_by()
        self.did(self.session.ignore(one.id, reason=why), f"ignored; {self.review.key('undo')} takes it back")

    # -- going about ---------------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """In the list the source, or the sentence that was added; in the coverage the source of the row."""
        if self._cells.has_focus and (source := self._cells.current):
            self.review.go("sources", lambda view: view.go_to(source))
        elif self.row is not None:
            self.open_here(self.row)

    def action_coverage(self) -> None:
        """To the coverage and back; where there is room for one of them only, in place of the source."""
        back = self._cells.has_focus
        self.set_class(not back, "-coverage")
        self.bring(self.rows_list if back else self._cells)
