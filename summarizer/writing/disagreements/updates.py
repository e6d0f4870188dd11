"""Which sentences give a figure that is no longer true, and which give the latest: a toll that rose in the meantime.

Only what the sources themselves put in an order counts: days that both sources tell, or the words that a figure has
risen, or was corrected. Where neither is known nothing is outdated, because the lower of two figures may be the better
one. Nothing is dropped here; ranking may put an outdated sentence behind others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.topic import Topic
from summarizer.writing.disagreements.answers import said_on
from summarizer.writing.disagreements.finding import events_of
from summarizer.writing.disagreements.mentions import OWN, RISING, Mention
from summarizer.writing.disagreements.nobody import HUMAN
from summarizer.writing.disagreements.tallies import Tally

LOWERED = re.compile(r"\b(?:lowered|revised|corrected|reduced)\b", re.IGNORECASE)


class Standing(NamedTuple):
    """Ids of the sentences whose figure another has overtaken, and of those that give the latest."""

    outdated: frozenset[str] = frozenset()
    latest: frozenset[str] = frozenset()


class _Value(NamedTuple):
    """One figure of an update; `day`: the last on which it was given, None where no source tells one."""

    value: Fraction
    day: date | None
    risen: bool
    lowered: bool

    def overtakes(self, other: "_Value") -> bool:
        """Whether the sources say that this is the later figure of the two."""
        before = self.day is not None and other.day is not None and self.day < other.day
        after = self.day is not None and other.day is not None and self.day > other.day
        if self.value > other.value:
            return after or (self.risen and not before)
        return self.value < other.value and self.lowered and after


def standing(topic: Topic) -> Standing:
    """What every update among the sources makes of its sentences; a sentence that also gives a latest figure is not
    outdated."""
    outdated: set[str] = set()
    latest: set[str] = set()
    for event, mentions, tallied in events_of(topic):
        for tally in tallied:
            if tally.kind(event.article) == "update":
                old, new = _overtaken(tally, event.article)
                outdated |= {m.sentence.id for m in tally.answers if m.value in old}
                latest |= {m.sentence.id for m in tally.answers if m.value in new}
                outdated |= set(_openings(event, mentions, tally, new))
    return Standing(frozenset(outdated - latest), frozenset(latest))


def _overtaken(tally: Tally, articles: Mapping[str, Article]) -> tuple[frozenset[Fraction], frozenset[Fraction]]:
    """The values that another one overtakes, and those that overtake one and are themselves not overtaken."""
    values = [_value(value, given, articles) for value, given in tally.by_value().items()]
    old = frozenset(v.value for v in values if any(other.overtakes(v) for other in values))
    new = frozenset(v.value for v in values if v.value not in old and any(v.overtakes(other) for other in values))
    return old, new


def _value(value: Fraction, given: Sequence[Mention], articles: Mapping[str, Article]) -> _Value:
    days = [day for m in given if (day := said_on(m.sentence, articles[m.source].published))]
    texts = [m.sentence.text for m in given]
    lowered = any(LOWERED.search(text) for text in texts)
    risen = any(RISING.search(text) and not LOWERED.search(text) for text in texts)
    return _Value(value, max(days, default=None), risen, lowered)


def _openings(event: Topic, mentions: Iterable[Mention], tally: Tally, new: frozenset[Fraction]) -> Iterator[str]:
    """First sentences of articles that give fewer, under whatever name for people: "four commuters were killed" tells
    the toll of that hour where it opens the story, and a part of it further down."""
    first = {s.id for s in map(_first, event.sentences_of.values()) if s}
    kind, sources = tally.answers[0].counted.kind, {m.source for m in tally.answers if m.value in new}
    for m in mentions:
        human = m.counted.noun in HUMAN and m.counted.kind == kind and m.event == OWN
        if human and new and m.value < min(new) and m.source not in sources and m.sentence.id in first:
            yield m.sentence.id


def _first(sentences: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in sentences if s.kind == "body"), None)
