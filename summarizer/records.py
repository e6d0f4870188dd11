"""The brief: what a run makes, what `brief.json` holds, and the public file format `summarizer.brief/1`.

All offsets are half-open and count code points of the decoded text: `article.text[start:end]`. Records are frozen
and hold tuples, so that a step cannot change what another step relies on; nothing here knows how any of them is made.

They are plain dataclasses and not models of pydantic: what they hold is made by our own code, whose types mypy has
proven, and a run without a model need not load pydantic, which takes as long as the work itself. What comes from
outside, a brief that is read back, is held to every field and type by `output.json`, by handing these to pydantic.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from summarizer.forms import UNLESS_EMPTY
from summarizer.forms import Record as Record
from summarizer.forms import plain as plain
from summarizer.reviewed import Decision, ReviewRecord

FORMAT: Literal["summarizer.brief/1"] = "summarizer.brief/1"

Status = Literal["supported", "partial", "unsupported", "contradicted", "unchecked"]
WrittenBy = Literal["extractive", "model", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """Exactly where a source says it: W3C Web Annotation's text position and text quote selectors in one."""

    source: str
    start: int
    end: int
    quote: str  # text[start:end]
    prefix: str = ""
    suffix: str = ""
    corroborates: bool = False  # reports the same with less or other detail; the verdict does not rest on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """One named check of a sentence against its citations; `detail` is its reason, for a person to read."""

    name: str
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Record):
    """Whether the cited spans say what the sentence says, and the checks that this rests on."""

    status: Status
    by: tuple[str, ...] = ("code",)  # "code", and "judge:<model>" where a model was asked
    checks: tuple[Check, ...] = ()
    against: tuple[Citation, ...] = ()  # where a source says otherwise, cited by the sentence or not


UNCHECKED = Verdict(status="unchecked", by=())


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence(Record):
    """One sentence of the brief. `origins` counts the independent origins behind its citations, not the files."""

    id: str  # "b1", "b2", …
    text: str
    citations: tuple[Citation, ...]
    section: str | None = None
    written_by: WrittenBy = "person"
    origins: int = 0
    said_by: str | None = None
    upstream: str | None = None  # the one speaker on whose statement all of its sources rest, however many they are
    verdict: Verdict = UNCHECKED
    decisions: tuple[Decision, ...] = field(default=(), metadata=UNLESS_EMPTY)  # of a brief that was reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """One answer to a question on which sources differ, and who gives it."""

    value: str
    said_by: str | None = None
    as_of: date | None = None  # the day to which the answer belongs, or on which it was published
    counts: str | None = None  # what is counted or asked about, in the source's words
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement(Record):
    """One question, several answers. `sentences` are the brief's sentences that it touches."""

    id: str  # "d1", …
    about: str
    kind: Literal["conflict", "attributed", "update", "scope"]
    positions: tuple[Position, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(Record):
    """A sentence that failed its check, kept so that a person can see why and restore it."""

    text: str
    written_by: WrittenBy
    citations: tuple[Citation, ...] = ()
    reasons: tuple[str, ...]
    decisions: tuple[Decision, ...] = field(default=(), metadata=UNLESS_EMPTY)  # of one that a reviewer took out


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered(Record):
    """Something that sources say and the brief leaves out."""

    text: str
    origins: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Record):
    """Two copies of one text that do not say the same: the cheapest alarm for a doctored article."""

    about: str  # what differs, in words: "12,000 / 1,200"
    citations: tuple[Citation, Citation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Record):
    """Sources that are one voice: a copy says nothing that its original did not say.

    "reprint": the same text; "near-copy": its sentences paraphrased; "wire-copy": the same agency's story, cut or
    worded by each paper.
    """

    id: str  # "o1", …
    sources: tuple[str, ...]
    kind: Literal["single", "reprint", "near-copy", "wire-copy"] = "single"
    reason: str = ""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptUsed(Record):
    """One prompt file, by what it was when it was used."""

    version: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine(Record):
    """What made the brief."""

    writer: Literal["extractive", "model"]
    model: str | None = None
    endpoint: str | None = None
    prompts: dict[str, PromptUsed] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage(Record):
    """What making it took. `cost_usd` is None where the model's price is unknown."""

    calls: int = 0
    failed_calls: int = 0  # gave no usable answer; what they were for stands as the sources have it
    cached_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
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
    meta: dict[str, Any] = field(default_factory=dict)  # other programs' own data, kept and never read
    review: ReviewRecord | None = field(default=None, metadata=UNLESS_EMPTY)

    def to_json(self) -> str:
        """The brief as the text of a `brief.json`."""
        from summarizer.output import json

        return json.dumps(self)

    @classmethod
    def from_json(cls, text: str) -> "Brief":
        """The brief in the text of a `brief.json`. Raises UsageError that names the first wrong field."""
        from summarizer.output import json

        return json.loads(text, "brief")


def brief_id(brief: Brief) -> str:
    """A hash of what the brief says and what made it, not of when or at what cost: same input and engine, same id."""
    review = replace(brief.review, exported="") if brief.review else None
    content = replace(brief, id="", created="", usage=Usage(), meta={}, review=review)
    text = json.dumps(content, default=plain, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
