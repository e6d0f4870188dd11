"""Dates and places as a news page states them: date lines, and the "SEOUL (Reuters) - " that opens a report.

A date is read only where it is written out in full and can mean one day only: nothing is guessed from 10/11/2024, from
a year of two digits, from "yesterday" or from the clock.
"""

import re
from collections.abc import Iterator
from datetime import date

from summarizer.articles.furniture import AGENCIES

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|"
    "november nov|december dec"
)
MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"""(?ix) \b(?: (?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)
    | (?P<month1>{_MONTH})\.?\ (?P<day1>{_DAY}),?\s?-?\ ?(?P<year1>{_YEAR})\b
    | (?P<day2>{_DAY})\.?\ (?:of\ )?(?P<month2>{_MONTH})\.?,?\ (?P<year2>{_YEAR})\b
    | (?P<a>\d\d?)\ ?[/.]\ ?(?P<b>\d\d?)\ ?[/.]\ ?(?P<year3>{_YEAR})\b
    | (?P<year4>{_YEAR})\ ?[/.]\ ?(?P<m4>\d\d?)\ ?[/.]\ ?(?P<d4>\d\d?)\b
    | (?P<year5>{_YEAR})年\ ?(?P<m5>\d\d?)月\ ?(?P<d5>\d\d?)日 )"""
)

WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE_WORDS = """
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday am pm a p m
    st nd rd th gmt utc ist est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest kst jst hkt sgt msk z t hrs
    hours hour h local time noon midnight date dated publish published publication posted post updated update last
    modified first created issued on at the of by and edited revised original originally now reuters afp ap"""
DATE_WORDS = frozenset(_DATE_WORDS.split()) | set(MONTHS)
AGO = re.compile(r"(?i)(?:(?:posted|updated|published|last updated) )?(?:about |over )?(?:\d{1,3}|an?) \w{3,7} ago\W*")
SHORT_DATE = rf"(?i)\d{{1,4}} ?[/.-] ?\d{{1,2}} ?[/.-] ?\d{{2,4}}|\b{_MONTH}\b|\b{WEEKDAY}\b"
PLACE_BEFORE = re.compile(r"[A-Z][\w .'’-]{1,40}, (?=\w)")

# The cities that news agencies name without their country, and that therefore open a report alone.
_CITIES = (
    "Amsterdam|Ankara|Athens|Atlanta|Baghdad|Baltimore|Bangkok|Barcelona|Beijing|Beirut|Berlin|Bogota|Boston|"
    "Brussels|Buenos Aires|Cairo|Canberra|Caracas|Chicago|Cleveland|Copenhagen|Dallas|Damascus|Denver|Detroit|"
    "Dhaka|Dublin|Geneva|Hanoi|Havana|Helsinki|Hong Kong|Honolulu|Houston|Indianapolis|Islamabad|Istanbul|"
    "Jakarta|Jerusalem|Kabul|Karachi|Kiev|Kuala Lumpur|Kuwait|Kyiv|Las Vegas|Lagos|Lima|Lisbon|London|"
    "Los Angeles|Madrid|Manila|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Monaco|Montreal|Moscow|Mumbai|"
    "Munich|Nairobi|New Delhi|New Orleans|New York|Oklahoma City|Oslo|Ottawa|Paris|Philadelphia|Phoenix|"
    "Pittsburgh|Prague|Pretoria|Pyongyang|Quebec|Rio de Janeiro|Riyadh|Rome|Salt Lake City|San Antonio|San Diego|"
    "San Francisco|Santiago|Sao Paulo|Seattle|Seoul|Shanghai|Singapore|St. Louis|Stockholm|Sydney|Taipei|"
    "Tehran|Tel Aviv|Tokyo|Toronto|Tripoli|Tunis|United Nations|Vatican City|Vienna|Warsaw|Washington|Wellington|"
    "Zurich"
)
CITIES = tuple(_CITIES.split("|"))
CAPITALS = tuple(name.upper() for name in CITIES)
_DASH = r"\s?(?:--+|[-–—―])\s?"
_WHERE = r"[A-Z][\w.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,30}){0,2}"
_CAPS = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}(?:, [A-Z][\w.'’ -]{1,30})?"
_WHEN = rf"(?:,? (?:(?ai:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?ai:{_MONTH}))(?:,? {_YEAR})?\.?)?"
_NEXT = "(?=[^\\W\\d_a-z]|[\"“‘'])"  # a capital, or a quotation
# An agency in brackets makes any place a dateline; a name that is no known agency needs the place in capitals, so that
# "Senator Bob Casey (D-Pa.) - " stays a person. Without an agency, capitals or a city that needs no country.
BY_AGENCY = rf"(?:{_WHERE}{_WHEN},? )?(?:\(([^()]+)\)|/([^/]+)/)(?:{_DASH}|[.:] ?){_NEXT}"
IN_CAPITALS = (
    rf"{_CAPS}{_WHEN},? \([A-Z][\w .&/-]{{1,30}}\){_DASH}{_NEXT}"
    rf"|(?=[A-Z]{{4}}|ST\. ){_CAPS}{_WHEN}\s(?:--+|[-–—―])\s{_NEXT}"
)
DASHED = rf"(?:, [A-Z][\w. ]{{1,20}})?{_WHEN}{_DASH}{_NEXT}"
BARE_AGENCY = rf"(?:{_CAPS}{_WHEN},? )?\((?:Reuters|AP|AFP|CNN|dpa|Xinhua|Yonhap)\) (?=[A-Z\"“])"
COLON = r": (?=[A-Z\"“‘'])"
BARE = r" (?=[A-Z][a-z]|A |I )"
# What stands before a colon or a dash in capitals and is no place.
_LABELS = """
    update updated updates related photos photo video watch read more breaking note correction warning live exclusive
    analysis opinion editorial summary spoiler alert also editors editor's fact check q a interview report source
    sources raw gallery facebook webvtt file covid-19 covid-"""
LABELS = frozenset(_LABELS.split())
# How what date lines say before the date begins, and weekdays; a line of prose seldom needs the long patterns below.
DATE_OPENINGS = frozenset(["pub", "pos", "upd", "las", "dat", "mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_TIME = r"\d{1,2}: ?\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
OPENING_DATE = (
    rf"(?ai:(?:publish(?:ed)?|post(?:ed)?|updated|last updated|dated?)(?: date| on)?:? "
    rf"(?:{WEEKDAY},? )?(?:{_YEAR}-\d\d-\d\d|{_MONTH}\.? {_DAY},? {_YEAR}|{_DAY} {_MONTH}\.?,? {_YEAR})"
    rf"(?:[T,]? ?(?:at )?{_TIME})?)"
    rf"(?=[ .|]|$)"
    rf"|(?ai:{WEEKDAY},? {_MONTH}\.? {_DAY},? {_YEAR}(?:,? (?:at )?{_TIME})?){_DASH}(?=[A-Z])"
)
CLOSING_DATE = rf"(?ai:{WEEKDAY},? (?:{_MONTH}\.? {_DAY}|{_DAY} {_MONTH}),? {_YEAR},? (?:at )?{_TIME})$"
_NAMES = "|".join(sorted(AGENCIES))
CLOSING_CREDIT = (
    rf"(?<=[.!?\"”’…])\s+(?:[-–—]{{1,2}} ?(?:{_NAMES})(?:/(?:{_NAMES}))?|\((?:{_NAMES})\)"
    r"|\((?:Additional |Writing |With )?[Rr]eporting (?:and \w+ )?(?:by|from) [^()]{1,250}\))\.?$"
)


def dates(text: str) -> Iterator[tuple[int, date]]:
    """Every date in `text` that is written in full and means one day only, with the place where it begins."""
    for match in WRITTEN.finditer(text):
        found = _day(match)
        if found:
            yield match.start(), found


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    for n in ("1", "2"):
        if part[f"month{n}"]:
            month = MONTHS.get(part[f"month{n}"].casefold())
            return _date(part[f"year{n}"], month, re.sub(r"\D", "", part[f"day{n}"]))
    if part["a"]:
        a, b = int(part["a"]), int(part["b"])
        if a != b and a <= 12 and b <= 12:
            return None  # 10/11: October or November, nobody can say
        return _date(part["year3"], *((b, a) if a > 12 else (a, b)))
    if part["y"]:
        return _date(part["y"], part["m"], part["d"])
    n = "4" if part["year4"] else "5"
    return _date(part[f"year{n}"], part[f"m{n}"], part[f"d{n}"])


def _date(year: str, month: int | str | None, day: int | str) -> date | None:
    try:
        return date(int(year), int(month or 0), int(day))
    except ValueError:
        return None


def is_date_line(line: str) -> bool:
    """Whether a line says when, and nothing else but perhaps where."""
    if len(line) > 120:
        return False
    if AGO.fullmatch(line):
        return True
    place = PLACE_BEFORE.match(line)
    for rest in [line, line[place.end() :]] if place else [line]:
        words = re.findall(r"[^\W\d_]+", rest)
        known = all(word.casefold() in DATE_WORDS for word in words)
        if known and any(c.isdigit() for c in rest) and re.search(SHORT_DATE, rest):
            return True
    return False


def date_ends(line: str) -> tuple[int, int]:
    """Where the rest of a line begins and ends between a date line glued before it and one glued after it."""
    head, tail = line[:80], line[-60:]
    before = re.match(OPENING_DATE, line) if head[:3].lower() in DATE_OPENINGS and _has_year(head) else None
    after = re.search(CLOSING_DATE, tail) if ":" in tail and _has_year(tail) else None
    start = before.end() if before else 0
    end = len(line) - len(tail) + after.start() if after else len(line)
    return start, max(start, end)


def _has_year(text: str) -> bool:
    return "19" in text or "20" in text


def opening(line: str, first: bool) -> int:
    """Where the dateline that opens a body line ends; 0 if there is none. `first`: it is the article's first.

    Only the first body line may open with a place alone: further down, capitals before a colon name a speaker.
    """
    return next((end for end in _openings(line, first) if end and _is_place(line[:end], first)), 0)


def _openings(line: str, first: bool) -> Iterator[int]:
    """Where each shape of a dateline ends in `line`, 0 where the line is not of that shape; the surest shape first."""
    bracket, shouted = "(" in line, line[:2].isupper() and not line[1:2].isspace()
    yield (
        (_known(line) if bracket or "/" in line else 0)
        or (_end(IN_CAPITALS, line) if shouted else 0)
        or _city(CITIES + CAPITALS, DASHED, line)
    )
    yield _end(BARE_AGENCY, line) if bracket else 0
    if first:
        yield (_end(rf"{_CAPS}{_WHEN}{COLON}", line) if shouted and ":" in line else 0) or _city(CITIES, COLON, line)
        yield _city(CAPITALS, BARE, line)


def _end(pattern: str, line: str) -> int:
    match = re.match(pattern, line)
    return match.end() if match else 0


def _known(line: str) -> int:
    match = re.match(BY_AGENCY, line)
    return match.end() if match and (match[1] or match[2]) in AGENCIES else 0


def _city(cities: tuple[str, ...], after: str, line: str) -> int:
    """The end of what `after` matches behind the city that opens `line`; no city's name begins with another's."""
    if not line.startswith(cities):
        return 0
    size = next(len(city) for city in cities if line.startswith(city))
    match = re.match(after, line[size:])
    return size + match.end() if match else 0


def _is_place(opening: str, first: bool) -> bool:
    if "(" not in opening and "/" not in opening and not first:
        return False
    words = re.findall(r"[^\W\d_][\w'’.]*", opening)
    return bool(words) and words[0].casefold() not in LABELS and words[-1].casefold() not in LABELS


def closing(line: str) -> int:
    """Where the body of a line ends before the credit that closes it; its length if none does."""
    tail = max(0, len(line) - 300)
    if not (line.rstrip(".)").endswith(tuple(AGENCIES)) or (line.endswith((")", ").")) and "eporting " in line[tail:])):
        return len(line)
    match = re.compile(CLOSING_CREDIT).search(line, tail)
    return match.start() if match else len(line)
