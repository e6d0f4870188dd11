"""What a writer hands over: sentences with their spans, and what it held back. Both writers make the same records."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from summarizer.articles.nouns import Claim, Span
from summarizer.articles.topic import Topic
from summarizer.records import Engine, Usage, Withheld, WrittenBy
from summarizer.writing.grouping import Group

EXTRACTIVE = Engine(writer="extractive")
NO_CALLS = Usage()


class Draft(NamedTuple):
    """One sentence of a brief before its verdict. The first span is the one that it is worded after."""

    text: str
    spans: tuple[Span, ...]
    groups: tuple[Group, ...]
    written_by: WrittenBy = "extractive"

    @property
    def length(self) -> int:
        """In words, as a reader counts them."""
        return len(self.text.split())


class Composition(NamedTuple):
    """The drafts in reading order, the sentences that failed their check with the reasons, and what made them."""

    drafts: tuple[Draft, ...]
    withheld: tuple[Withheld, ...] = ()
    engine: Engine = EXTRACTIVE
    warnings: tuple[str, ...] = ()
    usage: Usage = NO_CALLS


class Writer(Protocol):
    """Two steps of the pipeline are a writer's: what is said, and in which words. The rest is the same for both."""

    def claims(self, topic: Topic) -> tuple[Claim, ...]:
        """Everything that the articles say, each claim with the sentences that say it."""

    def compose(self, topic: Topic, ranked: Sequence[Group], words: int) -> Composition:
        """About `words` words over the best groups. `ranked` comes best first and may be empty."""
