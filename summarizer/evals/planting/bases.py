"""The sentences that errors are planted in: a brief's own, shorter ones cut from them at a clause, and two joined.

A base must still be true to its spans, or what is measured is not the planted error. So a cut never takes a speaker, a
negation, a hedge or a condition, and only sentences that say a thing in their own name are joined.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.evals.planting import cues, names
from summarizer.evals.planting.clauses import FINITE
from summarizer.evals.planting.edits import capital, ended, find, quoted, tidy, tokens
from summarizer.evals.planting.nouns import Base, Material
from summarizer.records import Brief

LEADING = re.compile(
    r"(?:On|In|At|Last|During|Since|Earlier|Later|Meanwhile|After|By)\b[^,“”\"]{0,60}, (?=\w)(?![A-Z]\w+, )"
)
VERB = rf"(?:{'|'.join((*cues.AUXILIARIES, *cues.SAID))}|[a-z]{{3,}}(?:ed|s))"
ASIDE = re.compile(rf"(?<=[a-z]), (?:the|a|an|who|which|whose|where) [^,“”\"]{{3,100}},(?= {VERB} )")
TAIL = re.compile(r", (?:which|who|where|including|with|adding|during|after|before) [^,“”\"]{3,160}\.$")
SECOND = re.compile(r", (?:and|but) [^,“”\"]{12,160}\.$")
ABBREVIATED = re.compile(r"(?:\b[A-Z][a-z]{0,3}|\b\w\.\w)\.$")  # "3 p.m.", "Rep.": the stop belongs to the word
LABEL = 25  # code points within which a colon ends a label: “Washington: …”
LONGEST_JOINED = 28  # words of each half
_FOLLOWS = "he she it they this that these those his her its their there but and also so"
FOLLOWS = frozenset(_FOLLOWS.split())


def of(brief: Brief, material: Material) -> Iterator[Base]:
    """Every base of `brief`: as it is written, shortened, and joined with the one after it."""
    whole = [
        Base(s.text, tuple(c for c in s.citations if not c.corroborates))
        for s in brief.sentences
        if any(not c.corroborates for c in s.citations)
    ]
    yield from whole
    for base in whole:
        yield from shortened(base)
    for one, other in pairwise(whole):
        yield from joined(one, other, material)


def shortened(base: Base) -> Iterator[Base]:
    """`base` without its opening adverbial, an aside, a tail or its second half; each alone."""
    for pattern in (LEADING, ASIDE, TAIL, SECOND):
        match = pattern.match(base.text) if pattern is LEADING else pattern.search(base.text)
        if match is None or _bears(match[0]) or not _outside_quotes(base.text, match.start(), match.end()):
            continue
        if pattern is SECOND and "," in base.text[: match.start()]:
            continue  # the last of a list
        if pattern is ASIDE and _main_clause(base.text[: match.start()], match[0]):
            continue
        left = base.text[: match.start()] + (" " if pattern is ASIDE else "") + base.text[match.end() :]
        left = capital(tidy(left)) if pattern is LEADING else ended(left)
        if len(tokens(left)) >= 6:
            yield Base(left, base.citations, "shortened")


def joined(one: Base, other: Base, material: Material) -> Iterator[Base]:
    """Both as one sentence that cites a span of each."""
    if not (_stands_first(one.text) and _stands_second(other.text)):
        return
    opening = tokens(other.text)[0].text
    small = opening != "I" and opening.casefold() in material.lower | names.NEVER
    rest = other.text[0].lower() + other.text[1:] if small else other.text
    citations = tuple(dict.fromkeys((one.citations[0], other.citations[0])))  # a copy of either would add nothing
    yield Base(f"{one.text.rstrip('.')}, and {rest}", citations, "joined")


def _stands_first(text: str) -> bool:
    """Whether what is joined to it is no part of what somebody says, or of what holds under a condition."""
    ends = text.endswith(".") and not ABBREVIATED.search(text)
    return ends and _plain(text) and not any(True for _ in find(text, (*cues.SAID, *cues.BY, "if", "unless")))


def _stands_second(text: str) -> bool:
    """Whether it says the same behind another sentence: no pronoun that points back, no label, no question."""
    first = re.split("['’]", tokens(text)[0].text.casefold())[0] if tokens(text) else "it"
    return first not in FOLLOWS and _plain(text) and ":" not in text[:LABEL] and "?" not in text


def _plain(text: str) -> bool:
    """Whether it is a short sentence with a verb and without a quotation."""
    return len(tokens(text)) <= LONGEST_JOINED and FINITE.search(text) is not None and not quoted(text)


def _main_clause(before: str, aside: str) -> bool:
    """Whether what looks like an aside after a name is the sentence itself, after words that lead up to it."""
    leads = before.split(" ", 1)[0] in ("According", "In", "On", "At", "As", "When", "If", "After", "By", "For", "With")
    return aside.startswith((", the ", ", a ", ", an ")) and (leads or FINITE.search(aside) is not None)


def _bears(cut: str) -> bool:
    """Whether what is cut holds something that the rest depends on."""
    return any(True for _ in find(cut, (*cues.SAID, *cues.BY, *cues.NOT, *cues.MAYBE, "but only", "except")))


def _outside_quotes(text: str, start: int, end: int) -> bool:
    return all(p.end < start or p.start > end for p in quoted(text)) and text[:start].count('"') % 2 == 0
