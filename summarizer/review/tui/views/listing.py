"""What the four views of a list beside its sources have in common: the list, the panes that follow it, the search.

The evidence follows the cursor, so that nothing has to be opened. A view keeps no state but where its cursor is.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from summarizer.records import Citation
from summarizer.review.rows.nouns import Row, called
from summarizer.review.rows.placing import after
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.views.evidence import Beside, Evidence, Shown
from summarizer.review.tui.views.going import Going
from summarizer.review.tui.views.rowlist import RowList


class Listing(Going):
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
    Listing LineView { border-title-color: $foreground; border-subtitle-color: $foreground; }
    Listing.-one .-behind { display: none; }
    """

    title = ""
    first_passage = 0  # what is lit of a row that the cursor comes to; -1: nothing
    empty = ""  # what is said where there is nothing to list

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows_list = RowList(self.title, id="rows")
        self.pane = Beside(id="evidence")
        self._shown = Shown(self.pane)
        self._passage = 0  # which of the citations of the row is lit
        self._row_lit: str | None = None  # the row that it counts for

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
        self.rows_list.ink(self.review.inks["contradicted"])
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

    @property
    def short(self) -> bool:
        """Whether a source is called by its number alone."""
        return False

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
        self.did(done, f"{called([name], self.session.state)} {said}")
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

    def action_open(self) -> None:
        """What Enter does on a row."""
        raise NotImplementedError

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
