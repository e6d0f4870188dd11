"""What a sentence rests on, and what stands against it, as places to go to one after another. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.records import Brief, Citation
from summarizer.review.nouns import Item

Says = Literal["so", "the same", "otherwise"]  # borne out by it; reports the same with other detail; against it


class Evidence(NamedTuple):
    citation: Citation
    says: Says


def evidence_of(item: Item) -> tuple[Evidence, ...]:
    """The citations in their order, then every place where a source says otherwise."""
    cited = [Evidence(c, "the same" if c.corroborates else "so") for c in item.citations]
    against = item.verdict.against if item.verdict else ()
    return (*cited, *(Evidence(c, "otherwise") for c in against))


def numbers(brief: Brief) -> dict[str, int]:
    """The number of each source on the screen: its place in the brief's list, from 1."""
    return {source.id: number for number, source in enumerate(brief.sources, 1)}


def label(source: str, places: Mapping[str, int]) -> str:
    """ "[3]", and "[?]" for a source that the brief does not list."""
    return f"[{places.get(source, '?')}]"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of some sentence: what is underlined in its source, and where a click on it leads."""

    citation: Citation
    item: str

    @property
    def span(self) -> tuple[int, int]:
        return self.citation.start, self.citation.end


def by_source(items: Sequence[Item]) -> dict[str, list[Cited]]:
    """Every citation of every sentence, by source."""
    found: dict[str, list[Cited]] = {}
    for item in items:
        for citation in item.citations:
            found.setdefault(citation.source, []).append(Cited(citation, item.id))
    return found
