"""`summarizer eval mutate`: errors made on purpose, and how many of each kind are seen.

Two measures of one idea. Of whole briefs, with their cases: whether the score that is there for an error falls. Of the
sentences of BRIEF.json files: whether the checker sees it. Files are the one, folders the other, and never both.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit, NothingToSay, UsageError

if TYPE_CHECKING:
    from summarizer.evals.mutants.nouns import Ground

GATE, ALARMS = 0.97, 0.03
MOST_OF_SENTENCES, MOST_OF_BRIEFS = 2, 1
CODES = """examples:
  summarizer eval mutate                          whole briefs, made from the answers of evals/cases
  summarizer eval mutate RUN --cases my/cases     and the briefs of a run, as `summarizer eval run` writes it
  summarizer eval mutate brief.json               single sentences, put to the checker

exit codes of whole briefs: 0 every mutant made its metric fall; 1 one did not; 2 usage; 3 a kind could be made nowhere,
so that nothing is shown of it
exit codes of sentences: 0 every kind that was tried is caught at the gate and few sound sentences are refused;
1 not so; 2 usage, or a source that is not there"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "mutate",
        help="make errors on purpose: is the score fooled, or the checker",
        description="Makes whole briefs wrong in every way that matters and holds the scores to it: each mutant has a "
        "metric that must fall and metrics that may not move. With BRIEF.json files, plants errors in their sentences, "
        "as written, shortened and joined, and counts those whose verdict is still “supported”.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="folders of cases or runs; or BRIEF.json")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which errors are drawn (0)")
    parser.add_argument("--most", type=_count, metavar="N", help="errors of a kind in one brief (1), one sentence (2)")
    briefs = parser.add_argument_group("of whole briefs")
    briefs.add_argument(
        "--cases",
        type=Path,
        action="append",
        metavar="PATH",
        help=f"the cases of the runs ({reading.CASES}); may be given again",
    )
    sentences = parser.add_argument_group("of sentences")
    sentences.add_argument("--misses", action="store_true", help="show every error that passed, with its spans")
    sentences.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")
    sentences.add_argument("--gate", type=_share, metavar="RATE", help=f"the least rate of a kind ({GATE})")
    sentences.add_argument("--alarms", type=_share, metavar="RATE", help=f"the most false alarms ({ALARMS})")


def run(args: argparse.Namespace) -> int:
    files = [path for path in args.paths if not path.is_dir()]
    if files and len(files) < len(args.paths):
        remedy = "name either BRIEF.json files, or folders of cases and runs"
        raise UsageError(str(files[0]), "is a file beside folders", remedy)
    return _of_sentences(args) if files else _of_briefs(args)


def _of_sentences(args: argparse.Namespace) -> int:
    from summarizer.evals.planting import report, suite
    from summarizer.evals.planting.cases import read

    _refuse(args, ("cases",), "is for folders of runs")
    gate = GATE if args.gate is None else args.gate
    alarms = ALARMS if args.alarms is None else args.alarms
    outcome = suite.run([read(path, args.root) for path in args.paths], args.seed, args.most or MOST_OF_SENTENCES)
    show = report.to_json if args.json else report.render
    sys.stdout.write(show(outcome, gate, alarms, args.misses))
    return Exit.WHOLE if outcome.passes(gate, alarms) else Exit.MARKED


def _of_briefs(args: argparse.Namespace) -> int:
    from summarizer.evals.mutants import report, suite, table
    from summarizer.evals.scoring import metrics

    _refuse(args, ("gate", "alarms", "misses", "root"), "is for BRIEF.json files; of whole briefs every mutant counts")
    grounds, mutators = _grounds(args.paths, args.cases), table.MUTATORS
    outcome = suite.run(grounds, metrics.score, args.seed, args.most or MOST_OF_BRIEFS, mutators)
    show = report.to_json if args.json else report.render
    sys.stdout.write(show(outcome, mutators))
    return outcome.exit


def _grounds(paths: Sequence[Path], folders: Sequence[Path] | None) -> "list[Ground]":
    """The briefs to work on. A folder that holds cases is one of cases, any other a run."""
    from summarizer.evals.cases.reading import NAME, read_all
    from summarizer.evals.mutants.grounds import of_run, oracles
    from summarizer.evals.runs.reading import read

    of_cases = [path for path in paths if any((*path.glob(NAME), *path.glob(f"*/{NAME}")))]
    cases = read_all([*of_cases, *(folders or ([] if of_cases else [reading.CASES]))])
    found = oracles(cases)
    for path in paths:
        if path in of_cases:
            continue
        made = read(path, cases)
        if len(made.errors) == len(made.entries):
            raise NothingToSay(str(path), "has no brief of these cases", "name a run, and its cases with --cases")
        for entry in made.errors:
            say("warning", entry.error)
        found += of_run(made, cases)
    return found


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return share


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return count


def _refuse(args: argparse.Namespace, names: Sequence[str], why: str) -> None:
    for name in names:
        if getattr(args, name):
            raise UsageError(f"--{name}", why, "leave it out")
