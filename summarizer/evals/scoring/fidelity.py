"""Whether sentences keep figures, names, denials, speakers and doubts, by the checks of a verdict made anew; and
whether the citations are close, the sentences new, and the sources heard alike.

A sentence in a language that the rules do not know is not scored by them, never passed; citation recall counts it as
not borne out.
"""

from collections import Counter
from collections.abc import Sequence

from summarizer.articles.terms import terms
from summarizer.checking import languages
from summarizer.evals.scoring.citations import Cited, roles
from summarizer.evals.scoring.facts import original
from summarizer.evals.scoring.nouns import Part, Piece, Score, Subject
from summarizer.evals.scoring.parts import mean, number
from summarizer.records import BriefSentence

ROOM = 3  # cited code points for each of the sentence's, up to which a citation is close
CONTAINED = 0.8  # share of a sentence's terms in one earlier sentence, from which on it says nothing new
EMPTY = "the brief has no sentence"


def numbers(subject: Subject) -> Score:
    """The share of sentences whose figures and dates stand in their own cited spans, unit and noun and bound too."""
    return _named("numbers", subject, ("numbers", "dates"))


def names(subject: Subject) -> Score:
    """The share of sentences whose names stand in their own cited spans."""
    return _named("names", subject, ("names",))


def polarity(subject: Subject) -> Score:
    """The share of sentences that deny what their cited spans deny, and no more."""
    return _named("polarity", subject, ("negation",))


def speakers(subject: Subject) -> Score:
    """The share of sentences that keep who says it, and how far he goes."""
    return _named("speakers", subject, ("speaker",))


def hedges(subject: Subject) -> Score:
    """The share of sentences that are as sure as their cited spans."""
    return _named("hedges", subject, ("hedge",))


def _named(metric: str, subject: Subject, checks: tuple[str, ...]) -> Score:
    pairs = zip(subject.sentences, subject.pieces, strict=True)
    parts = [_part(sentence, pieces, checks) for sentence, pieces in pairs]
    return mean(metric, parts, "sentences keep them", "no sentence is in a language that the rules know")


def _part(sentence: BriefSentence, pieces: Sequence[Piece], checks: tuple[str, ...]) -> Part:
    mine = [c for c in sentence.verdict.checks if c.name in checks]
    failed = [c for c in mine if not c.ok]
    ids = (sentence.id,)
    if not mine:
        return Part(id=sentence.id, value=0.0, reason="nothing is cited that could hold them", sentences=ids)
    if not failed:
        return Part(id=sentence.id, value=1.0, reason="; ".join(c.detail for c in mine if c.detail), sentences=ids)
    reason = failed[0].detail
    value = None if reason and reason in _strange(sentence.text, pieces) else 0.0
    return Part(id=sentence.id, value=value, reason=reason, sentences=ids)


def _strange(text: str, pieces: Sequence[Piece]) -> tuple[str, str]:
    """Why the rules do not know the language of the sentence, and of what bears it; "" where they do."""
    bearing = "\n".join(p.evidence.sentence for p in pieces if not p.fault and not p.citation.corroborates)
    return languages.unknown(text), languages.unknown(bearing)


def tightness(subject: Subject) -> Score:
    """How close the citations are: the mean over sentences of min(1, ROOM * |sentence| / |cited|), in code points.

    |cited| is the sum over the spans that bear the sentence out together; but further witnesses, each of which bears
    it out alone or reports the same, are summed file by file, and the largest of these sums counts. So five papers that
    say one thing are no looser than one, and a whole document is loose wherever it is cited. No exact citation: 0.
    """
    parts = []
    for sentence, found in zip(subject.sentences, roles(subject), strict=True):
        cited = _cited(found)
        value = min(1.0, ROOM * len(sentence.text) / cited) if cited else 0.0
        reason = f"{cited} code points are cited for {len(sentence.text)}"
        parts.append(Part(id=sentence.id, value=value, reason=reason, sentences=(sentence.id,)))
    return mean("tightness", parts, "sentences, cited closely", EMPTY)


def _cited(found: Sequence[Cited]) -> int:
    """Code points, each of a file once: of what bears the sentence together, or of one file's further witness."""
    together: dict[str, set[int]] = {}
    witnesses: dict[str, set[int]] = {}
    for piece, role in found:
        if not piece.fault:
            into = witnesses if role in ("alone", "witness") else together
            into.setdefault(piece.file, set()).update(range(piece.citation.start, piece.citation.end))
    return max(sum(map(len, together.values())), *(len(points) for points in witnesses.values()), 0)


def distinct(subject: Subject) -> Score:
    """The share of sentences that say something new: less than CONTAINED of their terms stand in one earlier one."""
    parts: list[Part] = []
    before: list[tuple[str, frozenset[str]]] = []
    for sentence in subject.brief.sentences:
        own = frozenset(terms(sentence.text))
        twin = next((id for id, other in before if own and len(own & other) >= CONTAINED * len(own)), None)
        reason = f"says again what {twin} says" if twin else ""
        ids = (sentence.id, twin) if twin else (sentence.id,)
        parts.append(Part(id=sentence.id, value=0.0 if twin else 1.0, reason=reason, sentences=ids))
        before.append((sentence.id, own))
    return mean("distinct", parts, "sentences say something new", EMPTY)


def balance(subject: Subject) -> Score:
    """Whether the case's sources are heard alike: 1 - D / D(one source only), floored at 0.

    D is the total variation, half the sum of |p - q|, between p, the share of each source in the brief's citations
    (a sentence gives each source that it cites an equal part of itself), and q, an equal share for each relevant source
    that is no copy. A copy counts as its original; another event's source has no share in q. With one source it is the
    share of sentences that cite it.
    """
    case = subject.case
    own = [s.file for s in case.sources if s.relevant and not s.duplicate_of]
    heard = Counter[str]()
    for pieces in subject.pieces:
        files = sorted({original(case, p.file) for p in pieces if not p.fault})
        heard.update({file: 1 / len(files) for file in files})
    given = sum(heard.values())
    if not given:
        return Score(metric="balance", value=0.0, reason="the brief cites none of the sources")
    shares = {file: heard[file] / given for file in {*own, *heard}}
    far = sum(abs(share - (1 / len(own) if file in own else 0.0)) for file, share in shares.items()) / 2
    most = 1 - 1 / len(own) if len(own) > 1 else 1.0
    parts = tuple(
        Part(id=file, value=shares[file], reason=f"{shares[file]:.0%} of the citations") for file in sorted(shares)
    )
    reason = f"{number(sum(1 for f in own if heard[f]))} of {len(own)} sources are cited"
    return Score(metric="balance", value=max(0.0, 1 - far / most), reason=reason, parts=parts)
