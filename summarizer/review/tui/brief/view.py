"""The brief beside its sources: going about in it, with keys and mouse, and looking for words.

What is done with a sentence stands in `acts`, what is on the screen in `showing`.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from summarizer.output.safe import line
from summarizer.review.nouns import Item
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.showing import Showing
from summarizer.review.tui.brief.standing import wants
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.lines import LineView
from summarizer.review.tui.source import SourcePane

SMALL = (60, 16)  # columns, rows: below either there is one pane at a time


class BriefView(Showing):
    """The first view. Every one of its keys is a command of `commands.of("brief")`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("brief")]
    name_of_view = "brief"

    maximised = False  # one pane has the whole screen because that was asked for

    def begin(self) -> None:
        """The first time: at the first sentence that is open."""
        items = self.session.state.items
        self._pane.move_to(next((n for n, item in enumerate(items) if item.choice is None), 0))

    def hint(self) -> str:
        item = self.current_item
        if item is None:
            return ""
        if not self.session.state.open:
            return self.review.all_done()
        if self.around.disagreements.get(item.id) and wants(item, self.around):
            return f"The sources disagree here. {self.review.key('view_disagreements')} shows who says what."
        if item.choice is None and not item.supported:
            return f"This is not borne out: {self.review.key('accept')} asks for a reason."
        if len(self._evidence) > 1:
            return f"{self.review.key('next_evidence')} shows the next of its {len(self._evidence)} passages."
        return ""

    # from sentence to sentence

    def go_on(self) -> None:
        self._go_to_next(lambda item: item.choice is None, 1)

    def _go_to_next(self, wanted: Callable[[Item], bool], by: int) -> bool:
        """To the next sentence that is `wanted`, around the end of the list; whether there is one but this."""
        items = self.session.state.items
        for step in range(1, len(items)):
            index = (self._pane.cursor + by * step) % len(items)
            if wanted(items[index]):
                self._pane.move_to(index)
                return True
        return False

    def action_next_attention(self) -> None:
        self._attend(1)

    def action_previous_attention(self) -> None:
        self._attend(-1)

    def _attend(self, by: int) -> None:
        """While something is searched for: its next place. Else the next sentence that wants attention, else the
        next that is open."""
        if self._source.matches[1] and self._source.has_focus:
            at, count = self._source.go_to_match(by)
            self.review.tell(f"match {at} of {count}; esc ends the search")
        elif self._faces.words:
            self._next_match(by)
        elif not self._go_to_next(lambda item: wants(item, self.around), by):
            if self._go_to_next(lambda item: item.choice is None, by):
                self.review.tell("nothing else needs attention: the next open sentence")
            else:
                here = self.current_item
                self.review.tell("no other sentence is open" if here and not here.choice else self.review.all_done())

    def action_cursor_next(self) -> None:
        self._step(1)

    def action_cursor_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self._focused.action_lines(by)

    def action_cursor_first(self) -> None:
        self._focused.action_first_row()

    def action_cursor_last(self) -> None:
        self._focused.action_last_row()

    # the evidence

    def action_next_evidence(self) -> None:
        self._next_evidence(1)

    def action_previous_evidence(self) -> None:
        self._next_evidence(-1)

    def _next_evidence(self, by: int) -> None:
        count = len(self._evidence)
        if count < 2:
            self.review.tell("this is the only passage that it cites" if count else "it cites nothing")
            return
        self.light((self._at + by) % count)
        more = ": it says otherwise" if self._evidence[self._at].says == "otherwise" else ""
        self.review.tell(f"passage {self._at + 1} of {count}{more}")

    def action_page_source(self) -> None:
        self._source.action_pages(1)

    def action_page_source_back(self) -> None:
        self._source.action_pages(-1)

    # panes

    @property
    def _panes(self) -> tuple[LineView, ...]:
        """Those that can have the focus."""
        flat = self._why.page <= 1 and not self.has_class("-one")
        return (self._pane, self._source) if flat else (self._pane, self._source, self._why)

    @property
    def _focused(self) -> LineView:
        return next((pane for pane in self._panes if pane.has_focus), self._pane)

    def action_next_pane(self) -> None:
        self._other_pane(1)

    def action_previous_pane(self) -> None:
        self._other_pane(-1)

    def _other_pane(self, by: int) -> None:
        panes = self._panes
        self._bring(panes[(panes.index(self._focused) + by) % len(panes)])

    def _bring(self, pane: LineView) -> None:
        """Gives the pane the focus, and where there is one at a time, the screen."""
        for each in (self._pane, self._source, self._why):
            self.set_class(each is pane, f"-at-{each.id}")
        pane.focus()

    def action_maximise(self) -> None:
        self.maximised = not self.maximised
        self._fit()

    def on_resize(self, _event: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        width, height = self.app.size
        one = self.maximised or width < SMALL[0] or height < SMALL[1]
        focused: Widget = self._focused
        for each in (self._pane, self._source, self._why):
            self.set_class(each is focused, f"-at-{each.id}")
        self.set_class(one, "-one")

    # the mouse

    def on_line_view_row_clicked(self, event: LineView.RowClicked) -> None:
        if "evidence" in event.meta:
            self.light(int(event.meta["evidence"]))
        elif "cite" in event.meta:
            self._cite(int(event.meta["cite"]))

    def _cite(self, number: int) -> None:
        """Lights what is cited of the source of this number; the next of it where one is lit already."""
        order = [(self._at + step) % len(self._evidence) for step in range(1, len(self._evidence) + 1)]
        there = [n for n in order if self.around.places.get(self._evidence[n].citation.source, 0) == number]
        if there:
            first = min(there)
            here = self.around.places.get(self._evidence[self._at].citation.source, 0) == number
            self.light(there[0] if here else first)

    def on_source_pane_clicked(self, event: SourcePane.Clicked) -> None:
        if event.lit is not None and event.lit < len(self._lit):
            self.light(self._lit[event.lit])
        elif event.underlined is not None and event.underlined < len(self._underlined):
            cited = self._underlined[event.underlined]
            self.go_to(cited.item)
            self.show_span(cited.citation)

    def on_source_pane_selected(self, event: SourcePane.Selected) -> None:
        keys = self.review.key("recite"), self.review.key("copy")
        self.review.tell(f"{event.end - event.start} characters: {keys[0]} cites them, {keys[1]} copies them")

    # looking for words

    def action_search(self) -> None:
        if self._source.has_focus:
            self.review.ask(Ask("Search in the source", needed=False), self._search_source)
        else:
            self.review.ask(Ask("Search in the brief", value=self._faces.words, needed=False), self._search_brief)

    def _search_source(self, words: str) -> None:
        count = self._source.search(words)
        if count:
            self._source.go_to_match(1)
        self._found(words, count)

    def _search_brief(self, words: str) -> None:
        self._faces.words = words
        self.show_state()
        matches = sum(bool(face.found) for face in self._pane.faces)
        if matches and not self._pane.faces[self._pane.cursor].found:
            self._next_match(1)
        self._found(words, matches)

    def _found(self, words: str, count: int) -> None:
        if words:
            what = f'{count} with "{line(words)}"; n and N go through them, esc ends the search'
            self.review.tell(what if count else f'nothing has "{line(words)}"')

    def _next_match(self, by: int) -> None:
        having = {face.item for face in self._pane.faces if face.found}
        self._go_to_next(lambda item: item.id in having, by)

    def action_clear(self) -> None:
        """Ends what is going on: a search, a pane that has the whole screen, the checks."""
        if self._source.matches[1] or self._faces.words:
            self._source.search("")
            self._search_brief("")
            self.review.tell("the search has ended")
        elif self.review.checks.left:
            self.review.checks.stop()
            self.review.tell("no more checks; what was checked is kept")
        elif self.maximised:
            self.action_maximise()
        else:
            self.review.quiet()
