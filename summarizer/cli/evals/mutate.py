"""`summarizer eval mutate`: errors planted in the sentences of briefs, and how many of each kind the checker sees."""

import argparse
import sys
from pathlib import Path

from summarizer.errors import Exit

CODES = """exit codes: 0 every kind that was tried is caught at the gate and few sound sentences are refused; 1 not so;
2 usage, or a source that is not there"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "mutate",
        help="plant errors in the sentences of briefs and count those that the checker sees",
        description="Plants errors of many kinds in the sentences of briefs, as written, shortened and joined, and has "
        "each checked against its own spans. A kind is caught where the verdict is not “supported”.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("briefs", nargs="+", type=Path, metavar="BRIEF.json")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--misses", action="store_true", help="show every error that passed, with its spans")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which errors are drawn (0)")
    parser.add_argument("--most", type=_count, default=2, metavar="N", help="errors of a kind in one sentence (2)")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")
    parser.add_argument("--gate", type=_share, default=0.97, metavar="RATE", help="the least rate of a kind (0.97)")
    parser.add_argument("--alarms", type=_share, default=0.03, metavar="RATE", help="the most false alarms (0.03)")


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.planting import report, suite
    from summarizer.evals.planting.cases import read
    from summarizer.output.safe import safe

    outcome = suite.run([read(path, args.root) for path in args.briefs], args.seed, args.most)
    show = report.to_json if args.json else report.render
    text = show(outcome, args.gate, args.alarms, args.misses)
    sys.stdout.write(text if args.json else safe(text))
    return Exit.WHOLE if outcome.passes(args.gate, args.alarms) else Exit.MARKED


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
