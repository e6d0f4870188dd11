"""What follows a phrase that was cut: whether it belonged to the phrase, or to what stood before it.

"Sent a bill [for the treaty] to parliament" sent it to parliament; "met the mayor [of the town] in the hills" may speak
of a town in the hills. Where the form does not tell, the answer is that it belonged to the phrase.
"""

from summarizer.checking.lexicon import REPORTING
from summarizer.checking.structure.laid import Word, Words
from summarizer.checking.structure.phrases import acts, adverb, place
from summarizer.checking.wordclasses import (
    ANAPHORS,
    CALLED_FOR,
    DETERMINERS,
    PLACING,
    PREPOSITIONS,
    PURPOSES,
    RELATIVES,
    SLIGHT,
    SUBORDINATORS,
    TO_THE_VERB,
    gerund,
)

NEAREST = 8  # words before a phrase in which its verb is looked for


def closes(source: Words, left: int, low: int, high: int, finite: bool) -> bool:
    """Whether what follows a cut phrase at `high` did not belong to it."""
    words = source.words
    after = words[high]
    if after.low in ("and", "but"):
        return not finite and acts(words, high + 1)
    if after.verb and not gerund(after.low):
        return not words[left].verb or words[left].capital
    if after.low in SUBORDINATORS and after.low not in RELATIVES:
        return not finite
    if after.low == "that":
        named = all(w.capital or w.low == "the" for w in words[low + 1 : high])  # no name is "a river that"
        return words[left].low in REPORTING or (named and not finite)
    if after.low in SLIGHT - DETERMINERS or adverb(after):
        return not finite
    if after.low == "to" and words[left].verb and not place(words, high + 1):
        return not finite  # "voted [by 88 to 61] to lower the age"
    if after.low == "for" and high + 1 < len(words) and words[high + 1].number:
        return not finite  # "blocked the road [to the airport] for three hours"
    if words[left].verb and (after.low in ("through", "via") or (after.low == "for" and gerund(words[high + 1].low))):
        return not finite  # "escaped [from the prison] through a tunnel"
    if after.low in PREPOSITIONS:
        return (
            not finite
            and words[low].low in PREPOSITIONS
            and (_attaches(words, low, high) or _called_for(words, left, low, high))
        )
    return False


def _called_for(words: tuple[Word, ...], left: int, low: int, high: int) -> bool:
    """Whether the verb before `left` calls for the preposition at `high`, and nothing else nearer does."""
    after = words[high].low
    if any(w.low == after for w in words[low:high]):
        return False
    at = next((i for i in range(left, max(-1, left - NEAREST), -1) if words[i].verb or words[i].paused), -1)
    return at >= 0 and words[at].low in CALLED_FOR.get(after, frozenset())


def _attaches(words: tuple[Word, ...], low: int, high: int) -> bool:
    """Whether the prepositional phrase at `high` says the same of what stood before the one at `low`."""
    after, inner = words[high].low, words[low + 1 : high]
    if after == "of" or not inner:
        return False
    if after == "in" and high + 1 < len(words) and words[high + 1].low in PURPOSES:
        return True
    if after in TO_THE_VERB or all(w.capital or w.low in ANAPHORS | {"the"} for w in inner):
        return True
    return words[low].low in PLACING and after in PLACING
