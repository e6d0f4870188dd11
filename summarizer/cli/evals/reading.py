"""What the commands on runs share: the cases that they are about. No cases is no usage error: nothing was measured."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.streams import say
from summarizer.errors import NothingToSay, UsageError

if TYPE_CHECKING:
    from summarizer.evals.cases.nouns import Case
    from summarizer.evals.runs.nouns import Run

CASES = Path("evals/cases")
BASELINE = Path("evals/baseline.json")
SHOWN = 5  # names of files in a message


def add_cases(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cases", type=Path, action="append", metavar="PATH", help=f"the cases ({CASES}); may be given again"
    )


def add_baseline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--baseline", type=Path, default=BASELINE, metavar="FILE", help=str(BASELINE))


def add_label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--label", metavar="TEXT", help="the engine's name in the baseline (that of run.json, or RUN)")


def cases(args: argparse.Namespace) -> "list[Case]":
    """The cases that are asked for.

    Raises NothingToSay where a folder is there and holds none, UsageError where there is none or a case is not sound.
    """
    from summarizer.evals.cases.reading import MISNAMED, NAME, read_all

    paths: list[Path] = args.cases or [CASES]
    for path in paths:
        if not path.exists():
            raise UsageError(str(path), "no such file or folder", "name the folder of the cases with --cases")
        if path.is_dir() and not any(p.name in (NAME, MISNAMED) for p in path.glob("**/case.y*ml")):
            raise NothingToSay(str(path), "holds no case, so that nothing was measured", "put the cases back")
    return read_all(paths)


def run_in(folder: Path, cases: "Sequence[Case]", label: str | None = None) -> "Run":
    """The run in `folder`, under `label` where one is given; files of it that are not read are named on stderr.

    Raises UsageError.
    """
    from summarizer.evals.runs.naming import beyond
    from summarizer.evals.runs.reading import read

    found = read(folder, cases)
    _note(folder, "of no case that was asked for", found.strays)
    _note(folder, f"repeats by run.json: {found.repeats}; not read", beyond(found))
    return replace(found, label=label) if label else found


def _note(folder: Path, what: str, names: "Sequence[str]") -> None:
    if names:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        say("note", f"{folder}: {what}: {', '.join(names[:SHOWN])}{more}")
