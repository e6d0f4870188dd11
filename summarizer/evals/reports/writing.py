"""Every report that was asked for, written: files by name, and GitHub's where a job of GitHub runs this."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from summarizer.errors import StoreError
from summarizer.evals.comparing.nouns import Gate
from summarizer.evals.reports import github, junit, page, results
from summarizer.evals.reports.nouns import Report
from summarizer.output import files


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which files; None is not wanted."""

    jsonl: Path | None = None
    junit: Path | None = None
    html: Path | None = None


def write(
    reports: Sequence[Report],
    wanted: Wanted,
    gate: Gate | None = None,
    environ: Mapping[str, str] | None = None,
    commands: TextIO | None = None,
) -> None:
    """Writes what is wanted of the runs. `environ` is the process's own if None.

    Where it has GITHUB_STEP_SUMMARY, the summary is added to that file; where GITHUB_ACTIONS is true, annotations go to
    `commands`, one a line, in which GitHub's runner sees them on stdout and stderr alike. Raises StoreError.
    """
    told, environ = list(reports), os.environ if environ is None else environ
    if wanted.jsonl:
        files.write(wanted.jsonl, results.dumps(told), "--jsonl")
    if wanted.junit:
        files.write_bytes(wanted.junit, junit.dumps(told), "--junit")
    if wanted.html:
        files.write(wanted.html, page.render(told), "--html")
    if environ.get("GITHUB_STEP_SUMMARY"):
        _append(Path(environ["GITHUB_STEP_SUMMARY"]), github.summary(told, gate))
    if environ.get("GITHUB_ACTIONS") == "true" and commands is not None:
        commands.writelines(f"{command}\n" for command in github.annotations(told, Path.cwd()))


def _append(path: Path, text: str) -> None:
    """Other steps of the job write there too."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise StoreError(str(path), error.strerror or "cannot be written", "unset GITHUB_STEP_SUMMARY") from None
