"""`summarizer brief`: articles in, one brief out."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import judging, shaping
from summarizer.cli.streams import deliver, format_of, say, stdin
from summarizer.errors import EXIT_CODES, Exit
from summarizer.progress import ProgressLine

if TYPE_CHECKING:
    from summarizer.settings import Settings

EXAMPLES = """examples:
  summarizer brief seeds/                                 a brief of a folder of articles, without any model
  summarizer brief a.txt b.txt -o brief.json              the file that `check` and other programs read
  summarizer brief seeds/ --question "How many troops?"   an answer from the sources only
  summarizer brief seeds/ --model gpt-5-mini --dry-run    what it would cost, before a cent is spent
  summarizer brief seeds/ --model qwen --base-url http://localhost:8080/v1

"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "brief",
        help="write one brief from several articles",
        description="Reads articles on one event and writes one brief in which every sentence cites its sources.",
        epilog=EXAMPLES + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs; - is standard input")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here; its ending gives the format")
    forms = ["md", "html", "json", "text"]
    parser.add_argument("--format", choices=forms, help="default: md, or by the ending of FILE")
    shaping.add(parser)
    parser.add_argument("--dry-run", action="store_true", help="print calls, tokens and price, and stop")


def run(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.checking.copies import alarm
    from summarizer.settings import load

    if args.output is not None:
        format_of(args.output, args.format)
    settings = load(judging.given(args), os.environ, args.config)
    if args.dry_run:
        return _dry_run(args.paths, settings)
    paths = _keep_stdin(args.paths, args.output)
    with ProgressLine() as progress:
        brief = pipeline.summarize(paths, settings, progress=progress, stdin=stdin())
    alarms = [alarm(difference) for origin in brief.origins for difference in origin.differences]
    for warning in (*alarms, *brief.warnings):
        say("warning", warning)
    deliver(brief, args.output, args.format)
    return Exit.WHOLE if pipeline.is_whole(brief) else Exit.MARKED


def _dry_run(paths: list[str], settings: "Settings") -> int:
    from summarizer import pipeline
    from summarizer.articles.topic import Topic
    from summarizer.writing.planning import plan
    from summarizer.writing.withdrawals import withdraw

    library = pipeline.on_one_event(pipeline.gather(paths, stdin()), settings)
    for failure in library.failures:
        say("warning", str(failure))
    sys.stdout.write(plan(withdraw(Topic.of(library.articles)).topic, settings).describe())
    return Exit.MARKED if library.failures else Exit.WHOLE


def _keep_stdin(paths: list[str], output: Path | None) -> list[str]:
    """Standard input cannot be read twice, and `check` will want to: beside a brief that is kept, it is kept too."""
    if "-" not in paths or output is None:
        return paths
    from summarizer.output.files import write_bytes

    kept = output.with_name(output.stem + ".stdin.txt")
    given = stdin()
    write_bytes(kept, given.read() if given else b"")
    return [str(kept) if path == "-" else path for path in paths]
