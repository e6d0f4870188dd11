"""`summarizer check`: a brief held against its sources again, by code, and by a judge where one is named."""

import argparse
import os
import sys
from pathlib import Path

from summarizer.cli import judging
from summarizer.cli.streams import say
from summarizer.errors import EXIT_CODES, Exit
from summarizer.progress import ProgressLine


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help="hold a brief against its sources again, without any model unless a judge is named",
        description="Reads brief.json and its source files; checks every hash, span, quote and sentence afresh.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the brief with its fresh verdicts")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")
    judging.add(parser)
    judging.add_calibration(parser)
    judging.add_calls(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.output import files, json
    from summarizer.output.facts import calls
    from summarizer.output.safe import safe
    from summarizer.settings import load

    settings = load(judging.given(args), os.environ, args.config)
    with ProgressLine() as progress:
        report = pipeline.check(args.brief, args.root, settings, progress=progress)
    for warning in report.warnings:
        say("warning", warning)
    if report.usage.calls:
        say("judge", calls(report.usage))
    if args.output:
        files.write(args.output, json.dumps(report.brief))
    sys.stdout.write(safe(report.describe()))
    return Exit.MARKED if report.problems else Exit.WHOLE
