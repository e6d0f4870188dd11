"""Plain lists of sentences and files: lines, a table, or JSON lines.

Two were hurt. [gazette.txt, herald.txt]        a line; also `sentence<TAB>files`, `sentence | files`, or the files
Two were hurt.                                  on lines of their own below the sentence
gazette.txt
sentence,files,quote                            a table, with or without such a head
{"sentence": "…", "sources": ["gazette.txt", {"file": "herald.txt", "quote": "…"}]}
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.marks import Notes, pointer, sentences
from summarizer.evals.runs.external.nouns import Pointer, Text, is_file

SENTENCE = ("sentence", "text", "claim", "statement")
FILES = ("files", "file", "sources", "source", "citations", "cited", "references", "doc", "document", "documents")
QUOTE = ("quote", "quotes", "evidence", "snippet", "span")
_PARTS = re.compile(r"[;,|]")


def read_lines(text: str, case: Case) -> Text:
    """One sentence a line, then its files; lines that begin with # are remarks."""
    rows: list[tuple[str, list[Pointer]]] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t") if "\t" in line else line.split(" | ")
        listed = _files(" ; ".join(cells[1:] or cells), case)
        if listed is None:
            rows.append((line, []))
        elif cells[1:]:
            rows.append((cells[0], listed))
        elif rows:
            rows[-1][1].extend(listed)
        else:
            raise ValueError(f"begins with files ({line[:60]}) and no sentence that they belong to")
    return _text(rows, case)


def read_table(text: str, case: Case) -> Text:
    """A table with a head that names its columns, or one of the sentence first and then its files."""
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=mark, strict=True) if any(row)]
    except csv.Error as error:
        raise ValueError(f"is not a table: {error}") from None
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if not set(head) & set(SENTENCE):
        return _text([(row[0], _listed(row[1:], (), case)) for row in rows], case)
    at = next(n for n, name in enumerate(head) if name in SENTENCE)
    made = []
    for row in rows[1:]:
        files = [cell for name, cell in zip(head, row, strict=False) if name in FILES]
        quotes = [cell for name, cell in zip(head, row, strict=False) if name in QUOTE and cell.strip()]
        made.append((row[at] if at < len(row) else "", _listed(files, quotes, case)))
    return _text(made, case)


def read_objects(text: str, case: Case) -> Text:
    """One JSON object a line, with a sentence and its files. Raises ValueError naming the line."""
    made = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise ValueError(f"line {number} is not JSON") from None
        sentence = _of(row, SENTENCE) if isinstance(row, dict) else None
        if not isinstance(sentence, str):
            raise ValueError(f"line {number} has no {SENTENCE[0]!r}")
        quote = _of(row, QUOTE)
        quotes = [q for q in (quote if isinstance(quote, list) else [quote]) if isinstance(q, str)]
        made.append((sentence, list(_given(_of(row, FILES), quotes, case))))
    return _text(made, case)


def _text(rows: Iterable[tuple[str, Sequence[Pointer]]], case: Case) -> Text:
    notes = Notes({}, case)
    lines = ((" ".join(sentence.split()), tuple(pointers)) for sentence, pointers in rows)
    return Text(tuple(stated for line, pointers in lines for stated in sentences(line, notes, pointers)))


def _files(cell: str, case: Case) -> list[Pointer] | None:
    """The files that a cell lists; None where it is no list of files."""
    parts = [part.strip() for part in _PARTS.split(cell) if part.strip()]
    if parts and all(is_file(part, case) for part in parts):
        return [Pointer(part) for part in parts]
    return None


def _listed(cells: Iterable[str], quotes: Iterable[str], case: Case) -> list[Pointer]:
    """What cells that should hold files name; what is none leads nowhere, and is not left out."""
    found: list[Pointer] = []
    for cell in cells:
        listed = _files(cell, case)
        found += listed if listed is not None else [pointer(cell)] if cell.strip() else []
    return _quoting(found, quotes)


def _quoting(found: list[Pointer], quotes: Iterable[str]) -> list[Pointer]:
    """Words that are given for the row as a whole stand in one of its files, whichever that is."""
    given = tuple(quote for quote in quotes if quote.strip())
    return [Pointer("; ".join(p.reference for p in found), given)] if given else found


def _given(value: Any, quotes: Sequence[str], case: Case) -> Iterator[Pointer]:
    rows = value if isinstance(value, list) else [value] if value is not None else []
    plain: list[Pointer] = []
    for row in rows:
        if isinstance(row, str):
            plain += _listed([row], (), case)
        elif isinstance(row, dict):
            yield _object(row)
        else:
            plain.append(Pointer(json.dumps(row)))
    yield from _quoting(plain, quotes)


def _object(row: dict[str, Any]) -> Pointer:
    quote, start, end = _of(row, (*QUOTE, "text")), row.get("start"), row.get("end")
    file = _of(row, ("file", "source", "path", "document", "doc", "name", "id"))
    span = (start, end) if isinstance(start, int) and isinstance(end, int) else None
    return Pointer(str(file or ""), (quote,) if isinstance(quote, str) and quote.strip() else (), span)


def _of(row: dict[str, Any], names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
