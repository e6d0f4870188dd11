"""How near the sentence's words are to its evidence: the check that decides whether code may certify it at all.

Code can vouch only for words that the sources used themselves. So every content word must stand in the evidence, and
each name must keep its neighbours: "A accused B" has all the words of "B accused A". A sentence that fails here and
nowhere else is `partial` or `unchecked`: it may be true, but not by rule.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from summarizer.checking.comparing import PLACES, Comparison, Finding
from summarizer.checking.dates import dates
from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.names import names
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import fold
from summarizer.checking.reports import reports

NEAR = 1  # content words that may stand between two words that were neighbours
REACH = 6  # tokens between two words that still are neighbours
JOINTS = word_set("by to from for with without against into onto out under over than as if unless")
PRONOUNS = word_set("it he she they his her its their him them this that these those who which")


class Nearness(NamedTuple):
    """`share` of the text's content words that the evidence has; `fresh` those that it has not."""

    share: float
    fresh: tuple[str, ...]


def measure(comparison: Comparison) -> Nearness:
    """How near the text is to its evidence."""
    # "October 21" for "Monday", "fifteen hundred" for "1,500": figures and dates have checks of their own.
    text = comparison.text.text
    said = [*((w.start, w.end) for w in dates(text)), *((q.start, q.end) for q in quantities(text))]
    held = {i for start, end in said for i in range(start, end)}
    wanted = [t for t in comparison.text.tokens if t.content and t.start not in held]
    known = comparison.source.places
    fresh = [t.text for t in wanted if t.key not in known and not _elsewhere(t.text, comparison)]
    share = 1 - len(fresh) / len(wanted) if wanted else float(bool(held) or _whole(comparison))
    return Nearness(share, tuple(fresh))


def _whole(comparison: Comparison) -> bool:
    """Whether a text without a content word ("They did so.") stands in the evidence word after word."""
    wanted = [t.key for t in comparison.text.tokens if t.key]
    keys = [t.key for t in comparison.source.tokens if t.key]
    return bool(wanted) and any(keys[i : i + len(wanted)] == wanted for i in range(len(keys) - len(wanted) + 1))


def _elsewhere(word: str, comparison: Comparison) -> bool:
    """A verb of reporting may change within its strength, and the speech check holds it; a figure, too, has its own."""
    strength = REPORTING.get(fold(word))
    if strength in ("say", "claim"):
        return any(REPORTING.get(fold(t.text)) == strength for t in comparison.context.tokens if t.key)
    return False


def _anchors(comparison: Comparison) -> list[tuple[str, int, int]]:
    """The names and figures of the text as (words, first token, last token)."""
    text = comparison.text.text
    found = [(n.text, n.tokens[0], n.tokens[-1]) for n in names(text)]
    at = {t.start: i for i, t in enumerate(comparison.text.tokens)}
    for q in quantities(text):
        if q.start in at:
            found.append((text[q.start : q.end], at[q.start], at[q.start]))
    return found


def astray(comparison: Comparison) -> str:
    """A name or figure that stands beside none of its neighbours in the evidence; "" if none does."""
    text, at = comparison.text, comparison.at
    rank = list(accumulate((t.content for t in comparison.context.tokens), initial=0))
    # Who says it may stand before or after what he says: the speech check holds him.
    outside = {i for r in reports(text.text) for i in range(min(r.start, r.verb), max(r.end, r.verb + 1))}
    counted = {i for i, t in enumerate(text.tokens) if t.content and at[i] >= 0 and i not in outside}
    for words, first, last in _anchors(comparison):
        if first in outside:
            continue
        left = next((at[i] for i in range(first - 1, -1, -1) if i in counted), -1)
        right = next((at[i] for i in range(last + 1, len(at)) if i in counted), -1)
        places = _places(comparison, first, last)
        if places and max(left, right) >= 0 and not any(_fits(left, place, right, rank) for place in places):
            return words
    return ""


def _places(comparison: Comparison, first: int, last: int) -> list[tuple[int, int]]:
    """Where the evidence has these tokens one after the other; else where they were aligned to."""
    text, source = comparison.text.tokens, comparison.context
    wanted = [t.key for t in text[first : last + 1]]
    starts = source.places.get(wanted[0], ())[:PLACES]
    whole = [(i, i + last - first) for i in starts if [t.key for t in source.tokens[i : i + len(wanted)]] == wanted]
    if whole:
        return whole
    apart = (comparison.at[first], comparison.at[last])
    return [apart] if min(apart) >= 0 else []


def _fits(left: int, place: tuple[int, int], right: int, rank: Sequence[int]) -> bool:
    """Whether a place keeps the order of its neighbours on both sides, or one neighbour at its very side."""
    before, after = _gap(left, place[0], rank), _gap(place[1], right, rank)
    ordered = (left < 0 or before is not None) and (right < 0 or after is not None)
    return ordered or before in range(NEAR + 1) or after in range(NEAR + 1)


def _joined(comparison: Comparison) -> str:
    """Two neighbours that the evidence joins by another preposition: "shot by police", "from Russia"; "" if none."""
    text, source, at = comparison.text, comparison.context, comparison.at
    for i, j in pairwise(n for n, t in enumerate(text.tokens) if t.content):
        if at[i] < 0 or not at[i] < at[j] <= at[i] + REACH:
            continue
        between = source.tokens[at[i] + 1 : at[j]]
        if any(t.content for t in between):
            continue
        mine = [fold(t.text) for t in text.tokens[i + 1 : j] if fold(t.text) in JOINTS]
        if mine != [fold(t.text) for t in between if fold(t.text) in JOINTS]:
            return text.text[text.tokens[i].start : text.tokens[j].end]
    return ""


def _placed(comparison: Comparison) -> str:
    """A word that the text puts between two neighbours of the evidence, in place of another word or of none."""
    text, source, at = comparison.text, comparison.context, comparison.at
    days = {w.start for w in dates(text.text)}
    wanted = [n for n, t in enumerate(text.tokens) if t.content]
    for left, here, right in zip(wanted, wanted[1:], wanted[2:], strict=False):
        if at[left] < 0 or not at[left] < at[right] <= at[left] + REACH or at[here] in range(at[left], at[right]):
            continue
        between = source.tokens[at[left] + 1 : at[right]]
        stood = [t for t in between if t.content]
        resolved = not stood and any(fold(t.text) in PRONOUNS for t in between)
        if len(stood) <= 1 and not resolved and text.tokens[here].start not in days and at[here] >= 0:
            return text.text[text.tokens[left].start : text.tokens[right].end]
    return ""


def _gap(left: int, right: int, rank: Sequence[int]) -> int | None:
    """How many content words further `right` stands; None if it does not stand after `left`."""
    return rank[right] - rank[left] if 0 <= left < right else None


def check(comparison: Comparison) -> Finding:
    """Every content word of the text stands in the evidence, and every name beside the words that it stood by."""
    near = measure(comparison)
    if stray := astray(comparison):
        return Finding("wording", False, f"“{stray}” stands by other words in the cited text")
    if put := _joined(comparison) or _placed(comparison):
        return Finding("wording", False, f"“{put}” is put otherwise in the cited text")
    if near.fresh:
        shown = ", ".join(dict.fromkeys(near.fresh[:8]))
        return Finding("wording", False, f"{near.share:.0%} of its words are the sources' own; not: {shown}")
    if not near.share:
        return Finding("wording", False, "it has no content word that could be looked for")
    return Finding("wording", True, "every word is the sources' own")
