"""What a mutation works on and what it makes. Nothing here knows how a sentence is checked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from summarizer.articles.terms import Likeness, term, words
from summarizer.evals.planting import names
from summarizer.records import Citation

Form = Literal["verbatim", "shortened", "joined"]


class Base(NamedTuple):
    """One sentence that its citations bear out, before anything is planted in it."""

    text: str
    citations: tuple[Citation, ...]
    form: Form = "verbatim"

    @property
    def evidence(self) -> str:
        """The quotes, one a line."""
        return "\n".join(c.quote for c in self.citations)


class Change(NamedTuple):
    """One error: the sentence with it, what was changed in words, and the citations where they were changed too."""

    text: str
    what: str
    citations: tuple[Citation, ...] = ()


class Mutant(NamedTuple):
    """A base with one error of `kind` planted in it."""

    kind: str
    base: Base
    text: str
    citations: tuple[Citation, ...]
    what: str


@dataclass(frozen=True)
class Material:
    """What an error may be made of: the sources' texts, their sentences as citations, sentences of other events."""

    texts: Mapping[str, str]  # decoded, by source id
    sentences: tuple[Citation, ...] = ()  # the body sentences of all sources, in order
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that are no names where they open a sentence: the sources also write them without a capital, or
        with one only there."""
        small = {w for text in self.texts.values() for w in words(text) if w.islower()}
        inner = {w for c in self.sentences for w in words(c.quote)[1:] if not w.islower()}
        first = {w[0] for c in self.sentences if (w := words(c.quote)) and w[1:2] and w[1].islower()}
        return frozenset(small | {w.casefold() for w in first - inner})

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name of the sources once, in order."""
        found = (n.text for c in self.sentences for n in names.find(c.quote, self.lower))
        return tuple(dict.fromkeys(found))

    @cached_property
    def likeness(self) -> Likeness:
        """How alike two texts are among these sources."""
        return Likeness(c.quote for c in self.sentences)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every lower-case word of the sources' sentences once, in order."""
        found = (w for c in self.sentences for w in words(c.quote) if w.islower())
        return tuple(dict.fromkeys(found))

    def strange(self, base: Base) -> tuple[str, ...]:
        """The names that stand in none of the base's spans, under no other form either."""
        own = [n.text for n in names.find(base.evidence, self.lower)]
        have = {term(w) for w in words(base.evidence)}
        return tuple(
            n for n in self.names if not any(names.same(n, o) for o in own) and not {term(w) for w in words(n)} <= have
        )


Mutator = Callable[[Base, Material], Iterable[Change]]
