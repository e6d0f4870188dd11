"""A figure that stands far from what it counts: "the number of people killed in the crash has risen to five".

The count is named first and its figure comes after a verb, with a place or a day between. Only this one form is read:
"number of", then those who are in a state, then a verb by which a number moves or stands, then the figure. A figure, a
comma or another clause between them ends it, because then something else may be counted.
"""

from collections.abc import Sequence

from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import Token, fold

REACH = 26  # tokens from "number" to its figure
MOVING = word_set(
    "rise rises rose risen rising climb climbs climbed climbing grow grown grew increased jumped stands stood"
)
RAISING = word_set(
    "bring brings bringing brought raise raises raising raised take takes taking took push pushes pushing"
)
ADVERBS = word_set("further again sharply now slightly since")
# Between "number of" and the state: who they are, and that it is known of them.
WHO = word_set(
    """the those people persons victims patients residents passengers known confirmed to have has had been who were are
    fallen being reported officially"""
)
END = frozenset(',;:()—–"“”?!.')


def total(tokens: Sequence[Token], before: int, states: frozenset[str]) -> int | None:
    """The token that names the state of those counted by the figure after token `before`; None in any other form.

    `states`: the words for a state, folded.
    """
    if before < 0 or fold(tokens[before].text) not in ("to", "at"):
        return None
    words = [fold(t.text) for t in tokens[max(0, before - REACH) : before]]
    first = before - len(words)
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] == "number"), -1)
    if at < 0 or words[at + 1 : at + 2] != ["of"] or any(w in END or w[0].isdigit() for w in words[at:]):
        return None
    state = at + 2
    while state < len(words) and words[state] in WHO:
        state += 1
    if state == len(words) or words[state] not in states:
        return None
    verb = len(words) - 1
    while verb > state and words[verb] in ADVERBS:
        verb -= 1
    raised = any(w in RAISING for w in words[max(0, at - 3) : at])
    return first + state if raised or words[verb] in MOVING else None
