"""Who acts: one name for a government, however news calls it.

"Moscow", "the Kremlin" and "Russia" are one voice where somebody denies or keeps silent. An office or a person of a
country is not its government: an ambassador's word is his own.
"""

from collections.abc import Sequence

from summarizer.checking.lexicon import COUNTRIES, word_set
from summarizer.checking.reading import Token, fold
from summarizer.checking.seats import SEATS

SIDES = frozenset(("north", "south"))
SPOKESMEN = word_set("spokesman spokeswoman spokesperson government authorities officials ministry new")
COUNTRY = frozenset(COUNTRIES.values())


def actor(tokens: Sequence[Token]) -> frozenset[str]:
    """Keys by which the noun phrase's actor is known; empty for a pronoun. A government has those of its country."""
    content = [t for t in tokens if t.content or t.key in SIDES]
    seat = next((frozenset(SEATS[w].split()) for t in content if (w := fold(t.text).removesuffix("'s")) in SEATS), None)
    others = [t for t in content if fold(t.text) not in SPOKESMEN and t.key not in COUNTRY and t.key not in SIDES]
    if seat and all(fold(t.text).removesuffix("'s") in SEATS for t in others):
        return seat
    named = frozenset(t.key for t in content if t.text[0].isupper())
    return named or frozenset(t.key for t in content)


def same_actor(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actors are one: the same country's government, or a name in common that is no country's."""
    if one == other:
        return bool(one)
    if one <= COUNTRY | SIDES or other <= COUNTRY | SIDES:
        return False
    return one <= other or other <= one
