"""The nouns. Every step of the pipeline takes and returns these, and nothing here knows how any of them is made.

All offsets are half-open and count code points of the decoded text: `article.text[start:end]`. Records are frozen
and hold tuples, so that a step cannot change what another step relies on. `Brief` and the records that it is made of
are the public file format `summarizer.brief/1`; the others never leave the process.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT: Literal["summarizer.brief/1"] = "summarizer.brief/1"

Kind = Literal["body", "headline", "dateline", "byline", "boilerplate"]
Status = Literal["supported", "partial", "unsupported", "contradicted", "unchecked"]
WrittenBy = Literal["extractive", "model", "person"]


class Record(BaseModel):
    """Frozen, and closed: an unknown field is an error, never dropped in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- from files to sentences ----------------------------------------------------------------------------------------


class Span(Record):
    """A stretch of one source's text."""

    source: str
    start: int
    end: int


class Article(Record):
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


class Sentence(Record):
    """One sentence, or one marked line. Every non-space character of an article lies in exactly one of them."""

    id: str  # "s1.4": source id, then its place among the article's sentences, from 1
    span: Span
    text: str  # article.text[span.start:span.end]
    kind: Kind
    paragraph: int  # number of the line that it stands in, from 0


class Chunk(Record):
    """Neighbouring body sentences of one article that fit a token budget together."""

    source: str
    sentences: tuple[Sentence, ...]
    tokens: int


class Claim(Record):
    """One thing said, in words close to the article's own, and the sentences of one article that say it."""

    text: str
    sentences: tuple[Sentence, ...]
    written_by: WrittenBy

    @property
    def source(self) -> str:
        return self.sentences[0].span.source


# --- the brief: the public file format ------------------------------------------------------------------------------


class Citation(Record):
    """Exactly where a source says it: W3C Web Annotation's text position and text quote selectors in one."""

    source: str
    start: int
    end: int
    quote: str  # text[start:end]
    prefix: str = ""
    suffix: str = ""
    corroborates: bool = False  # reports the same with less or other detail; the verdict does not rest on it


class Check(Record):
    """One named check of a sentence against its citations; `detail` is its reason, for a person to read."""

    name: str
    ok: bool
    detail: str = ""


class Verdict(Record):
    """Whether the cited spans say what the sentence says, and the checks that this rests on."""

    status: Status
    by: tuple[str, ...] = ("code",)
    checks: tuple[Check, ...] = ()


UNCHECKED = Verdict(status="unchecked", by=())


class BriefSentence(Record):
    """One sentence of the brief. `origins` counts the independent origins behind its citations, not the files."""

    id: str  # "b1", "b2", …
    text: str
    citations: tuple[Citation, ...]
    section: str | None = None
    written_by: WrittenBy = "person"
    origins: int = 0
    said_by: str | None = None
    verdict: Verdict = UNCHECKED


class Position(Record):
    """One answer to a question on which sources differ, and who gives it."""

    value: str
    said_by: str | None = None
    citations: tuple[Citation, ...]


class Disagreement(Record):
    """One question, several answers. `sentences` are the brief's sentences that it touches."""

    id: str  # "d1", …
    about: str
    kind: Literal["conflict", "attributed", "update", "scope"]
    positions: tuple[Position, ...]
    sentences: tuple[str, ...] = ()


class Withheld(Record):
    """A sentence that failed its check, kept so that a person can see why and restore it."""

    text: str
    written_by: WrittenBy
    citations: tuple[Citation, ...] = ()
    reasons: tuple[str, ...]


class Uncovered(Record):
    """Something that sources say and the brief leaves out."""

    text: str
    origins: int
    citations: tuple[Citation, ...]


class Source(Record):
    """What the brief keeps of an article: enough to find it again and to prove that it has not changed."""

    id: str
    path: str
    sha256: str
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    agencies: tuple[str, ...] = ()
    characters: int | None = None
    tokens: int | None = None
    tokens_exact: bool = False  # False: an estimate, made without the model's vocabulary
    origin: str | None = None
    text_path: str | None = None  # where the text was kept, if `path` alone cannot give it back


class Origin(Record):
    """Sources that are one voice: a copy says nothing that its original did not say."""

    id: str  # "o1", …
    sources: tuple[str, ...]
    kind: Literal["single", "near-copy"] = "single"
    reason: str = ""


class PromptUsed(Record):
    version: int
    sha256: str


class Engine(Record):
    """What made the brief."""

    writer: Literal["extractive", "model"]
    model: str | None = None
    endpoint: str | None = None
    prompts: dict[str, PromptUsed] = Field(default_factory=dict)
    settings: dict[str, Any] = Field(default_factory=dict)


class Usage(Record):
    """What making it took. `cost_usd` is None where the model's price is unknown."""

    calls: int = 0
    failed_calls: int = 0  # gave no usable answer; what they were for stands as the sources have it
    cached_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0


class Brief(Record):
    """One merged brief. Made by `pipeline.summarize`, read back by `output.json`, held to its word by `checking`."""

    format: Literal["summarizer.brief/1"] = FORMAT
    id: str = ""
    created: str = ""  # ISO 8601, UTC
    title: str | None = None
    question: str | None = None
    language: str | None = None
    engine: Engine | None = None
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...] = ()
    sentences: tuple[BriefSentence, ...]
    disagreements: tuple[Disagreement, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    left_out: tuple[str, ...] = ()  # paths that gave no source; why stands in `warnings`
    warnings: tuple[str, ...] = ()
    usage: Usage = Usage()
    meta: dict[str, Any] = Field(default_factory=dict)  # other programs' own data, kept and never read
