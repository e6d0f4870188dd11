"""What binds a decision to words: a hash of a sentence and its citations, as they were on the screen.

The id of a sentence does not count, nor how it was checked: a brief that is made again keeps the decisions on what is
the same to the letter, wherever it now stands.
"""

import hashlib
import json
from collections.abc import Sequence

from summarizer.records import Citation


def base_of(text: str, citations: Sequence[Citation]) -> str:
    """SHA-256 of the sentence, and of the source, the ends and the quote of each of its citations, in order."""
    places = [(c.source, c.start, c.end, c.quote, c.corroborates) for c in citations]
    content = json.dumps([text, places], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("ascii")).hexdigest()
