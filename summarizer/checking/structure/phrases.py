"""Phrases: where a noun phrase begins, what a word modifies, what a "not" or an "all" reaches.

Each reads the words of one text around one place; none allows or refuses anything. Where form does not tell, each
answers in the way that makes the callers refuse.
"""

from summarizer.checking.lexicon import REPORTING
from summarizer.checking.structure.laid import Word, Words
from summarizer.checking.wordclasses import (
    ANAPHORS,
    ANSWERS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOT,
    OPEN_ENDED,
    OPENING_DOUBT,
    PAIRING,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SCALE_TOPS,
    SUBORDINATORS,
    TIMES,
    TOPICS,
    TURNING,
    VESSELS,
    WHOLES,
    gerund,
    past,
)

SAYING = ("say", "think", "warn", "claim")
REACH = 12  # words that a "not" is looked for


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


def reports_clause(word: Word) -> bool:
    """Whether a word is a verb that a reported clause may follow without "that": "said", not "accused"."""
    told = word.low in REPORTING and REPORTING[word.low] in SAYING
    return told and not gerund(word.low) and not word.low.startswith(("accus", "express", "describ", "told"))


def superlative(word: Word) -> bool:
    return word.low in SCALE_TOPS or (word.low.endswith("est") and len(word.low) > 5 and not word.capital)


def turns(words: tuple[Word, ...], i: int) -> bool:
    """ "a second strike" is a strike; "the second strike" or a former strike is not the strike."""
    word = words[i]
    if word.low in SCALE_TOPS and words[i - 1].low in ("a", "an"):
        return False
    return word.low in TURNING or word.low in NOT or superlative(word)


def goes_on(source: Words, i: int) -> bool:
    """Whether word `i` goes on with the noun phrase before it."""
    words = source.words
    if not modifier(words, i) or words[i].low in DETERMINERS or not words[i].content or words[i].number:
        return False
    if not words[i].low.endswith("s") or words[i].capital or i + 1 >= len(words):
        return True
    following = words[i + 1]  # "the US [general] visits Kabul"
    return following.paused or not (following.capital or following.number or following.low in DETERMINERS)


def of_a_time(words: tuple[Word, ...]) -> bool:
    """ "last month's", "this year's"."""
    return len(words) == 2 and words[0].low in ("last", "this") and words[1].low.removesuffix("'s") in TIMES


def phrase_start(words: tuple[Word, ...], i: int) -> int:
    """The first word of the noun phrase that ends at `i`."""
    while i > 0 and not words[i].paused and modifier(words, i - 1) and words[i].low not in DETERMINERS:
        i -= 1
    return i


def paired(words: tuple[Word, ...], left: int) -> bool:
    return any(w.low in PAIRING for w in words[max(0, phrase_start(words, left) - 2) : left + 1])


def counted(words: tuple[Word, ...], left: int) -> bool:
    start = phrase_start(words, left)
    return any(w.number or w.low in WHOLES for w in words[max(0, start - 1) : left + 1])


def alike(a: Word, b: Word) -> bool:
    """Whether two words open phrases of one kind."""
    if a.low in PREPOSITIONS or b.low in PREPOSITIONS:
        return a.low == b.low
    if a.low in DETERMINERS or b.low in DETERMINERS:
        return a.low in DETERMINERS and b.low in DETERMINERS
    if a.low.endswith("ing") and b.low.endswith("ing"):
        return True
    if a.verb or b.verb:
        return (
            a.verb and b.verb and gerund(a.low) == gerund(b.low) and (a.low not in AUXILIARIES or b.low in AUXILIARIES)
        )
    return a.capital == b.capital and not a.number and not b.number


def denied(source: Words, low: int) -> bool:
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


def credits(source: Words, low: int) -> bool:
    """Whether the phrase at `low` says whose word this is, with no speaker of its own: "as noted in a letter"."""
    words = source.words
    return words[low].low == "as" and low + 1 < len(words) and words[low + 1].low in REPORTING


def answers(source: Words, low: int) -> bool:
    """Whether the phrase at `low` only says on what there was no answer: "no comment [concerning the claims]"."""
    words, since = source.words, max(0, low - REACH)
    topic = next((i for i in range(low, since, -1) if words[i].low in TOPICS), 0)
    return denied(source, low) and any(word.low in ANSWERS for word in words[since:topic])


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
        if superlative(words[i]) or words[i].low in WHOLES:
            return True
        if words[low].low == "of" and (words[i].low == "one" or (i == left and words[i].low in VESSELS)):
            return True
        if words[i].paused or words[i].opens:
            return False
        i -= 1
    return False


def unfinished(words: tuple[Word, ...], i: int) -> bool:
    """Whether something must follow word `i`; after "walked out" nothing must."""
    return words[i].low in OPEN_ENDED and not (words[i].low in PARTICLES and i > 0 and words[i - 1].verb)


def opens_phrase(source: Words, i: int) -> bool:
    words = source.words
    word = words[i]
    if word.low in OPENING_DOUBT or _measures(words, i):
        return False
    if word.low in ("next", "last") and i + 1 < len(words) and words[i + 1].low in TIMES:
        return True
    if word.low in PREPOSITIONS or word.low in RELATIVES:
        return i + 1 < len(words) and (
            words[i + 1].content or words[i + 1].low in DETERMINERS | ANAPHORS | AUXILIARIES | RELATIVES
        )
    following = words[i + 1].low if i + 1 < len(words) else ""
    ends = i + 1 >= len(words) or words[i + 1].opens or words[i + 1].paused  # "a study published [on Wednesday]."
    reduced = (past(word.low) and (following in PREPOSITIONS or ends)) or (gerund(word.low) and not word.capital)
    return reduced and not words[i - 1].verb and words[i - 1].content


def _measures(words: tuple[Word, ...], i: int) -> bool:
    """ "at least 70 people", "about 30 homes": a figure with its hedge is no phrase of place."""
    if i + 1 >= len(words):
        return False
    following = words[i + 1]
    bounded = words[i].low == "at" and following.low in ("least", "most")
    return bounded or (words[i].low in ("about", "around", "over", "under", "up", "below") and following.number)


def main_verb_before(source: Words, i: int) -> bool:
    """Whether the clause that word `i` stands in has its verb already, so that "hidden in a lorry" only describes."""
    words = source.words
    for k in range(i - 1, -1, -1):
        if words[k].verb and not gerund(words[k].low) and not modifier(words, k):
            return True
        if words[k].opens or words[k].low in SUBORDINATORS:
            break
    return False


def adverb(word: Word) -> bool:
    return word.low.endswith("ly") and len(word.low) > 4 and word.low not in TURNING and not word.capital


def acts(words: tuple[Word, ...], i: int) -> bool:
    """Whether a verb stands at `i`; "plans" is one before "to"."""
    if i >= len(words):
        return False
    return words[i].verb or (words[i].low.endswith("s") and i + 1 < len(words) and words[i + 1].low == "to")


def place(words: tuple[Word, ...], i: int) -> bool:
    return i < len(words) and (words[i].capital or words[i].number or words[i].low in DETERMINERS)
