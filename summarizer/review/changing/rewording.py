"""Words that a person types in place of a sentence: one line that can neither act, nor reorder, nor be empty.

While they are typed, joiners stay as they are, since the letter that gives them work to do may come next; what is
committed goes through the one exit for strangers' text like everything else, for a person pastes what others wrote.
"""

import re

from summarizer.output.safe import line, never_shown

EMPTY = "a sentence needs words: esc closes, x in the brief rejects it"
SAME = "nothing changed: nothing to save"


_BREAKS = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def typed(text: str) -> str:
    """`text` as it may stand in the line that is typed: breaks and tabs become spaces. Not of the same length."""
    return _BREAKS.sub(" ", text).translate(never_shown())


def committed(text: str) -> str:
    """`text` as it is kept: one line, safe, without spaces at its ends."""
    return line(typed(text))


def refusal(was: str, text: str) -> str:
    """Why `text` is not saved in the place of `was`; "" if it may be."""
    kept = committed(text)
    if not kept:
        return EMPTY
    return SAME if kept == committed(was) else ""
