"""Whether those counted make up a protest or a strike, so that "300 people marched" and "500 protesters gathered" are
one question, and "2,300 nurses stopped work" and "1,800 nurses took part in the walkout".

Only being there is told by these words. What protesters do to somebody, or is done to some of them, is counted apart.
Who strikes is told by the noun: nurses are not porters.
"""

from collections.abc import Sequence

from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import Token, fold

PROTEST, STRIKE = "protesting", "on strike"
CROWDS = (PROTEST, STRIKE)  # who was there is counted once, and by each side
MARCHING = word_set("protested demonstrated marched rallied protesting demonstrating marching rallying")
MARCHERS = word_set("protesters protestors demonstrators marchers")
ASSEMBLING = MARCHING | word_set("gathered assembled massed attended")
STOPPING = (("walked", "out"), ("walk", "out"), ("stopped", "work"), ("stop", "work"), ("downed", "tools"))
STRIKING = (("went", "on", "strike"), ("were", "on", "strike"), ("are", "on", "strike"), ("go", "on", "strike"))
JOINING = (("joined",), ("joining",), ("join",), ("took", "part", "in"), ("taking", "part", "in"), ("attended",))
EVENTS = {
    PROTEST: word_set("protest protests march rally demonstration"),
    STRIKE: word_set("strike walkout stoppage picket"),
}
REACH = 6  # words from "took part in" to the name of the event


def crowd(tokens: Sequence[Token], head: int, people: bool) -> str | None:
    """PROTEST, STRIKE or None. `head`: the token that names who is counted; `people`: whether it names just anybody."""
    following = [fold(t.text) for t in tokens[head + 1 : head + 4 + REACH]]
    called = fold(tokens[head].text) in MARCHERS
    marching = bool(following) and following[0] in (ASSEMBLING if called else MARCHING)
    joined = _joined(following)
    if (marching or joined == PROTEST) and (called or people):
        return PROTEST
    stopped = _starts(following, STOPPING) and following[2:3] != ["of"]  # "walked out of the talks"
    return STRIKE if joined == STRIKE or stopped or _starts(following, STRIKING) else None


def _joined(following: Sequence[str]) -> str | None:
    """The event that they are said to have joined."""
    verb = next((words for words in JOINING if tuple(following[: len(words)]) == words), None)
    if verb is None:
        return None
    named = following[len(verb) : len(verb) + REACH]
    found = [(named.index(word), kind) for kind, words in EVENTS.items() for word in words if word in named]
    return min(found)[1] if found else None


def _starts(following: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(following[: len(words)]) == words for words in phrases)
