"""The extractive writer: the sources' own sentences, each thing once, every source cited that says it.

Deterministic, no key, no network. It changes nothing but an opening connective and the capital after it, so that the
text of a draft is its first span, to the letter otherwise. Its ranking comes from code that both writers share.
"""

from collections.abc import Sequence

from summarizer.articles.nouns import Claim, Span
from summarizer.articles.topic import Topic
from summarizer.writing.drafts import Composition, Draft
from summarizer.writing.grouping import Group, spans
from summarizer.writing.ordering import order
from summarizer.writing.quotations import passages
from summarizer.writing.selection import select
from summarizer.writing.selfcontained import lead_in


def claims(topic: Topic) -> tuple[Claim, ...]:
    """Every body sentence is a claim of itself; those of one short quotation are one."""
    found = []
    for sentences in passages(topic.body):
        text = topic.article[sentences[0].span.source].text
        whole = text[sentences[0].span.start : sentences[-1].span.end]
        found.append(Claim(text=whole, sentences=sentences, written_by="extractive"))
    return tuple(found)


def compose(topic: Topic, ranked: Sequence[Group], words: int) -> Composition:
    """The best groups that fit `words`, in reading order and in the words of their sources."""
    own = [group for group in ranked if group.members[0].written_by == "extractive"]
    return Composition(tuple(draft(group) for group in order(select(own, words), topic)))


def draft(group: Group) -> Draft:
    """The group in the words of its first member, which must be a source's own."""
    first, *further = spans(group)
    start = lead_in(group.text)
    text = group.text[start:]
    worded = Span(source=first.source, start=first.start + start, end=first.end)
    return Draft(text[:1].upper() + text[1:], (worded, *further), (group,))
