"""A brief held against its source files once more: by path or by hash, unchanged or not, and then every check again.

Nothing that the brief says of itself is believed: not its verdicts, not its quotes, not its counts. It may have been
edited by hand or written by another program.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.articles.reading import MAX_BYTES
from summarizer.checking.bookkeeping import corrected, discrepancies
from summarizer.checking.briefs import check_brief, problems
from summarizer.checking.judging.rules import unrepeated
from summarizer.records import Brief, Source, Usage

if TYPE_CHECKING:
    from summarizer.checking.judging.judge import Judge

NO_CALLS = Usage()
MOST_FILES = 20_000  # looked at under a root when a source has moved


@dataclass(frozen=True, slots=True)
class Report:
    """What held and what did not. `brief` has the fresh verdicts; `problems` is empty where all holds."""

    brief: Brief
    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()  # of the judge, where one was asked
    usage: Usage = NO_CALLS  # what its calls took

    def describe(self) -> str:
        """For a person: one line a problem, or one line that says what was checked."""
        citations = sum(len(s.citations) for s in self.brief.sentences)
        counts = f"{len(self.brief.sentences)} sentences, {citations} citations, {len(self.brief.sources)} sources"
        if not self.problems:
            return f"{counts}: every hash, span and quote is exact, every sentence is borne out\n"
        return "".join(f"{line}\n" for line in self.problems) + f"{counts}: {len(self.problems)} do not hold\n"


def recheck(brief: Brief, beside: Path, root: Path | None = None, judge: "Judge | None" = None) -> Report:
    """Reads the sources of `brief` and checks every sentence afresh, by code and then by `judge` where there is one.

    A source's path is relative to where the command runs, else to `root`, else to `beside`, the folder that the brief
    lies in; with a `root`, a source that has moved is found below it by its hash.
    """
    texts, lost = source_texts(brief, beside, root)
    fresh = check_brief(brief, texts)
    if judge:
        from summarizer.checking.judging.briefs import judged

        fresh = judged(fresh, texts, judge)
    fresh = _unrepeated(brief, fresh)
    found = (*lost, *problems(fresh, texts), *discrepancies(brief, texts))
    fresh = corrected(fresh, texts) if not lost else fresh
    return Report(fresh, found, judge.warnings, judge.usage) if judge else Report(fresh, found)


def source_texts(brief: Brief, beside: Path, root: Path | None = None) -> tuple[dict[str, str], list[str]]:
    """The decoded texts of the sources by id, and a line for each that cannot vouch for anything any more."""
    texts: dict[str, str] = {}
    lost: list[str] = []
    for source in brief.sources:
        try:
            texts[source.id] = read_source(source, beside, root).text
        except LostError as why:
            lost.append(f"{source.id} {source.path}: {why}")
    return texts, lost


def _unrepeated(stated: Brief, fresh: Brief) -> Brief:
    """`fresh`, in which a verdict that `stated` has from a judge is marked where no judge has given it again."""
    pairs = zip(stated.sentences, fresh.sentences, strict=True)
    sentences = (replace(new, verdict=unrepeated(old.verdict, new.verdict)) for old, new in pairs)
    return replace(fresh, sentences=tuple(sentences))


class LostError(Exception):
    """A source that cannot vouch for anything any more; the reason reads after its path."""


class Held(NamedTuple):
    """A source's text, and the file in which exactly its bytes were found."""

    text: str
    path: Path


def read_source(source: Source, beside: Path, root: Path | None = None) -> Held:
    """The source's text, from bytes with exactly the hash that the brief states. Raises LostError with the reason."""
    if source.path == "-":
        raise LostError("was read from standard input and not kept; write the brief with -o to keep it")
    seen = False
    for path in places(source, beside, root):
        data = _bytes(path)
        seen = seen or data is not None
        if data is not None and hashlib.sha256(data).hexdigest() == source.sha256:
            return Held(_decoded(data, source), path)
    for path, data in _below(root) if root else ():
        if hashlib.sha256(data).hexdigest() == source.sha256:
            return Held(_decoded(data, source), path)
    if seen:
        raise LostError("has changed since the brief was made (another hash)")
    raise LostError("not found; name the folder that it is in with --root")


def places(source: Source, beside: Path, root: Path | None = None) -> tuple[Path, ...]:
    """Where a source may lie by its name, in the order in which it is looked for there."""
    path = Path(source.path)
    return tuple(dict.fromkeys((path, *((root / path,) if root else ()), beside / path, beside / path.name)))


def _decoded(data: bytes, source: Source) -> str:
    try:
        return data.decode(source.encoding)
    except (UnicodeDecodeError, LookupError):
        raise LostError(f"cannot be decoded as {source.encoding!r}, which the brief states") from None


def _below(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Every regular file of a fair size below `root`, with its bytes."""
    for path in islice(sorted(root.rglob("*")), MOST_FILES):
        data = _bytes(path)
        if data is not None:
            yield path, data


def _bytes(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None
