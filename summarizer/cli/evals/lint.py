"""`summarizer eval lint`: whether cases are fit to judge by, each fault with its file and line."""

import argparse
import sys
from pathlib import Path

from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError

CODES = "exit codes: 0 every case is sound; 1 a case has a fault; 2 usage; 3 there is no case"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "lint",
        help="look for faults in the cases",
        description="Holds every case to its sources: quotes, hashes and ids, anchors and wordings of facts, answers, "
        "and the patterns of what must not be said. A fault is one line: file, line, reason.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=f"case.yaml, or folders ({reading.CASES})")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of a case, for editors")


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.cases import wire
    from summarizer.evals.cases.lint import lint, twins
    from summarizer.evals.cases.reading import find
    from summarizer.output.facts import count
    from summarizer.output.json import encode
    from summarizer.output.safe import as_lines

    if args.schema:
        sys.stdout.write(encode(wire.schema()))
        return Exit.WHOLE
    paths = args.paths or [reading.CASES]
    if missing := next((path for path in paths if not path.exists()), None):
        raise UsageError(str(missing), "no such file or folder", "name a case.yaml, or a folder with cases")
    try:
        files = find(paths)
    except UsageError as error:
        say("error", str(error))
        return Exit.NOTHING
    linted = [lint(path) for path in files]
    faults = [fault for _, found in linted for fault in found] + twins(case for case, _ in linted if case)
    sys.stdout.write(as_lines(map(str, faults)))
    sys.stdout.write(f"{count(len(files), 'case')}, {count(len(faults), 'fault')}\n")
    return Exit.MARKED if faults else Exit.WHOLE
