"""What the commands that measure share: the files that they may write beside their result, and GitHub's outputs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.evals.comparing.nouns import Gate
    from summarizer.evals.reports.nouns import Report


def add(parser: argparse.ArgumentParser) -> None:
    files = parser.add_argument_group(
        "reports", "In a job of GitHub, its summary and annotations at the lost facts are written unasked."
    )
    files.add_argument("--jsonl", type=Path, metavar="FILE", help="every score, a line each, with what made it")
    files.add_argument("--junit", type=Path, metavar="FILE", help="JUnit XML: a test for each case and metric")
    files.add_argument("--html", type=Path, metavar="FILE", help="a page: each brief beside its sources")


def write(args: argparse.Namespace, reports: "Sequence[Report]", gate: "Gate | None" = None) -> None:
    """The reports that are asked for. Annotations go to stderr, where GitHub's runner sees them too."""
    from summarizer.evals.reports import writing

    wanted = writing.Wanted(jsonl=args.jsonl, junit=args.junit, html=args.html)
    writing.write(reports, wanted, gate, commands=sys.stderr)
