"""Names and figures of a claim, as the support score sees them: is there any source that has this one at all?

Gentler than the checks, which certify: here a name may stand anywhere in the sources, shortened to its initials or
spelled a little otherwise, and a figure may be written as a word. What no source has in any form is the surest sign of
a false claim that there is.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.checking import thesaurus
from summarizer.checking.dates import DAYS, MONTHS, dates
from summarizer.checking.finding import Finder
from summarizer.checking.names import Name, names
from summarizer.checking.numbers import Quantity, quantities, same_noun
from summarizer.checking.reading import Passage, Token, fold

ABSENT = 0.05  # no source has it
ELSEWHERE = 0.75  # a source has it, but not where the rest of the claim is
OTHER_COUNT = 0.5  # a source has the figure, of something else
NO_SUCH_DAY = 0.1  # a weekday or a month that no source names
NEW_ORDER = 0.2  # an ordinal that no source has: a source may count without saying so
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)}
ENDINGS = ("st", "nd", "rd", "th")
NOWHERE = "is in no source"


class Slot(NamedTuple):
    """One word of the claim and how far it is borne out; `why` is for a person to read, "" where all is well."""

    word: str
    support: float
    why: str = ""


def figures_and_names(claim: Passage, near: Sequence[Quantity], finder: Finder) -> Mapping[int, Slot]:
    """By its token, a slot for each figure and each name of the claim; `near` are the figures where the claim's
    other words are."""
    found: dict[int, Slot] = {}
    figures = quantities(claim.text)
    for i, token in enumerate(claim.tokens):
        figure = next((q for q in figures if q.start <= token.start < q.end), None)
        if figure or token.text[0].isdigit() or fold(token.text) in ORDINALS:
            found[i] = Slot(token.text, 1.0) if _converted(claim, i) else _figure(token, figure, near, finder)
    for token_at in _days(claim):
        token = claim.tokens[token_at]
        if not finder.knows(token.key):
            found[token_at] = Slot(token.text, NO_SUCH_DAY, NOWHERE)
    for name in names(claim.text):
        found.update(_name(name, claim, finder))
    return found


def _days(claim: Passage) -> list[int]:
    """The tokens that name a weekday or a month."""
    starts = {w.start: w.end for w in dates(claim.text)}
    inside = [i for i, t in enumerate(claim.tokens) if any(a <= t.start < b for a, b in starts.items())]
    return [i for i in inside if fold(claim.tokens[i].text) in (*MONTHS, *DAYS)]


def _converted(claim: Passage, index: int) -> bool:
    """Whether a figure only repeats the one before its bracket in another unit: "18 inches (460 mm)"."""
    before = claim.tokens[max(0, index - 3) : index]
    return len(before) == 3 and before[2].text == "(" and before[0].text[0].isdigit() and bool(before[1].key)


def _figure(token: Token, figure: Quantity | None, near: Sequence[Quantity], finder: Finder) -> Slot:
    if figure is None:
        return _number(token, finder)
    same = [q for q in near if q.value == figure.value and figure.unit in (q.unit, None)]
    if any(same_noun(q.noun, figure.noun) for q in same):
        return Slot(token.text, 1.0)
    rivals = [q for q in near if q.noun and (q.noun, q.unit) == (figure.noun, figure.unit)]
    if rivals and not same and not finder.counts(figure.value, figure.noun):
        return Slot(token.text, ABSENT, f"of “{figure.noun}” is not what the sources count")
    if same or finder.counts(figure.value):
        return Slot(token.text, OTHER_COUNT, "stands for something else in the sources")
    return Slot(token.text, ABSENT, NOWHERE)


def _number(token: Token, finder: Finder) -> Slot:
    """A number that counts nothing: an ordinal, a part of a date or of a name."""
    if finder.knows(token.key):
        return Slot(token.text, ELSEWHERE)
    word = fold(token.text)
    order = ORDINALS.get(word, 0)
    if word.endswith(ENDINGS) and word[:-2].isdecimal():
        order = int(word[:-2])
    if not order:
        return Slot(token.text, ABSENT, NOWHERE)
    forms = [str(order), *(f"{order}{e}" for e in ENDINGS), *(w for w, n in ORDINALS.items() if n == order)]
    known = any(map(finder.knows, forms))
    return Slot(token.text, ELSEWHERE) if known else Slot(token.text, NEW_ORDER, NOWHERE)


def _name(name: Name, claim: Passage, finder: Finder) -> dict[int, Slot]:
    """The words of a name that no source has. A sentence's first word may be a common word with a capital."""
    words = {i: claim.tokens[i] for i in name.tokens}
    found: dict[int, Slot] = {}
    for i, token in words.items():
        opens = name.opens and i == name.tokens[0]
        common = thesaurus.knows(fold(token.text)) and not (token.text.isupper() and len(token.text) > 1)
        if finder.knows(token.key) or (opens and common):
            continue
        if finder.names_like(token.text):
            found[i] = Slot(token.text, ELSEWHERE)
        else:
            found[i] = Slot(token.text, ABSENT, NOWHERE)
    return found
