"""Zero as a figure: "nobody died" against "two people died".

"Nobody" is said of one event and of all of it, or it is no answer: nobody in the house, nobody else and nobody in 2019
leave out what another source may count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.lexicon import word_set
from summarizer.checking.numbers import HEDGE
from summarizer.checking.reading import key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Kind, Question
from summarizer.writing.disagreements.counted import STATES
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.mentions import ELSEWHERE, OWN, Event, Mention, event_of, weekday_of

_BEEN = r"(?:(?:was|were|is|are|has|have|had|been) )*"
_STATE = r"(?P<state>killed|died|dead|injured|wounded|hurt)"
NOBODY = re.compile(rf"\b(?P<who>nobody|no one|no people|no passengers|no residents) {_BEEN}{_STATE}\b", re.IGNORECASE)
NONE = re.compile(
    r"\b(?P<who>no) (?P<state>deaths?|fatalities|injuries)\b(?= (?:were|was|had|have|has)\b|[.,;])",
    re.IGNORECASE,
)
HUMAN = frozenset(
    map(
        key,
        word_set(
            """people person man woman boy girl child passenger driver worker soldier officer firefighter miner student
            resident civilian tourist villager pilot guard victim rider cyclist pedestrian employee protester pupil
            commuter traveller holidaymaker visitor guest worshipper reveller skier climber walker hiker sailor
            fisherman nurse teacher"""
        ),
    )
)
# A single one, which is no figure elsewhere because "one" is a pronoun too.
ONE = re.compile(
    rf"\b(?P<who>one|a) (?:\w+ )?(?P<one>\w+) {_BEEN}(?P<state>killed|died|injured|wounded|hurt)\b", re.IGNORECASE
)
PART = re.compile(
    r"\b(?:in the|in a|inside|aboard|on board|among|else|seriously|critically|badly|severely|at (?:the|his|her)|yet|if"
    r"|could|would|might|may|should|hoped?|false|wrong|not true|den(?:y|ied|ies))\b",
    re.IGNORECASE,
)
NOUNS = {"death": "killed", "fatalit": "killed", "injur": "injured"}


class _Count(NamedTuple):
    state: str
    value: Fraction
    shown: str
    sentence: Sentence
    said_by: str | None
    day: int | None
    places: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        return self.sentence.span.source


def nobody(topic: Topic, mentions: Iterable[Mention]) -> Iterator[Question]:
    """One question for each state that a source says nobody is in, and another counts somebody in."""
    none = [c for article in topic.articles for c in _counts(article, topic.sentences_of[article.id])]
    zeros = [c for c in none if c.value == 0]
    if not zeros:
        return
    some = [c for c in none if c.value] + [_of(m) for m in mentions if _of_people(m)]
    era = eras(topic.articles)
    for state in sorted({c.state for c in zeros}):
        # Who counts somebody elsewhere in the same article says "nobody" of another part, or of another event.
        counting = {c.source for c in some if c.state == state}
        denying = [c for c in zeros if c.state == state and c.source not in counting]
        against = [c for c in some if c.state == state and any(_one_event(c, z, topic, era) for z in denying)]
        if against:
            yield _question(state, denying, against, topic.article)


def _of_people(mention: Mention) -> bool:
    return mention.event == OWN and not mention.counted.narrow and mention.counted.noun in HUMAN


def _of(mention: Mention) -> _Count:
    what = mention.counted
    return _Count(
        what.kind, mention.value, mention.shown, mention.sentence, mention.speaker, mention.weekday, what.places
    )


def _counts(article: Article, sentences: Iterable[Sentence]) -> Iterator[_Count]:
    event: Event = OWN
    when = ""
    for sentence in (s for s in sentences if s.kind == "body"):
        text = sentence.text
        event, when = event_of(text, article.published, event, when)
        if event != OWN or ELSEWHERE.search(text) or PART.search(text) or text.rstrip().endswith("?"):
            continue
        for pattern, value in ((NOBODY, 0), (NONE, 0), (ONE, 1)):
            for found in pattern.finditer(text):
                if value and (HEDGE.search(text[: found.start()]) or key(found["one"]) not in HUMAN):
                    continue
                shown = found.group()
                day = weekday_of(text, found.start())
                yield _Count(_state(found["state"]), Fraction(value), shown, sentence, speaker(text), day)


def _state(word: str) -> str:
    word = word.lower()
    return STATES.get(word) or next(state for stem, state in NOUNS.items() if word.startswith(stem))


def _one_event(some: _Count, none: _Count, topic: Topic, era: Mapping[str, int]) -> bool:
    """Whether what is counted lies within what "nobody" is said of: its day, and a place that its article names."""
    if era[some.source] != era[none.source] or (None not in (some.day, none.day) and some.day != none.day):
        return False
    named = (read(s.text).keys for s in topic.sentences_of[none.source])
    return not some.places or any(some.places & keys for keys in named)


def _question(state: str, zeros: Sequence[_Count], some: Sequence[_Count], articles: Mapping[str, Article]) -> Question:
    counts = (*zeros, *some)
    answers = tuple(Answer(c.value, c.shown, c.sentence, c.said_by) for c in counts)
    voices, others = ({c.said_by for c in group} for group in (zeros, some))
    days, later = ([d for c in group if (d := articles[c.source].published)] for group in (zeros, some))
    kind: Kind = "attributed" if None not in voices | others and not voices & others else "conflict"
    if days and later and max(days) < min(later):
        kind = "update"
    return Question(f"people {state}", kind, answers)
