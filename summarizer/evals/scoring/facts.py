"""What the brief has of what a good brief says: by the spans that it cites, and apart from that by its words.

Both are needed. Spans show that the place was found, words that it was told; a brief can have either without the other.
"""

import math
from collections.abc import Iterator

from summarizer.evals.cases.nouns import MUST, Case, Fact, Place
from summarizer.evals.scoring.invariants import words_of
from summarizer.evals.scoring.matching import Said, Vocabulary, find
from summarizer.evals.scoring.nouns import Part, Score, Subject
from summarizer.evals.scoring.parts import mean, number, weighted

HALF = 0.5  # of the code points of a group of places, from which on the fact is cited
ALPHA = 2  # of length-normalised recall; fitted on RoSE's released scores (median 1.96)


def fact_recall(subject: Subject) -> Score:
    """The facts whose places are cited, each weighed by its importance: at least HALF of the code points of one of its
    support groups lie in the spans that the brief cites, in whatever sentence."""
    facts = subject.case.facts
    return weighted("fact_recall", list(_by_span(subject)), [f.importance for f in facts], "by importance are cited")


def must_facts(subject: Subject) -> Score:
    """The share of the facts that must be there whose places are cited."""
    must = {f.id for f in subject.case.facts if f.importance == MUST}
    parts = [p for p in _by_span(subject) if p.id in must]
    return mean("must_facts", parts, "facts that must be there are cited", "the case has no fact that must be there")


def fact_recall_text(subject: Subject) -> Score:
    """The facts that the brief's sentences say, each weighed by its importance; one without a name counts half."""
    parts = []
    for fact, said in _by_text(subject):
        ids = tuple(subject.brief.sentences[i].id for i in said.places)
        parts.append(Part(id=fact.id, value=said.degree, reason=said.reason, sentences=ids))
    weights = [f.importance for f in subject.case.facts]
    return weighted("fact_recall_text", parts, weights, "by importance are said")


def fact_recall_normalised(subject: Subject) -> Score:
    """Fact recall with the advantage of length taken off: recall * exp(min(0, (1 - words / asked) / ALPHA)), after
    RoSE's normalised ACU score (Liu et al. 2023)."""
    recall = fact_recall(subject)
    count, asked = words_of(subject), subject.case.words
    factor = math.exp(min(0.0, (1 - count / asked) / ALPHA))
    value = (recall.value or 0.0) * factor
    reason = f"recall {number(recall.value or 0.0)} at {count} words where {asked} were asked for"
    return Score(metric="fact_recall_normalised", value=value, reason=reason, parts=recall.parts)


def joint(subject: Subject) -> Score:
    """SummHay's joint score (Laban et al. 2024): the mean over all facts of coverage (1, a half, 0; by words) times the
    F1 of the files that the matching sentences cite against those that say the fact. A copy counts as its original."""
    case = subject.case
    parts = []
    for fact, said in _by_text(subject):
        gold = {original(case, p.file) for group in fact.support for p in group}
        cites = {original(case, p.file) for i in said.places for p in subject.pieces[i] if not p.fault}
        both = len(gold & cites)
        f1 = 2 * both / (len(gold) + len(cites)) if both else 0.0
        reason = f"{said.reason}; cites {both} of the {len(gold)} sources that say so, and {len(cites) - both} others"
        ids = tuple(subject.brief.sentences[i].id for i in said.places)
        parts.append(Part(id=fact.id, value=said.degree * f1, reason=reason, sentences=ids))
    return mean("joint", parts, "facts, said and cited", "the case has no facts")


def _by_text(subject: Subject) -> Iterator[tuple[Fact, Said]]:
    vocabulary = Vocabulary.of(subject.case)
    texts = [s.text for s in subject.brief.sentences]
    for fact in subject.case.facts:
        yield fact, find(fact, texts, vocabulary)


def _by_span(subject: Subject) -> Iterator[Part]:
    for fact in subject.case.facts:
        shares = [_share(subject, group) for group in fact.support]
        best = max(shares, default=0.0)
        ids = tuple(_citing(subject, fact)) if best >= HALF else ()
        reason = f"{best:.0%} of the place that says so is cited"
        yield Part(id=fact.id, value=float(best >= HALF), reason=reason, sentences=ids)


def _share(subject: Subject, group: tuple[Place, ...]) -> float:
    """How much of the code points of a group's places is cited; in each place, in the file that is cited best."""
    none: set[int] = set()
    cited = 0
    for place in group:
        same = copies(subject.case, place)
        cited += max(len(subject.cited.get(p.file, none).intersection(range(p.start, p.end))) for p in same)
    return cited / sum(len(p.quote) for p in group)


def _citing(subject: Subject, fact: Fact) -> Iterator[str]:
    """The sentences that cite any of a fact's places."""
    places = [p for group in fact.support for place in group for p in copies(subject.case, place)]
    for sentence, pieces in zip(subject.brief.sentences, subject.pieces, strict=True):
        spans = [(p.file, p.citation.start, p.citation.end) for p in pieces if not p.fault]
        if any(f == p.file and a < p.end and b > p.start for f, a, b in spans for p in places):
            yield sentence.id


def original(case: Case, file: str) -> str:
    """The file that `file` is a copy of, or itself."""
    seen = {file}
    while (source := case.source.get(file)) and source.duplicate_of and source.duplicate_of not in seen:
        file = source.duplicate_of
        seen.add(file)
    return file


def copies(case: Case, place: Place) -> tuple[Place, ...]:
    """The place, and the same words in every copy of its file that has them."""
    kin = original(case, place.file)
    found = [place]
    for source in case.sources:
        if source.file != place.file and original(case, source.file) == kin:
            at = source.text.find(place.quote)
            if at >= 0:
                found.append(Place(file=source.file, start=at, end=at + len(place.quote), quote=place.quote))
    return tuple(found)
