"""Whose report was taken back: the articles and the names of the paper that a notice speaks for.

A paper is known by its name, where reading found it, or by the line that opens several of its articles. Where the
notice is told by somebody else, the paper is one that the notice names.
"""

import re
from collections import Counter
from typing import NamedTuple

from summarizer.articles.nouns import Article
from summarizer.articles.topic import Topic
from summarizer.checking.reading import fold
from summarizer.writing.withdrawals.notices import Notice

SHORTEST = 4  # letters of the last word of a name, by which a paper is called for short: "the Courier"
WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Paper(NamedTuple):
    """The ids of its articles, and what it is called, folded."""

    articles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def is_named(self, text: str) -> bool:
        """Whether `text` names it, in full or by the last word of its name with a capital."""
        folded = fold(text)
        words = set(WORD.findall(text))
        return any(name in folded or _short(name) in words for name in self.names)


def paper(notice: Notice, topic: Topic) -> Paper:
    """The paper that takes its report back; without articles and names where that is not known."""
    if not notice.by_paper:
        return Paper()
    names = _names(topic)
    home = notice.sentence.span.source
    if notice.own:
        mine = names.get(home, "")
        return Paper(frozenset({home, *(a for a in names if mine and names[a] == mine)}), frozenset({mine} - {""}))
    told = [name for name in set(names.values()) if Paper(names=frozenset({name})).is_named(notice.sentence.text)]
    return Paper(frozenset(a for a in names if names[a] in told), frozenset(told))


def _short(name: str) -> str:
    last = WORD.findall(name)[-1:]
    return last[0].capitalize() if last and len(last[0]) >= SHORTEST else "\0"


def _names(topic: Topic) -> dict[str, str]:
    """The name of each article's paper, folded, by source id, where it is known."""
    openings = {article.id: _opening(article, topic) for article in topic.articles}
    often = Counter(openings.values())
    found = {}
    for article in topic.articles:
        name = article.outlet or (openings[article.id] if often[openings[article.id]] > 1 else "")
        if name:
            found[article.id] = fold(name).removeprefix("the ").strip()
    return found


def _opening(article: Article, topic: Topic) -> str:
    first = next(iter(topic.sentences_of[article.id]), None)
    return first.text.strip() if first and first.kind != "body" else ""
