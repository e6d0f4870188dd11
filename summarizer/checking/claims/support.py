"""How likely is it that the sources say this? A score from 0 to 1 for what the checks alone cannot decide.

It is no verdict: a sentence that was put into other words may score high and stays `unchecked`. It never goes against
the checker either: what the checker certifies scores highest, and what a source contradicts scores lowest. All weights
are set by hand from what the words do (see `slots`); none was learnt from labelled claims.
"""

import math
from collections.abc import Sequence

from summarizer.checking.claims.named import Slot
from summarizer.records import Status

LIKELY = 0.5  # from here on a claim is taken to be supported
DECISIVE = 0.15  # a slot borne out less than this decides by itself
ENOUGH = 0.65  # a claim whose slots are borne out less than this on the whole is about something else
CERTIFIED = 0.97  # by the checker
BORNE_OUT = 0.65  # every slot is, and still a free rewording may say something else: it is a guess, and says so
REFUTED = 0.05

# What a score was worth: nobody is shown one without this.
CALIBRATION = (
    "of 774 labelled claims (one half of SummEdits news and of WiCE), a third of them supported, 10 % of those with a "
    "score below 0.5 were supported, and 54 % of the others: a low score is a warning, a middling one decides nothing"
)


def score(status: Status, found: Sequence[Slot]) -> float:
    """`found` are the slots of one sentence. From LIKELY on exactly if none is decisive and all together are borne
    out enough, or if the checker certifies it."""
    if status == "supported":
        return CERTIFIED
    if status == "contradicted":
        return REFUTED
    if not found:
        return 0.0
    borne = _mean(found)
    worst = min(slot.support for slot in found)
    if worst < DECISIVE:
        return worst * borne
    if borne < ENOUGH:
        return LIKELY * borne**2
    return LIKELY + (BORNE_OUT - LIKELY) * (borne - ENOUGH) / (1 - ENOUGH)


def _mean(found: Sequence[Slot]) -> float:
    """The geometric mean: one bad slot weighs more than in the arithmetic one."""
    return math.exp(sum(math.log(max(slot.support, 0.01)) for slot in found) / len(found))
