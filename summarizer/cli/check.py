"""`summarizer check`: a brief held against its sources again, without any model."""

import argparse
import sys
from pathlib import Path

from summarizer.errors import EXIT_CODES, Exit


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help="hold a brief against its sources again, without any model",
        description="Reads brief.json and its source files; checks every hash, span, quote and sentence afresh.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the brief with its fresh verdicts")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")


def run(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.output import files, json
    from summarizer.output.safe import safe

    report = pipeline.check(args.brief, args.root)
    if args.output:
        files.write(args.output, json.dumps(report.brief))
    sys.stdout.write(safe(report.describe()))
    return Exit.MARKED if report.problems else Exit.WHOLE
