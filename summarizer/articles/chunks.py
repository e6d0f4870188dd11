"""Packing one article's sentences into chunks that fit a token budget, for one model call each.

Nothing may be dropped: every body sentence lies in exactly one chunk, in order. A sentence that is longer than the
whole budget is cut into pieces with exact spans of their own, at characters of the text and never at tokens.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from summarizer.articles.nouns import Chunk, Sentence, Span

Count = Callable[[str], int]

# Where a reader would draw breath, best first; the cut is after the match. In no-space scripts a mark needs no space.
_CUTS = (re.compile(r"[;:,.!?–—…][\"'”’)\]]*\s+|[、，；：。！？]"), re.compile(r"\s+"))
_JOINED = "\u200d\ufe0e\ufe0f"  # joiner and variation selectors: they belong to the character before them


def chunk(sentences: Sequence[Sentence], budget: int, count: Count) -> tuple[Chunk, ...]:
    """The body sentences of one article in as few chunks as `budget` allows, and as even as that many can be.

    `budget` and `Chunk.tokens` are tokens by `count`, each sentence counted by itself; numbering and other dressing is
    the caller's. A sentence over budget comes back as pieces with ids "<id>.1", "<id>.2", …; only a single character
    that is over budget by itself can make a chunk exceed it. Raises ValueError for a budget below 1.
    """
    if budget < 1:
        raise ValueError(f"a chunk needs a budget of at least 1 token, not {budget}")
    pieces = [piece for s in sentences if s.kind == "body" for piece in _pieces(s, budget, count)]
    if not pieces:
        return ()
    sizes = [count(piece.text) for piece in pieces]
    ends = _pack(sizes, _even_limit(sizes, budget))
    starts = [0, *ends[:-1]]
    source = pieces[0].span.source
    return tuple(
        Chunk(source=source, sentences=tuple(pieces[a:b]), tokens=sum(sizes[a:b]))
        for a, b in zip(starts, ends, strict=True)
    )


def _pack(sizes: Sequence[int], limit: int) -> list[int]:
    """The end of each chunk when as many sizes as fit under `limit` go into one; each chunk has at least one."""
    ends = []
    total = 0
    for i, size in enumerate(sizes):
        if i and total + size > limit:
            ends.append(i)
            total = 0
        total += size
    return [*ends, len(sizes)]


def _even_limit(sizes: Sequence[int], budget: int) -> int:
    """The smallest limit that needs no more chunks than `budget` does, so that the last chunk is no leftover."""
    wanted = len(_pack(sizes, budget))
    low, high = min(budget, max(sizes)), budget
    while low < high:
        middle = (low + high) // 2
        if len(_pack(sizes, middle)) <= wanted:
            high = middle
        else:
            low = middle + 1
    return low


def _pieces(sentence: Sentence, budget: int, count: Count) -> list[Sentence]:
    if count(sentence.text) <= budget:
        return [sentence]
    return [
        Sentence(
            id=f"{sentence.id}.{number}",
            span=Span(source=sentence.span.source, start=sentence.span.start + a, end=sentence.span.start + b),
            text=sentence.text[a:b],
            kind=sentence.kind,
            paragraph=sentence.paragraph,
        )
        for number, (a, b) in enumerate(_halves(sentence.text, budget, count), start=1)
    ]


def _halves(text: str, budget: int, count: Count) -> Iterator[tuple[int, int]]:
    """Spans of `text` that fit the budget, found by halving; only white space lies outside them."""
    waiting = [(0, len(text))]
    while waiting:
        start, end = waiting.pop()
        piece = text[start:end]
        start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
        if start >= end:
            continue
        if end - start == 1 or count(text[start:end]) <= budget:
            yield start, end
            continue
        cut = start + _cut(text[start:end])
        waiting += [(cut, end), (start, cut)]


def _cut(text: str) -> int:
    """Where to cut `text` in two: the clause mark nearest its middle, else a space, else a character; 0 < cut < len."""
    for pattern in _CUTS:
        found = pattern.finditer(text, len(text) // 4, len(text) - len(text) // 4)
        near = min(found, key=lambda m: abs(m.start() + m.end() - len(text)), default=None)
        if near and near.end() < len(text):
            return near.end()
    return _between_characters(text, len(text) // 2)


def _between_characters(text: str, cut: int) -> int:
    """The place nearest to `cut` that parts no combining mark from its letter and no emoji sequence; `cut` if none."""
    import unicodedata

    for place in sorted(range(max(1, cut - 32), min(len(text), cut + 32)), key=lambda place: abs(place - cut)):
        if not (unicodedata.combining(text[place]) or text[place] in _JOINED or text[place - 1] == "\u200d"):
            return place
    return cut
