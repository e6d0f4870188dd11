"""Which sentences really say this? A model's ids are a hint: small models write usable sentences and cite their
neighbours.

So the text decides. The fewest sentences that pass the whole check are its evidence; where none pass, it has none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import Likeness
from summarizer.checking.verdicts import Evidence, check
from summarizer.records import Verdict

NEAREST = 5  # sentences looked at beside the hints
MOST_TOGETHER = 3  # a sentence that needs more spans than this says too many things to be checked


def supported(verdict: Verdict) -> bool:
    return verdict.status == "supported"


class Anchors:
    """The sentences that a text may rest on. `published` gives each source's date, for weekdays."""

    def __init__(self, sentences: Iterable[Sentence], published: dict[str, date | None] | None = None) -> None:
        self.sentences = tuple(s for s in sentences if s.kind == "body")
        self._published = published or {}
        self._likeness = Likeness(s.text for s in self.sentences)

    def find(
        self, text: str, hints: Sequence[Sentence] = (), holds: Callable[[Verdict], bool] = supported
    ) -> tuple[Sentence, ...]:
        """The fewest sentences that together bear out `text`, in reading order; empty where none do."""
        for candidate in self._candidates(text, hints):
            if holds(self.verdict(text, candidate)):
                candidate = self._needed(text, candidate, holds)
                return tuple(sorted(candidate, key=lambda s: (s.span.source, s.span.start)))
        return ()

    def verdict(self, text: str, sentences: Sequence[Sentence]) -> Verdict:
        """The check of `text` against these sentences taken together."""
        return check(text, [Evidence(s.text, self._published.get(s.span.source)) for s in sentences])

    def _needed(
        self, text: str, sentences: tuple[Sentence, ...], holds: Callable[[Verdict], bool]
    ) -> tuple[Sentence, ...]:
        """`sentences` without those that add nothing to the others."""
        for sentence in sentences:
            rest = tuple(s for s in sentences if s is not sentence)
            if rest and holds(self.verdict(text, rest)):
                sentences = rest
        return sentences

    def _candidates(self, text: str, hints: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
        """Sets to try, smallest first: single sentences, the hints, then sets that grow by what is still missing."""
        nearest = sorted(self.sentences, key=lambda s: -self._likeness.coverage(text, s.text))[:NEAREST]
        pool = list(dict.fromkeys([*hints, *nearest]))
        pool.sort(key=lambda s: -self._likeness.coverage(text, s.text))
        yield from ((s,) for s in pool)
        if 1 < len(hints) <= MOST_TOGETHER:
            yield tuple(hints)
        grown: tuple[Sentence, ...] = ()
        while pool and len(grown) < MOST_TOGETHER:
            best = max(pool, key=lambda s: self._likeness.coverage(text, " ".join(g.text for g in (*grown, s))))
            grown = (*grown, best)
            pool.remove(best)
            if len(grown) > 1:
                yield grown
