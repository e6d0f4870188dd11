"""Are these articles about one event? Merging two events makes a brief in which every sentence is true and the whole is
not.

Two articles are on one event if they share much of what is rare in either, and the names in them above all. Articles
hang together through others: a report and a follow-up may meet only in a third. This warns; it decides nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import Likeness, cosine

# Mean of two cosines, over all terms and over names. Measured on 29 events: 3 fall apart at it, and of 344 strangers
# put among another event's articles 5 are taken in.
SAME_EVENT = 0.07
NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")  # a capital inside a sentence


def events(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], ...]:
    """Source ids grouped by event, the largest group first; one group means that all hang together."""
    said: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        if sentence.kind in ("body", "headline"):
            said[sentence.span.source].append(sentence.text)
    texts = {article.id: " ".join(said[article.id]) for article in articles}
    by_terms = _vectors(texts)
    by_names = _vectors({source: " ".join(NAME.findall(text)) for source, text in texts.items()})
    leader = {source: source for source in texts}
    for left in texts:
        for right in texts:
            if leader[left] == leader[right]:
                continue
            alike = (cosine(by_terms[left], by_terms[right]) + cosine(by_names[left], by_names[right])) / 2
            if alike >= SAME_EVENT:
                joined = leader[right]
                leader = {s: leader[left] if of == joined else of for s, of in leader.items()}
    sizes = Counter(leader.values())
    return tuple(tuple(s for s in texts if leader[s] == top) for top, _ in sizes.most_common())


def _vectors(texts: Mapping[str, str]) -> dict[str, Mapping[str, float]]:
    likeness = Likeness(texts.values())
    return {source: likeness.vector(text) for source, text in texts.items()}
