"""What other systems wrote, as briefs: Markdown with footnotes or numbered references, and plain lists.

Nothing is mended in their favour and nothing is dropped: a sentence without a source stays one, a reference to no file
of the case becomes a citation that leads nowhere, and so do words in quotation marks that the named file does not hold.
"""

from pathlib import Path

from summarizer.articles.decoding import Undecodable, decode
from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external import lists, markdown
from summarizer.evals.runs.external.anchoring import brief_of
from summarizer.evals.runs.external.nouns import Text
from summarizer.records import Brief

MOST = 10_000_000  # bytes

_READERS = {".md": markdown.read, ".txt": lists.read_lines, ".csv": lists.read_table, ".jsonl": lists.read_objects}
KINDS = tuple(_READERS)


def read(path: Path, case: Case) -> Brief:
    """The brief of `case` in `path`. Raises UsageError, with the line, where the file cannot be made sense of."""
    try:
        if path.stat().st_size > MOST:
            raise UsageError(str(path), f"larger than {MOST // 10**6} MB", "a brief is a page or two")
        text, _ = decode(path.read_bytes())
        found: Text = _READERS[path.suffix](text, case)
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "make it readable") from None
    except (Undecodable, ValueError) as error:
        remedy = "write Markdown with footnotes, or a list of sentences and files"
        raise UsageError(str(path), str(error), remedy) from None
    return brief_of(found, case)
