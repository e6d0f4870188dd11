"""`summarizer eval reference`: the bounds between which engines lie, by briefs that know the answers or nothing."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evals.cases.nouns import Case

CODES = """examples:
  summarizer eval reference                  the bounds alone
  summarizer eval reference RUN OTHER        with the engines that made these runs
  summarizer eval reference --out runs/      and the briefs: runs/oracle, runs/random, runs/lead

exit codes: 0 the oracle is above every run on what a brief says, and random below lead; 1 not so; 2 usage;
3 a run has no brief of a case"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "reference",
        help="the bounds between which engines lie",
        description="Scores, beside the runs that are named, a brief of each case made from its own facts (oracle), "
        "one of sentences drawn by lot (random) and one of the first sentences of each source in turn (lead).",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("runs", nargs="*", type=Path, metavar="RUN", help="a folder with a brief for each case")
    reading.add_cases(parser)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which sentences are drawn (0)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the briefs here, a run of each kind")


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.mutants import bounds
    from summarizer.evals.runs.reading import read
    from summarizer.evals.scoring.scoring import score_run

    cases = reading.cases(args)
    made = [read(folder, cases) for folder in args.runs]
    if args.out:
        _keep(args.out, cases, args.seed)
    for entry in (entry for one in made for entry in one.errors):
        say("not measured", entry.error)
    reference = bounds.references(cases, args.seed)
    engines = {one.label: score_run(one) for one in made}
    sys.stdout.write(bounds.render(reference, engines))
    if any(one.errors for one in made):
        return Exit.NOTHING
    return Exit.MARKED if any(bounds.faults(reference, engines)) else Exit.WHOLE


def _keep(folder: Path, cases: "Sequence[Case]", seed: int) -> None:
    from summarizer.evals.mutants import bounds
    from summarizer.evals.mutants.reference import KINDS
    from summarizer.evals.runs.nouns import FORMAT
    from summarizer.evals.runs.wire import RunWire
    from summarizer.evals.runs.writing import write_brief, write_manifest

    for kind in KINDS:
        entries = bounds.entries(cases, kind, seed)
        for entry in entries:
            if entry.brief is not None:
                write_brief(folder / kind, entry.case.id, entry.repeat, entry.brief)
        repeats = 1 + max(entry.repeat for entry in entries)
        about = {"reference": kind, "seed": seed}
        write_manifest(folder / kind, RunWire(format=FORMAT, label=kind, repeats=repeats, made_by=about))
