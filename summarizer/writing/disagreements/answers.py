"""The nouns of this room: a question that sources answer differently, and each answer with who gives it, and when.

Every answer is shown in its source's own words and keeps the sentence that gives it: what cannot be cited is no answer.
Nothing here looks for any; who says so is brought under one name here because one speaker never disagrees with himself.
"""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Literal, NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.checking.dates import dates, resolved
from summarizer.checking.reading import read
from summarizer.checking.reports import reports

Kind = Literal["conflict", "attributed", "update", "scope"]
NEAR = 14  # code points between a verb of reporting and the day on which it was said


class Answer(NamedTuple):
    """One answer; two with one `key` are the same answer. `shown` and `counts` stand in the sentence as they are."""

    key: Hashable
    shown: str
    sentence: Sentence
    said_by: str | None = None
    counts: str | None = None

    @property
    def source(self) -> str:
        return self.sentence.span.source


class Question(NamedTuple):
    """`about` as a headline for the answers, of which at least two have different keys; in input order."""

    about: str
    kind: Kind
    answers: tuple[Answer, ...]

    @property
    def places(self) -> frozenset[tuple[str, Hashable]]:
        """Which source gives which answer: two questions with the same places are one."""
        return frozenset((a.source, a.key) for a in self.answers)


def one_name(speakers: Iterable[str | None]) -> dict[str | None, str | None]:
    """Each speaker under one name: "President Kim Doe" and "Kim Doe" are one."""
    names: dict[str | None, str | None] = {}
    for speaker in speakers:
        keys = _keys(speaker)
        known = (n for n in names.values() if n and keys and (keys <= _keys(n) or _keys(n) <= keys))
        names.setdefault(speaker, next(known, speaker))
    return names


def _keys(speaker: str | None) -> frozenset[str]:
    return frozenset(t.key for t in read(speaker or "").tokens if t.content)


def said_on(sentence: Sentence, published: date | None) -> date | None:
    """The day on which it was said, if the sentence tells it; else the day of publication; None where neither is known.

    "He said on Friday that nine were dead" is of Friday; "nine died on Friday, he said" is of the day it was published.
    """
    tokens = read(sentence.text).tokens
    for report in reports(sentence.text):
        verb, said = tokens[report.verb], range(tokens[report.low].start, tokens[report.high - 1].end)
        for found in dates(sentence.text):
            between = sentence.text[min(found.end, verb.end) : max(found.start, verb.start)]
            opens = len(sentence.text[: found.start].split()) < 2  # "On Friday, police said"
            near = len(between) <= NEAR and (opens or "," not in between)
            if near or (found.start not in said and report.low > report.verb):
                when = resolved(found, published)
                if when.year and when.month and when.day:
                    return date(when.year, when.month, when.day)
    return published
