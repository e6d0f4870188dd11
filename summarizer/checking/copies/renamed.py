"""A name in the place of another: "Henk Morrow" where the twin of this sentence has "Henk Torrey".

Two names of one person, place or body are no difference: another spelling, an acronym, a capital for its country. Where
that cannot be told, nothing is said.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise

from summarizer.articles.datelines import CITIES
from summarizer.checking.copies.twins import Side
from summarizer.checking.lexicon import COUNTRIES, listed, word_set
from summarizer.checking.names import NEVER, TIED, TITLES
from summarizer.checking.reading import Token, fold, key

SPELLING = 0.8  # likeness of two spellings of one name
PAIRS = 24  # names of a sentence that are looked at
WIDEST = 4  # content words of one name
COUNTRY_KEYS = frozenset(COUNTRIES.values())
CITY_WORDS = frozenset(fold(word) for city in CITIES for word in city.split())
LOOSE = word_set("the a an of mr mrs ms dr")
# What a name may end in beside its own word: the Pacific basin is the Pacific Ocean.
KINDS = frozenset(
    map(
        key,
        listed(
            """ocean sea basin bay gulf river lake island mountain valley coast city town county district province state
            region university college hospital court party league bank group company corp inc agency service news
            association club council committee commission department office authority airport street road police"""
        ),
    )
)


def renamed(mine: Side, theirs: Side, left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The name that `mine` has in a gap between common words where `theirs` has the name of somebody else."""
    one, other = _named(left), _named(right)
    if one and other and _is_another(one, other, mine, theirs):
        yield mine.words(one), theirs.words(other)


def half_named(mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """ "Henk Torrey" here and "Henk Morrow" there: a name in two words, and half of it only one article has."""
    others = list(islice(_pairs(theirs), PAIRS))
    for one in islice(_pairs(mine), PAIRS):
        for other in others:
            odd = [n for n in (0, 1) if one[n].key != other[n].key]
            if len(odd) != 1:
                continue
            here, there = one[odd[0]].key, other[odd[0]].key
            fresh = here not in theirs.told.words or there not in mine.told.words
            fresh = fresh and not {here, there} <= KINDS
            if (
                fresh
                and here not in theirs.near_names
                and there not in mine.near_names
                and not _same_spelling(here, there)
            ):
                yield mine.words(one), theirs.words(other)


def _pairs(side: Side) -> Iterator[tuple[Token, Token]]:
    """Two capitalised words in a row that are a name: no title, no country, no day."""
    for one, other in pairwise(side.passage.tokens):
        if all(t.key and t.text[0].isupper() and _may_name(t) for t in (one, other)):
            yield one, other


def _may_name(token: Token) -> bool:
    word = fold(token.text)
    return token.content and word not in NEVER | TITLES | TIED and token.key not in COUNTRY_KEYS


def _named(tokens: Sequence[Token]) -> list[Token]:
    """The name that a gap consists of; nothing if it has other words too."""
    words = [t for t in tokens if fold(t.text) not in LOOSE]
    bare = [t for t in words if not (fold(t.text) in TITLES and t.text[0].islower())]
    named = all(t.text[0].isupper() and fold(t.text) not in NEVER for t in bare)
    return bare if named and 0 < len(bare) <= WIDEST else []


def _is_another(one: Sequence[Token], other: Sequence[Token], mine: Side, theirs: Side) -> bool:
    """Whether two names are of two persons, places or bodies, and not two names of one."""
    left, right = [t.key for t in one], [t.key for t in other]
    if not set(left).isdisjoint(right) or _is_acronym(left, right) or _is_acronym(right, left):
        return False
    known = [key in theirs.passage.places for key in left] + [key in mine.passage.places for key in right]
    if any(known) and not all(known):  # it only stands elsewhere in the sentence; two that changed places are another
        return False
    countries = [not COUNTRY_KEYS.isdisjoint(keys) or not TIED.isdisjoint(keys) for keys in (left, right)]
    cities = [not CITY_WORDS.isdisjoint(fold(t.text) for t in side) for side in (one, other)]
    if any(countries) or any(cities):  # "Moscow" for "Russia" and "the Kremlin" for "Moscow" are honest
        return all(countries) or (all(cities) and not any(countries))
    opening = [side.passage.tokens[0] is name[0] for side, name in ((mine, one), (theirs, other))]
    if any(opening) and not all(_is_known(side, name) for side, name in ((mine, one), (theirs, other))):
        return False
    return not _same_spelling("".join(left), "".join(right))


def _is_known(side: Side, name: Sequence[Token]) -> bool:
    """Whether a name that opens a sentence is one: it is longer than a word, or has a capital elsewhere too."""
    return len(name) > 1 or name[0].text.isupper() or name[0].key in side.told.names


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[:1] for word in long)


def _same_spelling(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:40], other[:40], autojunk=False).ratio() >= SPELLING
