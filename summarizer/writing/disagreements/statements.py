"""Who did what, read shallowly: a verb or a predicate, the words of its subject and object, whether it is denied.

No parser: a subject is the noun phrase that ends where its verb begins, an object the words that follow. What is read
wrongly is read wrongly in every source alike, and two statements are only ever held against each other, so that a
false reading costs a disagreement far more often than it makes one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import STOPWORDS
from summarizer.checking.dates import When, dates
from summarizer.checking.lexicon import IRREGULAR, word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import Passage, Token, fold, read
from summarizer.checking.reports import DETERMINERS, reports
from summarizer.writing.disagreements.answers import NEAR

BE = word_set("is are was were be been being")
HELPING = BE | word_set("has have had having did does do will would could can")
NEGATING = word_set("not never")
LINKING = word_set("who that which and then later had has also already previously earlier have")
CLAUSE_END = frozenset(',.;:()—–"“”?!')
# Here a noun phrase ends, read to the left.
BOUNDS = word_set(
    """that but when while after before as if because since although though where whereas than said told says and or
    in on at of for to from by with into over under during amid until against near off he she it they there"""
)
UNSURE = word_set(
    """if whether would could may might will should likely reportedly allegedly alleged unclear rumours rumors plans
    planned wants expected fears feared claim claims hopes unless suspected until"""
)
PAST = frozenset(word for word, base in IRREGULAR.items() if word != base) - word_set(
    "men women children people persons"
)
LONGEST = 7  # tokens of a subject
REACH = 6  # tokens of an object
DATED = 9  # tokens between a verb and its day
APPOSITION = 16


class Statement(NamedTuple):
    """`subject` and `object` are keys of content words, `named` and `objects` those of them with a capital, `head` the
    subject's last; `who` and `said` are the subject, and the verb with what follows, as they are written."""

    sentence: Sentence
    verb: str
    at: int
    denied: bool
    passive: bool
    head: str
    subject: frozenset[str]
    named: frozenset[str]
    object: tuple[str, ...]
    objects: frozenset[str]
    who: str
    said: str
    day: When | None

    @property
    def source(self) -> str:
        return self.sentence.span.source

    @property
    def theme(self) -> frozenset[str]:
        """What it happens to: the subject of a passive or of a verb without an object, else the object."""
        return self.subject if self.passive or not self.object else frozenset(self.object)


def statements(sentence: Sentence) -> tuple[Statement, ...]:
    """Every statement of a sentence; none of a question or of one that leaves open whether it is so."""
    passage = read(sentence.text)
    words = [fold(t.text) for t in passage.tokens]
    # "Later than planned" says how it was.
    unsure = any(w in UNSURE and (i == 0 or words[i - 1] != "than") for i, w in enumerate(words))
    if sentence.text.rstrip().endswith("?") or unsure:
        return ()
    return tuple(_statements(sentence, passage))


def _statements(sentence: Sentence, passage: Passage) -> Iterator[Statement]:
    tokens = passage.tokens
    for i, token in enumerate(tokens):
        if not predicate(tokens, i):
            continue
        first, helping, negated = verb_group(tokens, i)
        start, end = subject(passage, first)
        if start >= end:
            continue
        part = [t for t in tokens[start:end] if t.content and not t.text[0].isdigit() and fold(t.text) not in NEVER]
        if not part:
            continue
        following = _object(tokens, i + 1)
        yield Statement(
            sentence=sentence,
            verb=token.key,
            at=token.start,
            denied=negated,
            passive=bool(helping & BE) and fold(token.text).endswith(("ed", "en", "wn", "ght", "t", "d")),
            head=part[-1].key,
            subject=frozenset(t.key for t in part),
            named=frozenset(
                t.key for t in part if t.text[0].isupper() and (t is not tokens[start] or start not in passage.starts)
            ),
            object=tuple(t.key for t in following),
            objects=frozenset(t.key for t in following if t.text[0].isupper() and fold(t.text) not in NEVER),
            who=passage.text[tokens[start].start : tokens[end - 1].end].removesuffix("'s").removesuffix("’s"),
            said=_said(passage, first, i),
            day=_day(sentence.text, token),
        )


def predicate(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token may be a predicate: it follows a helping verb, or has the form of a past or an -ing."""
    token = tokens[i]
    if not token.content or not token.text[0].islower() or i == 0:
        return False
    before = fold(tokens[i - 1].text)
    j = i - 1
    while j > 0 and (fold(tokens[j].text) in NEGATING or fold(tokens[j].text).endswith("ly")):
        j -= 1
    helped = fold(tokens[j].text) in HELPING or _contracted(tokens[j])
    word = fold(token.text)
    return helped or ((word in PAST or word.endswith("ed")) and before not in DETERMINERS)


def _contracted(token: Token) -> bool:
    return fold(token.text).endswith("n't")


def verb_group(tokens: Sequence[Token], verb: int) -> tuple[int, frozenset[str], bool]:
    """Where the verb with its helping words begins, those words, and whether one of them denies it."""
    first = verb
    helping: set[str] = set()
    negated = False
    while first > 0:
        word = fold(tokens[first - 1].text)
        if word in NEGATING or word.endswith("n't"):
            negated = True
        elif word not in HELPING and word not in LINKING and not (word.endswith("ly") and len(word) > 4):
            break
        helping.add(word)
        first -= 1
    return first, frozenset(helping), negated


def subject(passage: Passage, first: int) -> tuple[int, int]:
    """The noun phrase that ends before token `first`, past an apposition between two commas."""
    tokens, end = passage.tokens, first
    low = max(i for i in passage.starts if i <= first)
    if end > low + 1 and tokens[end - 1].text == ",":
        opening = next((i for i in range(end - 2, max(low, end - APPOSITION), -1) if tokens[i].text == ","), -1)
        end = opening if opening > low else end - 1
    start = end
    while start > low and end - start < LONGEST:
        token = tokens[start - 1]
        if (not token.key and token.text not in "-’'") or fold(token.text) in BOUNDS:
            break
        start -= 1
    return start, end


def _object(tokens: Sequence[Token], start: int) -> list[Token]:
    found = []
    for token in tokens[start : start + REACH]:
        if token.text in CLAUSE_END or fold(token.text) in ("when", "after", "before", "while", "and", "but", "as"):
            break
        if token.content and fold(token.text) not in STOPWORDS:
            found.append(token)
    return found


def _said(passage: Passage, first: int, verb: int) -> str:
    """The verb with its helping words and its object, as written."""
    tokens, end = passage.tokens, verb + 1
    while end < min(len(tokens), verb + REACH) and tokens[end].text not in CLAUSE_END:
        if fold(tokens[end].text) in ("when", "after", "before", "while", "and", "but", "as"):
            break
        end += 1
    return passage.text[tokens[first].start : tokens[end - 1].end]


@lru_cache(maxsize=4096)
def _spoken(text: str) -> tuple[tuple[int, int], ...]:
    tokens = read(text).tokens
    return tuple((tokens[r.verb].start, tokens[r.verb].end) for r in reports(text))


def _day(text: str, verb: Token) -> When | None:
    """The day on which it happened: the nearest to its verb that is not the day on which it was said."""
    own = [
        d
        for d in dates(text)
        if not any(max(d.start - end, start - d.end) <= NEAR for start, end in _spoken(text) if start != verb.start)
        and 0 <= text[min(d.start, verb.start) : max(d.start, verb.start)].count(" ") <= DATED
    ]
    return min(own, key=lambda d: abs(d.start - verb.end), default=None)
