"""What an article states about itself: its title, its day, its outlet and the agencies that it comes from.

Only what stands in the text, in the places where such things stand, is read; where the article is silent or can be read
in two ways the answer is None. Nothing here looks at the file's name, its times or the clock.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from summarizer.articles.datelines import dates
from summarizer.articles.furniture import SECTIONS, is_furniture
from summarizer.articles.lines import Line

# The name as it is shown, and what else articles call it. Short names count only in capitals.
AGENCIES = (
    ("AFP", "Agence France-Presse"),
    ("AP", "Associated Press", "The Associated Press"),
    ("Reuters", "REUTERS", "Thomson Reuters"),
    ("Yonhap",),
    ("TASS", "Tass", "Itar-Tass"),
    ("Xinhua",),
    ("dpa", "DPA", "Deutsche Presse-Agentur"),
    ("Kyodo",),
    ("Interfax",),
    ("ANSA",),
    ("EFE",),
    ("PTI", "Press Trust of India"),
    ("ANI",),
    ("IANS",),
    ("UPI",),
    ("KCNA",),
    ("IRNA",),
    ("ISNA",),
    ("Anadolu",),
    ("RIA Novosti", "RIA"),
    ("Bernama", "BERNAMA"),
)
_AFTER = r"(?:['’]s)?(?: (?:state |news |press )*(?:agency|service))?"
_SAID = r"(?:reported|reports|said|says|states|stated|quoted|cited)"

_NAME = r"[A-Z][\w.&'’ -]{1,40}"
OUTLET = re.compile(
    rf"(?:[Oo]riginally|[Ff]irst) (?:appeared|published|ran)(?: \w+ [\d, ]+)? (?:in|on|by|at) ({_NAME}?)(?=[.,;:)]|$)"
    rf"|^(?:Source|Outlet|Publisher|Publication|Newspaper): ({_NAME})$"
    rf"|^Information from: ({_NAME})(?=,|$)"
)
TITLE_OUTLET = re.compile(r"^(?P<title>.{20,}?) \| (?P<outlet>[A-Z][\w.&'’ -]{1,40})$")
# What a site says of itself: "A village blog since 2014", "The weekly for people who bake".
SLOGAN = re.compile(
    r"(?i)^.{0,60}\b(?:since|est\.?|established|founded(?: in)?|serving .{2,40} since) (?:1[6-9]|20)\d\d\W*$"
    r"|^(?:.{0,40} \| )?(?:a|an|the|your|our) (?:\w+ )?(?:daily|weekly|monthly|home|voice|newspaper|magazine|journal|"
    r"blog|newsletter|site|website|source) (?:for|of|by)\b"
)
FOREIGN_DAY = re.compile(
    r"^(?:.{2,40}, )?(?:[^\W\d_]+,? )?[0-3]?\d\.? (?:de )?[^\W\d_]{3,12}\.? (?:de )?(?:19|20)\d\d\b"
    r"(?:,? \d\d?[:.]\d\d.{0,8})?$"
)
LATER = re.compile(r"(?i)\W*(?:last )?(?:updated|modified|revised|edited)")
STATED = re.compile(r"(?i)\W*(?:publish|posted|date\b|dated|first published|issued)")


class Metadata(NamedTuple):
    """What the article states; None or empty where it does not."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    agencies: tuple[str, ...] = ()


def describe(text: str, lines: Sequence[Line]) -> Metadata:
    """The metadata of `text`, given its marked lines."""
    title = _title(text, lines)
    named = TITLE_OUTLET.match(title) if title else None
    if named and is_furniture(named["outlet"]):
        title, named = named["title"], None
    return Metadata(
        title=named["title"] if named else title,
        outlet=_outlet(text, lines) or (named["outlet"] if named else None),
        published=_published(text, lines),
        agencies=_agencies(text, lines),
    )


def _title(text: str, lines: Sequence[Line]) -> str | None:
    """The first headline above the body that has the length of one and is not all in capitals, if there is one.

    Higher up may stand the name of a section ("World") or of the site, its slogan, and a cry in capitals ("HELL AT
    SEA"); below the headline, a line that only adds to it.
    """
    above: list[str] = []
    for line in lines:
        if line.kind == "body":
            break
        if line.kind == "headline":
            above.append(_clean(text[line.start : line.end]))
    above = [title for title in above if not _of_the_site(title)] or above
    whole = [title for title in above if len(title.split()) > 3]
    told = [title for title in whole if not title.isupper()] or whole or above
    return told[0] if told else None


def _of_the_site(headline: str) -> bool:
    """Whether a line above the article is the site's: its name with a section, its slogan, a day in any tongue."""
    name, _, rest = re.sub(r" [–—-] ", " | ", headline).partition(" | ")
    words = rest.casefold().split()
    section = 0 < len(words) <= 2 and SECTIONS.issuperset(words) and len(name.split()) <= 4
    place = 0 < len(words) <= 2 and SECTIONS.intersection(name.casefold().split()) and len(name.split()) <= 3
    dated = len(rest.split()) < 4 and len(name.split()) <= 4 and next(dates(name), None) is not None
    return bool(section or place or dated or SLOGAN.search(headline) or FOREIGN_DAY.search(headline))


def _clean(headline: str) -> str:
    """One line without Markdown's signs and without the zero of a comment counter."""
    words = re.sub(r"^#+\s*|\s*#+$|\*\*|__", "", headline)
    return " ".join(re.sub(r"^0\s+(?=\D)", "", words).split())


def _published(text: str, lines: Sequence[Line]) -> date | None:
    """The day in the date lines: the stated day of publication, else the first without a label, else an update."""
    found: list[tuple[int, int, date]] = []
    for line in lines:
        if line.kind in ("dateline", "byline"):
            words = text[line.start : line.end]
            day = next((day for _, day in dates(words)), None)
            if day:
                rank = 0 if STATED.match(words) else 2 if LATER.match(words) else 1
                found.append((rank, line.start, day))
    return min(found)[2] if found else None


def _outlet(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        if line.kind in ("byline", "boilerplate"):
            match = OUTLET.search(text[line.start : line.end][:300])
            name = next((name for name in match.groups() if name), None) if match else None
            if name and not any(name.strip() in names for names in AGENCIES):
                return name.strip()
    return None


def _agencies(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """In the order of the table, so that the answer does not depend on where they stand."""
    credits = "\n".join(text[x.start : x.end] for x in lines if x.kind in ("byline", "dateline"))
    body = "\n".join(text[x.start : x.end] for x in lines if x.kind == "body")
    return tuple(names[0] for names in AGENCIES if _credited(names, credits) or _relied_on(names, body))


def _credited(names: Sequence[str], credits: str) -> bool:
    known = [name for name in names if name in credits]
    return bool(known) and bool(re.search(rf"(?<!\w)(?:{'|'.join(known)})(?!\w| ?Photo)", credits))


def _relied_on(names: Sequence[str], body: str) -> bool:
    """In the body a name counts only where the sentence rests on it; elsewhere ("a Reuters photographer") it does not.

    A plain search for the names comes first: most articles name one agency or none, and patterns are dear.
    """
    known = "|".join(name for name in names if name in body)
    return bool(known) and bool(
        re.search(
            rf"(?ai:according to|reported by|cited by|quoted by)(?: the)?(?: [a-z-]+){{0,4}} (?:{known})\b"
            rf"|\b(?ai:told)(?: the)? (?:{known})\b|\b(?:{known}){_AFTER}(?: [A-Z]\w+)? {_SAID}\b",
            body,
        )
    )
