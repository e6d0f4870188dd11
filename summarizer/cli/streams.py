"""Where the commands' words go: stdout is the result and nothing else, stderr is everything else, shown safely."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.records import Brief


def format_of(output: Path, asked: str | None) -> str:
    """The format that is asked for, or that the ending of the file stands for; Markdown where it has none."""
    from summarizer.output import FORMATS

    chosen = asked or FORMATS.get(output.suffix.lower(), "" if output.suffix else "md")
    if not chosen:
        remedy = f"end the name in {', '.join(FORMATS)}, or name a --format"
        raise UsageError(str(output), f"no format is known by the ending {output.suffix}", remedy)
    return chosen


def stdin() -> BinaryIO | None:
    """Standard input as bytes; None where the shell has closed it."""
    return sys.stdin.buffer if sys.stdin else None


def deliver(brief: "Brief", output: Path | None, asked: str | None) -> None:
    """Sends the brief where it was asked for, in the format that was asked for or that the place suggests."""
    from summarizer.output import files, render

    if output is not None:
        files.write(output, render(brief, format_of(output, asked)))
    elif asked is None and sys.stdout.isatty():
        from summarizer.output import terminal

        terminal.show(brief)
    else:
        sys.stdout.write(render(brief, asked or "md"))


def close_stdout() -> None:
    """Python would complain once more at exit, on flushing what it could not write; give it nowhere to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(kind: str, message: str) -> None:
    """One line on stderr, whatever it is made of."""
    from summarizer.output.safe import line, row

    if sys.stderr is not None:  # closed by the shell: 2>&-
        sys.stderr.write(f"summarizer: {kind}: {row(line(message))}\n")
