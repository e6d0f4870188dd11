"""Errors of how much, how many and where: quantifiers, comparisons, places, restrictions dropped, one made many."""

import re
from collections.abc import Iterator

from summarizer.evals.planting import names
from summarizer.evals.planting.edits import both_ways, ended, find, inside, one_way, put, quoted, stands, swaps
from summarizer.evals.planting.mutations.polarity import opposites
from summarizer.evals.planting.nouns import Base, Change

QUANTIFIERS = one_way("""
all > some, none; some > all, most; most of > all of, some of; many > few, all; few > many; a few > many
every > hardly any
each > one; several > all, two; both > neither; one of the > the only; one of > all of; some of > all of
part of > all of
parts of > all of; half of > all of; the only > one of the; always > sometimes; never > often; often > always
rarely > often
sometimes > always; first > last, second; last > first; much of > all of; at least one > every; any > every
a number of > all
most > all; mostly > entirely; a majority of > all; the majority of > a minority of; no > every; none > all
numerous > a few
hardly > fully; largely > wholly; partly > wholly; everyone > someone; nobody > everybody; once > twice
another > no other
""")
# Where the words are no quantifier: "at all", "most dangerous", "last week", "no one".
NO_QUANTIFIER = re.compile(
    r"\b(?:(?:at|above|after|not|in|of|and|with|for|the) (?:all|any|most|once|last|no|much|some)"
    r"|most (?=[a-z]+(?:ed|ing|ous|ful|ive|al|ly|ant|ent|able|ible|ic)\b)"
    r"|(?:some|no|first|last|each|any) (?=\d|lady\b|of all\b|week|month|year|night|name|one\b|longer|doubt))",
    re.IGNORECASE,
)
COMPARATIVES = both_ways("""
more than / less than; more than / fewer than; higher / lower; larger / smaller; bigger / smaller; better / worse
greater / smaller; earlier than / later than; best / worst; largest / smallest; biggest / smallest; highest / lowest
longest / shortest; oldest / youngest; older / younger; stronger / weaker; strongest / weakest; faster / slower
closer / farther
at least / at most; longer / shorter; more / less; most / least; richer / poorer; cheaper / dearer; deeper / shallower
nearly / more than; up to / at least; superior / inferior; safer / riskier; worse / better
richest / poorest; deadliest / mildest; newest / oldest; latest / first; majority / minority; hotter / colder
softer / harder
""")
SUPERLATIVE = re.compile(
    r"\bthe (?:second-|third-)?((?:larg|bigg|high|old|strong|long|dead|worst|best|great|rich|lat)\w*st|worst|best)\b"
)
BOUND = re.compile(r"\b(over|under|above|below) (?=[$€£]?\d)")
OTHER_BOUND = {"over": "under", "under": "over", "above": "below", "below": "above"}
BEFORE_PLACE = re.compile(
    r"\b(to|from|in|into|at|near|against|with|for|across|outside|inside|through|toward|towards) (?=(?:the )?[A-Z][a-z])"
)
OTHER_PLACE = one_way("""
to > from, near; from > to, near; in > outside, near; into > out of; at > near, outside; near > in, far from
against > for
with > without, against; for > against; outside > inside; inside > outside; across > near; through > around
toward > away from
towards > away from
""")
NO_PLACE = frozenset((*OTHER_PLACE, "according", "due", "next", "thanks", "as", "out"))
LOWER_PLACE = one_way("""
in front of > behind; behind > in front of; alongside > against; along with > instead of; in favor of > against
on behalf of > against; before > after; after > before; during > before, after; since > until; until > since
above > below
between > outside; inside > outside; with > without; against > for; instead of > as well as; as well as > instead of
despite > because of; within > outside; beyond > within; ahead of > after; following > before
""")
RESTRICTED = re.compile(
    r"\b(?:except(?: for)?|other than|apart from|with the exception of|excluding|only when|only after|only if) "
    r"[^,.“”\"]{3,80}",
    re.IGNORECASE,
)
ONLY = re.compile(r"\b(?<!not )(?<!the )(?<!an )(?:only|alone|merely|solely) ", re.IGNORECASE)
MEMBERS = re.compile(
    r"\b(?:some|most|many|half|part|parts|several|two|three|one|relatives?|supporters|opponents|critics|"
    r"thousands|hundreds|dozens|a third|a quarter|leaders?|friends|families|the mother|the father|"
    r"the widow|the son|the head|a spokesman|the lawyer) (?:of|for) (?=the |his |her |their |its |(?-i:[A-Z]))",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b[A-Z][a-z]+ or (?=[A-Z])|\b(?:killed|shot|stabbed|fired|won|men|women) or (?=[a-z])")
NOT_BOTH = re.compile(r"\b(?:whether|not|no|without|if|any|never)\b")
_PLURALS = """man men; woman women; child children; country countries; company companies; gunman gunmen; spokesman
spokesmen;
witness witnesses; soldier soldiers; officer officers; official officials; protester protesters; report reports;
source sources; bomb bombs; student students; passenger passengers; letter letters; statement statements; car cars;
house houses; suspect suspects; group groups; attack attacks; meeting meetings; plan plans; expert experts"""
PLURALS = dict(line.split() for line in _PLURALS.split(";"))
ONE = re.compile(rf"\ban? ((?:[a-z]+ )?)({'|'.join(PLURALS)})\b(?! of\b|-)", re.IGNORECASE)


def quantifier(base: Base) -> Iterator[Change]:
    """All for some, some for all, first for last."""
    none = [m.span() for m in NO_QUANTIFIER.finditer(base.text)]
    for place, new in swaps(base.text, QUANTIFIERS):
        named = place.text[:1].isupper() and place.start and not base.text[: place.start].endswith(("“", '"', ". "))
        if not named and not any(a <= place.start < b for a, b in none) and not stands(new, base.evidence):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def comparative(base: Base) -> Iterator[Change]:
    """More for less, higher for lower, the largest for the second-largest."""
    yield from opposites(base, COMPARATIVES)
    for match in SUPERLATIVE.finditer(base.text):
        new = f"the second-{match[1]}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in BOUND.finditer(base.text):
        new = OTHER_BOUND[match[1]]
        yield Change(put(base.text, match.start(1), match.end(1), new), f"{match[1]} -> {new}")


def place(base: Base) -> Iterator[Change]:
    """To for from, in for outside: another way, or another spot."""
    for match in BEFORE_PLACE.finditer(base.text):
        following = base.text[match.end() :].split()[0].strip(".,").casefold()
        before = base.text[: match.start()].split()[-1:] or [""]
        if before[0].casefold() in NO_PLACE or following in names.NEVER - {"the"}:
            continue
        for new in OTHER_PLACE[match[1]]:
            yield Change(put(base.text, match.start(1), match.end(1), new), f"{match[0].strip()} -> {new}")
    marks = quoted(base.text)
    for found, new in swaps(base.text, LOWER_PLACE):
        bare = found.text.casefold() == "with" and not re.match(r" (?:the|a|his|her|[A-Z])", base.text[found.end :])
        if not bare and not inside(found, marks) and not stands(new, base.evidence):
            yield Change(put(base.text, found.start, found.end, new), f"{found.text} -> {new}")


def restriction(base: Base) -> Iterator[Change]:
    """What limits the statement dropped: an exception, "only", "some of", "a lawyer for"."""
    for match in RESTRICTED.finditer(base.text):
        yield Change(ended(base.text[: match.start()] + base.text[match.end() :]), f"- {match[0]}")
    for pattern in (ONLY, MEMBERS):
        for match in pattern.finditer(base.text):
            if not re.search(r"\b(?:so|as|how|too) $", base.text[: match.start()]):
                yield Change(put(base.text, match.start(), match.end(), ""), f"- {match[0].strip()}")


def many(base: Base) -> Iterator[Change]:
    """One of two made both, one made several."""
    for found in find(base.text, ("either",)):
        if " or " in base.text[found.end :]:
            both = base.text[found.end :].replace(" or ", " and ", 1)
            yield Change(
                f"{base.text[: found.start]}{'Both' if not found.start else 'both'}{both}", "either/or -> both/and"
            )
    for match in BOTH.finditer(base.text):
        if not NOT_BOTH.search(base.text[: match.start()]):
            new = match[0].replace(" or ", " and ")
            yield Change(put(base.text, match.start(), match.end(), new), f"{match[0].strip()} -> {new.strip()}")
    for match in ONE.finditer(base.text):
        new = f"several {match[1]}{PLURALS[match[2].casefold()]}"
        if not stands(PLURALS[match[2].casefold()], base.evidence):
            yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
