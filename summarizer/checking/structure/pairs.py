"""Two things that "and", "or" or "but" joins: which of them may fall out, so that what is kept is as true alone.

"Between Russia and Ukraine" holds no "between Russia"; "five men and women" are not five men; "A or B left" does not
say that A left. What follows a dropped second verb may belong to it, so that nothing may be kept from there.
"""

from summarizer.checking.structure.laid import Word, Words
from summarizer.checking.structure.phrases import alike, counted, denied, modifier, paired, phrase_start
from summarizer.checking.wordclasses import (
    MODALS,
    OPEN_ENDED,
    OPENING_DOUBT,
    PAIRING,
    PLACING,
    PREPOSITIONS,
    TO_THE_VERB,
    gerund,
)


def second_of_two(source: Words, left: int, low: int, high: int) -> bool:
    """ "and Japan", "or Pyongyang": the second of two things, where each is true alone."""
    words = source.words
    if words[low].low not in ("and", "or", "but") or words[left].low in OPEN_ENDED:
        return False
    if words[low].low == "or" and not denied(source, low):
        return False
    if paired(words, left) or (counted(words, left) and not words[low + 1].verb) or not after_and(words, low, high):
        return False
    after = words[high]
    if after.paused or after.opens:  # "acquitted her brother, Goran, | of bribing" goes on
        return after.low not in PREPOSITIONS or after.low == "according"
    simple = all(modifier(words, i) for i in range(low + 1, high))
    if after.low in PREPOSITIONS:
        return simple and after.low in PLACING | TO_THE_VERB and alike(words[phrase_start(words, left)], words[low + 1])
    if words[low].paused:  # ", and the board [is looking]": a clause of its own, whose verb is no other's
        return False
    return simple and after.verb and not gerund(after.low)


def after_and(words: tuple[Word, ...], low: int, high: int) -> bool:
    return low + 1 < high and words[low + 1].low not in OPENING_DOUBT


def first_of_two(source: Words, left: int, low: int, high: int) -> bool:
    """ "Ukrainian and", "summoning the ambassador and": the first of two things that are built alike."""
    words = source.words
    if words[low].low == "both" and high - low > 2:
        low += 1
    elif left >= 0 and _pairs_before(words, low):
        return False
    if words[high - 1].low not in ("and", "but") or high - low < 2 or (left >= 0 and words[left].number):
        return False
    inner = range(low + 1, high - 1)
    if not alike(words[low], words[high]):
        return False
    governed = left >= 0 and words[left].low in MODALS  # "will [close the plant and] move"
    if words[low].verb or words[low].low.endswith("ing") or governed:
        return not any(words[i].verb and not modifier(words, i) for i in inner) and not denied(source, low)
    if words[low].low in PREPOSITIONS:
        return not any(words[i].verb for i in inner)
    if (
        left >= 0
        and words[left].low in PREPOSITIONS
        and words[left].low not in ("of", "with", "by", "for", "from", "to")
    ):
        return all(modifier(words, i) for i in inner)
    return all(modifier(words, i) for i in inner)


def _pairs_before(words: tuple[Word, ...], low: int) -> bool:
    return any(w.low in PAIRING for w in words[max(0, low - 2) : low])
