"""Copies of one text that do not say the same: the cheapest alarm for a doctored article.

Two files that are one text in all but a figure, a name or a "not" are never an accident of style: one of them was
changed, or one is out of date. Which of the two is wrong is for a person to find out; both places are cited.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from summarizer.articles.alignment import Body, align, read_bodies
from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.topic import cited
from summarizer.checking.copies.substitutions import substitutions
from summarizer.checking.copies.twins import Told
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import read
from summarizer.records import Citation, Difference, Origin

LIKE = 0.20  # cosine of two sentences that may be held against each other
SHOWN = 12  # differences of one origin
ALL_PAIRS = 4  # copies up to which each is held against each, and not all against the first


def with_differences(
    origins: Sequence[Origin], articles: Sequence[Article], sentences: Sequence[Sentence]
) -> tuple[Origin, ...]:
    """`origins`, each with what its sources say differently, in the order of their text."""
    copied = {source for origin in origins for source in origin.sources if len(origin.sources) > 1}
    if not copied:
        return tuple(origins)
    texts = {article.id: article.text for article in articles}
    bodies = {body.source: body for body in read_bodies([a for a in articles if a.id in copied], sentences)}
    return tuple(replace(origin, differences=_differences(origin, bodies, texts)) for origin in origins)


def alarm(difference: Difference) -> str:
    """The warning, in one sentence."""
    one, other = (citation.source for citation in difference.citations)
    return f"{one} and {other} are copies of one text but differ: {difference.about}"


class _Found(NamedTuple):
    """What one sentence has and the other has in its place ("" for nothing), with the two places."""

    words: tuple[str, str]
    citations: tuple[Citation, Citation]

    @property
    def places(self) -> frozenset[tuple[str, int]]:
        return frozenset((c.source, c.start) for c in self.citations)

    def turned(self) -> "_Found":
        return _Found(self.words[::-1], self.citations[::-1])


def _differences(origin: Origin, bodies: Mapping[str, Body], texts: Mapping[str, str]) -> tuple[Difference, ...]:
    """Each difference once, with every source that has the one or the other; it cites the first place of either."""
    sources = [source for source in origin.sources if source in bodies]
    few = len(sources) <= ALL_PAIRS
    pairs = combinations(sources, 2) if few else ((sources[0], source) for source in sources[1:])
    groups: list[list[_Found]] = []
    for one, other in pairs:
        for found in _between(bodies[one], bodies[other], texts):
            if not _joined(found, groups) and len(groups) < SHOWN:
                groups.append([found])
    return tuple(Difference(about=_about(group), citations=group[0].citations) for group in groups)


def _joined(found: _Found, groups: Sequence[list[_Found]]) -> bool:
    """Whether it went to the group that has the same words at one of its places, in the one order or the other."""
    for group in groups:
        for same in (found, found.turned()):
            if same.words == group[0].words and any(same.places & known.places for known in group):
                group.append(same)
                return True
    return False


def _about(group: Sequence[_Found]) -> str:
    """ "12 in s1 and s2, 16 in s3"; what only one side has stands first, whichever it is."""
    group = group if group[0].words[0] else [found.turned() for found in group]
    one, other = group[0].words
    having, lacking = (dict.fromkeys(found.citations[side].source for found in group) for side in (0, 1))
    return f"{_shown(one)} in {' and '.join(having)}, {_shown(other)} in {' and '.join(lacking)}"


def _between(one: Body, other: Body, texts: Mapping[str, str]) -> Iterator[_Found]:
    alignment = align(one, other)
    whole = {body.source: _whole(body) for body in (one, other)}
    for place, match in alignment.matches.items():
        if match.cosine < LIKE:
            continue
        ends = {
            alignment.shorter.source: (alignment.shorter, place),
            alignment.longer.source: (alignment.longer, match.place),
        }
        here, there = (_told(*ends[body.source], whole) for body in (one, other))
        for mine, theirs in substitutions(here, there):
            yield _Found((mine, theirs), (_cite(*ends[one.source], texts), _cite(*ends[other.source], texts)))


def _shown(words: str) -> str:
    return words if any(map(str.isdigit, words)) else f"“{words}”" if words else "not"


class _Whole(NamedTuple):
    """What an article has anywhere: the keys of its words, its figures, and the words with a capital in a sentence."""

    words: frozenset[str]
    values: frozenset[Fraction]
    names: frozenset[str]


def _whole(body: Body) -> _Whole:
    passages = [read(sentence.text) for sentence in body.sentences]
    names = (t.key for p in passages for i, t in enumerate(p.tokens) if t.text[0].isupper() and i not in p.starts)
    return _Whole(
        words=frozenset(key for passage in passages for key in passage.places),
        values=frozenset(q.value for sentence in body.sentences for q in quantities(sentence.text)),
        names=frozenset(names),
    )


def _told(body: Body, place: int, whole: Mapping[str, _Whole]) -> Told:
    near = body.sentences[max(0, place - 1) : place + 2]
    return Told(body.sentences[place].text, "\n".join(s.text for s in near), *whole[body.source])


def _cite(body: Body, place: int, texts: Mapping[str, str]) -> Citation:
    return cited(body.sentences[place].span, texts[body.source])
