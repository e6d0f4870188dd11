"""Anybody's sentence or summary, held against sources that it does not cite: the verdict on each of its sentences.

The verdict is the checker's own; here its evidence is found instead of given. Nothing is certified that the checker
does not certify. Pure: the sources come as sentences, and nothing is read or written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.articles.nouns import Sentence, Span
from summarizer.articles.sentences import boundaries
from summarizer.checking.claims.slots import slots
from summarizer.checking.claims.support import LIKELY, score
from summarizer.checking.contradiction import Against, against
from summarizer.checking.finding import Finder, cite
from summarizer.records import Check, Citation, Record, Status, Verdict

WORST: tuple[Status, ...] = ("contradicted", "unsupported", "partial", "unchecked", "supported")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Record):
    """One sentence of the text, `text[start:end]`, with the spans that best support it and what the checks say.

    `score`: how likely the sources say it, 0 to 1.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    score: float
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified(Record):
    """A text with its sentences judged. Its verdict is that of its worst sentence, and so is its score."""

    text: str
    sentences: tuple[Judged, ...]

    @property
    def status(self) -> Status:
        return min((s.verdict.status for s in self.sentences), key=WORST.index, default="unchecked")

    @property
    def score(self) -> float:
        return min((s.score for s in self.sentences), default=0.0)

    @property
    def likely(self) -> bool:
        """Whether the text is taken to be supported: certified, or likely enough."""
        return self.score >= LIKELY


def verify(text: str, finder: Finder) -> Verified:
    """Every sentence of `text` held against the sentences that `finder` knows. A text without words has none."""
    spans = [(a, b) for a, b in boundaries(text) if any(c.isalnum() for c in text[a:b])]
    return Verified(text=text, sentences=tuple(_judged(text[a:b], a, finder) for a, b in spans))


def _judged(text: str, start: int, finder: Finder) -> Judged:
    support = finder.support(text)
    others = against(text, finder.near(text))
    verdict = replace(support.verdict, status=_status(support.verdict.status, others))
    if others:
        said = Check(name="against", ok=False, detail="; ".join(dict.fromkeys(why for _, why in others)))
        verdict = replace(verdict, checks=(*verdict.checks, said), against=tuple(cite(s) for s, _ in others))
    cited = [cite(s) for s in support.sentences] + [cite(s, True) for s in support.witnesses]
    found = score(verdict.status, slots(text, finder.gather(text), finder))
    return Judged(
        text=text,
        start=start,
        end=start + len(text),
        verdict=verdict,
        score=round(found, 3),
        citations=tuple(cited),
    )


def _status(checked: Status, others: Against) -> Status:
    """Evidence that was found and not given may be of another matter: what conflicts with it is contradicted only
    where nothing else differs. A sentence that one source bears out stays supported, whatever another says."""
    if others and checked != "supported":
        return "contradicted"
    return "unsupported" if checked == "contradicted" else checked


def sentences_of(text: str, source: str = "source") -> tuple[Sentence, ...]:
    """The sentences of a source that is nothing but its text, all of them fit to be cited."""
    return tuple(
        Sentence(
            id=f"{source}.{n}",
            span=Span(source=source, start=start, end=end),
            text=text[start:end],
            kind="body",
            paragraph=0,
        )
        for n, (start, end) in enumerate(boundaries(text), 1)
    )


def verify_pair(source: str, claim: str) -> Verified:
    """`claim` held against `source` alone; the citations' offsets are into `source`."""
    return verify(claim, Finder(sentences_of(source)))


def labelled(values: Sequence[object]) -> list[bool]:
    """Truths as they come in a file: true/false, 1/0, or the words that data sets use. Raises ValueError."""
    return [truth(value) for value in values]


TRUE = frozenset(("true", "1", "yes", "supported", "consistent", "entailment", "entailed", "correct", "attributable"))
FALSE = frozenset(
    (
        "false", "0", "no", "unsupported", "not_supported", "not supported", "partially_supported", "partial",
        "inconsistent", "contradiction", "contradicted", "neutral", "not_entailment", "incorrect", "unchecked",
    )
)  # fmt: skip


def truth(value: object) -> bool:
    """Whether a label says that the source supports the claim. Raises ValueError for one that says neither."""
    word = str(value).strip().lower()
    if word in TRUE or word in FALSE:
        return word in TRUE
    raise ValueError(f"“{value}” is no label; use true or false")
