"""What part a figure plays in its sentence: what it counts, what is done with it, whose it is, where and when.

Every figure has a role, also one whose meaning no table knows. What makes a figure no answer to anything (a part, a
figure of another event, of every day, of what may be) leaves it out.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import STOPWORDS
from summarizer.checking.dates import dates
from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.names import PLACES
from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.reading import Token, fold, key, read
from summarizer.writing.disagreements.counted import (
    CLAUSE_END,
    DEGREES,
    SAME,
    STATES,
    before_hedge,
    head_of,
    is_partial,
    owner_before,
    places_after,
)
from summarizer.writing.disagreements.labels import label
from summarizer.writing.disagreements.mentions import (
    ELSEWHERE,
    OWN,
    RUNNING,
    event_of,
    possible,
    speaker_at,
    weekday_of,
)
from summarizer.writing.disagreements.rates import of_rate, unsure, without_rates
from summarizer.writing.disagreements.statements import BE, PAST

# What anything counted may be called once it has been named.
GENERIC = frozenset(map(key, word_set("units items products devices pieces copies")))
PEOPLE = frozenset(map(key, word_set("people persons men women passengers residents victims")))
LEFT, RIGHT = 9, 6  # tokens beside a figure that tell what is done with it
LONGEST = 40  # code points of a noun
BESIDE = 2  # tokens between which and the figure nothing else can be done with it
# Words that are near a figure whatever is done.
STILL = word_set("still remain remains remained remaining left")
EMPTY = frozenset(
    map(
        key,
        word_set(
            """total number figure toll least many much people person far already new million billion thousand receive
            received record recorded register registered cause caused count counted link linked see seen find found"""
        ),
    )
)
OWNING = word_set("has have had owns owned runs operates operated")  # one act
# To recall goods is an act, though to recall a day is to speak.
SAID_OR_EMPTY = STOPWORDS | frozenset(REPORTING) - word_set("recall recalls recalled recalling")
# Words for one act, as news changes them from line to line.
ACTS = {
    key(word): key(row.split()[0])
    for row in (
        "aboard board",
        "destroyed burned burnt consumed scorched charred torched razed flattened gutted wrecked",
        "injured hurt wounded",
        "trapped stuck",
        "stranded grounded",
        "evacuated fled flee",
        "fired sacked dismissed axed",
        "cut shed slash",
        "bought acquired buy acquire takeover",
        "stole stolen theft robbed",
        "marched protested demonstrated rallied march protest",
        "attended watched spectators crowd",
        "rescued saved",
        "arrested detained",
        "jailed imprisoned sentenced",
        "fined fine",
        "ordered order",
    )
    for word in row.split()
}


class Role(NamedTuple):
    """Sets are of keys. `did`: what is done with it; `act`: the nearest of those words; `around`: `did` and noun."""

    figure: Quantity
    sentence: Sentence
    at: int  # place in the article
    shown: str
    counts: str
    phrase: str
    state: str
    act: str
    did: frozenset[str]
    narrow: frozenset[str]
    owners: frozenset[str]
    places: frozenset[str]
    degree: frozenset[str]
    alone: bool  # no other figure of its unit and noun stands in its sentence
    unsure: bool = False  # of what may be, is asked for or was forecast
    day: int | None = None  # the weekday of what it counts
    speaker: str | None = None
    last: str = ""  # key of the last telling word before it

    @property
    def source(self) -> str:
        return self.sentence.span.source

    @property
    def thing(self) -> str | None:
        """What is counted, under one key for words that may stand for each other."""
        return SAME.get(self.figure.noun or "", self.figure.noun)

    @property
    def telling(self) -> bool:
        """Whether the noun alone says much: one may count people and years of anything."""
        return bool(self.figure.noun) and self.figure.noun not in PEOPLE and self.figure.unit is None

    @property
    def beside(self) -> frozenset[str]:
        """What stands beside the figure, its noun too: "the recall of 400 units", "recalled 400"."""
        return self.did | {self.figure.noun or ""}

    @property
    def around(self) -> frozenset[str]:
        return self.did | ({self.figure.noun} if self.figure.noun and self.telling else set())


def roles(article: Article, sentences: Sequence[Sentence]) -> Iterator[Role]:
    """The roles of the figures in the body of `article`, in order; `sentences` are its own."""
    body = [s for s in sentences if s.kind == "body"]
    whole = {(q.noun, q.value) for s in sentences for q in quantities(s.text) if _bare(s.text, q)}
    event, when = OWN, ""
    for place, sentence in enumerate(body):
        text = sentence.text
        event, when = event_of(text, article.published, event, when)
        if event != OWN or ELSEWHERE.search(RUNNING.sub("", without_rates(text))) or text.rstrip().endswith("?"):
            continue
        for figure in quantities(text):
            role = None if possible(text, figure.start) else _role(sentence, figure)
            if role:
                speaker = speaker_at(body, place, figure.start)
                if (figure.noun, figure.value) in whole:
                    role = role._replace(narrow=frozenset())
                yield role._replace(unsure=unsure(text), day=weekday_of(text, figure.start), speaker=speaker)


def _bare(text: str, figure: Quantity) -> bool:
    """Whether what is counted follows its figure at once: "48,000 kettles" says of "48,000 electric kettles" all."""
    following = next((t for t in read(text[figure.end : figure.end + LONGEST]).tokens if t.key), None)
    return following is not None and following.key == figure.noun


def _role(sentence: Sentence, figure: Quantity) -> Role | None:
    text = sentence.text
    tokens = read(text).tokens
    after = next((i for i, t in enumerate(tokens) if t.start >= figure.end), len(tokens))
    left = before_hedge(text, figure)
    before = next((i for i in range(after - 1, -1, -1) if tokens[i].end <= left), -1)
    vague = figure.unit and " " in figure.unit
    if (
        vague
        or figure.value < 2
        or text[figure.start] == "0"
        or (figure.unit is None and is_partial(tokens, before, after))
    ):
        return None
    rated = of_rate(text, figure)
    if rated is None:
        return None
    head = head_of(tokens, after, figure.noun) if figure.unit is None else after - 1
    did = _did(tokens, before, head)
    words = [t for t in tokens[after:head] if t.key]
    names = frozenset(t.key for t in words if t.text[0].isupper())
    counts = text[tokens[after].start : tokens[head].end] if head >= after else ""
    shown = text[left : figure.end].strip()
    return Role(
        figure=rated,
        last=next((t.key for t in reversed(tokens[: before + 1]) if t.content), ""),
        sentence=sentence,
        at=sentence.span.start + figure.start,
        shown=shown[0].lower() + shown[1:],
        counts=counts,
        phrase=label(text, tokens, before if rated != figure else None, after),
        state=_state(tokens, before, head) + _left(tokens, before, head),
        act=next((key for n, key, verb in did if n < BESIDE and verb), ""),
        did=frozenset(key for _, key, _ in did),
        narrow=frozenset(t.key for t in words if t.content and not t.text[0].isupper()),
        owners=names or _of(tokens, head + 1) or owner_before(tokens, before),
        places=places_after(tokens[: _clause_end(tokens, head + 1)], head + 1, dates(text)),
        degree=frozenset(fold(t.text) for t in tokens[max(0, before - 1) : head + 5]) & DEGREES,
        alone=sum((q.unit, q.noun) == (figure.unit, figure.noun) for q in quantities(text)) == 1,
    )


def _did(tokens: Sequence[Token], before: int, head: int) -> list[tuple[int, str, bool]]:
    """Of the telling words of the clause beside the figure, the nearest first: distance, key, whether it is a verb."""
    found: list[tuple[int, str, bool]] = []
    for step, start, reach in ((-1, before, LEFT), (1, head + 1, RIGHT)):
        for n in range(reach):
            i = start + step * n
            if not 0 <= i < len(tokens) or tokens[i].text in CLAUSE_END:
                break
            token = tokens[i]
            named = token.text[0].isupper() and (i > 0 or token.key in PLACES)
            if fold(token.text) in OWNING and n == 0:
                found.append((n, "have", True))
                continue
            telling = token.content and not named and not token.text[0].isdigit() and token.key not in EMPTY
            if telling and fold(token.text) not in SAID_OR_EMPTY:
                found.append((n, ACTS.get(token.key, token.key), _verb(token)))
    return sorted(found, key=lambda pair: pair[0])


def _verb(token: Token) -> bool:
    word = fold(token.text)
    return word in PAST or word.endswith(("ed", "ing"))


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    """Where a verb of the sentence's own begins: "62 people on board crashed in Elm" is no figure of Elm."""
    for i in range(start + 1, len(tokens)):
        if _verb(tokens[i]) and fold(tokens[i - 1].text) not in BE and not fold(tokens[i].text).endswith("ing"):
            return i
    return len(tokens)


def _of(tokens: Sequence[Token], start: int) -> frozenset[str]:
    """Whose, by a name after "of": "residents of Elm"."""
    if start >= len(tokens) or fold(tokens[start].text) != "of":
        return frozenset()
    end = start + 1
    while end < len(tokens) and tokens[end].key and (tokens[end].text[0].isupper() or fold(tokens[end].text) == "the"):
        end += 1
    return frozenset(t.key for t in tokens[start + 1 : end] if t.content)


def _left(tokens: Sequence[Token], before: int, head: int) -> str:
    """Of those that are still there, of whom there were more."""
    near = {fold(t.text) for t in tokens[max(0, before - 1) : head + RIGHT]}
    return " still" if near & STILL else ""


def _state(tokens: Sequence[Token], before: int, head: int) -> str:
    """The nearest state, as `killed` and `injured`, in which the words beside the figure put what it counts."""
    for i in (*range(before, max(-1, before - 4), -1), *range(head, min(len(tokens), head + RIGHT))):
        if i >= 0 and fold(tokens[i].text) in STATES:
            return STATES[fold(tokens[i].text)].replace("destroyed", "")  # an act like any other
    return ""
