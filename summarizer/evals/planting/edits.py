"""Changing one place of a sentence so that it still reads like one. Every function is pure and takes code points."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
OPENING = "“\"‘'(["


class Place(NamedTuple):
    """A stretch of a sentence and its words."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Place]:
    """Every word and number in order; a hyphen, an apostrophe or a separator inside one does not part it."""
    return [Place(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]


def put(text: str, start: int, end: int, new: str) -> str:
    """`text` with `new` in place of [start, end), set as a sentence: spaces, commas and the first capital in order."""
    return tidy(text[:start] + new + text[end:], text)


def tidy(text: str, like: str = "A") -> str:
    """`text` without the spaces and commas that a cut leaves; it opens with a capital where `like` does."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;:?!])", r"\1", text)
    text = re.sub(r"([“(]) ", r"\1", text)
    text = re.sub(r",[,\s]*(?=[,.;])", "", text)
    text = text.lstrip(" ,;:.-–—")
    opens = next((c for c in like if c.isalpha()), "")
    return capital(text) if opens.isupper() else text


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    for i, c in enumerate(text):
        if c.isalnum():
            return text[:i] + c.upper() + text[i + 1 :]
    return text


def ended(text: str) -> str:
    """`text` as a whole sentence: a capital first, a full stop last."""
    text = tidy(text).rstrip(" ,;:-–—")
    return text if text.endswith((".", "!", "?", ".”", '."')) else text + "."


def cased(new: str, like: str) -> str:
    """`new` with a capital where `like` has one and is not all capitals by nature."""
    return capital(new) if like[:1].isupper() else new


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, longest))})(?![\w'’-])", re.IGNORECASE)


def find(text: str, phrases: tuple[str, ...]) -> Iterator[Place]:
    """Where any of the phrases stands as whole words, in any case, the longest first."""
    for match in _pattern(phrases).finditer(text):
        yield Place(match.start(), match.end(), match[0])


def stands(phrase: str, text: str) -> bool:
    """Whether `phrase` stands in `text` as whole words."""
    return _pattern((phrase,)).search(text) is not None


def swaps(text: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Place, str]]:
    """Each phrase of `table` that stands in `text`, with each thing that may take its place, cased alike."""
    for place in find(text, tuple(table)):
        for new in table[place.text.casefold()]:
            yield place, cased(new, place.text) if new else new


def both_ways(pairs: str) -> dict[str, tuple[str, ...]]:
    """A table from lines `one / other`; each stands for the other."""
    table: dict[str, list[str]] = {}
    for pair in filter(None, (p.strip() for p in pairs.replace("\n", ";").split(";"))):
        one, other = (side.strip() for side in pair.split(" / "))
        table.setdefault(one.casefold(), []).append(other)
        table.setdefault(other.casefold(), []).append(one)
    return {key: tuple(values) for key, values in table.items()}


def one_way(lines: str) -> dict[str, tuple[str, ...]]:
    """A table from lines `one > other, another`."""
    table: dict[str, tuple[str, ...]] = {}
    for line in filter(None, (p.strip() for p in lines.replace("\n", ";").split(";"))):
        one, others = line.split(">")
        key = one.strip().casefold()
        table[key] = table.get(key, ()) + tuple(o.strip() for o in others.split(","))
    return table


def folded(text: str) -> str:
    """The words alone, in lower case: two sentences that differ in nothing else are one."""
    return " ".join(w.text.casefold().replace("’", "'").replace(",", "") for w in tokens(text))


def quoted(text: str) -> list[Place]:
    """What stands between quotation marks, without them, in order."""
    found = [Place(m.start(1), m.end(1), m[1]) for m in re.finditer(r"“([^“”\"]{1,600})”", text)]
    straight = [i for i, c in enumerate(text) if c == '"']
    for a, b in zip(straight[::2], straight[1::2], strict=False):
        found.append(Place(a + 1, b, text[a + 1 : b]))
    return sorted(p for p in found if p.text.strip())


def inside(place: Place, places: list[Place]) -> bool:
    """Whether `place` lies within one of `places`."""
    return any(p.start <= place.start and place.end <= p.end for p in places)
