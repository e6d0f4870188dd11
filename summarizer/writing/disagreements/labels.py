"""What to call the question that a figure answers, in the words of its own sentence.

A reader has to know what is asked before he reads who is at odds; the words are the source's, so that none is claimed.
"""

from collections.abc import Sequence

from summarizer.checking.lexicon import word_set
from summarizer.checking.names import NEVER
from summarizer.checking.reading import Token, fold
from summarizer.writing.disagreements.counted import CLAUSE_END

NEXT = word_set("and but or when while after before as because since until if who which that")  # the next clause begins
BACK, ON = 4, 8  # tokens of a label before and after its figure


def label(text: str, tokens: Sequence[Token], before: int | None, after: int) -> str:
    """The words after the figure, to the end of the clause and no more than a few; "" if there are none.

    With `before`, the token left of the figure, also those before it: "closure will save … a year".
    """
    end = after
    while end < min(len(tokens), after + ON) and not _ends(tokens[end]) and not _dated(tokens, end):
        end += 1
    following = text[tokens[after].start : tokens[end - 1].end] if end > after else ""
    if before is None:
        return following
    start = before + 1
    while start > max(0, before - BACK) and not _ends(tokens[start - 1]):
        start -= 1
    left = text[tokens[start].start : tokens[before].end] if start <= before else ""
    return f"{left} … {following}".strip()


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day or a month begins here: one source's "on Monday" is no part of what both are asked."""
    low = at + (fold(tokens[at].text) in ("on", "in"))
    return low < len(tokens) and tokens[low].text[0].isupper() and fold(tokens[low].text) in NEVER


def _ends(token: Token) -> bool:
    return token.text in CLAUSE_END or fold(token.text) in NEXT
