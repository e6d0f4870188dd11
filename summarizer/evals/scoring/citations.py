"""ALCE's citation recall and precision (Gao et al. 2023), with the project's own checker as the entailment model.

A sentence that nothing bears out counts against both, an empty or a ghost citation too: nothing is skipped. What the
checker cannot decide counts as not borne out.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.checking import verdicts
from summarizer.checking.comparing import Evidence
from summarizer.evals.scoring.nouns import Part, Piece, Score, Subject
from summarizer.evals.scoring.parts import mean, place
from summarizer.records import BriefSentence

# Of the checks in a fresh verdict, those that are no part of entailment.
BOOKS = ("spans", "citations")

Role = Literal["alone", "needed", "witness", "spare", "idle", "unsupported", "broken"]
GOOD: tuple[Role, ...] = ("alone", "needed", "witness")
WHY: dict[Role, str] = {
    "alone": "bears the sentence out alone",
    "needed": "the sentence is not borne out without it",
    "witness": "reports the same",
    "spare": "does not bear it out alone, and the others do without it",
    "idle": "is said to report the same and does not",
    "unsupported": "the sentence is not borne out by all of its citations together",
    "broken": "is not there",
}


class Cited(NamedTuple):
    """A citation and what it does for its sentence."""

    piece: Piece
    role: Role


def borne_out(sentence: BriefSentence) -> bool:
    """Whether the exact spans of a freshly checked sentence entail it: every check of entailment passed."""
    checks = [c for c in sentence.verdict.checks if c.name not in BOOKS]
    return bool(checks) and all(c.ok for c in checks)


def citation_recall(subject: Subject) -> Score:
    """The share of sentences that their citations bear out together, all of them being exact. Citations that only
    corroborate bear nothing."""
    parts = []
    for sentence, pieces in zip(subject.sentences, subject.pieces, strict=True):
        fault = next((p.fault for p in pieces if p.fault), "")
        good = not fault and borne_out(sentence)
        failed = [f"{c.name}: {c.detail}" for c in sentence.verdict.checks if not c.ok and c.name not in BOOKS]
        reason = "borne out" if good else fault or "; ".join(failed)
        parts.append(Part(id=sentence.id, value=float(good), reason=reason, sentences=(sentence.id,)))
    return mean("citation_recall", parts, "sentences are borne out", "the brief has no sentence")


def citation_precision(subject: Subject) -> Score:
    """The share of citations that are of use. One of a sentence that is borne out is good if it bears it out alone, or
    if the others do not without it; a corroborating one, on which no verdict rests, if it reports what it is said to
    report. A brief without citations scores 0."""
    parts = []
    for sentence, found in zip(subject.sentences, roles(subject), strict=True):
        for piece, role in found:
            id = f"{sentence.id} {place(piece.citation)}"
            reason = piece.fault or WHY[role]
            parts.append(Part(id=id, value=float(role in GOOD), reason=reason, sentences=(sentence.id,)))
    if not parts:
        return Score(metric="citation_precision", value=0.0, reason="the brief cites nothing")
    return mean("citation_precision", parts, "citations are of use", "")


def roles(subject: Subject) -> Iterator[tuple[Cited, ...]]:
    """For each sentence, what each of its citations does."""
    for sentence, pieces in zip(subject.sentences, subject.pieces, strict=True):
        yield tuple(_roles(sentence, pieces))


def _roles(sentence: BriefSentence, pieces: Sequence[Piece]) -> Iterator[Cited]:
    supported = borne_out(sentence)
    bearing = [p for p in pieces if not p.fault and not p.citation.corroborates]
    for piece in pieces:
        if piece.fault:
            yield Cited(piece, "broken")
        elif not supported:
            yield Cited(piece, "unsupported")
        elif piece.citation.corroborates:
            yield Cited(piece, "witness" if _reports(sentence.text, piece.evidence) else "idle")
        else:
            yield Cited(piece, _role(sentence.text, piece, [p for p in bearing if p is not piece]))


def _role(text: str, piece: Piece, rest: Sequence[Piece]) -> Role:
    if not rest or _alone(text, piece.evidence):
        return "alone"
    return "spare" if _together(text, tuple(p.evidence for p in rest)) else "needed"


# Several metrics ask what a citation does, and the briefs of one case share most of their sentences.
@lru_cache(maxsize=16384)
def _together(text: str, evidence: tuple[Evidence, ...]) -> bool:
    return verdicts.check(text, evidence).status == "supported"


@lru_cache(maxsize=16384)
def _alone(text: str, evidence: Evidence) -> bool:
    return _together(text, (evidence,)) or verdicts.supports(text, evidence)


@lru_cache(maxsize=16384)
def _reports(text: str, evidence: Evidence) -> bool:
    return verdicts.corroborates(text, evidence) or verdicts.supports(text, evidence)
