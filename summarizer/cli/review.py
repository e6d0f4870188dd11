"""`summarizer review`: a brief beside its sources, one decision a sentence; made first where articles are named."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import judging, shaping, without_screen
from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError

if TYPE_CHECKING:
    from summarizer.review.opening import Opening

MADE = Path("brief.json")  # where a brief goes that is made first
WITHOUT_SCREEN = "use `review --plain`, or `review decide BRIEF.json ID accept`"

EXAMPLES = """examples:
  summarizer review brief.json                    opens it where you stopped; every decision is kept as you make it
  summarizer review seeds/ --words 150            makes the brief of a folder of articles first
  summarizer review brief.json --plain            line by line: for screen readers, pipes, plain terminals
  summarizer review decide brief.json b3 reject --reason "the ministry denied it"
  summarizer review brief.json --web              the same screens in your browser, for you alone

"""

CODES = """exit codes: 0 every sentence is decided; 1 some are open; 2 usage or configuration;
3 nothing could be produced; 5 a file that could not be written; 130 interrupted"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "review",
        help="review a brief beside its sources, and decide on every sentence",
        description="Opens a brief, or makes one of articles first; each sentence stands beside what it cites.",
        epilog=EXAMPLES + CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("given", nargs="+", metavar="BRIEF.json|PATH", help="a brief, or the articles of one")
    parser.add_argument("--reviewer", metavar="NAME", help="who decides; asked for once, and remembered")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where else to look for sources, by path and by hash")
    parser.add_argument(
        "--take-over", action="store_true", help="go on although a window that is gone held this review"
    )
    parser.add_argument("--theme", metavar="NAME", help="colours: dark, light, or a theme of Textual's")
    parser.add_argument(
        "--keys", type=Path, metavar="FILE", help='your own keys: a TOML file of lines like accept = "y"'
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--plain", action="store_true", help="line by line, without screens")
    ways.add_argument(
        "--web", action="store_true", help="in the browser on this machine, behind a link that works once"
    )
    parser.add_argument("--port", type=int, metavar="N", help="with --web: listen here (a free one)")
    without_screen.add(parser)
    making = parser.add_argument_group("where articles are named", "the options of `brief`")
    making.add_argument("-o", "--output", type=Path, metavar="FILE", help=f"keep the brief here ({MADE})")
    shaping.add(making)


def run(args: argparse.Namespace) -> int:
    given: list[str] = args.given
    if given[0] == "decide" and not Path("decide").exists():
        return without_screen.decide(args, given[1:], _opening)
    if not (args.plain or args.web):
        hold_terminal()
    made = not (len(given) == 1 and given[0].lower().endswith(".json"))  # no article has that ending
    if args.output is not None and not made:
        raise UsageError("-o", "is for the brief of articles", "to write a reviewed brief: `summarizer export`")
    if args.output is not None and args.output.suffix.lower() != ".json":
        raise UsageError(str(args.output), "is no name for a brief that is reviewed", "end it in .json")
    if args.port is not None and not args.web:
        raise UsageError("--port", "is for the browser", "add --web")
    opening = _opening(args, (args.output or MADE) if made else Path(given[0]))
    if made:
        ended = _make(given, args, opening)
        if ended is not Exit.WHOLE:
            return ended
    return _review(args, opening)


def hold_terminal() -> None:
    """Raises UsageError where no screen can be shown: before anything is imported for it, or it would hang.

    Textual reads keys from stdin and draws on stderr.
    """
    for stream, name in ((sys.stdin, "standard input"), (sys.stderr, "standard error")):
        if stream is None or not stream.isatty():
            raise UsageError("review", f"{name} is no terminal", WITHOUT_SCREEN)
    if os.environ.get("TERM") == "dumb":
        raise UsageError("review", "this terminal cannot place text (TERM=dumb)", WITHOUT_SCREEN)


def _opening(args: argparse.Namespace, path: Path) -> "Opening":
    """Everything that can be wrong with how it should look is found here, before any work."""
    from summarizer.review.opening import Opening
    from summarizer.review.preferences import preferences

    liked = preferences(args.config, args.keys)
    theme = args.theme or liked.theme
    keymap = liked.keys
    if keymap or theme:  # else the screens' own, which need no look at Textual yet
        from summarizer.review.tui import preferred

        keymap, theme = preferred.keys(liked.keys, liked.where), preferred.theme(theme)
    return Opening(
        path=path,
        reviewer=args.reviewer,
        root=args.root,
        take_over=args.take_over,
        theme=theme,
        keymap=keymap,
        debug=args.debug,
    )


def _make(paths: list[str], args: argparse.Namespace, opening: "Opening") -> Exit:
    """Makes the brief, on a screen that a key ends or with a line of progress. Raises SummarizerError."""
    from summarizer.settings import load

    if "-" in paths:
        raise UsageError("-", "standard input is for what you decide", "save the article to a file")
    settings = load(judging.given(args), os.environ, args.config)
    if args.plain or args.web:
        from summarizer.cli.making import make
        from summarizer.progress import ProgressLine

        with ProgressLine() as progress:
            warnings = make(paths, settings, opening.path, progress)
    else:
        from summarizer.cli.making import task
        from summarizer.review.children import command
        from summarizer.review.making import Making
        from summarizer.review.tui.making import run as show

        ended = show(Making(command("summarizer.cli.making"), task(paths, settings, opening.path)), opening.theme)
        if ended.code:
            cancelled = "the brief was not made; run the same command again"
            say("error" if ended.error else "interrupted", ended.error or cancelled)
            return Exit(ended.code)
        warnings = ended.warnings
    for warning in warnings:
        say("warning", warning)
    return Exit.WHOLE


def _review(args: argparse.Namespace, opening: "Opening") -> int:
    if args.plain:
        return without_screen.plain(opening)
    if args.web:
        from summarizer.review.web import serve

        return serve(opening, args.port, say)
    from summarizer.review.tui import running

    return running.run(opening, lambda text: say("review", text))
