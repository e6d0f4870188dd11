"""Who did what to whom: the check that a sentence only leaves out and joins whole pieces of its evidence.

All the words of "Rossi hit Moreau" stand in "Moreau hit Rossi", and all those of "summoned troops" in "summoned the
ambassador and demanded the withdrawal of troops". So the sentence is laid along its evidence; where it leaves words
out, `cuts` must know what was left out, and where it goes on at another place, one piece must end and the next begin
with a clause of its own. What no rule knows fails: it may be true, but not by rule.
"""

from itertools import pairwise

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.lexicon import REPORTING
from summarizer.checking.structure import strays, ties
from summarizer.checking.structure.cuts import gap
from summarizer.checking.structure.edges import apposition, head, opens_clause, tail
from summarizer.checking.structure.laid import Words, words
from summarizer.checking.structure.laying import lay, settle
from summarizer.checking.structure.phrases import reports_clause
from summarizer.checking.wordclasses import (
    BE,
    DETERMINERS,
    HAVE,
    INSERTED,
    JOINING,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    shape,
)

NAME = "structure"


def check(comparison: Comparison) -> Finding:
    """Every piece of the text is a whole piece of the evidence, in its order and with its joints."""
    if _verbatim(comparison):
        return Finding(NAME, True)
    text, source = words((comparison.text.text,)), words(tuple(e.sentence for e in comparison.evidence))
    if not text.words or not source.words:
        return Finding(NAME, True)
    at = settle(text, lay(text, source))
    fault = strays.fault(text, source, at) or _Walk(text, source, at).fault()
    fault = fault or ties.dates(text, source, at) or ties.conditions(source, at)
    return Finding(NAME, not fault, fault)


def _verbatim(comparison: Comparison) -> bool:
    """Whether the text is whole sentences of the evidence, mark for mark: most are, and there is nothing to lay."""
    text, source, at = comparison.text.tokens, comparison.context, comparison.at
    opening = next((i for i, token in enumerate(text) if token.key), -1)
    first = at[opening] - opening if opening >= 0 else -1
    if first < 0 or first not in source.starts:
        return False
    same = source.tokens[first : first + len(text)]
    if [t.text for t in same[opening + 1 :]] != [t.text for t in text[opening + 1 :]]:
        return False
    return same[opening].key == text[opening].key and source.sentence_ends(first + len(text) - 1)


class _Walk:
    """The sentence from its first word to its last, along its evidence."""

    def __init__(self, text: Words, source: Words, at: list[int]) -> None:
        self.text, self.source, self.at = text, source, at
        self.opened = 0  # the word of the text that opens the present piece

    def fault(self) -> str:
        """The first join or cut that no rule knows; "" if there is none."""
        kept = [i for i, here in enumerate(self.at) if here >= 0]
        if not kept:
            return ""
        changed = next((i for i in kept if not self._same_form(i)), None)
        if changed is not None:
            return (
                f"“{self.text.words[changed].text}” is “{self.source.words[self.at[changed]].text}” in the cited text"
            )
        self.opened = kept[0]
        if not self._opens(kept[0]):
            return f"“{self._words(kept[0], kept[0])}” begins in the middle of a phrase of the cited text"
        for i, j in pairwise(kept):
            if not self._follows(i, j):
                return f"“{self._words(i, j)}” is put together from parts that the cited text keeps apart"
        if not self._ends(kept[-1]):
            return f"“{self._words(kept[-1], kept[-1])}” ends in the middle of a phrase of the cited text"
        return ""

    def _words(self, i: int, j: int) -> str:
        low, high = max(0, i - 1), min(len(self.text.words), j + 2)
        return " ".join(w.text for w in self.text.words[low:high])

    def _same_form(self, i: int) -> bool:
        """Whether a word kept its part: "Kim's" is not Kim, "North Korean" not North Korea, "to train" not trained."""
        mine, theirs = self.text.words[i], self.source.words[self.at[i]]
        if mine.low == theirs.low or not mine.content or mine.low in REPORTING:
            return True
        if mine.capital and theirs.capital:
            return _owns(mine.low, mine.owner) == _owns(theirs.low, theirs.owner)
        return mine.owner == theirs.owner and shape(mine.low) == shape(theirs.low)

    def _opens(self, i: int) -> bool:
        here = self.at[i]
        inserted = self.text.words[i - 1].low if i and self.at[i - 1] < 0 else ""
        if head(self.source, here):
            return True
        before = self.source.words[here - 1]
        return inserted in DETERMINERS and before.owner and self._opens_noun(here - 1)

    def _opens_noun(self, i: int) -> bool:
        """Whether the possessive at `i` ends the phrase that opens a clause: "[South Korea's] minister"."""
        return head(self.source, i) or (i > 0 and head(self.source, i - 1))

    def _ends(self, i: int) -> bool:
        return tail(self.source, self.at[i])

    def _follows(self, i: int, j: int) -> bool:
        """Whether word `j`, the next one kept, may follow word `i`."""
        a, b = self.at[i], self.at[j]
        added = [w.low for w in self.text.words[i + 1 : j] if not w.content]
        if b == a + 1 and not added and (not self.source.words[b].opens or self.text.words[j].opens):
            if self.source.words[b].opens:
                self.opened = j
            return True
        if b > a and self.source.words[a].sentence == self.source.words[b].sentence and self._onward(i, j, added):
            return True
        return self._joined(i, j, added)

    def _onward(self, i: int, j: int, added: list[str]) -> bool:
        """Further on in the same sentence."""
        a, b = self.at[i], self.at[j]
        left_out = [w.low for w in self.source.words[a + 1 : b]]
        if not left_out:
            return all(w in INSERTED for w in added)
        if added and _swapped(added, left_out):
            return True
        if left_out and all(w in HAVE for w in left_out) and not added:
            return True
        if any(w not in INSERTED for w in added):
            return False
        return gap(self.source, a, b) or (b == a + 2 and left_out[0] in JOINING and added == [","])

    def _joined(self, i: int, j: int, added: list[str]) -> bool:
        """Elsewhere: one piece ends, and another, with a subject of its own, begins."""
        a, b = self.at[i], self.at[j]
        if not tail(self.source, a) or any(w not in INSERTED for w in added):
            return False
        bounded = self.text.words[j].paused or any(self.text.words[k].paused for k in range(i + 1, j + 1))
        bounded = bounded or any(w in JOINING for w in added) or self.text.words[j].opens
        start = self.source.words[b]
        reported = reports_clause(self.text.words[i]) and (b < a or start.sentence != self.source.words[a].sentence)
        if not bounded and not reported and not self._fronted(i, j):
            return False
        if start.low == "according":
            return True
        if self._fronted(i, j):
            self.opened = j
            return True
        part = start.verb or start.low in PREPOSITIONS or start.low in SUBORDINATORS or apposition(self.source, b)
        if part and not start.opens:
            return False
        if self._adverbial(self.opened) and not self._sentence(i):
            return False
        self.opened = j
        return self._opens(j)

    def _adverbial(self, i: int) -> bool:
        """Whether the piece that begins at word `i` of the text is no clause: "after talks", "without a permit"."""
        word = self.source.words[self.at[i]]
        opening = word.low in PREPOSITIONS or word.low in SUBORDINATORS
        figure = self.source.words[self.at[i] + 1 : self.at[i] + 2]  # "around 1,500 soldiers"
        return opening and word.low not in ("according", "that") and not (figure and figure[0].number)

    def _sentence(self, i: int) -> bool:
        """Whether the piece that ends with word `i` of the text runs to the end of its clause, and has come to its
        verb: "in Oslo, the pier was shut" is a sentence though its first word opens none."""
        whole = self.at[i] + 1 == len(self.source.words) or self.source.words[self.at[i] + 1].opens
        if whole and self.source.words[self.at[self.opened]].opens:
            return True
        piece = self.source.words[self.at[self.opened] : self.at[i] + 1]
        stop = next((n for n, w in enumerate(piece) if n and w.paused), len(piece))
        return any(w.verb for w in piece[stop + 1 :]) and tail(self.source, self.at[i])

    def _fronted(self, i: int, j: int) -> bool:
        """Whether the text moved a phrase to the front of the clause that it belongs to."""
        a, b, first = self.at[i], self.at[j], self.at[self.opened]
        if not self._adverbial(self.opened) or self.source.words[b].sentence != self.source.words[a].sentence:
            return False
        whole = all(self.at[k] in (-1, self.at[k - 1] + 1) for k in range(self.opened + 1, i + 1))
        return whole and opens_clause(self.source, b) and self.source.clauses[first] - self.source.clauses[b] <= 1


def _owns(word: str, owner: bool) -> bool:
    """Whether a capitalised word stands before a noun: a possessive, or a people's adjective."""
    return owner or word.endswith(("an", "ese", "ish", "ian", "n's", "ch", "li", "i"))


def _swapped(added: list[str], left_out: list[str]) -> bool:
    """Whether one small word stands for another of its kind."""
    kinds = (BE, HAVE, DETERMINERS | PRONOUNS - {"he", "she", "they", "it"}, frozenset(("that", "which", "who")))
    return len(added) == len(left_out) == 1 and any(added[0] in k and left_out[0] in k for k in kinds)
