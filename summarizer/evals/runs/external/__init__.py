"""What other systems wrote, as briefs: Markdown with footnotes or numbered references, and plain lists.

Nothing is mended in their favour and nothing is dropped: a sentence without a source stays one, a reference to no file
of the case becomes a citation that leads nowhere, and so do words in quotation marks that the named file does not hold.
Only where no reference at all leads to a file of the case is there no brief: what was not understood is not scored.
"""

from pathlib import Path

from summarizer.articles.decoding import Undecodable, decode
from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external import lines, markdown, objects, tables
from summarizer.evals.runs.external.anchoring import brief_of
from summarizer.records import Brief

MOST = 10_000_000  # bytes
_READERS = {".md": markdown.read, ".txt": lines.read, ".csv": tables.read, ".jsonl": objects.read}
KINDS = tuple(_READERS)
_REMEDIES = {".md": "cite files by name, as [herald.txt], or as [1] with a list “Sources”"}
_REMEDY = "give each sentence the names of its files"


def read(path: Path, case: Case) -> Brief:
    """The brief of `case` in `path`. Raises UsageError, with the line, where the file cannot be made sense of."""
    reader = _READERS.get(path.suffix, objects.read)
    try:
        return brief_of(reader(_text(path), case), case)
    except ValueError as error:
        raise UsageError(str(path), str(error), _REMEDIES.get(path.suffix, _REMEDY)) from None


def is_list(path: Path) -> bool:
    """Whether a .json file holds a list of sentences and is no brief of the program's own. Raises UsageError."""
    try:
        return objects.is_array(_text(path))
    except Undecodable:
        return False


def _text(path: Path) -> str:
    """Without the byte order mark that spreadsheets write. Raises UsageError, or Undecodable, a ValueError."""
    try:
        if path.stat().st_size > MOST:
            raise UsageError(str(path), f"larger than {MOST // 10**6} MB", "a brief is a page or two")
        text, _ = decode(path.read_bytes())
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "make it readable") from None
    return text.removeprefix("\ufeff")
