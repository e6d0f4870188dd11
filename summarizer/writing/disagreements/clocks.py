"""At what time of day it happened: clock times bound to one verb and one subject.

A time means nothing without its verb: a ferry leaves at one time and arrives at another. So it is bound to the verb
that it follows in the same clause, and two times are held against each other only if that verb and its subject are the
same in both sources. A source that gives two times for them knows of two acts. Times of two zones, and times that a
rounding may reconcile, are no two answers.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summarizer.articles.topic import Topic
from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import fold, key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Kind, Question
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.statements import CLAUSE_END, Statement, statements

CLOCK = re.compile(
    r"\bat (?P<about>about |around |roughly |some )?"
    r"(?P<time>(?P<h>\d\d?)(?:[:.](?P<m>\d\d))?(?: ?(?P<half>[ap])\.?m\b\.?)?)"
    r"(?! ?(?:%|percent|per cent|,\d))(?P<zone> ?(?:local|GMT|UTC|[A-Z]{2,4}T)\b)?"
)
# What happens at one moment, and its words in news.
ACTS = {
    key(word): key(row.split()[0])
    for row in (
        "left departed sailed",
        "arrived docked",
        "landed",
        "struck hit shook",
        "crashed",
        "collapsed",
        "capsized sank overturned",
        "exploded detonated",
        "derailed",
        "erupted",
        "disappeared vanished",
        "died",
        "shot",
        "stabbed",
        "arrested detained",
        "happened occurred",
        "started began",
        "ended",
        "opened",
        "closed",
        "called alerted",
    )
    for word in row.split()
}
# What happens on many days: here both sources have to name the day.
DAILY = frozenset(map(key, word_set("started ended opened closed called")))
# Words for one thing, as news changes them from line to line.
THINGS = {
    key(word): key(row.split()[0])
    for row in (
        "ship ferry boat vessel liner",
        "plane jet aircraft airliner flight",
        "quake earthquake tremor temblor",
        "blast explosion bomb",
        "fire blaze",
        "crash collision accident",
        "police officers",
    )
    for word in row.split()
}
NTH = word_set("first second third fourth last next other another final earlier later new")
REACH = 60  # code points from a verb to its time
ROUND, ROUGH = 10, 60  # minutes that a time on the half hour may be off, and one that says "about"
NOON, DAY = 12 * 60, 24 * 60


class _Moment(NamedTuple):
    """`minutes` after midnight; `sure` where the half of the day is told."""

    did: Statement
    minutes: int
    sure: bool
    about: bool
    zone: str
    shown: str

    @property
    def source(self) -> str:
        return self.did.source

    @property
    def thing(self) -> str:
        return THINGS.get(self.did.head, self.did.head)


def clocks(topic: Topic) -> Iterator[Question]:
    """One question for each act that sources put at different times of one day."""
    era = eras(topic.articles)
    acts: dict[tuple[str, str, int], list[_Moment]] = defaultdict(list)
    for sentence in topic.body:
        for statement in statements(sentence) if CLOCK.search(sentence.text) else ():
            moment = _moment(statement)
            if moment:
                acts[ACTS[statement.verb], moment.thing, era[moment.source]].append(moment)
    for found in acts.values():
        told = [m for m in found if len({o.minutes for o in found if o.source == m.source}) == 1]
        if any(_differ(a, b, topic) for a, b in combinations(told, 2)):
            yield _question(told)


def _moment(did: Statement) -> _Moment | None:
    """The time that follows a verb before another verb's clause begins."""
    text = did.sentence.text
    found = CLOCK.search(text, did.at, did.at + REACH)
    if did.denied or did.verb not in ACTS or found is None or not _own(text[did.at : found.start()]):
        return None
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if hour >= 24 or minute >= 60 or not (found["m"] or found["half"]):
        return None
    sure = bool(found["half"]) or hour > 12 or hour == 0 or found["h"][0] == "0"
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    zone = (found["zone"] or "").strip().replace("local", "")
    return _Moment(did, hour * 60 + minute, sure, bool(found["about"]), zone, found["time"])


def _own(between: str) -> bool:
    words = [fold(t.text) for t in read(between).tokens]
    return not any(w in CLAUSE_END or w in ("and", "but", "when", "after", "before", "while", "who") for w in words)


def _differ(one: _Moment, other: _Moment, topic: Topic) -> bool:
    a, b = one.did, other.did
    if one.source == other.source or one.zone != other.zone or a.passive != b.passive:
        return False
    if a.named and b.named and not a.named & b.named:
        return False
    if a.objects and b.objects and not a.objects & b.objects:
        return False
    mine, theirs = _plain(a), _plain(b)
    if mine and theirs and not mine & theirs and not (a.objects or b.objects):
        return False
    if _nth(one) != _nth(other) or not _one_day(one, other, topic):
        return False
    return _gap(one, other) > max(_slack(one), _slack(other))


def _plain(did: Statement) -> frozenset[str]:
    """The words of the object before the time: a depot is no school, though a harbour may be called by its name."""
    return frozenset(t.key for t in read(did.said.split(" at ")[0]).tokens if t.key in did.object)


def _nth(moment: _Moment) -> frozenset[str]:
    return frozenset(fold(t.text) for t in read(moment.did.who).tokens) & NTH


def _one_day(one: _Moment, other: _Moment, topic: Topic) -> bool:
    """Whether both are of one day, as they say, or as the days on which they were published allow."""
    a, b = one.did.day, other.did.day
    if a and b:
        return (a.weekday, a.day, a.month) == (b.weekday, b.day, b.month)
    mine, theirs = (topic.article[m.source].published for m in (one, other))
    near = mine is None or theirs is None or abs((mine - theirs).days) <= 1
    return near and (ACTS[one.did.verb] not in DAILY or _once(one, other))


def _once(one: _Moment, other: _Moment) -> bool:
    """Whether what may happen daily is told as one act: it is of one name."""
    return bool(one.did.named & other.did.named)


def _gap(one: _Moment, other: _Moment) -> int:
    """Minutes between the two; of a time that leaves open which half of the day it is of, the nearer."""
    turn = DAY if one.sure and other.sure else NOON
    gap = abs(one.minutes - other.minutes) % turn
    return min(gap, turn - gap)


def _slack(moment: _Moment) -> int:
    return ROUGH if moment.about else ROUND if moment.minutes % 30 == 0 else 2


def _question(told: Sequence[_Moment]) -> Question:
    voices = [speaker(m.did.sentence.text) for m in told]
    by_time: dict[int, set[str | None]] = defaultdict(set)
    for moment, voice in zip(told, voices, strict=True):
        by_time[moment.minutes].add(voice)
    apart = all(None not in v for v in by_time.values()) and not set.intersection(*by_time.values())
    kind: Kind = "attributed" if apart else "conflict"
    did = told[0].did
    about = f"when {did.who[:1].lower() + did.who[1:]} {did.said.split(' at ')[0]}"
    answers = (Answer(m.minutes, m.shown, m.did.sentence, v) for m, v in zip(told, voices, strict=True))
    return Question(about, kind, tuple(answers))
