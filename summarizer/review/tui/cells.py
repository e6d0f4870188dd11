"""How many cells a stretch of text takes on a terminal, and where it may be cut.

The unit is the cluster: what a reader takes for one character. An accent stays on its letter, a joined emoji and a
flag are one thing. Widths are those that Rich gives, since it is Rich that pads and crops what is drawn: a better
table of our own would shift every border. Text comes here as it is shown (`as_shown`), never as it was read.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

from summarizer.output.safe import ZWJ, safe

LONGEST = 32  # code points in one cluster: marks piled without end are no character
_FLAG = range(0x1F1E6, 0x1F200)

# Whatever may take no cell, or two, or change the width of its neighbour. Latin, Greek, Cyrillic, typographic
# punctuation, box drawing and the stand-ins of `safe` take one each; the tests hold this against Rich's table.
ODD = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u203b\u20a0-\u20bf\u2400-\u2426\ufffd]")


def as_shown(text: str, start: int, end: int) -> str:
    """`text[start:end]` as it may be drawn, of the same length: safe, with tab and newline as one space each.

    One neighbour on each side goes through `safe` too, since it keeps a joiner where its neighbours need it.
    """
    before = max(0, start - 1)
    drawn = safe(text[before : end + 1])[start - before :][: end - start]
    return drawn.replace("\t", " ").replace("\n", " ")


def cluster_end(shown: str, start: int) -> int:
    """Where the cluster that begins at `start` ends; at most LONGEST code points further."""
    limit = min(len(shown), start + LONGEST)
    end = start + 1
    if ord(shown[start]) in _FLAG and end < limit and ord(shown[end]) in _FLAG:
        end += 1
    while end < limit:
        if shown[end] == ZWJ:  # joins what follows, as Rich has it
            end = min(limit, end + 2)
        elif get_character_cell_size(shown[end]) == 0:
            end += 1
        else:
            break
    return end


def clusters(shown: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and cells (0, 1 or 2, seldom more) of each cluster of `shown[start:end]`."""
    while start < end:
        stop = min(end, cluster_end(shown, start))
        yield start, stop, cell_len(shown[start:stop])
        start = stop


def border(shown: str, near: int) -> int:
    """The first place at or after `near` where a cluster may begin; `len(shown)` if there is none."""
    start = max(0, near - 2 * LONGEST)
    while start < near:
        start = cluster_end(shown, start)
    return start


def widened(shown: str, start: int, end: int) -> tuple[int, int]:
    """The least stretch of whole clusters that covers `shown[start:end]`. `shown` begins with a whole cluster."""
    if not ODD.search(shown):
        return start, end
    first, last = start, end
    for begin, stop, _ in clusters(shown, 0, len(shown)):
        if begin < start < stop:
            first = begin
        if begin < end < stop:
            last = stop
    return first, last


def at_cell(shown: str, cell: int) -> tuple[int, int]:
    """Start and end of the cluster of `shown` that covers `cell` (from 0); empty and at the end if none does."""
    if not ODD.search(shown):
        at = min(max(0, cell), len(shown))
        return at, min(at + 1, len(shown))
    cells = 0
    for start, end, wide in clusters(shown, 0, len(shown)):
        cells += wide
        if cells > cell:
            return start, end
    return len(shown), len(shown)
