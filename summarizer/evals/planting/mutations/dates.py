"""Errors of time: another day, month or year, a day put in, a day moved to another event of the sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.evals.planting import cues
from summarizer.evals.planting.edits import Place, find, one_way, put, quoted, swaps
from summarizer.evals.planting.nouns import Base, Change

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
YEAR = re.compile(r"(?<![\w.,$€£-])(?:1[89]|20)\d\d(?![\w%]|,\d)")
DAY_OF_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)}|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.? (\d{{1,2}})\b(?!:)")
RELATIVE = one_way("""
last week > next week, last month; next week > last week, next month; last month > last year, next month
last year > next year, two years ago; next month > last month; next year > last year; yesterday > today, tomorrow
tomorrow > yesterday; today > yesterday, tomorrow; earlier this week > later this week; this week > last week, next week
this month > last month; this year > last year, next year; last night > on Friday night; earlier > later
previously > later; recently > years ago; morning > evening; evening > morning; afternoon > morning; soon > years later
the same day > a week later; the next day > a month later; in recent years > in recent days; already > not yet
""")
DATE_PHRASE = re.compile(
    rf"(?:on |last |next |this )?(?:{'|'.join(DAYS)})(?: (?:morning|evening|night|afternoon))?\b"
    rf"|in (?:{'|'.join(MONTHS)}|\d{{4}})\b|on (?:{'|'.join(MONTHS)}) \d{{1,2}}\b|last (?:week|month|year)\b"
)


def weekday(base: Base) -> Iterator[Change]:
    """Another day of the week."""
    yield from _others(base, DAYS)


def month(base: Base) -> Iterator[Change]:
    """Another month, where May and March are months."""
    for place in find(base.text, MONTHS):
        if place.text in MONTHS and not (place.text in ("May", "March") and not _dated(base.text, place)):
            for new in MONTHS:
                if new != place.text and new not in base.evidence:
                    yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def day_or_year(base: Base) -> Iterator[Change]:
    """A year some years off, a day of the month some days off, and what is told from the day of writing."""
    for match in YEAR.finditer(base.text):
        for step in (-10, -1, 1, 2):
            new = str(int(match[0]) + step)
            if new not in base.evidence:
                yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in DAY_OF_MONTH.finditer(base.text):
        for step in (-3, 1, 9):
            day = (int(match[1]) + step - 1) % 28 + 1
            if not re.search(rf"\b{day}\b", base.evidence):
                yield Change(put(base.text, match.start(1), match.end(1), str(day)), f"{match[1]} -> {day}")


def relative(base: Base) -> Iterator[Change]:
    """Next for last, later for earlier."""
    for place, new in swaps(base.text, RELATIVE):
        if new not in base.evidence.casefold() and base.text[place.end : place.end + 5] != " than":
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def inserted(base: Base) -> Iterator[Change]:
    """A day or a year where the sources give none: behind the reporting verb, or at the end."""
    days = [d for d in DAYS if d not in base.evidence]
    if not days or DATE_PHRASE.search(base.text):
        return
    day = days[len(base.text) % len(days)]
    for verb in find(base.text, ("said", "told reporters", "announced", "arrested", "signed", "arrived", "met")):
        yield Change(put(base.text, verb.end, verb.end, f" on {day}"), f"+ on {day}")
        break
    if base.text.endswith("."):
        yield Change(base.text[:-1] + f" on {day}.", f"+ on {day} at the end")
        if not YEAR.search(base.evidence):
            yield Change(base.text[:-1] + " in 2011.", "+ in 2011 at the end")


def moved(base: Base) -> Iterator[Change]:
    """A day of the saying made a day of what is said, and two dates in each other's place."""
    found = [Place(m.start(), m.end(), m[0]) for m in DATE_PHRASE.finditer(base.text)]
    for one, other in pairwise(found):
        between = base.text[one.end : other.start]
        linked = between.strip() in ("and", "or", "to", ",", "-", "until", "through")
        if (
            one.text.casefold() != other.text.casefold()
            and not linked
            and one.text[:2].lower() == other.text[:2].lower()
        ):
            text = base.text[: one.start] + other.text + between + one.text + base.text[other.end :]
            yield Change(text, f"{one.text} <-> {other.text}")
    for place in found:
        before = base.text[: place.start].rstrip()
        after = base.text[place.end :]
        verb = list(find(before[-12:], cues.SAID))
        if (
            len(found) == 1
            and verb
            and not quoted(base.text)
            and before.endswith(verb[-1].text)
            and after.startswith((" that ", " it ", " he "))
        ):
            text = f"{before}{after.rstrip('.')} {place.text}."
            yield Change(text, f"“{place.text}” to the end")


def _dated(text: str, place: Place) -> bool:
    """Whether May or March is the month here."""
    return bool(re.match(r"\.? \d", text[place.end :]) or re.search(r"\b(?:[Ii]n|of|last) $", text[: place.start]))


def _others(base: Base, group: tuple[str, ...]) -> Iterator[Change]:
    for place in find(base.text, group):
        if place.text in group:
            for new in group:
                if new != place.text and new not in base.evidence:
                    yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
