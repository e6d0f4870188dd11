"""Errors of the right words in the wrong place: an aside, a title, a place or a negation that belongs to another."""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.evals.planting import cues, names
from summarizer.evals.planting.edits import capital, put, quoted, tidy
from summarizer.evals.planting.nouns import Base, Change, Material

ASIDE = re.compile(r", (?P<aside>(?:the|an?|who|whose) [^,.“”\"]{4,80}), (?=[a-z])")
PLACE = re.compile(r" (?:in|at|near) (?:the )?(?P<name>[A-Z][\w’']+(?: [A-Z][\w’']+)*)(?=[.,])")
SAYING = re.compile(r"[^,“”\"]{2,60} (?:said|announced|confirmed|claimed|reported)(?= (?!in|at|on|\w+day))")
SAID_NOT = re.compile(
    rf"\b(said|claimed|announced|reported)((?: that)? [^,.“”\"]{{2,40}}) ({'|'.join(cues.AUXILIARIES)}) not\b"
)
NOT_SAID = re.compile(
    rf"\bdid not (say|claim|announce|report)((?: that)? [^,.“”\"]{{2,40}} (?:{'|'.join(cues.AUXILIARIES)})) "
)
PAST = {"say": "said", "claim": "claimed", "announce": "announced", "report": "reported"}
BARE = {past: bare for bare, past in PAST.items()}


def place(base: Base) -> Iterator[Change]:
    """Where a thing happens made where it was said."""
    said = SAYING.match(base.text)
    for match in PLACE.finditer(base.text):
        if said and said.end() < match.start() and match["name"].split()[0].casefold() not in names.CALENDAR:
            text = base.text[: said.end()] + match[0] + base.text[said.end() : match.start()] + base.text[match.end() :]
            yield Change(capital(text), f"“{match[0].strip()}” to the saying")


def aside(base: Base, material: Material) -> Iterator[Change]:
    """What is said of one name in an aside, said of another name of the sentence."""
    for match in ASIDE.finditer(base.text):
        found = [n for n in names.find(base.text, material.lower) if not names.adjective(n.text)]
        owner = [n for n in found if n.end == match.start()]
        for other in found:
            apart = owner and not names.same(owner[0].text, other.text) and other.start >= match.end()
            free = base.text[other.end : other.end + 1] in (" ", ",", ".") and not base.text[other.end :].startswith(
                " of "
            )
            if apart and free and not names.adjective(other.text):
                rest = base.text[match.end() : other.end] + f", {match['aside']}," + base.text[other.end :]
                yield Change(tidy(base.text[: match.start()] + " " + rest), f"“{match['aside']}” to {other.text}")


def titles(base: Base, material: Material) -> Iterator[Change]:
    """Two names with their titles before them in each other's place, the titles left."""
    found = [n for n in names.find(base.text, material.lower) if _titled(base.text[: n.start])]
    for one, other in pairwise(found):
        if not names.same(one.text, other.text):
            between = base.text[one.end : other.start]
            text = base.text[: one.start] + other.text + between + one.text + base.text[other.end :]
            yield Change(text, f"{one.text} <-> {other.text} under each other's title")


def _titled(before: str) -> bool:
    word = before.rstrip(" .").split(" ")[-1].casefold()
    return word in names.TITLES or word.split("-")[0] in names.TITLES


def negation(base: Base) -> Iterator[Change]:
    """Said that not, for did not say that; and the other way."""
    if quoted(base.text):
        return
    for match in SAID_NOT.finditer(base.text):
        new = f"did not {BARE[match[1]]}{match[2]} {match[3]}"
        yield Change(put(base.text, match.start(), match.end(), new), "“said … not” -> “did not say”")
    for match in NOT_SAID.finditer(base.text):
        new = f"{PAST[match[1]]}{match[2]} not "
        yield Change(put(base.text, match.start(), match.end(), new), "“did not say” -> “said … not”")
