"""What changed between two wordings, word by word: in brackets as well as in style, for no colour carries it alone."""

from collections.abc import Iterable

from textual.content import Content

from summarizer.output.safe import safe
from summarizer.review.changing.diffing import Piece, words

GONE, NEW = "strike $unsupported", "bold $supported"
LONG = 400  # code points of a sentence from which on what stays the same is cut short
KEPT = 40  # of these, at each end of it


def _pieces(was: str, now: str) -> Iterable[Piece]:
    """What changed, with enough around it to find the place."""
    for piece in words(was, now):
        long = piece.kind == "same" and len(was) > LONG and len(piece.text) > 3 * KEPT
        yield Piece("same", f"{piece.text[:KEPT]} ... {piece.text[-KEPT:]}") if long else piece


def _piece(piece: Piece) -> Content:
    if piece.kind == "gone":
        return Content.styled(f"[-{safe(piece.text)}-]", GONE)
    if piece.kind == "new":
        return Content.styled(f"{{+{safe(piece.text)}+}}", NEW)
    return Content(safe(piece.text))


def apart(was: str, now: str) -> Content:
    """Both wordings, one below the other, each with what is only in it."""
    pieces = tuple(_pieces(was, now))
    old = Content("").join(_piece(piece) for piece in pieces if piece.kind != "new")
    new = Content("").join(_piece(piece) for piece in pieces if piece.kind != "gone")
    return Content.assemble(("was  ", "bold"), old, "\n", ("now  ", "bold"), new)


def together(was: str, now: str) -> Content:
    """Both wordings in one, for a screen with few lines."""
    return Content("").join(_piece(piece) for piece in _pieces(was, now))
