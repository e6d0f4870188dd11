"""`summarizer eval case-from-review`: what people decided on a brief, as a case that every later brief is held to.

The review's room and the measures' room do not know each other: what goes from one to the other goes through here, as a
brief and its sources.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.streams import say
from summarizer.errors import Exit, NothingToSay, StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.records import Brief

CODES = """exit codes: 0 the case is written and sound; 1 written, and `eval lint` finds fault with it; 2 usage, or
reviewers who worded a sentence differently; 3 nobody accepted a sentence; 5 a file that could not be read or written"""
ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "case-from-review",
        help="make a case of a brief that was reviewed",
        description="Writes a case of what reviewers decided: accepted sentences are facts with their spans, rejected "
        "ones must not be said, resolved disagreements are questions. The sources are copied beside it.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("brief", type=Path, metavar="BRIEF.json")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the case's folder: evals/cases/NAME")
    parser.add_argument("--reviewer", metavar="NAME", help="where reviewers worded a sentence differently, as NAME did")
    parser.add_argument("--root", type=Path, metavar="DIR", help="where else to look for sources, by path and by hash")


def run(args: argparse.Namespace) -> int:
    from summarizer.cli.export import reviewed
    from summarizer.evals.cases.drafting import Material, draft, summary
    from summarizer.evals.cases.lint import lint
    from summarizer.output.files import read_brief
    from summarizer.output.safe import as_lines, line

    out: Path = args.out
    if not ID.fullmatch(out.resolve().name):
        raise UsageError(str(out), "its name is the case's id", "use small letters, digits and - only")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(str(out), "is there already, and not empty", "name another folder with --out")
    brief = read_brief(args.brief)
    texts, data = _sources(brief, args.brief.parent, args.root)
    decided = reviewed(brief, args.brief, args.root, args.reviewer, include_rejected=False)
    made = draft(Material(id=out.resolve().name, reviewed=decided, made=brief, texts=texts))
    for left in made.left:
        say("look", left)
    if not made.case["facts"]:
        raise NothingToSay(str(args.brief), "nobody accepted a sentence that cites a source", "review it first")
    _write(out, made.case, {made.files[source]: found for source, found in data.items()})
    _, faults = lint(out / "case.yaml")
    sys.stdout.write(as_lines([*map(str, faults), f"{line(str(out / 'case.yaml'))}: {summary(made.case)}"]))
    return Exit.MARKED if faults else Exit.WHOLE


def _sources(brief: "Brief", beside: Path, root: Path | None) -> tuple[dict[str, str], dict[str, bytes]]:
    """The texts and the bytes of all sources by id. Raises UsageError for the first that is no longer what it was."""
    from summarizer.checking.sources import LostError, read_source

    texts: dict[str, str] = {}
    data: dict[str, bytes] = {}
    for source in brief.sources:
        try:
            held = read_source(source, beside, root)
            texts[source.id], data[source.id] = held.text, held.path.read_bytes()
        except LostError as why:
            raise UsageError(f"{source.id} {source.path}", str(why), "a case needs every source as it was") from None
        except OSError as error:
            raise UsageError(source.path, error.strerror or "cannot be read", "make it readable") from None
    return texts, data


def _write(out: Path, case: "Mapping[str, Any]", files: dict[str, bytes]) -> None:
    from summarizer.evals.cases.drafting import dump
    from summarizer.output.files import write, write_bytes

    try:
        (out / "sources").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(str(out), error.strerror or "cannot be made", "name another folder with --out") from None
    for name, found in files.items():
        write_bytes(out / "sources" / name, found, "--out")
    write(out / "case.yaml", dump(case), "--out")
