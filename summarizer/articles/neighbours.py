"""Which of many texts are like a text, found without comparing all with all.

An inverted index with bounded postings: the time for one text does not grow with the number of articles. What comes
back are candidates. Likeness proves nothing; whether one sentence may be cited for another is decided by `checking`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from summarizer.articles.terms import Likeness

CROWD = 256  # texts that share a term beyond which the term leads nowhere: it is what the topic is about


class Neighbours:
    """Texts as vectors of unit length, indexed by term. Texts are known by their place, from 0.

    `likeness` weighs the terms; without it the texts themselves do.
    """

    def __init__(self, texts: Iterable[str], likeness: Likeness | None = None) -> None:
        given = tuple(texts)
        self.likeness = likeness or Likeness(given)
        self._vectors = tuple(self.likeness.vector(text) for text in given)
        self._index: dict[str, list[int]] = defaultdict(list)
        for place, vector in enumerate(self._vectors):
            for term in vector:
                self._index[term].append(place)
        self._covered: dict[str, Mapping[int, float]] = {}

    def near(self, text: str) -> dict[int, float]:
        """Cosine likeness of `text` to every text that shares a telling term with it, by place."""
        found: dict[int, float] = defaultdict(float)
        for term, weight in self.likeness.vector(text).items():
            for place in self._places(term):
                found[place] += weight * self._vectors[place][term]
        return found

    def covered(self, text: str) -> Mapping[int, float]:
        """For the same texts, the share of the weight of `text`'s terms that stands in each, 0 to 1."""
        if text not in self._covered:
            self._covered[text] = self._shares(text)
        return self._covered[text]

    def _shares(self, text: str) -> Mapping[int, float]:
        weights = {term: self.likeness.weight(term) for term in self.likeness.vector(text)}
        total = sum(weights.values())
        found: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for place in self._places(term):
                found[place] += weight / total
        return found

    def _places(self, term: str) -> Iterator[int]:
        places = self._index.get(term, ())
        return iter(places if len(places) <= CROWD else ())
