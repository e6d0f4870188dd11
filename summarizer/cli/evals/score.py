"""`summarizer eval score`: what the briefs of a run are worth, case by case and metric by metric."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.streams import say
from summarizer.errors import Exit

if TYPE_CHECKING:
    from summarizer.evals.scoring.nouns import Score, Scored

CASES = Path("evals/cases")
CODES = """exit codes: 0 every brief was scored and keeps every invariant; 1 an invariant is broken; 2 usage;
3 there is no case, or a brief is missing or could not be read"""


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
    parser.add_argument(
        "--cases", type=Path, action="append", metavar="PATH", help=f"the cases ({CASES}); may be given again"
    )
    parser.add_argument("--json", action="store_true", help="as JSON: every score with its reason and its parts")


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.cases.reading import read_all
    from summarizer.evals.runs.reading import read
    from summarizer.evals.scoring import table
    from summarizer.evals.scoring.scoring import score_run
    from summarizer.output.json import encode
    from summarizer.output.safe import safe

    cases = read_all(args.cases or [CASES])
    found = read(args.folder, cases)
    rows = score_run(found)
    for reason in found.unmeasured:
        say("not measured", reason)
    if args.json:
        sys.stdout.write(encode({"label": found.label, "rows": [_plain(row) for row in rows]}))
    else:
        sys.stdout.write(safe(table.render(found.label, rows)))
    if not rows or found.unmeasured:
        return Exit.NOTHING
    return Exit.MARKED if any(s.value == 0 for row in rows for s in _invariants(row)) else Exit.WHOLE


def _plain(row: "Scored") -> dict[str, object]:
    return {"case": row.case, "repeat": row.repeat, "error": row.error, "scores": list(row.scores.values())}


def _invariants(row: "Scored") -> "list[Score]":
    from summarizer.evals.scoring.metrics import METRICS

    return [row.scores[m.name] for m in METRICS if m.tier == 0 and m.name in row.scores]
