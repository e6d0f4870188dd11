"""Errors of what is put in or why it happened: a word that no span has, and causes made, unmade or turned round."""

import re
from collections.abc import Iterator

from summarizer.evals.planting import names
from summarizer.evals.planting.clauses import FINITE, parted
from summarizer.evals.planting.edits import capital, one_way, put, quoted, stands, swaps
from summarizer.evals.planting.nouns import Base, Change

CAUSES = one_way("""
because of > despite; because > although, before; due to > despite; as a result of > before; in response to > ahead of
led to > resulted from, followed; caused by > followed by; caused > resulted from; prompted > followed
prompting > ignoring
after > because, because of; when > because; while > because; as > because; although > because; though > because
in retaliation for > ahead of; in an effort to > without trying to; thanks to > despite; so that > because
resulted in > resulted from
triggered by > followed by; triggered > followed; blamed on > unrelated to; in order to > instead of trying to
amid > because of
""")
TIMED = re.compile(
    r"\b(?:shortly|soon|long|days?|weeks?|months?|years?|hours?|minutes?|morning|night|evening|just|right|immediately|"
    r"look|named) $",
    re.IGNORECASE,
)
MEASURED = re.compile(r" (?:a few|\d|two|three|four|five|several|more|nearly|about|an? (?:day|week|month|year|hour))\b")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?=[a-z]{4})")
_ADJECTIVES = "illegal secret deadly violent unprecedented failed controversial armed foreign massive"
ADJECTIVES = tuple(_ADJECTIVES.split())
ADVERBS = ("deliberately", "repeatedly", "secretly", "publicly", "falsely", "reluctantly")
PAST = re.compile(r"(?<=[a-z’”]) (?=(?:said|told|signed|shot|[a-z]{4,}ed) (?:the|a|an|his|her|that|it|on|in|to|[A-Z]))")
AFTER_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|be|been|being|and|the|a|an|of|by|not|or|to|also|it)|ly)$"
)
COUNT = re.compile(r"(?<=[a-z]) (?=\d+ [a-z]|(?:two|three|four|five|six|ten|twenty) [a-z])")
NO_ONLY = re.compile(r"\b(?:only|just|than|least|about|some|to|age|aged|most|nearly|almost|of)$")
BE = re.compile(r"\b(?:is|are|was|were) (?=[a-z]{4,}(?:ed|ing)\b)")


def cause(base: Base) -> Iterator[Change]:
    """A cause made none, a mere sequence made a cause, an outcome made what led to it."""
    for found, new in swaps(base.text, CAUSES):
        word, after = found.text.casefold(), base.text[found.end :]
        timed = TIMED.search(base.text[: found.start]) or MEASURED.match(after)
        if word in ("after", "before", "when", "while", "as") and (timed or not _subordinate(new, after)):
            continue
        if not (new.casefold().startswith("because") and "because" in base.evidence.casefold()):
            yield Change(put(base.text, found.start, found.end, new), f"{found.text} -> {new}")
    head, sep, tail = base.text.rstrip(".").partition(" after ")
    if sep and "," not in head and not quoted(base.text) and parted(tail) and parted(head):
        small = head if next(names.find(head), None) else head[0].lower() + head[1:]
        yield Change(capital(f"{tail} after {small}."), "what came after made what came before")


def _subordinate(new: str, after: str) -> bool:
    """Whether `new` reads on with what follows: "because" wants a clause, "because of" wants none."""
    near = " ".join(after.split(",")[0].split()[:9])
    return (FINITE.search(near.rstrip(".")) is not None) == (not new.casefold().endswith(" of"))


def word(base: Base) -> Iterator[Change]:
    """An adjective or an adverb put in that no span has."""
    marks = quoted(base.text)
    for n, match in enumerate(ARTICLE.finditer(base.text)):
        new = ADJECTIVES[(match.start() + n) % len(ADJECTIVES)]
        if not stands(new, base.evidence) and not any(p.start <= match.start() < p.end for p in marks):
            text = put(base.text, match.end(), match.end(), new + " ")
            yield Change(re.sub(r"\b([Aa]) (?=(?:illegal|unpre|armed))", r"\1n ", text), f"+ {new}")
    yield from _adverbs(base, ADVERBS, 1)


def small_word(base: Base) -> Iterator[Change]:
    """ "only", "almost", "again" put in: a short word that changes what is said."""
    for match in COUNT.finditer(base.text):
        if not NO_ONLY.search(base.text[: match.start()]) and not stands("only", base.evidence):
            yield Change(put(base.text, match.end(), match.end(), "only "), "+ only")
    yield from _adverbs(base, ("almost", "again"), 2)
    for match in BE.finditer(base.text):
        for new in ("no longer", "almost"):
            if not stands(new, base.evidence):
                yield Change(put(base.text, match.end(), match.end(), new + " "), f"+ {new}")


def _adverbs(base: Base, adverbs: tuple[str, ...], most: int) -> Iterator[Change]:
    """`most` of the adverbs, by where it is, before each past tense."""
    for match in PAST.finditer(base.text):
        first = match.start() % len(adverbs)
        for new in (adverbs[first:] + adverbs[:first])[:most]:
            if not AFTER_AUXILIARY.search(base.text[: match.start()]) and not stands(new, base.evidence):
                yield Change(put(base.text, match.end(), match.end(), new + " "), f"+ {new}")
