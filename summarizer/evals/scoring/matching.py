"""Does a text say a fact? By rule, without a model: the same text and fact always give the same answer.

A window of one or two neighbouring sentences says a fact in one of its wordings if it holds the fact's anchors (all of
the wording's figures where the fact names none), has at least THRESHOLD of the wording's weight, and says nothing
otherwise than the wording does (`otherwise`). Weight is the inverse
frequency of a word among the sentences of the case, so that the words that every sentence of the event has carry
little. It tells whether a thing is mentioned; that it is mentioned truly is for the checker.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking import thesaurus
from summarizer.checking.claims.verifying import sentences_of
from summarizer.checking.finding import Finder
from summarizer.checking.names import names
from summarizer.checking.negation import negations
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import fold, read
from summarizer.evals.cases.nouns import Anchors, Case, Fact
from summarizer.evals.scoring.figures import Figure, holds_figure, holds_name, holds_number
from summarizer.evals.scoring.otherwise import contrary, otherwise

# A wording of few words has to be there nearly whole, a longer one may lose its trimmings. From the field, not from our
# cases: coverage of .6 with a guard on numbers is the rule that ranks engines as people do on REALSumm and PyrXSum.
THRESHOLD = 0.6
IN_PART = 0.5  # SummHay's half: the words and the figures are there, and a name that the fact cannot do without is not
WIDEST = 2  # sentences of a window
BESIDE = 0.5  # of a wording's words that have to stand in the sentence with its figure


class Said(NamedTuple):
    """How far a text says a fact: 1, IN_PART or 0; by which of its sentences, counted from 0; and why."""

    degree: float
    places: tuple[int, ...] = ()
    reason: str = "no sentence has enough of its words"
    coverage: float = 0.0


class Vocabulary(NamedTuple):
    """How much each word of a case says."""

    finder: Finder

    @classmethod
    def of(cls, case: Case) -> "Vocabulary":
        return _vocabulary(tuple(s.text for s in case.sources if s.relevant and not s.duplicate_of))

    def coverage(self, wording: str, text: str) -> float:
        """The share of `wording`'s weight that `text` has, 0 to 1: of all of it, or of its words without the figures,
        whichever is less, so that neither a figure alone nor the words around it carry a wording."""
        counted = _counted(wording)
        share, weight = self._share(_words(wording), text)
        each = self.finder.weight("")  # of a word that the case does not have: a figure is as telling
        full = weight + each * len(counted)
        with_figures = share + each * sum(holds_figure(f, text) for f in counted)
        return min(share / weight if weight else 1.0, with_figures / full) if full else 0.0

    def shared(self, wording: str, text: str) -> float:
        """The share of `wording`'s weight, but for its figures and denials, that `text` has; 0 to 1."""
        passage = read(wording)
        denials = {passage.tokens[c.at].key for c in negations(passage)}
        share, weight = self._share((w for w in _words(wording) if w.key not in denials), text)
        return share / weight if weight else 0.0

    def beside(self, wording: str, sentence: str) -> float:
        """The share of the words beside a wording's figures and names that one sentence has, 0 to 1; 1 without any."""
        share, weight = self._share(_words(wording, named=False), sentence)
        return share / weight if weight else 1.0

    def _share(self, words: Iterable["Word"], text: str) -> tuple[float, float]:
        """The weight of those of `words` that `text` has, as they are or as one that may mean the same; of all."""
        have, meant = read(text).places, _senses(text)
        share = full = 0.0
        for word in words:
            weight = self.finder.weight(word.key)
            full += weight
            if word.key in have or not word.senses.isdisjoint(meant):
                share += weight
        return share, full


class Word(NamedTuple):
    """A content word of a wording: the key under which it is compared, and what it may mean."""

    key: str
    senses: frozenset[tuple[str, str]]


@lru_cache(maxsize=8192)
def _words(wording: str, named: bool = True) -> tuple[Word, ...]:
    """The content words of a wording, each once, without its figures, and without its names where `named` is false."""
    out = [(f.start, f.end) for f in _counted(wording)]
    out += [] if named else [(n.start, n.end) for n in names(wording)]
    held = {i for start, end in out for i in range(start, end)}
    tokens = [t for t in read(wording).tokens if t.content and t.start not in held]
    return tuple({t.key: Word(t.key, thesaurus.senses(fold(t.text))) for t in tokens}.values())


@lru_cache(maxsize=8192)
def _counted(wording: str) -> tuple[Figure, ...]:
    return tuple(Figure(q.value, q.unit, q.start, q.end) for q in quantities(wording))


@lru_cache(maxsize=32)
def _vocabulary(texts: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(Finder(s for text in texts for s in sentences_of(text)))


@lru_cache(maxsize=2048)
def _senses(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(sense for t in read(text).tokens if t.content for sense in thesaurus.senses(fold(t.text)))


def find(fact: Fact, sentences: Sequence[str], vocabulary: Vocabulary) -> Said:
    """How far `sentences`, in their order, say `fact`, and where it is said best: the shortest window that does."""
    best = Said(0.0)
    for size in range(1, WIDEST + 1):
        for first in range(len(sentences) - size + 1):
            window = tuple(range(first, first + size))
            found = _said(fact, tuple(sentences[first : first + size]), vocabulary)._replace(places=window)
            if (found.degree, found.coverage) > (best.degree, best.coverage + (0.0 if size == 1 else 1e-9)):
                best = found
    return best if best.degree else best._replace(places=())


def _said(fact: Fact, window: tuple[str, ...], vocabulary: Vocabulary) -> Said:
    said = (says(wording, fact.anchors, window, vocabulary) for wording in (fact.text, *fact.accept))
    return max(said, key=lambda s: (s.degree, s.coverage))


def gainsaid(fact: Fact, sentence: str, vocabulary: Vocabulary) -> str:
    """How `sentence` says otherwise than `fact`, of which it speaks; "" where it does not, or says it as well.

    It speaks of the fact if it has as much of a wording as would say it; or, where it denies something and no wording
    does, if a wording has as much of it: "nobody was killed" is short of most words of "ten people were killed".
    """
    wordings = (fact.text, *fact.accept)
    if any(says(wording, fact.anchors, (sentence,), vocabulary).degree for wording in wordings):
        return ""
    alone = bool(negations(read(sentence))) and not any(negations(read(wording)) for wording in wordings)
    near = (
        wording
        for wording in wordings
        if vocabulary.shared(wording, sentence) >= THRESHOLD
        or (alone and vocabulary.shared(sentence, wording) >= THRESHOLD)
    )
    return next((why for wording in near if (why := contrary(wording, sentence))), "")


@lru_cache(maxsize=65536)  # one brief is read by several metrics, and briefs of one case share most of their sentences
def says(wording: str, anchors: Anchors, window: tuple[str, ...], vocabulary: Vocabulary) -> Said:
    """How far the sentences of `window` together say this wording of a fact with these anchors."""
    text = " ".join(window)
    coverage = vocabulary.coverage(wording, text)
    share = f"{coverage:.0%} of “{wording}”"
    if coverage < THRESHOLD:
        return Said(0.0, (), f"at best {share}", coverage)
    missing = [n for n in anchors.numbers if not holds_number(n, text)]
    if not anchors.numbers:  # no figure is named as indispensable, so that all of them are
        missing = [wording[f.start : f.end] for f in _counted(wording) if not holds_figure(f, text)]
    if missing:
        return Said(0.0, (), f"{share}, without the figure {missing[0]}", coverage)
    if other := otherwise(wording, text) or _astray(wording, window, vocabulary):
        return Said(0.0, (), f"{share}, and {other}", coverage)
    unnamed = [n for n in anchors.names if not holds_name(n, text)]
    if unnamed:
        return Said(IN_PART, (), f"{share}, without the name {unnamed[0]}", coverage)
    return Said(1.0, (), share, coverage)


def _astray(wording: str, window: Sequence[str], vocabulary: Vocabulary) -> str:
    """A figure of the wording that stands in one sentence of the window while its words stand in the other."""
    for figure in _counted(wording):
        having = [sentence for sentence in window if holds_figure(figure, sentence)]
        if having and max(vocabulary.beside(wording, sentence) for sentence in having) < BESIDE:
            return f"{wording[figure.start : figure.end]} stands in another sentence than the words"
    return ""
