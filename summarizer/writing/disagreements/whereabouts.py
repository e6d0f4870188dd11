"""In which country somebody is or does something that is done in one place at a time: trains, is held, is based.

Only countries are held against each other, because a town may lie in another town's district and a country in no other
country. The people have to be the same by name, and a source that gives two countries knows of two places.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import Token, fold, key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Question
from summarizer.writing.disagreements.places import places

STAYING = frozenset(
    map(key, word_set("train training station stationed based hold held detain detained jail hide live"))
)
NAMED = 2  # words of a name, from which there is no other of it


class _Stay(NamedTuple):
    verb: str  # as written
    nations: frozenset[str]
    shown: str
    people: str  # the nearest name before the verb, as written
    names: frozenset[str]  # its keys
    sentence: Sentence

    @property
    def source(self) -> str:
        return self.sentence.span.source


def whereabouts(topic: Topic) -> Iterator[Question]:
    """One question for each stay of the same people that sources place in different countries."""
    by_stay: dict[tuple[str, frozenset[str]], list[_Stay]] = defaultdict(list)
    for sentence in topic.body:
        for stay in _stays(sentence):
            by_stay[key(stay.verb), stay.names].append(stay)
    for stays in by_stay.values():
        lands: dict[str, set[frozenset[str]]] = defaultdict(set)
        for stay in stays:
            lands[stay.source].add(stay.nations)
        sure = [s for s in stays if len(lands[s.source]) == 1]
        if any(not a.nations & b.nations for a in sure for b in sure):
            answers = (Answer(min(s.nations), s.shown, s.sentence, speaker(s.sentence.text)) for s in sure)
            yield Question(f"in which country: {sure[0].verb} ({sure[0].people})", "conflict", tuple(answers))


def _stays(sentence: Sentence) -> Iterator[_Stay]:
    tokens = read(sentence.text).tokens
    for i, token in enumerate(tokens):
        if token.key not in STAYING or not token.text[0].islower():
            continue
        name = _name(tokens[:i])
        place = next((p for p in places(sentence.text, token.start) if len(p.nations) == 1), None)
        if place and len(name) >= NAMED:
            people = sentence.text[name[0].start : name[-1].end].removesuffix("'s").removesuffix("’s")
            names = frozenset(t.key for t in name)
            yield _Stay(token.text, place.nations, place.shown, people, names, sentence)


def _name(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last run of words with a capital; a day or a month is no name."""
    end = len(tokens)
    while end and not (tokens[end - 1].text[0].isupper() and tokens[end - 1].content):
        end -= 1
    start = end
    while start and tokens[start - 1].text[0].isupper() and tokens[start - 1].content:
        start -= 1
    return [t for t in tokens[start:end] if fold(t.text) not in NEVER]
