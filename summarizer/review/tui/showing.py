"""What the source pane shows of a source: its text and where it is cited, or, where that is lost, the quotes it left.

A span is exact only if its stored quote is what stands there. No other may be lit: the nearest place that has the
quote is shown instead, and said to be not exact. Nothing here knows a screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.records import Citation, Source

Span = tuple[int, int]


class Page(Protocol):
    """A source on the desk: its text as it is now ("" where lost), and what is wrong with it ("" for nothing)."""

    @property
    def source(self) -> Source: ...
    @property
    def text(self) -> str: ...
    @property
    def trouble(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A cited span: where it is said to be, where the text of the sheet shows it, and whether it is exactly there."""

    cited: Span
    shown: Span
    exact: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """`text` as it is to be shown, raw. `lit` and `underlined` in the order that they were asked for in.

    `trouble`: why the text is not the source's ("source changed on disk"), or "": an offset into it is one into the
    source.
    """

    text: str
    lit: tuple[Place, ...] = ()
    underlined: tuple[Place, ...] = ()
    trouble: str = ""

    @property
    def whole(self) -> bool:
        return not self.trouble


def sheet(page: Page, lit: Sequence[Span], underlined: Sequence[Span], quotes: Sequence[Citation]) -> Sheet:
    """`quotes`: the citations behind the spans. A span with none is taken at its word, if it lies in the text."""
    stored = {(quote.start, quote.end): quote for quote in quotes}
    if page.trouble:
        return _remains(page.trouble, lit, underlined, stored)
    return Sheet(
        page.text,
        tuple(place_of(page.text, span, stored.get(span)) for span in lit),
        tuple(place_of(page.text, span, stored.get(span), look=False) for span in underlined),
    )


def place_of(text: str, span: Span, stored: Citation | None, *, look: bool = True) -> Place:
    """Where `span` is shown; without `look`, one that is not exact is an empty place, which costs no search."""
    start, end = span
    within = 0 <= start < end <= len(text)
    if within and (stored is None or text[start:end] == stored.quote):
        return Place(span, span, exact=True)
    found = _nearest(text, stored.quote, start) if look and stored and stored.quote else -1
    if stored and found >= 0:
        return Place(span, (found, found + len(stored.quote)), exact=False)
    start = max(0, min(start, len(text)))
    return Place(span, (start, start), exact=False)


def _nearest(text: str, quote: str, to: int) -> int:
    before, after = text.rfind(quote, 0, max(0, to) + len(quote)), text.find(quote, max(0, to))
    if before < 0 or after < 0:
        return max(before, after)
    return before if to - before <= after - to else after


def _remains(trouble: str, lit: Sequence[Span], others: Sequence[Span], stored: dict[Span, Citation]) -> Sheet:
    """The stored quotes with the words around them, in the order of the source, under what is wrong."""
    short = "source changed on disk" if "changed" in trouble else "source not found"
    text = f"{short}: {trouble}\nThe quotes that the brief keeps of it:\n"
    at: dict[Span, Span] = {}
    for span, quote in sorted(stored.items()):
        text += "\n... " + quote.prefix
        at[span] = (len(text), len(text) + len(quote.quote))
        text += f"{quote.quote}{quote.suffix} ...\n"
    places = [Place(span, at.get(span, (0, 0)), exact=False) for span in (*lit, *others)]
    return Sheet(text, tuple(places[: len(lit)]), tuple(places[len(lit) :]), short)
