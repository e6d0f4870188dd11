"""Who copied whom: sources that are one voice are one origin, so that a copy never counts as a second witness.

Word shingles see reprints and miss paraphrases, so two articles are aligned sentence by sentence, in order: alike
sentences are anchors, and a weaker match counts only beside an anchor. The shorter article decides, so that a wire
story inside a long round-up is found. Words inside quotation marks weigh nothing: two reporters at one press conference
are two origins. Likeness of a topic is not copying; when in doubt, two articles stay two origins.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import Likeness, words
from summarizer.records import Origin

ANCHOR = 0.42  # cosine from which a best match stands by itself
FILLER = 0.22  # cosine from which a best match counts between two anchors
COPIED = 0.60  # share of the shorter article, by length, that makes it a copy
ANCHORED = 0.42  # share that anchors alone must reach
LEAST_WORDS = 40  # aligned words outside quotation marks below which nothing is said
DRIFT = 1  # sentences
VERBATIM = 0.85  # cosine from which a match counts out of order too
REPRINTED = 0.90  # mean cosine of aligned sentences from which a copy is a reprint
CROWD = 24  # a term in more articles than this leads only to the next few of them
NEXT = 6
CLOSEST = 8  # articles with which one article is aligned

QUOTED = re.compile(r"“[^”]{0,2000}”?|\"[^\"]{0,2000}\"?")


@dataclass(frozen=True, slots=True)
class _Body:
    """The body of one article, as the alignment reads it."""

    source: str
    key: str  # from content, so that the result does not depend on the order of the input
    lengths: tuple[int, ...]  # words of each sentence outside quotation marks
    vectors: tuple[Mapping[str, float], ...]
    index: Mapping[str, tuple[tuple[int, float], ...]]  # term -> (place of sentence, weight)

    @property
    def length(self) -> int:
        return sum(self.lengths)


class _Copy(NamedTuple):
    """`share` of the text of `source`, 0 to 1 and by length of sentence, stands in `other`."""

    source: str
    other: str
    share: float
    verbatim: bool

    def __str__(self) -> str:
        return f"{self.share:.0%} of {self.source}, sentence by sentence, ".replace("%", " %") + (
            f"repeats {self.other}" if self.verbatim else f"paraphrases {self.other}"
        )


def find_origins(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[Origin, ...]:
    """Every article in exactly one origin; ids `o1`… by each origin's first article in input order."""
    bodies = _bodies(articles, sentences)
    copies = [copy for a, b in _candidates(bodies) if (copy := _compare(a, b))]
    parent = {a.id: a.id for a in articles}
    kept = []
    for copy in sorted(copies, key=lambda c: (-c.share, c.source, c.other)):
        one, two = _root(parent, copy.source), _root(parent, copy.other)
        if one != two:
            parent[one] = two
            kept.append(copy)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[_root(parent, article.id)].append(article.id)
    return tuple(_origin(f"o{n}", sources, kept) for n, sources in enumerate(groups.values(), 1))


def _origin(name: str, sources: Sequence[str], copies: Iterable[_Copy]) -> Origin:
    if len(sources) == 1:
        return Origin(id=name, sources=tuple(sources))
    inside = [c for c in copies if c.source in set(sources)]
    if len(inside) <= 3:
        reason = "; ".join(map(str, inside))
    else:
        least = f"{min(c.share for c in inside):.0%}".replace("%", " %")
        reason = f"each of the {len(sources)} shares at least {least} of the shorter text with another of them"
    return Origin(id=name, sources=tuple(sources), kind="near-copy", reason=reason)


def _root(parent: dict[str, str], source: str) -> str:
    while parent[source] != source:
        parent[source] = parent[parent[source]]
        source = parent[source]
    return source


def _bodies(articles: Sequence[Article], sentences: Sequence[Sentence]) -> list[_Body]:
    by_source: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if sentence.kind == "body":
            by_source[sentence.span.source].append(sentence)
    likeness = Likeness(s.text for body in by_source.values() for s in body)
    made = [_body(a, by_source[a.id], likeness) for a in articles if by_source[a.id]]
    return sorted(made, key=lambda body: body.key)


def _body(article: Article, sentences: Sequence[Sentence], likeness: Likeness) -> _Body:
    vectors = tuple(likeness.vector(s.text) for s in sentences)
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for term, weight in vector.items():
            index[term].append((place, weight))
    return _Body(
        source=article.id,
        key=article.sha256 + article.id,
        lengths=tuple(len(words(QUOTED.sub(" ", s.text))) for s in sentences),
        vectors=vectors,
        index={term: tuple(places) for term, places in index.items()},
    )


def _candidates(bodies: Sequence[_Body]) -> Iterator[tuple[_Body, _Body]]:
    """Pairs that share enough rare terms to be worth aligning, each pair once, the shorter first.

    Every article asks for the few that hold most of its rare terms, so that the cost grows with the number of articles
    and not with its square; a term of many articles leads only to the next few, enough where merging is transitive.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for place, body in enumerate(bodies):
        for term in body.index:
            having[term].append(place)
    pairs: set[tuple[int, int]] = set()
    for place, body in enumerate(bodies):
        met = Counter(other for term in body.index for other in _near(having[term], place))
        closest = sorted(met, key=lambda other: (-met[other], other))[:CLOSEST]
        pairs.update((min(place, other), max(place, other)) for other in closest)
    for a, b in sorted(pairs):
        one, two = bodies[a], bodies[b]
        yield (one, two) if (one.length, one.key) <= (two.length, two.key) else (two, one)


def _near(places: Sequence[int], place: int) -> list[int]:
    if len(places) <= CROWD:
        return [p for p in places if p != place]
    after = bisect_right(places, place)
    return list(places[after : after + NEXT])


def _compare(shorter: _Body, longer: _Body) -> _Copy | None:
    """A copy, if enough of `shorter` aligns with `longer`: in order, or word for word."""
    if shorter.length < LEAST_WORDS:
        return None
    rows = [_row(vector, longer.index) for vector in shorter.vectors]
    anchors = _chain(rows, shorter.lengths)
    verbatim = {i: top for i, row in enumerate(rows) if (top := max(row.values(), default=0.0)) >= VERBATIM}
    if sum(shorter.lengths[i] for i in {*anchors, *verbatim}) < ANCHORED * shorter.length:
        return None
    aligned = verbatim | _fill(rows, anchors)
    length = sum(shorter.lengths[i] for i in aligned)
    if length < max(LEAST_WORDS, COPIED * shorter.length):
        return None
    mean = sum(cosine * shorter.lengths[i] for i, cosine in aligned.items()) / length
    return _Copy(shorter.source, longer.source, length / shorter.length, mean >= REPRINTED)


def _row(vector: Mapping[str, float], index: Mapping[str, Sequence[tuple[int, float]]]) -> dict[int, float]:
    """Cosine of one sentence with every sentence of the other article that shares a term with it."""
    row: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        for place, other in index.get(term, ()):
            row[place] += weight * other
    return row


def _chain(rows: Sequence[Mapping[int, float]], lengths: Sequence[int]) -> dict[int, int]:
    """The heaviest run of anchors that keeps the order of both: place in the shorter -> place in the longer."""
    ends: list[int] = []  # places in the longer, rising, and with them
    runs: list[tuple[int, int]] = []  # the weight of the best run that ends there, rising too, and its last link
    links: list[tuple[int, int, int]] = []  # place in the shorter, in the longer, previous link or -1
    for i, row in enumerate(rows):
        best = _best(row)
        if best is None or row[best] < ANCHOR:
            continue
        at = bisect_right(ends, best)
        before, previous = runs[at - 1] if at else (0, -1)
        run = (before + lengths[i], len(links))
        links.append((i, best, previous))
        stop = at
        while stop < len(ends) and runs[stop][0] <= run[0]:
            stop += 1
        ends[at:stop], runs[at:stop] = [best], [run]
    chain: dict[int, int] = {}
    link = runs[-1][1] if runs else -1
    while link >= 0:
        i, place, link = links[link]
        chain[i] = place
    return chain


def _fill(rows: Sequence[Mapping[int, float]], anchors: Mapping[int, int]) -> dict[int, float]:
    """Anchors, and beside them whatever has a fair match about as far from an anchor in both articles.

    Returns place in the shorter -> cosine.
    """
    aligned: dict[int, float] = {}
    stops = sorted(anchors)
    for i, row in enumerate(rows if stops else ()):
        at = bisect_right(stops, i)
        low, high = _window(i, stops[at - 1] if at else None, stops[at] if at < len(stops) else None, anchors)
        best = anchors[i] if i in anchors else _best(row, low, high)
        if best is not None and row[best] >= FILLER:
            aligned[i] = row[best]
    return aligned


def _window(i: int, before: int | None, after: int | None, anchors: Mapping[int, int]) -> tuple[int, float]:
    """Where the match of sentence `i` may stand: between its neighbouring anchors and no further off than `DRIFT`."""
    lows, highs = [0], [inf]
    if before is not None:
        lows.append(anchors[before])
        highs.append(anchors[before] + DRIFT * (i - before) + 1)
    if after is not None:
        highs.append(anchors[after])
        lows.append(anchors[after] - DRIFT * (after - i) - 1)
    return max(lows), min(highs)


def _best(row: Mapping[int, float], low: int = 0, high: float = inf) -> int | None:
    """The most alike place from `low` to `high`, both included; the earliest of equals."""
    inside = [(-cosine, place) for place, cosine in row.items() if low <= place <= high]
    return min(inside)[1] if inside else None
