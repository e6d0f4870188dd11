"""What was read, taken together: the articles on one event, their sentences, and which of them are one voice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.articles.neighbours import Neighbours
from summarizer.articles.nouns import Article, Sentence, Span
from summarizer.articles.origins import find_origins
from summarizer.articles.sentences import split
from summarizer.records import Citation, Origin

CONTEXT = 32  # code points of prefix and suffix in a citation


@dataclass(frozen=True)
class Topic:
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]  # of all articles, in input order, every kind
    origins: tuple[Origin, ...]
    withdrawn: frozenset[str] = frozenset()  # ids of sentences that a source has taken back

    @classmethod
    def of(cls, articles: Sequence[Article]) -> "Topic":
        sentences = tuple(s for article in articles for s in split(article))
        return cls(tuple(articles), sentences, find_origins(articles, sentences))

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that may be cited."""
        return tuple(s for s in self.sentences if s.kind == "body" and s.id not in self.withdrawn)

    @cached_property
    def whole(self) -> "Topic":
        """The topic with what was withdrawn: all that the sources say, whatever may be told of it."""
        return replace(self, withdrawn=frozenset()) if self.withdrawn else self

    @cached_property
    def neighbours(self) -> Neighbours:
        """The body's sentences by likeness; their places are those in `body`."""
        return Neighbours(s.text for s in self.body)

    @cached_property
    def sentences_of(self) -> dict[str, tuple[Sentence, ...]]:
        """All sentences of a source, every kind, by source id."""
        found: dict[str, list[Sentence]] = {article.id: [] for article in self.articles}
        for sentence in self.sentences:
            found[sentence.span.source].append(sentence)
        return {source: tuple(sentences) for source, sentences in found.items()}

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by source id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def origin(self) -> dict[str, str]:
        """Origin id by source id."""
        return {source: origin.id for origin in self.origins for source in origin.sources}

    def cite(self, span: Span, corroborates: bool = False) -> Citation:
        """The citation of a span, with its quote and what stands before and after it."""
        return cited(span, self.article[span.source].text, corroborates)


def cited(span: Span, text: str, corroborates: bool = False) -> Citation:
    """The citation of a span in `text`, the whole text of its source."""
    return Citation(
        source=span.source,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        corroborates=corroborates,
    )
