"""Whether sentences keep figures, names, denials, speakers and doubts, by the checks of a verdict made anew; and
whether the citations are close, the sentences new, and the sources heard alike.

A sentence in a language that the rules do not know is not scored by them, never passed; citation recall counts it as
not borne out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from summarizer.articles.terms import terms
from summarizer.checking import languages
from summarizer.checking.dates import dates
from summarizer.checking.names import names as named
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import fold, read
from summarizer.checking.reports import reports
from summarizer.evals.scoring.citations import Cited, Role, roles
from summarizer.evals.scoring.denials import copied, denials
from summarizer.evals.scoring.facts import original
from summarizer.evals.scoring.figures import figures, holds_figure
from summarizer.evals.scoring.nouns import ROOM, Part, Piece, Score, Subject
from summarizer.evals.scoring.parts import mean, number
from summarizer.records import BriefSentence

CONTAINED = 0.8  # share of a sentence's terms in one earlier sentence, from which on it says nothing new
UNHEARD: tuple[Role, ...] = ("broken", "spare", "idle")
EMPTY = "the brief has no sentence"
KEPT = "sentences keep them"
NOTHING = "nothing of the kind to keep"
STRANGE = "no sentence is in a language that the rules know"


def numbers(subject: Subject) -> Score:
    """The share of sentences whose figures and dates stand in their own cited spans, unit and noun and bound too; also
    those that the checker leaves to the wording: times of day, ordinals, parts of a whole."""
    found = _named("numbers", subject, ("numbers", "dates"))
    sentences = zip(found.parts, subject.brief.sentences, subject.pieces, strict=True)
    parts = [_with_figures(part, sentence.text, pieces) for part, sentence, pieces in sentences]
    return _kept("numbers", parts, subject, lambda text: bool(figures(text) or dates(text)))


def _with_figures(part: Part, text: str, pieces: Sequence[Piece]) -> Part:
    """`part`, or 0 where a figure that no check of the checker reads stands in none of the spans."""
    if part.value != 1:
        return part
    stretches = [(q.start, q.end) for q in quantities(text)] + [(d.start, d.end) for d in dates(text)]
    read_already = {i for start, end in stretches for i in range(start, end)}
    spans = "\n".join(p.evidence.quote for p in pieces if not p.fault and not p.citation.corroborates)
    for figure in figures(text):
        if figure.value != 1 and figure.start not in read_already and not holds_figure(figure, spans):
            return replace(part, value=0.0, reason=f"{text[figure.start : figure.end]} is not in the cited spans")
    return part


def names(subject: Subject) -> Score:
    """The share of sentences whose names stand in their own cited spans; a single one that opens a sentence too, which
    the checker can't tell from a plain word with a capital, and the sources can."""
    found = _named("names", subject, ("names",))
    sentences = zip(found.parts, subject.brief.sentences, subject.pieces, strict=True)
    parts = [_with_opening(part, sentence.text, pieces, subject) for part, sentence, pieces in sentences]
    return _kept("names", parts, subject, lambda text: bool(named(text)))


def _with_opening(part: Part, text: str, pieces: Sequence[Piece], subject: Subject) -> Part:
    """`part`, or 0 where the first word is a name of the sources that stands in none of the spans."""
    first = next((t for t in read(text).tokens if t.key), None)
    if part.value != 1 or first is None or not first.content or not first.text[0].isupper():
        return part
    if any(first.key in read(p.evidence.quote).keys for p in pieces if not p.fault and not p.citation.corroborates):
        return part
    word = re.escape(first.text.removesuffix("'s").removesuffix("’s"))
    texts = subject.texts.values()
    inside = any(re.search(rf"[a-z],? {word}\b", t) for t in texts)
    if inside and not any(re.search(rf"\b{word.lower()}\b", t) for t in texts):
        return replace(part, value=0.0, reason=f"“{first.text}” is not in the cited text")
    return part


def polarity(subject: Subject) -> Score:
    """The share of sentences that deny what their cited spans deny, and no more; a copy of a span's words as often."""
    found = _named("polarity", subject, ("negation",))
    sentences = zip(found.parts, subject.brief.sentences, subject.pieces, strict=True)
    parts = [_denying_as_often(part, sentence.text, pieces) for part, sentence, pieces in sentences]
    return mean("polarity", parts, KEPT, STRANGE)


def _denying_as_often(part: Part, text: str, pieces: Sequence[Piece]) -> Part:
    """`part`, or 0 where the words are a span's own but for "not", which stands in other places: of three that one
    sentence may have, one can be lost."""
    if part.value != 1:
        return part
    copies = [
        quoted
        for p in pieces
        if not p.fault and not p.citation.corroborates and (quoted := copied(denials(text), denials(p.evidence.quote)))
    ]
    if copies and all(quoted != denials(text).before[1:] for quoted in copies):
        return replace(part, value=0.0, reason="denies at other places than the cited text, whose words it has")
    return part


def speakers(subject: Subject) -> Score:
    """The share of sentences that keep who says it, and how far he goes."""
    found = _named("speakers", subject, ("speaker",))
    return _kept("speakers", found.parts, subject, lambda text: bool(reports(text)))


def hedges(subject: Subject) -> Score:
    """The share of sentences that are as sure as their cited spans."""
    return _named("hedges", subject, ("hedge",))


def _kept(metric: str, parts: Iterable[Part], subject: Subject, has: Callable[[str], bool]) -> Score:
    """The mean over the sentences that have a figure, a name or a speaker to keep: "it was fine" has none. A speaker
    may be in the span alone, since to drop him is an error; to leave a figure or a name out is none. Polarity and doubt
    are no things but how a thing is said: every sentence has them to keep."""
    found = []
    for part, sentence, pieces in zip(parts, subject.brief.sentences, subject.pieces, strict=True):
        spans = (p.evidence.quote for p in pieces if not p.fault and not p.citation.corroborates)
        held = (sentence.text, *(spans if metric == "speakers" else ()))
        idle = part.value == 1 and not any(map(has, held))
        found.append(replace(part, value=None, reason=NOTHING) if idle else part)
    strange = any(p.value is None and p.reason != NOTHING for p in found)
    return mean(metric, found, KEPT, STRANGE if strange else NOTHING)


def _named(metric: str, subject: Subject, checks: tuple[str, ...]) -> Score:
    pairs = zip(subject.sentences, subject.pieces, strict=True)
    parts = [_part(sentence, pieces, checks) for sentence, pieces in pairs]
    return mean(metric, parts, KEPT, STRANGE)


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

    |cited| is the sum over all spans, but of the witnesses, each of which bears the sentence out alone or reports the
    same, only the file counts of which most is cited. So five papers that say one thing are no looser than one, and a
    whole document is loose wherever it is cited. No exact citation: 0.
    """
    parts = []
    for sentence, found in zip(subject.sentences, roles(subject), strict=True):
        cited = _cited(found)
        value = min(1.0, ROOM * len(sentence.text) / cited) if cited else 0.0
        reason = f"{cited} code points are cited for {len(sentence.text)}"
        parts.append(Part(id=sentence.id, value=value, reason=reason, sentences=(sentence.id,)))
    return mean("tightness", parts, "sentences, cited closely", EMPTY)


def _cited(found: Sequence[Cited]) -> int:
    """Code points, each of a file once: of what is no witness by itself, and of the longest witness."""
    together: dict[str, set[int]] = {}
    witnesses: dict[str, set[int]] = {}
    for piece, role in found:
        if not piece.fault:
            into = witnesses if role in ("alone", "witness") else together
            into.setdefault(piece.file, set()).update(range(piece.citation.start, piece.citation.end))
    return sum(map(len, together.values())) + max(map(len, witnesses.values()), default=0)


def distinct(subject: Subject) -> Score:
    """The share of sentences that say something new: less than CONTAINED of their terms stand in one earlier one."""
    parts: list[Part] = []
    before: list[tuple[str, frozenset[str]]] = []
    for sentence in subject.brief.sentences:
        own = frozenset(terms(sentence.text)) or frozenset((fold(sentence.text).strip(),))  # "It was so." says little
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
    that is no copy. A copy counts as its original; another event's source has no share in q, and a citation that is of
    no use to its sentence no share in p, or citing everything would be the way to balance. With one source it is the
    share of sentences that cite it.
    """
    case = subject.case
    own = [s.file for s in case.sources if s.relevant and not s.duplicate_of]
    heard = Counter[str]()
    for found in roles(subject):
        files = sorted({original(case, p.file) for p, role in found if role not in UNHEARD})
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
