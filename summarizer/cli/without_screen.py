"""The review without a screen: line by line, and single decisions. What the screens write, these write."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.streams import say
from summarizer.errors import Exit, UsageError

if TYPE_CHECKING:
    from summarizer.review.evidence.desk import Desk
    from summarizer.review.opening import Opening
    from summarizer.review.session import Session
    from summarizer.review.without_screen.deciding import Wish

BRIEF = Path("brief.json")  # what is decided on where no brief is named
USAGE = "write: review decide BRIEF.json b3 accept"


def add(parser: argparse.ArgumentParser) -> None:
    """The options of `review decide`."""
    group = parser.add_argument_group(
        "with decide",
        "summarizer review decide [BRIEF.json] ID accept|reject|flag|open|note|edit; of a disagreement (d1) "
        "use|both|none; of what was withheld (w1) add, of what was not covered (u1) add or ignore",
    )
    group.add_argument(
        "--brief", type=Path, metavar="BRIEF.json", help=f"the brief, if it is not among the words ({BRIEF})"
    )
    group.add_argument("--reason", default="", metavar="TEXT", help="why; needed to accept what is not supported")
    group.add_argument("--text", default="", metavar="TEXT", help="the words of a note or an edit, the value to use")
    group.add_argument("--note", default="", metavar="TEXT", help="a note to the sentence, beside the decision")
    group.add_argument(
        "--from", dest="wishes", metavar="FILE", help="many: JSON lines of id, decision, reason, text; - is stdin"
    )


def plain(opening: "Opening") -> int:
    """Reads letters from standard input and writes sentences to standard output, until all is decided or it ends."""
    from summarizer.review.evidence.examining import Examiner
    from summarizer.review.without_screen import plain as lines

    if sys.stdin is None:
        raise UsageError("review --plain", "standard input is closed", "give it the letters, or a terminal")
    with _sitting(opening) as (session, desk):
        return lines.run(session, desk, Examiner(session.brief, desk), sys.stdin, sys.stdout)


def decide(args: argparse.Namespace, words: list[str], opening: "Callable[[argparse.Namespace, Path], Opening]") -> int:
    """The decision in `words` ([BRIEF] ID DECISION), or those of a file, into the log of this reviewer."""
    from summarizer.review.evidence.examining import Examiner
    from summarizer.review.without_screen import deciding

    path, wishes = _asked(args, words)
    with _sitting(opening(args, path)) as (session, desk):
        deciding.decide_all(session, wishes, Examiner(session.brief, desk))
    return Exit.WHOLE


def _asked(args: argparse.Namespace, words: list[str]) -> "tuple[Path, tuple[Wish, ...]]":
    """Which brief, and what is to be decided on it. Raises UsageError."""
    from summarizer.review.without_screen.deciding import Wish, wishes

    wanted = 0 if args.wishes else 2
    if len(words) not in (wanted, wanted + 1) or (args.brief and len(words) != wanted):
        raise UsageError("review decide", "needs an id and a decision, or --from FILE", USAGE)
    path = args.brief or (Path(words[0]) if len(words) > wanted else BRIEF)
    if args.wishes:
        return path, wishes(_read(args.wishes), "standard input" if args.wishes == "-" else args.wishes)
    name, what = words[-2:]
    noted = (Wish(id=name, what="note", text=args.note),) if args.note else ()
    return path, (Wish(id=name, what=what, reason=args.reason, text=args.text), *noted)


def _read(name: str) -> str:
    if name == "-":
        if sys.stdin is None:
            raise UsageError("--from -", "standard input is closed", "name a file")
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(name, error.strerror or "cannot be read", "name a file of JSON lines") from None
    except UnicodeDecodeError as error:
        raise UsageError(name, f"not UTF-8 at byte {error.start}", "name a file of JSON lines") from None


@contextmanager
def _sitting(opening: "Opening") -> "Iterator[tuple[Session, Desk]]":
    """The session and the desk, for as long as it is open. What a person should know of either is told on stderr."""
    from summarizer.output.files import read_brief
    from summarizer.review import reviewers
    from summarizer.review.evidence.desk import Desk
    from summarizer.review.session import Session

    brief = read_brief(opening.path)
    who = reviewers.who(opening.reviewer)
    if who.guessed:
        say("note", f"deciding as {who.name}, by {who.said}; --reviewer NAME says otherwise")
    with Session.open(brief, opening.path, who.name, take_over=opening.take_over) as session:
        for notice in session.notices:
            say("warning", notice)
        yield session, Desk(brief, opening.path.parent, opening.root)
