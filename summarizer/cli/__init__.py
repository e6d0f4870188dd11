"""The command line: words in, one call into `pipeline`, text and an exit code out.

Nothing is imported here that `--help` does not need: each command imports what it runs when it runs. stdout is the
brief and nothing else; progress, warnings and errors go to stderr, and every word of them passes through `safe`.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from summarizer import __version__
from summarizer.cli.streams import close_stdout, say
from summarizer.errors import EXIT_CODES, Bug, Exit, SummarizerError

MODULES = {name: name for name in ("brief", "review", "export", "check", "verify", "sources")} | {"eval": "evals"}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code. A user's error is one line; a bug keeps its traceback.

    That of a measure ends with 3: Python's own 1 would say that a regression was measured, and nothing was.
    """
    gc.set_threshold(100_000)  # a run is short and makes few cycles; looking for them took a twentieth of its time
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    args = parser(words[0] if words else "").parse_args(words)
    if sys.stdout is None and not getattr(args, "output", None):  # closed by the shell: >&-
        say("error", "standard output: is closed; write the brief with -o")
        return Exit.STORE
    try:
        return _ended(args)
    except Exception as error:
        if not getattr(args, "measures", False):
            raise
        return _not_measured(error)


def _ended(args: argparse.Namespace) -> int:
    """The exit code of the command, whose errors are told. Raises what is a bug, and with --debug every error."""
    try:
        code: int = args.run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SummarizerError as error:
        if args.debug and not isinstance(error, Bug):
            raise
        if args.debug:
            _trace(error.__cause__ or error)
        say("error", str(error))
        return error.code
    except BrokenPipeError:
        close_stdout()  # the reader has gone (`| head`), as readers do
        return Exit.WHOLE
    except OSError as error:
        if error.filename is not None or args.debug:  # not the output: a bug, which keeps its traceback
            raise
        close_stdout()
        say("error", f"standard output: {error.strerror}; make room, or write the brief with -o")
        return Exit.STORE
    except KeyboardInterrupt:
        say("interrupted", "nothing was written; run the same command again")
        return Exit.INTERRUPTED


def _not_measured(error: Exception) -> int:
    """Tells an error of a measure with its traceback."""
    _trace(error)
    if isinstance(error, SummarizerError):
        return error.code
    say("not measured", f"{type(error).__name__} is a bug of the program, and says nothing of what was to be measured")
    return Exit.NOTHING


def _trace(error: BaseException) -> None:
    """The traceback of `error` on stderr; words of strangers may stand in it."""
    from summarizer.output.safe import trace

    if sys.stderr is not None:
        sys.stderr.write(trace(error))


class _Parser(argparse.ArgumentParser):
    """Its errors are one line like every other error; the page of usage is a `--help` away."""

    def error(self, message: str) -> NoReturn:
        say("error", f"{message}; see {self.prog} --help")
        raise SystemExit(Exit.USAGE)


def parser(first: str = "") -> argparse.ArgumentParser:
    """Every command with its options; each module of this package adds its own.

    Where the first word is a command, only that one is there: importing all of them takes a tenth of a short run.
    """
    top = _Parser(
        prog="summarizer",
        description="One short brief from many articles on one event; every sentence shows who said it and where.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"summarizer {__version__}")
    top.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in (first,) if first in MODULES else MODULES:
        import_module(f"summarizer.cli.{MODULES[name]}").add(commands)
    return top
