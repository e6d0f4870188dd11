"""Statements that cannot both be true: so and not so, two days, two places, two doers of one deed.

Two statements are held against each other only if they have the verb and what it happens to in common. Then one word
decides, and it must be one that admits no second truth: a bridge falls on one day, "northern" is not "southern", but
two towns may lie within each other, and shares may rise on Monday and fall on Tuesday.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from summarizer.articles.nouns import Article
from summarizer.articles.topic import Topic
from summarizer.checking.dates import When, resolved
from summarizer.checking.lexicon import COUNTRIES, REPORTING, listed, word_set
from summarizer.checking.numbers import quantities, same_noun
from summarizer.checking.reading import key, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Kind, Question
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.places import places
from summarizer.writing.disagreements.statements import Statement, statements

LEAST_COMMON = 2  # words of subject and object
CROWD = 48  # statements with one verb, beyond which it tells nothing
# Verbs that tell too little to be denied: another object, and it is another statement.
LIGHT = frozenset(
    map(
        key,
        word_set(
            """be have do make take get go come give see know want think comment respond reply answer release identify
            name clear available immediate able allow let keep use need include call become seem look mean expect"""
        ),
    )
) | frozenset(map(key, REPORTING))
# What happens to one thing once.
ONCE = frozenset(
    map(
        key,
        word_set(
            """collapse crash die sink sank sunk capsize derail resign explode born founded hijack vanish disappear
            escape erupt convict acquit sentence retire inaugurate elect summon summoned adopt assassinate execute
            topple ground"""
        ),
    )
)
# And what happens once to somebody with a name.
ONCE_NAMED = frozenset(map(key, word_set("killed kill arrest appoint sign abduct kidnap open launch land landed")))
# What one does and nobody else.
ALONE = frozenset(
    map(key, word_set("summon summoned shoot stab murder appoint invent discover assassinate hijack behead lynch"))
)
# Whoever did it may be called so.
ANYBODY = frozenset(
    map(key, word_set("man men woman women gunman gunmen attacker attackers suspect person people one"))
)
OPPOSITE: dict[str, frozenset[str]] = defaultdict(frozenset)
for _pair in listed(
    """work/fail working/fail survive/die survive/dead alive/dead sober/drunk acquit/convict accept/reject
    approve/reject guilty/innocent win/lose pass/fail conscious/unconscious armed/unarmed locked/unlocked open/closed
    legal/illegal on/off empty/full safe/unsafe rise/fall rise/drop increase/decrease upheld/overturn agree/refuse
    valid/expired valid/invalid intact/damaged asleep/awake present/absent welcome/condemn succeed/fail"""
):
    _a, _b = map(key, _pair.split("/"))
    OPPOSITE[_a] |= {_b}
    OPPOSITE[_b] |= {_a}

Contrast = Callable[[Statement, Statement, Mapping[str, Article]], tuple[str, str, str] | None]


def contrasts(topic: Topic) -> Iterator[Question]:
    """The questions to which statements of two sources give answers that exclude each other."""
    found = [s for sentence in topic.body for s in statements(sentence)]
    era = eras(topic.articles)
    for one, other in (pair for pair in _pairs(found) if era[pair[0].source] == era[pair[1].source]):
        for contrast in (_denied, _when, _where, _who):
            answer = contrast(one, other, topic.article)
            if answer:
                about, *shown = answer
                yield _question(about, (one, other), shown)
                break


def _pairs(found: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two sources with one verb or with opposite verbs."""
    by_verb: dict[str, list[Statement]] = defaultdict(list)
    for statement in found:
        by_verb[statement.verb].append(statement)
    for verb, group in by_verb.items():
        if len(group) <= CROWD:
            yield from (pair for pair in combinations(group, 2) if pair[0].source != pair[1].source)
        for opposite in sorted(o for o in OPPOSITE.get(verb, ()) if o > verb):
            others = by_verb.get(opposite, [])
            if len(group) + len(others) <= CROWD:
                yield from ((a, b) for a in group for b in others if a.source != b.source)


def _question(about: str, pair: tuple[Statement, Statement], shown: Sequence[str]) -> Question:
    voices = [speaker(s.sentence.text) for s in pair]
    kind: Kind = "attributed" if None not in voices and voices[0] != voices[1] else "conflict"
    answers = tuple(Answer(w.casefold(), w, s.sentence, v) for w, s, v in zip(shown, pair, voices, strict=True))
    return Question(about, kind, answers)


def _same_theme(one: Statement, other: Statement) -> bool:
    """Whether it happens to the same: by a name in common, or by the same head where neither has a name."""
    if one.passive == other.passive and not one.object and not other.object:
        return _same_subject(one, other)
    return bool(one.theme & other.theme) and _telling(one.theme & other.theme)


def _telling(keys: frozenset[str]) -> bool:
    return any(len(k) > 2 and not k[0].isdigit() for k in keys)


def _same_subject(one: Statement, other: Statement) -> bool:
    if one.named and other.named and not one.named & other.named:
        return False
    return one.head == other.head or bool(one.named & other.named)


def _same_object(one: Statement, other: Statement) -> bool:
    mine, theirs = set(one.object), set(other.object)
    if one.objects and other.objects and not one.objects & other.objects:
        return False
    return bool(mine & theirs) or not (mine and theirs)


def _denied(one: Statement, other: Statement, _: Mapping[str, Article]) -> tuple[str, str, str] | None:
    """So, and not so."""
    opposite = other.verb in OPPOSITE.get(one.verb, ())
    if one.verb in LIGHT or (one.denied != other.denied) == opposite:
        return None
    if one.passive == other.passive or (opposite and not (one.object and other.object)):
        same = _same_subject(one, other) and (_same_object(one, other) or (opposite and not one.passive))
    else:
        passive, active = (one, other) if one.passive else (other, one)
        same = bool(passive.named & set(active.object))
    if not same or not (_days(one, other) is None or _days(one, other)):
        return None
    return f"whether {one.who[:1].lower() + one.who[1:]} {one.said}", one.said, other.said


def _days(one: Statement, other: Statement) -> bool | None:
    """Whether both are of one day; None where either does not say."""
    if one.day is None or other.day is None:
        return None
    return (one.day.weekday, one.day.day, one.day.year) == (other.day.weekday, other.day.day, other.day.year)


def _when(one: Statement, other: Statement, articles: Mapping[str, Article]) -> tuple[str, str, str] | None:
    """Two days of what happens once."""
    if one.verb != other.verb or one.denied or other.denied:
        return None
    if one.day is None or other.day is None or not _same_event(one, other):
        return None
    a, b = (resolved(s.day, articles[s.source].published) for s in (one, other) if s.day)
    if not _other_day(a, b):
        return None
    return f"when {one.who[:1].lower() + one.who[1:]} {one.said.split(' on ')[0]}", one.day.text, other.day.text


def _same_event(one: Statement, other: Statement) -> bool:
    """Whether the same happens, once, to the same thing: told by a name or two words, and by no other figure."""
    named = bool(one.named & other.named)
    if one.passive != other.passive or not (one.verb in ONCE or (named and one.verb in ONCE_NAMED)):
        return False
    mine, theirs = ({q.value for q in quantities(s.sentence.text)} for s in (one, other))
    if mine and theirs and not mine & theirs:
        return False
    common = (one.subject & other.subject) | (set(one.object) & set(other.object))
    return one.head == other.head and len(common) >= LEAST_COMMON and _same_subject(one, other)


def _other_day(a: When, b: When) -> bool:
    if a.day and b.day and a.month and b.month:
        return (a.day, a.month) != (b.day, b.month)
    if a.weekday is not None and b.weekday is not None:
        return a.weekday != b.weekday
    years = a.year and b.year and not (a.month or b.month or a.day or b.day)
    return bool(years and a.year != b.year)


def _where(one: Statement, other: Statement, _: Mapping[str, Article]) -> tuple[str, str, str] | None:
    """Two places that do not lie within each other, of what happens once."""
    if one.verb != other.verb or one.denied or other.denied:
        return None
    if not _same_event(one, other) or _days(one, other) is False:
        return None
    for a in places(one.sentence.text, one.at):
        for b in places(other.sentence.text, other.at):
            if a.excludes(b):
                return f"where {one.who[:1].lower() + one.who[1:]} {one.said.split(' in ')[0]}", a.shown, b.shown
    return None


def _same_victim(one: Statement, other: Statement) -> bool:
    """Whether it is done to the same: by two words in common, or by the whole of what either names."""
    mine, theirs = set(one.object), set(other.object)
    return len(mine & theirs) >= LEAST_COMMON or (bool(mine) and mine == theirs)


def _who(one: Statement, other: Statement, _: Mapping[str, Article]) -> tuple[str, str, str] | None:
    """Two doers of what one does."""
    claimed = one.verb == key("claim") and "responsibiliti" in (*one.object, *other.object)
    if (one.verb not in ALONE and not claimed) or one.verb != other.verb or one.denied or other.denied:
        return None
    if one.passive or other.passive or not _same_victim(one, other):
        return None
    country = frozenset((*COUNTRIES.values(), "south", "north"))
    mine, theirs = one.subject - country, other.subject - country
    if not mine or not theirs or one.head == other.head or one.head in theirs or other.head in mine:
        return None
    if {one.head, other.head} & ANYBODY or same_noun(one.head, other.head):
        return None
    if len(read(one.who).tokens) < 2 and not one.named:
        return None
    shared = [t for t in read(one.said).tokens if t.key in other.object or t.key == one.verb]
    return f"who {one.said[: shared[-1].end]}", one.who, other.who
