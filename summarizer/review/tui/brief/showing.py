"""What stands on the screen of the brief view: the sentences, the evidence of the current one, and why it stands as it
does. The evidence follows the cursor.

Moving lays nothing out again: two sentences, the source and the panel are painted, and nothing else.
"""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from summarizer.output.safe import line
from summarizer.records import Citation, Source
from summarizer.review.evidence.desk import Page
from summarizer.review.nouns import Item
from summarizer.review.tui.brief.acts import Acts
from summarizer.review.tui.brief.evidence import Cited, Evidence, evidence_of, label
from summarizer.review.tui.brief.faces import Faces
from summarizer.review.tui.brief.pane import BriefPane
from summarizer.review.tui.brief.panel import WhyPanel
from summarizer.review.tui.brief.standing import Around
from summarizer.review.tui.brief.why import Why
from summarizer.review.tui.source import SourcePane

# Evidence counts as seen when it has been lit for this long: going past it is not looking at it.
REST = 0.5  # seconds


class Beside(SourcePane, inherit_bindings=False):
    """The source pane with the keys of the view around it."""


class Showing(Acts):
    """The three panes, and what they show."""

    SCOPED_CSS = False  # how wide the screen is, is said by a class of the screen
    DEFAULT_CSS = """
    BriefView { layout: horizontal; }
    BriefView #sentences, BriefView #right { width: 1fr; height: 1fr; }
    BriefView #why { height: 42%; min-height: 6; }
    BriefView #source { height: 1fr; }
    BriefView #nothing { width: 1fr; height: 1fr; padding: 2 4; display: none; }
    .-narrow BriefView { layout: vertical; }
    .-narrow BriefView #sentences { height: 47%; width: 1fr; }
    .-narrow BriefView #why { height: 1; min-height: 1; }
    BriefView.-one #sentences, BriefView.-one #source, BriefView.-one #right { display: none; height: 1fr; }
    BriefView.-one.-at-sentences #sentences, BriefView.-one.-at-source #source { display: block; }
    BriefView.-one.-at-source #right, BriefView.-one.-at-why #right { display: block; }
    BriefView.-one.-at-source #why { display: none; }
    BriefView.-one.-at-why #why { height: 1fr; }
    BriefView.-empty #nothing { display: block; }
    BriefView.-empty #sentences, BriefView.-empty #right { display: none; }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id, classes="-at-sentences")  # a class that comes later is one more layout
        self._pane = BriefPane("sentences", self._arrived, lambda: self.review.fitted())
        self._source = Beside(id="source")
        self._why = WhyPanel("why")
        self._why.border_title = Content("Why")
        self._faces = Faces()
        self._evidence: tuple[Evidence, ...] = ()
        self._at = 0  # which of it is lit
        self._underlined: list[Cited] = []
        self._lit: list[int] = []  # which of the evidence each span that was given to the source pane is
        self._stands: tuple[object, ...] = ()  # what the source pane was given last
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._pane
        with Vertical(id="right"):
            yield self._source
            yield self._why
        yield Static(Content(""), id="nothing")

    # what is shown

    @property
    def current_item(self) -> Item | None:
        items = self.session.state.items
        return items[self._pane.cursor] if self._pane.cursor < len(items) else None

    @property
    def evidence_at(self) -> int:
        return self._at

    @property
    def drawn(self) -> tuple[str, int, int] | None:
        if self._source.selected is None or not self._evidence or not self._page(self._source_shown).text:
            return None
        return (self._source_shown, *self._source.selected)

    @property
    def _source_shown(self) -> str:
        return self._evidence[self._at].citation.source

    def number_of(self, item: Item) -> int:
        return next((n for n, other in enumerate(self.session.state.items, 1) if other.id == item.id), 0)

    def show_state(self, _about: str | None = None) -> None:
        before = self._pane.faces[self._pane.cursor].item if self._pane.faces else ""
        self.around = self.review.around()
        items = self.session.state.items
        faces = self._faces.of(self.around)
        there = next((n for n, item in enumerate(items) if item.id == before), None)
        self._pane.put(faces, self.review.inks, there)
        self._pane.title(f"Brief  {len(items)} sentences", f"open {len(self.session.state.open)}")
        self.set_class(not items, "-empty")
        if not items:
            self.query_one("#nothing", Static).update(Content(_nothing(self.around)))
        self._show(again=there is not None)

    def arrive(self) -> None:
        (self._pane if self.session.state.items else self).focus()

    def go_to(self, about: str) -> None:
        """Brings the sentence with this id under the cursor, if there is one."""
        for index, item in enumerate(self.session.state.items):
            if item.id == about:
                self._pane.move_to(index)

    def show_span(self, citation: Citation) -> None:
        """Lights this citation of the current sentence, if it is one of its."""
        at = next((n for n, evidence in enumerate(self._evidence) if evidence.citation == citation), None)
        if at is not None:
            self.light(at)

    def light(self, at: int) -> None:
        """Lights one of the pieces of evidence of the current sentence, from 0."""
        if 0 <= at < len(self._evidence):
            self._at = at
            self._show_evidence()
            self._show_why(again=True)

    def sources_read(self, _sources: tuple[str, ...]) -> None:
        self.show_state()

    def _arrived(self) -> None:
        """The cursor is on another sentence."""
        self._at = 0
        self._show()
        self.review.hint_changed()

    def _show(self, again: bool = False) -> None:
        """The evidence of the current sentence, and why it stands as it does. `again`: it was shown before."""
        item = self.current_item
        self._evidence = evidence_of(item) if item else ()
        self._at = min(self._at, max(0, len(self._evidence) - 1)) if again else self._at
        self._show_evidence()
        self._show_why(again)

    def _show_why(self, again: bool) -> None:
        item = self.current_item
        page = self.review.reading.page
        self._why.put(Why(item, self.around, self._at, page, self.review.inks) if item else None, again)

    def _show_evidence(self) -> None:
        if self._rest:
            self._rest.stop()
        item = self.current_item
        if item is None or not self._evidence:
            self._pane.at_source(None)
            self._underlined, self._lit, self._stands = [], [], ()
            self._source.show(_blank(), label="cites nothing")
            return
        here = self._evidence[self._at].citation
        page = self._page(here.source)
        order = [self._at, *(n for n in range(len(self._evidence)) if n != self._at)]
        self._lit = [n for n in order if self._evidence[n].citation.source == here.source]
        lit = [self._evidence[n].citation for n in self._lit]
        cited = self._faces.cited(self.around).get(here.source, [])
        self._underlined = [c for c in cited if c.item != item.id]
        stands = (item.id, self._at, page, lit, self._underlined)
        if stands != self._stands:  # else it would be scrolled back from where it is being read
            self._stands = stands
            spans = [(c.start, c.end) for c in lit], [c.span for c in self._underlined]
            quotes = [*(c.citation for c in self._underlined), *lit]
            self._source.show(page, *spans, quotes=quotes, label=self._label())
        self._pane.at_source(self.around.places.get(here.source))
        if not page.trouble and page.text:
            self._rest = self.set_timer(REST, self._saw)

    def _page(self, source: str) -> Page:
        try:
            page = self.review.reading.page(source)
        except KeyError:
            page = None
        return page or _blank()

    def _label(self) -> str:
        citation, says = self._evidence[self._at]
        source = next((s for s in self.around.brief.sources if s.id == citation.source), None)
        name = line(source.path.replace("\\", "/").rpartition("/")[2]) if source else "?"
        which = f"  {self._at + 1}/{len(self._evidence)}" if len(self._evidence) > 1 else ""
        otherwise = "! says otherwise: " if says == "otherwise" else ""  # first: the end is cut where room is short
        return f"{otherwise}{label(citation.source, self.around.places)} {name}{which}"

    def _saw(self) -> None:
        """What is lit has been on the screen for a while."""
        item = self.current_item
        covered = len(self.app.screen_stack) > 1 or self.review.current is not self or not self._source.is_on_screen
        if item is None or covered or not self._source.exact or not self._evidence:
            return
        source = self._evidence[self._at].citation.source
        if source not in item.seen and not self.session.read_only:
            self.session.saw(item.id, source)
            self._show_why(again=True)


def _blank() -> Page:
    """No source: one that is still being read, or none at all."""
    return Page(Source(id="", path="", sha256=""), "")


def _nothing(around: Around) -> str:
    """What is missing, and what to do about it; on the whole of the pane."""
    brief = around.brief
    if not brief.sources:
        return "This brief has no sources and says nothing.\n\nRun  summarizer brief PATH...  first.   q leaves"
    lines = [f"This brief has {len(brief.sources)} sources and no sentence.", ""]
    lines += [line(warning) for warning in brief.warnings[:5]]
    if brief.withheld:
        lines.append(f"5 shows the {len(brief.withheld)} sentences that were withheld, and why.")
    lines += ["3 shows what the sources say.", "Run  summarizer brief PATH...  for another one.   q leaves"]
    return "\n".join(lines)
