"""Which articles were published in one stretch of time: what happened years apart is not one event.

A file of quakes may hold two of one place. The dates of the articles tell them apart where the words do not. An
article without a date may be of any time and is taken to be of the time of most.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from summarizer.articles.nouns import Article

PAUSE = timedelta(days=45)  # between two articles, after which another event is meant


def eras(articles: Iterable[Article]) -> dict[str, int]:
    """The number of its era by source id."""
    found: dict[str, int] = {}
    undated: list[str] = []
    era, last = 0, date.max
    for article in sorted(articles, key=lambda a: a.published or date.max):
        if article.published is None:
            undated.append(article.id)
            continue
        era += article.published - last > PAUSE if last < date.max else 0
        found[article.id], last = era, article.published
    most = Counter(found.values()).most_common(1)
    return found | dict.fromkeys(undated, most[0][0] if most else 0)
