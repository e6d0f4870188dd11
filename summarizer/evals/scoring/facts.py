"""What the brief has of what a good brief says: by the spans that it cites, and apart from that by its words.

Both are needed. Spans show that the place was found, words that it was told; a brief can have either without the other.
"""

import math
from collections.abc import Iterator, Mapping

from summarizer.articles.sentences import boundaries
from summarizer.evals.cases.nouns import MUST, Case, Fact, Place
from summarizer.evals.scoring.invariants import words_of
from summarizer.evals.scoring.matching import Said, Vocabulary, find, gainsaid
from summarizer.evals.scoring.nouns import Part, Piece, Score, Subject
from summarizer.evals.scoring.parts import mean, number, weighted

HALF = 0.5  # of the code points of a group of places, from which on the fact is cited
ALPHA = 2  # of length-normalised recall; fitted on RoSE's released scores (median 1.96)


def fact_recall(subject: Subject) -> Score:
    """The facts whose places are cited, each weighed by its importance: at least HALF of the code points of one of its
    support groups lie in the spans that the brief cites, in whatever sentence that does not say otherwise."""
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
    F1 of the files that the matching sentences cite against those that say the fact. A copy counts as its original, and
    a sentence that says the contrary of what it cites has no citations."""
    case = subject.case
    parts = []
    exact = [
        [p for p in pieces if not p.fault and sentence.verdict.status != "contradicted"]
        for sentence, pieces in zip(subject.sentences, subject.pieces, strict=True)
    ]
    for fact, said in _by_text(subject):
        gold = {original(case, p.file) for group in fact.support for p in group}
        cites = {original(case, p.file) for i in said.places for p in exact[i]}
        both = len(gold & cites)
        f1 = 2 * both / (len(gold) + len(cites)) if both else 0.0
        reason = f"{said.reason}; cites {both} of the {len(gold)} sources that say so, and {len(cites) - both} others"
        ids = tuple(subject.brief.sentences[i].id for i in said.places)
        parts.append(Part(id=fact.id, value=said.degree * f1, reason=reason, sentences=ids))
    return mean("joint", parts, "facts, said and cited", "the case has no facts")


def _by_text(subject: Subject) -> Iterator[tuple[Fact, Said]]:
    """Each fact and how far it is said, by which sentences of the brief. What the brief gives as one sentence may be
    many: a window is of two real ones, or a brief in one piece would be one window."""
    vocabulary = Vocabulary.of(subject.case)
    owners: list[int] = []
    texts: list[str] = []
    for n, sentence in enumerate(subject.brief.sentences):
        parts = [sentence.text[a:b] for a, b in boundaries(sentence.text)]
        texts += parts
        owners += [n] * len(parts)
    for fact in subject.case.facts:
        said = find(fact, texts, vocabulary)
        yield fact, said._replace(places=tuple(dict.fromkeys(owners[i] for i in said.places)))


def _by_span(subject: Subject) -> Iterator[Part]:
    vocabulary = Vocabulary.of(subject.case)
    for fact in subject.case.facts:
        citing, against = _citing(subject, fact, vocabulary)
        cited: dict[str, set[int]] = {}
        for piece in (p for pieces in citing.values() for p in pieces):
            cited.setdefault(piece.file, set()).update(range(piece.citation.start, piece.citation.end))
        best = max((_share(subject.case, group, cited) for group in fact.support), default=0.0)
        ids = tuple(citing) if best >= HALF else tuple(against)
        reason = f"{best:.0%} of the place that says so is cited"
        if best < HALF and against:
            reason += f" by what does not say otherwise; {'; '.join(against.values())}"
        yield Part(id=fact.id, value=float(best >= HALF), reason=reason, sentences=ids)


def _share(case: Case, group: tuple[Place, ...], cited: Mapping[str, set[int]]) -> float:
    """How much of the code points of a group's places is cited; in each place, in the file that is cited best."""
    none: set[int] = set()
    found = 0
    for place in group:
        same = copies(case, place)
        found += max(len(cited.get(p.file, none).intersection(range(p.start, p.end))) for p in same)
    return found / sum(len(p.quote) for p in group)


def _citing(
    subject: Subject, fact: Fact, vocabulary: Vocabulary
) -> tuple[dict[str, tuple[Piece, ...]], dict[str, str]]:
    """The sentences that cite any of a fact's places, by id, with their citations; and those of them whose citations
    earn nothing, since what they cite, or the fact, is not what they say, with the reason."""
    places = [p for group in fact.support for place in group for p in copies(subject.case, place)]
    citing: dict[str, tuple[Piece, ...]] = {}
    against: dict[str, str] = {}
    for sentence, pieces, believed in zip(subject.sentences, subject.pieces, subject.believed, strict=True):
        spans = [(p.file, p.citation.start, p.citation.end) for p in pieces if not p.fault]
        if not any(f == p.file and a < p.end and b > p.start for f, a, b in spans for p in places):
            continue
        if sentence.verdict.status == "contradicted":
            against[sentence.id] = f"{sentence.id} says the contrary of what it cites"
        elif why := gainsaid(fact, sentence.text, vocabulary):
            against[sentence.id] = f"{sentence.id}: {why}"
        else:
            citing[sentence.id] = believed
    return citing, against


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
