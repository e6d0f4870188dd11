"""What one of two copies says in place of what the other says: another figure, name, day, or the contrary.

A copy may leave out, add, round, reorder and reword. It may not put 1,200 where its twin has 12,000. So only what
stands in the other's place counts, and only where neither copy has it a sentence before or after: an alarm that rings
for honest editing is soon ignored. Nothing here knows which of the two is right.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from summarizer.checking import negation
from summarizer.checking.comparing import align
from summarizer.checking.copies.renamed import half_named, renamed
from summarizer.checking.copies.twins import Side, Told, gaps, is_close
from summarizer.checking.cues import Cue
from summarizer.checking.dates import DAYS, MONTHS
from summarizer.checking.lexicon import word_set
from summarizer.checking.numbers import Quantity, same_noun
from summarizer.checking.reading import Token, fold

ROUNDED = Fraction(1, 10)  # how far a rounded figure may lie from the exact one
LONGEST = 400  # tokens of a sentence
CALENDAR = (frozenset(DAYS), frozenset(MONTHS) - {"may", "march"})
TO = word_set("failed fail fails failing refused refuse refuses refusing declined declines declining lacked lacks lack")
# What may stand between "not" and what is denied.
LIGHT = word_set("manage managed able succeed succeeded in to be been being have had yet ever even really get got")


def substitutions(one: Told, other: Told) -> Iterator[tuple[str, str]]:
    """What `one` has and `other` has in its place, in their words; "" for a side that has nothing there."""
    mine, theirs = Side(one), Side(other)
    if one.text == other.text or max(len(mine.passage.tokens), len(theirs.passage.tokens)) > LONGEST:
        return
    at = align(mine.passage, theirs.passage)
    close = is_close(mine.passage, theirs.passage, at)
    found = list(_figures(mine, theirs, close))
    found += [*_days(mine, theirs), *half_named(mine, theirs)]
    found += _denied(mine, theirs, close)
    if close:
        for left, right in gaps(mine.passage, theirs.passage, at):
            found += [
                new
                for new in (*_counted_off(mine, theirs, left, right), *renamed(mine, theirs, left, right))
                if not _is_part(new, found)
            ]
    yield from dict.fromkeys(found)


def _is_part(new: tuple[str, str], found: Sequence[tuple[str, str]]) -> bool:
    return any(new[0] in one or new[1] in other for one, other in found)


def _figures(mine: Side, theirs: Side, close: bool) -> Iterator[tuple[str, str]]:
    """Figures of one kind that only one of the two has, in order."""
    left = [q for q in mine.figures if q.value not in theirs.values]
    right = [q for q in theirs.figures if q.value not in mine.values]
    if not close:  # the words around them are other words: the one figure that neither article has but one
        left = [q for q in left if q.value not in theirs.told.values]
        right = [q for q in right if q.value not in mine.told.values]
        close = len(left) == 1 == len(right)
    for figure in left:
        rival = next((q for q in right if _same_kind(figure, q, close)), None)
        if rival is None:
            continue
        right.remove(rival)
        if not _is_rounded(figure, rival):
            yield mine.shown(figure), theirs.shown(rival)


def _same_kind(one: Quantity, other: Quantity, close: bool) -> bool:
    if one.unit != other.unit:
        return False
    return close or (one.noun is not None and other.noun is not None and same_noun(one.noun, other.noun))


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one figure may be the other, rounded: near it, and hedged otherwise or with fewer digits."""
    low, high = sorted((one.value, other.value))
    if high == 0 or (high - low) > ROUNDED * high:
        return False
    return one.hedge != other.hedge or _digits(one.value) != _digits(other.value)


def _digits(value: Fraction) -> int:
    """Significant digits: 2 of 12,000, 3 of 34.2."""
    return len(f"{float(value):.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))


def _days(mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """The only weekday or month that each names, if they are two."""
    for names in CALENDAR:
        one, other = ([t for t in side.passage.tokens if fold(t.text) in names] for side in (mine, theirs))
        if len(one) == 1 == len(other) and one[0].key not in theirs.near and other[0].key not in mine.near:
            yield one[0].text, other[0].text


def _counted_off(mine: Side, theirs: Side, left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """A number that is no quantity (an age, an hour, a year) where the other has another."""
    one, other = (
        [t for t in gap if t.text[0].isdigit() and t.key not in beside.near and not side.counts(t)]
        for gap, side, beside in ((left, mine, theirs), (right, theirs, mine))
    )
    if len(one) == 1 == len(other):
        yield one[0].text, other[0].text


def _denied(mine: Side, theirs: Side, close: bool) -> Iterator[tuple[str, str]]:
    """What one denies and the other does not, or its very opposite."""
    here, there = _cues(mine), _cues(theirs)
    if len(here) == len(there) or len(negation.negations(mine.passage)) == len(negation.negations(theirs.passage)):
        yield from _opposites(mine, theirs) if close else ()
        return
    denying, plain = (mine, theirs) if len(here) > len(there) else (theirs, mine)
    if not close and negation.negations(plain.passage):
        return
    for cue in max(here, there, key=len):
        at = _governed(denying, cue)
        word, governed = denying.passage.tokens[cue.at], denying.passage.tokens[at]
        # Other words deny in other ways; only "not" before a word that both have can be held against them.
        bare = close or (
            _is_not(fold(word.text)) and all(_is_light(t) for t in denying.passage.tokens[cue.at + 1 : at])
        )
        if bare and cue.scope and governed.key in plain.passage.places and word.key not in plain.passage.places:
            words = denying.words(sorted((word, governed), key=lambda token: token.start))
            yield (words, "") if denying is mine else ("", words)
            return


def _governed(side: Side, cue: Cue) -> int:
    """The place of the word that is denied: "close" of "did not manage to close"; the cue's own if it governs none."""
    return next((i for i in cue.scope if i > cue.at and not _is_light(side.passage.tokens[i])), cue.at)


def _is_light(token: Token) -> bool:
    return fold(token.text) in LIGHT


def _is_not(word: str) -> bool:
    return word in ("not", "never") or word.endswith("n't")


def _cues(side: Side) -> list[Cue]:
    """The words that deny; "failed" alone is no denial, "failed to" is."""
    tokens = side.passage.tokens
    found = []
    for cue in negation.negations(side.passage):
        following = fold(tokens[cue.at + 1].text) if cue.at + 1 < len(tokens) else ""
        if fold(tokens[cue.at].text) not in TO or following == "to":
            found.append(cue)
    return found


def _opposites(mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    for token in mine.passage.tokens:
        for rival in theirs.passage.tokens if token.key in negation.OPPOSITE else ():
            fresh = token.key not in theirs.passage.places and rival.key not in mine.passage.places
            if rival.key in negation.OPPOSITE[token.key] and fresh:
                yield token.text, rival.text
