"""The ends of a piece: where a clause begins that may stand by itself, and what may fall out before or after a piece.

"reports that North Korea was sending troops" must not become "North Korea was sending troops": a clause stands by
itself only where its sentence asserts it.
"""

from itertools import takewhile

from summarizer.checking.lexicon import REPORTING
from summarizer.checking.names import TIED
from summarizer.checking.structure.laid import Words
from summarizer.checking.structure.pairs import first_of_two
from summarizer.checking.structure.phrases import (
    acts,
    adverb,
    answers,
    counted,
    credits,
    denied,
    goes_on,
    joint,
    modifier,
    opens_phrase,
    paired,
    place,
    reports_clause,
    restricts,
    turns,
    unfinished,
)
from summarizer.checking.wordclasses import (
    ANAPHORS,
    ASSERTING,
    BE,
    HAVE,
    LABELS,
    OPENING_DOUBT,
    POSSESSIVE,
    SLIGHT,
    SUBORDINATORS,
)

FARTHEST = 12  # words before a piece in which its clause must begin


def opens_clause(source: Words, i: int) -> bool:
    """Whether a clause of its own begins at word `i`, one that is asserted with the sentence it stands in."""
    word = source.words[i]
    if word.opens or word.paused:
        return True
    before = source.words[i - 1]
    if _dateline(source, i):
        return True
    if before.low in ASSERTING:
        return True
    if before.low == "that":
        return _reported(source, i - 1)
    if before.low in ("and", "or", "nor"):
        return before.paused or before.opens
    return before.low in REPORTING


def apposition(source: Words, i: int) -> bool:
    """Whether what opens at word `i` only says who or what stood before it: ", a mother of two,"."""
    words = source.words
    if not words[i].paused or words[i].low not in ("a", "an", "the"):
        return False
    for word in words[i + 1 :]:
        if word.paused or word.opens:
            return True
        if word.verb or word.low in SUBORDINATORS or word.low in OPENING_DOUBT:
            return False
    return True


def _dateline(source: Words, i: int) -> bool:
    """Whether only a place in capitals stands before word `i`: "WASHINGTON The number of children"."""
    if not source.words[i].capital or not source.words[i - 1].text.isupper() or len(source.words[i - 1].text) < 4:
        return False
    while i > 0 and source.words[i - 1].text.isupper():
        i -= 1
    return source.words[i].opens


def _reported(source: Words, that: int) -> bool:
    """Whether a verb of reporting governs this "that"; the speech check then holds the speaker."""
    for i in range(that - 1, max(-1, that - 7), -1):
        if source.words[i].low in REPORTING:
            return REPORTING[source.words[i].low] in ("say", "claim", "confirm", "warn", "think")
        if source.clauses[i] != source.clauses[that - 1]:
            break
    return False


def tail(source: Words, left: int) -> bool:
    """Whether all that follows `left` in its sentence may fall out."""
    words = source.words
    low = left + 1
    if low >= len(words) or words[low].opens:
        return True
    after = words[low]
    if reports_clause(words[left]) and not joint(after):
        return True  # "… , investigators said": what they said stands before them; the speech check holds it
    if after.mark == "~" or unfinished(words, left) or after.low in OPENING_DOUBT or credits(source, low):
        return False
    if after.paused:
        return True
    if words[left].low in TIED:
        return False
    if words[left].capital and _labels(source, low):
        return True
    if after.low in ("and", "but"):
        return not paired(words, left) and (not counted(words, left) or acts(words, low + 1))
    if after.low == "or":
        return denied(source, low) and not paired(words, left)
    answered = answers(source, low)
    if restricts(source, left, low) and not answered:
        return False
    anaphoric = low + 1 < len(words) and words[low + 1].low in ANAPHORS
    if denied(source, low) and not anaphoric and not answered:
        return False
    if after.low == "to" and (words[left].verb or words[left].low in BE | HAVE) and not place(words, low + 1):
        return False
    if after.low in SUBORDINATORS:
        return True
    return opens_phrase(source, low) or (adverb(after) and not words[left].owner)


def _labels(source: Words, low: int) -> bool:
    """Whether only the kind of what was named follows: "Yonhap [news agency]"."""
    rest = takewhile(lambda word: not (word.paused or word.opens), source.words[low:])
    return all(word.low in LABELS for word in rest)


def head(source: Words, right: int) -> bool:
    """Whether all that stands before `right` in its clause may fall out."""
    words = source.words
    if opens_clause(source, right):
        return True
    if words[right].mark == "~":
        return False
    low = right
    while not opens_clause(source, low) and right - low < FARTHEST:
        low -= 1
    if not opens_clause(source, low) or any(w.paused for w in words[low + 1 : right + 1]):
        return False
    cut = range(low, right)
    if any(turns(words, i) or words[i].low in POSSESSIVE for i in cut) or words[right - 1].low in TIED:
        return False
    if all(words[i].low in SLIGHT or adverb(words[i]) for i in cut):
        return True
    if all(modifier(words, i) for i in cut) and goes_on(source, right):
        return not words[right].verb
    return first_of_two(source, -1, low, right)
