"""Who copied whom: sources that are one voice are one origin, so that a copy never counts as a second witness.

A copy tells what its original tells, sentence after sentence, in its words or in others; a wire copy has an agency's
sentences between a paper's own. What independent reports share as well decides nothing: an official statement, a
paragraph of background, quotations. Likeness of a topic is not copying; when in doubt, two articles stay two origins.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from summarizer.articles.alignment import Alignment, Body, align, read_bodies
from summarizer.articles.nouns import Article, Sentence
from summarizer.records import Origin

Kind = Literal["reprint", "near-copy", "wire-copy"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # the loosest last

LEAST_WORDS = 40  # aligned words outside quotation marks below which nothing is said
RETOLD = 0.70  # share of the shorter article that a paraphrase retells
TOLD = 0.20  # cosine from which a sentence counts as retold
# Mean cosine over the whole of the shorter article from which it is retold, and what each sentence fewer adds to it:
# two reports of few sentences are alike by chance, and so are many sentences that are all like the same one.
LIKENESS, SHORTNESS = 0.22, 0.9
COPIED = 0.60  # share that is a copy if it stands there word for word
SCATTERED = 0.45  # share from which passages word for word, here and there, are a copy
WIRED = 0.25  # share from which they are, where both name the same agency
BEYOND = 0.55  # of that share, what has to stand outside the longest passage
PASSAGES = 3  # passages apart from each other
PASSAGE = 4  # sentences that a statement or a paragraph of background may have
REPRINTED = 0.90  # of the shorter article word for word: a reprint
NEARLY = 0.80  # mean cosine from which wording is called the same but for a word or two
SAME_PART = 0.34  # of the smaller part: two copies of one article are copies of the same part of it
CROWD = 24  # a term in more articles than this leads only to the next few of them
NEXT = 6
CLOSEST = 8  # articles with which one article is aligned


class _Copy(NamedTuple):
    """`alignment` shows that its shorter article is a copy, as far as `share`, 0 to 1 and by length of sentence."""

    alignment: Alignment
    kind: Kind
    share: float
    reason: str

    @property
    def sources(self) -> tuple[str, str]:
        return self.alignment.shorter.source, self.alignment.longer.source

    def part(self, source: str) -> frozenset[int]:
        """The sentences of `source` that the two have in common."""
        matches = self.alignment.matches
        return frozenset(matches if source == self.sources[0] else (m.place for m in matches.values()))


def find_origins(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[Origin, ...]:
    """Every article in exactly one origin; ids `o1`… by each origin's first article in input order."""
    bodies = read_bodies(articles, sentences)
    copies = [copy for one, other in _candidates(bodies) if (copy := _compare(one, other))]
    home = {a.id: n for n, a in enumerate(articles)}
    kept: dict[str, list[_Copy]] = defaultdict(list)  # by either source
    for copy in sorted(copies, key=lambda c: (-c.share, c.sources)):
        one, other = (home[source] for source in copy.sources)
        if one != other and _joins(copy, kept):
            home = {source: one if at == other else at for source, at in home.items()}
            for source in copy.sources:
                kept[source].append(copy)
    groups: dict[int, list[str]] = defaultdict(list)
    for article in articles:
        groups[home[article.id]].append(article.id)
    return tuple(
        _origin(f"o{n}", sources, [copy for s in sources for copy in kept[s] if copy.sources[0] == s])
        for n, sources in enumerate(groups.values(), 1)
    )


def _joins(copy: _Copy, kept: Mapping[str, Sequence[_Copy]]) -> bool:
    """Whether what already was a copy of either article is a copy of the same part of it.

    A round-up holds the stories of two papers that have nothing to do with each other.
    """
    for source in copy.sources:
        for before in kept.get(source, ()):
            here, there = copy.part(source), before.part(source)
            if len(here & there) < SAME_PART * min(len(here), len(there)):
                return False
    return True


def _origin(name: str, sources: Sequence[str], inside: Sequence[_Copy]) -> Origin:
    if len(sources) == 1:
        return Origin(id=name, sources=tuple(sources))
    inside = sorted(inside, key=lambda copy: (-copy.share, copy.sources))
    loosest = max(inside, key=lambda c: KINDS.index(c.kind))
    if len(inside) <= 3:
        reason = "; ".join(c.reason for c in inside)
    else:
        least = _percent(min(c.share for c in inside))
        reason = f"each of the {len(sources)} shares at least {least} of the shorter text with another of them"
    return Origin(id=name, sources=tuple(sources), kind=loosest.kind, reason=reason)


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _candidates(bodies: Sequence[Body]) -> Iterator[tuple[Body, Body]]:
    """Pairs that share enough rare terms to be worth aligning, each pair once.

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
        yield bodies[a], bodies[b]


def _near(places: Sequence[int], place: int) -> list[int]:
    if len(places) <= CROWD:
        return [p for p in places if p != place]
    after = bisect_right(places, place)
    return list(places[after : after + NEXT])


def _compare(one: Body, other: Body) -> _Copy | None:
    """A copy, if enough of the shorter is retold in the longer, or stands there word for word."""
    alignment = align(one, other)
    verbatim, retold = alignment.verbatim, list(alignment.matches)
    whole, copied = alignment.shorter.length, alignment.words(verbatim)
    if alignment.words(retold) < LEAST_WORDS:
        return None
    agencies = [agency for agency in one.agencies if agency in other.agencies]
    passages = _passages(alignment)
    beyond = copied - max((alignment.words(p) for p in passages if len(p) <= PASSAGE), default=0)
    least = WIRED if agencies else SCATTERED
    if copied >= max(LEAST_WORDS, COPIED * whole) or (
        copied >= max(LEAST_WORDS, least * whole) and len(passages) >= PASSAGES and beyond >= BEYOND * least * whole
    ):
        return _copy(alignment, verbatim, agencies)
    return _copy(alignment, retold, agencies) if _is_retold(alignment, passages) else None


def _is_retold(alignment: Alignment, passages: Sequence[Sequence[int]]) -> bool:
    """Whether the shorter article is told again in the longer, leaving aside the longest passage that both quote."""
    longest = max((p for p in passages if len(p) <= PASSAGE), key=alignment.words, default=())
    aside = set(longest) if len(longest) > 1 else set()
    left = {place: match for place, match in alignment.matches.items() if place not in aside}
    whole = alignment.shorter.length - alignment.words(aside)
    told = [place for place, match in left.items() if match.cosine >= TOLD]
    if not told or alignment.words(told) < max(LEAST_WORDS, RETOLD * whole):
        return False
    mean = sum(alignment.shorter.lengths[place] * match.cosine for place, match in left.items()) / whole
    apart = len({match.place for match in left.values()}) + bool(aside)
    return mean >= LIKENESS + SHORTNESS / apart


def _passages(alignment: Alignment) -> list[list[int]]:
    """Sentences that stand word for word, and one after the other, in both articles."""
    places = sorted(alignment.verbatim)
    found = [places[:1]] if places else []
    for before, here in pairwise(places):
        follows = alignment.matches[here].place == alignment.matches[before].place + 1
        if here == before + 1 and follows:
            found[-1].append(here)
        else:
            found.append([here])
    return found


def _copy(alignment: Alignment, places: Sequence[int], agencies: Sequence[str]) -> _Copy:
    """The copy with its reason; `places` are the sentences that it rests on."""
    shorter, longer = alignment.shorter, alignment.longer
    length = alignment.words(places)
    share = length / shorter.length
    mean = sum(alignment.matches[place].cosine * shorter.lengths[place] for place in places) / length
    told = f"{_percent(share)} of {shorter.source}, sentence by sentence, "
    if min(share, mean) >= REPRINTED:
        return _Copy(alignment, "reprint", share, f"{told}repeats {longer.source}")
    if agencies:
        verbatim = len(alignment.verbatim)
        count = f"{verbatim} sentences of {shorter.source} stand almost word for word in {longer.source}"
        how = count if verbatim >= PASSAGES else f"{told}paraphrases {longer.source}"
        return _Copy(alignment, "wire-copy", share, f"both carry {' and '.join(agencies)}'s story: {how}")
    how = f"repeats {longer.source} almost word for word" if mean >= NEARLY else f"paraphrases {longer.source}"
    return _Copy(alignment, "near-copy", share, told + how)
