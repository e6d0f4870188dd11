"""Where do the sources say this? Evidence found for a sentence that nobody cited, and the checker's verdict on it.

Finding proves nothing: it ranks sentences by the weight of the words that they share with the sentence, and the checks
decide. All work is linear in the length of the sources, however they are written: each is read once, and a sentence is
looked up by its words.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.checking.comparing import Evidence
from summarizer.checking.numbers import quantities, same_noun
from summarizer.checking.reading import Token, fold, read
from summarizer.checking.thesaurus import senses
from summarizer.checking.verdicts import check, supports
from summarizer.records import Citation, Verdict

NEAREST = 6  # sentences that are looked at for one sentence
AROUND = 2  # of these, the first that are also tried together with their neighbours
MOST_TOGETHER = 3  # a sentence that needs more spans than this says too many things to be checked
MOST_INITIALS = 5
LEAST_SPELLED = 6  # letters of a name whose spelling may differ a little
LONGEST_NAME = 30
SPELLED_ALIKE = 0.8
LITTLE = 0.02  # the same, for what the score looks at
GAIN = 0.05  # share of a sentence's weight that a further span has to add
COMMON = 2_000  # a word that stands in more sentences than this finds none of them

Found = tuple[Sentence, ...]


def _keys(text: str) -> frozenset[str]:
    """The content words of `text` as the checks compare them."""
    return _content(read(text).tokens)


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.key for t in tokens if t.content)


class Support(NamedTuple):
    """The spans that best support a sentence, in reading order, what the checks say, and other spans that support it
    alone."""

    sentences: Found
    verdict: Verdict
    witnesses: Found = ()


class Finder:
    """The sentences that may be cited, looked up by their words. `published` gives each source's date."""

    def __init__(self, sentences: Iterable[Sentence], published: Mapping[str, date | None] | None = None) -> None:
        self.sentences = tuple(sentences)
        self._published = published or {}
        self._tokens = [read(s.text).tokens for s in self.sentences]  # kept: the cache of readings is smaller
        self._keys = [_content(tokens) for tokens in self._tokens]
        self._places: dict[str, list[int]] = {}
        for place, keys in enumerate(self._keys):
            for key in keys:
                self._places.setdefault(key, []).append(place)

    def knows(self, key: str) -> bool:
        """Whether any sentence has the word with this key."""
        return key in self._places

    def counts(self, value: Fraction, noun: str | None = None) -> bool:
        """Whether any sentence states this figure, of `noun` or of whatever."""
        nouns = self._values.get(value, frozenset())
        return bool(nouns) and (noun is None or any(same_noun(noun, n) for n in nouns))

    def names_like(self, word: str) -> bool:
        """Whether any sentence has a name of these initials, or one spelled much like it."""
        if word.isupper() and 2 <= len(word) <= MOST_INITIALS and word.casefold() in self._initials:
            return True
        folded = fold(word)
        alike = self._capitals.get(folded[:2], ()) if len(folded) >= LEAST_SPELLED else ()
        return any(SequenceMatcher(None, folded, other).ratio() >= SPELLED_ALIKE for other in alike)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """Of every run of words in which a capital begins and ends: the initials, small words left out or not."""
        found: set[str] = set()
        for tokens in self._tokens:
            words = [t.text for t in tokens if t.key]
            for i, word in enumerate(words):
                if word[0].isupper():
                    run = words[i : i + MOST_INITIALS + 2]
                    for n in range(2, len(run) + 1):
                        if run[n - 1][0].isupper():
                            found.add("".join(w[0] for w in run[:n]).casefold())
                            found.add("".join(w[0] for w in run[:n] if w[0].isupper()).casefold())
        return frozenset(found)

    @cached_property
    def _capitals(self) -> Mapping[str, frozenset[str]]:
        """Words with a capital, folded, by their first two letters."""
        found: dict[str, set[str]] = {}
        for tokens in self._tokens:
            for token in tokens:
                if token.key and token.text[0].isupper() and LEAST_SPELLED <= len(token.text) <= LONGEST_NAME:
                    folded = fold(token.text)
                    found.setdefault(folded[:2], set()).add(folded)
        return {start: frozenset(words) for start, words in found.items()}

    def means(self, word: str) -> bool:
        """Whether any sentence has a word of the same sense, or of one derived from it."""
        return not senses(word).isdisjoint(self._senses)

    @cached_property
    def _values(self) -> Mapping[Fraction, frozenset[str | None]]:
        """Every figure, with what it counts."""
        found: dict[Fraction, set[str | None]] = {}
        for sentence in self.sentences:
            for q in quantities(sentence.text):
                found.setdefault(q.value, set()).add(q.noun)
        return {value: frozenset(nouns) for value, nouns in found.items()}

    @cached_property
    def _senses(self) -> frozenset[tuple[str, str]]:
        """The senses of every content word."""
        words = {fold(t.text) for tokens in self._tokens for t in tokens if t.content}
        return frozenset(sense for word in words for sense in senses(word))

    def gather(self, text: str) -> Found:
        """The sentences that `text` was probably made from, in reading order: each adds to what the others have."""
        near = self._near(text, NEAREST + AROUND)
        grown: tuple[int, ...] = ()
        while len(grown) <= MOST_TOGETHER:
            rest = [p for p in near if p not in grown]
            best = max(rest, key=lambda p: self._covered(text, (*grown, p)), default=None)
            if best is None or self._covered(text, (*grown, best)) < self._covered(text, grown) + LITTLE:
                break
            grown = (*grown, best)
        return tuple(self.sentences[p] for p in sorted(grown))

    def weight(self, key: str) -> float:
        """How much a word says: the log of how few sentences have it."""
        return math.log(1 + max(1, len(self.sentences)) / max(1, len(self._places.get(key, ()))))

    def near(self, text: str, most: int = NEAREST) -> Found:
        """The sentences that share the heaviest words with `text`, the nearest first; among equals the shortest."""
        return tuple(self.sentences[place] for place in self._near(text, most))

    def evidence(self, sentences: Iterable[Sentence]) -> list[Evidence]:
        """`sentences` as what the checks hold a text against."""
        return [Evidence(s.text, self._published.get(s.span.source)) for s in sentences]

    def support(self, text: str) -> Support:
        """The spans that best support `text`: the fewest that bear it out, else those that have most of its words."""
        best = (False, -1.0)
        found: Found = ()
        verdict = check(text, [])
        near = self._near(text, NEAREST)
        for places in self._candidates(text, near):
            sentences = tuple(self.sentences[p] for p in places)
            fresh = check(text, self.evidence(sentences))
            rank = (fresh.status == "supported", self._covered(text, places) - GAIN * len(places))
            if rank > best:
                best, found, verdict = rank, sentences, fresh
            if fresh.status == "supported":
                break
        return Support(found, verdict, self._witnesses(text, near, found))

    def _witnesses(self, text: str, near: Sequence[int], found: Found) -> Found:
        """Further sentences, each of which says all of `text` by itself."""
        others = [self.sentences[p] for p in near if self.sentences[p] not in found]
        return tuple(s for s in others if supports(text, self.evidence([s])[0]))

    def _near(self, text: str, most: int) -> list[int]:
        shared: dict[int, float] = {}
        for key in _keys(text):
            places = self._places.get(key, ())
            if len(places) <= COMMON:
                weight = self.weight(key)
                for place in places:
                    shared[place] = shared.get(place, 0.0) + weight
        return heapq.nlargest(most, shared, key=lambda p: (shared[p], -len(self._keys[p]), -p))

    def covered(self, text: str, sentences: Iterable[Sentence]) -> float:
        """The share of the weight of `text`'s words that `sentences` have, 0 to 1."""
        return self._share(text, frozenset[str]().union(*(_keys(s.text) for s in sentences)))

    def _covered(self, text: str, places: Iterable[int]) -> float:
        """The share of the weight of `text`'s words that these sentences have, 0 to 1."""
        return self._share(text, frozenset[str]().union(*(self._keys[p] for p in places)))

    def _share(self, text: str, have: frozenset[str]) -> float:
        wanted = _keys(text)
        total = sum(map(self.weight, wanted))
        return sum(map(self.weight, wanted & have)) / total if total else 0.0

    def _candidates(self, text: str, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Sets to try, smallest first: single sentences, neighbours, then sets that grow by what is still missing."""
        yield from ((p,) for p in near)
        for place in near[:AROUND]:
            for first, last in ((place - 1, place), (place, place + 1), (place - 1, place + 1)):
                if self._run(first, last):
                    yield tuple(range(first, last + 1))
        grown: tuple[int, ...] = ()
        while len(grown) < MOST_TOGETHER:
            rest = [p for p in near if p not in grown]
            best = max(rest, key=lambda p: self._covered(text, (*grown, p)), default=None)
            if best is None or self._covered(text, (*grown, best)) < self._covered(text, grown) + GAIN:
                return
            grown = (*grown, best)
            if len(grown) > 1:
                yield tuple(sorted(grown))

    def _run(self, first: int, last: int) -> bool:
        """Whether these are neighbours in one source."""
        if first < 0 or last >= len(self.sentences):
            return False
        return self.sentences[first].span.source == self.sentences[last].span.source


def cite(sentence: Sentence, corroborates: bool = False) -> Citation:
    """The citation of a whole sentence."""
    span = sentence.span
    return Citation(source=span.source, start=span.start, end=span.end, quote=sentence.text, corroborates=corroborates)
