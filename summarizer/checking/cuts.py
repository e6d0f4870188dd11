"""What may be left out of a span: whole constituents, with nothing put together that was apart.

"summoned the ambassador and demanded the withdrawal of troops" must not become "summoned troops", nor "12,000 troops,
including special forces" "12,000 special forces". A cut is allowed where a rule knows what was cut (a phrase between
commas, a modifier before its noun, a prepositional or relative phrase, one of two things that "and" joins); any other is
refused. Each function returns whether the cut is allowed; none looks at a second text.
"""

from summarizer.checking.laid import Word, Words, opens_clause
from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.names import TIED
from summarizer.checking.wordclasses import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    NOT,
    OPENING_DOUBT,
    PLACING,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SCALE_TOPS,
    SLIGHT,
    SUBORDINATORS,
    TO_THE_VERB,
    TURNING,
    WHOLES,
    gerund,
    past,
)

LONGEST = 80  # words of one cut; a longer one is refused
UNITS = 3  # phrases that one cut may hold
PAIRING = frozenset(("between", "both", "either", "neither"))
ANAPHORS = frozenset(("this", "that", "it", "them"))
COMPLETE = frozenset((*DETERMINERS, *PREPOSITIONS, *AUXILIARIES, *CONJUNCTIONS, *SUBORDINATORS)) - PRONOUNS - {"all"}
PARTICLES = frozenset(("out", "up", "down", "off", "back", "over", "in", "on"))
# Of what these are is all that they say.
VESSELS = word_set(
    """series number group part parts kind kinds lot lots pair set range form type types member members piece pieces
    host total lack risk act acts amount level levels rate share sort wave string case cases batch"""
)
SAYING = ("say", "think", "warn", "claim")
REACH = 12  # words that a "not" or a number is looked for


def joint(word: Word) -> bool:
    """Whether a word joins phrases, so that no noun phrase runs over it."""
    return word.low in PREPOSITIONS or word.low in CONJUNCTIONS or word.low in SUBORDINATORS


def modifier(words: tuple[Word, ...], i: int) -> bool:
    """Whether word `i` can stand inside a noun phrase: no joint, no verb; "the ongoing" and "the armed" are none."""
    word = words[i]
    if joint(word) or word.low in AUXILIARIES or word.low in PRONOUNS - DETERMINERS:
        return False
    if not word.verb or word.capital:
        return True
    before = words[i - 1].low if i else ""
    adjective = before in DETERMINERS or before in PREPOSITIONS or words[i].mark == "~"
    return adjective and (past(word.low) or gerund(word.low))


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
        _single(source, left, low, k) and (paired or not _main_verb(source, low, k)) and _cut(source, left, k, high, units - 1)
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
    if all(w.low in SLIGHT or _adverb(w) for w in words[low:high]):
        return not _scoped(source, low) or all(w.low in SLIGHT for w in words[low:high])
    if words[low].paused and words[high].paused:
        return _aside(source, low, high)
    if any(w.paused for w in words[low + 1 : high]) and not words[low].paused:
        return False
    return (
        _relative_pronoun(source, low, high)
        or _premodifier(source, left, low, high)
        or _listener(source, left, low, high)
        or _second(source, left, low, high)
        or _first(source, left, low, high)
        or (not words[low].paused and _phrase(source, left, low, high))
    )


def _adverb(word: Word) -> bool:
    return word.low.endswith("ly") and len(word.low) > 4 and word.low not in TURNING and not word.capital


def _aside(source: Words, low: int, high: int) -> bool:
    """What stands between two commas: no clause of its own, unless a relative or a report ("the mayor said")."""
    words = source.words
    first = words[low].low
    if ":" in words[high].mark or first in OPENING_DOUBT or first in NOT:
        return False
    if first in SUBORDINATORS or first in PREPOSITIONS or past(first) or gerund(first):
        return not any(w.paused and not modifier(words, i) for i, w in enumerate(words[low + 1 : high], low + 1))
    if first in CONJUNCTIONS:
        return _after_and(words, low, high)
    finite = [w for i, w in enumerate(words[low:high], low) if w.verb and not gerund(w.low) and not modifier(words, i)]
    if any(w.low in ("whom", "which") for w in words[low + 1 : low + 4]):  # "some of whom"
        return True
    return not finite or all(w.low in REPORTING for w in finite)


def _relative_pronoun(source: Words, low: int, high: int) -> bool:
    """ "The plane, which had left Oslo" says that the plane had left Oslo."""
    words = source.words
    return high == low + 1 and words[low].low in ("which", "who") and words[low].paused and words[high].verb


def _premodifier(source: Words, left: int, low: int, high: int) -> bool:
    """Modifiers directly before the noun they belong to, or before another modifier of it."""
    words = source.words
    if any(w.paused for w in words[low : high + 1]) or _scoped(source, low):
        return False
    if not all(modifier(words, i) for i in range(low, high)) or not _heads(source, high):
        return False
    if any(w.low in DETERMINERS for w in words[low + 1 : high]):
        return False  # an article opens a phrase of its own: "can [temper those] tendencies"
    if any(_turning(words, i) for i in range(low, high)) or words[high - 1].low in TIED or words[left].low in TIED:
        return False
    if any(w.owner or w.low in POSSESSIVE for w in words[low:high]):
        return False
    before = words[left]
    if before.low == "of" and words[low].capital and left and words[left - 1].capital:
        return False  # "University of [Chicago] students"
    if before.number and any(w.number for w in words[low:high]):
        return False
    return joint(before) or before.low in DETERMINERS or before.verb or before.number or _attributive(before)


def _turning(words: tuple[Word, ...], i: int) -> bool:
    """ "a second strike" is a strike; "the second strike" or a former strike is not the strike."""
    word = words[i]
    if word.low in SCALE_TOPS and words[i - 1].low in ("a", "an"):
        return False
    return word.low in TURNING or word.low in NOT or _superlative(word)


def _superlative(word: Word) -> bool:
    return word.low in SCALE_TOPS or (word.low.endswith("est") and len(word.low) > 5 and not word.capital)


def _heads(source: Words, i: int) -> bool:
    """Whether word `i` goes on with the noun phrase before it."""
    words = source.words
    if not modifier(words, i) or words[i].low in DETERMINERS or not words[i].content or words[i].number:
        return False
    if not words[i].low.endswith("s") or words[i].capital or i + 1 >= len(words):
        return True
    following = words[i + 1]  # "the US [general] visits Kabul"
    return following.paused or joint(following) or following.verb


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
    if _unfinished(words, left) or not _opens_phrase(source, low):
        return False
    named_before = all(w.low in ANAPHORS or w.low in PREPOSITIONS for w in words[low:high])  # "no comment [on this]"
    if not named_before and (_scoped(source, low) or restricts(source, left, low)):
        return False
    finite = [i for i in range(low + 1, high) if words[i].verb and not gerund(words[i].low) and not modifier(words, i)]
    if finite and words[low].low not in SUBORDINATORS:
        return False
    if any(words[i].low in SUBORDINATORS - PREPOSITIONS for i in range(low + 1, high)):
        return False
    paused = (words[high].paused or words[high].opens) and words[high].low not in ("and", "or")
    return paused or _closes(source, left, low, high, bool(finite))


def _opens_phrase(source: Words, i: int) -> bool:
    words = source.words
    word = words[i]
    if word.low in OPENING_DOUBT:
        return False
    if word.low in PREPOSITIONS or word.low in RELATIVES:
        return i + 1 < len(words) and (words[i + 1].content or words[i + 1].low in DETERMINERS | ANAPHORS | AUXILIARIES)
    following = words[i + 1].low if i + 1 < len(words) else ""
    reduced = (past(word.low) and following in PREPOSITIONS) or (gerund(word.low) and not word.capital)
    return reduced and not words[i - 1].verb and words[i - 1].content


def _closes(source: Words, left: int, low: int, high: int, finite: bool) -> bool:
    """Whether what follows a cut phrase at `high` did not belong to it."""
    words = source.words
    after = words[high]
    if after.low in ("and", "but"):
        return not finite and high + 1 < len(words) and words[high + 1].verb
    if after.verb and not gerund(after.low):
        return not words[left].verb or words[left].capital
    if after.low in SUBORDINATORS and after.low not in RELATIVES:
        return not finite
    if after.low == "that":
        return words[left].low in REPORTING
    if after.low in SLIGHT - DETERMINERS or _adverb(after):
        return not finite
    if after.low in PREPOSITIONS:
        return not finite and words[low].low in PREPOSITIONS and _attaches(words, low, high)
    return False


def _attaches(words: tuple[Word, ...], low: int, high: int) -> bool:
    """Whether the prepositional phrase at `high` says the same of what stood before the one at `low`."""
    after, inner = words[high].low, words[low + 1 : high]
    if after == "of" or not inner:
        return False
    if after in TO_THE_VERB or all(w.capital or w.low in ANAPHORS | {"the"} for w in inner):
        return True
    return words[low].low in PLACING and after in PLACING


def _second(source: Words, left: int, low: int, high: int) -> bool:
    """ "and Japan", "or Pyongyang": the second of two things, where each is true alone."""
    words = source.words
    if words[low].low not in ("and", "or", "but") or words[left].low in COMPLETE:
        return False
    if words[low].low == "or" and not _scoped(source, low):
        return False
    if _paired(words, left) or _counted(words, left) or not _after_and(words, low, high):
        return False
    after = words[high]
    if after.paused or after.opens:  # "acquitted her brother, Goran, | of bribing" goes on
        return after.low not in PREPOSITIONS or after.low == "according"
    simple = all(modifier(words, i) for i in range(low + 1, high))
    if after.low in PREPOSITIONS:
        return simple and after.low in PLACING | TO_THE_VERB and _alike(words[_np(words, left)], words[low + 1])
    return simple and after.verb and not gerund(after.low)


def _after_and(words: tuple[Word, ...], low: int, high: int) -> bool:
    return low + 1 < high and words[low + 1].low not in OPENING_DOUBT


def _np(words: tuple[Word, ...], i: int) -> int:
    """The first word of the noun phrase that ends at `i`."""
    while i > 0 and not words[i].paused and modifier(words, i - 1) and words[i].low not in DETERMINERS:
        i -= 1
    return i


def _paired(words: tuple[Word, ...], left: int) -> bool:
    return any(w.low in PAIRING for w in words[max(0, _np(words, left) - 2) : left + 1])


def _counted(words: tuple[Word, ...], left: int) -> bool:
    start = _np(words, left)
    return any(w.number or w.low in WHOLES for w in words[max(0, start - 1) : left + 1])


def _first(source: Words, left: int, low: int, high: int) -> bool:
    """ "Ukrainian and", "summoning the ambassador and": the first of two things that are built alike."""
    words = source.words
    if words[low].low == "both" and high - low > 2:
        low += 1
    elif left >= 0 and _pairs_before(words, low):
        return False
    if words[high - 1].low not in ("and", "but") or high - low < 2 or (left >= 0 and words[left].number):
        return False
    inner = range(low + 1, high - 1)
    if not _alike(words[low], words[high]):
        return False
    if words[low].verb or words[low].low.endswith("ing"):
        return not any(words[i].verb and not modifier(words, i) for i in inner) and not _scoped(source, low)
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


def _alike(a: Word, b: Word) -> bool:
    """Whether two words open phrases of one kind."""
    if a.low in PREPOSITIONS or b.low in PREPOSITIONS:
        return a.low == b.low
    if a.low in DETERMINERS or b.low in DETERMINERS:
        return a.low in DETERMINERS and b.low in DETERMINERS
    if a.low.endswith("ing") and b.low.endswith("ing"):
        return True
    if a.verb or b.verb:
        return a.verb and b.verb and gerund(a.low) == gerund(b.low) and (a.low in AUXILIARIES) == (b.low in AUXILIARIES)
    return a.capital == b.capital and not a.number and not b.number


def _scoped(source: Words, low: int) -> bool:
    """Whether a "not", "no" or "never" before `low` governs it: there, leaving out says more, not less."""
    words = source.words
    for i in range(low - 1, max(-1, low - REACH - 1), -1):
        if words[i].low in NOT:
            return True
        if words[i].opens or words[i].paused:
            return False
        if words[i].low in SUBORDINATORS and words[i].low not in RELATIVES:
            return False
    return False


def restricts(source: Words, left: int, low: int) -> bool:
    """Whether the phrase at `low` limits what a superlative or an "all" before it is said of, or says what it is part
    of: "the first woman [to lead the bank]", "half [of them]"."""
    words = source.words
    if words[low].paused:
        return False
    i = left
    for _ in range(6):
        if i < 0 or words[i].verb:
            return False
        if words[i].low == "percent":
            return words[low].low in ("of", "among")
        if _superlative(words[i]) or words[i].low in WHOLES:
            return True
        if words[low].low == "of" and (words[i].low == "one" or (i == left and words[i].low in VESSELS)):
            return True
        if words[i].paused or words[i].opens:
            return False
        i -= 1
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
    if after.mark == "~" or _unfinished(words, left) or words[left].low in TIED or after.low in OPENING_DOUBT:
        return False
    if after.paused:
        return True
    if after.low in ("and", "but"):
        return not _paired(words, left) and (not _counted(words, left) or words[low + 1].verb)
    if after.low == "or":
        return _scoped(source, low) and not _paired(words, left)
    if restricts(source, left, low):
        return False
    anaphoric = low + 1 < len(words) and words[low + 1].low in ANAPHORS
    if _scoped(source, low) and not anaphoric:
        return False
    if after.low == "to" and (words[left].verb or words[left].low in BE | HAVE) and not _place(words, low + 1):
        return False
    if after.low in SUBORDINATORS:
        return True
    return _opens_phrase(source, low) or (_adverb(after) and not words[left].owner)


def reports_clause(word: Word) -> bool:
    """Whether a word is a verb that a reported clause may follow without "that": "said", not "accused"."""
    told = word.low in REPORTING and REPORTING[word.low] in SAYING
    return told and not gerund(word.low) and not word.low.startswith(("accus", "express", "describ", "told"))


def _unfinished(words: tuple[Word, ...], i: int) -> bool:
    """Whether something must follow word `i`; after "walked out" nothing must."""
    return words[i].low in COMPLETE and not (words[i].low in PARTICLES and i > 0 and words[i - 1].verb)


def _place(words: tuple[Word, ...], i: int) -> bool:
    return i < len(words) and (words[i].capital or words[i].number or words[i].low in DETERMINERS)


def head(source: Words, right: int) -> bool:
    """Whether all that stands before `right` in its clause may fall out."""
    words = source.words
    if opens_clause(source, right):
        return True
    if words[right].mark == "~":
        return False
    low = right
    while not opens_clause(source, low) and right - low < REACH:
        low -= 1
    if not opens_clause(source, low) or any(w.paused for w in words[low + 1 : right + 1]):
        return False
    cut = range(low, right)
    if any(_turning(words, i) or words[i].low in POSSESSIVE for i in cut) or words[right - 1].low in TIED:
        return False
    if all(words[i].low in SLIGHT or _adverb(words[i]) for i in cut):
        return True
    if all(modifier(words, i) for i in cut) and _heads(source, right):
        return not words[right].verb
    return _first(source, -1, low, right)
