"""How a vote or a match ended: two figures that mean something only together.

"9-6" is no figure of anything alone. It is bound to its verb, to vote or to win, and to who voted or who played. Bodies
vote more than once and teams meet again: a source that gives two scores of one body tells of two votes, and another
day, another matter or another round is another question.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import STOPWORDS
from summarizer.articles.topic import Topic
from summarizer.checking.dates import dates
from summarizer.checking.figures import SMALL
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import Token, fold, key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Kind, Question
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.mentions import OWN, event_of, weekday_of

_N = rf"(?:\d{{1,3}}|{'|'.join(w for w in SMALL if w != 'zero')})"
SCORE = re.compile(
    rf"(?<![\d,.\-–])\b(?P<a>{_N})(?: votes?)?(?:-|–| ?to ?|-to-)(?P<b>{_N})\b(?![-–,.]?\d)(?! ?%)", re.I
)
# Whoever votes, under one key.
BODIES = {
    key(word): key(row.split()[0])
    for row in (
        "council councillors councilors councillor aldermen",
        "parliament lawmakers deputies mps legislators",
        "senate senators",
        "house representatives",
        "assembly",
        "board directors trustees",
        "committee panel commission commissioners",
        "jury jurors",
        "court judges justices",
        "cabinet ministers",
    )
    for word in row.split()
}
VOTING = frozenset(map(key, word_set("voted vote votes approved rejected passed backed adopted")))
PLAYING = frozenset(map(key, word_set("won win beat defeated lost lose drew")))
# Words for another round, or another score of the same match.
ROUND = re.compile(
    r"\b(?:first|second|third|final|earlier|previous(?:ly)?|last|leg|half(?:-time)?|quarter|aggregate|penalt(?:y|ies)"
    r"|shoot-?out|preliminary|procedural|amendments?|subcommittee|ago|initial(?:ly)?|reading|led|leading|if|would)\b",
    re.IGNORECASE,
)
IT = word_set("it this that so them")
REACH = 8  # tokens between a verb and its score
SPREAD = 4 / 3  # times as many votes as in the other source: not the same people voted


class _Score(NamedTuple):
    """`who`: key of the body, or those of both teams' names; `matter`: keys of what is voted on, if it is told."""

    vote: bool
    pair: tuple[int, int]
    shown: str
    who: frozenset[str]
    called: str
    matter: frozenset[str]
    named: frozenset[str]  # the names left of the verb, for a vote
    day: int | None
    sentence: Sentence

    @property
    def source(self) -> str:
        return self.sentence.span.source


def scores(topic: Topic) -> Iterator[Question]:
    """One question for each vote and match to which sources give different results."""
    era = eras(topic.articles)
    found = [s for sentence in topic.body if _own(sentence, topic) for s in _scores(sentence)]
    groups: dict[tuple[bool, int], list[_Score]] = defaultdict(list)
    for score in found:
        groups[score.vote, era[score.source]].append(score)
    for group in groups.values():
        sure = [s for s in group if len({o.pair for o in group if o.source == s.source and o.who & s.who}) == 1]
        pairs = [(a, b) for a, b in combinations(sure, 2) if _one(a, b)]
        if any(a.pair != b.pair for a, b in pairs):
            told = {id(s): s for pair in pairs for s in pair}
            yield _question([s for s in sure if id(s) in told])


def _own(sentence: Sentence, topic: Topic) -> bool:
    """Whether no other year is named, of whose vote or match it may tell."""
    published = topic.article[sentence.span.source].published
    year = event_of(sentence.text, published, OWN, "")[0][0]
    return year is None or (published is not None and year == published.year)


def _scores(sentence: Sentence) -> Iterator[_Score]:
    text = sentence.text
    found = [m for m in SCORE.finditer(text) if not any(d.start < m.end() and m.start() < d.end for d in dates(text))]
    if len(found) != 1 or ROUND.search(text) or text.rstrip().endswith("?"):
        return
    match = found[0]
    tokens = read(text).tokens
    near = [i for i, t in enumerate(tokens) if t.end <= match.start()][-REACH:]
    verb = next((i for i in reversed(near) if tokens[i].key in VOTING | PLAYING), None)
    if verb is None:
        return
    high, low = sorted((_number(match["a"]), _number(match["b"])), reverse=True)
    vote = tokens[verb].key in VOTING
    who = [t for t in tokens[:verb] if t.key in BODIES] if vote else _names(text, tokens)
    if not who or (not vote and len(who) < 2):
        return
    keys = frozenset(BODIES[t.key] for t in who[-1:]) if vote else frozenset(t.key for t in who)
    matter = _matter(tokens, match.end()) if vote else frozenset()
    called = who[-1].text if vote else " and ".join(dict.fromkeys(t.text for t in who))
    named = frozenset(t.key for t in _names(text, tokens[:verb])) - BODIES.keys() if vote else frozenset()
    day = weekday_of(text, match.start())
    yield _Score(vote, (high, low), match.group(), keys, called, matter, named, day, sentence)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else SMALL[word.lower()]


def _names(text: str, tokens: Sequence[Token]) -> list[Token]:
    dated = [(d.start, d.end) for d in dates(text)]
    named = (t for t in tokens if t.key and t.text[0].isupper() and t.content and fold(t.text) not in NEVER)
    return [t for t in named if not any(start <= t.start < end for start, end in dated)]


def _matter(tokens: Sequence[Token], end: int) -> frozenset[str]:
    """What is decided, after "to" right of the score; empty where it is only called "it"."""
    after = [t for t in tokens if t.start >= end]
    begin = next((i for i, t in enumerate(after) if fold(t.text) in ("to", "for", "against")), len(after))
    phrase = after[begin + 1 :]
    if any(fold(t.text) in IT for t in phrase):
        return frozenset()
    return frozenset(t.key for t in phrase if t.content and fold(t.text) not in STOPWORDS | NEVER)


def _one(one: _Score, other: _Score) -> bool:
    """Whether both are the result of one vote or one match."""
    if one.source == other.source or (None not in (one.day, other.day) and one.day != other.day):
        return False
    if not one.vote:
        return len(one.who & other.who) >= 2
    if one.named and other.named and not one.named & other.named:
        return False
    total, its = sum(one.pair), sum(other.pair)
    if one.who != other.who or max(total, its) > SPREAD * min(total, its):
        return False
    return not (one.matter and other.matter) or bool(one.matter & other.matter)


def _question(told: Sequence[_Score]) -> Question:
    voices = [speaker(s.sentence.text) for s in told]
    by_pair: dict[tuple[int, int], set[str | None]] = defaultdict(set)
    for score, voice in zip(told, voices, strict=True):
        by_pair[score.pair].add(voice)
    apart = all(None not in v for v in by_pair.values()) and not set.intersection(*by_pair.values())
    kind: Kind = "attributed" if apart else "conflict"
    about = f"vote of the {told[0].called.lower()}" if told[0].vote else f"result: {told[0].called}"
    answers = (Answer(s.pair, s.shown, s.sentence, v) for s, v in zip(told, voices, strict=True))
    return Question(about, kind, tuple(answers))
