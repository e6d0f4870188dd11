"""What binds a decision to words: a hash of a sentence and its citations, as they were on the screen.

The id of a sentence does not count, nor how it was checked: a brief that is made again keeps the decisions on what is
the same to the letter, wherever it now stands.
"""

import hashlib
import json
from collections.abc import Sequence

from summarizer.records import Citation, Disagreement


def base_of(text: str, citations: Sequence[Citation]) -> str:
    """SHA-256 of the sentence, and of the source, the ends and the quote of each of its citations, in order."""
    places = [(c.source, c.start, c.end, c.quote, c.corroborates) for c in citations]
    content = json.dumps([text, places], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def base_of_disagreement(disagreement: Disagreement) -> str:
    """SHA-256 of the question, and of each answer, its speaker and its citations."""
    said = [part for p in disagreement.positions for part in (p.value, p.said_by or "", str(p.as_of or ""))]
    return base_of("\n".join([disagreement.about, *said]), [c for p in disagreement.positions for c in p.citations])


def base_of_place(sha256: str, number: str) -> str:
    """SHA-256 of which sentence of which text: `sha256` is the source's own, whatever id it has in a brief."""
    return hashlib.sha256(f"{sha256} {number}".encode("utf-8", "surrogatepass")).hexdigest()
