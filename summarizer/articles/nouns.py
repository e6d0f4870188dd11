"""What reading makes of files, and what the steps after it work on. None of these leaves the process.

All offsets are half-open and count code points of the decoded text: `article.text[start:end]`. All are frozen and hold
tuples, so that a step cannot change what another step relies on.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from summarizer.records import WrittenBy

Kind = Literal["body", "headline", "dateline", "byline", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one source's text."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source as it was read. `text` is exactly what its bytes decode to: nothing cut, nothing normalised."""

    id: str  # "s1", "s2", … in input order
    path: str  # as the user gave it
    sha256: str  # of the bytes
    encoding: str  # bytes.decode(encoding) == text
    media_type: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    agencies: tuple[str, ...] = ()  # news agencies that the article names as its source


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, or one marked line. Every non-space character of an article lies in exactly one of them."""

    id: str  # "s1.4": source id, then its place among the article's sentences, from 1
    span: Span
    text: str  # article.text[span.start:span.end]
    kind: Kind
    paragraph: int  # number of the line that it stands in, from 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Neighbouring body sentences of one article that fit a token budget together."""

    source: str
    sentences: tuple[Sentence, ...]
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing said, in words close to the article's own, and the sentences of one article that say it."""

    text: str
    sentences: tuple[Sentence, ...]
    written_by: WrittenBy

    @property
    def source(self) -> str:
        return self.sentences[0].span.source
