"""Where may a giant source say something about a sentence? Near the places that are cited, and where its words stand.

Cutting ten million characters into sentences and reading them takes ten seconds; looking for a word in them takes a few
thousandths. So a giant is never read whole here, and whoever uses this says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from summarizer.articles.nouns import Sentence, Span
from summarizer.articles.sentences import boundaries
from summarizer.checking.briefs import Contexts
from summarizer.checking.reading import read
from summarizer.records import Citation

NEAR = 2_000  # code points on either side of a cited place
CELL = 600  # code points of the stretches whose words are counted
COMMON = 400  # a word that stands in a giant more often than this leads nowhere
BEST = 12  # stretches that are read for their words
LONG_LINE = 100_000  # code points of a line from which on only what stands around a span is cut into sentences
AROUND = 10_000


def sentences_near(source: str, text: str, wanted: str, citations: Iterable[Citation] = ()) -> tuple[Sentence, ...]:
    """The sentences of `text`, a giant, that stand near `citations` or share the most telling words with `wanted`."""
    places = [(c.start - NEAR, c.end + NEAR) for c in citations if c.source == source]
    places += [((cell - 1) * CELL, (cell + 2) * CELL) for cell in _telling(text, wanted)]
    return tuple(
        Sentence(id=f"{source}:{a}", span=Span(source=source, start=a, end=b), text=text[a:b], kind="body", paragraph=0)
        for start, end in _merged(places, len(text))
        for a, b in _whole(text, start, end)
    )


def _telling(text: str, wanted: str) -> list[int]:
    """The stretches in which most of the rare words stand, the best first."""
    weight: Counter[int] = Counter()
    for word in dict.fromkeys(t.text for t in read(wanted).tokens if t.content):
        found = list(_places(text, word))
        if 0 < len(found) <= COMMON:
            for cell in {at // CELL for at in found}:
                weight[cell] += 1 + COMMON // len(found)
    return [cell for cell, _ in weight.most_common(BEST)]


def _places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands, as it is written, in lower case or with a capital; one more than COMMON at most."""
    left = COMMON + 1
    for form in {word, word.lower(), word[:1].upper() + word[1:]}:
        at = text.find(form)
        while at >= 0 and left:
            yield at
            left -= 1
            at = text.find(form, at + len(form))


def _merged(places: Iterable[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, a), min(size, b)) for a, b in places):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, without those that its ends may have cut."""
    for a, b in boundaries(text[start:end]):
        cut = (a == 0 and start and text[start - 1] != "\n") or (b == end - start < len(text) - start)
        if not cut and any(c.isalnum() for c in text[start + a : start + b]):
            yield start + a, start + b


class Surroundings(Contexts):
    """The sentence around a span, found without cutting a whole giant line into sentences."""

    def bounds(self, citation: Citation) -> tuple[int, int]:
        text = self._texts[citation.source]
        low, high = max(0, citation.start - LONG_LINE), citation.end + LONG_LINE
        if "\n" in text[low : citation.start] or "\n" in text[citation.end : high] or high - low >= len(text):
            return super().bounds(citation)
        start, end = max(0, citation.start - AROUND), citation.end + AROUND
        pieces = [(start + a, start + b) for a, b in boundaries(text[start:end])]
        touched = [(a, b) for a, b in pieces if a < citation.end and b > citation.start]
        return min([citation.start, *(a for a, _ in touched)]), max([citation.end, *(b for _, b in touched)])
