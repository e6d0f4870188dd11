"""Does the brief show where its sources differ, and does it report only what they differ on?

An answer counts as given where a sentence or a position of a reported disagreement holds it and cites a file that says
it, at the place that the case knows or where the same is said; not where it is put into the mouth of who gives another
answer, nor in a sentence that denies what it cites or leaves a denial out. Spans that answer differently always
contradict a sentence that gives both answers, in their figures: that is what it is there to show.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.checking.reading import read
from summarizer.checking.reports import reports
from summarizer.evals.cases.nouns import Anchors, Answer, Question
from summarizer.evals.scoring.facts import copies
from summarizer.evals.scoring.figures import figures, holds_number
from summarizer.evals.scoring.matching import Vocabulary, says
from summarizer.evals.scoring.nouns import Part, Score, Subject, points
from summarizer.evals.scoring.parts import mean
from summarizer.records import BriefSentence, Citation, Disagreement

ENOUGH = 2  # answers, from which on a reader sees that there is more than one
HALF = 0.5  # of the question's words, from which on the same file's other words may answer it too
MOST = 0.5  # of the positions of a report, that have to answer its question
TRAP = "scope"  # different things counted: no disagreement


class Statement(NamedTuple):
    """Words of the brief with their citations, and where they stand: a sentence or a disagreement, by id. `speaker` is
    who says them where the brief's format has a place for it; in a sentence, its words tell."""

    where: str
    text: str
    citations: tuple[Citation, ...]
    speaker: str = ""


def disagreements(subject: Subject) -> Score:
    """The share of the case's disagreements of which the brief gives at least two different answers, each cited to a
    file that says it; of an update, the answer that stands among them. After DiverseSumm (Huang et al. 2024)."""
    parts = []
    written = [Statement(s.id, s.text, s.citations) for s in subject.sentences if not _denies(s)]
    reported = [d for d in subject.brief.disagreements if d.kind != TRAP]
    for question in subject.case.disagreements:
        if question.kind == TRAP:
            continue
        statements = [*written, *(s for d in reported if _bears(subject, d, question) for s in _positions(d))]
        given = {a.value: _given(subject, question, a, statements) for a in question.values}
        stated = [value for value, where in given.items() if where]
        full = len(stated) >= ENOUGH and (question.prefer is None or question.prefer in stated)
        reason = f"gives {', '.join(stated) or 'no answer'} of {', '.join(given)}"
        if len(stated) >= ENOUGH and not full:
            reason += f", not {question.prefer}, which stands"
        ids = {s.id for s in subject.brief.sentences}
        where = tuple(dict.fromkeys(w for places in given.values() for w in places if w in ids))
        parts.append(Part(id=question.id, value=float(full), reason=reason, sentences=where))
    return mean("disagreements", parts, "disagreements are shown", "the case knows no disagreement")


def disagreement_precision(subject: Subject) -> Score:
    """The share of the disagreements that the brief reports on which the case's sources do differ. A brief that reports
    none reports nothing false: 1. What it reports as "scope" is not reported as a disagreement."""
    parts = []
    for reported in subject.brief.disagreements:
        if reported.kind == TRAP:
            continue
        question = next((q for q in _real_first(subject) if _about(subject, reported, q)), None)
        real = question is not None and question.kind != TRAP
        reason = "the case knows no such disagreement" if question is None else f"is {question.id}: {question.question}"
        if question is not None and not real:
            reason = f"{question.id} counts different things, and is no disagreement"
        parts.append(Part(id=reported.id, value=float(real), reason=reason, sentences=reported.sentences))
    if not parts:
        return Score(metric="disagreement_precision", value=1.0, reason="the brief reports no disagreement")
    return mean("disagreement_precision", parts, "reported disagreements are real", "")


def _real_first(subject: Subject) -> list[Question]:
    return sorted(subject.case.disagreements, key=lambda q: q.kind == TRAP)


def _positions(reported: Disagreement) -> Iterator[Statement]:
    for p in reported.positions:
        yield Statement(reported.id, f"{p.value} {p.counts or ''}".strip(), p.citations, p.said_by or "")


def _about(subject: Subject, reported: Disagreement, question: Question) -> bool:
    """Whether at least two positions of a report are different answers to the question, and most of them answers."""
    used = [places for places in _met(subject, reported, question) if places]
    return len(used) >= ENOUGH and len(set().union(*used)) >= ENOUGH and _bears(subject, reported, question)


def _bears(subject: Subject, reported: Disagreement, question: Question) -> bool:
    """Whether most positions of a report answer the question: one of all that is said is about nothing."""
    answering = frozenset[int]().union(*_met(subject, reported, question))
    return len(answering) >= MOST * len(reported.positions)


def _met(subject: Subject, reported: Disagreement, question: Question) -> list[frozenset[int]]:
    """For each answer to the question, the positions of the report that give it, counted from 0."""
    positions = list(_positions(reported))
    return [
        frozenset(i for i, p in enumerate(positions) if _gives(subject, question, answer, p))
        for answer in question.values
    ]


def _denies(sentence: BriefSentence) -> bool:
    """Whether the contrary that a sentence says of its spans lies in a denial."""
    failed = any(c.name == "negation" and not c.ok for c in sentence.verdict.checks)
    return failed and sentence.verdict.status == "contradicted"


def _given(subject: Subject, question: Question, answer: Answer, statements: Sequence[Statement]) -> list[str]:
    """Where an answer is given, and to nobody who gives another."""
    return [s.where for s in statements if _gives(subject, question, answer, s) and not _misput(question, answer, s)]


def _misput(question: Question, answer: Answer, statement: Statement) -> bool:
    """Whether the figure of an answer is said, wherever the statement has it, by one who gives another answer.

    Only by the words of the case's own `said_by`: under a name that the case does not have, a speaker may be anyone.
    """
    own = _keys(answer.said_by or "")
    others = frozenset[str]().union(*(_keys(a.said_by or "") for a in question.values)) - own
    if not own or not others:
        return False
    if statement.speaker:
        return _is_other(_keys(statement.speaker), own, others)
    values = {f.value for form in (answer.value, *answer.accept) for f in figures(form)}
    stands = [_speakers(statement.text, f.start) for f in figures(statement.text) if f.value in values]
    return bool(stands) and all(who and all(_is_other(w, own, others) for w in who) for who in stands)


def _is_other(who: frozenset[str], own: frozenset[str], others: frozenset[str]) -> bool:
    return who.isdisjoint(own) and not who.isdisjoint(others)


def _speakers(text: str, place: int) -> list[frozenset[str]]:
    """The words that name those who say what stands at `place`, a code point, one by one."""
    tokens = read(text).tokens
    saying = [r for r in reports(text) if tokens[r.low].start <= place < tokens[r.high - 1].end]
    return [frozenset(t.key for t in tokens[r.start : r.end] if t.content) for r in saying]


def _keys(text: str) -> frozenset[str]:
    return frozenset(t.key for t in read(text).tokens if t.content)


def _gives(subject: Subject, question: Question, answer: Answer, statement: Statement) -> bool:
    """Whether a statement holds the answer and cites where a source gives it."""
    vocabulary = Vocabulary.of(subject.case)
    forms = (answer.value, *answer.accept)
    if not any(holds(form, statement.text, vocabulary) for form in forms):
        return False
    near = (c for c in statement.citations if points(c, statement.text))
    return any(_says_so(subject, question, answer, c, vocabulary) for c in near)


def holds(form: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` holds one form of an answer: all of its figures, and its other words as a fact's."""
    if figures(form) and not holds_number(form, text):
        return False
    words = [t for t in read(form).tokens if t.content and not t.text[0].isdigit()]
    return not words or says(form, Anchors(), (text,), vocabulary).degree > 0


def _says_so(subject: Subject, question: Question, answer: Answer, citation: Citation, vocabulary: Vocabulary) -> bool:
    """Whether a citation is exact and lies where the case knows the answer, or in the same file where its words answer
    the question too."""
    file = subject.files.get(citation.source, "")
    if not file or subject.texts[citation.source][citation.start : citation.end] != citation.quote:
        return False
    places = [p for group in answer.support for place in group for p in copies(subject.case, place) if p.file == file]
    if any(citation.start < p.end and citation.end > p.start for p in places):
        return True
    asked = {t.key for t in read(question.question).tokens if t.content}
    told = {t.key for t in read(citation.quote).tokens if t.content}
    held = any(holds(form, citation.quote, vocabulary) for form in (answer.value, *answer.accept))
    return bool(places) and held and bool(asked) and len(asked & told) >= HALF * len(asked)
