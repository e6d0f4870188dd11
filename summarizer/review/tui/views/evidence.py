"""A citation lit in its source, with what the brief cites there underlined, and the sentence behind a place."""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.records import Brief, Citation, Source
from summarizer.review.desk import Desk, Page
from summarizer.review.nouns import State
from summarizer.review.rows.nouns import Numbers
from summarizer.review.tui.source import SourcePane

NOWHERE = Page(Source(id="", path="", sha256=""), "")


class Cited(NamedTuple):
    """A sentence under review and one of its citations."""

    item: str
    citation: Citation


class Evidence(NamedTuple):
    """The sources as they are now, and what is cited of them in the state as it now is."""

    desk: Desk
    brief: Brief
    state: State

    def page(self, source: str) -> Page:
        """A source that the brief does not list has no text here, and says so."""
        if source in self.desk.sources:
            return self.desk.page(source)
        return Page(Source(id=source, path=source, sha256=""), "", "is not among the sources of this brief")

    def cited(self, source: str) -> list[Cited]:
        """What the sentences under review cite of `source`, in the order of its text; what is rejected as well."""
        found = [Cited(item.id, c) for item in self.state.items for c in item.citations if c.source == source]
        return sorted(found, key=lambda one: (one.citation.start, one.citation.end))

    def light(self, pane: SourcePane, citations: Sequence[Citation], at: int, label: str = "") -> list[Cited]:
        """Shows the citation at `at` in its context, the others of them in the same source marked too. Gives what is
        underlined, in the order in which a click on it is told."""
        if not citations:
            pane.show(NOWHERE, label=label)
            return []
        first = citations[at]
        here = [first, *(c for n, c in enumerate(citations) if c.source == first.source and n != at)]
        cited = self.cited(first.source)
        others = [one.citation for one in cited]
        pane.show(
            self.page(first.source),
            [(c.start, c.end) for c in here],
            [(c.start, c.end) for c in others],
            quotes=[*here, *others],
            label=f"{self.label(first.source)}{f'  {label}' if label else ''}",
        )
        return cited

    def label(self, source: str) -> str:
        numbers = Numbers(self.brief)
        return f"{numbers.mark(source)} {numbers.name(source)}"
