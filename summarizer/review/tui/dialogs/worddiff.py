"""What changed between two wordings, word by word: in brackets as well as in style, for no colour carries it alone."""

from textual.content import Content

from summarizer.output.safe import safe
from summarizer.review.diffing import Piece, words

GONE, NEW = "strike $unsupported", "bold $supported"


def _piece(piece: Piece) -> Content:
    if piece.kind == "gone":
        return Content.styled(f"[-{safe(piece.text)}-]", GONE)
    if piece.kind == "new":
        return Content.styled(f"{{+{safe(piece.text)}+}}", NEW)
    return Content(safe(piece.text))


def apart(was: str, now: str) -> Content:
    """Both wordings, one below the other, each with what is only in it."""
    pieces = words(was, now)
    old = Content("").join(_piece(piece) for piece in pieces if piece.kind != "new")
    new = Content("").join(_piece(piece) for piece in pieces if piece.kind != "gone")
    return Content.assemble(("was  ", "bold"), old, "\n", ("now  ", "bold"), new)


def together(was: str, now: str) -> Content:
    """Both wordings in one, for a screen with few lines."""
    return Content("").join(_piece(piece) for piece in words(was, now))
