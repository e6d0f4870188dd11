"""Whose statement a sentence rests on, by whatever name its sources give him.

Three papers that write "the spy agency said" are one statement told three times. So a speaker is known by more than his
letters: "the spy agency" is whom the article named a sentence before, "NIS" the agency with these initials, "the vice
minister" the man of whom some article says so. Where that cannot be told, two names are two voices.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.checking.lexicon import COUNTRIES, listed, word_set
from summarizer.checking.names import TIED
from summarizer.checking.reading import Token, fold, key, read
from summarizer.checking.seats import SEATS

LONGEST = 16  # tokens of a speaker's name
CAPITALISED = re.compile(r"[A-Z]\w*")
OFFICES = listed(
    """minister president premier mayor governor embassy government regulator union army military guard office
    commission council authority prosecutor hospital party chief director secretary ambassador sheriff leader
    chairman"""
)
# Words for one kind of body or office: "the spy agency" may be the Intelligence Service.
KIND = {key(word): word for word in OFFICES} | {
    key(word): kind
    for kind, words in {
        "agency": "agency service bureau",
        "ministry": "ministry department",
        "police": "police policeman policemen",
        "spokesman": "spokesman spokeswoman spokesperson",
        "company": "company firm operator maker manufacturer group",
        "court": "court judge",
    }.items()
    for word in words.split()
}
QUALITY = {
    key(word): quality
    for quality, words in {
        "spy": "spy intelligence",
        "foreign": "foreign",
        "defence": "defence defense",
        "health": "health medical",
        "drug": "drug medicine medicines drugs",
    }.items()
    for word in words.split()
}
COUNTRY = {key(name): country for name, country in COUNTRIES.items()} | {c: c for c in COUNTRIES.values()}
CAPITALS = {key(seat): country.replace(" ", "") for seat, country in SEATS.items()}
EMPTY = word_set("state official the a an its his her their national and of for in 's mr mrs ms dr own top senior")
# What makes another office of an office: the prime minister is not "the minister".
RANKS = word_set("prime vice deputy former acting assistant shadow opposition")
# Many people without a name: who says it here is not who says it there.
ANYONE = word_set(
    """officials sources witnesses residents people experts analysts some many others reports media outlets critics
    they we you who one survivors passengers neighbours neighbors observers officials activists lawyers doctors
    scientists economists"""
)


class Voice(NamedTuple):
    """A speaker: `text` as the source has it, the names in it, the kind of body, what sets it apart, its country."""

    text: str
    names: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def is_somebody(self) -> bool:
        return bool(self.names or self.kinds or self.places)


NOBODY = Voice("")


def voice(text: str) -> Voice:
    """The speaker that `text` names; NOBODY where it names a crowd."""
    tokens = read(text).tokens[:LONGEST]
    if any(fold(t.text) in ANYONE for t in tokens):
        return NOBODY
    places, rest = _places(tokens)
    ranks = [fold(t.text) for t in rest if fold(t.text) in RANKS]
    kinds = frozenset(_office(KIND[t.key], ranks) for t in rest if t.key in KIND)
    qualities = frozenset(QUALITY[t.key] for t in rest if t.key in QUALITY)
    own = [
        t
        for t in rest
        if t.content and not {t.key} & (KIND.keys() | QUALITY.keys()) and fold(t.text) not in EMPTY | RANKS
    ]
    names = frozenset(fold(t.text) if t.text.isupper() else t.key for t in own if t.text[0].isupper())
    if kinds and not names:
        qualities |= {t.key for t in own if t.text[0].islower()}
    return Voice(text.strip(), names, kinds, qualities, places)


def _office(kind: str, ranks: Iterable[str]) -> str:
    return " ".join((*sorted(set(ranks)), kind))


def _places(tokens: Sequence[Token]) -> tuple[frozenset[str], list[Token]]:
    """The countries that a name holds, "Seoul" for South Korea, and its other words."""
    found: set[str] = set()
    rest: list[Token] = []
    tied = ""
    for token in tokens:
        country = COUNTRY.get(token.key) or CAPITALS.get(token.key)
        if country:
            found.add(tied + country if country == "korea" else country)
            tied = ""
        elif fold(token.text) in TIED:
            tied = token.key
        elif token.key:
            rest.append(token)
    return frozenset(found), rest


def same_voice(one: Voice, other: Voice, aliases: frozenset[tuple[str, str]] = frozenset()) -> bool:
    """Whether two names are of one speaker.

    `aliases` pairs a name with the kind of office that some article gives its bearer.
    """
    if not (one.is_somebody and other.is_somebody) or (one.places and other.places and one.places != other.places):
        return False
    if _initials(one, other) or _initials(other, one):
        return True
    if one.names and other.names:
        return one.names <= other.names or other.names <= one.names
    alike = one.qualities <= other.qualities or other.qualities <= one.qualities
    if one.names or other.names:
        named, plain = (one, other) if one.names else (other, one)
        return alike and any((name, kind) in aliases for name in named.names for kind in plain.kinds)
    if not one.kinds and not other.kinds:
        return one.places == other.places
    return bool(one.kinds & other.kinds) and alike


def _initials(short: Voice, long: Voice) -> bool:
    """Whether one name is the other's initials: NIS for the National Intelligence Service."""
    name = next(iter(short.names), "")
    if len(short.names) != 1 or len(name) < 2 or name.upper() not in short.text:
        return False
    return "".join(w[0] for w in CAPITALISED.findall(long.text)).casefold().endswith(name)


def aliases(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Which names bear which office, wherever a text says so: "Kim Hong-kyun, the vice minister"; "Governor Sel"."""
    return frozenset(
        (name, kind)
        for text in texts
        for found in (*APPOSITION.finditer(text), *TITLE.finditer(text))
        for kind in [_office(KIND[key(found["kind"].split()[-1])], _ranks(text, found))]
        for name in voice(found["name"]).names
    )


def _ranks(text: str, found: re.Match[str]) -> list[str]:
    """The rank that stands just before the office: "the deputy mayor"."""
    before = fold(text[max(0, found.start("kind") - LONGEST) : found.start("kind")]).split()[-1:]
    return [word for word in before if word in RANKS]


_KINDS = "minister|president|premier|mayor|governor|ambassador|sheriff|director|chairman|spokesman|spokeswoman|leader"
_WORD = r"[A-Z][\w’'-]{1,30}"
_NAME = rf"(?P<name>\b{_WORD}(?: {_WORD}){{0,3}})"
APPOSITION = re.compile(rf"{_NAME}, (?:the |a |an |its |his )?(?:[\w’'.-]{{1,30}} ){{0,4}}?(?P<kind>{_KINDS})\b")
TITLE = re.compile(rf"\b(?P<kind>(?ai:{_KINDS})) {_NAME}")
