"""The nouns of scoring. A score has a reason, "not scored" is no number, and an empty brief is a bad one, not a gap."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from summarizer.checking.briefs import Contexts, check_brief, span_fault
from summarizer.checking.comparing import Evidence
from summarizer.evals.cases.disguises import visible
from summarizer.evals.cases.nouns import Case
from summarizer.records import Brief, BriefSentence, Citation, Record, Usage

NOTHING_USED = Usage()
ROOM = 3  # cited code points for each of the sentence's, up to which a citation is close
LONG = 400  # code points, about two long sentences: no citation is too long by less

Tier = Literal[0, 1, 2]  # invariant, deterministic, judged by a model


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    """What one fact, sentence, citation or question adds to a score. `value` is None where it could not be scored."""

    id: str  # of the fact, question, negative or sentence: "f3", "b2", "b2 s1[20:41]"
    value: float | None
    reason: str = ""
    sentences: tuple[str, ...] = ()  # the brief's sentences that it rests on, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Record):
    """One metric of one brief: 0 to 1, higher is better; None where there is nothing to score, `reason` says why."""

    metric: str
    value: float | None
    reason: str = ""
    parts: tuple[Part, ...] = ()
    gates: bool = True  # False: for looking at only; a judge that no calibration lets decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored(Record):
    """All scores of one brief: one row of a run for each case and repeat. `error` where there is no brief to score."""

    case: str
    repeat: int = 0  # from 0
    scores: Mapping[str, Score] = field(default_factory=dict)  # by metric, in the order of the table of metrics
    usage: Usage = NOTHING_USED
    error: str = ""

    def value(self, metric: str) -> float | None:
        score = self.scores.get(metric)
        return score.value if score else None


class Piece(NamedTuple):
    """One citation of a sentence: `file` and `evidence` where it is exact, `fault` where it is not."""

    citation: Citation
    fault: str
    file: str = ""
    evidence: Evidence = Evidence("")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A brief put beside its case. Nothing that it says of itself is believed: its verdicts are made anew.

    `files` names the case's file behind each source of the brief, by hash and failing that by file name; a source that
    is no file of the case has no entry. `texts` are the case's texts by the brief's source ids.
    """

    case: Case
    brief: Brief

    @cached_property
    def files(self) -> dict[str, str]:
        by_hash = {source.sha256: source.file for source in self.case.sources}
        found = {}
        for source in self.brief.sources:
            name = source.path.replace("\\", "/").rpartition("/")[2]
            file = by_hash.get(source.sha256) or (name if name in self.case.source and not source.sha256 else None)
            if file:
                found[source.id] = file
        return found

    @cached_property
    def texts(self) -> dict[str, str]:
        return {id: self.case.source[file].text for id, file in self.files.items()}

    @cached_property
    def is_empty(self) -> bool:
        """Whether the brief says nothing at all."""
        return not any(c.isalnum() for sentence in self.brief.sentences for c in visible(sentence.text))

    @cached_property
    def sentences(self) -> tuple[BriefSentence, ...]:
        """The brief's sentences with fresh verdicts; the days of publication are the case's, or nobody's."""
        known = ((s, self.case.source.get(self.files.get(s.id, ""))) for s in self.brief.sources)
        dated = tuple(replace(s, published=own.published if own else None) for s, own in known)
        return check_brief(replace(self.brief, sources=dated), self.texts, ()).sentences

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """The citations of each sentence, in the order of the sentences."""
        contexts = Contexts(self.texts)
        return tuple(tuple(self._pieces(sentence, contexts)) for sentence in self.brief.sentences)

    def fault(self, citation: Citation) -> str:
        """What is wrong with where a citation points; empty if its text is exactly there."""
        if citation.source in self.texts:
            return span_fault(citation, self.texts)
        path = next((s.path for s in self.brief.sources if s.id == citation.source), citation.source)
        return f"`{path}` is not a source of this case ({self.case.known})"

    def _pieces(self, sentence: BriefSentence, contexts: Contexts) -> Iterator[Piece]:
        for c in dict.fromkeys(sentence.citations):  # the same place twice is no second witness
            if fault := self.fault(c):
                yield Piece(c, fault)
            else:
                file = self.files[c.source]
                day = self.case.source[file].published
                yield Piece(c, "", file, Evidence(c.quote, day, contexts.around(c)))

    @cached_property
    def believed(self) -> tuple[tuple[Piece, ...], ...]:
        """Of each sentence, the citations that can earn something: they are exact and short enough to point at a place,
        and the sentence is not found to say the contrary of what it cites.

        Only a fresh verdict of `contradicted` takes a sentence's citations away. One that is `unsupported` or `partial`
        may be a free paraphrase, or have one detail wrong and four facts right: that the place was found stands, and
        what is wrong costs it citation recall and the metric of its kind. Whether such a sentence says a certain fact
        otherwise is asked fact by fact (`facts`).
        """
        return tuple(
            () if sentence.verdict.status == "contradicted" else tuple(_pointing(pieces, sentence.text))
            for sentence, pieces in zip(self.sentences, self.pieces, strict=True)
        )

    @cached_property
    def cited(self) -> dict[str, set[int]]:
        """The code points that the brief's sentences cite, by file. A citation whose quote is not there cites nothing;
        nor does one that is too long to point at anything, or citing whole sources would find every fact in them."""
        found: dict[str, set[int]] = {}
        sentences = zip(self.brief.sentences, self.pieces, strict=True)
        for piece in (p for s, pieces in sentences for p in pieces if not p.fault and points(p.citation, s.text)):
            found.setdefault(piece.file, set()).update(range(piece.citation.start, piece.citation.end))
        return found


def _pointing(pieces: Iterable[Piece], text: str) -> Iterator[Piece]:
    """The exact pieces that point at a place of their file: short enough each, and all of one file together too, since
    a whole document can be cited bit by bit."""
    left: dict[str, int] = {}
    for piece in pieces:
        if piece.fault or not points(piece.citation, text):
            continue
        left[piece.file] = left.get(piece.file, reach(text)) - (piece.citation.end - piece.citation.start)
        if left[piece.file] >= 0:
            yield piece


def reach(text: str) -> int:
    """The code points of one file that a sentence can cite and still point at a place."""
    return max(LONG, ROOM * len(text))


def points(citation: Citation, text: str) -> bool:
    """Whether a citation of `text` is short enough to say where: a whole document holds every answer and every fact."""
    return citation.end - citation.start <= reach(text)


class Metric(NamedTuple):
    """A metric by name: what it says in one line, and the pure function that measures it."""

    name: str
    tier: Tier
    says: str
    measure: Callable[[Subject], Score]
