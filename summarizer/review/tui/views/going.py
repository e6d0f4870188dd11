"""Going about in a view of a list beside its sources: from row to row, from pane to pane, from match to match.

Each pane has the keys of the view around it; what a key goes through is the pane that has the focus.
"""

from textual import events

from summarizer.review.tui.asking import Ask
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.view import View
from summarizer.review.tui.views.evidence import Beside
from summarizer.review.tui.views.rowlist import RowList

SMALL = (60, 16)  # columns, rows: below either there is one pane at a time


class Going(View):
    """What is listed and what belongs to a row is said by who derives from it."""

    rows_list: RowList
    pane: Beside
    _words = ""  # searched for in the list

    def came(self) -> bool:
        """Shows what belongs to the row that the cursor has come to; whether there was anything to do."""
        raise NotImplementedError

    # -- rows and panes ----------------------------------------------------------------------------------------------

    @property
    def _panes(self) -> list[LineView]:
        """Those that can have the focus, as they stand."""
        return [pane for pane in self.query(LineView) if pane.is_on_screen or pane in (self.rows_list, self.pane)]

    @property
    def _focused(self) -> LineView:
        return next((pane for pane in self.query(LineView) if pane.has_focus), self.rows_list)

    def action_cursor_next(self) -> None:
        self._focused.action_lines(1)

    def action_cursor_previous(self) -> None:
        self._focused.action_lines(-1)

    def action_cursor_first(self) -> None:
        self._focused.action_first_row()

    def action_cursor_last(self) -> None:
        self._focused.action_last_row()

    def action_list_page(self) -> None:
        self.rows_list.action_pages(1)

    def action_list_page_back(self) -> None:
        self.rows_list.action_pages(-1)

    def action_page_source(self) -> None:
        self.pane.action_pages(1)

    def action_page_source_back(self) -> None:
        self.pane.action_pages(-1)

    def action_next_pane(self) -> None:
        self._other_pane(1)

    def action_previous_pane(self) -> None:
        self._other_pane(-1)

    def _other_pane(self, by: int) -> None:
        panes, focused = self._panes, self._focused
        at = panes.index(focused) if focused in panes else 0
        self.bring(panes[(at + by) % len(panes)])

    def bring(self, pane: LineView) -> None:
        """Gives the pane the keys, and where there is room for one pane only, the room."""
        for part in self.children:
            part.set_class(pane not in part.walk_children(with_self=True), "-behind")
        pane.focus()

    def on_resize(self, _event: events.Resize) -> None:
        width, height = self.app.size
        self.set_class(width < SMALL[0] or height < SMALL[1], "-one")
        self.bring(self._focused)

    # -- looking for words -------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        focused = self._focused
        if isinstance(focused, SourcePane):
            self.review.ask(Ask("Search in the source", needed=False), lambda words: self._search(focused, words))
        else:
            self.review.ask(Ask("Search in the list", value=self._words, needed=False), self._search_list)

    def _search(self, pane: SourcePane, words: str) -> None:
        number = pane.search(words)
        if number:
            pane.go_to_match(1)
        self._found(words, number)

    def _search_list(self, words: str) -> None:
        self._words = words
        number = self.rows_list.search(words)
        if number and not self.rows_list.at_match:
            self.rows_list.go_to_match(1)
            self.came()
        self._found(words, number)

    def _found(self, words: str, number: int) -> None:
        if words:
            keys = f"{self.review.key('next_attention')} goes on, {self.review.key('clear')} ends the search"
            self.review.tell(f'{number} with "{words}"; {keys}' if number else f'nothing has "{words}"')

    def action_next_attention(self) -> None:
        self._next(1)

    def action_previous_attention(self) -> None:
        self._next(-1)

    def _next(self, by: int) -> None:
        focused = self._focused
        if isinstance(focused, SourcePane) and focused.matches[1]:
            at, number = focused.go_to_match(by)
            self.review.tell(f"match {at} of {number}")
        elif self._words:
            self.rows_list.go_to_match(by)
        else:
            self.attend(by)

    def attend(self, _by: int) -> None:
        """To the next row that wants something, where nothing is searched for."""
        self.review.tell(f"{self.review.key('search')} searches")

    def action_clear(self) -> None:
        """Ends what is going on: a search, the checks."""
        searched = [pane for pane in self.query(SourcePane) if pane.matches[1]]
        if searched or self._words:
            for pane in searched:
                pane.search("")
            self._words = ""
            self.rows_list.search("")
            self.review.quiet()
        elif self.review.checks.left:
            self.review.checks.stop()
