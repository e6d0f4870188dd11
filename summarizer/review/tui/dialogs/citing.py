"""The screen on which other evidence is chosen: the sentence, passages for it, and the source of the chosen one.

What is lit is what would be cited, to the code point. Searching and checking run in threads; what arrives after the
dialog has closed, or for a choice that is no longer the choice, is dropped. Nothing is saved here: see `recite`.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker

from summarizer.output.safe import line
from summarizer.records import Citation, Verdict
from summarizer.review.changing import reciting
from summarizer.review.changing.reciting import Reciting, Span
from summarizer.review.evidence.desk import Page
from summarizer.review.evidence.spans import sentence
from summarizer.review.nouns import Item
from summarizer.review.tui.dialogs.choosing import ChoicePane
from summarizer.review.tui.dialogs.looking import Looking
from summarizer.review.tui.dialogs.parts import Dialog, Keys, called, name_of, number_of
from summarizer.review.tui.dialogs.passages import PassageList
from summarizer.review.tui.dialogs.wording import said_of
from summarizer.review.tui.lines import LineView

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp

SEARCHING = "searching ..."
PAUSE = 0.2  # seconds that a choice stands before it is checked


class Choosing(Dialog):
    """`current`: which of the citations the reader was looking at, from 0; none of them if it is beyond the last.
    `drawn`: a stretch of a source (id, start, end) that was drawn over with the mouse before: it is chosen."""

    DEFAULT_CSS = """
    Choosing { background: transparent; align: left top; }
    Choosing #box { layout: horizontal; background: $surface; }
    Choosing #choice { width: 1fr; height: 1fr; border: round $primary; }
    Choosing ChoicePane { width: 1fr; height: 1fr; }
    Choosing Static { height: auto; padding: 0 1; }
    Choosing #sentence { max-height: 6; margin-bottom: 1; text-style: bold; }
    Choosing.-narrow #box { layout: vertical; }
    Choosing.-narrow #choice { height: 15; }
    Choosing.-narrow #sentence { max-height: 3; margin-bottom: 0; }
    Choosing.-narrow.-low #choice { height: 55%; }
    Choosing.-low #sentence { max-height: 1; margin-bottom: 0; }
    Choosing.-low Keys { display: none; }
    """

    def __init__(
        self, item: Item, review: "ReviewApp", current: int = 0, drawn: tuple[str, int, int] | None = None
    ) -> None:
        super().__init__(review)
        self._item = item
        self._looking = Looking(self, review.checks.examiner, item.text)
        self._state = reciting.begin(item.citations, current)
        if drawn is not None:
            text = review.desk.page(drawn[0]).text
            self._state = reciting.selected(self._state, text, Span(*drawn))
        self._page: Page | None = None
        self._timer: Timer | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        with Container(id="box"):
            with Vertical(id="choice"):
                yield Static(Content(line(self._item.text)), id="sentence")
                yield PassageList(self._review.brief)
                yield Static(Content(""), id="would")
                yield Static(Content(""), id="said")
                yield Keys("recite", self._review.opening.keymap)
            yield ChoicePane()

    def on_mount(self) -> None:
        self._show()
        self._tell_verdict("as it is", self._item.verdict)
        self._judge()
        self._search()

    # -- what is shown --

    def _become(self, state: Reciting) -> None:
        """Another state: what is lit and what would be replaced, and so what the check would say, may differ."""
        was, self._state = self._state, state
        self._show(moved=state.cursor != was.cursor or state.span is None or was.span is None)
        if (state.span, state.aim) != (was.span, was.aim):
            self._judge_soon()

    def _show(self, moved: bool = True) -> None:
        """`moved`: the reader goes to another passage, and does not only change the ends of one."""
        state, brief = self._state, self._review.brief
        title = f"Re-cite {called(self._review, self._item)}"
        if state.source is not None:
            title += f"   source {number_of(brief, state.source)} of {len(brief.sources)} alone"
        box, count = self.query_one("#choice"), len(state.citations)
        box.border_title = Content(title)
        box.border_subtitle = Content(f"enter replaces citation {state.aim + 1} of {count}" if count else "enter cites")
        self.query_one(PassageList).put(state)
        source = state.span.source if state.span else state.source
        if source in self._review.desk.sources:
            self._show_source(self._review.desk.page(source), moved)

    def _show_source(self, page: Page, moved: bool) -> None:
        pane, span = self.query_one(ChoicePane), self._state.span
        quotes = [c for c in self._item.citations if c.source == page.source.id]
        if page is not self._page:
            self._page = page
            places, name = [(c.start, c.end) for c in quotes], name_of(self._review.brief, page.source.id)
            label = f"[{number_of(self._review.brief, page.source.id)}] {name}"
            pane.show(page, underlined=places, quotes=quotes, label=label)
            moved = True
        if span is not None:
            (pane.jump if moved else pane.choose)(span.start, span.end)

    def _begin_again(self, item: Item) -> None:
        """The sentence cites something else than when this began: the chosen passage stays chosen."""
        self._item, self._page = item, None
        state = reciting.begin(item.citations, self._state.target)
        self._become(replace(state, span=self._state.span or state.span, source=self._state.source))
        self._search()

    def _say(self, text: str) -> None:
        self._said = line(text)
        said = self.query_one("#said", Static)
        said.display = bool(self._said)
        said.update(Content(self._said))

    def _tell_verdict(self, when: str, verdict: Verdict | None) -> None:
        self.query_one("#would", Static).update(said_of(when, verdict))

    # -- beside the screen --

    def _search(self) -> None:
        self._say(SEARCHING)
        self._looking.search(self._state.source, self._item.citations)

    def _judge_soon(self) -> None:
        """Asks what the check would say once the choice has stood for a moment."""
        self._looking.forget_verdict()
        self.query_one("#would", Static).update(Content(""))
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._judge)

    def _judge(self) -> None:
        citation = self._chosen()
        outcome = reciting.replaced(self._state, citation) if isinstance(citation, Citation) else None
        if outcome is None:
            return
        if outcome.refused:
            self._tell_verdict("as it is", self._item.verdict)
        else:
            self.query_one("#would", Static).update(Content("checking ..."))
            self._looking.judge(outcome.citations)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        came = self._looking.ended(event)
        if isinstance(came, tuple):
            if self._said == SEARCHING:  # and not something that still is to be read
                self._say("" if came else "nothing was found here: / searches, the mouse draws")
            self._become(reciting.suggested(self._state, came))
        elif isinstance(came, Verdict):
            self._tell_verdict("with this", came)
        elif came is not None:
            self._say(f"failed: {came}")

    # -- choosing --

    def on_line_view_row_clicked(self, event: LineView.RowClicked) -> None:
        if isinstance(event.view, PassageList):
            self._become(reciting.chosen(self._state, event.y))

    def on_source_pane_selected(self, event: ChoicePane.Selected) -> None:
        self._select(event.start, event.end)

    def on_source_pane_clicked(self, event: ChoicePane.Clicked) -> None:
        """A click chooses the sentence there."""
        if self._page is not None and event.offset >= 0:
            self._select(*sentence(self._page.text, event.offset, event.offset + 1))

    def _select(self, start: int, end: int) -> None:
        if self._page is not None and not self._page.trouble:
            span = Span(self._page.source.id, start, end)
            self._become(reciting.selected(self._state, self._page.text, span))

    def _chosen(self) -> Citation | str:
        """The chosen passage as a citation, or why it cannot be one."""
        if self._state.span is None:
            return "choose a passage first: j and k, or draw over one with the mouse"
        try:
            return self._review.checks.examiner.citation(*self._state.span)
        except (KeyError, ValueError):
            trouble = self._page.trouble if self._page else "unknown"
            return f"source {trouble}: choose a passage of another one"
