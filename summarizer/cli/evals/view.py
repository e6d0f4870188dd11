"""`summarizer eval view`: a run as one page, each brief beside its sources."""

import argparse
from pathlib import Path

from summarizer import __version__
from summarizer.cli.evals import reading
from summarizer.cli.streams import say
from summarizer.errors import Exit

EXAMPLES = """examples:
  summarizer eval view runs/today -o page.html                  every case of evals/cases
  summarizer eval view runs/today --cases evals/cases/seeds -o seeds.html

exit codes: 0 the page is written; 1 the page is written, and an invariant is broken in it; 2 usage;
3 the page is written, and a brief is missing or could not be read; 5 the file could not be written"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "view",
        help="show the briefs of a run beside their sources, as a page",
        description="Writes one HTML page that needs no network and no other file: each brief beside its sources, what "
        "it cites and what it missed lit in them, every score with its reason.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folders", nargs="+", type=Path, metavar="RUN", help="a folder with a brief for each case")
    reading.add_cases(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="page.html")


def run(args: argparse.Namespace) -> int:
    from summarizer.evals.reports import page
    from summarizer.evals.reports.nouns import of_run
    from summarizer.evals.scoring.scoring import score_run
    from summarizer.output import files

    cases = reading.cases(args)
    runs = [reading.run_in(folder, cases) for folder in args.folders]
    reports = [of_run(found, score_run(found), f"summarizer {__version__}") for found in runs]
    files.write(args.output, page.render(reports))
    results = [result for report in reports for result in report.results]
    for reason in (reason for found in runs for reason in found.unmeasured):
        say("not measured", reason)
    if any(found.unmeasured for found in runs):
        return Exit.NOTHING
    return Exit.MARKED if any(result.broken for result in results) else Exit.WHOLE
