"""How far a notice reaches: the sentences that say what it takes back, in whichever source.

Each repeats the report in its own name, or on the word of other media or of people without a name. What the police or
a minister said stays theirs: that is a disagreement, for a reader to see. Of a report that its paper took back as a
whole goes what it says of the same person, and what others tell of him on that paper's word.
"""

import re
from collections.abc import Iterator

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.reading import read
from summarizer.checking.reports import reports
from summarizer.writing.withdrawals.notices import Notice
from summarizer.writing.withdrawals.papers import Paper, paper
from summarizer.writing.withdrawals.propositions import Proposition, named_before
from summarizer.writing.withdrawals.saying import TOLD_AS_WRONG, mentions, says
from summarizer.writing.withdrawals.words import MEDIA

LONGEST = 1_000  # code points of a sentence that is looked at
NEAR = 2  # sentences after one that is withdrawn in which "he" is whom it was about
BY_MEDIA = re.compile(
    rf"(?ai:\b{MEDIA}\b|\b(?:sources?|witness(?:es)?|neighbours?|neighbors?|insiders?|locals|friends|pals|rumours?)\b)"
)
REPORTING = re.compile(r"(?ai:\b(?:reported|reports|reveal(?:s|ed)?|exclusive(?:ly)?)\b)")
ABOUT_IT = re.compile(
    r"(?ai:\b(?:confirm|deny|denied|dispute|discuss|comment on|verify)(?:ed|ied|s)? (?:it|this|that|the report)\b)"
)
HE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er)\b")


def withdrawn(notice: Notice, topic: Topic) -> tuple[Sentence, ...]:
    """The sentences that the notice takes back, none of them published later than it."""
    return tuple(_withdrawn(notice, topic))


def _withdrawn(notice: Notice, topic: Topic) -> Iterator[Sentence]:
    home = topic.article[notice.sentence.span.source]
    if not notice.alone and (notice.setup or notice.sentence).kind == "body":
        yield notice.setup or notice.sentence
    whose = paper(notice, topic)
    for article in topic.articles:
        if article.id != home.id and not _later(article, home):
            yield from _in_article(article, notice, whose, topic)


def _in_article(article: Article, notice: Notice, whose: Paper, topic: Topic) -> Iterator[Sentence]:
    body = [s for s in topic.sentences_of[article.id] if s.kind == "body" and len(s.text) <= LONGEST]
    own = article.id in whose.articles
    said = {s.id for s in body if says(s.text, notice.what) and (own or _unsourced(s.text, notice.what))}
    taken = notice.whole and own and bool(said)
    since = NEAR
    for sentence in body:
        text = sentence.text
        since += 1
        if sentence.id in said or (notice.whole and _after(text, notice, whose)):
            since = 0
        elif since == 1 and ABOUT_IT.search(text):
            pass  # of what nobody would confirm, nothing is left
        elif not taken or TOLD_AS_WRONG.search(text):
            continue
        elif mentions(text, notice.what):
            since = 0
        elif since > NEAR or not HE.search(text) or named_before(text):
            continue
        yield sentence


def _later(article: Article, home: Article) -> bool:
    return bool(article.published and home.published and article.published > home.published)


def _unsourced(text: str, what: Proposition) -> bool:
    """Whether a sentence says it in its own name, or on the word of other media or of people without a name."""
    tokens = read(text).tokens
    places = [i for i, token in enumerate(tokens) if token.key in what.predicates]
    for report in reports(text):
        if not any(report.low <= i < report.high for i in places):
            continue
        who = text[tokens[report.start].start : tokens[min(report.end, len(tokens) - 1)].end]
        if not BY_MEDIA.search(who) and not REPORTING.search(tokens[report.verb].text):
            return False
    return True


def _after(text: str, notice: Notice, whose: Paper) -> bool:
    """Whether a sentence rests on the paper whose whole report was taken back: "…, the Courier reported"."""
    if TOLD_AS_WRONG.search(text) or not REPORTING.search(text) or not mentions(text, notice.what):
        return False
    return whose.is_named(text)
