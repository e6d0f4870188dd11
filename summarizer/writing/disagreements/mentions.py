"""Every figure that may be an answer: how many of what, at which event, and who says so.

A mention is read from one sentence and from those just before it in its article, because "that quake" and "the agency"
mean nothing alone. A figure of another event than the article's own ("in 2004", "last year") carries that event's date,
and so does what follows it until somebody speaks or a weekday brings the article back to its own.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.checking.dates import DAYS, When, dates
from summarizer.checking.numbers import HEDGE, quantities
from summarizer.checking.reading import Token, fold, read
from summarizer.checking.reports import reports
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import NEAR
from summarizer.writing.disagreements.counted import HEDGED, PLACED, Counted, before_hedge, counted

Event = tuple[int | None, int | None]  # year and month; (None, None): the event that the article is about
OWN: Event = (None, None)
QUAKE = Counted("magnitude", "quake", "magnitude", "", frozenset(), frozenset(), frozenset())

# A figure of no one event, or of one that nothing here can name.
ELSEWHERE = re.compile(
    r"\b(?:average|annual(?:ly)?|every (?:year|month|week|day)|(?:per|each) (?:year|month|day)|a year|since|ever"
    r"|in history|decades?|centur(?:y|ies)|worst|deadliest|largest|separate(?:ly)?|similar|elsewhere|previous(?:ly)?"
    r"|earlier this|another|(?:years?|months?|weeks) (?:ago|earlier|before)|(?:could|would|might|may) have|if|feared"
    r"|presumed)\b",
    re.IGNORECASE,
)
RUNNING = re.compile(rf"\bsince (?:{'|'.join(DAYS)}|yesterday)", re.I)  # it has gone on until now
CAN = re.compile(r"\bcan\b")
NEXT_CLAUSE = re.compile(r"[,;:]|\b(?:because|since|as|but|which|that|when|while|after|so)\b")
OTHER_QUAKE = re.compile(r"\b(?:aftershocks?|second|foreshocks?)\b", re.IGNORECASE)
_STRENGTH = r"\d\d?\. ?\d"
MAGNITUDE = re.compile(
    r"\bmagnitude(?: ?-|,)? ?(?:of )?(?:at least |about |around )?(\d\d?(?:\. ?\d)?)(?!\d|[.,] ?\d)"
    rf"|\b({_STRENGTH}) ?- ?(?:magnitude|strength)\b"
    rf"|\b({_STRENGTH}) (?:degrees? )?(?:magnitude|on the (?:open-ended )?Richter)"
    rf"|\b(?:measuring|measured|registered) (?:at least |about |around )?({_STRENGTH})(?!\d)",
    re.IGNORECASE,
)
RISING = re.compile(
    r"\b(?:r(?:o|i)se(?:n|s)?|climbed|jumped|increased|raised|revised|updated|lowered|now|bring(?:ing|s)|brought|new) ?"
    r"(?:\w+ ){0,6}(?:toll|to|at|stands?)\b",
    re.IGNORECASE,
)
BRINGING = re.compile(
    r"\b(?:bring(?:s|ing)|brought|rais(?:es|ing|ed)|tak(?:es|ing)) (?:the|its|their) (?:\w+ )?(?:number|toll|total)"
)
AFTER = re.compile(r"\bafter\b")  # what follows it happened before the rest
SPOKEN = re.compile(r"[“”\"]|\b(?:said|says|told)\b")
TOLD = 5  # words from a verb of reporting on that may name who was told
LONGEST = 9  # words of a speaker
DETERMINERS = frozenset(("the", "a", "an", "some", "several", "local", "state"))
OFFICES = frozenset(("officials", "police", "authorities", "media", "witnesses", "rescuers"))
NOBODY = frozenset(("one", "data", "reports"))
BACK = 4  # sentences in which an article says what "the agency" is


class Mention(NamedTuple):
    """`value` as a number, and `shown` as written with its hedge; `at` is its place in the article."""

    value: Fraction
    shown: str
    hedge: str | None
    counted: Counted
    event: Event
    when: str  # the words that date the event, if it is not the article's own
    speaker: str | None
    rising: bool
    weekday: int | None  # 0 is Monday; the day that it happened, not the day that it was said
    names: frozenset[str]  # keys of the names before the figure, without whoever is reported as saying it
    sentence: Sentence
    at: int

    @property
    def source(self) -> str:
        return self.sentence.span.source


def mentions(article: Article, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The mentions in the body of `article`, in order; `sentences` are its own."""
    body = [s for s in sentences if s.kind == "body"]
    event, when = OWN, ""
    for place, sentence in enumerate(body):
        event, when = event_of(sentence.text, article.published, event, when)
        elsewhere = event == OWN and ELSEWHERE.search(RUNNING.sub("", sentence.text))
        rising = bool(RISING.search(sentence.text))
        brought = _brought(sentence.text, article.published)
        for value, shown, hedge, what, at in _figures(sentence.text):
            if what.kind == "magnitude" and OTHER_QUAKE.search(sentence.text):
                continue
            own = brought is not None and brought <= at
            if not own and (elsewhere or (event == OWN and possible(sentence.text, at))):
                continue
            yield Mention(
                value=value,
                shown=shown,
                hedge=hedge,
                counted=what,
                event=OWN if own else event,
                when="" if own else when,
                speaker=speaker_at(body, place, at),
                rising=rising,
                weekday=None if rising else weekday_of(sentence.text, at),
                names=_names(sentence.text, at),
                sentence=sentence,
                at=sentence.span.start + at,
            )


def _figures(text: str) -> Iterator[tuple[Fraction, str, str | None, Counted, int]]:
    """Value, figure as written with its hedge, hedge, what it counts, and where it begins."""
    strengths = list(MAGNITUDE.finditer(text))
    for match in strengths:
        group = match.lastindex or 0
        figure = match.group(group).replace(" ", "")
        hedge = "about" if HEDGE.search(text[: match.start(group)][-HEDGED:]) else None
        yield Fraction(figure), figure, hedge, QUAKE, match.start(group)
    for quantity in quantities(text):
        if any(m.start() <= quantity.start < m.end() for m in strengths):
            continue
        what = counted(text, quantity)
        if what:
            shown = text[before_hedge(text, quantity) : quantity.end].strip()
            # A capital that opens a sentence is no part of the figure.
            yield quantity.value, shown[0].lower() + shown[1:], quantity.hedge, what, quantity.start


def event_of(text: str, published: date | None, event: Event, when: str) -> tuple[Event, str]:
    """The event that a sentence is about, given the one before it."""
    first = min((q.start for q in quantities(text)), default=len(text))
    for found in dates(text):
        if found.start > first and text[: found.start].endswith("of "):
            continue  # "hit a region devastated by the flood of 1953": not when the figures before it are from
        named = _named(found, published)
        if named != OWN:
            return named, found.text
        if found.weekday is not None or found.relative in ("today", "yesterday", "tonight") or found.day is not None:
            return OWN, ""
    return (OWN, "") if event == OWN or SPOKEN.search(text) else (event, when)


def _brought(text: str, published: date | None) -> int | None:
    """Where "bringing the number of the dead to" begins: what stands before it dates those who died, not the count."""
    found = BRINGING.search(text)
    if found is None or ELSEWHERE.search(text, found.start()):
        return None
    return found.start() if event_of(text[found.start() :], published, OWN, "")[0] == OWN else None


def _named(found: When, published: date | None) -> Event:
    """The event that a date names; OWN where the date is the article's own."""
    if found.relative in ("last year", "previous year") or found.text.lower().endswith("last year"):
        return (published.year - 1 if published else -1, found.month)
    if found.year is None and (found.month is None or found.day is not None):
        return OWN
    own = published and found.year in (None, published.year) and found.month in (None, published.month)
    return OWN if own else (found.year, found.month)


def possible(text: str, at: int) -> bool:
    """Whether the figure at `at` is of what can be, as in "it can hold 300"; "40 were hit as it can fall" is not."""
    spans = ((min(m.end(), at), max(m.start(), at)) for m in CAN.finditer(text))
    return any(not NEXT_CLAUSE.search(text, start, end) for start, end in spans)


def weekday_of(text: str, at: int) -> int | None:
    """The weekday of what is counted at `at`; none is "said on Monday", or that of "dug on Monday after 10 died"."""
    passage = read(text)
    verbs = [passage.tokens[r.verb] for r in reports(text)]
    for found in dates(text):
        if AFTER.search(text, min(found.end, at), max(found.start, at)):
            continue
        if found.weekday is not None and not any(_says_when(text, found, verb) for verb in verbs):
            return found.weekday
    return None


def _says_when(text: str, day: When, verb: Token) -> bool:
    """Whether it is the day of the saying: "said on Monday"; not "walked out on Monday, the union said"."""
    first, last = sorted(((day.start, day.end), (verb.start, verb.end)))
    return last[0] - first[1] <= NEAR and "," not in text[first[1] : last[0]]


def _names(text: str, at: int) -> frozenset[str]:
    passage = read(text)
    voices = {i for r in reports(text) for i in range(r.start, r.verb + TOLD)}
    dated = [(d.start, d.end) for d in dates(text)]
    if BRINGING.search(text, 0, at):
        # Who died may be named before it; only where it was tells of which event the new figure is.
        voices |= {i for i in range(len(passage.tokens)) if not _placed(passage.tokens, i)}
    return frozenset(
        t.key
        for i, t in enumerate(passage.tokens)
        if t.end <= at and t.text[0].isupper() and t.content and i not in voices and i not in passage.starts
        if not any(start <= t.start < end for start, end in dated)
    )


def _placed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands in a phrase of place: "in New Karsk"."""
    while i > 0 and tokens[i].text[0].isupper():
        i -= 1
    return fold(tokens[i].text) in PLACED


def speaker_at(body: Sequence[Sentence], place: int, at: int) -> str | None:
    """Who says what stands at `at`, by a name where the article gives one in the sentences before."""
    text = body[place].text
    passage = read(text)
    covering = [r for r in reports(text) if passage.tokens[r.low].start <= at < passage.tokens[r.high - 1].end]
    voices = [passage.text[passage.tokens[r.start].start : passage.tokens[r.end - 1].end] for r in covering]
    said_by = next((voice for v in reversed(voices) if (voice := _voice(v))), None)
    if said_by is None:
        return None
    words = read(said_by).tokens
    if fold(words[0].text) != "the" or any(t.text[0].isupper() for t in words[1:]):
        return said_by
    for sentence in reversed(body[max(0, place - BACK) : place]):
        earlier = _voice(speaker(sentence.text) or "")
        if earlier and read(earlier).tokens[-1].key == words[-1].key and len(read(earlier).tokens) > len(words):
            return earlier
    return said_by


def _voice(said_by: str) -> str | None:
    """A speaker that is fit to be shown: a name, or somebody with an article or an office."""
    said_by = said_by.strip(" '’-–").removesuffix("'s").removesuffix("’s")
    words = [t.text for t in read(said_by).tokens if t.key]
    if not words or len(words) > LONGEST or any(c.isdigit() for c in said_by) or dates(said_by):
        return None
    first, last = fold(words[0]), fold(words[-1])
    fit = words[0][0].isupper() or first in DETERMINERS or last in OFFICES
    return said_by if fit and first not in NOBODY else None
