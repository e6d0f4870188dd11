"""Words in styles -> rows of a pane, and a sentence of the brief -> its rows.

All text is made safe here, at the last moment, one character for one, so that a click on a mark is a click on that
mark: what a mark does is in its style, and no text can say it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from summarizer.review.tui.cells import as_shown
from summarizer.review.tui.look import BOLD, DIM, PLAIN, Mark
from summarizer.review.tui.painting import MATCH, painted
from summarizer.review.tui.painting import Mark as Span
from summarizer.review.tui.wrapping import paragraph

Part = tuple[str, Style]
LEAD = 10  # cells: cursor, number, decision, verdict, and room
GAP = 3  # cells between two hints
HINTS = 2  # rows under a sentence, at most
LEAST = 12  # cells that a text is given, however narrow the pane: the rest is cut


def fold(parts: Iterable[Part], width: int) -> list[Strip]:
    """The parts, one after another, as rows of at most `width` cells; one empty row for no text."""
    text, marks = "", []
    for words, style in parts:
        marks.append(Span(len(text), len(text) + len(words), style))
        text += words
    shown = as_shown(text, 0, len(text))
    starts = [*paragraph(shown, 0, len(shown), max(2, width)), len(shown)]
    return [painted(shown[start:end].rstrip(" "), start, marks, PLAIN) for start, end in pairwise(starts)]


def one_row(parts: Iterable[Part], width: int) -> Strip:
    """The parts on one row, cut where they do not fit."""
    made = Strip([Segment(as_shown(words, 0, len(words)), style) for words, style in parts if words])
    if made.cell_length <= width:
        return made
    return Strip([*made.crop(0, max(0, width - 2)), Segment("..", DIM)][: None if width > 2 else 1])


def beside(lead: Sequence[Part], rows: Sequence[Strip], width: int, tint: Style = PLAIN) -> list[Strip]:
    """`rows` with `lead` before the first and as much room before the others; each `width` cells wide."""
    first = [Segment(words, style) for words, style in lead]
    room = sum(cell_len(words) for words, _ in lead)
    made = []
    for number, row in enumerate(rows):
        segments = first if number == 0 else [Segment(" " * room)]
        strip = Strip([*segments, *row]).adjust_cell_length(width)
        made.append(strip.apply_style(tint) if tint else strip)
    return made


class Face(NamedTuple):
    """All that is shown of a sentence in the list."""

    item: str
    number: int
    heading: str  # of the section that begins with it; "" for none
    text: str
    choice: Mark
    verdict: Mark
    sources: tuple[tuple[int, bool], ...]  # the numbers of the cited, and whether they say otherwise
    hints: tuple[tuple[str, str], ...]
    found: tuple[tuple[int, int], ...] = ()  # what was searched for, in `text`


def face_rows(face: Face, width: int, inks: dict[str, Style], here: bool, at: int | None) -> list[Strip]:
    """`here`: the cursor is on it; `at`: the number of the source that is shown beside it."""
    lead: list[Part] = [
        (">" if here else " ", BOLD),
        (f"{face.number:>3} ", BOLD if here else PLAIN),
        (face.choice.glyph, BOLD + inks[face.choice.colour]),
        (" ", PLAIN),
        (face.verdict.glyph, BOLD + inks[face.verdict.colour]),
        ("  ", PLAIN),
    ]
    room = max(LEAST, width - LEAD)
    rows = fold([*_text(face, here), *_markers(face, at if here else None)], room)
    if face.hints:
        rows += _hint_rows(face, inks, room)
    made = beside(lead, rows, width)
    if not face.heading:
        return made
    heading = one_row([(" " + face.heading, BOLD + Style(underline=True))], width)
    return [Strip([]), heading.adjust_cell_length(width), *made]


def _text(face: Face, here: bool) -> list[Part]:
    plain = BOLD if here else DIM if face.choice.word == "rejected" else PLAIN
    parts, last = [], 0
    for start, end in face.found:
        parts += [(face.text[last:start], plain), (face.text[start:end], plain + MATCH)]
        last = end
    return [*parts, (face.text[last:], plain)]


def _markers(face: Face, at: int | None) -> list[Part]:
    """ "[1][3]", and "![2]" for a source that says otherwise; each can be clicked."""
    parts: list[Part] = [(" ", PLAIN)]
    for number, against in face.sources:
        style = Style(bold=True, reverse=number == at, meta={"cite": number})
        parts.append((f"{'!' if against else ''}[{number or '?'}]", style))
    return parts if face.sources else []


def _hint_rows(face: Face, inks: dict[str, Style], width: int) -> list[Strip]:
    """The hints, as many to a row as fit whole; what does not go on the last row is cut."""
    rows: list[list[Part]] = [[]]
    left = width
    for words, colour in face.hints:
        needed = cell_len(words) + (GAP if rows[-1] else 0)
        if needed > left and rows[-1] and len(rows) < HINTS:
            rows.append([])
            left, needed = width, cell_len(words)
        rows[-1] += [(" " * GAP if rows[-1] else "", PLAIN), (words, inks[colour] + Style(italic=True))]
        left -= needed
    return [one_row(parts, width) for parts in rows]


def shortened(text: str, cells: int) -> str:
    """`text` (safe) in at most `cells` cells."""
    return text if cell_len(text) <= cells else set_cell_size(text, max(2, cells) - 2) + ".."
