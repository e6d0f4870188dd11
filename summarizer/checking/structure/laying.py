"""A sentence laid along its evidence so that it breaks as seldom as can be: the ground of the structure check.

`comparing.align` asks where a word was most likely taken from; this asks in how few pieces the whole sentence was.
"""

from collections.abc import Iterator, Sequence

from summarizer.checking.comparing import PLACES
from summarizer.checking.structure.laid import Words
from summarizer.checking.wordclasses import CONJUNCTIONS

BEAM = 8  # alignments followed side by side
# What it costs to leave words out inside a sentence, to jump, to leave a content word unmatched, and another.
STEP, JUMP, LOST, SPARE = 10, 25, 40, 12
# One alignment of the words so far, from its end backwards: its cost, where its last word is laid, what was before.
_Path = tuple[int, int, "_Path | None"]


def lay(text: Words, source: Words) -> list[int]:
    """For each word of `text` the word of `source` it is laid on, or -1; as few breaks as a narrow search finds."""
    beam: dict[int, _Path] = {-1: (0, -1, None)}
    for word in text.words:
        spare = LOST if word.content else SPARE
        following: dict[int, _Path] = {last: (path[0] + spare, -1, path) for last, path in beam.items()}
        for path in _onto(beam, source.places.get(word.key, ())[:PLACES], source):
            if path[1] not in following or path[0] < following[path[1]][0]:
                following[path[1]] = path
        if len(following) > BEAM:
            following = dict(sorted(following.items(), key=lambda item: item[1][0])[:BEAM])
        beam = following
    end: _Path | None = min(beam.values(), key=lambda path: path[0])
    found: list[int] = []
    while end is not None and end[2] is not None:
        found.append(end[1])
        end = end[2]
    return found[::-1]


def _onto(beam: dict[int, _Path], places: Sequence[int], source: Words) -> Iterator[_Path]:
    """The cheapest path onto each of `places`, which ascend: one sweep, whatever the width of the beam."""
    words = source.words
    order = sorted((last, path[0]) for last, path in beam.items() if last >= 0)
    cheapest = min(((cost, last) for last, cost in order), default=None)
    behind, n = (0, -1), 0  # the cheapest of those further back in the sentence
    for here in places:
        at = words[here]
        while n < len(order) and order[n][0] < here:
            last, cost = order[n]
            if behind[1] < 0 or words[behind[1]].sentence != words[last].sentence or cost < behind[0]:
                behind = cost, last
            n += 1
        options = []
        if cheapest:
            options.append((cheapest[0] + JUMP - (3 if at.paused or at.opens else 0), cheapest[1]))
        if behind[1] >= 0 and words[behind[1]].sentence == at.sentence:
            options.append((behind[0] + STEP, behind[1]))
        if here - 1 in beam and here:
            options.append((beam[here - 1][0] + at.opens, here - 1))
        if -1 in beam:
            options.append((beam[-1][0] + (0 if at.opens else 2), -1))
        cost, last = min(options)
        yield cost, here, beam[last]


def settle(text: Words, at: list[int]) -> list[int]:
    """`at` without function words that stand alone: an "and" between two spans was taken from neither."""
    for i, here in enumerate(at):
        if here < 0 or text.words[i].content:
            continue
        before = at[i - 1] if i else -2
        after = at[i + 1] if i + 1 < len(at) else -2
        beside = here in (before + 1, after - 1)
        linking = text.words[i].low in CONJUNCTIONS and here != after - 1 and i + 1 < len(at)
        if linking or not (beside or before < here < after):
            at[i] = -1
    return at
