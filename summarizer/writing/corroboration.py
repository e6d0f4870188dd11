"""Who else reports it: further witnesses of a sentence that its own citations already bear out.

Five papers word one fact five ways, and few of them bear out another's sentence to the letter. A reader still wants to
know that all five report it. Such a citation is marked `corroborates`: the verdict never rests on it.
"""

import re

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import STOPWORDS
from summarizer.articles.topic import Topic
from summarizer.checking.verdicts import Evidence, corroborates
from summarizer.writing.drafts import Draft
from summarizer.writing.predicates import same_act

LEAST_SHARED = 0.4  # of the weight of a sentence's terms, in a span that reports the same
LEAST_WORDS = 6  # "Stephen." is reported by every sentence that names him
MOST_WORDS = 80  # of a witness; a longer span is no sentence but a run of them
CANDIDATES = 12
CAPITAL = re.compile(r"[A-Z]\w[\w-]*")
INSIDE = re.compile(r"(?<=[\w,;] )[A-Z]\w[\w-]*")  # a capital inside a sentence: not there because it opens one


class Witnesses:
    """Finds, for a draft, one sentence of each source that it does not cite yet and that reports the same."""

    def __init__(self, topic: Topic) -> None:
        self._topic = topic

        inside = {name for s in topic.body for name in INSIDE.findall(s.text)}
        self._names = {name for name in inside if name.casefold() not in STOPWORDS}

    def of(self, draft: Draft) -> tuple[Sentence, ...]:
        """At most one sentence a source, in the order of the sources."""
        if draft.length < LEAST_WORDS:
            return ()
        shared = self._topic.neighbours.covered(draft.text)
        likely = sorted((p for p in shared if shared[p] >= LEAST_SHARED), key=lambda p: (-shared[p], p))
        seen = {span.source for span in draft.spans}
        found: dict[str, Sentence] = {}
        for sentence in (self._topic.body[place] for place in likely[:CANDIDATES]):
            source = sentence.span.source
            evidence = Evidence(sentence.text, self._topic.article[source].published)
            if source in seen or not self._same_names(draft.text, sentence.text):
                continue
            if same_act(draft.text, sentence.text, self._names) and corroborates(draft.text, evidence):
                seen.add(source)
                found[source] = sentence
        return tuple(found[article.id] for article in self._topic.articles if article.id in found)

    def _same_names(self, text: str, other: str) -> bool:
        """Whether they may be about the same: "Geyser has pleaded …" and "Weier plans to plead …" are not."""
        mine, theirs = (self._names.intersection(CAPITAL.findall(of)) for of in (text, other))
        return len(other.split()) <= MOST_WORDS and (not mine or not theirs or not mine.isdisjoint(theirs))
