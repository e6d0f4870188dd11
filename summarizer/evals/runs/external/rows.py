"""Rows of a sentence and its files, however they were written down: the names of columns, and rows as sentences."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.marks import Notes, pointer
from summarizer.evals.runs.external.nouns import Pointer, Text, is_file
from summarizer.evals.runs.external.paragraphs import paragraph, together

SENTENCE = ("sentence", "text", "claim", "statement")
FILES = (
    *("sources", "source", "files", "file", "citations", "citation", "cited", "references", "reference", "refs"),
    *("doc", "docs", "document", "documents", "doc_id", "source_id"),
)
QUOTE = ("quote", "quotes", "evidence", "snippet", "span")
ACCEPTED = "accepted are sentence|text|claim and sources|files|file|source|citations"
SHOWN = 60  # code points in a message

Column = Literal["sentence", "files", "quote"]
Row = tuple[str, Sequence[Pointer]]  # a sentence, and what it points to

_PARTS = re.compile(r"[;,|]")
_COUNTED = re.compile(r"[ _-]?\d{1,2}$")


def column(name: str) -> Column | None:
    """What stands under a name, in whatever case; "source1" and "source_2" are sources. None where it is not known."""
    folded = name.strip().casefold()
    folded = _COUNTED.sub("", folded) or folded
    return "sentence" if folded in SENTENCE else "files" if folded in FILES else "quote" if folded in QUOTE else None


def text_of(rows: Iterable[Row], case: Case) -> Text:
    """The rows as sentences. One that is given again with other sources is the same sentence with more citations."""
    notes = Notes({}, case)
    held: dict[str, dict[Pointer, None]] = {}
    made: list[tuple[str, dict[Pointer, None]]] = []
    for said, pointers in rows:
        line = " ".join(said.split())
        known = held.get(line)
        if known and pointers and known.keys().isdisjoint(pointers):
            known.update(dict.fromkeys(pointers))
        else:
            held[line] = dict.fromkeys(pointers)
            made.append((line, held[line]))
    return Text(tuple(together(paragraph(line, notes, pointers) for line, pointers in made)))


def files_in(cell: str, case: Case) -> list[Pointer] | None:
    """The files that a cell lists; None where it is no list of files."""
    parts = [part.strip() for part in _PARTS.split(cell) if part.strip()]
    if parts and all(is_file(part, case) for part in parts):
        return [Pointer(part) for part in parts]
    return None


def listed(cells: Iterable[str], quotes: Iterable[str], case: Case) -> list[Pointer]:
    """What cells that should hold files name; what is none leads nowhere, and is not left out."""
    found: list[Pointer] = []
    for cell in cells:
        files = files_in(cell, case)
        found += files if files is not None else [pointer(cell)] if cell.strip() else []
    return quoting(found, quotes)


def quoting(found: list[Pointer], quotes: Iterable[str]) -> list[Pointer]:
    """Words that are given for the row as a whole stand in one of its files, whichever that is."""
    given = tuple(quote for quote in quotes if quote.strip())
    return [Pointer("; ".join(p.reference for p in found), given)] if given else found


def shown(text: str) -> str:
    """As much of a text as a message holds."""
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text
