"""Who else reports it: further witnesses of a sentence that its own citations already bear out.

Five papers word one fact five ways, and few of them bear out another's sentence to the letter. A reader still wants to
know that all five report it. Such a citation is marked `corroborates`: the verdict never rests on it.
"""

from summarizer.articles.topic import Topic
from summarizer.checking.verdicts import Evidence, corroborates
from summarizer.records import Sentence
from summarizer.writing.drafts import Draft
from summarizer.writing.neighbours import Neighbours

LEAST_SHARED = 0.4  # of the weight of a sentence's terms, in a span that reports the same
LEAST_WORDS = 6  # "Stephen." is reported by every sentence that names him
CANDIDATES = 12


class Witnesses:
    """Finds, for a draft, one sentence of each source that it does not cite yet and that reports the same."""

    def __init__(self, topic: Topic) -> None:
        self._topic = topic
        self._neighbours = Neighbours(s.text for s in topic.body)

    def of(self, draft: Draft) -> tuple[Sentence, ...]:
        """At most one sentence a source, in the order of the sources."""
        if draft.length < LEAST_WORDS:
            return ()
        shared = self._neighbours.covered(draft.text)
        likely = sorted((p for p in shared if shared[p] >= LEAST_SHARED), key=lambda p: (-shared[p], p))
        seen = {span.source for span in draft.spans}
        found: dict[str, Sentence] = {}
        for sentence in (self._topic.body[place] for place in likely[:CANDIDATES]):
            source = sentence.span.source
            evidence = Evidence(sentence.text, self._topic.article[source].published)
            if source not in seen and corroborates(draft.text, evidence):
                seen.add(source)
                found[source] = sentence
        return tuple(found[article.id] for article in self._topic.articles if article.id in found)
