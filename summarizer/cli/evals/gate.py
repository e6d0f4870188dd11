"""`summarizer eval gate`: whether a run is still worth what was blessed. Green only where something was measured."""

import argparse
import sys
from pathlib import Path

from summarizer.cli.evals import reading
from summarizer.errors import Exit

EXAMPLES = """examples:
  summarizer eval run --out runs/now --label extractive && summarizer eval gate runs/now
  summarizer eval gate runs/now runs/mini --json

exit codes: 0 passed; 1 a regression was measured, or an invariant is broken; 2 usage; 3 could not measure: no case, a
brief is missing, a case or an engine that is not in the baseline, or that it cannot be told from noise
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "gate",
        help="hold runs to the baseline",
        description="Holds runs to the baseline: a deterministic engine to every figure and fact, a noisy one to what "
        "chance does not explain, both to the invariants.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("runs", nargs="*", type=Path, metavar="RUN", help="a folder of briefs")
    parser.add_argument("--min-cases", type=int, default=1, metavar="N", help="fewer compared cases are none (1)")
    parser.add_argument("--json", action="store_true", help="as JSON: every check with its findings")
    parser.add_argument(
        "--simulate", type=int, metavar="N", help="how often the noisy gate is wrong, in N made-up runs"
    )
    reading.add_baseline(parser)
    reading.add_cases(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.comparing import showing, simulation
    from summarizer.evals.comparing.baseline import read
    from summarizer.evals.comparing.gate import gate
    from summarizer.evals.comparing.measured import measure, trial
    from summarizer.evals.comparing.trial import Limits
    from summarizer.evals.runs import reading as runs
    from summarizer.output.json import encode
    from summarizer.output.safe import safe

    if args.simulate:
        sys.stdout.write(simulation.table(args.simulate))
        return Exit.WHOLE
    cases = reading.cases(args)
    baseline = read(args.baseline)
    measured = [measure(runs.read(folder, cases), cases) for folder in args.runs]
    found = gate([trial(m, cases, baseline) for m in measured], Limits(cases=args.min_cases))
    if args.json:
        sys.stdout.write(encode({"outcomes": found.outcomes, "closing": found.closing, "exit": int(found.exit)}))
    else:
        sys.stdout.write(safe(showing.gate(found)))
    return found.exit
