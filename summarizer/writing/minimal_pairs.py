"""Sentences of two articles that differ in little but a figure: they answer one question, whatever is counted.

The rest of the house looks for figures whose meaning it knows. This needs no meaning, only the same words around the
figure, and is therefore also the cheapest alarm for a copy in which somebody changed a number.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.articles.neighbours import Neighbours
from summarizer.articles.nouns import Sentence
from summarizer.checking.dates import dates
from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.speech import speaker
from summarizer.writing.counted import Counted
from summarizer.writing.mentions import OWN, Mention
from summarizer.writing.questions import Question
from summarizer.writing.selfcontained import points_back

SAME_WORDS = 0.6  # cosine of two sentences without their figures
LEAST_WORDS = 5  # around a figure; "Five people died." is said of too many things
PHRASE = 8  # words after a figure that tell what it counts


class _Frame(NamedTuple):
    """A sentence with figures, and its words without them."""

    sentence: Sentence
    figures: tuple[Quantity, ...]
    words: str


def minimal_pairs(body: Sequence[Sentence]) -> Iterator[Question]:
    """One question for each figure that two articles give differently in the same words."""
    frames = [frame for sentence in body if (frame := _frame(sentence))]
    likeness = Neighbours(frame.words for frame in frames)
    for place, frame in enumerate(frames):
        alike = likeness.near(frame.words)
        for other in sorted(p for p in alike if p > place and alike[p] >= SAME_WORDS):
            pair = _changed(frame, frames[other])
            if pair:
                yield Question((_mention(frame.sentence, pair[0]), _mention(frames[other].sentence, pair[1])))


def _frame(sentence: Sentence) -> _Frame | None:
    text = sentence.text
    figures = quantities(text)
    words, at = "", 0
    for figure in figures:
        words, at = words + text[at : figure.start], figure.end
    words += text[at:]
    told = figures and len(words.split()) >= LEAST_WORDS and not points_back(text)  # another "she" is another matter
    return _Frame(sentence, figures, words) if told else None


def _changed(one: _Frame, other: _Frame) -> tuple[Quantity, Quantity] | None:
    """The one figure in which they differ, counting the same; None if it is another number of them, or another day."""
    if one.sentence.span.source == other.sentence.span.source or len(one.figures) != len(other.figures):
        return None
    if _days(one) != _days(other):
        return None
    pairs = list(zip(one.figures, other.figures, strict=True))
    changed = [(a, b) for a, b in pairs if a.value != b.value]
    hedged = any(figure.hedge for pair in changed for figure in pair)
    if len(changed) != 1 or hedged or any((a.unit, a.noun) != (b.unit, b.noun) for a, b in pairs):
        return None
    return changed[0]


def _days(frame: _Frame) -> set[str]:
    """The days that the sentence names, as they are written."""
    text = frame.sentence.text
    return {text[day.start : day.end].casefold() for day in dates(text)}


def _mention(sentence: Sentence, figure: Quantity) -> Mention:
    text = sentence.text
    after = " ".join(text[figure.end :].split(",")[0].split()[:PHRASE]).rstrip(".!?")
    what = Counted("", figure.noun or "", after, "", frozenset(), frozenset(), frozenset())
    return Mention(
        value=figure.value,
        shown=text[figure.start : figure.end],
        hedge=None,
        counted=what,
        event=OWN,
        when="",
        speaker=speaker(text),
        rising=False,
        weekday=None,
        names=frozenset(),
        sentence=sentence,
        at=sentence.span.start + figure.start,
    )
