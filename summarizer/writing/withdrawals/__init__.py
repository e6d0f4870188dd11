"""Reports that were taken back: what a source has withdrawn is never offered to a writer as if it were so.

The sentences that say it stay in the sources and are named in the brief as withheld, each with the notice that takes it
back. The notice itself stands in for them: it is worth what they would have been worth. Nothing is withdrawn on mere
disagreement, and nothing that was published after the notice.
"""

from dataclasses import dataclass, field, replace

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.records import Withheld
from summarizer.writing.withdrawals.notices import Notice, notices
from summarizer.writing.withdrawals.reach import withdrawn
from summarizer.writing.withdrawals.telling import Instead, instead


@dataclass(frozen=True)
class Withdrawals:
    """`topic` without what was withdrawn; what is withheld of it; and the sentences that tell of it, each with those
    that it stands in for."""

    topic: Topic
    withheld: tuple[Withheld, ...] = ()
    instead: Instead = field(default_factory=dict)


def withdraw(topic: Topic) -> Withdrawals:
    """What the sources leave standing. Without a notice it is `topic` itself, and nothing is compared."""
    found = sorted(notices(topic), key=lambda n: (not n.by_paper, not n.own))  # a paper's own word is the best reason
    taken = {notice: withdrawn(notice, topic) for notice in found}
    gone: dict[str, Notice] = {}
    for notice, sentences in taken.items():
        for sentence in sentences:
            gone.setdefault(sentence.id, notice)
    if not gone:
        return Withdrawals(topic)
    withheld = tuple(_withhold(s, gone[s.id], topic) for s in topic.sentences if s.id in gone)
    left = replace(topic, withdrawn=frozenset(gone))
    return Withdrawals(left, withheld, instead(taken, left))


def _withhold(sentence: Sentence, notice: Notice, topic: Topic) -> Withheld:
    first = (notice.setup or notice.sentence).span
    whole = replace(first, end=notice.sentence.span.end)
    article = topic.article[whole.source]
    quote = " ".join(article.text[whole.start : whole.end].split())
    return Withheld(
        text=" ".join(sentence.text.split()),
        written_by="extractive",
        citations=tuple(topic.cite(span) for span in dict.fromkeys((sentence.span, whole))),
        reasons=(f"withdrawn: {article.path} says “{quote}”",),
    )
