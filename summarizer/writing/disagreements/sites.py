"""Where the sentences of two figures say that it happened: "on Mount Seral" and "on Monte Cavria" are two accidents.

A place in the sentence itself is held against that of the other sentence, and only where neither article ever names the
other's place: a town and the river that runs through it are named in one article sooner or later. What names no place
is not told apart here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarizer.articles.nouns import Article, Sentence
from summarizer.checking.dates import dates
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import fold, read
from summarizer.checking.reports import reports
from summarizer.writing.disagreements.mentions import OWN, TOLD, Mention

SITING = word_set("in on at near off above outside")
KINDS = word_set("mount monte lake river north south east west new saint")  # no name by itself
WORD = re.compile(r"\w+")


def same_site(group: Sequence[Mention], articles: Mapping[str, Article]) -> Iterator[list[Mention]]:
    """`group` by the place that the sentences name; mentions without one stand with the first of them."""
    told: list[list[tuple[Mention, frozenset[str]]]] = [[]]
    words = {source: _words(articles[source]) for source in {m.source for m in group}}
    for mention in group:
        own = mention.event == OWN and bool(mention.counted.kind)
        sites = site(mention.sentence.text) if own else frozenset()

        def one(other: Mention, theirs: frozenset[str], m: Mention = mention, mine: frozenset[str] = sites) -> bool:
            return bool(not mine or not theirs or mine & words[other.source] or theirs & words[m.source])

        home = next((members for members in told if all(one(m, place) for m, place in members)), None)
        if home is None:
            told.append(home := [])
        home.append((mention, sites))
    for members in told:
        yield [m for m, _ in members]


def two_sites(one: Sentence, other: Sentence, articles: Mapping[str, Article]) -> bool:
    """Whether each sentence names a place, and neither article ever names the other's."""
    mine, theirs = site(one.text), site(other.text)
    if not mine or not theirs:
        return False
    return not mine & _words(articles[other.span.source]) and not theirs & _words(articles[one.span.source])


def site(text: str) -> frozenset[str]:
    """The names in the phrases of place of `text`, folded, without where somebody said it."""
    passage = read(text)
    voices = {i for r in reports(text) for i in range(r.start, r.verb + TOLD)}
    dated = [(d.start, d.end) for d in dates(text)]
    found: set[str] = set()
    inside = False
    for i, token in enumerate(passage.tokens):
        word = fold(token.text)
        named = token.text[0].isupper() and not any(start <= token.start < end for start, end in dated)
        inside = word in SITING or (inside and (named or word == "the"))
        if inside and named and i not in voices and word not in NEVER | KINDS:
            found.add(word)
    return frozenset(found)


def _words(article: Article) -> frozenset[str]:
    return frozenset(fold(word) for word in WORD.findall(article.text))
