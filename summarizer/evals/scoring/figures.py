"""Figures and names that a text must hold to be taken for a fact, in whatever form it writes them.

Wider than the checker, which certifies: here "ten", "10", "the tenth" and "10 April" all hold the figure 10, because
an anchor only rules out what does not even name it.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.claims.named import ENDINGS, ORDINALS
from summarizer.checking.figures import SMALL, TENS, VAGUE
from summarizer.checking.names import LINKS, PLACES, TIED, TITLES
from summarizer.checking.numbers import TIME, quantities
from summarizer.checking.reading import Passage, Token, fold, read

CLOCK = "clock"  # the unit of a time of day, in minutes after midnight
HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", re.IGNORECASE)
GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")  # 12.500, as much of Europe writes 12,500
PLAIN = re.compile(r"\d+(?:\.\d+)?")
TIMES = {"once": 1, "both": 2, "couple": 2, "pair": 2, "twice": 2, "trio": 3}
APART = 2  # words that may stand inside a name: a middle name, an initial
ENDING = 2  # letters that a long name may have more: "the Sergeyevsky range" names Sergeyevsk
LONG = 6


class Figure(NamedTuple):
    """One figure, `text[start:end]`; `unit` as `checking.numbers` has it, or CLOCK."""

    value: Fraction
    unit: str | None
    start: int
    end: int


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number of `text`: quantities, times of day, ordinals, the parts of dates; in order."""
    found = [Figure(q.value, q.unit, q.start, q.end) for q in quantities(text)]
    found += [clock for m in TIME.finditer(text) if (clock := _clock(m, text))]
    taken = {i: f.unit for f in found for i in range(f.start, f.end)}
    for token in read(text).tokens:
        values = _grouped(token) if token.start in taken else [*_plain(token), *_grouped(token)]
        found += [Figure(value, taken.get(token.start), token.start, token.end) for value in values]
    return tuple(sorted(found, key=lambda f: (f.start, f.value)))


def _clock(match: re.Match[str], text: str) -> Figure | None:
    read_as = HOURS.match(text, match.start())
    if not read_as:
        return None
    hour, minute = int(read_as[1]), int(read_as[2] or 0)
    half = (read_as[3] or "").lower()
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return Figure(Fraction(hour * 60 + minute), CLOCK, match.start(), match.end())


def _plain(token: Token) -> list[Fraction]:
    """What a token that counts nothing stands for, if it is a number."""
    word = fold(token.text)
    if spelled := SMALL.get(word) or TENS.get(word) or ORDINALS.get(word) or TIMES.get(word):
        return [Fraction(spelled)]
    digits = word.replace(",", "")
    digits = digits[:-2] if digits.endswith(ENDINGS) else digits.removesuffix("s")
    return [Fraction(digits)] if digits.isascii() and PLAIN.fullmatch(digits) else []


def _grouped(token: Token) -> list[Fraction]:
    """What "1.500" is where a dot groups thousands."""
    return [Fraction(token.text.replace(".", ""))] if GROUPED.fullmatch(token.text) else []


@lru_cache(maxsize=8192)
def _values(text: str) -> frozenset[tuple[Fraction, str | None]]:
    """The figures that `text` holds, with their unit and without; "dozens" is not twelve."""
    found = {(f.value, f.unit) for f in figures(text)}
    return frozenset(found | {(value, None) for value, unit in found if not _no_count(unit)})


def _no_count(unit: str | None) -> bool:
    return unit == CLOCK or (unit is not None and unit.split()[-1] in VAGUE)


def holds_figure(figure: Figure, text: str) -> bool:
    """Whether `text` holds this figure; one with a unit ("10 %") only with that unit."""
    return (figure.value, figure.unit) in _values(text)


def holds_number(anchor: str, text: str) -> bool:
    """Whether `text` holds every figure of `anchor`; an anchor without any has to stand there as it is."""
    wanted: dict[int, list[Figure]] = {}
    for figure in figures(anchor):
        wanted.setdefault(figure.start, []).append(figure)
    if not wanted:
        return fold(anchor) in fold(text)
    return all(any(holds_figure(f, text) for f in forms) for forms in wanted.values())


def holds_name(anchor: str, text: str) -> bool:
    """Whether `text` names `anchor`: all of its words side by side, its initials, or a person's surname alone.

    A surname behind somebody else's first name is somebody else.
    """
    wanted = [t for t in read(anchor).tokens if t.key and fold(t.text) not in LINKS]
    passage = read(text)
    if not wanted:
        return fold(anchor) in fold(text)
    if _together(wanted, passage):
        return True
    initials = "".join(t.text[0] for t in wanted)
    if len(initials) > 1 and initials.isupper() and any(t.text == initials for t in passage.tokens):
        return True
    return _is_person(anchor, wanted) and any(_alone(i, passage) for i in _places(wanted[-1], passage))


def _together(wanted: list[Token], passage: Passage) -> bool:
    """Whether the words stand one after the other, with no more between than a link or a middle name."""
    for start in _places(wanted[0], passage):
        at = start
        for token in wanted[1:]:
            later = [i for i in _places(token, passage) if 0 < i - at <= APART + 1]
            if not later:
                break
            at = later[0]
        else:
            return True
    return False


def _places(word: Token, passage: Passage) -> list[int]:
    """Where the text has this word of a name."""
    found = list(passage.places.get(word.key, ()))
    if found or len(word.text) < LONG:
        return found
    start, most = fold(word.text), len(word.text) + ENDING
    return [i for i, t in enumerate(passage.tokens) if len(t.text) <= most and fold(t.text).startswith(start)]


def _is_person(anchor: str, wanted: list[Token]) -> bool:
    """Whether a name of two or three words may be a person's, who is called by the last of them."""
    words = {fold(t.text) for t in wanted}
    plain = len(wanted) == len(read(anchor).tokens)
    return 2 <= len(wanted) <= 3 and plain and not (words & (TIED | TITLES) or {t.key for t in wanted} & PLACES)


def _alone(place: int, passage: Passage) -> bool:
    """Whether no other first name stands before the surname at `place`."""
    surname, before = passage.tokens[place], passage.tokens[place - 1] if place else None
    if not surname.text[0].isupper():
        return False
    stranger = before is not None and before.content and before.text[0].isupper() and fold(before.text) not in TITLES
    return not stranger or place in passage.starts
