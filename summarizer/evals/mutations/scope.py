"""Errors of how much, how many, where and why: quantifiers, comparisons, places, causes, restrictions, words put in."""

import re
from collections.abc import Iterator

from summarizer.evals import names
from summarizer.evals.edits import both_ways, capital, ended, find, one_way, put, quoted, inside, swaps
from summarizer.evals.mutations.polarity import opposites
from summarizer.evals.nouns import Base, Change, Material

QUANTIFIERS = one_way("""
all > some, none; some > all, most; most of > all of, some of; many > few, all; few > many; a few > many; every > hardly any
each > one; several > all, two; both > neither; one of the > the only; one of > all of; some of > all of; part of > all of
parts of > all of; half of > all of; the only > one of the; always > sometimes; never > often; often > always; rarely > often
sometimes > always; first > last, second; last > first; much of > all of; at least one > every; any > every; a number of > all
most > all; mostly > entirely; a majority of > all; the majority of > a minority of; no > every; none > all; numerous > a few
hardly > fully; largely > wholly; partly > wholly; everyone > someone; nobody > everybody; once > twice; another > no other
""")
FIXED = re.compile(r"\b(?:at|above|after|not|in|of|and|with|for|the)\s$", re.IGNORECASE)
COMPARATIVES = both_ways("""
more than / less than; more than / fewer than; higher / lower; larger / smaller; bigger / smaller; better / worse
greater / smaller; earlier than / later than; best / worst; largest / smallest; biggest / smallest; highest / lowest
longest / shortest; oldest / youngest; older / younger; stronger / weaker; strongest / weakest; faster / slower; closer / farther
at least / at most; longer / shorter; more / less; most / least; richer / poorer; cheaper / dearer; deeper / shallower
nearly / more than; up to / at least; superior / inferior; safer / riskier; worse / better
richest / poorest; deadliest / mildest; newest / oldest; latest / first; majority / minority; hotter / colder; softer / harder
""")
SUPERLATIVE = re.compile(
    r"\bthe (?:second-|third-)?((?:larg|bigg|high|old|strong|long|dead|worst|best|great|rich|lat)\w*st|worst|best)\b"
)
BEFORE_PLACE = re.compile(
    r"\b(to|from|in|into|at|near|against|with|for|across|outside|inside|through|toward|towards) (?=(?:the )?[A-Z][a-z])"
)
OTHER_PLACE = one_way("""
to > from, near; from > to, near; in > outside, near; into > out of; at > near, outside; near > in, far from; against > for
with > without, against; for > against; outside > inside; inside > outside; across > near; through > around; toward > away from
towards > away from
""")
LOWER_PLACE = one_way("""
in front of > behind; behind > in front of; alongside > against; along with > instead of; in favor of > against
on behalf of > against; before > after; after > before; during > before, after; since > until; until > since; above > below
between > outside; inside > outside; with > without; against > for; instead of > as well as; as well as > instead of
despite > because of; within > outside; beyond > within; ahead of > after; following > before
""")
CAUSES = one_way("""
because of > despite; because > although, before; due to > despite; as a result of > before; in response to > ahead of
led to > resulted from, followed; caused by > followed by; caused > resulted from; prompted > followed; prompting > ignoring
after > because, because of; when > because; while > because; as > because; although > because; though > because
in retaliation for > ahead of; in an effort to > without trying to; thanks to > despite; so that > because; resulted in > resulted from
triggered by > followed by; triggered > followed; blamed on > unrelated to; in order to > instead of trying to; amid > because of
""")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?=[a-z]{4})")
ADJECTIVES = (
    "illegal",
    "secret",
    "deadly",
    "violent",
    "unprecedented",
    "failed",
    "controversial",
    "armed",
    "foreign",
    "massive",
)
ADVERBS = ("deliberately", "repeatedly", "secretly", "publicly", "falsely", "reluctantly")
PAST = re.compile(r"(?<=[a-z’”]) (?=(?:said|told|signed|shot|[a-z]{4,}ed) (?:the|a|an|his|her|that|it|on|in|to|[A-Z]))")
AFTER_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|be|been|being|and|the|a|an|of|by|not|or|to|also|it)|ly)$"
)
RESTRICTED = re.compile(
    r"\b(?:except(?: for)?|other than|apart from|with the exception of|excluding|only when|only after|only if) "
    r"[^,.“”\"]{3,80}",
    re.IGNORECASE,
)
ONLY = re.compile(r"\b(?:only|just|even|still|again|already|yet|alone|merely|first|partly) ", re.IGNORECASE)
MEMBERS = re.compile(
    r"\b(?:some|most|many|half|part|parts|several|two|three|one|relatives?|supporters|opponents|critics|"
    r"thousands|hundreds|dozens|a third|a quarter|leaders?|victims|friends|families|the mother|the father|"
    r"the widow|the son|the head|a spokesman|the lawyer) (?:of|for) (?=the |his |her |their |its |[A-Z])",
    re.IGNORECASE,
)


def quantifier(base: Base, material: Material) -> Iterator[Change]:
    """All for some, some for all, first for last."""
    for place, new in swaps(base.text, QUANTIFIERS):
        before, after = base.text[: place.start], base.text[place.end :]
        word = place.text.casefold()
        if word in ("all", "any", "most", "once", "last", "no", "much", "some") and FIXED.search(before):
            continue
        if re.match(r" (?:\d|lady\b|of all\b|week|month|year|night|name|one\b|longer|doubt)", after) and word in (
            "some",
            "no",
            "first",
            "last",
            "each",
            "any",
        ):
            continue
        if word == "most" and re.match(r" [a-z]+(?:ed|ing|ous|ful|ive|al|ly|ant|ent|able|ible|ic)\b", after):
            continue
        if place.text[:1].isupper() and place.start and not before.endswith(("“", '"', ". ")):
            continue
        if not any(True for _ in find(base.evidence, (new,))):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def comparative(base: Base, material: Material) -> Iterator[Change]:
    """More for less, higher for lower, the largest for the second-largest."""
    yield from opposites(base, COMPARATIVES)
    for match in SUPERLATIVE.finditer(base.text):
        new = f"the second-{match[1]}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")


def place(base: Base, material: Material) -> Iterator[Change]:
    """To for from, in for outside: another way, or another spot."""
    for match in BEFORE_PLACE.finditer(base.text):
        following = base.text[match.end() :].split()[0].strip(".,").casefold()
        before = base.text[: match.start()].split()[-1:]
        if before and before[0].casefold() in (*OTHER_PLACE, "according", "due", "next", "thanks", "as", "out"):
            continue
        if following in names.CALENDAR or following in names.NEVER - {"the"}:
            continue
        for new in OTHER_PLACE[match[1]]:
            yield Change(put(base.text, match.start(1), match.end(1), new), f"{match[0].strip()} -> {new}")
    marks = quoted(base.text)
    for found, new in swaps(base.text, LOWER_PLACE):
        if not inside(found, marks) and not any(True for _ in find(base.evidence, (new,))):
            if not (
                found.text.casefold() == "with" and not re.match(r" (?:the|a|his|her|[A-Z])", base.text[found.end :])
            ):
                yield Change(put(base.text, found.start, found.end, new), f"{found.text} -> {new}")


def cause(base: Base, material: Material) -> Iterator[Change]:
    """A cause made none, a mere sequence made a cause, cause and effect exchanged."""
    for found, new in swaps(base.text, CAUSES):
        word, after = found.text.casefold(), base.text[found.end :]
        if word in ("as", "while", "when") and not re.match(r" (?:the|he|she|they|it|[A-Z][a-z]+) ", after):
            continue
        if (
            word == "as"
            and not base.text[: found.start].endswith(" ")
            or new.startswith("because")
            and "because" in base.evidence
        ):
            continue
        timed = re.search(
            r"(?i)(?:shortly|soon|long|days?|weeks?|months?|years?|hours?|minutes?|morning|night|evening|just|right|immediately|look|named)$",
            base.text[: found.start].rstrip(),
        )
        if word in ("after", "before", "when", "while", "as") and (
            timed or re.match(r" (?:a few|\d|three|two|several|an? \w+ of|more|nearly|about)", after)
        ):
            continue
        clause = re.match(r" (?:the|he|she|they|it|his|[A-Z])[^.,]* (?:was|were|had|has|is|are|\w+ed)\b", after)
        if word == "after" and (new == "because") != bool(clause):
            continue
        yield Change(put(base.text, found.start, found.end, new), f"{found.text} -> {new}")
    match = re.search(r" after (?=(?:the|he|she|they|it|[A-Z])[^,.]{8,100}\.$)", base.text)
    if match and "," not in base.text[: match.start()] and not quoted(base.text):
        head, tail = base.text[: match.start()], base.text[match.end() :].rstrip(".")
        head = head if next(iter(names.find(head)), None) else head[0].lower() + head[1:]
        yield Change(capital(f"{tail} after {head}."), "what came after made what came before")


def word(base: Base, material: Material) -> Iterator[Change]:
    """An adjective or an adverb put in that no span has."""
    marks = quoted(base.text)
    for n, match in enumerate(ARTICLE.finditer(base.text)):
        new = ADJECTIVES[(match.start() + n) % len(ADJECTIVES)]
        if new not in base.evidence.casefold() and not any(p.start <= match.start() < p.end for p in marks):
            text = put(base.text, match.end(), match.end(), new + " ")
            text = re.sub(r"\b([Aa]) (?=(?:illegal|unpre|armed))", r"\1n ", text)
            yield Change(text, f"+ {new}")
    for n, match in enumerate(PAST.finditer(base.text)):
        new = ADVERBS[(match.start() + n) % len(ADVERBS)]
        if new not in base.evidence and not AFTER_AUXILIARY.search(base.text[: match.start()]):
            yield Change(put(base.text, match.end(), match.end(), new + " "), f"+ {new}")


def small_word(base: Base, material: Material) -> Iterator[Change]:
    """ "only", "almost", "again" put in: three letters that change what is said."""
    for match in re.finditer(r" (?=\d+ [a-z]|(?:two|three|four|five|six|ten|twenty) [a-z])", base.text):
        before = base.text[: match.start()].split()[-1:] or [""]
        if before[0].islower() and not re.search(
            r"\b(?:only|just|than|least|about|some|to|age|aged)$", base.text[: match.start()]
        ):
            yield Change(put(base.text, match.end(), match.end(), "only "), "+ only")
    for match in PAST.finditer(base.text):
        if not AFTER_AUXILIARY.search(base.text[: match.start()]):
            for new in ("almost", "again"):
                if new not in base.evidence:
                    yield Change(put(base.text, match.end(), match.end(), new + " "), f"+ {new}")
    for match in re.finditer(r"\b(?:is|are|was|were) (?=[a-z]{4,}(?:ed|ing)\b)", base.text):
        for new in ("no longer", "almost"):
            yield Change(put(base.text, match.end(), match.end(), new + " "), f"+ {new}")


def restriction(base: Base, material: Material) -> Iterator[Change]:
    """What limits the statement dropped: an exception, "only", "some of", "a lawyer for"."""
    for match in RESTRICTED.finditer(base.text):
        yield Change(ended(base.text[: match.start()] + base.text[match.end() :]), f"- {match[0]}")
    for match in ONLY.finditer(base.text):
        if match[0].strip().casefold() in ("only", "alone", "merely", "partly") and not base.text[
            : match.start()
        ].endswith(("not ", "the ", "an ")):
            yield Change(put(base.text, match.start(), match.end(), ""), f"- {match[0].strip()}")
    for match in MEMBERS.finditer(base.text):
        if re.search(r"\b(?:so|as|how|too) $", base.text[: match.start()]):
            continue
        yield Change(put(base.text, match.start(), match.end(), ""), f"- {match[0].strip()}")


def alternative(base: Base, material: Material) -> Iterator[Change]:
    """One of two made both, one made many."""
    for found in find(base.text, ("either",)):
        if " or " in base.text[found.end :]:
            yield Change(
                put(base.text, found.start, found.end, "both").replace(" or ", " and ", 1), "either/or -> both/and"
            )
    for match in re.finditer(
        r"\b[A-Z][a-z]+ or (?=[A-Z])|\b(?:killed|shot|stabbed|fired|won|men|women) or (?=[a-z])", base.text
    ):
        if not re.search(r"\b(?:whether|not|no|without|if|any|never)\b", base.text[: match.start()]):
            yield Change(put(base.text, match.start(), match.end(), match[0].replace(" or ", " and ")), "or -> and")
    for match in re.finditer(
        r"\b(an?) ((?:[a-z]+ )?)(man|woman|soldier|officer|official|witness|protester|report|source|spokesman|bomb|gunman|student|passenger|letter|statement|house|car|child|suspect|country|group|company|attack|meeting|plan)\b(?! of\b|-)",
        base.text,
        re.IGNORECASE,
    ):
        plural = {
            "man": "men",
            "woman": "women",
            "child": "children",
            "country": "countries",
            "company": "companies",
            "gunman": "gunmen",
            "spokesman": "spokesmen",
            "witness": "witnesses",
        }.get(match[3], match[3] + "s")
        if plural not in base.evidence:
            yield Change(
                put(base.text, match.start(), match.end(), f"several {match[2]}{plural}"),
                f"{match[0]} -> several {plural}",
            )
