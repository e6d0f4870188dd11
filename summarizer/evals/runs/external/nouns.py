"""What can be read off any system's output before a source is opened: sentences, and what each points to."""

import re
from typing import NamedTuple

from summarizer.evals.cases.nouns import Case

SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # raised digits
DIGITS = str.maketrans(SMALL, "0123456789")

_FILE = re.compile(r"\S{1,200}\.(?:txt|md|html?|pdf|json)")


class Pointer(NamedTuple):
    """A reference as it was written. `quotes` are words that it gives as the source's; `span` is in code points."""

    reference: str
    quotes: tuple[str, ...] = ()
    span: tuple[int, int] | None = None


class Stated(NamedTuple):
    """One sentence and its references, in the order in which they stand."""

    text: str
    pointers: tuple[Pointer, ...] = ()


class Text(NamedTuple):
    """All that was written."""

    sentences: tuple[Stated, ...]
    title: str | None = None


def files_named(reference: str, case: Case) -> tuple[str, ...]:
    """The files of `case` that a reference names: by file name, else as a whole by stem, else by a known outlet."""
    found = names_in(reference, case)
    if found:
        return found
    folded = reference.casefold()
    bare = folded.strip(" \t*_`\"'.,;:()[]<>")
    stems = [source.file for source in case.sources if _stem(source.file) == bare]
    outlets = [s.file for s in case.sources if s.outlet and _place(s.outlet.casefold(), folded) >= 0]
    return next((tuple(named) for named in (stems, outlets) if len(named) == 1), ())


def names_in(reference: str, case: Case) -> tuple[str, ...]:
    """The files of `case` whose names stand in `reference`, in their order there."""
    folded = reference.casefold()
    found = [(at, source.file) for source in case.sources if (at := _place(source.file.casefold(), folded)) >= 0]
    return tuple(file for _, file in sorted(found))


def is_file(text: str, case: Case) -> bool:
    """Whether `text` is the name of a file and nothing else, of the case or not."""
    folded = text.strip().strip("`\"'").casefold()
    return bool(_FILE.fullmatch(folded)) or any(folded in (s.file.casefold(), _stem(s.file)) for s in case.sources)


def _stem(file: str) -> str:
    return file.rpartition(".")[0].casefold()


def _place(name: str, text: str) -> int:
    """Where `name` stands in `text` as a name of its own; -1 where it does not."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or before in ("-", "_", ".")) and not (after.isalnum() or after in ("-", "_")):
            return at
        at = text.find(name, at + 1)
    return -1
