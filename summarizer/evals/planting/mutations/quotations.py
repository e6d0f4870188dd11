"""Errors of quotation marks: a word changed between them, words cut out, marks set round what nobody said so."""

import re
from collections.abc import Iterator

from summarizer.articles.terms import STOPWORDS, term
from summarizer.evals.planting import cues
from summarizer.evals.planting.edits import Place, find, inside, put, quoted, tokens
from summarizer.evals.planting.nouns import Base, Change, Material

PUT_IN = ("very", "secret", "huge", "certainly", "really", "illegal")


def altered(base: Base, material: Material) -> Iterator[Change]:
    """A content word between the marks exchanged for another of the sources, dropped, or one put before it."""
    have = {term(t.text) for t in tokens(base.evidence)}
    others = [w for w in material.vocabulary if len(w) > 4 and w not in STOPWORDS and term(w) not in have]
    marks = quoted(base.text)
    for place in tokens(base.text):
        if not inside(place, marks) or len(place.text) < 4 or place.text.casefold() in STOPWORDS:
            continue
        ending = place.text[-2:]
        for new in [w for w in others if w[-2:] == ending][:6]:
            yield Change(put(base.text, place.start, place.end, new), f"“{place.text}” -> “{new}”")
        if _inner(place, marks):  # at its edge it would only be a shorter quotation
            yield Change(put(base.text, place.start, place.end, ""), f"- “{place.text}” in a quotation")
        new = PUT_IN[place.start % len(PUT_IN)]
        if new not in base.evidence:
            yield Change(put(base.text, place.start, place.start, new + " "), f"+ “{new}” in a quotation")


def _inner(place: Place, marks: list[Place]) -> bool:
    """Whether words stand before and after `place` between the same marks."""
    around = next(p for p in marks if inside(place, [p]))
    before, after = around.text[: place.start - around.start], around.text[place.end - around.start :]
    return any(c.isalnum() for c in before) and any(c.isalnum() for c in after)


def small_words(base: Base) -> Iterator[Change]:
    """A small word between the marks changed: what a careless retyping does."""
    table = {
        "the": "a",
        "a": "the",
        "our": "their",
        "we": "they",
        "i": "we",
        "is": "was",
        "was": "is",
        "will": "would",
        "my": "his",
        "this": "that",
        "to": "for",
        "and": "or",
        "are": "were",
        "it": "this",
    }
    marks = quoted(base.text)
    for place in find(base.text, tuple(table)):
        if inside(place, marks):
            new = table[place.text.casefold()]
            new = new.capitalize() if place.text[0].isupper() and place.text != "I" else new
            if place.text != "I" or new:
                yield Change(put(base.text, place.start, place.end, new), f"“{place.text}” -> “{new}”")


def marked(base: Base) -> Iterator[Change]:
    """Marks set round words that stand in no marks in the sources, and a quotation drawn out over what follows it."""
    marks = quoted(base.text)
    if not marks and not re.search(r"[\"“”]", base.evidence):
        words = tokens(base.text)
        for first in range(3, len(words) - 4, 3):
            last = min(first + 4, len(words) - 1)
            stretch = base.text[words[first].start : words[last].end]
            if "," not in stretch and "’" not in stretch and "'" not in stretch:
                text = base.text[: words[first].start] + f"“{stretch}”" + base.text[words[last].end :]
                yield Change(text, f"marks round “{stretch}”")
    for place in marks:
        after = tokens(base.text[place.end + 1 :])
        close = base.text[place.end : place.end + 1]
        if (
            len(after) >= 3
            and close
            and base.text[place.end - 1] not in ",.?!"
            and base.text[place.end + 1 : place.end + 2] == " "
        ):
            end = place.end + 1 + after[2].end
            more = base.text[place.end + 1 : end]
            if not re.search(r"[“”\",.]", more):
                yield Change(
                    base.text[: place.end] + more + close + base.text[end:], f"quotation drawn out by “{more}”"
                )


def ellipsis(base: Base) -> Iterator[Change]:
    """Words cut out between the marks, with dots or without, where what is cut turns the sense."""
    for place in quoted(base.text):
        words = [t for t in tokens(base.text) if inside(t, [place])]
        for n, word in enumerate(words):
            if (
                word.text.casefold().replace("’", "'") in (*cues.NOT, *cues.MAYBE, "only", "some")
                and n
                and n + 2 < len(words)
            ):
                for dots in (" … ", " "):
                    text = put(base.text, words[n - 1].end, words[n + 1].start, dots)
                    yield Change(text, f"- “{word.text}” in a quotation{' with dots' if dots != ' ' else ''}")
