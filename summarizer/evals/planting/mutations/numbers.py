"""Errors of figures: another value, another unit, another thing counted, two figures exchanged, rounding that lies."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from summarizer.articles.terms import term
from summarizer.evals.planting.edits import Place, both_ways, one_way, put, stands, swaps, tokens
from summarizer.evals.planting.nouns import Base, Change, Material

FIGURE = re.compile(r"(?<![\w.,:/’'-])\d{1,3}(?:(?:,\d{3}){1,4}|\d{0,9})(?:\.\d{1,4})?(?![\w:/]|[.,]\d|[’']s)")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
NO_COUNT = re.compile(rf"(?:\b(?:{_MONTHS})\.? |\bNos?\. ?|[#-])$")
HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|over|than|least|most|to|approximately|as)\s[$€£]?$", re.IGNORECASE
)
NUMBER_WORDS = one_way("""
two > three, five; three > two, seven; four > six; five > nine; six > eight; seven > four; eight > five; nine > seven
ten > twelve; eleven > fourteen; twelve > ten; twenty > thirty; thirty > forty; fifty > sixty
dozens > hundreds, scores; hundreds > thousands, dozens; thousands > hundreds, tens; half > a third, two-thirds
second > third; third > second, fourth; fourth > fifth; fifth > third; twice > three times; double > triple
doubled > tripled; tripled > doubled; quarter > third; a dozen > two dozen; both > all three; two-thirds > half""")
MAGNITUDES = one_way("""
thousand > million; million > billion, thousand; billion > million, trillion; trillion > billion; hundred > thousand
hundreds > tens; thousands > millions; millions > billions; billions > millions""")
PERCENT = one_way("percent > percentage points; per cent > percentage points; percentage points > percent")
MEASURES = both_ways("""
miles / kilometers; mile / kilometer; km / miles; feet / meters; pounds / kilograms; dollars / euros; gallons / barrels
acres / square miles; degrees Fahrenheit / degrees Celsius; kilometres / miles; metres / feet; tons / pounds""")
TIMES = one_way("""
seconds > minutes; minutes > hours, seconds; hours > days, minutes; days > weeks, hours; weeks > months, days
months > years, weeks; years > months, decades; decades > years; day > week; week > month; month > year; year > decade
hour > day; minute > hour; decade > century""")
_IRREGULAR = "people men women children police staff troops forces percent million billion thousand"
IRREGULAR = frozenset(_IRREGULAR.split())
_ALIKE = """people persons residents citizens civilians men women individuals members; troops soldiers forces
personnel men;
articles stories; children kids; dead deaths victims bodies people; cars vehicles; police officers cops; homes houses;
counts charges; killed dead; students pupils; employees workers staff; migrants refugees people; followers fans;
votes ballots;
passengers people; patients people cases; rebels fighters militants insurgents; hours days weeks months years minutes"""
ALIKE = [frozenset(term(w) for w in line.split()) for line in _ALIKE.split(";")]
_STOP = "in of to for from on at by with and or were was are is have had has that who which after before as than more"
STOP = frozenset(_STOP.split())


class Counted(NamedTuple):
    """A figure and the noun that it counts."""

    figure: Place
    noun: Place


def figures(text: str) -> list[Place]:
    """Every figure that is no year, day of a month, time or house number."""
    found = []
    for match in FIGURE.finditer(text):
        year = re.fullmatch(r"(?:1[5-9]|20)\d\d", match[0]) and not re.match(
            r"\s(?:people|troops|soldiers|men)", text[match.end() :]
        )
        if not year and not NO_COUNT.search(text[max(0, match.start() - 12) : match.start()]):
            found.append(Place(match.start(), match.end(), match[0]))
    return found


def counted(text: str) -> Iterator[Counted]:
    """Each figure with the head of the nouns after it: the first plural of the next three words."""
    for figure in figures(text):
        after = tokens(text[figure.end : figure.end + 60])[:3]
        start = None
        for word in after:
            gap = text[figure.end : figure.end + word.start] if start is None else " "
            if not word.text.islower() or word.text in STOP or gap.strip():
                break
            start = figure.end + word.start if start is None else start
            end = figure.end + word.end
            if word.text in IRREGULAR - {"percent", "million", "billion", "thousand"} or (
                word.text.endswith("s") and not word.text.endswith(("ss", "us"))
            ):
                yield Counted(figure, Place(start, end, text[start:end]))
                break


def written(value: float, like: str) -> str:
    """`value` set as `like` is: with its separators and as many decimals."""
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like or value >= 10_000 else f"{value:.{decimals}f}"


def number(base: Base, material: Material) -> Iterator[Change]:
    """Another value: a digit off, or a figure of the same sources, or a numeral one step on."""
    have = {p.text for p in figures(base.evidence)}
    others = {p.text for c in material.sentences for p in figures(c.quote)}
    for place in figures(base.text):
        value = float(place.text.replace(",", ""))
        step = 10 ** floor(log10(value)) if value else 1
        near = {written(value + step, place.text), written(max(1, value - step), place.text)}
        near |= {written(value + 1, place.text)} if "." not in place.text else set()
        for new in sorted(near | {o for o in others if len(o) == len(place.text)}):
            if new not in have:
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
    yield from _phrases(base, NUMBER_WORDS)


def magnitude(base: Base) -> Iterator[Change]:
    """Ten or a thousand times too much or too little."""
    yield from _phrases(base, MAGNITUDES)
    have = {p.text for p in figures(base.evidence)}
    for place in figures(base.text):
        value = float(place.text.replace(",", ""))
        for new in (written(value * 10, place.text), written(value / 10, place.text)):
            if new not in have and float(new.replace(",", "")) not in (0, value) and value >= 10:
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def percent(base: Base) -> Iterator[Change]:
    """Per cent for percentage points, and a share for a count."""
    yield from _phrases(base, PERCENT)
    for match in re.finditer(r"(?<=\d)(?:%|\s?percent\b|\s?per cent\b)", base.text):
        if match[0] == "%":
            yield Change(put(base.text, match.start(), match.end(), " percentage points"), "% -> percentage points")
        yield Change(put(base.text, match.start(), match.end(), " people"), f"{match[0].strip()} -> people")


def unit(base: Base, material: Material) -> Iterator[Change]:
    """The figure kept, with another unit or another thing counted."""
    yield from _phrases(base, MEASURES)
    have = {term(t.text) for t in tokens(base.evidence)}
    nouns = {c.noun.text for s in material.sentences for c in counted(s.quote) if " " not in c.noun.text}
    for found in counted(base.text):
        own = term(found.noun.text.split()[-1])
        alike = frozenset().union(*(group for group in ALIKE if own in group))
        for new in sorted(nouns | {"tanks", "houses", "ships", "letters"}):
            if term(new) not in have | alike:
                changed = put(base.text, found.noun.start, found.noun.end, new)
                yield Change(changed, f"{found.figure.text} {found.noun.text} -> {new}")
    for match in re.finditer(r"\$(?=\d)", base.text):
        yield Change(put(base.text, match.start(), match.end(), "€"), "$ -> €")


def unit_of_time(base: Base) -> Iterator[Change]:
    """Days for hours, months for years; only where they are counted or something is dated by them."""
    numeral = r"(?:\d|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few|last|next|past))[\w-]* $"
    for place, new in swaps(base.text, TIMES):
        if re.search(numeral, base.text[max(0, place.start - 12) : place.start]):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def exchanged(base: Base) -> Iterator[Change]:
    """Two figures of the sentence in each other's place."""
    found = figures(base.text)
    for one, other in pairwise(found):
        between = base.text[one.end : other.start]
        climbs = between.strip() == "to" and base.text[: one.start].rstrip("$€£").endswith("from ")
        if one.text != other.text and (climbs or between.strip() not in ("and", "or", "to", "-", "–", ",", "x")):
            text = base.text[: one.start] + other.text + between + one.text + base.text[other.end :]
            yield Change(text, f"{one.text} <-> {other.text}")


def own_number(base: Base) -> Iterator[Change]:
    """Another figure of the very same spans in the place of one."""
    own = tuple(dict.fromkeys(p.text for p in figures(base.evidence)))
    for place in figures(base.text):
        for new in own:
            if new.replace(",", "") != place.text.replace(",", ""):
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new} of the same span")


def rounding(base: Base) -> Iterator[Change]:
    """An exact figure as a round one without a word, or as "nearly" one that is far above it."""
    for place in figures(base.text):
        value = float(place.text.replace(",", ""))
        if value < 11 or HEDGED.search(base.text[max(0, place.start - 16) : place.start]):
            continue
        step = 10 ** floor(log10(value))
        down, up = floor(value / step) * step, ceil(value / step) * step
        if down != value:
            yield Change(
                put(base.text, place.start, place.end, written(down, place.text.partition(".")[0])),
                f"{place.text} -> {down}",
            )
        if up / value > 1.15 and base.text[place.start - 1 : place.start] not in tuple("$€£"):
            new = f"nearly {written(up, place.text.partition('.')[0])}"
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def _phrases(base: Base, table: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    have = base.evidence.casefold()
    for place, new in swaps(base.text, table):
        if not stands(new, have):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
