"""Plain lines of sentences and files.

Two were hurt. [gazette.txt, herald.txt]        also `sentence<TAB>files`, `sentence | files`, `sentence -> files`,
Two were hurt.                                  `sentence: files`, or the files on lines of their own below it
gazette.txt
"""

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.nouns import Pointer, Text
from summarizer.evals.runs.external.references import ITEM
from summarizer.evals.runs.external.rows import files_in, shown, text_of

_BETWEEN = ("\t", " | ", " -> ", " → ", " => ", ": ")


def read(text: str, case: Case) -> Text:
    """One sentence a line, numbered or not, then its files; lines that begin with # are remarks.

    Raises ValueError where files stand before any sentence.
    """
    rows: list[tuple[str, list[Pointer]]] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line or line.startswith("#"):
            continue
        item = ITEM.match(line)
        line = line[item.end() :] if item else line
        sentence, files = _parted(line, case)
        if sentence:
            rows.append((sentence, files))
        elif rows:
            rows[-1][1].extend(files)
        else:
            raise ValueError(f"begins with files ({shown(line)}) and no sentence that they belong to")
    return text_of(rows, case)


def _parted(line: str, case: Case) -> tuple[str, list[Pointer]]:
    """A line as its sentence and the files behind it; no sentence where it is files and nothing else."""
    alone = files_in(line.replace("\t", ";"), case)
    if alone is not None:
        return "", alone
    for mark in _BETWEEN:
        sentence, _, rest = line.partition(mark) if mark in ("\t", " | ") else line.rpartition(mark)
        files = files_in(rest.replace("\t", ";"), case) if sentence else None
        if files is not None:
            return sentence, files
    return line, []
