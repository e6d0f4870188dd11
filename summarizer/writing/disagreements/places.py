"""Where: the places in a clause that can exclude another place.

Most names cannot: one town may lie in the other's district, and nothing here has a map. What can: another country, the
opposite end of one region, another place of the same kind ("the village of A", "the village of B").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.checking.lexicon import COUNTRIES, word_set
from summarizer.checking.reading import Token, fold, read

PLACING = word_set("in at near outside inside off")
KINDS = word_set(
    """province district village town city county island suburb street avenue hospital airport school station hotel
    bridge university church prison"""
)
ENDS = {
    a: b
    for one, two in (("north", "south"), ("east", "west"), ("northern", "southern"), ("eastern", "western"))
    for a, b in ((one, two), (two, one))
}
NATIONS = frozenset(COUNTRIES.values()) - {"korea", "africa", "europe", "un", "eu"}
LONGEST = 7  # tokens of a phrase of place
NEAR = 12  # tokens between a verb and its place


class Place(NamedTuple):
    """`nations`: countries; `end`: "northern"; `kind` and `name`: "village" and its name."""

    shown: str
    nations: frozenset[str]
    end: str
    kind: str
    name: frozenset[str]

    def excludes(self, other: "Place") -> bool:
        """Whether nothing lies in both."""
        if self.nations and other.nations:
            return not self.nations & other.nations
        if self.end and ENDS.get(self.end) == other.end:
            return bool(self.name & other.name)
        return bool(self.name and other.name and self.kind) and self.kind == other.kind and not self.name & other.name


def places(text: str, at: int) -> Iterator[Place]:
    """The places that follow the word at `at` within its clause."""
    tokens = read(text).tokens
    verb = next((i for i, t in enumerate(tokens) if t.start >= at), len(tokens))
    for i in range(verb + 1, min(len(tokens), verb + NEAR)):
        if tokens[i].text in '.;:—–()"“”':
            return
        if fold(tokens[i].text) in PLACING:
            place = _place(text, tokens[i : i + LONGEST])
            if place:
                yield place


def _place(text: str, tokens: Sequence[Token]) -> Place | None:
    """The place named by `tokens`, of which the first is a preposition."""
    end = 1
    while end < len(tokens):
        token = tokens[end]
        # "At Russian bases": what an adjective names, it names with the noun that follows.
        belongs = end > 1 and token.content and token.text[0].islower() and _adjective(tokens[1])
        plain = token.text[0].isupper() or fold(token.text) in KINDS | set(ENDS) | {"the", "of"}
        if not token.key or not (belongs or plain):
            break
        end += 1
    part = [t for t in tokens[1:end] if t.content or fold(t.text) in ENDS]
    if not part:
        return None
    words = [fold(t.text) for t in part]
    return Place(
        shown=text[tokens[0].start : tokens[end - 1].end],
        nations=frozenset(t.key for t in part) & NATIONS,
        end=next((w for w in words if w in ENDS), ""),
        kind=next((w for w in words if w in KINDS), ""),
        name=frozenset(t.key for t in part if t.text[0].isupper() and not {fold(t.text)} & (KINDS | set(ENDS))),
    )


def _adjective(token: Token) -> bool:
    return token.key in NATIONS and fold(token.text) != token.key
