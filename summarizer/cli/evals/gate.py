"""`summarizer eval gate`: whether a run is still worth what was blessed. Green only where something was measured."""

import argparse
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.cli.evals import reading, reporting
from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError
from summarizer.progress import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evals.cases.nouns import Case
    from summarizer.evals.comparing.baseline import Baseline
    from summarizer.evals.comparing.measured import Measured
    from summarizer.evals.comparing.nouns import Gate
    from summarizer.evals.comparing.trial import Trial
    from summarizer.evals.reports.nouns import Report

    Tried = tuple[Trial, Measured | None]

RECORDINGS = Path("evals/recordings")

EXAMPLES = """examples:
  summarizer eval gate                        every engine of the baseline, run again: no key, no network
  summarizer eval run --out runs/now --label extractive && summarizer eval gate runs/now
  summarizer eval gate runs/mini --json

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
    parser.add_argument("runs", nargs="*", type=Path, metavar="RUN", help="a folder of briefs (made now)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where runs that are made now are kept (nowhere)")
    parser.add_argument("--recordings", type=Path, default=RECORDINGS, metavar="DIR", help=str(RECORDINGS))
    parser.add_argument("--min-cases", type=_few, default=1, metavar="N", help="fewer compared cases are none (1)")
    parser.add_argument("--json", action="store_true", help="as JSON: every check with its findings")
    parser.add_argument(
        "--simulate", type=_few, metavar="N", help="how often the noisy gate is wrong, in N made-up runs"
    )
    reading.add_label(parser)
    reading.add_baseline(parser)
    reading.add_cases(parser)
    reporting.add(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.comparing import showing, simulation
    from summarizer.evals.comparing.baseline import read
    from summarizer.evals.comparing.gate import gate
    from summarizer.evals.comparing.trial import Limits
    from summarizer.output.json import encode

    if args.simulate is not None:
        sys.stdout.write(simulation.table(args.simulate))
        return Exit.WHOLE
    cases, baseline = reading.cases(args), read(args.baseline)
    tried = _given(args, cases, baseline) if args.runs else _made(args, cases, baseline)
    found = gate([one for one, _ in tried], Limits(cases=args.min_cases))
    reporting.write(args, _reports(tried, found), found)
    if args.json:
        sys.stdout.write(encode({"outcomes": found.outcomes, "closing": found.closing, "exit": int(found.exit)}))
    else:
        sys.stdout.write(showing.gate(found))
    return found.exit


def _given(args: argparse.Namespace, cases: "Sequence[Case]", baseline: "Baseline") -> "list[Tried]":
    """The runs that were named."""
    from summarizer.evals.comparing.measured import measure, trial

    if args.label and len(args.runs) > 1:
        raise UsageError("--label", "names one engine, and there are several runs", "hold them to it one by one")
    measured = [measure(reading.run_in(folder, cases, args.label), cases) for folder in args.runs]
    if others := [label for label in baseline.engines if label not in {one.run.label for one in measured}]:
        say("note", f"the baseline also has {', '.join(others)}, of which no run was named")
    return [(trial(one, cases, baseline), one) for one in measured]


def _made(args: argparse.Namespace, cases: "Sequence[Case]", baseline: "Baseline") -> "list[Tried]":
    """A run of each engine that the baseline knows, made now; one that cannot be is a trial that was not measured."""
    from summarizer.evals.comparing.measured import measure, trial, without
    from summarizer.measuring.again import obstacle, run_again
    from summarizer.measuring.engines import strays

    found: list[Tried] = []
    with tempfile.TemporaryDirectory() as passing, ProgressLine() as progress:
        for label, known in baseline.engines.items():
            if reason := obstacle(known.made_by):
                found.append((without(label, reason, cases, baseline), None))
                continue
            folder = (args.out or Path(passing)) / re.sub(r"[^\w.-]+", "-", label)
            again = run_again(label, known.made_by, known.made or 1, cases, folder, args.recordings, progress)
            made = measure(again, cases)
            one = trial(made, cases, baseline)
            replayed = known.made_by["answers"] == "replayed" and args.recordings.is_dir()
            faults = strays(args.recordings, cases) if replayed else ()
            found.append((one._replace(faults=(*one.faults, *faults)), made))
    return [*found, *((one, None) for one in _missing(args.recordings, cases, baseline))]


def _missing(recordings: Path, cases: "Sequence[Case]", baseline: "Baseline") -> "Iterator[Trial]":
    """What should be in the baseline, by what else is there: who was blessed once, and whose answers are recorded.

    An engine that is taken out of the baseline would else take its regressions with it.
    """
    from summarizer.evals.comparing.measured import without
    from summarizer.measuring.engines import unreplayed

    for label in sorted({blessing.engine for blessing in baseline.blessings} - baseline.engines.keys()):
        reason = "it was blessed, and is not among the engines; restore it, or take its blessings out too"
        yield without(label, reason, cases, baseline)
    replayed: dict[str, int] = {}
    for known in baseline.engines.values():
        for maker in (known.made_by, known.made_by.get("judge")):
            if known.made_by.get("answers") == "replayed" and isinstance(maker, dict):
                name = str(maker.get("model"))
                replayed[name] = max(known.made, replayed.get(name, 0))
    for reason in unreplayed(recordings, replayed):
        yield without(str(recordings), f"{reason}; bless a run that does, or delete them", cases, baseline)


def _reports(tried: "Sequence[Tried]", found: "Gate") -> "list[Report]":
    """Each run with what the gate says of it; one that could not be made has its outcome and no brief."""
    from summarizer.evals.reports.nouns import Report, of_run

    told = []
    for (one, measured), outcome in zip(tried, found.outcomes, strict=True):
        scorer = f"summarizer {__version__}"
        none = Report(label=one.engine, results=(), outcome=outcome, scored_by=scorer)
        told.append(of_run(measured.run, measured.rows, scorer, outcome) if measured else none)
    return told


def _few(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number
