"""Writing what came out of a review: what is counted before, where it goes, and what is never written over.

The brief itself and the folder of its review are never the target. Another file is written over only by somebody who
said so; that question is asked by the screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import UsageError
from summarizer.output import FORMATS, render
from summarizer.output.files import write
from summarizer.output.safe import line, safe
from summarizer.records import Brief
from summarizer.review.nouns import Item, State
from summarizer.review.outcome.exporting import Wish, export

ENDINGS: Mapping[str, str] = {"md": ".md", "html": ".html", "json": ".json", "text": ".txt"}
WORDS: Mapping[str, str] = {"md": "Markdown", "html": "HTML", "json": "JSON", "text": "plain text"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How the sentences stand. Those in `unsupported` are accepted too."""

    accepted: int
    edited: int  # accepted in other words, or with other citations, than the brief's
    added: int  # accepted, and not of the brief
    rejected: int
    flagged: int
    open: tuple[Item, ...]
    unsupported: tuple[Item, ...]  # accepted though no check bears them out, or a source says otherwise

    @property
    def sentences(self) -> int:
        return self.accepted + self.edited + self.added + self.rejected + self.flagged + len(self.open)


def tally(items: Sequence[Item]) -> Tally:
    accepted = [item for item in items if item.choice == "accepted"]
    return Tally(
        accepted=sum(item.original is not None and not item.edited for item in accepted),
        edited=sum(item.edited for item in accepted),
        added=sum(item.original is None for item in accepted),
        rejected=sum(item.choice == "rejected" for item in items),
        flagged=sum(item.choice == "flagged" for item in items),
        open=tuple(item for item in items if item.choice is None),
        unsupported=tuple(item for item in accepted if not item.supported),
    )


def counted(counts: Tally, rejected: str) -> str:
    """The tally in words; `rejected` says what becomes of the rejected ones."""
    parts = (
        (counts.accepted, "accepted"),
        (counts.edited, "edited and accepted"),
        (counts.added, "added and accepted"),
        (counts.rejected, f"rejected ({rejected})"),
        (counts.flagged, "flagged"),
        (len(counts.open), "open"),
    )
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{counts.sentences} sentence{'' if counts.sentences == 1 else 's'}: {told or 'none'}"


def proposed(brief: Path, form: str) -> Path:
    """BRIEF.reviewed.md, beside the brief."""
    return brief.with_name(f"{brief.stem}.reviewed{ENDINGS[form]}")


def form_of(typed: str) -> str | None:
    """The format that the ending of a file stands for; None for an ending that says nothing."""
    return FORMATS.get(Path(typed).suffix.lower())


def with_form(typed: str, form: str) -> str:
    """The path with the ending of `form`, where it had that of another format."""
    was = form_of(typed)
    path = Path(typed)
    return str(path.with_suffix(ENDINGS[form])) if was not in (None, form) and path.name else typed


def target(typed: str, brief: Path, folder: Path) -> Path:
    """The file that is meant. Raises UsageError for none, a folder, the brief itself, or a file of the review's."""
    if not typed.strip():
        raise UsageError("to", "no file is named", "type where to write")
    try:
        path = _meant(typed.strip(), brief.parent)
        if path.is_dir():
            raise UsageError(line(str(path)), "is a folder", "name a file in it")
        if path.exists() and path.samefile(brief):
            raise UsageError(line(str(path)), "is the brief itself", "name another file")
        if folder.resolve() in path.resolve().parents:
            raise UsageError(line(str(path)), "lies among the files of the review", "name a file elsewhere")
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(line(typed), line(str(error)), "name another file") from None
    return path


def _meant(typed: str, beside: Path) -> Path:
    """The path, where what is typed shows the folder of the brief as it may be shown and not as it is."""
    shown = safe(str(beside))
    if shown != str(beside) and typed.startswith(f"{shown}/"):
        return beside / typed[len(shown) + 1 :]
    return Path(typed).expanduser()


def deliver(
    brief: Brief, states: Mapping[str, State], texts: Mapping[str, str], wish: Wish, to: tuple[Path, str]
) -> Brief:
    """Writes the reviewed brief to (path, format), whole or not at all, and gives it. Raises UsageError, StoreError."""
    path, form = to
    made = export(brief, states, texts, wish)
    write(path, render(made, form))
    return made
