"""Sentences of paragraphs, and whose each citation mark is.

A mark belongs to the sentence that it stands in or behind; one at the very start to the first. Where a page marks its
paragraphs and not its sentences, with marks behind the last full stop of a paragraph and nowhere else, they stand
behind all of that paragraph. Where a sentence before the last has a mark, each is held to having its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.articles.sentences import boundaries
from summarizer.evals.runs.external.marks import Notes, taken_out
from summarizer.evals.runs.external.nouns import Pointer, Stated

_EMPTY = re.compile(r"\s?[(\[][\s,;]{0,20}[)\]]")  # what a bracket is once the marks in it are gone
_STOPS = ".!?…。！？"
_CLOSERS = "\"'”’»)"


class Paragraph(NamedTuple):
    """Its sentences with their own marks, and the marks behind its last full stop."""

    sentences: tuple[Stated, ...]
    closing: tuple[Pointer, ...]

    @property
    def is_marked_by_sentence(self) -> bool:
        """Whether a mark stands anywhere but at its end."""
        return any(stated.pointers for stated in self.sentences[:-1])


def paragraph(line: str, notes: Notes, for_all: Iterable[Pointer] = ()) -> Paragraph:
    """A paragraph on one line, without its marks; `for_all` stands behind each of its sentences."""
    text, marks = taken_out(line, notes)
    spans = [(a, b) for a, b in boundaries(text) if any(c.isalnum() for c in text[a:b])]
    starts = [start for start, _ in spans]
    owned: dict[int, list[Pointer]] = {}
    closing: list[Pointer] = []
    ended = _ended(text)
    for place, pointers in marks:
        owned.setdefault(max(0, bisect_left(starts, place) - 1), []).extend(pointers)
        closing += pointers if place >= ended else ()
    found = []
    for n, (start, end) in enumerate(spans):
        words = _EMPTY.sub("", text[start:end]).split()
        found.append(Stated(" ".join(words), tuple(dict.fromkeys([*owned.get(n, ()), *for_all]))))
    return Paragraph(tuple(found), tuple(dict.fromkeys(closing)))


def _ended(text: str) -> int:
    """Where the text is behind its last full stop; behind all of it where it ends with none."""
    words = text.rstrip()
    bare = words.rstrip(_CLOSERS)
    return len(bare) if bare.endswith(tuple(_STOPS)) else len(text) + 1


def together(paragraphs: Iterable[Paragraph]) -> Iterator[Stated]:
    """The sentences of a page, with the marks of their paragraph where the page marks no sentence by itself."""
    found = list(paragraphs)
    by_sentence = any(each.is_marked_by_sentence for each in found)
    for each in found:
        for stated in each.sentences:
            shared = not by_sentence and not stated.pointers
            yield Stated(stated.text, each.closing) if shared else stated
