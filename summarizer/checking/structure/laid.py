"""Words, clauses and free dates of a text: what the structure check lays along each other.

Dates that stand as adverbs ("on Monday") are taken out of both sides, since they may stand anywhere in their clause.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.dates import dates
from summarizer.checking.figures import SCALES, SMALL, TENS
from summarizer.checking.lexicon import REPORTING
from summarizer.checking.reading import Passage, fold, together
from summarizer.checking.wordclasses import (
    CONJUNCTIONS,
    DAY_PARTS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    verb,
)

FIGURES = frozenset((*SMALL, *TENS, *SCALES)) - {"one", "zero"}
FARTHEST = 12  # words after "before" in which its verb is looked for
PAUSES = frozenset(",;:()—–…")
HOLDING = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"-", "early", "late"}  # a date after one of these is tied to it


class Word(NamedTuple):
    """One word: as written, folded, its key; `mark` the marks before it ("~" ties a compound); its sentence."""

    text: str
    low: str
    key: str
    mark: str
    sentence: int
    content: bool
    owner: bool  # a possessive: "Kim's", "countries'"
    paused: bool  # a comma, a dash or the like stands before it
    opens: bool  # it opens a sentence

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def number(self) -> bool:
        return self.text[0].isdigit() or self.low in FIGURES

    @property
    def verb(self) -> bool:
        return (not self.capital or self.mark == "^") and verb(self.low)


class Adverbial(NamedTuple):
    """A date taken out: the keys of its words, the index of the word that stood before it and that after it."""

    keys: tuple[str, ...]
    left: int
    right: int
    paused: bool  # a mark stood before it, or the text began with it


class Words(NamedTuple):
    """The words of a passage without its free dates. `clauses[i]` numbers the clause of word i."""

    words: tuple[Word, ...]
    free: tuple[Adverbial, ...]
    clauses: tuple[int, ...]
    places: dict[str, list[int]]


@lru_cache(maxsize=1024)
def words(texts: tuple[str, ...]) -> Words:
    """The words of these texts, one after the other, with the marks before each. They are read once."""
    passage = together(texts)
    found: list[Word] = []
    free: list[Adverbial] = []
    dated = _free_dates(passage)
    mark, sentence, until = "^", -1, 0
    for i, token in enumerate(passage.tokens):
        if i in passage.starts:
            sentence += 1
            mark = "^"
        if i in dated:
            until = dated[i]
            keys = tuple(t.key for t in passage.tokens[i:until] if t.key and fold(t.text) not in ("on", "in"))
            free.append(Adverbial(keys, len(found) - 1, len(found), bool(set(mark) & (PAUSES | {"^"}))))
        if i < until:
            continue
        if not token.key:
            mark += _mark(passage, i)
            continue
        low = fold(token.text)
        paused = bool(mark) and (".." in mark or not PAUSES.isdisjoint(mark))
        owner = _owner(passage, i, low)
        found.append(Word(token.text, low, token.key, mark, sentence, token.content, owner, paused, mark[:1] == "^"))
        mark = ""
    places: dict[str, list[int]] = {}
    for n, word in enumerate(found):
        places.setdefault(word.key, []).append(n)
    return Words(tuple(found), tuple(free), _clauses(found), places)


def _owner(passage: Passage, i: int, low: str) -> bool:
    token = passage.tokens[i]
    rest = passage.text[token.end : token.end + 2]
    return low.endswith("'s") or (token.text.endswith("s") and len(rest) == 2 and rest[0] in "'’" and rest[1] == " ")


def _mark(passage: Passage, i: int) -> str:
    token = passage.tokens[i]
    if token.text in "-‐‑/–—":
        before, after = passage.text[token.start - 1 : token.start], passage.text[token.end : token.end + 1]
        if before.isalnum() and after.isalnum():
            return "~"
        return "—"
    return token.text


def _free_dates(passage: Passage) -> dict[int, int]:
    """The dates that stand as adverbs, with their "on" or "in": their first token, and the token after their last."""
    found: dict[int, int] = {}
    dated = dates(passage.text)
    at = {t.start: i for i, t in enumerate(passage.tokens)} if dated else {}
    for when in dated:
        first = last = at.get(when.start, -1)
        if first < 0:
            continue
        while last < len(passage.tokens) and passage.tokens[last].start < when.end:
            last += 1
        if last < len(passage.tokens) and fold(passage.tokens[last].text) in DAY_PARTS and when.weekday is not None:
            last += 1  # "on Wednesday morning"
        before = fold(passage.tokens[first - 1].text) if first else ""
        if before in ("on", "in"):
            found[first - 1] = last
        elif (when.weekday, when.relative, when.day) != (None, None, None) and before not in HOLDING:
            found[first] = last
    return found


def _governs_clause(found: Sequence[Word], i: int) -> bool:
    """Whether a clause and no noun follows: "after talks collapsed", but "before dawn"."""
    for word in found[i + 1 : i + 1 + FARTHEST]:
        if word.paused or word.opens or word.low in SUBORDINATORS:
            return False
        if word.verb:
            return True
    return False


def _clauses(found: Sequence[Word]) -> tuple[int, ...]:
    clauses: list[int] = []
    clause = last = outer = 0
    aside = -1  # where what stands between two commas began
    for i, word in enumerate(found):
        opens = word.low in SUBORDINATORS and (word.low not in PREPOSITIONS or _governs_clause(found, i))
        joined = word.low in CONJUNCTIONS and i + 1 < len(found) and found[i + 1].verb
        if word.paused and _resumes(found, i, aside):
            clause, aside = outer, -1
        elif word.paused or word.opens or opens or joined or _reported(found, i):
            aside, outer = (i if word.paused and not opens else -1), clause
            last += 1
            clause = last
        clauses.append(clause)
    return tuple(clauses)


def _resumes(found: Sequence[Word], i: int, aside: int) -> bool:
    """Whether the clause goes on at word `i` after a mere name or description between commas."""
    if aside < 0 or any(w.verb for w in found[aside:i]):
        return False
    return (found[i].verb and not found[i].low.endswith("ing")) or found[i].low in ("to", "for", "of")


def _reported(found: Sequence[Word], i: int) -> bool:
    """Whether a reported clause begins at word `i` without "that": "said it would"."""
    before = found[i - 1].low if i else ""
    return REPORTING.get(before) == "say" and (found[i].low in PRONOUNS or found[i].low in DETERMINERS)
