"""Small topics for the tests of this folder: an article a text, a paragraph a line, its sentences split by " | "."""

from collections.abc import Sequence

from summarizer.articles.nouns import Article, Sentence, Span
from summarizer.articles.topic import Topic
from summarizer.records import Origin


def topic_of(*texts: str, origins: Sequence[Sequence[str]] = ()) -> Topic:
    """One origin an article, unless `origins` says which sources are one voice."""
    articles, sentences = [], []
    for n, text in enumerate(texts, 1):
        source, at, place = f"s{n}", 0, 0
        whole = text.replace(" | ", " ")
        for paragraph, line in enumerate(text.split("\n")):
            for part in line.split(" | "):
                at, place = whole.index(part, at), place + 1
                span = Span(source=source, start=at, end=at + len(part))
                sentence = Sentence(id=f"{source}.{place}", span=span, text=part, kind="body", paragraph=paragraph)
                sentences.append(sentence)
                at += len(part)
        articles.append(
            Article(id=source, path="", sha256=source, encoding="utf-8", media_type="text/plain", text=whole)
        )
    voices = origins or [(article.id,) for article in articles]
    named = tuple(Origin(id=f"o{n}", sources=tuple(sources)) for n, sources in enumerate(voices, 1))
    return Topic(tuple(articles), tuple(sentences), named)
