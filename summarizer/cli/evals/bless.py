"""`summarizer eval bless`: what a run is worth becomes the baseline, with who said so and why. The only way there."""

import argparse
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError

if TYPE_CHECKING:
    from summarizer.evals.comparing.results import Breach, Results

REPEATS = "say --exact if it never does; else give 5 repeats, CASE.json, CASE.1.json and so on, of 9 cases or more"
CODES = """exit codes: 0 blessed, or nothing to change; 1 blessed, but an invariant is broken, which no gate lets pass;
2 usage; 3 not blessed: no case, or a brief is missing; 5 the baseline could not be written"""

SURE = 5  # repeats: that a fact of all of them is in none of three is then no chance (1 in 56)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "bless",
        help="make a run the baseline",
        description="Makes what a run is worth the baseline of its engine, and prints what that changes.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folder", type=Path, metavar="RUN", help="a folder of briefs")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why this is right: kept in the baseline")
    parser.add_argument("--by", metavar="NAME", help="who says so (git's user.name)")
    parser.add_argument("--dry-run", action="store_true", help="only print what it would change")
    parser.add_argument(
        "--exact",
        action=argparse.BooleanOptionalAction,
        help="it always gives the same brief for the same articles, so that no difference is noise (as last blessed)",
    )
    parser.add_argument(
        "--admit-broken",
        action="store_true",
        help="let these must-nots and these articles of other events pass, by name and told each time; no others",
    )
    reading.add_label(parser)
    reading.add_baseline(parser)
    reading.add_cases(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.comparing import baseline
    from summarizer.evals.comparing.measured import blessed, measure
    from summarizer.evals.comparing.results import broken, without_breaches
    from summarizer.evals.comparing.trial import Limits
    from summarizer.output.safe import as_lines

    reason, cases = _said(args.reason), reading.cases(args)
    by = _said(args.by or _git("config", "user.name"), "--by")
    known = baseline.read(args.baseline) if args.baseline.exists() else baseline.Baseline()
    measured = measure(reading.run_in(args.folder, cases, args.label), cases)
    label = measured.run.label
    for fault in measured.run.unmeasured:
        say("not measured", fault)
    if measured.run.unmeasured:
        return Exit.NOTHING
    faults = broken(measured.results)
    open_faults = [fault for fault in faults if not (args.admit_broken and fault.admissible)]
    for breach in faults:
        say("broken", f"{breach.case}: {breach.metric}: {breach.reason}; {_fate(breach, args.admit_broken)}")
    now = blessed(measured, _exact(args.exact, known.engines.get(label)))
    if not now.deterministic and measured.run.repeats < Limits().repeats:
        raise UsageError(str(args.folder), f"{label} may vary, and has one brief a case", REPEATS)
    now = now if args.admit_broken else without_breaches(now)
    if not now.deterministic and measured.run.repeats < SURE:
        say("note", f"of a noisy engine bless {SURE} repeats: of {measured.run.repeats} no single lost fact is proven")
    changes = list(baseline.changes(known.engines.get(label), now))
    sys.stdout.write(as_lines(f"{label}: {change}" for change in changes or ("nothing changes",)))
    if changes and not args.dry_run:
        when = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        blessing = baseline.Blessing(
            engine=label, by=by, when=when, commit=_git("rev-parse", "HEAD"), reason=reason, changes=len(changes)
        )
        baseline.write(args.baseline, baseline.bless(known, label, now, blessing))
    return Exit.MARKED if open_faults else Exit.WHOLE


def _exact(given: bool | None, before: "Results | None") -> bool | None:
    """Whether somebody vouches for it, now or when the engine was blessed last."""
    return given if given is not None or before is None else before.deterministic or None


def _fate(breach: "Breach", admit: bool) -> str:
    if not breach.admissible:
        return "no blessing helps, the gate fails it all the same"
    return "admitted: the gate tells it each time and lets it pass" if admit else "the gate fails it all the same"


def _said(text: str, option: str = "--reason") -> str:
    """The words on one line. Raises UsageError where there are none."""
    words = " ".join(text.split())
    if not words:
        raise UsageError(option, "is empty", "say it in a few words; it is kept in the baseline")
    return words


def _git(*command: str) -> str:
    """What git says; empty where it is not there or knows nothing."""
    try:
        found = subprocess.run(["git", *command], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
