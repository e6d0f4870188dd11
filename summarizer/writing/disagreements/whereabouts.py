"""In which country somebody is or does something that is done in one place at a time: trains, is held, is based.

Only countries are held against each other, because a town may lie in another town's district and a country in no other
country. The people have to be the same by name, and a source that gives two countries knows of two places.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import fold, key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.actors import SEATS
from summarizer.writing.disagreements.answers import Answer, Question
from summarizer.writing.disagreements.places import NATIONS, places

STAYING = frozenset(
    map(key, word_set("train training station stationed based hold held detain detained jail hide live"))
)
NAMED = 2  # words of a name that two sentences have in common


class _Stay(NamedTuple):
    verb: str  # as written
    nations: frozenset[str]
    shown: str
    sentence: Sentence
    called: tuple[tuple[str, str], ...]  # the words of the names before it, key and text

    @property
    def names(self) -> frozenset[str]:
        return frozenset(key for key, _ in self.called)


def whereabouts(topic: Topic) -> Iterator[Question]:
    """One question for each stay that sources place in different countries."""
    by_verb: dict[str, list[_Stay]] = defaultdict(list)
    for sentence in topic.body:
        for stay in _stays(sentence):
            by_verb[key(stay.verb)].append(stay)
    for stays in by_verb.values():
        first = stays[0]
        same = [s for s in stays if len(s.names & first.names) >= NAMED]
        lands: dict[str, set[frozenset[str]]] = defaultdict(set)
        for stay in same:
            lands[stay.sentence.span.source].add(stay.nations)
        sure = [s for s in same if len(lands[s.sentence.span.source]) == 1]
        if any(not a.nations & b.nations for a in sure for b in sure):
            answers = (Answer(min(s.nations), s.shown, s.sentence, speaker(s.sentence.text)) for s in sure)
            people = " ".join(called for key, called in first.called if all(key in s.names for s in sure))
            yield Question(f"in which country: {first.verb} ({people})", "conflict", tuple(answers))


def _stays(sentence: Sentence) -> Iterator[_Stay]:
    tokens = read(sentence.text).tokens
    for i, token in enumerate(tokens):
        if token.key in STAYING and token.text[0].islower():
            called = {
                t.key: t.text.removesuffix("'s").removesuffix("’s")
                for t in tokens[:i]
                if t.content and t.text[0].isupper() and t.key not in NATIONS
                if fold(t.text) not in NEVER and fold(t.text).removesuffix("'s") not in SEATS
            }
            for place in places(sentence.text, token.start):
                if len(place.nations) == 1:
                    yield _Stay(token.text, place.nations, place.shown, sentence, tuple(called.items()))
                    break
