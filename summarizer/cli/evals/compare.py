"""`summarizer eval compare`: two runs side by side, by which a change of a prompt or a model should be judged."""

import argparse
import sys
from pathlib import Path

from summarizer.cli.evals import of_prompts, reading
from summarizer.cli.streams import say
from summarizer.errors import Exit

EXAMPLES = """examples:
  summarizer eval compare runs/old runs/new
  summarizer eval compare --prompts prompts/ mine/ --model qwen --repeat 3 --out runs/mine
  summarizer eval compare --prompts prompts/ mine/ --model qwen --record tape/ && … --replay tape/, at no cost

exit codes: 0 not seen to be worse; 1 worse in some metric, or an invariant is broken that was kept; 2 usage;
3 could not measure: no case is in both, or more than 5 % of the briefs are missing
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "compare",
        help="compare two runs case by case",
        description="Compares two runs: every metric with the interval of its paired difference, every fact lost or "
        "gained, what both cost, and one verdict with its rule.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("a", type=Path, metavar="A", help="the run before: a folder of briefs")
    parser.add_argument("b", type=Path, metavar="B", help="the run now")
    parser.add_argument("--json", action="store_true", help="as JSON, every pair of scores with it")
    reading.add_cases(parser)
    of_prompts.add(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.comparing import showing
    from summarizer.evals.comparing.measured import measure
    from summarizer.evals.comparing.overall import overall
    from summarizer.evals.comparing.pairs import compare
    from summarizer.evals.comparing.trial import Limits
    from summarizer.output.json import encode

    cases = reading.cases(args)
    runs = (
        of_prompts.make(args, cases) if args.prompts else [reading.run_in(folder, cases) for folder in (args.a, args.b)]
    )
    a, b = (measure(one, cases) for one in runs)
    found = compare(a.results, b.results, cases)
    verdict = overall(found)
    for side, measured in (("A", a), ("B", b)):
        for reason in measured.run.unmeasured:
            say("not measured", f"{side}: {reason}")
    if args.json:
        sys.stdout.write(encode(showing.as_json(found, verdict, a, b)))
    else:
        sys.stdout.write(showing.comparison(found, verdict, a, b))
    missing = max(len(m.run.errors) / max(1, len(m.run.entries)) for m in (a, b))
    if verdict.is_worse:
        return Exit.MARKED
    return Exit.NOTHING if not found.cases or missing > Limits().unscored else Exit.WHOLE
