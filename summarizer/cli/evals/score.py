"""`summarizer eval score`: what the briefs of a run are worth, case by case and metric by metric."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.cli import judging
from summarizer.cli.evals import reading, reporting
from summarizer.cli.streams import say
from summarizer.errors import Exit

if TYPE_CHECKING:
    from summarizer.evals.runs.nouns import Run
    from summarizer.evals.scoring.nouns import Score, Scored

CODES = """exit codes: 0 every brief was scored and keeps every invariant; 1 an invariant is broken; 2 usage;
3 there is no case, a brief is missing or could not be read, or a judge gave too few answers that can be used"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "score",
        help="score the briefs of a run",
        description="Scores every brief of a run against its case: invariants (1 or 0), and shares from 0 to 1, of "
        "which more is better. Nothing that a brief says of itself is believed.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folder", type=Path, metavar="RUN", help="a folder with a brief for each case, CASE.json")
    reading.add_cases(parser)
    parser.add_argument("--json", action="store_true", help="as JSON: every score with its reason and its parts")
    reporting.add(parser)
    parser.add_argument("--votes", type=int, choices=range(1, 10), default=3, metavar="N", help="of the judge (3)")
    judging.add(parser)
    judging.add_calibration(parser)
    judging.add_calls(parser)


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.reports.nouns import of_run
    from summarizer.evals.scoring import judged, table
    from summarizer.evals.scoring.scoring import score_run
    from summarizer.output.json import encode

    cases = reading.cases(args)
    found = reading.run_in(args.folder, cases)
    rows = _judged(found, score_run(found), args)
    reporting.write(args, [of_run(found, rows, f"summarizer {__version__}")])
    unmeasured = [*found.unmeasured, *judged.unscored(rows)]
    for reason in unmeasured:
        say("not measured", reason)
    if args.json:
        sys.stdout.write(encode({"label": found.label, "rows": [_plain(row) for row in rows]}))
    else:
        sys.stdout.write(table.render(found.label, rows))
    if not rows or unmeasured:
        return Exit.NOTHING
    return Exit.MARKED if any(s.value == 0 for row in rows for s in _invariants(row)) else Exit.WHOLE


def _judged(run: "Run", rows: "Sequence[Scored]", args: argparse.Namespace) -> "Sequence[Scored]":
    """`rows` with what a model makes of the briefs, where one is named; each vote is asked by itself."""
    from summarizer.checking.judging.opening import open_judge
    from summarizer.evals.scoring import judged
    from summarizer.evals.scoring.nouns import Subject
    from summarizer.output import facts
    from summarizer.progress import ProgressLine
    from summarizer.settings import load

    settings = load(judging.given(args), os.environ, args.config)
    if settings.judge_model is None:
        return rows
    found = []
    with ExitStack() as stack:
        progress = stack.enter_context(ProgressLine())
        votes = [stack.enter_context(open_judge(settings, None, progress)) for _ in range(args.votes)]
        panel = [judge for judge in votes if judge]
        for row, entry in zip(rows, run.entries, strict=True):
            scores = judged.score(Subject(case=entry.case, brief=entry.brief), panel) if entry.brief else {}
            found.append(replace(row, scores={**row.scores, **scores}))
    for judge in panel:
        say("judge", facts.calls(judge.usage))
        for warning in judge.warnings:
            say("warning", warning)
    return found


def _plain(row: "Scored") -> dict[str, object]:
    return {"case": row.case, "repeat": row.repeat, "error": row.error, "scores": list(row.scores.values())}


def _invariants(row: "Scored") -> "list[Score]":
    from summarizer.evals.scoring.metrics import METRICS

    return [row.scores[m.name] for m in METRICS if m.tier == 0 and m.name in row.scores]
