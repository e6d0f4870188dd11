"""What an article states about itself: its title, its day, its outlet and the agencies that it comes from.

Only what stands in the text, in the places where such things stand, is read; where the article is silent or can be read
in two ways the answer is None. Nothing here looks at the file's name, its times or the clock.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.articles.datelines import dates
from summarizer.articles.furniture import is_furniture
from summarizer.articles.lines import Line

# The name as it is shown, and what articles call it. Short names count only in capitals.
AGENCIES = (
    ("AFP", "AFP|Agence France-Presse"),
    ("AP", "AP|(?:The )?Associated Press"),
    ("Reuters", "Reuters|REUTERS|Thomson Reuters"),
    ("Yonhap", "Yonhap"),
    ("TASS", "TASS|Tass|Itar-Tass"),
    ("Xinhua", "Xinhua"),
    ("dpa", "dpa|DPA|Deutsche Presse-Agentur"),
    ("Kyodo", "Kyodo"),
    ("Interfax", "Interfax"),
    ("ANSA", "ANSA"),
    ("EFE", "EFE"),
    ("PTI", "PTI|Press Trust of India"),
    ("ANI", "ANI"),
    ("IANS", "IANS"),
    ("UPI", "UPI"),
    ("KCNA", "KCNA"),
    ("IRNA", "IRNA"),
    ("ISNA", "ISNA"),
    ("Anadolu", "Anadolu"),
    ("RIA Novosti", "RIA Novosti|RIA"),
    ("Bernama", "Bernama|BERNAMA"),
)
_AFTER = r"(?:['’]s)?(?: (?:state |news |press )*(?:agency|service))?"
_SAID = r"(?:reported|reports|said|says|states|stated|quoted|cited)"
# In the body a name counts only where the sentence rests on it; elsewhere ("a Reuters photographer") it does not.
IN_BODY = tuple(
    (
        shown,
        re.compile(
            rf"(?i:according to|reported by|cited by|quoted by)(?: the)?(?: [a-z-]+){{0,4}} (?:{names})\b"
            rf"|\b(?i:told)(?: the)? (?:{names})\b|\b(?:{names}){_AFTER}(?: [A-Z]\w+)? {_SAID}\b"
        ),
    )
    for shown, names in AGENCIES
)
IN_CREDIT = tuple((shown, re.compile(rf"(?<!\w)(?:{names})(?!\w| ?Photo)")) for shown, names in AGENCIES)

_NAME = r"[A-Z][\w.&'’ -]{1,40}"
OUTLET = re.compile(
    rf"(?:[Oo]riginally|[Ff]irst) (?:appeared|published|ran)(?: \w+ [\d, ]+)? (?:in|on|by|at) ({_NAME}?)(?=[.,;:)]|$)"
    rf"|^(?:Source|Outlet|Publisher|Publication|Newspaper): ({_NAME})$"
    rf"|^Information from: ({_NAME})(?=,|$)"
)
TITLE_OUTLET = re.compile(r"^(?P<title>.{20,}?) \| (?P<outlet>[A-Z][\w.&'’ -]{1,40})$")
LATER = re.compile(r"(?i)\W*(?:last )?(?:updated|modified|revised|edited)")
STATED = re.compile(r"(?i)\W*(?:publish|posted|date\b|dated|first published|issued)")


@dataclass(frozen=True, slots=True)
class Metadata:
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
    """The first headline above the body, if it has the length of one; a section's name ("World") may stand higher."""
    above: list[str] = []
    for line in lines:
        if line.kind == "body":
            break
        if line.kind == "headline":
            above.append(_clean(text[line.start : line.end]))
    return next((title for title in above if len(title.split()) > 3), above[0] if above else None)


def _clean(headline: str) -> str:
    """One line without Markdown's signs and without the zero of a comment counter."""
    words = re.sub(r"^#+\s*|\s*#+$|\*\*|__", "", headline)
    return " ".join(re.sub(r"^0\s+(?=\D)", "", words).split())


def _published(text: str, lines: Sequence[Line]) -> date | None:
    """The day in the date lines: the stated day of publication, else the first without a label, else an update."""
    found: list[tuple[int, int, date]] = []
    for line in lines:
        if line.kind == "dateline":
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
            if name and not any(pattern.fullmatch(name.strip()) for _, pattern in IN_CREDIT):
                return name.strip()
    return None


def _agencies(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """In the order of the table, so that the answer does not depend on where they stand."""
    credits = "\n".join(text[x.start : x.end] for x in lines if x.kind in ("byline", "dateline"))
    body = "\n".join(text[x.start : x.end] for x in lines if x.kind == "body")
    return tuple(
        shown
        for (shown, credit), (_, said) in zip(IN_CREDIT, IN_BODY, strict=True)
        if credit.search(credits) or said.search(body)
    )
