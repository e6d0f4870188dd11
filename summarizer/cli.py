"""The command line: words in, one call into `pipeline`, text and an exit code out.

Nothing is imported here that `--help` does not need: each command imports what it runs when it runs. stdout is the
brief and nothing else; progress, warnings and errors go to stderr, and every word of them passes through `safe`.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer import __version__
from summarizer.errors import Exit, SummarizerError, UsageError
from summarizer.progress import ProgressLine

if TYPE_CHECKING:
    from summarizer.records import Brief
    from summarizer.settings import Settings

EXIT_CODES = """exit codes: 0 whole and verified; 1 finished but marked (a source left out, a sentence not borne out);
2 usage or configuration; 3 nothing could be produced; 5 a file that could not be written; 130 interrupted"""

BRIEF_EXAMPLES = """examples:
  summarizer brief seeds/                                 a brief of a folder of articles, without any model
  summarizer brief a.txt b.txt -o brief.json              the file that `check` and other programs read
  summarizer brief seeds/ --question "How many troops?"   an answer from the sources only
  summarizer brief seeds/ --model gpt-5-mini --dry-run    what it would cost, before a cent is spent
  summarizer brief seeds/ --model qwen --base-url http://localhost:8080/v1

"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code. A user's error is one line; a bug keeps its traceback."""
    gc.set_threshold(100_000)  # a run is short and makes few cycles; looking for them took a twentieth of its time
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    if sys.stdout is None and not getattr(args, "output", None):  # closed by the shell: >&-
        _say("error", "standard output: is closed; write the brief with -o")
        return Exit.STORE
    try:
        code: int = args.run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SummarizerError as error:
        if args.debug:
            raise
        _say("error", str(error))
        return error.code
    except BrokenPipeError:
        _close_stdout()  # the reader has gone (`| head`), as readers do
        return Exit.WHOLE
    except OSError as error:
        if error.filename is not None or args.debug:  # not the output: a bug, which keeps its traceback
            raise
        _close_stdout()
        _say("error", f"standard output: {error.strerror}; make room, or write the brief with -o")
        return Exit.STORE
    except KeyboardInterrupt:
        _say("interrupted", "nothing was written; run the same command again")
        return Exit.INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="summarizer",
        description="One short brief from many articles on one event; every sentence shows who said it and where.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"summarizer {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_brief(commands)
    _add_check(commands)
    _add_sources(commands)
    return parser


def _add_brief(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "brief",
        help="write one brief from several articles",
        description="Reads articles on one event and writes one brief in which every sentence cites its sources.",
        epilog=BRIEF_EXAMPLES + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=_brief)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs; - is standard input")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here; its ending gives the format")
    parser.add_argument("--format", choices=["md", "json", "text"], help="default: md, or by the ending of FILE")
    parser.add_argument("--words", metavar="N", help="length to aim at, within 10 %% (250)")
    parser.add_argument("--question", metavar="TEXT", help="answer this, from the sources only")
    parser.add_argument("--writer", choices=["auto", "extractive", "model"], help="auto: model if one is named")
    parser.add_argument("--model", metavar="NAME", help="a model of any OpenAI-compatible endpoint")
    parser.add_argument("--base-url", metavar="URL", help="that endpoint (OPENAI_BASE_URL)")
    parser.add_argument("--concurrency", metavar="N", help="model calls side by side (8)")
    parser.add_argument("--timeout", metavar="SECONDS", help="the longest that one model call may take (120)")
    parser.add_argument("--prompts", metavar="DIR", help="a folder of prompts to use before the project's own")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (summarizer.toml)")
    parser.add_argument("--dry-run", action="store_true", help="print calls, tokens and price, and stop")


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help="hold a brief against its sources again, without any model",
        description="Reads brief.json and its source files; checks every hash, span, quote and sentence afresh.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=_check)
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the brief with its fresh verdicts")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where to look for sources, by path and by hash")


def _add_sources(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("sources", help="show what was read, what is marked, and who copied whom")
    parser.set_defaults(run=_sources)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs; - is standard input")
    parser.add_argument("--json", action="store_true", help="as JSON")


# --- the commands ---------------------------------------------------------------------------------------------------


def _brief(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.settings import NAMES, load

    if args.output is not None:
        _format_of(args.output, args.format)
    settings = load({name: getattr(args, name, None) for name in NAMES}, os.environ, args.config)
    if args.dry_run:
        return _dry_run(args.paths, settings)
    paths = _keep_stdin(args.paths, args.output)
    with ProgressLine() as progress:
        brief = pipeline.summarize(paths, settings, progress=progress, stdin=_stdin())
    for warning in brief.warnings:
        _say("warning", warning)
    _deliver(brief, args.output, args.format)
    return Exit.WHOLE if pipeline.is_whole(brief) else Exit.MARKED


def _dry_run(paths: list[str], settings: "Settings") -> int:
    from summarizer import pipeline
    from summarizer.articles.topic import Topic
    from summarizer.writing.planning import plan

    library = pipeline.gather(paths, _stdin())
    for failure in library.failures:
        _say("warning", str(failure))
    sys.stdout.write(plan(Topic.of(library.articles), settings).describe())
    return Exit.MARKED if library.failures else Exit.WHOLE


def _check(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.output import files, json
    from summarizer.output.safe import safe

    report = pipeline.check(args.brief, args.root)
    if args.output:
        files.write(args.output, json.dumps(report.brief))
    sys.stdout.write(safe(report.describe()))
    return Exit.MARKED if report.problems else Exit.WHOLE


def _sources(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.articles.tokens import tokenizer
    from summarizer.articles.topic import Topic
    from summarizer.output import sources

    library = pipeline.gather(args.paths, _stdin())
    for warning in (*library.warnings, *map(str, library.failures)):
        _say("warning", warning)
    topic = Topic.of(library.articles)
    tokens = tokenizer()
    reports = [
        sources.SourceReport(a, topic.sentences_of[a.id], tokens.count(a.text), tokens.exact) for a in topic.articles
    ]
    sys.stdout.write((sources.to_json if args.json else sources.render)(reports, topic.origins))
    return Exit.MARKED if library.failures else Exit.WHOLE


# --- in and out -----------------------------------------------------------------------------------------------------


def _format_of(output: Path, asked: str | None) -> str:
    """The format that is asked for, or that the ending of the file stands for; Markdown where it has none."""
    from summarizer.output import FORMATS

    chosen = asked or FORMATS.get(output.suffix.lower(), "" if output.suffix else "md")
    if not chosen:
        remedy = f"end the name in {', '.join(FORMATS)}, or name a --format"
        raise UsageError(str(output), f"no format is known by the ending {output.suffix}", remedy)
    return chosen


def _stdin() -> BinaryIO | None:
    """Standard input as bytes; None where the shell has closed it."""
    return sys.stdin.buffer if sys.stdin else None


def _keep_stdin(paths: list[str], output: Path | None) -> list[str]:
    """Standard input cannot be read twice, and `check` will want to: beside a brief that is kept, it is kept too."""
    if "-" not in paths or output is None:
        return paths
    from summarizer.output.files import write_bytes

    kept = output.with_name(output.stem + ".stdin.txt")
    stdin = _stdin()
    write_bytes(kept, stdin.read() if stdin else b"")
    return [str(kept) if path == "-" else path for path in paths]


def _deliver(brief: "Brief", output: Path | None, asked: str | None) -> None:
    """Sends the brief where it was asked for, in the format that was asked for or that the place suggests."""
    from summarizer.output import files, render

    if output is not None:
        files.write(output, render(brief, _format_of(output, asked)))
    elif asked is None and sys.stdout.isatty():
        from summarizer.output import terminal

        terminal.show(brief)
    else:
        sys.stdout.write(render(brief, asked or "md"))


def _close_stdout() -> None:
    """Python would complain once more at exit, on flushing what it could not write; give it nowhere to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(kind: str, message: str) -> None:
    """One line on stderr, whatever it is made of."""
    from summarizer.output.safe import line

    if sys.stderr is not None:  # closed by the shell: 2>&-
        sys.stderr.write(f"summarizer: {kind}: {line(message)}\n")
