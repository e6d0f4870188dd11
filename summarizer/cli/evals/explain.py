"""`summarizer eval explain`: why a brief got what it got, in words."""

import argparse
import sys
from pathlib import Path

from summarizer import __version__
from summarizer.cli.evals import reading
from summarizer.errors import Exit, UsageError

EXAMPLES = """examples:
  summarizer eval explain runs/today seeds                      all that is not as it should be
  summarizer eval explain runs/today seeds f7                   where a fact stands, and why it was not counted
  summarizer eval explain runs/today seeds b3                   why a sentence failed
  summarizer eval explain runs/today seeds citation_precision   what a metric is made of

exit codes: 0 explained; 2 usage, with what is known; 3 there is no brief to explain"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "explain",
        help="say why a fact, a sentence or a metric got what it got",
        description="Says in words where a fact stands in the sources, which sentences of the brief come nearest to "
        "it, and why it was or was not counted; or why a sentence failed; or what a metric is made of.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folder", type=Path, metavar="RUN", help="a folder with a brief for each case")
    parser.add_argument("case", metavar="CASE", help="the case's id")
    parser.add_argument("id", nargs="?", metavar="ID", help="of a fact, question, sentence or negative; or a metric")
    parser.add_argument("--repeat", type=int, default=0, metavar="N", help="which brief of the case, from 0 (0)")
    reading.add_cases(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.reports.explain import explain
    from summarizer.evals.reports.nouns import of_run
    from summarizer.evals.runs.reading import read
    from summarizer.evals.scoring.scoring import score_run

    cases = {case.id: case for case in reading.cases(args)}
    if args.case not in cases:
        raise UsageError(args.case, "is no case", f"name one of {', '.join(cases)}")
    found = read(args.folder, [cases[args.case]])
    results = of_run(found, score_run(found), f"summarizer {__version__}").results
    result = next((r for r in results if r.scored.repeat == args.repeat), None)
    if result is None:
        raise UsageError(f"--repeat {args.repeat}", f"the run has {len(results)}", f"give 0 to {len(results) - 1}")
    sys.stdout.write(explain(result, args.id))
    return Exit.WHOLE if result.measured else Exit.NOTHING
