"""`summarizer eval agree`: how far the scores agree with a person who read the briefs and labelled what they say."""

import argparse
import sys
from pathlib import Path

from summarizer.cli.evals import reading
from summarizer.errors import Exit

EPILOG = """RUN/labels.jsonl holds a line for each fact of each brief that was read, labelled before any scoring:
  {"case": "seeds", "repeat": 0, "fact": "f3", "present": true}

exit codes: 0 compared; 2 usage, or a label without its brief or fact"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "agree",
        help="hold the scores to a reader's labels",
        description="Compares what fact recall finds in the briefs of runs with what a person found who read them: "
        "Cohen's kappa, and every fact on which the two differ.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folders", nargs="+", type=Path, metavar="RUN", help="a folder of briefs with labels.jsonl")
    reading.add_cases(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.runs.reading import read
    from summarizer.evals.scoring import agreement
    from summarizer.evals.scoring.scoring import score_entry
    from summarizer.output.safe import as_lines

    cases = reading.cases(args)
    for folder in args.folders:
        labels = agreement.read(folder / agreement.NAME)
        labelled = {label.case for label in labels}
        found = read(folder, [case for case in cases if case.id in labelled])
        scored = [score_entry(entry) for entry in found.entries]
        sys.stdout.write(as_lines([f"{found.label}: {len(labels)} labels, {len(labelled)} cases"]))
        sys.stdout.write(agreement.render(agreement.compare(labels, scored)))
    return Exit.WHOLE
