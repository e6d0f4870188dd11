"""Whether those counted make up a protest, so that "300 people marched" and "500 protesters gathered" are one question.

Only being there is told by these words. What protesters do to somebody, or is done to some of them, is counted apart.
"""

from collections.abc import Sequence

from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import Token, fold

PROTEST = "protesting"
MARCHING = word_set("protested demonstrated marched rallied protesting demonstrating marching rallying")
MARCHERS = word_set("protesters protestors demonstrators marchers")
ASSEMBLING = MARCHING | word_set("gathered assembled massed attended")


def crowd(tokens: Sequence[Token], head: int, people: bool) -> str | None:
    """PROTEST or None. `head`: the token that names who is counted; `people`: whether it is a word for anybody."""
    following = fold(tokens[head + 1].text) if head + 1 < len(tokens) else ""
    called = fold(tokens[head].text) in MARCHERS
    marching = following in (ASSEMBLING if called else MARCHING)
    return PROTEST if marching and (called or people) else None
