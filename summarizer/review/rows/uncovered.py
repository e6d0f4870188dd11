"""What sources say and the brief does not, most origins first; and how much of each source the brief cites.

The count of origins is that of independent voices: three papers with one agency's story are one.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from summarizer.output.facts import count
from summarizer.output.safe import line
from summarizer.records import Brief, Citation
from summarizer.review.nouns import Item, State
from summarizer.review.rows.nouns import Note, Numbers, Row

EMPTY = "Everything that the sources say is cited by a sentence of the brief."
LOW = 0.10  # share of a source below which it is called low


class Loose(Protocol):
    """Something that sources say and no sentence cites."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def origins(self) -> int: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...


class Share(NamedTuple):
    """How much of one source's body the brief cites; `cells` are equal stretches of it, cited or not."""

    source: str
    share: float  # 0 … 1
    cells: tuple[bool, ...]
    left: int = 0  # body sentences that nothing cites


def rows(loose: Iterable[Loose], brief: Brief, state: State) -> list[Row]:
    """What still lacks first; what was ignored or added keeps its place and says so."""
    numbers, items = Numbers(brief), {item.id: item for item in state.items}
    return [_row(one, numbers, items.get(one.id), state.ignored.get(one.id)) for one in loose]


def _row(one: Loose, numbers: Numbers, item: Item | None, ignored: str | None) -> Row:
    notes: tuple[Note, ...] = ()
    if item is not None:
        notes = (Note(f"added: {item.choice or 'open'} in the brief", "strong"),)
    elif ignored is not None:
        notes = (Note(f"ignored: {line(ignored)}" if ignored else "ignored"),)
    after = numbers.marks(one.citations)
    return Row(one.id, line(one.text), f"({one.origins})", after, notes, "faint" if notes else "")


def coverage(shares: Sequence[Share], brief: Brief) -> list[Row]:
    """A bar of cells for each source, and the share in words."""
    numbers = Numbers(brief)
    return [_share(share, numbers) for share in shares]


def _share(share: Share, numbers: Numbers) -> Row:
    bar = "".join("#" if cell else "." for cell in share.cells)
    left = f"; {count(share.left, 'sentence')} not cited" if share.left else ""
    notes = (Note(f"{bar}  {percent(share.share)}{left}"),)
    return Row(share.source, numbers.name(share.source), numbers.mark(share.source), "", notes)


def percent(share: float) -> str:
    """ "31 % cited", "6 % cited, low"; a trace is never called nothing, nor almost all everything."""
    rounded = min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)
    return f"{rounded} % cited{', low' if share < LOW else ''}"
