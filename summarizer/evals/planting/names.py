"""Names in a text, by their capitals alone, and whether two of them are one.

Written apart from the checker's own reading of names on purpose: a measure that shares the eye of what it measures is
blind where that is blind. It errs towards taking two names for one, since a swap of aliases would be no error.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from summarizer.evals.planting.edits import Place, tokens

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
CALENDAR = frozenset(f"{_DAYS} {_MONTHS} jan feb mar apr jun jul aug sept sep oct nov dec".split())
_NEVER = """a an the this that these those it its he she they we you i his her their our my your there here what
when where which who whom whose why how if in on at by of for to from with as and but or nor so yet not no all some
any each both after before during since until while although though because according meanwhile later earlier last
next also even just only then than now still more most many much few one two three four five six seven eight nine
ten yes per via about over"""
NEVER = frozenset(_NEVER.split()) | CALENDAR
_TITLES = """envoy president vice deputy prime minister premier chancellor secretary general chief chairman
chairwoman director ambassador governor mayor senator sen rep representative congressman congresswoman judge justice
sheriff attorney officer spokesman spokeswoman spokesperson king queen prince princess pope bishop archbishop
cardinal reverend rev father sir lord lady dame mr mrs ms miss dr doctor prof professor gen colonel col captain capt
major maj lieutenant lt sgt sergeant cpl commander admiral marshal coach manager ceo leader foreign defense defence
interior finance former speaker chef actor actress singer director editor analyst detective inspector superintendent
constable pvt private staff first"""
TITLES = frozenset(_TITLES.split())
_INNER = "of the de la del al bin ibn van von der den du di da"
INNER = frozenset(_INNER.split())
_PLACES = """russia russian moscow kremlin; ukraine ukrainian kiev kyiv; china chinese beijing; japan japanese tokyo;
france french paris; germany german berlin; britain british london uk england english u.k; iran iranian tehran;
iraq iraqi baghdad; israel israeli jerusalem; syria syrian damascus; turkey turkish ankara; egypt egyptian cairo;
india indian delhi; pakistan pakistani islamabad; spain spanish madrid; italy italian rome; greece greek athens;
poland polish warsaw; mexico mexican; canada canadian ottawa; australia australian canberra; libya libyan tripoli;
america american americans us u.s usa states washington; afghanistan afghan kabul; vatican pope francis;
sweden swedish stockholm; norway norwegian oslo; denmark danish copenhagen; cuba cuban havana; brazil brazilian;
yemen yemeni sanaa houthi; lebanon lebanese beirut; nigeria nigerian abuja; kenya kenyan nairobi; texas texan;
california californian; eu european europe brussels; nato alliance; ireland irish dublin; scotland scottish"""
PLACES = {w: n for n, line in enumerate(_PLACES.split(";")) for w in line.split()}
_KOREA = {"seoul": "south", "south": "south", "pyongyang": "north", "north": "north"}
_ADJECTIVES = "french greek czech thai arab dutch german swiss muslim christian jewish islamic republican democratic"
ADJECTIVES = frozenset(_ADJECTIVES.split())
ADJECTIVE_END = re.compile(r"(?:[iea]an|ish|ese|raqi|raeli|stani|emeni|audi|-[a-z]+)$")


def find(text: str, lower: frozenset[str] = frozenset()) -> Iterator[Place]:
    """Each name in order, without the titles before it; a possessive ending is left out.

    `lower` has the words that the same sources write small: such a word is no name where it opens a sentence.
    """
    run: list[Place] = []
    opens = True
    for token in tokens(text):
        gap = text[run[-1].end : token.start] if run else ""
        if run and gap.strip(" ") and not re.fullmatch(r"\.? ", gap):
            yield from _named(run)
            run = []
        if _part_of_name(token, lower, opens and not run):
            run.append(token)
        elif not (run and token.text in INNER):
            yield from _named(run)
            run = []
        elif run:
            run.append(token)
        opens = text[token.end : token.end + 1] in tuple('.!?:”"\n')
    yield from _named(run)


def _part_of_name(token: Place, lower: frozenset[str], opens: bool) -> bool:
    word = re.sub(r"['’]s$", "", token.text)
    if not word[:1].isupper() or word.casefold() in NEVER or re.search(r"['’](?:t|re|ve|ll|m|d)$", token.text):
        return False
    return not (opens and word.casefold() in lower)  # "Early last year" opens with no name


def _named(run: list[Place]) -> Iterator[Place]:
    """The name in a run of capitals: cut behind its last title and at a possessive, trimmed of "of" and "the"."""
    for at, token in enumerate(run):
        if re.search(r"['’]s?$", token.text) and at + 1 < len(run):
            yield from _named(run[: at + 1])
            yield from _named(run[at + 1 :])
            return
    last = max((i for i, t in enumerate(run) if t.text.casefold().rstrip(".") in TITLES), default=-1)
    hyphened = [i for i, t in enumerate(run) if t.text.casefold().split("-")[0] in TITLES and "-" in t.text]
    run = run[max([last, *hyphened]) + 1 :]
    while run and run[0].text in INNER:
        run = run[1:]
    while run and run[-1].text in INNER:
        run = run[:-1]
    if run:
        text = " ".join(t.text for t in run)
        bare = re.sub(r"['’]s?$", "", text)
        if len(bare) > 1:
            yield Place(run[0].start, run[-1].end - (len(text) - len(bare)), bare)


def adjective(name: str) -> bool:
    """Whether the name goes before a noun ("Russian"), so that a country cannot stand in its place."""
    last = name.split()[-1].casefold()
    return last in ADJECTIVES or ADJECTIVE_END.search(last) is not None


@lru_cache(maxsize=65536)
def same(one: str, other: str) -> bool:
    """Whether two names may be one: a part of the other, another spelling, an acronym, a capital for its country."""
    a, b = _parts(one), _parts(other)
    if not a or not b or set(a) <= set(b) or set(b) <= set(a):
        return True
    if _korea(a) and _korea(b):
        return _korea(a) == _korea(b)
    if {PLACES[w] for w in a if w in PLACES} & {PLACES[w] for w in b if w in PLACES}:
        return True
    short, long = sorted((one, other), key=len)
    initials = "".join(w[0] for w in long.split() if w[0].isupper())
    if short.replace(".", "") in (initials, initials[1:]) and len(initials) > 1:
        return True
    return len(a) == len(b) and all(_alike(x, y) for x, y in zip(a, b, strict=True))


def _parts(name: str) -> list[str]:
    return [w.strip(".").casefold() for w in re.split(r"[\s-]+", name) if w.casefold() not in INNER]


def _korea(parts: list[str]) -> str:
    known = {_KOREA[w] for w in parts if w in _KOREA}
    return known.pop() if len(known) == 1 else ""


def _alike(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.75)
