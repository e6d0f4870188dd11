"""Where the figures of a text stand and what each comes to, in digits or words: "6½", "half a million", "two thirds".

A figure is read whole or not at all: in "a quarter of a million" stand neither a share of 25 per cent nor a million.
What a figure counts and how firmly it is meant is for `numbers` to say. This is the hottest path of all checking: every
pattern costs linear time, and none is tried on a text that lacks the words that it needs.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from summarizer.checking.lexicon import listed
from summarizer.checking.signs import share

SMALL = {
    w: n
    for n, w in enumerate(
        listed(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
        )
    )
}
TENS = {w: n * 10 for n, w in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
SCALES = {"hundred": 100, "dozen": 12, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, **SCALES}
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "scores": 20,
}
_PART_NAMES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
PARTS = {**_PART_NAMES, "tenth": 10, "tenths": 10, **{f"{p}s": n for p, n in _PART_NAMES.items() if n > 2}}
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8)}
TWO = frozenset(("couple", "pair"))
# A pair of these is one thing.
PAIRED = frozenset(
    listed(
        """shoes boots gloves socks trousers pants jeans shorts tights glasses spectacles goggles scissors pliers hands
    eyes wings knickers leggings underpants sandals slippers trainers sneakers skis earrings handcuffs headphones
    binoculars"""
    )
)
NUMERALS = frozenset((*SMALL, *TENS, *SCALES, "half"))
SPELLED = frozenset((*NUMERALS, *VAGUE, *PARTS, *TWO))
LETTERS = re.compile(r"[a-z]+")
_WORD = "|".join((*SMALL, *TENS, *SCALES, "half"))
_SCALE = "|".join(SCALES)
# "and a half" behind a figure, unless it is half of what follows: six and a half-empty buses.
_AND_PART = (
    r"(?: and (?:an?|one) (?:half|quarter)\b(?!-| of)| and three[ -]quarters\b(?! of)|-and-a-(?:half|quarter)\b)"
)
FIGURE = re.compile(
    r"(?<![\w.,:])(?<!\w[-–])(?P<cur>US\$|[$€£¥])?\s?"
    rf"(?:(?P<num>\d+(?:,\d{{3}}|, 000)*(?:\.\d+)?)"
    rf"(?P<add> ?[{''.join(VULGAR)}]|[ -][123]/[2348](?![\d/])|{_AND_PART})?"
    rf"|(?P<only>[{''.join(VULGAR)}])(?:(?: of)? an?(?= (?:{_SCALE})\b))?)"
    r"(?:[ -]?(?P<scale>(?:hundred|thousand|million|billion|trillion|dozen|bn|mn|mln|tn|[kmb])\b))?"
    r"(?:\s?(?P<pct>%|percent\b|per cent\b|percentage[ -]points?\b))?(?![\w])(?!:\d)"
)
WORDS = re.compile(
    rf"\b(?:a |half a )?(?P<num>(?:(?:{_WORD})(?:(?:(?<=hundred)|(?<=thousand)) and | |-))*(?:{_WORD}))\b"
    rf"(?:(?P<add>{_AND_PART})(?: (?P<scale>{_SCALE})\b)?)?"
    r"(?:(?P<pct> percent\b| per cent\b| percentage[ -]points?\b))?",
    re.IGNORECASE,
)
RATIO = re.compile(
    rf"\b(?P<a>{'|'.join(SMALL)}|\d+) (?:in|out of) (?:every )?(?P<b>{'|'.join(SMALL)}|\d+)\b", re.IGNORECASE
)
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_PART = (
    rf"\b(?:(?P<n>an?|one|another|{'|'.join(_COUNT)})(?P<tie>[ -]| - )(?:(?:full|good|whole|mere|further) )?)?"
    rf"(?P<p>{'|'.join(sorted(PARTS, key=len, reverse=True))})\b"
)
OF_SCALE = re.compile(
    rf"{_PART}(?:(?: of|(?<=half)) (?:an?|one) |[ -](?=(?:{_SCALE})\b)(?<=half.|rter.))(?P<scale>{_SCALE})\b",
    re.IGNORECASE,
)
# A bare "third" is one in a row: it is a share behind "by", and only where no word follows that it could belong to.
_NEXT = r"(?=\W*$|[.,;:!?)]| (?:in|to|on|since|from|over|and|but|compared|this|last|at|after|when|as|while|within)\b)"
PART = re.compile(rf"{_PART}(?:(?P<of>(?= of\b| the\b))|(?P<bare>{_NEXT}))?", re.IGNORECASE)
BY = re.compile(r"\bby (?:about |around |nearly |almost |over |more than |some |roughly |at least |up to )?$")
BEFORE = 16  # code points that the words above take at most
VAGUES = re.compile(rf"\b(?:(?P<tens>tens|hundreds|dozens) of )?(?P<v>{'|'.join(VAGUE)})\b", re.IGNORECASE)
FEW = re.compile(r"\ba (?P<two>couple|pair) of (?P<noun>[a-z]+)(?P<more>(?: [a-z-]+){0,2})", re.IGNORECASE)


class Figure(NamedTuple):
    """`text[start:end]` comes to `value` of `unit` ("%", "points", "usd"…). `loose`: the words are no exact count."""

    start: int
    end: int
    value: Fraction
    unit: str | None
    loose: bool = False


def figures(text: str) -> list[Figure]:
    """Every figure that `text` could hold, overlapping ones in order of trust; offsets in code points."""
    digits = any(map(str.isnumeric, text))
    words = SPELLED.intersection(LETTERS.findall(text.lower()))
    if not (digits or words):
        return []
    found: list[Figure] = []
    spelled: list[Figure] = []
    if not NUMERALS.isdisjoint(words):
        for match in WORDS.finditer(text):
            value = _spelled(match)
            if value is not None:
                kept = found if match["add"] else spelled
                kept.append(Figure(match.start(), match.end(), value, share(match["pct"])))
    if digits or spelled:
        found.extend(_ratios(text))
    if digits:
        found.extend(_digits(text))
    if not PARTS.keys().isdisjoint(words):
        found.extend(_shares(text))
    if not VAGUE.keys().isdisjoint(words):
        for match in VAGUES.finditer(text):
            unit = (match["tens"] or "").lower() + " " + match["v"].lower()
            found.append(Figure(match.start(), match.end(), Fraction(VAGUE[match["v"].lower()]), unit))
    if not TWO.isdisjoint(words):
        found.extend(_twos(text))
    return [*found, *spelled]


def _spelled(match: re.Match[str]) -> Fraction | None:
    """ "twelve thousand" as 12,000; None where the words are no figure of their own ("a", "half")."""
    total = part = Fraction(0)
    last = 1
    for word in re.split(r"[ -]+", match["num"].lower()):
        if word in SMALL or word in TENS:
            part += SMALL.get(word, 0) or TENS.get(word, 0)
            last = 1
        elif word == "half":
            part, last = Fraction(1, 2), 1
        elif word in SCALES:
            part = part or (Fraction(1, 2) if match.group().lower().startswith("half a ") else Fraction(1))
            part, last = part * SCALES[word], SCALES[word]
            if last >= 1000:
                total, part = total + part, Fraction(0)
    value = total + part
    if value == Fraction(1, 2):
        return None
    if match["add"]:  # "a million and a half", "two and a half million"
        value = (value + _added(match["add"]) * last) * SCALES.get((match["scale"] or "").lower(), 1)
    return value


def _added(words: str) -> Fraction:
    """What "½", " 1/2", " and a half" or " and three quarters" adds."""
    bare = words.strip(" -").lower()
    if bare in VULGAR:
        return Fraction(*VULGAR[bare])
    if "/" in bare:
        return Fraction(bare)
    return Fraction(3 if "three" in bare else 1, 2 if "half" in bare else 4)


LONGEST = 60  # characters: more digits count nothing, and Python refuses to read thousands of them


def _digits(text: str) -> Iterator[Figure]:
    for m in FIGURE.finditer(text):
        if m["num"] and len(m["num"]) > LONGEST:
            continue
        base = Fraction(*VULGAR[m["only"]]) if m["only"] else Fraction(m["num"].replace(",", "").replace(" ", ""))
        value = (base + (_added(m["add"]) if m["add"] else 0)) * SHORT.get((m["scale"] or "").lower(), 1)
        unit = share(m["pct"]) or {"$": "usd", "US$": "usd", "€": "eur", "£": "gbp", "¥": "yen"}.get(m["cur"] or "")
        if m["only"] and text.startswith((" of ", " the "), m.end()):
            value, unit = value * 100, "%"
        yield Figure(m.start("cur") if m["cur"] else m.start("only" if m["only"] else "num"), m.end(), value, unit)


def _ratios(text: str) -> Iterator[Figure]:
    for match in RATIO.finditer(text):
        if max(map(len, match.group("a", "b"))) > LONGEST:
            continue
        above, below = (Fraction(SMALL.get(g.lower()) or (int(g) if g.isdigit() else 0)) for g in match.group("a", "b"))
        if 0 < above < below:
            yield Figure(match.start(), match.end(), above / below * 100, "%")


def _shares(text: str) -> Iterator[Figure]:
    """ "A quarter of a million" as 250,000, "two thirds" as a share; "the third", "three quarters in a row" as none."""
    for match in OF_SCALE.finditer(text):
        yield Figure(match.start(), match.end(), _part(match) * SCALES[match["scale"].lower()], None)
    for match in PART.finditer(text):
        if _is_share(match, text):
            yield Figure(match.start(), match.end(), _part(match) * 100, "%")


def _part(match: re.Match[str]) -> Fraction:
    return Fraction(_COUNT.get((match["n"] or "a").lower(), 1), PARTS[match["p"].lower()])


def _is_share(match: re.Match[str], text: str) -> bool:
    many, part = (match["n"] or "").lower(), match["p"].lower()
    whole = match["of"] is not None
    if many in _COUNT:
        # Quarters are of years and of towns too.
        return part.endswith("s") and (whole or part != "quarters" or "-" in match["tie"])
    if part.endswith("s"):
        return False
    if whole and (many or part == "half"):
        return True
    if many == "one" and "-" in match["tie"]:
        return True
    bare = match["bare"] is not None and (many or part == "half")
    return bool(bare and BY.search(text, max(0, match.start() - BEFORE), match.start()))


def _twos(text: str) -> Iterator[Figure]:
    """ "A couple of men" as about two, "a couple of hundred" as about 200, "a pair of men" as two."""
    for match in FEW.finditer(text):
        couple, noun = match["two"].lower() == "couple", match["noun"].lower()
        if noun in SCALES:
            yield Figure(match.start(), match.end("noun"), Fraction(2 * SCALES[noun]), None, couple)
        elif couple or PAIRED.isdisjoint([noun, *match["more"].lower().split()]):
            yield Figure(match.start(), match.end("two"), Fraction(2), None, couple)
