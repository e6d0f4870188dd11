"""What other systems wrote, as briefs."""

from pathlib import Path

from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.records import Brief

KINDS = (".md", ".txt", ".csv", ".jsonl")


def read(path: Path, case: Case) -> Brief:
    """The brief in `path`. Raises UsageError where the file cannot be made sense of."""
    raise UsageError(str(path), f"briefs of {case.id} of this kind are not read", "write them as brief.json")
