"""`summarizer verify`: anybody's sentence or summary held against any files, with the evidence found for it."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.streams import say, stdin
from summarizer.errors import EXIT_CODES, Exit, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.checking.claims.verifying import Verified
    from summarizer.output.claims import Row

EXAMPLES = """examples:
  summarizer verify "North Korea sent 1,500 soldiers to Russia." seeds/
  summarizer verify @summary.txt a.txt b.txt --json       the text of a file, the verdicts as JSON
  pbpaste | summarizer verify - articles/                 the text from standard input
  summarizer verify --claims pairs.jsonl -o out.jsonl     many pairs of `source` and `claim`, a line each

"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "verify",
        help="hold any sentence or summary against files, and find what supports it",
        description="Finds the spans that best support each sentence of a text and checks it against them.",
        epilog=EXAMPLES + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("text", nargs="?", metavar="TEXT", help="what to check; @FILE is a file, - is standard input")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the sources: files, folders, globs")
    parser.add_argument("--claims", metavar="FILE.jsonl", help="check each line's `claim` against its `source`")
    parser.add_argument("--json", action="store_true", help="as JSON, with exact spans")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace) -> int:
    if args.claims is not None:
        if args.text is not None:
            raise UsageError("--claims", "takes no TEXT and no PATH", "each of its lines brings its own source")
        return _claims(args)
    if args.text is None or not args.paths:
        missing = "no TEXT was given" if args.text is None else "no source was named"
        raise UsageError("verify", missing, "write: summarizer verify TEXT PATH...")
    return _text(args)


def _text(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.output import verified as shown

    if args.text == "-" and "-" in args.paths:
        raise UsageError("-", "standard input is both the text and a source", "name a file for one of them")
    result = pipeline.verify(_given(args.text), args.paths, stdin=stdin())
    for warning in result.warnings:
        say("warning", warning)
    show = shown.to_json if args.json else shown.render
    _deliver(show(result.verified, result.articles), args.output)
    whole = result.verified.status == "supported" and not result.left_out
    return Exit.WHOLE if whole else Exit.MARKED


def _claims(args: argparse.Namespace) -> int:
    from summarizer.checking.claims.verifying import verify_pair
    from summarizer.output import claims

    found: list[tuple[Row, Verified]] = []
    lines: list[str] = []
    bad = 0
    for row in _rows(args.claims):
        if isinstance(row, UsageError):
            bad += 1
            say("error", str(row))
            continue
        verified = verify_pair(row.source, row.claim)
        found.append((row, verified))
        lines.append(claims.written(row, verified))
    _deliver("".join(lines), args.output)
    if not found:
        say("error", f"{args.claims}: holds no claim; {claims.REMEDY}")
        return Exit.NOTHING
    _report(found)
    whole = not bad and all(v.status == "supported" for _, v in found)
    return Exit.WHOLE if whole else Exit.MARKED


def _rows(name: str) -> "Iterator[Row | UsageError]":
    from summarizer.output.claims import rows

    if name == "-":
        given = stdin()
        return rows(given.read() if given else b"", "standard input")
    return rows(_bytes(name), name)


def _report(found: "list[tuple[Row, Verified]]") -> None:
    """How well the score is calibrated, where the lines know the truth."""
    from summarizer.checking.claims.calibration import measure
    from summarizer.checking.claims.verifying import truth
    from summarizer.output.claims import reliability
    from summarizer.output.safe import safe

    known = [(row, verified) for row, verified in found if row.label is not None]
    if not known or sys.stderr is None:
        return
    try:
        truths = [truth(row.label) for row, _ in known]
    except ValueError as error:
        say("warning", f"the labels were not used: {error}")
        return
    measured = measure(truths, [v.score for _, v in known], [v.likely for _, v in known])
    sys.stderr.write(safe(reliability(measured)))


def _given(text: str) -> str:
    """The words that TEXT stands for. Raises UsageError."""
    if text == "-":
        given = stdin()
        return _decoded(given.read() if given else b"", "standard input")
    return _decoded(_bytes(text[1:]), text[1:]) if text.startswith("@") else text


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "cannot be read"
        raise UsageError(name or "@", reason, "name a file that you may read") from None


def _decoded(data: bytes, where: str) -> str:
    from summarizer.articles.decoding import Undecodable, decode

    try:
        return decode(data)[0]
    except Undecodable as error:
        raise UsageError(where, str(error), "save it as plain text in UTF-8") from None


def _deliver(text: str, output: Path | None) -> None:
    from summarizer.output import files

    if output is not None:
        files.write(output, text)
    else:
        sys.stdout.write(text)
