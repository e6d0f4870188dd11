"""A run into its folder, file by file, each whole or not at all, so that a run that is broken off can be taken up."""

from pathlib import Path

from summarizer.errors import StoreError
from summarizer.evals.runs.nouns import NAME, file_name
from summarizer.evals.runs.wire import RunWire
from summarizer.output import files, json
from summarizer.records import Brief


def write_brief(folder: Path, case: str, repeat: int, brief: Brief) -> Path:
    """Writes the brief of `case` and returns its path. Raises StoreError."""
    path = _made(folder) / file_name(case, repeat)
    files.write(path, json.dumps(brief))
    return path


def write_manifest(folder: Path, about: RunWire) -> None:
    """Writes run.json. Raises StoreError."""
    files.write(_made(folder) / NAME, json.encode(about.model_dump(mode="json")))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(folder), error.strerror or "cannot be made", "name another folder with --out") from None
    return folder
