"""A text as the checks see it: its tokens, each with the form under which it is compared.

One pass, one regex without nested repetition, so that the time is linear in the text however it is written. A token's
`key` folds what a faithful sentence may change (case, accents, inflection, "U.S." for "United States", the spelling of
a transliterated name) and nothing else: numbers keep every digit. Nothing here compares two texts.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from summarizer.articles.terms import STOPWORDS, term
from summarizer.checking.lexicon import COUNTRIES, IRREGULAR, LIGHT, PAIRS, SYNONYMS, word_set

TOKEN = re.compile(
    r"[NS]\.(?=\s?Korea)"
    r"|(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\b[A-Z]\.[A-Z]\b"
    r"|\d+(?:st|nd|rd|th|s)\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)
ENDS = frozenset(".!?。！？")
CLOSING = frozenset("\"'”’»)]")
OPENING = frozenset("\"'“‘«([")
TITLE_DOTS = word_set("mr mrs ms dr gen col lt sen rep gov st no jan feb mar apr jun jul aug sep sept oct nov dec")
# Function words that carry meaning and therefore count as wording: a dropped "only" or "all" is not nothing.
MEANT = word_set(
    """no not nor only few most more all some any each against before after up down until off under below above"""
)
EMPTY = (STOPWORDS | LIGHT) - MEANT


class Token(NamedTuple):
    """A word, number or mark: `text[start:end]`, the key it is compared under ("" for a mark)."""

    text: str
    key: str
    start: int
    end: int
    content: bool


@dataclass(frozen=True, eq=False)
class Passage:
    """A read text; one text is read into one passage, so that what is found in it can be kept.

    `starts` are the indices of the tokens that open a sentence; `places` the tokens of each key.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: frozenset[int]
    breaks: frozenset[int] = frozenset()  # tokens after which another text begins
    places: dict[str, list[int]] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.places)

    def sentence_ends(self, index: int) -> bool:
        """Whether the token at `index` ends a sentence or a text."""
        return index + 1 in self.starts or index in self.breaks


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents, with one kind of apostrophe."""
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The form under which a word is compared. "us" the pronoun is not "US" the country."""
    if word in ("us", "Us"):
        return "us"
    if word in ("N.", "S."):
        return "north" if word == "N." else "south"
    lower = fold(word)
    lower = lower[:-2] if lower.endswith("'s") else lower.removesuffix("'")
    if lower in COUNTRIES:
        return COUNTRIES[lower]
    lower = IRREGULAR.get(lower, lower)
    if lower in SYNONYMS:
        return SYNONYMS[lower]
    if lower[:1].isdigit():
        return lower.replace(",", "")
    if "." in lower:
        return lower.replace(".", "")
    # "Zinoviev" and "Zinovyev", "stopped" and "stop": y is i, and a doubled letter is one.
    stem = term(lower).replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", stem)


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    before = ""  # the word that stands before, folded
    for match in TOKEN.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        if not raw[0].isalnum():
            found.append(Token(raw, "", start, end, False))
            before = ""
            continue
        folded = fold(raw)
        if (before, folded) in PAIRS:
            start = found.pop().start
            raw = text[start:end]
            found.append(Token(raw, PAIRS[before, folded], start, end, True))
            before = fold(raw)
            continue
        # A capitalised "US" or "May" in mid-sentence is no function word; "us" and "may" are.
        function = folded in EMPTY and not (raw.isupper() and len(raw) > 1)
        found.append(Token(raw, key(raw), start, end, not function))
        before = folded
    return found


def _starts(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    starts = {0}
    ended = False
    for i, token in enumerate(tokens):
        if i and "\n" in text[tokens[i - 1].end : token.start]:
            ended = True
        if ended and (token.key or token.text in OPENING):
            fresh = token.text in OPENING or not token.text[0].islower()
            if fresh and not (token.text in CLOSING and token.start == tokens[i - 1].end):
                starts.add(i)
            ended = ended and not fresh
        if token.text in ENDS:
            ended = not (token.text == "." and i and fold(tokens[i - 1].text) in TITLE_DOTS)
            ended = ended and not (token.text == "." and i and len(tokens[i - 1].text) == 1)
        elif token.key:
            ended = False
    return frozenset(starts)


@lru_cache(maxsize=4096)
def read(text: str) -> Passage:
    """`text` as a passage; texts are read once."""
    tokens = _tokens(text)
    return Passage(text, tuple(tokens), _starts(text, tokens), frozenset({len(tokens) - 1}), _places(tokens))


@lru_cache(maxsize=1024)
def together(texts: tuple[str, ...]) -> Passage:
    """Several texts as one passage, in which no sentence runs from one text into the next."""
    if len(texts) == 1:
        return read(texts[0])
    tokens: list[Token] = []
    starts: set[int] = set()
    breaks: set[int] = set()
    offset = 0
    for passage in map(read, texts):
        starts.update(len(tokens) + i for i in passage.starts)
        tokens.extend(t._replace(start=t.start + offset, end=t.end + offset) for t in passage.tokens)
        breaks.add(len(tokens) - 1)
        offset += len(passage.text) + 1
    return Passage("\n".join(texts), tuple(tokens), frozenset(starts), frozenset(breaks), _places(tokens))


def _places(tokens: Sequence[Token]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.key:
            places.setdefault(token.key, []).append(i)
    return places
