"""Small words that turn a statement round, and what each of them governs: shared by the negation and hedge checks.

A cue is tied to the content word that it governs, so that "did not say when" does not excuse a "not" put elsewhere.
A cue of the evidence matters only where the sentence took over what it governs.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.checking.comparing import Comparison
from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import Passage, Token, fold

REACH = 8  # tokens that a cue looks ahead or behind
AHEAD = 3  # content words that it may govern
SHARED = ("future", "possible", "able", "obliged", "conditional")  # one of these may stand before two verbs
ADVERBS = word_set("yet immediately fully ever even still also just really necessarily currently previously already")


class Cue(NamedTuple):
    """One cue: its token, its kind, and the content tokens near it, what it governs first."""

    at: int
    kind: str
    scope: tuple[int, ...]


def scope(passage: Passage, index: int) -> tuple[int, ...]:
    """The content tokens after the cue; where none follows in its sentence, the one before it."""
    found: list[int] = []
    tokens = passage.tokens
    for i in range(index + 1, min(len(tokens), index + 1 + REACH)):
        if i in passage.starts or tokens[i].text == ";" or (tokens[i].text == "," and _new_clause(tokens, i + 1)):
            break
        word = fold(tokens[i].text)
        if tokens[i].content and word not in ADVERBS and not (word.endswith("ly") and len(word) > 5):
            found.append(i)
            if len(found) == AHEAD:
                break
    if found:
        return tuple(found)
    for i in range(index - 1, max(-1, index - 1 - REACH), -1):
        if tokens[i].content:
            return (i,)
        if i in passage.starts:
            break
    return ()


def _new_clause(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and fold(tokens[index].text) in ("and", "but", "while", "although", "with")


def find(passage: Passage, words: Mapping[str, str]) -> tuple[Cue, ...]:
    """The cues of `passage` that a table of single words knows."""
    return tuple(
        Cue(i, words[w], scope(passage, i))
        for i, t in enumerate(passage.tokens)
        if t.key and (w := fold(t.text)) in words
    )


def carried(cue: Cue, comparison: Comparison) -> bool:
    """Whether the text took over what this cue of the evidence governs."""
    return bool(cue.scope) and cue.scope[0] in comparison.taken


def same(mine: Cue, theirs: Cue, comparison: Comparison) -> bool:
    """Whether two cues, one of the text and one of the evidence, govern the same words."""
    text, source = comparison.text.tokens, comparison.context.tokens
    if mine.kind in SHARED and _shared(mine, theirs, comparison):
        return True
    if not mine.scope or not theirs.scope:
        return text[mine.at].key == source[theirs.at].key
    ours = [text[i].key for i in mine.scope]
    other = [source[i].key for i in theirs.scope]
    return ours[0] in other or other[0] in ours


def _shared(mine: Cue, theirs: Cue, comparison: Comparison) -> bool:
    """Whether the text kept the second of two verbs: "will move" of "will close the plant and move"."""
    at, tokens = comparison.at, comparison.context.tokens
    place = at[mine.scope[0]] if mine.scope and at[mine.at] == theirs.at else -1
    return place > theirs.at and fold(tokens[place - 1].text) in ("and", "or")


def matched(mine: Sequence[Cue], theirs: Sequence[Cue], comparison: Comparison) -> tuple[set[Cue], set[Cue]]:
    """The cues of the text that the evidence does not answer, one for one; and those of the evidence that it keeps."""
    text, source = comparison.text.tokens, comparison.context.tokens
    left = set(mine)
    kept: set[Cue] = set()
    used: set[Cue] = set()
    for exact in (True, False):  # the same word first, so that "did not deny" keeps both of its cues apart
        for cue in [c for c in mine if c in left]:
            for other in theirs:
                alike = text[cue.at].key == source[other.at].key
                if alike >= exact and cue.kind == other.kind and same(cue, other, comparison):
                    # Two spans may say "may" of one thing; "appears likely" needs both of its words.
                    if alike or (other not in used and cue in left):
                        kept.add(other)
                    if other not in used and cue in left:
                        used.add(other)
                        left.discard(cue)
    return left, kept


def quoted(passage: Passage, cue: Cue) -> str:
    """The cue with the words it governs, for a reason."""
    last = max((cue.at, *cue.scope[:1]))
    first = min((cue.at, *cue.scope[:1]))
    return passage.text[passage.tokens[first].start : passage.tokens[last].end]
