"""What a date or a condition is tied to: neither may go over to another clause, and no condition may be left behind.

"Kim said on Friday that troops left" does not say that they left on Friday, and "if the truce holds, trucks will cross"
does not say that they will. Each function answers with the reason, "" if nothing is wrong.
"""

from summarizer.checking.structure.laid import Adverbial, Words
from summarizer.checking.wordclasses import JOINING


def dates(text: Words, source: Words, at: list[int]) -> str:
    """A date that the text ties to another clause than the evidence does; "" if there is none."""
    for mine in text.free:
        theirs = [f for f in source.free if f.keys == mine.keys]
        theirs = theirs or [f for f in source.free if set(f.keys) & set(mine.keys)] or list(source.free)
        if not theirs:
            continue  # whether it is stated at all is for the dates check
        left, right = _kept(at, mine.left, -1), _kept(at, mine.right, 1)
        here = right if mine.paused or left < 0 else left
        if here >= 0 and not any(_ties(source, f, here, (left, right)) for f in theirs):
            return f"“{' '.join(mine.keys)}” belongs to another part of the cited text"
    return ""


def conditions(source: Words, at: list[int]) -> str:
    """An "if" or "unless" that governs what was kept and was left out itself; "" if there is none."""
    kept = {i for i in at if i >= 0}
    for i in source.places.get("if", []) + source.places.get("unles", []):
        before = source.words[i - 1].low if i else ""
        if i in kept or before in ("as", "even"):
            continue
        same = [k for k in kept if source.words[k].sentence == source.words[i].sentence]
        if same and not (before in JOINING and max(same) < i):  # "…, but if true" is of what follows it
            return f"the cited text says “{source.words[i].text}”; the sentence leaves that out"
    return ""


def _kept(at: list[int], i: int, step: int) -> int:
    while 0 <= i < len(at):
        if at[i] >= 0:
            return at[i]
        i += step
    return -1


def _ties(source: Words, when: Adverbial, here: int, beside: tuple[int, int]) -> bool:
    """Whether the words at `here` and the date stand in one clause of the evidence; of two dates in one clause, each
    must keep a neighbour."""
    if beside[0] >= 0 and beside[0] == when.left:
        return True
    clauses = _clauses_of(source, when)
    if any(f != when and f.keys != when.keys and _clauses_of(source, f) & clauses for f in source.free):
        return beside[1] == when.right or (beside[0] < 0 and _before_verb(source, when))
    return source.clauses[here] in clauses


def _before_verb(source: Words, when: Adverbial) -> bool:
    """Whether a date stands right before the first verb of its sentence: "Dutch police on Saturday arrested"."""
    words = source.words
    if when.right >= len(words) or not words[when.right].verb or words[when.right].paused:
        return False
    i = when.left
    while i >= 0 and not words[i].verb and not words[i].paused:
        if words[i].opens:
            return True
        i -= 1
    return False


def _clauses_of(source: Words, when: Adverbial) -> set[int]:
    places = (when.right, when.left) if when.paused else (when.left,)
    return {source.clauses[i] for i in places if 0 <= i < len(source.words)}
