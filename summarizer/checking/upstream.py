"""One statement behind several sources: three papers that quote one agency are no three witnesses of what it says.

For each cited place the speaker is read, a pronoun or "the agency" from the sentences before it. Only where every place
has one, and all are the same, is there a statement upstream.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from summarizer.articles.nouns import Sentence
from summarizer.checking.names import names
from summarizer.checking.reading import fold, read
from summarizer.checking.reports import PRONOUNS, reports
from summarizer.checking.speech import speaker
from summarizer.checking.voices import NOBODY, Voice, aliases, same_voice, voice
from summarizer.records import Citation

BACK = 3  # sentences before, in which a pronoun or "the agency" finds whom it stands for
NAMED = 30  # sentences before, in which a surname finds its full name
# Whom a speaker names as his own source: "the fire service said, citing the police".
CITING = re.compile(r"\b(?:citing|quoting) (?P<whom>[^\s,.;:“”\"()]+(?: [^\s,.;:“”\"()]+){0,5})(?=[,.;]|$)")


class Statements:
    """Who speaks where, in the body of every source."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._bodies: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            if sentence.kind == "body":
                self._bodies[sentence.span.source].append(sentence)
        self._known: dict[tuple[str, int], Voice] = {}

    @cached_property
    def _aliases(self) -> frozenset[tuple[str, str]]:
        return aliases(s.text for body in self._bodies.values() for s in body)

    def upstream(self, citations: Sequence[Citation]) -> str | None:
        """The one speaker on whose statement all of `citations`, of several sources, rest; None if there is none.

        He goes by the fullest name that a source gives him.
        """
        if len({citation.source for citation in citations}) < 2:
            return None
        voices = [self._voice(c.source, place) for c in citations for place in self._places(c)]
        fullest = max(voices, key=_fullness, default=NOBODY)
        if not all(same_voice(fullest, v, self._aliases) for v in voices):
            return None
        return fullest.text

    def _places(self, citation: Citation) -> list[int]:
        """The sentences of its source that a citation touches; at least one, if only to have no speaker."""
        body = self._bodies[citation.source]
        first = bisect_right(body, citation.start, key=lambda s: s.span.end)
        return [n for n in range(first, len(body)) if body[n].span.start < citation.end] or [-1]

    def _voice(self, source: str, place: int) -> Voice:
        if (source, place) not in self._known:
            self._known[source, place] = self._read(source, place) if place >= 0 else NOBODY
        return self._known[source, place]

    def _read(self, source: str, place: int) -> Voice:
        body = self._bodies[source]
        text = body[place].text
        whom = CITING.search(text)
        said = whom["whom"] if whom and voice(whom["whom"]).is_somebody else speaker(text)
        if said is None:
            return self._before(source, place, NOBODY) if _by_pronoun(text) else NOBODY
        found = voice(said)
        if found.names:
            return self._in_full(source, place, found)
        meant = self._before(source, place, found) if found.kinds and not found.places else NOBODY
        return meant if meant.is_somebody else found

    def _before(self, source: str, place: int, like: Voice) -> Voice:
        """The speaker before `place` for whom a pronoun, or "the agency", stands."""
        for n in range(place - 1, max(-1, place - 1 - BACK), -1):
            said = speaker(self._bodies[source][n].text)
            found = self._voice(source, n) if said else NOBODY
            if not said and not like.is_somebody:
                found = self._only_name(source, n)
            if found.is_somebody and (not like.is_somebody or same_voice(like, found, self._aliases)):
                return found
        return NOBODY

    def _only_name(self, source: str, place: int) -> Voice:
        """The one person or body that a sentence without a speaker names."""
        named = [voice(name.text) for name in names(self._bodies[source][place].text)]
        known = [found for found in named if found.names]
        return known[0] if len(known) == 1 else NOBODY

    def _in_full(self, source: str, place: int, found: Voice) -> Voice:
        """A speaker by his full name, where the article gave it before: "Kim" is not every Kim."""
        if len(found.names) > 1:
            return found
        for n in range(place, max(-1, place - NAMED), -1):
            for name in names(self._bodies[source][n].text):
                full = voice(name.text)
                if found.names < full.names:
                    return full
        return found


def _fullness(of: Voice) -> tuple[int, int, int]:
    capitals = sum(word[0].isupper() for word in of.text.split())
    return len(of.names) + len(of.kinds), capitals, -len(of.text)


def _by_pronoun(text: str) -> bool:
    return any(fold(word) in PRONOUNS - {"we", "i", "who"} for word in _speakers(text))


def _speakers(text: str) -> list[str]:
    tokens = read(text).tokens
    return [tokens[r.start].text for r in reports(text) if r.end - r.start == 1]
