"""Small topics for the tests of this folder: an article a text, a sentence a line."""

from collections.abc import Sequence
from datetime import date

from summarizer.articles.nouns import Article, Sentence, Span
from summarizer.articles.origins import find_origins
from summarizer.articles.topic import Topic


def topic_of_lines(*texts: str, published: Sequence[date | None] = ()) -> Topic:
    """Sources s1, s2… in order, each published on its day of `published`."""
    articles: list[Article] = []
    sentences: list[Sentence] = []
    for n, text in enumerate(texts, 1):
        day = published[n - 1] if published else None
        articles.append(
            Article(id=f"s{n}", path="", sha256=str(n), encoding="utf-8", media_type="", text=text, published=day)
        )
        at = 0
        for place, line in enumerate(text.split("\n")):
            span = Span(source=f"s{n}", start=at, end=at + len(line))
            sentences.append(Sentence(id=f"s{n}.{place + 1}", span=span, text=line, kind="body", paragraph=place))
            at += len(line) + 1
    return Topic(tuple(articles), tuple(sentences), find_origins(articles, sentences))
