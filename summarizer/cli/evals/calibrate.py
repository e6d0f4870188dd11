"""`summarizer eval calibrate`: how often a judge is wrong, measured on pairs with known answers and kept in a file."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from summarizer.cli import judging
from summarizer.cli.streams import say
from summarizer.errors import EXIT_CODES, Exit, UsageError
from summarizer.progress import ProgressLine

EXAMPLES = """examples:
  summarizer eval calibrate --judge-model gpt-5-mini                     on the project's own pairs
  summarizer eval calibrate mine.jsonl --judge-model qwen --judge-base-url http://localhost:8080/v1 -o qwen.json
  summarizer brief seeds/ --judge-model qwen --judge-calibration qwen.json

"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "calibrate",
        help="measure how often a judge is wrong",
        description="Puts labelled pairs of text and claim to a judge and writes its figures, without which it may "
        "decide nothing. Exits with 1 where they are not good enough.",
        epilog=EXAMPLES + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("claims", nargs="?", type=Path, metavar="CLAIMS.jsonl", help="source, claim, label a line")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", default=Path("calibration.json"), help="calibration.json"
    )
    judging.add(parser)
    judging.add_calls(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.checking.judging.calibrating import calibrate, read_pairs, shipped
    from summarizer.checking.judging.calibration import dumps
    from summarizer.checking.judging.opening import open_judge
    from summarizer.output import facts, files
    from summarizer.output.safe import safe
    from summarizer.settings import load

    settings = replace(load(judging.given(args), os.environ, args.config), judge_calibration=None)
    pairs = read_pairs(args.claims or shipped())
    with ProgressLine() as progress, open_judge(settings, None, progress) as judge:
        if judge is None:
            raise UsageError("judge", "no model is named", "name one with --judge-model or SUMMARIZER_JUDGE_MODEL")
        found = calibrate(pairs, judge)
        usage = judge.usage
    files.write(args.output, dumps(found))
    if found.failed:
        say("warning", f"judge {found.model}: {found.failed} calls failed and count as no pairs")
    say("judge", facts.calls(usage))
    sys.stdout.write(safe(found.describe()))
    return Exit.MARKED if found.too_weak else Exit.WHOLE
