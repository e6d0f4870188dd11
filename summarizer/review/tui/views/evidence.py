"""A citation lit in its source, with what the brief cites there underlined, and the sentences behind the places."""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.records import Brief, Citation, Source
from summarizer.review.evidence.desk import Page
from summarizer.review.nouns import State
from summarizer.review.rows.nouns import Numbers
from summarizer.review.tui.reading import Reading
from summarizer.review.tui.source import SourcePane

NOWHERE = Page(Source(id="", path="", sha256=""), "")  # no source, or one that is still being read


class Beside(SourcePane, inherit_bindings=False):
    """The source pane with the keys of the view around it."""


class Cited(NamedTuple):
    """A sentence under review and one of its citations."""

    item: str
    citation: Citation


class Evidence(NamedTuple):
    """The sources as they are now, and what is cited of them in the state as it now is."""

    reading: Reading
    brief: Brief
    state: State

    def page(self, source: str) -> Page:
        """A source that the brief does not list has no text here, and says so; one that is on its way has none yet."""
        if any(one.id == source for one in self.brief.sources):
            return self.reading.page(source) or NOWHERE
        return Page(Source(id=source, path="?", sha256=""), "", "is not among the sources of this brief")

    def cited(self, source: str) -> list[Cited]:
        """What the sentences under review cite of `source`, in the order of its text; what is rejected as well."""
        found = [Cited(item.id, c) for item in self.state.items for c in item.citations if c.source == source]
        return sorted(found, key=lambda one: (one.citation.start, one.citation.end))

    def label(self, source: str) -> str:
        numbers = Numbers(self.brief)
        return f"{numbers.mark(source)} {numbers.name(source)}"


class Shown:
    """What one pane shows: shown again only where it is something else, so that what is read is not scrolled away."""

    def __init__(self, pane: SourcePane) -> None:
        self._pane = pane
        self._stands: tuple[object, ...] | None = None
        self.sentences: list[str] = []  # of each underlined place, the sentence that a click on it leads to

    def light(self, evidence: Evidence, citations: Sequence[Citation], at: int, *, short: bool = False) -> None:
        """Shows the citation at `at` in its context, the others of them in the same source marked too. `short`: the
        source is called by its number alone."""
        if not citations:
            self._put(NOWHERE, (), [], "")
            return
        first = citations[at]
        here = [first, *(c for n, c in enumerate(citations) if c.source == first.source and n != at)]
        which = f"  {at + 1}/{len(citations)}" if len(citations) > 1 else ""
        numbers = Numbers(evidence.brief)
        label = f"{numbers.mark(first.source) if short else evidence.label(first.source)}{which}"
        self._put(evidence.page(first.source), here, evidence.cited(first.source), label)

    def whole(self, evidence: Evidence, source: str, places: Sequence[Cited]) -> bool:
        """Shows a source from its start, with `places` underlined and none lit; False where it was shown so already."""
        return self._put(evidence.page(source), (), places, evidence.label(source))

    def _put(self, page: Page, lit: Sequence[Citation], underlined: Sequence[Cited], label: str) -> bool:
        self.sentences = [one.item for one in underlined]
        others = [one.citation for one in underlined]
        stands = (page, tuple(lit), tuple(others), label)
        if stands == self._stands:
            return False
        self._stands = stands
        spans = [(c.start, c.end) for c in lit], [(c.start, c.end) for c in others]
        self._pane.show(page, *spans, quotes=[*others, *lit], label=label)
        return True
