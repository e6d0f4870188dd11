"""What tells a reader that a report was taken back: the sentences of the sources that can say so in a brief.

One of the paper's own withdrawal and one of those who found it wrong; only where neither can stand in a brief, a plain
denial. Each stands in for what was withdrawn, so that it is not left out for being short or late.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import terms
from summarizer.articles.topic import Topic
from summarizer.writing.selfcontained import is_whole, points_back
from summarizer.writing.withdrawals.notices import Notice
from summarizer.writing.withdrawals.reach import LONGEST
from summarizer.writing.withdrawals.saying import tells

Instead = Mapping[str, tuple[Sentence, ...]]  # what was withdrawn, by the id of the sentence that tells of it

LOST = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Hh]e|[Ss]he|[Tt]hey|[Ii]t had)\b")  # whose? Not said in it


def instead(taken: Mapping[Notice, Sequence[Sentence]], topic: Topic) -> Instead:
    """The sentences of `topic`, which is without what was withdrawn, that tell of it."""
    found: dict[str, dict[str, Sentence]] = {}
    by_what: dict[str, list[Notice]] = {}
    for notice, sentences in taken.items():
        for sentence in sentences:
            by_what.setdefault(sentence.id, []).append(notice)
    gone = {s.id: s for sentences in taken.values() for s in sentences}
    for name, notices in by_what.items():
        for teller in _tellers(notices, gone[name], topic):
            found.setdefault(teller.id, {})[name] = gone[name]
    return {name: tuple(of.values()) for name, of in found.items()}


def _tellers(notices: Sequence[Notice], of: Sentence, topic: Topic) -> Iterator[Sentence]:
    """At most one notice of the paper and one of others; failing both, one denial."""
    alone = [n for n in notices if n.alone]
    best = [_nearest((n.sentence for n in alone if n.by_paper == by_paper), of, topic) for by_paper in (True, False)]
    if not any(best):
        what = [n.what for n in notices]
        body = (s for s in topic.body if len(s.text) <= LONGEST)
        best = [_nearest((s for s in body if any(tells(s.text, w, not w.denied) for w in what)), of, topic)]
    yield from (s for s in best if s)


def _nearest(sentences: Iterable[Sentence], of: Sentence, topic: Topic) -> Sentence | None:
    """That of `sentences` that can stand in a brief and has most words of what was withdrawn."""
    body = {s.id for s in topic.body}
    able = [s for s in sentences if s.id in body and is_whole(s.text) and not points_back(s.text)]
    able = [s for s in able if not LOST.search(s.text)]
    return max(able, key=lambda s: len(terms(s.text).keys() & terms(of.text).keys()), default=None)
