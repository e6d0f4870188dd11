"""What a sentence is about, as a bag of weighted terms: the one idea of likeness that origins, grouping and ranking
share.

A term is a content word, folded in case, accents and the commonest English endings; numbers are terms too. Likeness
finds candidates. It proves nothing: "1,500 troops" and "12,000 troops" are almost alike, and only `checking` tells
them apart.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

# Numbers keep their separators inside ("1,500", "3.2"); apostrophes inside a word stay until the possessive is cut.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

_STOPWORDS = """
    a about above after again all also am an and any are as at be because been before being below between both
    but by can could did do does doing down during each few for from further had has have having he her here
    hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or
    other our out over own s same she should so some such t than that the their them then there these they this
    those through to too under until up upon very was we were what when where which while who whom why will with
    would you your said say says told tell added according mr mrs ms
"""
STOPWORDS = frozenset(_STOPWORDS.split())
ENGLISH = 0.2  # share of stopwords from which a text is taken for English

# Ending, shortest word that loses it, what takes its place.
ENDINGS = (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""), ("s", 4, ""), ("e", 5, ""))


def words(text: str) -> list[str]:
    """Every word and number of `text` in order, as it is written."""
    return WORD.findall(text)


def is_english(bag: Sequence[str]) -> bool:
    """Whether so many of a text's words are English stopwords that its language is plain."""
    return bool(bag) and sum(word.casefold() in STOPWORDS for word in bag) >= ENGLISH * len(bag)


@lru_cache(maxsize=65536)
def term(word: str) -> str:
    """The form under which a word is compared: lower case, no accents, no possessive, singular, without -ed or -ing."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    folded = re.sub(r"['’]s?$", "", folded).replace(",", "") if folded else folded
    for ending, least, put in ENDINGS:
        if folded.endswith(ending) and len(folded) >= least and not folded.endswith("ss"):
            return folded[: -len(ending)] + put
    return folded


@lru_cache(maxsize=8192)
def terms(text: str) -> Mapping[str, int]:
    """The content terms of `text` and how often each stands in it. Texts are read once."""
    return Counter(term(w) for w in words(text) if w.casefold() not in STOPWORDS)


class Likeness:
    """Cosine likeness of texts, with each term weighted by how rare it is among the texts of one topic.

    The weight of a term is the smoothed inverse document frequency log(1 + N / n), N texts, n of them with the term.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        bags = [terms(t) for t in texts]
        self.count = len(bags)
        seen = Counter(t for bag in bags for t in bag)
        self._weights = {t: math.log(1 + self.count / n) for t, n in seen.items()}
        self._unseen = math.log(1 + max(1, self.count))
        self._vectors: dict[str, Mapping[str, float]] = {}

    def weight(self, a_term: str) -> float:
        return self._weights.get(a_term, self._unseen)

    def vector(self, text: str) -> Mapping[str, float]:
        """`text` as a vector of unit length; empty where it has no content term. Each is made once."""
        if text not in self._vectors:
            raw = {t: (1 + math.log(n)) * self.weight(t) for t, n in terms(text).items()}
            length = math.sqrt(sum(w * w for w in raw.values()))
            self._vectors[text] = {t: w / length for t, w in raw.items()} if length else {}
        return self._vectors[text]

    def coverage(self, text: str, by: str) -> float:
        """The share of the weight of `text`'s terms that stands in `by` too, 0 to 1; 0 for a text without terms."""
        wanted = terms(text)
        total = sum(self.weight(t) for t in wanted)
        have = terms(by)
        return sum(self.weight(t) for t in wanted if t in have) / total if total else 0.0


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two unit vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b)
