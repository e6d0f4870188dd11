"""What a mutator works on and what it makes. Nothing here knows a score; metrics are names."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple

from summarizer.evals.cases.nouns import Case
from summarizer.evals.mutants.sources import body, language
from summarizer.evals.planting.nouns import Base, Material
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Brief, BriefSentence, Citation

Metrics = tuple[str, ...]
EVERY = "every metric"  # of a brief that says nothing: each that the brief scored on has to become 0


@dataclass(frozen=True, eq=False)
class Ground:
    """A brief before anything is done to it, with its case and sentences of other events."""

    case: Case
    brief: Brief
    label: str = "oracle"  # what made it, as a report names it
    elsewhere: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.case.id} ({self.label})"

    @cached_property
    def subject(self) -> Subject:
        return Subject(case=self.case, brief=self.brief)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The brief's source ids by file of the case; a file that the brief does not list has none."""
        return {file: id for id, file in self.subject.files.items()}

    @cached_property
    def body(self) -> tuple[Citation, ...]:
        """Every body sentence of the sources that the brief lists, under the brief's own ids."""
        return tuple(
            Citation(source=self.ids[source.file], start=c.start, end=c.end, quote=c.quote)
            for source in self.case.sources
            if source.file in self.ids
            for c in body(self.case, source)
        )

    @cached_property
    def material(self) -> Material:
        return Material(self.subject.texts, self.body, self.elsewhere)

    def bases(self, rng: Random) -> list[tuple[int, Base]]:
        """The English sentences that are near their citations' words, by index, in an order drawn by lot.

        One that a writer has put in words of its own is left out, for whether an edit makes it wrong, words can't
        tell; and so is one in a language that the edits are not made for.
        """
        found = []
        for at, sentence in enumerate(self.brief.sentences):
            bearing = tuple(c for c in sentence.citations if not c.corroborates)
            if any(plain(sentence.text) in plain(c.quote) and self._english(c.source) for c in bearing):
                found.append((at, Base(sentence.text, bearing)))
        rng.shuffle(found)
        return found

    def in_language(self, sentence: BriefSentence) -> bool:
        """Whether what it cites is in the language of the case."""
        files = [self.subject.files.get(c.source) for c in sentence.citations if not c.corroborates]
        return all(f is not None and language(self.case, self.case.source[f]) == self.case.language for f in files)

    def _english(self, id: str) -> bool:
        file = self.subject.files.get(id)
        return file is not None and language(self.case, self.case.source[file]).startswith("en")


def plain(text: str) -> str:
    """The words with single spaces and in lower case: how a sentence is known in its source."""
    return " ".join(text.split()).casefold().strip(" .")


class Mutant(NamedTuple):
    """The brief made wrong, and what was done to it."""

    brief: Brief
    what: str


Make = Callable[[Ground, Random], Mutant | None]  # None where the brief has nothing of the kind


class Mutator(NamedTuple):
    """One way to make a brief wrong.

    Every metric of `falls` has to fall strictly; those of `holds` may not move, those of `never_rises` not rise.
    """

    name: str
    make: Make
    falls: Metrics
    holds: Metrics = ()
    never_rises: Metrics = ()
