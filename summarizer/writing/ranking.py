"""What matters most, decided by code: how many independent origins say it, how central it is, how early it comes.

Every origin is one voice, however long its articles are and however many of them copy it. A term is worth what the
origins give it: each spreads one unit over its sentences, the earliest getting most. A group is worth the terms that it
brings, times the origins that bear it out. What the brief has already said is worth little again, so a ranking is an
order of picking, not a list of separate marks. Words decide nothing here about truth.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.terms import terms
from summarizer.articles.topic import Topic
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.updates import Standing, standing
from summarizer.writing.grouping import Group
from summarizer.writing.ordering import lead
from summarizer.writing.relevance import relevance
from summarizer.writing.selection import pick
from summarizer.writing.selfcontained import is_personal
from summarizer.writing.withdrawals.telling import Instead

FADING = 12.0  # sentences into an article after which a sentence weighs 1/e of the first
VOICES = 1.5  # power of the number of origins that bear a group out
ATTRIBUTED = 1.25  # worth of a sentence that says who said it, or quotes
STRANGER = 0.8  # worth of a sentence that takes a person for known
SURNAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z][\w’'-]+(?! [A-Z])")
QUOTES = ('"', "“", "«", "「")
ANSWERING = 4.0  # power of how much a group bears on the question: the answer before what matters most otherwise
OUTDATED = 0.5  # worth of a sentence whose figure has been overtaken, unless it tells the whole event, or of old news
NEWS = timedelta(days=30)  # for so long an article may say how things stand
LATEST = 1.5  # and of one that gives the latest
NOTHING: Instead = {}
PERSONAL = 0.5  # worth of a sentence in which the article speaks as "we" or to "you"


def rank(
    groups: Sequence[Group], topic: Topic, question: str | None = None, instead: Instead = NOTHING
) -> tuple[Group, ...]:
    """The lead, then best first, each with its score. With a question, only the groups that bear on it, if any.

    A group on a sentence of `instead` is worth no less than what that sentence stands in for.
    """
    likeness = topic.neighbours.likeness
    bearing = relevance(question, groups, likeness) if question else dict.fromkeys((g.id for g in groups), 1.0)
    worth = term_worth(topic)
    stands, old = standing(topic), background(topic.articles)
    weighed = []
    for group in groups:
        if bearing[group.id] > 0:
            factor = bearing[group.id] ** ANSWERING * voices(group, topic) ** VOICES * manner(group.text)
            aged = old.issuperset(s.span.source for m in group.members for s in m.sentences)
            timely = -1 if aged else timeliness(group, stands)
            factor *= LATEST if timely > 0 else OUTDATED if aged or (timely < 0 and not group.opens) else 1.0
            own = {term: worth.get(term, 0.0) * factor for term in terms(group.text)}
            weights = raised(own, _worth_of(stood_for(group, instead), worth, topic))
            weighed.append(replace(group, weights=weights, bearing=bearing[group.id], timely=timely))
    ranked = tuple(replace(group, score=score) for group, score in pick(weighed, math.inf))
    opening = lead(ranked, topic)
    return (opening, *(group for group in ranked if group is not opening)) if opening else ranked


def stood_for(group: Group, instead: Instead) -> tuple[Sentence, ...]:
    """What was withdrawn, where the words of `group` tell of that."""
    return tuple(of for sentence in group.members[0].sentences for of in instead.get(sentence.id, ()))


def raised(weights: Mapping[str, float], least: float) -> Mapping[str, float]:
    """`weights`, each in its proportion, that sum to no less than `least`."""
    total = sum(weights.values())
    return {t: w * least / total for t, w in weights.items()} if 0 < total < least else weights


def _worth_of(sentences: Sequence[Sentence], worth: Mapping[str, float], topic: Topic) -> float:
    """What the best of these would be worth, were it a group that all their origins bear out."""
    factor = len({topic.origin[s.span.source] for s in sentences}) ** VOICES
    return max((factor * manner(s.text) * sum(worth.get(t, 0.0) for t in terms(s.text)) for s in sentences), default=0)


def manner(text: str) -> float:
    """What the way of saying adds to or takes from a sentence's worth."""
    attributed = ATTRIBUTED if speaker(text) or any(mark in text for mark in QUOTES) else 1.0
    known = STRANGER if SURNAME.search(text) else 1.0
    return attributed * known * (PERSONAL if is_personal(text) else 1.0)


def timeliness(group: Group, stands: Standing) -> int:
    """1 where the sentences that word the group give the latest of an update, -1 where they are overtaken."""
    said = {sentence.id for sentence in group.members[0].sentences}
    return 1 if said & stands.latest else -1 if said & stands.outdated else 0


def background(articles: Iterable[Article]) -> frozenset[str]:
    """The ids of articles published so long before the newest that they tell how it began, not how it stands."""
    days = {article.id: article.published for article in articles if article.published}
    newest = max(days.values(), default=None)
    return frozenset(id for id, day in days.items() if newest and newest - day > NEWS)


def term_worth(topic: Topic) -> dict[str, float]:
    """What each term is worth, summing over all terms and origins to about 1 a term of a sentence.

    Copies of one another are one voice: of the articles of an origin the one that gives a term most counts.
    """
    worth: dict[str, float] = defaultdict(float)
    by_source: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in topic.whole.body:  # what a withdrawn report was about still matters
        by_source[sentence.span.source].append(sentence)
    for origin in topic.origins:
        best: dict[str, float] = {}
        for source in origin.sources:
            for term, weight in _article_worth(by_source[source]).items():
                best[term] = max(weight, best.get(term, 0.0))
        for term, weight in best.items():
            worth[term] += weight / len(topic.origins)
    return dict(worth)


def _article_worth(sentences: Iterable[Sentence]) -> Mapping[str, float]:
    shares = [(math.exp(-place / FADING), sentence) for place, sentence in enumerate(sentences)]
    total = sum(share for share, _ in shares)
    worth: dict[str, float] = defaultdict(float)
    for share, sentence in shares:
        for term in terms(sentence.text):
            worth[term] += share / total
    return worth


def voices(group: Group, topic: Topic) -> float:
    """How many origins bear the group out: 1 for each that says it, a share for each that says something like it.

    The share is that of the group's weight that one sentence of that origin holds, squared: half is little.
    """
    heard = {topic.origin[sentence.span.source]: 1.0 for m in group.members for sentence in m.sentences}
    for place, share in topic.neighbours.covered(group.text).items():
        origin = topic.origin[topic.body[place].span.source]
        heard[origin] = max(share**2, heard.get(origin, 0.0))
    return sum(heard.values())
