"""A table of sentences and files: with a head that names its columns, or of the sentence first and then its files.

sentence,files,quote
"Two were hurt, the police said.","gazette.txt, herald.txt",
"""

import csv
import io
from collections.abc import Iterator

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.nouns import Text, files_named
from summarizer.evals.runs.external.rows import ACCEPTED, Row, column, files_in, listed, shown, text_of

Line = tuple[int, list[str]]  # its number in the file, from 1, and its cells

_REMEDY = "put a sentence that has commas in it between quotation marks"


def read(text: str, case: Case) -> Text:
    """The rows of a table. Raises ValueError naming the line where a row does not fit, or the head is not known."""
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark, strict=True)
    try:
        lines = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ValueError(f"is not a table: line {reader.line_num}: {error}") from None
    if not lines:
        return text_of([], case)
    kinds = [column(name) for name in lines[0][1]]
    return text_of(_headed(lines, case) if "sentence" in kinds else _bare(lines, case), case)


def _headed(lines: list[Line], case: Case) -> Iterator[Row]:
    (first, head), *rest = lines
    kinds = [column(name) for name in head]
    if "files" not in kinds:
        raise ValueError(f"line {first}: no column of sources among {', '.join(head)}; {ACCEPTED}")
    at = kinds.index("sentence")
    for number, row in rest:
        if any(cell.strip() for cell in row[len(head) :]):
            raise ValueError(f"line {number} has {len(row)} cells and the head {len(head)}: {_REMEDY}")
        cells = list(zip(kinds, row, strict=False))
        files = [cell for kind, cell in cells if kind == "files"]
        quotes = [cell for kind, cell in cells if kind == "quote"]
        yield row[at] if at < len(row) else "", listed(files, quotes, case)


def _bare(lines: list[Line], case: Case) -> Iterator[Row]:
    """Without a head, so that a first line without any file is taken for a head in other words."""
    number, row = lines[0]
    if not any(_is_source(cell, case) for cell in row[1:]):
        raise ValueError(f"line {number} is no head with known names ({shown(', '.join(row))}); {ACCEPTED}")
    for number, row in lines:
        cells = [cell for cell in row[1:] if cell.strip()]
        if cells and not _is_source(cells[0], case) and any(_is_source(cell, case) for cell in cells):
            raise ValueError(f"line {number}: “{shown(cells[0].strip())}” is no file: {_REMEDY}")
        yield row[0], listed(cells, (), case)


def _is_source(cell: str, case: Case) -> bool:
    return files_in(cell, case) is not None or bool(files_named(cell, case))
