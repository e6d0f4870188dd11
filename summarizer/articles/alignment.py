"""Two articles laid side by side, sentence by sentence: which sentence of one tells what a sentence of the other tells.

Word shingles see reprints and miss paraphrases; likeness of single sentences sees both, and whatever else is on the
same event. What sets a copy apart is that its sentences are alike one after the other, as the original has them, or
word for word. Words inside quotation marks count for nothing: two reporters at one press conference wrote two stories.
Nothing here decides what is a copy.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import terms, words

ALIKE = 0.15  # cosine from which two sentences may follow on from two that are alike
MUTUAL = 0.30  # cosine from which two sentences that are each other's best are alike wherever they stand
VERBATIM = 0.60  # cosine from which a sentence is the other's, but for a word or two
RUN = 3  # sentences in a row
STEPS = ((1, 1), (1, 0), (1, 2), (2, 1), (2, 2), (1, 3), (2, 3))  # how far a run may go on: here, there
CELLS = 6  # places in the longer that are remembered for a sentence
CROWD = 64  # sentences of one article with a term, beyond which the term leads nowhere
STEM = 5  # letters that "inflamed" and "inflammation" share

QUOTED = re.compile(r"“[^”]{0,2000}”?|\"[^\"]{0,2000}\"?")
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty"""
NUMBERS = {word: str(n) for n, word in enumerate(_NUMBERS.split())}


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one article, as the alignment reads it."""

    source: str
    key: str  # from content, so that the result does not depend on the order of the input
    agencies: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    lengths: tuple[int, ...]  # words of each sentence outside quotation marks
    vectors: tuple[Mapping[str, float], ...]
    index: Mapping[str, tuple[tuple[int, float], ...]]  # term -> (place of sentence, weight)

    @property
    def length(self) -> int:
        return sum(self.lengths)


class Match(NamedTuple):
    """A sentence of the longer article, by its place, and how alike it is, 0 to 1."""

    place: int
    cosine: float


class Alignment(NamedTuple):
    """`matches`: place in the shorter -> its match in the longer."""

    shorter: Body
    longer: Body
    matches: Mapping[int, Match]

    def words(self, places: Iterable[int]) -> int:
        return sum(self.shorter.lengths[place] for place in places)

    @property
    def verbatim(self) -> list[int]:
        return [place for place, match in self.matches.items() if match.cosine >= VERBATIM]


def read_bodies(articles: Sequence[Article], sentences: Sequence[Sentence]) -> list[Body]:
    """Every article that has a body, in an order that does not depend on that of the input."""
    by_source: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if sentence.kind == "body":
            by_source[sentence.span.source].append(sentence)
    bags = {source: [_bag(s.text) for s in body] for source, body in by_source.items()}
    seen = Counter(term for of in bags.values() for bag in of for term in bag)
    number = sum(map(len, bags.values()))
    weights = {term: math.log(1 + number / n) for term, n in seen.items()}
    made = [_body(a, by_source[a.id], bags[a.id], weights) for a in articles if by_source[a.id]]
    return sorted(made, key=lambda body: body.key)


def _bag(text: str) -> Counter[str]:
    """The content terms of a sentence, cut to their stems; small numbers as figures."""
    bag: Counter[str] = Counter()
    for term, count in terms(text).items():
        bag[NUMBERS.get(term) or (term if term[:1].isdigit() else term[:STEM])] += count
    return bag


def _body(
    article: Article, sentences: Sequence[Sentence], bags: Sequence[Counter[str]], weights: Mapping[str, float]
) -> Body:
    vectors = tuple(_vector(bag, weights) for bag in bags)
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term, weight in vector.items():
            index[term].append((place, weight))
    return Body(
        source=article.id,
        key=article.sha256 + article.id,
        agencies=article.agencies,
        sentences=tuple(sentences),
        lengths=tuple(len(words(QUOTED.sub(" ", s.text))) for s in sentences),
        vectors=vectors,
        index={term: tuple(places) for term, places in index.items() if len(places) <= CROWD},
    )


def _vector(bag: Counter[str], weights: Mapping[str, float]) -> Mapping[str, float]:
    raw = {term: (1 + math.log(n)) * weights[term] for term, n in bag.items()}
    length = math.sqrt(sum(w * w for w in raw.values()))
    return {term: w / length for term, w in raw.items()} if length else {}


def align(one: Body, other: Body) -> Alignment:
    """The shorter of the two laid beside the longer: runs of alike sentences, and single ones that are surely alike."""
    shorter, longer = sorted((one, other), key=lambda body: (body.length, body.key))
    rows = [_row(vector, longer.index) for vector in shorter.vectors]
    runs = _runs(rows, shorter.lengths)
    return Alignment(shorter, longer, dict(sorted((_mutual(rows) | runs | _near_verbatim(rows, runs)).items())))


def _row(vector: Mapping[str, float], index: Mapping[str, Sequence[tuple[int, float]]]) -> list[Match]:
    """The sentences of the other article that are most like one sentence, the most alike first."""
    row: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        for place, other in index.get(term, ()):
            row[place] += weight * other
    best = sorted((-cosine, place) for place, cosine in row.items() if cosine >= ALIKE)
    return [Match(place, -cosine) for cosine, place in best[:CELLS]]


def _mutual(rows: Sequence[Sequence[Match]]) -> dict[int, Match]:
    """Sentences that are each other's best, wherever they stand."""
    best: dict[int, tuple[float, int]] = {}
    for i, row in enumerate(rows):
        for match in row:
            best[match.place] = max(best.get(match.place, (0.0, 0)), (match.cosine, -i))
    return {i: row[0] for i, row in enumerate(rows) if row and row[0].cosine >= MUTUAL and -best[row[0].place][1] == i}


def _near_verbatim(rows: Sequence[Sequence[Match]], runs: Mapping[int, Match]) -> dict[int, Match]:
    """Sentences that stand in the other article as good as word for word, where no run has as good a place for them."""
    found = {i: row[0] for i, row in enumerate(rows) if row and row[0].cosine >= VERBATIM}
    return {i: top for i, top in found.items() if i not in runs or runs[i].cosine < top.cosine}


def _runs(rows: Sequence[Sequence[Match]], lengths: Sequence[int]) -> dict[int, Match]:
    """The heaviest runs of at least three alike sentences that go on side by side in both articles."""
    cells: list[dict[int, tuple[float, float, int, int]]] = []  # place -> weight of the best run, cosine, step back
    for i, row in enumerate(rows):
        here: dict[int, tuple[float, float, int, int]] = {}
        for place, cosine in row:
            steps = [(di, dk) for di, dk in STEPS if di <= i and place - dk in cells[i - di]]
            di, dk = max(steps, key=lambda s: cells[i - s[0]][place - s[1]][0], default=(0, 0))
            before = cells[i - di][place - dk][0] if di else 0.0
            here[place] = (before + max(1, lengths[i]) * cosine, cosine, di, dk)
        cells.append(here)
    found: dict[int, Match] = {}
    used: set[int] = set()
    for _, i, place in sorted(((-cell[0], i, k) for i, row in enumerate(cells) for k, cell in row.items())):
        run: dict[int, Match] = {}
        while i not in used:
            used.add(i)
            _, cosine, di, dk = cells[i][place]
            run[i] = Match(place, cosine)
            if not di:
                break
            i, place = i - di, place - dk
        if len(run) >= RUN:
            found |= run
    return found
