"""How many: figures with their unit, what they count and how firmly, and the check that the evidence states each.

"12,000" is no support for "1,500", "1.5 million" none for "15 million", "up to 12,000" none for "12,000", and "1,500
soldiers" none for "1,500 tanks". Ordinals, model names, clock times and dates are not quantities; the wording check
holds those to the letter.
"""

import re
from bisect import bisect_right
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.dates import dates
from summarizer.checking.figures import figures
from summarizer.checking.lexicon import COUNTED, word_set
from summarizer.checking.reading import Token, fold, key, read
from summarizer.checking.signs import below_zero

TIME = re.compile(
    r"(?<![\w.,:$])(?:\d?\d(?::\d\d){1,2}\b|\d?\d(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|GMT\b|o['’]clock))", re.IGNORECASE
)
HEDGES = {
    "about": "about|around|roughly|some|approximately|nearly|almost|approx|circa|close to|an estimated|estimated",
    "at least": "over|exceeding|at least|more than|no fewer than|not less than|upwards of|not fewer than|no less than",
    "up to": "under|below|up to|as many as|as much as|at most|no more than|fewer than|less than|not more than",
}
_HEDGE = {phrase: kind for kind, row in HEDGES.items() for phrase in row.split("|")}
HEDGE = re.compile(
    rf"\b(?:{'|'.join(sorted(_HEDGE, key=len, reverse=True))})(?: (?:an?|the|another|estimated))?\s*$", re.IGNORECASE
)
STOP = word_set(
    """to in on at from by for with as and or but that which who whom were was are is be been had has have may
    might could would will can into onto over under after before since when while where if than per during
    against among between near it they he she this these those not more less during amid off out up down a an
    the"""
)
PLURALS = word_set("person people men women children police troops dead personnel staff man woman child percent")
MOST = 50  # figures of one value that are looked at
LATER = 7  # how far from its figure, in words, the evidence may name what is counted


class Quantity(NamedTuple):
    """One figure, `text[start:end]`. `unit`: "%", "points", "usd"…; `noun`: the head of what is counted; `hedge`:
    "about", "at least" or "up to"."""

    value: Fraction
    unit: str | None
    noun: str | None
    hedge: str | None
    start: int
    end: int


_MONEY = {key(name): unit for name, unit in (("dollar", "usd"), ("euro", "eur"), ("pound", "gbp"), ("yen", "yen"))}


def _noun(tokens: tuple[Token, ...], after: int) -> str | None:
    """The head of what is counted: the first plural, or else the last word, of the words right of the figure."""
    run: list[str] = []
    for token in tokens[after : after + 7]:
        word = fold(token.text)
        if word == "of" and not run:
            continue
        if word in ("of", "-") or (not token.key and token.text not in "’'") or word in STOP or token.text[0].isdigit():
            if word == "-":
                continue
            if not run and word in ("the", "their", "its", "his", "a"):
                continue
            break
        run.append(word)
        if word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "us")) and len(word) > 3):
            return key(word)
    return key(run[-1]) if run else None


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure of `text`, in order; offsets in code points."""
    if not (raw := figures(text)):
        return ()
    covered = bytearray(len(text))
    for span in (*((w.start, w.end) for w in dates(text)), *(m.span() for m in TIME.finditer(text))):
        covered[span[0] : span[1]] = b"\1" * (span[1] - span[0])
    passage = read(text)
    place = {t.start: i for i, t in enumerate(passage.tokens)}
    found: list[Quantity] = []
    for start, end, value, unit, loose in raw:
        if covered[start] or covered[end - 1]:
            continue
        covered[start:end] = b"\1" * (end - start)
        following = end
        while following < len(text) and following not in place:
            following += 1
        noun = _noun(passage.tokens, place[following]) if following in place else None
        left = HEDGE.search(text[max(0, start - 24) : start])
        if value == 1 and text[start:end].lower() == "one" and not (left and noun != "of"):
            continue  # a pronoun more often than a figure; "at least one" is a figure
        hedge = _HEDGE.get(re.sub(r" (?:an?|the|another)$", "", left.group().strip().lower())) if left else None
        hedge = hedge or ("about" if loose else None)
        unit = unit or _MONEY.get(noun or "")
        found.append(Quantity(value, unit, noun, hedge, start, end))
    return tuple(sorted(found, key=lambda q: q.start))


_SETS: dict[str, set[int]] = {}
for _n, _group in enumerate(COUNTED):
    for _w in _group:
        _SETS.setdefault(key(_w), set()).add(_n)


def same_noun(a: str | None, b: str | None) -> bool:
    """Whether two heads may name one thing counted; an unknown one may be anything."""
    return a is None or b is None or a == b or bool(_SETS.get(a, set()) & _SETS.get(b, set()))


def _near(noun: str, quantity: Quantity, quote: str) -> bool:
    """Whether the evidence names `noun` within a few words of its figure."""
    tokens = read(quote).tokens
    at = bisect_right(tokens, quantity.start, key=lambda t: t.end)
    return any(t.key and same_noun(noun, t.key) for t in tokens[max(0, at - LATER) : at + LATER + 1])


def _holds(mine: Quantity, theirs: Quantity, quote: str) -> str:
    """Why `theirs`, of the same value and unit, does not state `mine`; empty if it does."""
    counted = mine.noun if mine.noun not in _MONEY else None
    if counted and not same_noun(counted, theirs.noun) and not _near(counted, theirs, quote):
        return "noun"
    # Making a firm figure vague is no falsehood; making a vague one firm, or moving a bound, is.
    return "" if mine.hedge == theirs.hedge or (theirs.hedge is None and mine.hedge == "about") else "hedge"


def _made_firm(comparison: Comparison, wanted: tuple[Quantity, ...]) -> str:
    """An "at least one" of the evidence that the text turned into "one", which alone is no quantity."""
    kept = {q.hedge for q in wanted if q.value == 1}
    ones = [i for i, t in enumerate(comparison.text.tokens) if t.key == key("one") and comparison.at[i] >= 0]
    for i in ones:
        at = comparison.context.tokens[comparison.at[i]]
        for q in quantities(comparison.context.text):
            if q.start == at.start and q.value == 1 and q.hedge and q.hedge not in kept:
                return comparison.context.text[max(0, q.start - 12) : q.end].strip()
    return ""


def check(comparison: Comparison) -> Finding:
    """Every figure of the text stands in the evidence with its value, unit, noun and hedge."""
    text = comparison.text.text
    below = below_zero(text) - below_zero(comparison.source.text)
    if below:
        return Finding("numbers", False, f"-{min(below)} is not in the cited text", True)
    wanted = quantities(text)
    known = [(q, piece.quote) for piece in comparison.evidence for q in quantities(piece.quote)]
    equal: dict[tuple[Fraction, str | None], list[tuple[Quantity, str]]] = {}
    for q, quote in known:
        equal.setdefault((q.value, q.unit), []).append((q, quote))
    for mine in {(q.value, q.unit, q.noun, q.hedge): q for q in wanted}.values():
        faults = [(_holds(mine, q, quote), q, quote) for q, quote in equal.get((mine.value, mine.unit), ())[:MOST]]
        if any(not fault for fault, _, _ in faults):
            continue
        shown = text[mine.start : mine.end]
        for kind, reason in (("hedge", "is hedged otherwise"), ("noun", "counts something else")):
            near = next((f for f in faults if f[0] == kind), None)
            if near:
                seen = near[2][max(0, near[1].start - 12) : near[1].end + 24].strip()
                return Finding("numbers", False, f"{shown} {reason} in the cited text: “{seen}”", True)
        rival = next((k for k in known if mine.unit == k[0].unit and same_noun(mine.noun, k[0].noun)), None)
        instead = f"; it says {rival[1][rival[0].start : rival[0].end]}" if rival else ""
        return Finding("numbers", False, f"{shown} is not in the cited text{instead}", rival is not None)
    if firm := _made_firm(comparison, wanted):
        return Finding("numbers", False, f"the cited text says “{firm}”; the sentence makes it exact", True)
    return Finding("numbers", True, ", ".join(text[q.start : q.end] for q in wanted))
