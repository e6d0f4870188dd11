"""`summarizer export`: a brief in another format, or what came out of its review, with who decided what."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.streams import deliver, format_of, say
from summarizer.errors import Exit, UsageError

if TYPE_CHECKING:
    from summarizer.records import Brief

EXAMPLES = """examples:
  summarizer export brief.json -o brief.html                      the brief as a page, as it was made
  summarizer export brief.json --reviewed -o reviewed.md          as its reviewers left it, with who decided what
  summarizer export brief.json --reviewed --reviewer Marta        where two worded a sentence differently: as Marta did

exit codes: 0 every sentence is borne out, and with --reviewed accepted; 1 written, and some are not; 2 usage, or
reviewers who worded a sentence differently; 5 a file that could not be read or written"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "export",
        help="write a brief, or what came out of its review, in any format",
        description="Writes a brief as Markdown, HTML, JSON or text. With --reviewed, each sentence says who decided "
        "what on it; rejected ones are withheld with their reason, open ones stay in and are marked.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("--reviewed", action="store_true", help="as its reviewers left it")
    parser.add_argument("--reviewer", metavar="NAME", help="where reviewers worded a sentence differently, as NAME did")
    parser.add_argument("--include-rejected", action="store_true", help="leave rejected sentences in, marked")
    forms = ["md", "html", "json", "text"]
    parser.add_argument("--format", choices=forms, help="default: md, or by the ending of FILE")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here; its ending gives the format")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")


def run(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.output.decided import unsettled
    from summarizer.output.files import read_brief

    if not args.reviewed and (args.reviewer or args.include_rejected):
        option = "--reviewer" if args.reviewer else "--include-rejected"
        raise UsageError(option, "is about a review", "add --reviewed")
    if args.output is not None:
        format_of(args.output, args.format)
        if args.output.exists() and args.output.samefile(args.brief):
            raise UsageError(str(args.output), "is the brief itself", "name another file with -o")
    brief = read_brief(args.brief)
    if args.reviewed:
        brief = reviewed(brief, args.brief, args.root, args.reviewer, include_rejected=args.include_rejected)
    deliver(brief, args.output, args.format)
    if brief.review is None:
        return Exit.WHOLE if pipeline.is_whole(brief) else Exit.MARKED
    open_still = unsettled(brief)
    if open_still:
        say("not settled", "; ".join(open_still))
    return Exit.MARKED if open_still else Exit.WHOLE


def reviewed(brief: "Brief", path: Path, root: Path | None, reviewer: str | None, *, include_rejected: bool) -> "Brief":
    """The brief as its reviewers left it; what is wrong with their logs or with the sources is told on stderr.

    Raises UsageError where nobody reviewed it, or reviewers worded a sentence differently; StoreError.
    """
    from datetime import UTC, datetime

    from summarizer.checking.sources import source_texts
    from summarizer.review.outcome.exporting import Wish, export
    from summarizer.review.outcome.gathering import everyone

    states, notices = everyone(brief, path)
    for notice in notices:
        say("warning", notice)
    texts, lost = source_texts(brief, path.parent, root)
    for source in lost:
        say("warning", source)
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return export(brief, states, texts, Wish(at=now, reviewer=reviewer, include_rejected=include_rejected))
