"""What the four views of a list beside its sources have in common: the list, the panes that follow it, the search.

The evidence follows the cursor, so that nothing has to be opened. A view keeps no state but where its cursor is.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from summarizer.records import Citation
from summarizer.review.rows.nouns import Row
from summarizer.review.rows.placing import after
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.view import View
from summarizer.review.tui.views.evidence import Beside, Evidence, Shown
from summarizer.review.tui.views.rowlist import RowList

SMALL = (60, 16)  # columns, rows: below either there is one pane at a time


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
    Listing.-one .-behind { display: none; }
    """

    title = ""
    first_passage = 0  # what is lit of a row that the cursor comes to; -1: nothing
    short = False  # whether a source is called by its number alone
    empty = ""  # what is said where there is nothing to list

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows_list = RowList(self.title, id="rows")
        self.pane = Beside(id="evidence")
        self._shown = Shown(self.pane)
        self._passage = 0  # which of the citations of the row is lit
        self._row_lit: str | None = None  # the row that it counts for
        self._words = ""  # searched for in the list

    def compose(self) -> ComposeResult:
        yield self.rows_list
        yield self.pane

    def rows(self) -> list[Row]:
        """What there is to list, in the session's state as it now is."""
        raise NotImplementedError

    def cited(self, row: str) -> Sequence[Citation]:
        """The evidence of a row."""
        raise NotImplementedError

    @property
    def row(self) -> str | None:
        """The id of the row under the cursor."""
        return self.rows_list.current

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.review.reading, self.session.brief, self.session.state)

    def show_state(self, _about: str | None = None) -> None:
        self.rows_list.put(self.rows(), self.empty)
        self.light()

    def sources_read(self, _sources: tuple[str, ...]) -> None:
        self.show_state()

    def arrive(self) -> None:
        self.bring(self.rows_list)

    def go_to(self, about: str) -> None:
        self.rows_list.go_to(about)
        self.came()

    def light(self) -> None:
        """Shows the evidence of the row under the cursor."""
        self.begin_row()
        citations = self.cited(self.row) if self.row is not None else ()
        self._passage = min(self._passage, max(0, len(citations) - 1))
        self._shown.light(self.evidence, citations, self._passage, short=self.short)

    def begin_row(self) -> None:
        """Of a row that the cursor has come to the first passage is lit, or none."""
        if self._row_lit != self.row:
            self._row_lit, self._passage = self.row, self.first_passage

    # -- acting ------------------------------------------------------------------------------------------------------

    def may_act(self) -> bool:
        """Whether an act of one key may be done: it was typed, and this is no second window."""
        return self.review.typed() and self.review.may_act()

    def did(self, recorded: bool, said: str) -> None:
        """After an act: every view shows what the session then says, and the hint says what was done."""
        self.review.changed()
        if recorded:
            self.review.tell(said)

    def open_sentence(self, name: str) -> None:
        """Goes to a sentence in the brief."""
        self.review.go("brief", lambda view: view.go_to(name))

    def open_here(self, name: str) -> None:
        """Goes to a sentence in the brief, if it is there; else the source gets the keys."""
        if self.session.state.item(name) is not None:
            self.open_sentence(name)
        else:
            self.bring(self.pane)

    def add(self, name: str, text: str, citations: Sequence[Citation], said: str) -> bool:
        """A further sentence of the brief, where it belongs, open; it is checked at once. Whether it was added."""
        done = self.session.add(name, text, citations, after(citations, self.session.state.items))
        item = self.session.state.item(name)
        self.did(done, said)
        if done and item is not None:
            self.review.checks.start([item])
        return done

    # -- the cursor and the mouse ------------------------------------------------------------------------------------

    def on_item_view_moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.view is self.rows_list and self.came():
            self.review.quiet()

    def came(self) -> bool:
        """Shows what belongs to the row that the cursor has come to; False where that was done already. Whoever moves
        it by program and has something to tell calls this first: what is told is quieted by moves that come later."""
        if self._row_lit == self.row:
            return False
        self.moved()
        self.light()
        return True

    def moved(self) -> None:
        """The cursor has come to another row."""

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_open()

    def on_source_pane_clicked(self, event: SourcePane.Clicked) -> None:
        event.stop()
        name = self.sentences_of(event.pane)[event.underlined] if event.underlined is not None else ""
        if name:
            self.open_sentence(name)

    def sentences_of(self, _pane: SourcePane) -> list[str]:
        return self._shown.sentences

    # -- commands that every list has --------------------------------------------------------------------------------

    @property
    def _panes(self) -> list[LineView]:
        """Those that can have the focus, as they stand."""
        return [pane for pane in self.query(LineView) if pane.is_on_screen or pane in (self.rows_list, self.pane)]

    @property
    def _focused(self) -> LineView:
        return next((pane for pane in self.query(LineView) if pane.has_focus), self.rows_list)

    def action_open(self) -> None: ...

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

    def action_next_evidence(self) -> None:
        self.step(1)

    def action_previous_evidence(self) -> None:
        self.step(-1)

    def step(self, by: int) -> None:
        """To the next passage of the row."""
        number = len(self.cited(self.row)) if self.row is not None else 0
        if number < 2:
            self.review.tell("this is the only passage" if number else "it cites nothing")
            return
        self._passage = (self._passage + by) % number
        self.light()
        self.review.tell(f"passage {self._passage + 1} of {number}")

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
