"""Row: one entry of a list, in words. All of it is safe to show; nothing here knows cells or colours."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal, NamedTuple

from summarizer.output.safe import line
from summarizer.records import Brief, Citation
from summarizer.review.nouns import State

Tone = Literal["", "strong", "faint", "alarm"]

NOBODY: Mapping[str, State] = MappingProxyType({})  # the states of other reviewers, where there is none


class Note(NamedTuple):
    """A further line of a row; the tone never says more than the words."""

    text: str
    tone: Tone = ""


class Row(NamedTuple):
    """`lead` stands before the text in a column of its own, `after` behind its last word. `id` "": a heading, which
    cannot be chosen."""

    id: str
    text: str
    lead: str = ""
    after: str = ""
    notes: tuple[Note, ...] = ()
    tone: Tone = ""

    @property
    def words(self) -> str:
        """All of it on one line, to be searched."""
        parts = (self.lead, self.text, self.after, *(note.text for note in self.notes))
        return " ".join(part for part in parts if part)


def heading(text: str) -> Row:
    return Row("", text, tone="strong")


class Numbers:
    """Sources are called by their place in the brief's list, as on its pages: [2] is the same file wherever it is."""

    def __init__(self, brief: Brief) -> None:
        self._places = {source.id: place for place, source in enumerate(brief.sources, 1)}
        names = [PurePath(source.path).name for source in brief.sources]
        self._names = {
            source.id: line(name if name and names.count(name) == 1 else source.path)
            for source, name in zip(brief.sources, names, strict=True)
        }

    def mark(self, source: str) -> str:
        """ "[2]"; of a source that the brief does not list its own id."""
        return f"[{self._places.get(source) or line(source)}]"

    def marks(self, citations: Iterable[Citation]) -> str:
        """ "[1][3]": each source once, in the order of the list."""
        ids = dict.fromkeys(c.source for c in citations)
        last = len(self._places)
        return "".join(self.mark(one) for one in sorted(ids, key=lambda i: self._places.get(i, last + 1)))

    def name(self, source: str) -> str:
        """The file's name; its whole path where another source has the same name."""
        return self._names.get(source) or line(source)


def called(names: Iterable[str], state: State) -> str:
    """ "sentence 3", "sentences 3 and 7": by their place in the brief as it now stands, as the brief view counts."""
    places = {item.id: place for place, item in enumerate(state.items, 1)}
    each = [str(places.get(name) or line(name)) for name in names]
    return f"sentence{'s' if len(each) > 1 else ''} {listed(each)}" if each else ""


def listed(words: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)
