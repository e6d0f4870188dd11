"""When: dates, months, years, weekdays and relative days, and the check that the evidence states each of them.

A weekday or a relative day is held against the day its article was published (the nearest such day up to and including
it, as news writes); without that day, only the same words are the same. No date is ever invented: what an expression
leaves open stays open.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.lexicon import listed

MONTHS = listed("january february march april may june july august september october november december")
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_NO = r"(?<![\w$€£.,-])"
PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("iso", rf"{_NO}(?P<y>{_YEAR})-(?P<mm>\d\d)-(?P<d>\d\d)\b"),
        ("date", rf"\b(?P<m>{_MONTH}) (?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!,?\d)(?:,? (?P<y>{_YEAR})\b)?"),
        ("date", rf"{_NO}(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})\b(?:,? (?P<y>{_YEAR})\b)?"),
        ("month", rf"\b(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR})\b"),
        ("weekday", rf"\b(?P<r>[Ll]ast |[Nn]ext |[Tt]his )?(?P<w>{_DAY})\b(?!-)"),
        ("relative", r"\b(?P<t>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|"
                     r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious) (?:night|week|weekend|month|year))\b"),
        ("month", rf"\b(?P<m>{_MONTH})\b"),
        ("decade", rf"{_NO}(?P<t>(?:{_YEAR[3:-1]})s)\b"),
        ("year", rf"{_NO}(?P<y>{_YEAR})\b(?![,.]\d|-\d|%)"),
    )
)  # fmt: skip
ANY = re.compile(rf"{_YEAR}|\b{_MONTH}|\b{_DAY}\b|\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Tt]o|[Yy]ester)")
# "may" and "march" are months only where something says so.
BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|last|this|next|by|until|from|during|early|late|mid|to|and)[ -]$", re.IGNORECASE
)
COUNTED = re.compile(
    r" (?:[a-z]+ )?(?:people|troops|soldiers|men|women|children|dead|homes|jobs|dollars|euros|miles|km)\b"
)
NEAREST_YEAR = timedelta(days=60)


class When(NamedTuple):
    """One date expression, `text[start:end]`; what it leaves open is None."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str | None = None


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name[:3].lower()))


def _when(kind: str, match: re.Match[str], text: str) -> When | None:
    got = match.groupdict()
    name = got.get("m")
    if kind == "month" and name and not got.get("y") and not _is_month(name, match, text):
        return None
    if kind == "year" and COUNTED.match(text, match.end()):
        return None
    if got.get("w") in ("Sun", "Sat", "Wed", "Mon", "Fri") and text[match.end() : match.end() + 1] not in (
        ",",
        ".",
        " ",
    ):
        return None
    month = _month(name) if name else int(got["mm"]) if got.get("mm") else None
    day = int(got["d"]) if got.get("d") else None
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    weekday = (
        next((i for i, d in enumerate(DAYS) if d.startswith(got["w"][:3].lower())), None) if got.get("w") else None
    )
    relative = (got.get("t") or got.get("r") or "").strip().lower() or None
    year = int(got["y"]) if got.get("y") else None
    return When(match.group().strip(), match.start(), match.end(), year, month, day, weekday, relative)


def _is_month(name: str, match: re.Match[str], text: str) -> bool:
    if name in (
        "May",
        "March",
        "Mar",
        "Dec",
        "Sept",
        "Sep",
        "Jun",
        "Jul",
        "Jan",
        "Oct",
        "Nov",
        "Apr",
        "Feb",
        "Aug",
        "Mar.",
    ):
        return bool(BEFORE_MONTH.search(text[max(0, match.start() - 8) : match.start()]))
    return True


@lru_cache(maxsize=4096)
def dates(text: str) -> tuple[When, ...]:
    """Every date expression of `text`, in order; none overlaps another."""
    if not ANY.search(text):
        return ()
    found: list[When] = []
    covered = bytearray(len(text))
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if covered[match.start()] or covered[match.end() - 1]:
                continue
            when = _when(kind, match, text)
            if when:
                found.append(when)
                covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda w: w.start))


def resolved(when: When, published: date | None) -> When:
    """`when` with what the day of publication settles: its year, month, day and weekday."""
    if published is None or when.relative in ("next", "last", "this"):
        return when
    day = _day(when, published)
    if day is None:
        return when
    return when._replace(year=day.year, month=day.month, day=day.day, weekday=day.weekday(), relative=None)


def _day(when: When, published: date) -> date | None:
    if when.relative:
        shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(when.relative)
        return None if shift is None else published + timedelta(days=shift)
    if when.day is None:
        return None if when.weekday is None else published - timedelta(days=(published.weekday() - when.weekday) % 7)
    try:
        if when.year is not None:
            return date(when.year, when.month or 1, when.day) if when.month else None
        near = date(published.year, when.month or 1, when.day)
        return near if near - published <= NEAREST_YEAR else near.replace(year=near.year - 1)
    except ValueError:
        return None


def states(said: When, wanted: When) -> bool:
    """Whether `said` settles everything that `wanted` says."""
    if wanted.relative or said.relative:
        same = (said.relative, said.weekday, said.month, said.day, said.year)
        return same == (wanted.relative, wanted.weekday, wanted.month, wanted.day, wanted.year)
    fields = (
        (said.year, wanted.year),
        (said.month, wanted.month),
        (said.day, wanted.day),
        (said.weekday, wanted.weekday),
    )
    return all(mine is None or theirs == mine for theirs, mine in fields)


@lru_cache(maxsize=4096)
def _known(quote: str, published: date | None) -> tuple[When, ...]:
    """What a span states, each once, as written and as resolved."""
    bare = [w._replace(text="", start=0, end=0) for w in dates(quote)]
    return tuple(dict.fromkeys(w for said in bare for w in (said, resolved(said, published))))


def _stated(wanted: When, comparison: Comparison) -> bool:
    return any(
        states(said, wanted) or states(said, resolved(wanted, piece.published))
        for piece in comparison.evidence
        for said in _known(piece.quote, piece.published)
    )


def _rival(wanted: When, comparison: Comparison) -> When | None:
    """A date of the same kind in the evidence: what it says instead."""
    for piece in comparison.evidence:
        for said in dates(piece.quote):
            same = [
                (said.year, wanted.year),
                (said.month, wanted.month),
                (said.day, wanted.day),
                (said.weekday, wanted.weekday),
            ]
            if all((a is None) == (b is None) for a, b in same):
                return said
    return None


def check(comparison: Comparison) -> Finding:
    """Every date of the text is stated in the evidence."""
    wanted = dates(comparison.text.text)
    for when in {w._replace(start=0, end=0): w for w in wanted}.values():
        if not _stated(when, comparison):
            rival = _rival(when, comparison)
            instead = f"; it says {rival.text}" if rival else ""
            return Finding("dates", False, f"“{when.text}” is not in the cited text{instead}", rival is not None)
    return Finding("dates", True, ", ".join(w.text for w in wanted))
