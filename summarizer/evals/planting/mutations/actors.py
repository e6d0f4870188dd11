"""Errors of who: another name, two names exchanged, done to for done by, another role, a name added."""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.evals.planting import cues, names
from summarizer.evals.planting.edits import Place, capital, find, one_way, put, swaps, tokens
from summarizer.evals.planting.nouns import Base, Change, Material

COMPASS = one_way("north > south; south > north; east > west; west > east; northern > southern; southern > northern")
ROLES = one_way("""
ambassador > president, consul; president > prime minister, former president; prime minister > president, king
governor > mayor, senator; mayor > governor, police chief; senator > congressman, governor; congressman > senator
spokesman > director, lawyer; spokeswoman > director, lawyer; general > colonel; colonel > general; judge > prosecutor
sheriff > mayor; lawyer > prosecutor, brother; attorney > judge; prosecutor > defense lawyer, judge; doctor > nurse
professor > student; teacher > principal; principal > teacher; director > deputy director; chairman > treasurer
secretary-general > former secretary-general; captain > lieutenant; coach > captain; editor > reporter
analyst > minister
king > prince; queen > princess; prince > king; bishop > cardinal; pope > cardinal
minister > ambassador, deputy minister
vice minister > foreign minister; foreign minister > defense minister; police chief > mayor; officer > sergeant
witness > suspect; suspect > witness; victim > suspect; neighbor > cousin; reporter > editor; pilot > passenger
secretary > undersecretary; leader > deputy leader; founder > employee; owner > tenant; winner > runner-up
candidate > winner; defendant > plaintiff; plaintiff > defendant; chief executive > finance director; ceo > chairman
police > army; navy > army; army > navy; court > parliament; parliament > court; embassy > consulate; ministry > army
""")
MIDDLE_VERB = re.compile(
    r"\b[a-z]{3,}(?:ed|s)\b|\b(?:met|told|sent|gave|took|won|beat|shot|led|sued|struck|hit|left)\b"
)
PASSIVE = re.compile(r"\b(was|were|been|being) ((?:[a-z]+ly )?[a-z]+(?:ed|en|wn|ght|ot)) by (?=[A-Za-z])")
ACTIVE = re.compile(r"(?<=[\w’']) ([a-z]{3,}ed) (?=(?:the|a|an|his|her|their|its) [a-z]|[A-Z][a-z])")
_SPOKEN = (
    "stressed reported announced predicted stated started ended attended needed visited entered reached wanted hoped"
)
NO_PASSIVE = frozenset((*cues.SAID, *_SPOKEN.split(), "based", "married", "joined", "called", "named", "refused"))
NOT_SUBJECT = frozenset((*cues.AUXILIARIES, "and", "or", "be", "been", "being", "to", "not", "also", "by", "that"))


def name(base: Base, material: Material) -> Iterator[Change]:
    """Another name of the same sources, whole or its last word alone; north for south."""
    strange = material.strange(base)
    for place in names.find(base.text, material.lower):
        for new in strange:
            if names.adjective(new) == names.adjective(place.text):
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
                last, tail = place.text.split()[-1], new.split()[-1]
                if " " in place.text and " " in new and not names.same(last, tail):
                    yield Change(put(base.text, place.end - len(last), place.end, tail), f"{last} -> {tail}")
    for place, other in swaps(base.text, COMPASS):
        named = place.text[:1].isupper() and base.text[place.end : place.end + 2].strip().istitle()
        if named and other not in base.evidence:
            yield Change(put(base.text, place.start, place.end, other), f"{place.text} -> {other}")


def own_name(base: Base, material: Material) -> Iterator[Change]:
    """Another name of the very same spans in the place of one."""
    own = tuple(dict.fromkeys(n.text for n in names.find(base.evidence, material.lower)))
    for place in names.find(base.text, material.lower):
        around = base.text[max(0, place.start - 60) : place.end + 60]
        for new in own:
            fits = names.adjective(new) == names.adjective(place.text)
            if fits and not names.same(new, place.text) and not (new in around and cues.SYMMETRIC.search(around)):
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new} of the same span")


def order(base: Base, material: Material) -> Iterator[Change]:
    """Two names in each other's place, where something is done by the one to the other."""
    found = list(names.find(base.text, material.lower))
    for one, other in pairwise(found):
        between = base.text[one.end : other.start]
        if names.same(one.text, other.text) or names.adjective(one.text) != names.adjective(other.text):
            continue
        around = base.text[max(0, one.start - 12) : one.start] + between
        if cues.SYMMETRIC.search(around) or not MIDDLE_VERB.search(between) or between.strip() in (",", ""):
            continue
        text = base.text[: one.start] + other.text + between + one.text + base.text[other.end :]
        yield Change(capital(text), f"{one.text} <-> {other.text}")


def voice(base: Base) -> Iterator[Change]:
    """Done to for done by: "was hit by" becomes "hit", "hit the" becomes "was hit by the"."""
    for match in PASSIVE.finditer(base.text):
        be, verb = match[1], match[2]
        if be in ("was", "were") and verb.endswith("ed"):
            yield Change(put(base.text, match.start(), match.end(), verb + " "), f"{match[0].strip()} -> {verb}")
    for match in ACTIVE.finditer(base.text):
        before = base.text[: match.start()].split()[-1].casefold()
        after = base.text[match.end() :].split()[0].strip(".,’'").casefold()
        if match[1] in NO_PASSIVE or before in NOT_SUBJECT or before.endswith("ly") or after in names.CALENDAR:
            continue
        new = f" was {match[1]} by "
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[1]} -> was {match[1]} by")


def nouns(base: Base) -> Iterator[Change]:
    """Two common nouns after "the" or "a" in each other's place, with a verb between them."""
    found = [
        Place(m.start(1), m.end(1), m[1]) for m in re.finditer(r"\b(?:[Tt]he|[Aa]n?) ([a-z]{4,})(?= [a-z])", base.text)
    ]
    for one, other in pairwise(found):
        between = base.text[one.end : other.start]
        verb = re.match(r" (?:[a-z]+ed|told|sent|gave|took|hit|beat|shot|sued|struck|left) (?:the|a|an) ", between)
        if one.text != other.text and verb and not cues.SYMMETRIC.search(between):
            text = base.text[: one.start] + other.text + between + one.text + base.text[other.end :]
            yield Change(text, f"{one.text} <-> {other.text}")


def role(base: Base) -> Iterator[Change]:
    """Another office or part for the same person or body."""
    have = base.evidence.casefold()
    for place, new in swaps(base.text, ROLES):
        fixed = base.text[place.start - 1 : place.start] in tuple("-’'") or re.search(
            r"\b(?:vice|deputy|former|ex)\b", base.text[max(0, place.start - 40) : place.start], re.IGNORECASE
        )
        if new.casefold() not in have and not fixed:
            new = new.title() if place.text.istitle() and " " in new else new
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def added(base: Base, material: Material) -> Iterator[Change]:
    """A second one beside a name, who did nothing of the kind."""
    for place in names.find(base.text, material.lower):
        after = base.text[place.end : place.end + 1]
        if (
            names.adjective(place.text)
            or after not in (" ", ",", ".")
            or base.text[place.end :].startswith((" and ", " of "))
        ):
            continue
        nearby = base.text[place.end + 1 :].split()[:1]
        if nearby and nearby[0][:1].isupper():
            continue
        for new in material.strange(base)[:12]:
            if not names.adjective(new):
                yield Change(put(base.text, place.end, place.end, f" and {new}"), f"{place.text} + {new}")


def pronoun(base: Base, material: Material) -> Iterator[Change]:
    """A pronoun filled with a name that its article never has, or turned to the other sex."""
    text = "\n".join(material.texts.get(c.source, "") for c in base.citations)
    foreign = [n for n in material.strange(base) if n.split()[-1] not in text and not names.adjective(n)]
    for place in find(base.text, ("he", "she", "they")):
        if place.text == "I" or base.text[place.end : place.end + 1] in tuple("’'"):
            continue
        for new in foreign[:6]:
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
    has = {t.text.casefold() for t in tokens(base.evidence)}
    for one, other, group in (
        ("he", "she", {"she", "her"}),
        ("she", "he", {"he", "his", "him"}),
        ("his", "her", {"her", "she"}),
    ):
        for place in find(base.text, (one,)):
            if not has & group:
                new = other.capitalize() if place.text[0].isupper() else other
                yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
