"""`summarizer eval run`: a brief of each case, by the engine that is to be measured."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import judging
from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError
from summarizer.progress import ProgressLine

if TYPE_CHECKING:
    from summarizer.evals.cases.nouns import Case
    from summarizer.evals.runs.nouns import Run

MOST = 100  # briefs of one case

EXAMPLES = """examples:
  summarizer eval run --out runs/now                            every case, by the extractive engine
  summarizer eval run --out runs/mini --model gpt-5-mini --repeat 3
  summarizer eval run --out runs/qwen --model qwen --record evals/recordings
  summarizer eval run --out runs/now --replay evals/recordings  the same again, with no key and no network
  summarizer eval run --out runs/mine --replay evals/recordings --prompts mine/ ferry-collision

What is in RUN already, made of the same sources by the same code and settings, is not made again.

exit codes: 0 every case has its brief; 2 usage; 3 could not measure: a case has no brief, a recording is missing or
nothing asks for it; 5 a file that could not be written; 130 interrupted, what is done is kept
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "run",
        help="make a brief of each case",
        description="Makes a brief of each case from its sources, for `summarizer eval score` and `compare`.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("ids", nargs="*", metavar="CASE", help="only these cases, by id")
    parser.add_argument("--out", type=Path, required=True, metavar="RUN", help="the folder of the run")
    reading.add_cases(parser)
    parser.add_argument("--label", default="", metavar="TEXT", help="what the run is called in tables (its folder)")
    parser.add_argument("--repeat", type=_times, default=1, metavar="N", help="briefs of each case (1)")
    parser.add_argument("--fresh", action="store_true", help="make, and record, again what is there already")
    tape = parser.add_mutually_exclusive_group()
    tape.add_argument(
        "--record", type=Path, metavar="DIR", help="keep the model's answers; asks only what is not there"
    )
    tape.add_argument("--replay", type=Path, metavar="DIR", help="answer from recordings, without any network")
    parser.add_argument("--engine", dest="writer", choices=["extractive", "model"], help="model if one is named")
    parser.add_argument("--model", metavar="NAME", help="a model of any OpenAI-compatible endpoint")
    parser.add_argument("--base-url", metavar="URL", help="that endpoint (OPENAI_BASE_URL)")
    parser.add_argument("--chunk-tokens", metavar="N", help="article text in one extraction call (2000)")
    parser.add_argument(
        "--strict-event", action="store_true", default=None, help="leave out articles that seem to be on another event"
    )
    judging.add(parser)
    judging.add_calibration(parser)
    judging.add_calls(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.measuring import make_run
    from summarizer.measuring.engines import strays
    from summarizer.output.safe import as_lines
    from summarizer.settings import load

    settings = load(judging.given(args), os.environ, args.config)
    every = reading.cases(args)
    cases = chosen(every, args.ids)
    before = _recordings(args.record)
    try:
        with ProgressLine() as progress:
            made = make_run(
                cases,
                settings,
                args.out,
                replay=args.replay,
                record=args.record,
                repeats=args.repeat,
                label=args.label,
                fresh=args.fresh,
                progress=progress,
            )
    except KeyboardInterrupt:
        say("interrupted", f"what is done is kept in {args.out}; run the same command again to go on")
        return Exit.INTERRUPTED
    gone = len(before - _recordings(args.record))
    if gone:
        say("recordings", f"{gone} taken out of {args.record} that nothing asks for any more")
    faults = [*made.unmeasured, *(strays(args.replay, every) if args.replay and not args.ids else ())]
    for fault in faults:
        say("not measured", fault)
    sys.stdout.write(as_lines(_summary(made)))
    return Exit.NOTHING if faults else Exit.WHOLE


def chosen(cases: "Sequence[Case]", ids: Sequence[str]) -> "list[Case]":
    """The cases with these ids, in their own order; all of them where no id is given. Raises UsageError."""
    known = [case.id for case in cases]
    for id in ids:
        if id not in known:
            raise UsageError(id, "no case has this id", f"the cases are {', '.join(known)}")
    return [case for case in cases if not ids or case.id in ids]


def _times(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and {MOST}")
    return number


def _recordings(folder: Path | None) -> set[Path]:
    return set(folder.glob("*/*.json")) if folder else set()


def _summary(run: "Run") -> list[str]:
    """How many briefs there are, who made them, and what that took, the paid calls apart from the recorded ones."""
    from summarizer.output.facts import calls, count

    cases = len({entry.case.id for entry in run.entries})
    briefs = len(run.entries) - len(run.errors)
    maker = run.made_by.get("model") or f"the {run.made_by.get('writer')} engine"
    lines = [f"{run.path}: {count(briefs, 'brief')} of {count(cases, 'case')} by {maker}"]
    for name, usage in (("live", run.cost.live), ("cached", run.cost.cached)):
        if usage.calls:
            lines.append(f"{name:8}{calls(usage)}")
    return lines
