"""How much of each source a brief cites, and what no sentence of it cites: shown, so that nobody has to search for it.

A low share proves nothing: an article may be long, or a copy. What ranks a loose sentence is a rule that can be said in
words (RULE), never a judgement of what matters.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import terms
from summarizer.articles.topic import cited
from summarizer.checking.names import names
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import read
from summarizer.records import Brief, Citation
from summarizer.review.evidence.collecting import undisturbed
from summarizer.review.evidence.desk import Desk, Page, never
from summarizer.review.nouns import Item, State

LOW = 0.5  # of the median of the sources' shares
MOST_NEWS = 3  # figures and names that count; a list of names is no better than a few of them
LOOKED_AT = 1_000  # sentences, those with the most new words, that are searched for figures and names
GIANT_NOTE = "measured on the whole text: too long to tell the article from its page, or to list what is not cited"

RULE = (
    "First what the brief itself names as left out, then what stands in the most origins, then what has the most "
    "figures and names that no sentence of the brief has, then what has the most words that it does not have. Of very "
    "many sentences only the thousand with the most such words are searched for figures and names."
)

Intervals = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of one source is cited. `share`: of the characters of its body, 0 to 1; `cells`: for each equal part of
    the whole text, whether anything in it is cited. `uncited` of its `sentences` are cited by nothing."""

    source: str
    share: float
    cells: tuple[bool, ...]
    sentences: int
    uncited: int
    low: bool = False  # less than half of what is usual among the sources
    note: str = ""  # what this could not be measured on


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """Something that sources say and that no sentence under review cites. `id` may be given to `Session.add`.

    `news`: its figures and names that no sentence under review has; `ignored`: why a person left it out on purpose, or
    None where nobody did.
    """

    id: str  # "u1" what the brief names as left out; "s3.12" sentence 12 of source s3
    text: str
    origins: int
    citations: tuple[Citation, ...]
    news: tuple[str, ...] = ()
    ignored: str | None = None


def coverage(
    items: Iterable[Item], desk: Desk, cells: int = 20, cancelled: Callable[[], bool] = never
) -> tuple[Coverage, ...]:
    """Each source in the brief's order; a rejected sentence cites nothing. Empty where that is cancelled."""
    places = _places(c for item in items if item.choice != "rejected" for c in item.citations)
    found = []
    for source in desk.sources:
        if cancelled():
            return ()
        found.append(_covered(desk.page(source), places.get(source, ()), cells))
    usual = median(c.share for c in found) if len(found) > 1 else 0.0
    return tuple(replace(c, low=c.share < LOW * usual) for c in found)


def _covered(page: Page, places: Intervals, cells: int) -> Coverage:
    body = [s for s in page.sentences if s.kind == "body"]
    size = len(page.text) or page.source.characters or max((b for _, b in places), default=0)
    whole = sum(s.span.end - s.span.start for s in body) or size
    spans = [(s.span.start, s.span.end) for s in body] or [(0, size)]
    told = sum(_overlap(a, b, places) for a, b in spans)
    note = page.trouble or (GIANT_NOTE if page.giant else "")
    edges = [size * n // cells for n in range(cells + 1)]
    return Coverage(
        source=page.source.id,
        share=told / whole if whole else 0.0,
        cells=tuple(_overlap(edges[n], edges[n + 1], places) > 0 for n in range(cells)),
        sentences=len(body),
        uncited=sum(not _overlap(s.span.start, s.span.end, places) for s in body),
        note=note,
    )


def _places(citations: Iterable[Citation]) -> Mapping[str, Intervals]:
    """The cited stretches of each source, in order, none touching another."""
    found: dict[str, list[tuple[int, int]]] = {}
    for c in sorted(citations, key=lambda c: (c.start, c.end)):
        own = found.setdefault(c.source, [])
        if own and c.start <= own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], c.end))
        else:
            own.append((c.start, c.end))
    return found


def _overlap(start: int, end: int, places: Intervals) -> int:
    """How many characters of [start, end) are in `places`."""
    at = max(0, bisect_right(places, (start, start)) - 1)
    total = 0
    while at < len(places) and places[at][0] < end:
        total += max(0, min(end, places[at][1]) - max(start, places[at][0]))
        at += 1
    return total


def loose(brief: Brief, state: State, desk: Desk, cancelled: Callable[[], bool] = never) -> tuple[Loose, ...]:
    """What no sentence cites, by RULE; what was ignored comes last. What was added already is not in it.

    Sentences of giant sources are not. Empty where that is cancelled.
    """
    said = _Said(state.items)
    added = {item.id for item in state.items}
    places = _places(c for item in state.items for c in item.citations)
    named = [
        Loose(
            id=f"u{n}",
            text=uncovered.text,
            origins=uncovered.origins,
            citations=uncovered.citations,
            news=said.news(uncovered.text),
            ignored=state.ignored.get(f"u{n}"),
        )
        for n, uncovered in enumerate(brief.uncovered, 1)
        if f"u{n}" not in added and not all(_hit(c, places) for c in uncovered.citations)
    ]
    named_too = [c for uncovered in brief.uncovered for c in uncovered.citations]
    places = _places((*(c for item in state.items for c in item.citations), *named_too))
    with undisturbed():
        single = _singles(brief, state, desk, said, places, cancelled)
    if cancelled():
        return ()
    single.sort(key=lambda one: (-one.origins, -min(MOST_NEWS, len(one.news))))  # stable: by fresh words within
    return tuple(sorted((*named, *single), key=lambda one: one.ignored is not None))


def _singles(
    brief: Brief,
    state: State,
    desk: Desk,
    said: "_Said",
    places: Mapping[str, Intervals],
    cancelled: Callable[[], bool],
) -> list[Loose]:
    """The sentences of the sources that stand outside `places`, those with the most new words first."""
    added = {item.id for item in state.items}
    free: list[tuple[int, Sequence[Sentence]]] = []
    for same in _alike(desk, places, cancelled):
        if not added.intersection(s.id for s in same):
            free.append((said.fresh(same[0].text), same))
    free.sort(key=lambda one: -one[0])
    single = []
    for place, (_, same) in enumerate(free):
        if cancelled():
            return []
        news = said.news(same[0].text) if place < LOOKED_AT else ()
        single.append(_single(same, brief, state, desk, news))
    return single


def _hit(citation: Citation, places: Mapping[str, Intervals]) -> bool:
    return _overlap(citation.start, citation.end, places.get(citation.source, ())) > 0


def _alike(desk: Desk, places: Mapping[str, Intervals], cancelled: Callable[[], bool]) -> Iterator[Sequence[Sentence]]:
    """The body sentences that nothing cites; those with the same words together."""
    found: dict[str, list[Sentence]] = {}
    for source in desk.sources:
        if cancelled():
            return
        for s in desk.page(source).sentences:
            if s.kind == "body" and not _overlap(s.span.start, s.span.end, places.get(source, ())):
                found.setdefault(" ".join(s.text.split()).casefold(), []).append(s)
    for same in found.values():
        if cancelled():
            return
        yield same


def _single(same: Sequence[Sentence], brief: Brief, state: State, desk: Desk, news: tuple[str, ...]) -> Loose:
    home = {source: origin.id for origin in brief.origins for source in origin.sources}
    first = {s.span.source: s for s in reversed(same)}  # one of each source, the first
    reasons = (state.ignored[s.id] for s in same if s.id in state.ignored)
    return Loose(
        id=same[0].id,
        text=" ".join(same[0].text.split()),
        origins=len({home.get(source, source) for source in first}),
        citations=tuple(cited(s.span, desk.page(source).text) for source, s in reversed(first.items())),
        news=news,
        ignored=next(reasons, None),
    )


class _Said:
    """What the sentences under review say, by word and by figure."""

    def __init__(self, items: Sequence[Item]) -> None:
        texts = [item.text for item in items]
        self._keys = {t.key for text in texts for t in read(text).tokens}
        self._terms = {term for text in texts for term in terms(text)}
        self._values = {q.value for text in texts for q in quantities(text)}

    def news(self, text: str) -> tuple[str, ...]:
        """The figures of `text`, then its names, that are not among it, as they are written."""
        tokens = read(text).tokens
        figures = [text[q.start : q.end] for q in quantities(text) if q.value not in self._values]
        called = [n for n in names(text) if len(n.tokens) > 1 or not n.opens]
        strange = [n.text for n in called if any(tokens[i].key not in self._keys for i in n.tokens)]
        return tuple(dict.fromkeys((*figures, *strange)))

    def fresh(self, text: str) -> int:
        """How many content words of `text` are not among it."""
        return sum(term not in self._terms for term in terms(text))
