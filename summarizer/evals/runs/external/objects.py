"""Sentences and files as JSON: an object a line, or an array of such.

{"sentence": "Two were hurt.", "sources": ["gazette.txt", {"file": "herald.txt", "quote": "…"}]}
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.nouns import Pointer, Text
from summarizer.evals.runs.external.rows import (
    ACCEPTED,
    FILES,
    QUOTE,
    Row,
    column,
    listed,
    quoting,
    shown,
    text_of,
)

Given = tuple[str, Any]  # where it stands, and what

_FILE = (*FILES, "path", "name", "id")


def read(text: str, case: Case) -> Text:
    """The sentences of JSON lines, or of one array. Raises ValueError naming the line or the place in the array."""
    given = list(_array(text) if is_array(text) else _lines(text))
    for where, row in given:
        if not isinstance(row, dict):
            raise ValueError(f"{where} is no object like {{“sentence”: …, “sources”: […]}}")
    if given and not any(column(key) == "files" for _, row in given for key in row):
        keys = list(dict.fromkeys(key for _, row in given for key in row))
        raise ValueError(f"no line has a key of sources, but {shown(', '.join(keys))}; {ACCEPTED}")
    return text_of((_row(where, row, case) for where, row in given), case)


def is_array(text: str) -> bool:
    """Whether a JSON text is an array, as no brief of the program's own is."""
    return text.lstrip("\ufeff \t\r\n").startswith("[")


def _array(text: str) -> Iterator[Given]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as line_by_line:
        if "\n" in text.strip() and isinstance(line_by_line, json.JSONDecodeError) and line_by_line.msg == "Extra data":
            yield from _lines(text)
            return
        raise ValueError(f"is not JSON: {_reason(line_by_line)}") from None
    yield from ((f"entry {n}", row) for n, row in enumerate(rows, 1))


def _lines(text: str) -> Iterator[Given]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"line {number} is not JSON: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "nested too deep" if isinstance(error, RecursionError) else str(error)
    line = f"line {error.lineno}, " if error.lineno > 1 else ""
    return f"{line}column {error.colno}: {error.msg[:1].lower()}{error.msg[1:]}"


def _row(where: str, row: dict[str, Any], case: Case) -> Row:
    sentence = next((value for key, value in row.items() if column(key) == "sentence"), None)
    if sentence is None:
        raise ValueError(f"{where} has no sentence, but {shown(', '.join(row)) or 'nothing'}; {ACCEPTED}")
    if not isinstance(sentence, str):
        raise ValueError(f"{where}: its sentence is no text, but {shown(json.dumps(sentence))}")
    files = [each for key, value in row.items() if column(key) == "files" for each in _several(value)]
    quotes = [each for key, value in row.items() if column(key) == "quote" for each in _several(value)]
    return sentence, list(_given(files, [q for q in quotes if isinstance(q, str)], case))


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _given(rows: Sequence[Any], quotes: Sequence[str], case: Case) -> Iterator[Pointer]:
    plain: list[Pointer] = []
    for row in rows:
        if isinstance(row, str):
            plain += listed([row], (), case)
        elif isinstance(row, dict):
            yield _object({key.casefold(): value for key, value in row.items()})
        else:
            plain.append(Pointer(json.dumps(row)))
    yield from quoting(plain, quotes)


def _object(row: dict[str, Any]) -> Pointer:
    quote, start, end = _of(row, (*QUOTE, "text")), row.get("start"), row.get("end")
    span = (start, end) if isinstance(start, int) and isinstance(end, int) else None
    return Pointer(str(_of(row, _FILE) or ""), (quote,) if isinstance(quote, str) and quote.strip() else (), span)


def _of(row: dict[str, Any], names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
