"""Which sentences say otherwise? In any source, cited or not, and near-verbatim or not at all.

A false alarm accuses a source or a writer, so this looks only at minimal pairs: two sentences that say the same of the
same, but for one figure, one denial or one opposite. Two figures of two events, a bound beside a figure, a later day's
count: none of these says otherwise, and what is in doubt is not reported.
"""

from collections.abc import Iterable
from fractions import Fraction

from summarizer.articles.nouns import Sentence
from summarizer.checking import names, thesaurus
from summarizer.checking.comparing import Comparison, Evidence
from summarizer.checking.cues import Cue
from summarizer.checking.dates import dates
from summarizer.checking.hedges import hedges
from summarizer.checking.lexicon import ANTONYMS
from summarizer.checking.negation import negations
from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.reading import Passage, fold, key, read
from summarizer.checking.verdicts import compare

ALIKE = 0.75  # share of the shorter sentence's content words, but for what differs, that the other has
LEAST = 4  # content words that they have in common; fewer are said of too many things
Against = tuple[tuple[Sentence, str], ...]  # sentences that say otherwise, each with the reason
OPPOSITES = {frozenset((key(a), key(b))) for a, b in ANTONYMS}


def says_otherwise(text: str, other: str) -> str:
    """Why `other` contradicts `text`; empty if it does not, or if that is not certain."""
    if _elsewhere(text, other):
        return ""
    comparison = compare(text, [Evidence(other)])
    return _figure(comparison) or _denial(comparison) or _opposite(comparison)


def against(text: str, sentences: Iterable[Sentence]) -> Against:
    """Those of `sentences` that say otherwise than `text`, each with the reason."""
    return tuple((s, why) for s in sentences if (why := says_otherwise(text, s.text)))


def _elsewhere(text: str, other: str) -> bool:
    """Whether the two speak of different days, of different names, or of what may be: no pair to compare."""
    named = [{k for n in names.names(t) for k in _keys(read(t), n.tokens)} for t in (text, other)]
    if not _nested(_days(text), _days(other)) or not _nested(*named):
        return True
    return {c.kind for c in hedges(read(text))} != {c.kind for c in hedges(read(other))}


def _nested(mine: set[str], theirs: set[str]) -> bool:
    """Whether one of them only has more than the other."""
    return mine <= theirs or theirs <= mine


def _days(text: str) -> set[str]:
    return {w.text.casefold() for w in dates(text)}


def _keys(passage: Passage, tokens: Iterable[int]) -> set[str]:
    return {passage.tokens[i].key for i in tokens}


def _content(passage: Passage, but: Iterable[tuple[int, int]] = ()) -> set[str]:
    """The content words of a passage, without those in these stretches of its text."""
    out = list(but)
    return {t.key for t in passage.tokens if t.content and not any(a <= t.start < b for a, b in out)}


def _alike(mine: set[str], theirs: set[str]) -> bool:
    both = len(mine & theirs)
    return both >= LEAST and both >= ALIKE * min(len(mine), len(theirs)) and 2 * both >= max(len(mine), len(theirs))


def _figure(comparison: Comparison) -> str:
    """One figure of the same thing that is another one there, all others being the same or not given."""
    text, other = comparison.text, comparison.context
    mine, theirs = quantities(text.text), quantities(other.text)
    values = [{q.value for q in found} for found in (mine, theirs)]
    changed = [q for q in mine if q.value not in values[1]]
    if len(changed) != 1 or changed[0].hedge or not _counts(changed[0]):
        return ""
    one = changed[0]
    rivals = [q for q in theirs if (q.unit, q.noun) == (one.unit, one.noun) and q.value not in values[0]]
    if len(rivals) != 1 or rivals[0].hedge:
        return ""
    rest = [_content(p, [(q.start, q.end) for q in found]) for p, found in ((text, mine), (other, theirs))]
    if not _alike(*rest):
        return ""
    two = rivals[0]
    return f"{text.text[one.start : one.end]} here, {other.text[two.start : two.end]} there"


def _counts(figure: Quantity) -> bool:
    """Whether it is known what the figure counts: a vague or unnamed one may be of anything."""
    return figure.noun is not None and figure.unit in (None, "%", "usd", "eur", "gbp", "yen")


def _denial(comparison: Comparison) -> str:
    """One denial that only one of the two has, of words that both have."""
    text, other = comparison.text, comparison.context
    mine, theirs = negations(text), negations(other)
    if abs(len(mine) - len(theirs)) != 1 or len(mine) + len(theirs) != 1:
        return ""
    passage, cue = (text, mine[0]) if mine else (other, theirs[0])
    rest = [_content(p, _stretch(p, c)) for p, c in ((text, mine), (other, theirs))]
    facing = rest[1] if mine else rest[0]
    governed = {passage.tokens[i].key for i in cue.scope if i != cue.at}
    if not governed or not governed <= facing or not _alike(*rest) or _values(text) != _values(other):
        return ""
    word = passage.tokens[cue.at].text
    return f"“{word}” {'here' if mine else 'there'} only"


def _values(passage: Passage) -> set[Fraction]:
    return {q.value for q in quantities(passage.text)}


def _stretch(passage: Passage, cues: Iterable[Cue]) -> list[tuple[int, int]]:
    return [(passage.tokens[c.at].start, passage.tokens[c.at].end) for c in cues]


def _opposite(comparison: Comparison) -> str:
    """One word whose opposite stands in its place, all else being the same."""
    text, other = comparison.text, comparison.context
    if _values(text) != _values(other) or len(negations(text)) != len(negations(other)):
        return ""
    mine = [t for t in text.tokens if t.content and t.key not in other.places]
    theirs = [t for t in other.tokens if t.content and t.key not in text.places]
    if len(mine) != 1 or len(theirs) != 1 or not _alike(_content(text), _content(other)):
        return ""
    one, two = mine[0], theirs[0]
    known = frozenset((one.key, two.key)) in OPPOSITES
    if known or thesaurus.relation(fold(one.text), fold(two.text)) == "opposite":
        return f"“{one.text}” here, “{two.text}” there"
    return ""
