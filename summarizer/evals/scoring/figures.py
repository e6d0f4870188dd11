"""Figures and names that a text must hold to be taken for a fact, in whatever form it writes them.

Wider than the checker, which certifies: here "ten", "10", "the tenth" and "10 April" all hold the figure 10, because
an anchor only rules out what does not even name it.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.claims.named import ENDINGS, ORDINALS
from summarizer.checking.names import LINKS, PLACES, TIED, TITLES
from summarizer.checking.numbers import SMALL, TENS, TIME, VAGUE, quantities
from summarizer.checking.reading import Passage, Token, fold, read

CLOCK = "clock"  # the unit of a time of day, in minutes after midnight
HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", re.IGNORECASE)
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")  # 12.500, as much of Europe writes 12,500
PLAIN = re.compile(r"\d+(?:\.\d+)?")
APART = 2  # words that may stand inside a name: a middle name, an initial


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
    found += [clock for m in TIME.finditer(text) if (clock := _clock(m))]
    taken = {i for f in found for i in range(f.start, f.end)}
    for token in read(text).tokens:
        if token.start not in taken:
            found += [Figure(value, None, token.start, token.end) for value in _plain(token)]
    return tuple(sorted(found, key=lambda f: (f.start, f.value)))


def _clock(match: re.Match[str]) -> Figure | None:
    read_as = HOURS.match(match.group())
    if not read_as:
        return None
    hour, minute = int(read_as[1]), int(read_as[2] or 0)
    half = (read_as[3] or "").lower()
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return Figure(Fraction(hour * 60 + minute), CLOCK, match.start(), match.end())


def _plain(token: Token) -> list[Fraction]:
    """What a token that counts nothing may stand for; several where that is open ("1.500")."""
    word = fold(token.text)
    spelled = SMALL.get(word) or TENS.get(word) or ORDINALS.get(word)
    if spelled:
        return [Fraction(spelled)]
    digits = word.replace(",", "")
    digits = digits[:-2] if digits.endswith(ENDINGS) else digits.removesuffix("s")
    if not digits.isascii() or not PLAIN.fullmatch(digits):
        return [Fraction(digits.replace(".", ""))] if digits.isascii() and GROUPED.fullmatch(digits) else []
    grouped = [Fraction(digits.replace(".", ""))] if GROUPED.fullmatch(digits) else []
    return [Fraction(digits), *grouped]


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
    return _is_person(anchor, wanted) and any(_alone(i, passage) for i in passage.places.get(wanted[-1].key, ()))


def _together(wanted: list[Token], passage: Passage) -> bool:
    """Whether the words stand one after the other, with no more between than a link or a middle name."""
    for start in passage.places.get(wanted[0].key, ()):
        at = start
        for token in wanted[1:]:
            later = [i for i in passage.places.get(token.key, ()) if 0 < i - at <= APART + 1]
            if not later:
                break
            at = later[0]
        else:
            return True
    return False


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
