"""Confirmed, denied, announced or silent: what an actor says of a matter, and who says the opposite.

Two questions come of it. Sources may differ on what one actor says ("has not commented", "denied it"); and a denial
stands against whoever claims what is denied. The matter has to be the same, by its words, or because "the reports" of
an article are what all of the articles are about.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.reading import Passage, Token, fold, key, read
from summarizer.checking.reports import BE, reports
from summarizer.writing.disagreements.actors import COUNTRY, SIDES, actor, same_actor
from summarizer.writing.disagreements.answers import Answer, Question
from summarizer.writing.disagreements.statements import CLAUSE_END, subject, verb_group

VERBS = {
    word: kind
    for kind, words in {
        "denied": "denied denies denying",
        "confirmed": "confirmed confirms acknowledged acknowledges admitted admits conceded",
        "announced": "announced announces",
        "silent": "commented comment responded respond replied reply",
        "declined": "declined declines refused refuses refrained refrains",
    }.items()
    for word in words.split()
}
SAYING = word_set("comment commenting confirm confirming respond responding say answer discuss")
SILENCE = re.compile(
    r"\b[Nn]o (?:\w+ )?(?:comment|response|reaction|reply|statement)\b(?P<of>[^.;:]{0,60}?) from "
    r"(?P<who>(?:the )?[A-Z][^\s.,;:]*(?: (?:or|and|nor|the|[A-Z][^\s.,;:]*)){0,8})"
)
ALTERNATIVE = re.compile(r" (?:or|and|nor) ")
# Words of a matter that say nothing of it.
GENERIC = frozenset(
    map(
        key,
        word_set(
            """report reports claim claims allegation allegations accusation accusations charge charges rumour rumours
            matter issue current remain remains unverified unconfirmed question questions request requests details media
            comment immediately plans plan repeatedly previously earlier there following news public official"""
        ),
    )
)
EXCLUDE = {
    frozenset(pair)
    for pair in (
        ("denied", "confirmed"),
        ("denied", "announced"),
        ("denied", "silent"),
        ("silent", "confirmed"),
        ("silent", "announced"),
    )
}
SPECIFIC = 2  # telling words from which a matter is named
SHARED = 0.5  # of a matter's words that the other side has to have
LONGEST = 24  # tokens of what is shown
STEM = 6  # letters
CLAIMS = 4  # speakers who stand against one denial
MOST = 200  # stances that are compared; of each actor's in an article, the first of a kind


QUOTES = frozenset('"“”')
LANDS = frozenset(word[:STEM] for word in COUNTRY | SIDES)
# "Denied us our rights" is no denial.
KEPT_FROM = word_set("us me him her them you access entry bail permission the") - {"the"}


class Stance(NamedTuple):
    """`matter`: the words of what it is about, empty where the text leaves that to what stands before; `behind`: those
    words; `around`: of the sentence and the one before."""

    actor: frozenset[str]
    called: str
    kind: str
    shown: str
    matter: frozenset[str]
    behind: frozenset[str]
    around: frozenset[str]
    sentence: Sentence

    @property
    def source(self) -> str:
        return self.sentence.span.source


def stances(topic: Topic, common: Collection[str]) -> Iterator[Question]:
    """The questions on which actors' stances differ; `common`: keys of what the articles are all about."""
    told_once = {
        (s.source, s.actor, s.kind): s for a in topic.articles for s in reversed([*_of(topic.sentences_of[a.id])])
    }
    found = sorted(told_once.values(), key=lambda s: (s.source, s.sentence.span.start))[:MOST]
    shared = frozenset(word[:STEM] for word in common)
    told: set[frozenset[str]] = set()
    for stance in found:
        if stance.actor in told:
            continue
        same = [s for s in found if same_actor(s.actor, stance.actor)]
        against = [s for s in same if any(_opposed(s, o, shared) for o in same)]
        if len({topic.origin[s.source] for s in against}) > 1:
            told |= {s.actor for s in same}
            yield _question(f"what {stance.called} has said", against)
    yield from _denials([s for s in found if s.kind == "denied"], topic)


def _question(about: str, against: Sequence[Stance]) -> Question:
    return Question(about, "conflict", tuple(Answer(s.kind, s.shown, s.sentence) for s in against))


def _opposed(one: Stance, other: Stance, common: frozenset[str]) -> bool:
    if one.source == other.source or frozenset((one.kind, other.kind)) not in EXCLUDE:
        return False
    if not one.matter and not other.matter:
        return True
    if one.matter and other.matter:
        return _covered(*sorted((one.matter, other.matter), key=len))
    named, unnamed = (one, other) if one.matter else (other, one)
    return _covered(named.matter, unnamed.around | common)


def _covered(wanted: frozenset[str], by: frozenset[str]) -> bool:
    """Whether `by` has so much of the words, and more than one of them."""
    shared = len(wanted & by)
    return shared >= SPECIFIC and shared >= SHARED * len(wanted)


def _of(sentences: Sequence[Sentence]) -> Iterator[Stance]:
    before: frozenset[str] = frozenset()
    for sentence in (s for s in sentences if s.kind == "body"):
        passage = read(sentence.text)
        here = _telling(passage.tokens)
        yield from _worded(sentence, passage, before)
        for match in SILENCE.finditer(sentence.text):
            for who in ALTERNATIVE.split(match["who"]):
                of = _telling(read(match["of"]).tokens)
                matter = of if len(of) >= SPECIFIC else frozenset()
                yield Stance(
                    actor(read(who).tokens), who, "silent", match.group(), matter, here, here | before, sentence
                )
        before = here


def _worded(sentence: Sentence, passage: Passage, before: frozenset[str]) -> Iterator[Stance]:
    tokens = passage.tokens
    for i, token in enumerate(tokens):
        kind = VERBS.get(fold(token.text), "")
        if not kind:
            continue
        first, helping, negated = verb_group(tokens, i)
        following = [fold(t.text) for t in tokens[i + 1 : i + 4]]
        if kind == "declined":
            kind = "silent" if set(following) & SAYING else ""
        elif kind == "silent":
            kind = "silent" if negated else ""
        elif (
            KEPT_FROM & set(following[:1])
            or negated
            or helping & BE
            or fold(tokens[i - 1].text) in ("to", "nor", "or", "not", "cannot")
        ):
            kind = ""
        start, end = subject(passage, first) if kind and i else (0, 0)
        who = actor(tokens[start:end])
        if not kind or not _named(tokens[start:end], who):
            continue
        last = _clause(tokens, i)
        own = {k[:STEM] for t in tokens[start:end] for k in (t.key, *who)}
        matter = _telling(tokens[i + 1 : last]) - own
        here = _telling(passage.tokens) - own - {token.key[:STEM]}
        yield Stance(
            actor=who,
            called=passage.text[tokens[start].start : tokens[end - 1].end],
            kind=kind,
            shown=passage.text[tokens[first].start : tokens[last - 1].end],
            matter=matter if len(matter) >= SPECIFIC else frozenset(),
            behind=here if len(here) > SPECIFIC else before,
            around=here | before,
            sentence=sentence,
        )


def _named(tokens: Sequence[Token], who: frozenset[str]) -> bool:
    """Whether the actor can be told from others: by a name, or by two words at least."""
    return bool(who) and (any(t.text[0].isupper() and t.content for t in tokens) or len(who) > 1)


def _clause(tokens: Sequence[Token], verb: int) -> int:
    end = verb + 1
    while end < min(len(tokens), verb + LONGEST) and tokens[end].text not in CLAUSE_END - QUOTES:
        end += 1
    return end


def _telling(tokens: Sequence[Token]) -> frozenset[str]:
    """The words that tell what a matter is, cut to the length at which "deploy" and "deployment" are one."""
    return frozenset(
        t.key[:STEM]
        for t in tokens
        if t.content and t.key not in GENERIC and fold(t.text) not in REPORTING and not t.text[0].isdigit()
    )


def _denials(denials: Sequence[Stance], topic: Topic) -> Iterator[Question]:
    """What is denied, and who claims it; the same actor's denials are one."""
    told: set[frozenset[str]] = set()
    for denial in denials:
        if denial.actor in told:
            continue
        told.add(denial.actor)
        same = [d for d in denials if same_actor(d.actor, denial.actor)]
        claims = _claims(denial.matter or denial.behind, denial.actor, topic)
        if len({topic.origin[x] for x in (*(d.source for d in same), *(c.source for c in claims))}) > 1 and claims:
            denied = (Answer("denied", d.shown, d.sentence, d.called) for d in same)
            yield Question(f"what {denial.called} denies", "attributed", (*denied, *claims))


def _claims(matter: frozenset[str], denier: frozenset[str], topic: Topic) -> list[Answer]:
    """Who else says the thing that is denied, the fullest wordings first, of a few speakers."""
    found: list[tuple[int, Answer]] = []
    for sentence in topic.body if len(matter) >= SPECIFIC else ():
        passage = read(sentence.text)
        if not _covered(matter, _telling(passage.tokens)):
            continue
        for report in reports(sentence.text):
            who = passage.tokens[report.start : report.end]
            claim = report.strength in ("claim", "confirm", "think") or fold(passage.tokens[report.verb].text) == "said"
            content = _telling(passage.tokens[report.low : report.high])
            if (
                not claim
                or report.low < report.verb
                or not actor(who)
                or same_actor(actor(who), denier)
                or not _covered(matter, content)
            ):
                continue
            if len((matter & content) - LANDS) < SPECIFIC:
                continue
            last = _clause(passage.tokens, report.verb)
            shown = passage.text[passage.tokens[report.verb].start : passage.tokens[last - 1].end]
            called = passage.text[who[0].start : who[-1].end]
            found.append((len(matter & content), Answer("claimed", shown, sentence, called)))
    found.sort(key=lambda pair: -pair[0])
    first = list(dict.fromkeys(answer.said_by for _, answer in found))[:CLAIMS]
    return [answer for _, answer in found if answer.said_by in first]
