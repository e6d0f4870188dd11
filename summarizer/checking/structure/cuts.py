"""What may be left out inside a span: whole constituents, with nothing put together that was apart.

"summoned the ambassador and demanded the withdrawal of troops" must not become "summoned troops", nor "12,000 troops,
including special forces" "12,000 special forces". A cut is allowed where a rule knows what was cut (a phrase between
commas, a modifier before its noun, a prepositional or relative phrase, one of two things that "and" joins); any other
is refused. None of it looks at a second text.
"""

from summarizer.checking.lexicon import REPORTING
from summarizer.checking.names import TIED
from summarizer.checking.structure.attaching import closes
from summarizer.checking.structure.laid import Word, Words
from summarizer.checking.structure.pairs import after_and, first_of_two, second_of_two
from summarizer.checking.structure.phrases import (
    adverb,
    answers,
    credits,
    denied,
    goes_on,
    joint,
    main_verb_before,
    modifier,
    of_a_time,
    opens_phrase,
    restricts,
    turns,
    unfinished,
)
from summarizer.checking.wordclasses import (
    ANAPHORS,
    CONJUNCTIONS,
    DETERMINERS,
    NOT,
    OPENING_DOUBT,
    POSSESSIVE,
    PREPOSITIONS,
    SLIGHT,
    SUBORDINATORS,
    TO_THE_VERB,
    gerund,
    past,
)

LONGEST = 80  # words of one cut; a longer one is refused
UNITS = 3  # phrases that one cut may hold


def within(source: Words, low: int, high: int) -> bool:
    """Whether words [low, high) are cut off inside a compound: "nuclear-|armed"."""
    words = source.words
    return (low > 0 and words[low].mark == "~") or (high < len(words) and words[high].mark == "~")


def gap(source: Words, left: int, right: int) -> bool:
    """Whether the words between `left` and `right`, which are kept, may fall out."""
    if right - left > LONGEST:
        return False
    for shift in _shifts(source, left, right):
        a, b = left + shift, right + shift
        if not within(source, a + 1, b) and _cut(source, a, a + 1, b, UNITS):
            return True
    return False


def _shifts(source: Words, left: int, right: int) -> list[int]:
    """The same cut may be seen as another one: "a [policeman and a] boy" is "[a policeman and] a boy"."""
    words, shifts = source.words, [0]
    n = 0
    while left + n > 0 and words[left + n].key == words[right + n - 1].key and n > -3:
        n -= 1
        shifts.append(n)
    n = 0
    while right + n < len(words) and words[left + n + 1].key == words[right + n].key and n < 3:
        n += 1
        shifts.append(n)
    return [s for s in shifts if left + s >= 0 and right + s < len(words)]


def _cut(source: Words, left: int, low: int, high: int, units: int) -> bool:
    """Whether [low, high) falls into at most `units` phrases that may each fall out after `left`."""
    if low >= high or _single(source, left, low, high):
        return True
    if units <= 1:
        return False
    if source.words[low].low in CONJUNCTIONS and any(w.verb for w in source.words[low:high]):
        return False  # "but acquitted her brother": what comes after it may still be his
    paired = source.words[high - 1].low in ("and", "but")  # "[, a baker, sang and] danced"
    return any(
        _single(source, left, low, k)
        and (paired or not _main_verb(source, low, k))
        and _cut(source, left, k, high, units - 1)
        for k in range(low + 1, high)
        if source.words[k].paused or joint(source.words[k])
    )


def _main_verb(source: Words, low: int, high: int) -> bool:
    """Whether the verb at `high`, after a phrase between commas, is that of the whole clause."""
    words = source.words
    return words[low].paused and words[high].paused and words[high].verb and not gerund(words[high].low)


def _single(source: Words, left: int, low: int, high: int) -> bool:
    """Whether [low, high) is one phrase that may fall out between `left` and `high`."""
    words = source.words
    if all(w.low in SLIGHT or adverb(w) for w in words[low:high]):
        return not denied(source, low) or all(w.low in SLIGHT for w in words[low:high])
    if words[low].paused and words[high].paused:
        return _aside(source, low, high)
    if words[low].verb and not words[low].paused and first_of_two(source, left, low, high):
        return True
    if any(w.paused for w in words[low + 1 : high]) and not words[low].paused:
        return False
    return (
        _relative_pronoun(source, left, low, high)
        or _premodifier(source, left, low, high)
        or _listener(source, left, low, high)
        or second_of_two(source, left, low, high)
        or first_of_two(source, left, low, high)
        or (not words[low].paused and _phrase(source, left, low, high))
    )


def _aside(source: Words, low: int, high: int) -> bool:
    """What stands between two commas: no clause of its own, unless a relative or a report ("the mayor said")."""
    words = source.words
    first = words[low].low
    if ":" in words[high].mark or first in OPENING_DOUBT or first in NOT or credits(source, low):
        return False
    clause = first in SUBORDINATORS or any(w.verb for w in words[low:high])
    own = words[high].low in TO_THE_VERB and gerund(first)  # ", cutting 340 jobs, after sales fell"
    if clause and words[high].low in PREPOSITIONS and words[high].low != "according" and not own:
        return False  # "who will face the top seed, Lisova, [in the final]": the phrase may be the clause's own
    if first in SUBORDINATORS or first in PREPOSITIONS or past(first) or gerund(first):
        return not any(w.paused and not modifier(words, i) for i, w in enumerate(words[low + 1 : high], low + 1))
    if first in CONJUNCTIONS:
        return after_and(words, low, high)
    finite = [w for i, w in enumerate(words[low:high], low) if w.verb and not gerund(w.low) and not modifier(words, i)]
    if any(w.low in ("whom", "which") for w in words[low + 1 : low + 4]):  # "some of whom"
        return True
    return not finite or all(w.low in REPORTING for w in finite)


def _relative_pronoun(source: Words, left: int, low: int, high: int) -> bool:
    """ "The plane, which had left Oslo" says that the plane had left Oslo."""
    words = source.words
    return left + 1 == low == high - 1 and words[low].low in ("which", "who") and words[low].paused and words[high].verb


def _premodifier(source: Words, left: int, low: int, high: int) -> bool:
    """Modifiers directly before the noun they belong to, or before another modifier of it."""
    words = source.words
    if any(w.paused for w in words[low : high + 1]) or denied(source, low):
        return False
    if not all(modifier(words, i) for i in range(low, high)) or not goes_on(source, high):
        return False
    if any(w.low in DETERMINERS for w in words[low + 1 : high]):
        return False  # an article opens a phrase of its own: "can [temper those] tendencies"
    if words[high - 1].low in TIED or words[left].low in TIED:
        return False
    if of_a_time(words[low:high]):
        return True
    if any(turns(words, i) or words[i].owner or words[i].low in POSSESSIVE for i in range(low, high)):
        return False
    before = words[left]
    if before.low == "of" and words[low].capital and left and words[left - 1].capital:
        return False  # "University of [Chicago] students"
    if before.number and any(w.number for w in words[low:high]):
        return False
    return joint(before) or before.low in DETERMINERS or before.verb or before.number or _attributive(before)


def _attributive(word: Word) -> bool:
    """Whether a word is an adjective or a name, so that what follows it is more than a part of a compound."""
    return word.capital or word.low.endswith(("al", "ic", "ous", "ive", "ful", "ary", "ish", "ian", "ern", "less"))


def _listener(source: Words, left: int, low: int, high: int) -> bool:
    """ "told reporters that": whom it was told."""
    words = source.words
    told = words[left].low in ("told", "tell", "tells", "informed", "warned", "assured")
    return told and words[high].low == "that" and all(modifier(words, i) for i in range(low, high))


def _phrase(source: Words, left: int, low: int, high: int) -> bool:
    """A phrase after what it belongs to: prepositional, relative, participial."""
    words = source.words
    if unfinished(words, left) or not opens_phrase(source, low):
        return False
    named_before = all(w.low in ANAPHORS or w.low in PREPOSITIONS for w in words[low:high])  # "no comment [on this]"
    if not named_before and not answers(source, low) and (denied(source, low) or restricts(source, left, low)):
        return False
    participle = past(words[low].low) and words[low].low not in PREPOSITIONS
    if participle and not main_verb_before(source, low) and (not words[high].verb or words[high].paused):
        return False  # "Arai [lost to the qualifier], who will face": that was the verb of the clause
    finite = [i for i in range(low + 1, high) if words[i].verb and not gerund(words[i].low) and not modifier(words, i)]
    if finite and words[low].low not in SUBORDINATORS:
        return False
    if any(words[i].low in SUBORDINATORS - PREPOSITIONS for i in range(low + 1, high)):
        return False
    paused = (words[high].paused or words[high].opens) and words[high].low not in ("and", "or")
    return paused or closes(source, left, low, high, bool(finite))
