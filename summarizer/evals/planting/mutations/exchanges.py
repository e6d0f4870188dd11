"""Errors of a single content word: one of the article's, or one of the very span, in the place of another."""

from collections.abc import Iterator

from summarizer.articles.terms import STOPWORDS, term
from summarizer.evals.planting.edits import put, quoted, tokens
from summarizer.evals.planting.nouns import Base, Change, Material

_NEUTRAL = (
    "stated noted added wrote mentioned reported remarked told explained commented tells states notes adds writes"
)
NEUTRAL = frozenset(_NEUTRAL.split())
MOST_WORDS = 60  # of a sentence that are exchanged for each other: pairs grow with the square


def content(base: Base, material: Material) -> Iterator[Change]:
    """A content word exchanged for another of the same article with the same ending."""
    have = {term(t.text) for t in tokens(base.evidence)}
    sources = {c.source for c in base.citations}
    near = [w.text for c in material.sentences if c.source in sources for w in tokens(c.quote)]
    pool = [w for w in dict.fromkeys(near) if w.islower() and len(w) > 4 and w not in STOPWORDS and term(w) not in have]
    marks = quoted(base.text)
    for place in tokens(base.text):
        inside = any(p.start <= place.start < p.end for p in marks)
        if inside or not place.text.islower() or len(place.text) < 5 or place.text in STOPWORDS:
            continue
        neutral = place.text in NEUTRAL  # "noted" for "stated" is no error
        for new in [w for w in pool if w[-3:] == place.text[-3:] and not (neutral and w in NEUTRAL)][:5]:
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def own_word(base: Base) -> Iterator[Change]:
    """A content word exchanged for another that stands elsewhere in the very same span."""
    marks = quoted(base.text)
    words = [t for t in tokens(base.text) if t.text.islower() and len(t.text) > 4 and t.text not in STOPWORDS]
    for place in words[:MOST_WORDS]:
        if any(p.start <= place.start < p.end for p in marks):
            continue
        for other in words[:MOST_WORDS]:
            if other.text != place.text and term(other.text) != term(place.text) and other.text[-2:] == place.text[-2:]:
                yield Change(put(base.text, place.start, place.end, other.text), f"{place.text} -> {other.text}")
