"""What the four views of a list beside its sources have in common: the list, the panes that follow it, the search.

The evidence follows the cursor, so that nothing has to be opened. A view keeps no state but where its cursor is.
"""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult

from summarizer.records import Citation
from summarizer.review.rows.nouns import Row
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.view import View
from summarizer.review.tui.views.evidence import Evidence
from summarizer.review.tui.views.rowlist import RowList


class Listing(View):
    """A subclass gives `rows` and `cited`, and its commands as actions."""

    SCOPED_CSS: ClassVar[bool] = False  # the narrow layout is chosen by a class of the screen
    DEFAULT_CSS = """
    Listing { layout: horizontal; }
    Listing RowList { width: 1fr; height: 1fr; }
    Listing SourcePane { width: 1fr; height: 1fr; }
    .-narrow Listing { layout: vertical; }
    .-narrow Listing #rows { height: 3fr; }
    .-narrow Listing #evidence { height: 2fr; }
    .-narrow Listing RowList, .-narrow Listing SourcePane { width: 1fr; }
    """

    title = ""
    empty = ""  # what is said where there is nothing to list

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._passage = 0  # which of the citations of the row is lit
        self._words = ""  # looked for last
        self.underlined: dict[str, list[str]] = {}  # of each pane, the sentences that a click leads to

    def compose(self) -> ComposeResult:
        yield RowList(self.title, id="rows")
        yield SourcePane(id="evidence")

    def rows(self) -> list[Row]:
        """What there is to list, in the session's state as it now is."""
        raise NotImplementedError

    def cited(self, row: str) -> Sequence[Citation]:
        """The evidence of a row."""
        raise NotImplementedError

    @property
    def list(self) -> RowList:
        return self.query_one("#rows", RowList)

    @property
    def _list(self) -> RowList:
        """The list that has the keys."""
        return next((one for one in self.query(RowList) if one.has_focus), self.list)

    @property
    def pane(self) -> SourcePane:
        return self.query_one("#evidence", SourcePane)

    @property
    def row(self) -> str | None:
        """The id of the row under the cursor."""
        return self.list.current

    def show_state(self, about: str | None = None) -> None:
        before = self.list.row_called(about) if about else None
        self.list.put(self.rows(), self.empty)
        if about and self.list.row_called(about) != before:  # a verdict that came in moves no cursor
            self.list.go_to(about)
        self.light()

    def arrive(self) -> None:
        self.list.focus()

    def light(self) -> None:
        """Shows the evidence of the row under the cursor."""
        citations = self.cited(self.row) if self.row is not None else ()
        self._passage = min(self._passage, max(0, len(citations) - 1))
        self.put(self.pane, citations, self._passage)

    def put(self, pane: SourcePane, citations: Sequence[Citation], at: int, label: str = "") -> None:
        """Lights the citation at `at` in `pane`."""
        self.underlined[pane.id or ""] = [one.item for one in self.evidence.light(pane, citations, at, label)]

    def go_to(self, row: str) -> None:
        """The cursor to the row of that id, if there is one."""
        self.list.go_to(row)

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.review.desk, self.session.brief, self.session.state)

    # -- acting ------------------------------------------------------------------------------------------------------

    def did(self, recorded: bool, about: str | None, said: str) -> None:
        """After an act: every view shows what the session then says, and the hint says what was done."""
        self.review.changed(about)
        self.review.tell(said if recorded else f"nothing was recorded: {self.session.read_only}")

    def open_sentence(self, name: str) -> None:
        """Goes to a sentence in the brief."""
        self.review.go("brief", lambda view: cast(BriefView, view).go_to(name))

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def on_item_view_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.view is not self.list:
            return
        self._passage = 0
        self.moved()
        self.light()
        self.review.quiet()
        self.review.paint_bars()

    def moved(self) -> None:
        """The cursor has come to another row."""

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_open()

    def on_source_pane_clicked(self, event: SourcePane.Clicked) -> None:
        event.stop()
        name = self.underlined[event.pane.id or ""][event.underlined] if event.underlined is not None else ""
        if name:
            self.open_sentence(name)

    # -- commands that every list has ----------------------------------------------------------------------------------

    def action_open(self) -> None: ...

    def action_cursor_next(self) -> None:
        self._list.move(1)

    def action_cursor_previous(self) -> None:
        self._list.move(-1)

    def action_cursor_first(self) -> None:
        self._list.first()

    def action_cursor_last(self) -> None:
        self._list.last()

    def action_list_page(self) -> None:
        self._list.action_pages(1)

    def action_list_page_back(self) -> None:
        self._list.action_pages(-1)

    def action_other_pane(self) -> None:
        """From the list to the source and back: what is not in view takes no focus."""
        panes = [pane for pane in self.query(LineView) if pane.display and pane.size.width]
        at = next((n for n, pane in enumerate(panes) if pane.has_focus), -1)
        panes[(at + 1) % len(panes)].focus()

    def action_page_source(self) -> None:
        self.pane.action_pages(1)

    def action_page_source_back(self) -> None:
        self.pane.action_pages(-1)

    def action_next_evidence(self) -> None:
        self._step(1)

    def action_previous_evidence(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        number = len(self.cited(self.row)) if self.row is not None else 0
        if number:
            self._passage = (self._passage + by) % number
            self.light()
            self.review.tell(f"passage {self._passage + 1} of {number}")

    def action_search(self) -> None:
        """In the pane that has the focus; the same words again: the next place."""
        where = "source" if self.pane.has_focus else "list"
        self.review.ask(Ask(f"Search in the {where}", value=self._words), self._find)

    def _find(self, words: str) -> None:
        self._words = words
        if self.pane.has_focus:
            found = self.pane.search(words)
            self.pane.go_to_match()
            self.review.tell(f"{found} places" if found != 1 else "1 place")
        elif not self.list.find(words):
            self.review.tell(f"nothing here has {words}")
