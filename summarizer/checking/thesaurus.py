"""How one English word of the news stands to another: the same, more general, opposite. A table of the project's own.

It proves nothing. It tells how far a word of a claim may be from the word that its source has, and feeds a score, never
a verdict: senses are not told apart here, and what counts as the same is wider than what may stand for each other in a
cited sentence (that table is `lexicon`). The table, `thesaurus.txt` beside this file, is read when the first word is
asked for, not at import.
"""

from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from summarizer.checking.lexicon import listed
from summarizer.checking.reading import fold, key

TABLE = Path(__file__).parent / "thesaurus.txt"
MARKS = {"<": "general", "!": "opposite", "~": "related"}
LEAST_STEM = 4
KIND = "k"

Relation = Literal["same", "derived", "general", "special", "sister", "opposite"]

# Endings that make one word of another, the longest first; what is left is the stem that both share.
ENDINGS = listed(
    """ifications ification izations ization isations isation ations ation ators ator ating ated ates ate ements ement
    ments ment ances ance ences ence ities ity ively ive ions ion iness ness ships ship ology ures ure ants ant ents
    ent ials ial ally als al ists ist isms ism ably able ibly ible ingly ings ing edly eds ed ers er ors or iest ier
    ies ied fully ful ously ous ically ics ic ery ary ily ly ize ise es s e y"""
)
FORMS = {
    "n": listed("tion sion ment ness ity ance ence ship ism ist ology ure dom hood er or"),
    "a": listed("ous ful less ive able ible ical ic ary ish al ian ese"),
    "v": listed("ed ing ise ize ify"),
}


class Row(NamedTuple):
    """One sense: its part of speech, the keys of its words, and of those that it stands in a relation to. Of part "k"
    it is a set of things of one kind, each of them another one."""

    part: str
    words: frozenset[str]
    head: str
    general: frozenset[str]
    opposite: frozenset[str]
    related: frozenset[str]


class _Table(NamedTuple):
    by_key: dict[str, tuple[Row, ...]]
    by_stem: dict[str, tuple[Row, ...]]
    kinds: dict[str, frozenset[str]]


def _row(line: str) -> Row:
    part, *words = line.split()
    kinds: dict[str, list[str]] = {"words": [], "general": [], "opposite": [], "related": []}
    kind = "words"
    for word in words:
        if word in MARKS:
            kind = MARKS[word]
        else:
            kinds[kind].append(word)
    sets = {name: frozenset(map(key, found)) for name, found in kinds.items()}
    return Row(part, head=key(kinds["words"][0]), **sets)


@lru_cache(maxsize=1)
def _table() -> _Table:
    by_key: dict[str, list[Row]] = {}
    by_stem: dict[str, list[Row]] = {}
    kinds: dict[str, set[str]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            row = _row(line)
            for word in line.split("<")[0].split("!")[0].split("~")[0].split()[1:]:
                if row.part == KIND:
                    kinds.setdefault(key(word), set()).add(row.head)
                else:
                    by_key.setdefault(key(word), []).append(row)
                    by_stem.setdefault(stem(word), []).append(row)
    return _Table(_frozen(by_key), _frozen(by_stem), {word: frozenset(heads) for word, heads in kinds.items()})


def _frozen(found: dict[str, list[Row]]) -> dict[str, tuple[Row, ...]]:
    return {word: tuple(known) for word, known in found.items()}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What `word`, in lower case, shares with those derived from it: "inspection", "inspectors" and "inspect"."""
    word = word.removesuffix("'s")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > LEAST_STEM and word[-1] == word[-2] else word


@lru_cache(maxsize=65536)
def rows(word: str) -> tuple[Row, ...]:
    """The senses of `word`, in lower case and inflected or not; of the word that it is derived from if it has none."""
    table = _table()
    return table.by_key.get(key(word)) or table.by_stem.get(stem(word), ())


@lru_cache(maxsize=65536)
def part(word: str) -> str:
    """The part of speech that `word` most likely is: "n", "v", "a", "r", or "" where neither table nor form tells."""
    if word.endswith("ly"):
        return "r"
    if known := _table().by_key.get(key(word)):
        return known[0].part
    if key(word) in _table().kinds:
        return "n"
    return next((p for p, endings in FORMS.items() if word.endswith(endings) and len(word) > LEAST_STEM), "")


def knows(word: str) -> bool:
    """Whether `word` is a common word: the table or its form shows it."""
    return bool(rows(word) or part(word))


@lru_cache(maxsize=65536)
def senses(word: str) -> frozenset[tuple[str, str]]:
    """What two words share if they may mean the same: the heads of their senses and their stem."""
    return frozenset((row.part, row.head) for row in rows(word)) | {("", stem(word))}


@lru_cache(maxsize=262144)
def relation(claim: str, source: str) -> Relation | None:
    """How the claim's word stands to the source's: "general" says less than the source, "special" says more."""
    one, two = key(fold(claim)), key(fold(source))
    if not one or not two:
        return None
    mine, theirs = rows(claim), rows(source)
    known = _table().by_key
    if _opposite(one, known.get(one, ()), two, known.get(two, ())):
        return "opposite"
    if one == two or any(two in r.words for r in mine):
        return "same"
    if stem(claim) == stem(source) or set(mine) & set(theirs) or _related(mine, theirs):
        return "derived"
    none = frozenset[str]()
    up = none.union(*(_general(r) for r in theirs))
    down = none.union(*(_general(r) for r in mine))
    if one in up:
        return "general"
    if two in down:
        return "special"
    kinds = _table().kinds
    return "sister" if up & down or kinds.get(one, none) & kinds.get(two, none) else None


def _opposite(one: str, mine: tuple[Row, ...], two: str, theirs: tuple[Row, ...]) -> bool:
    """Whether a sense of one names the other, or a sense that the other heads, as its opposite; "up" is not "rise"."""
    if any(two in r.opposite for r in mine) or any(one in r.opposite for r in theirs):
        return not any(two in r.words for r in mine)
    return any(b.head in a.opposite and a.part == b.part for a in mine for b in theirs) and not set(mine) & set(theirs)


def _related(mine: tuple[Row, ...], theirs: tuple[Row, ...]) -> bool:
    return any(a.related & b.words or b.related & a.words for a in mine for b in theirs)


def _general(row: Row) -> frozenset[str]:
    """The words more general than a sense, two steps up."""
    above = [r for g in row.general for r in _table().by_key.get(g, ()) if r.part == row.part]
    return row.general.union(*(r.general for r in above))
