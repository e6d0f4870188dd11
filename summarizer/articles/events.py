"""Are these articles about one event? Merging two events makes a brief in which every sentence is true and the whole is
not.

Two articles are on one event if they share much of what is telling in either, and the names in them above all: words
that articles on every event have tell nothing, however rare they are among the few at hand. Articles hang together
through others: a report and a follow-up may meet only in a third.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.articles.common import COMMON
from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import cosine, is_english, term, terms, words
from summarizer.errors import SourceError

SAME_EVENT = 0.085  # mean of two cosines, over telling terms and over names
CROWD = 24  # a term in more articles than this leads only to the next few of them
NEXT = 6
LEAST_LETTERS = 3
LEAST_TERMS = 2  # of an article, below which it tells nothing of its event
LEAST_NAMES = 5  # of either article, from which none in common tells them apart
MAJORITY = 2 / 3  # of the articles, that must hang together before another is certainly a stranger
CERTAINLY_OTHER = 0.05  # of 197 articles on one event with others the least alike had 0.098 with its nearest
YEARS_APART = 5
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
KEEP = "brief it by itself, or keep it with --no-strict-event"
NAME = re.compile(r"(?<=[\w,;’'”\"] )[A-Z][\w’'-]+")  # a capital inside a sentence


class _Telling(NamedTuple):
    """What tells the event of an article: unit vectors, both empty where nothing does, and the figures in it."""

    terms: Mapping[str, float]
    names: Mapping[str, float]
    figures: frozenset[str]
    english: bool


def events(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], ...]:
    """Source ids grouped by event, the largest group first; one group means that all hang together.

    Of groups of one size the one whose first article was named first comes first: what somebody names first is what he
    is after. An article that tells nothing of its event, or tells it in another language than most, stands in the first
    group, since it cannot be told apart.
    """
    return _events(articles, _tellings(articles, sentences))


def strangers(
    articles: Sequence[Article], sentences: Sequence[Sentence], certain: bool = False
) -> tuple[SourceError, ...]:
    """One error for each article that is about another event than the first group, naming those that it goes with.

    `certain`: only where two thirds of the articles hang together and it has next to nothing in common with them.
    """
    if not articles:
        return ()
    telling = _tellings(articles, sentences)
    first, *others = _events(articles, telling)
    if certain and (len(first) < 2 or len(first) < MAJORITY * len(articles)):
        return ()
    article = {a.id: a for a in articles}
    found = []
    for group in others:
        for source in group:
            nearest = max((_likeness(telling[source], telling[other]) for other in first), default=0.0)
            if certain and nearest >= CERTAINLY_OTHER:
                continue
            reason = f"seems to be about another event than {_listed(first)}{_beside(source, group)}"
            if nearest >= SAME_EVENT:
                reason += f": it is dated {article[source].published}, years from the others"
            found.append(SourceError(article[source].path, reason, KEEP if certain else "brief it by itself"))
    return tuple(found)


def _tellings(articles: Sequence[Article], sentences: Sequence[Sentence]) -> dict[str, _Telling]:
    said: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        if sentence.kind in ("body", "headline"):
            said[sentence.span.source].append(sentence.text)
    return {article.id: _telling(" ".join(said[article.id])) for article in articles}


def _events(articles: Sequence[Article], telling: Mapping[str, _Telling]) -> tuple[tuple[str, ...], ...]:
    enough = [source for source, about in telling.items() if len(about.terms) >= LEAST_TERMS]
    english = Counter(telling[source].english for source in enough).most_common(1)
    sources = [source for source in enough if telling[source].english == english[0][0]]
    leader = {source: source for source in sources}
    for left, right in _candidates([telling[source].terms for source in sources]):
        one, other = (_leader(leader, sources[place]) for place in (left, right))
        if one != other and _likeness(telling[sources[left]], telling[sources[right]]) >= SAME_EVENT:
            leader[max(one, other, key=sources.index)] = min(one, other, key=sources.index)
    sizes = Counter(_leader(leader, source) for source in sources)
    groups = [[s for s in sources if _leader(leader, s) == top] for top, _ in sizes.most_common()] or [[]]
    silent = {article.id for article in articles} - set(sources)
    groups[0] = [a.id for a in articles if a.id in silent or a.id in groups[0]]
    past = _of_other_years([a for a in articles if a.id in groups[0]], telling)
    groups[0] = [source for source in groups[0] if source not in past]
    return tuple(tuple(group) for group in (*groups, *([source] for source in past)))


def _of_other_years(articles: Sequence[Article], telling: Mapping[str, _Telling]) -> list[str]:
    """Sources dated years from two others at least and from all that state a day, with no figure in common with any.

    The same place can see the like twice. Who looks back on an event after years repeats its figures.
    """
    dated = [(article.id, article.published) for article in articles if article.published]
    found = []
    for source, day in dated:
        apart = [abs((day - other).days) > YEARS_APART * 365 for name, other in dated if name != source]
        figures = telling[source].figures
        told = any(figures & telling[a.id].figures for a in articles if a.id != source)
        if len(apart) > 1 and all(apart) and not told:
            found.append(source)
    return found


def _beside(source: str, group: Sequence[str]) -> str:
    beside = [other for other in group if other != source]
    return f", together with {_listed(beside)}" if beside else ""


def _listed(sources: Sequence[str]) -> str:
    return ", ".join(sources) if len(sources) <= 4 else f"{len(sources)} other sources"


def _telling(text: str) -> _Telling:
    named = (term(word) for word in NAME.findall(text))
    bag = words(text)
    figures = frozenset(w for w in bag if w[0].isdigit() and len(w) > 1 and not YEAR.fullmatch(w))
    return _Telling(_vector(terms(text)), _vector(Counter(named)), figures, is_english(bag))


def _vector(bag: Mapping[str, int]) -> Mapping[str, float]:
    """The telling terms of a bag, damped, of unit length."""
    raw = {t: 1 + math.log(n) for t, n in bag.items() if _tells(t)}
    length = math.sqrt(sum(w * w for w in raw.values()))
    return {t: w / length for t, w in raw.items()}


def _tells(a_term: str) -> bool:
    return a_term not in COMMON and len(a_term) >= LEAST_LETTERS and not a_term.isdigit()


def _likeness(one: _Telling, other: _Telling) -> float:
    """0 to 1; 0 where both name several places and people and none in common: two earthquakes are alike in all else."""
    if min(len(one.names), len(other.names)) >= LEAST_NAMES and not one.names.keys() & other.names.keys():
        return 0.0
    return (cosine(one.terms, other.terms) + cosine(one.names, other.names)) / 2


def _leader(leader: dict[str, str], source: str) -> str:
    while leader[source] != source:
        leader[source] = leader[leader[source]]
        source = leader[source]
    return source


def _candidates(vectors: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a term; a term of many articles leads only to the next few, since events chain."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for a_term in vector:
            having[a_term].append(place)
    for place, vector in enumerate(vectors):
        found: set[int] = set()
        for a_term in vector:
            places = having[a_term]
            after = bisect_right(places, place)
            found.update(places[after:] if len(places) <= CROWD else places[after : after + NEXT])
        yield from ((place, other) for other in sorted(found))
