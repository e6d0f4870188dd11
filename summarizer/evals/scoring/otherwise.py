"""Does a text that has a wording's words say otherwise? Another figure or day, a denial, an opposite, changed places.

Asked of texts that have most of the words of a wording already: "the bridge was never closed" has all but one letter of
"the bridge was closed". For scores only: senses are not told apart here as a verdict would have to, and a text that
says otherwise in a way that no rule here knows is taken to say the same.
"""

from collections.abc import Sequence
from functools import lru_cache

from summarizer.checking import negation, thesaurus
from summarizer.checking.comparing import Comparison, Evidence
from summarizer.checking.cues import Cue, carried, find, matched, quoted
from summarizer.checking.dates import When, dates, states
from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.numbers import quantities, same_noun
from summarizer.checking.reading import Passage, fold
from summarizer.checking.verdicts import compare
from summarizer.checking.wordclasses import AUXILIARIES, BE, PREPOSITIONS, verb

DENIERS = word_set("denied denies deny denying rejected rejects reject disputed disputes dismissed dismisses")
# What did not come about, though its words are there.
BALKED = dict.fromkeys(
    word_set(
        """missed misses avoided avoids avoiding averted averts averting prevented prevents preventing almost nearly"""
    ),
    "balked",
)
NEARLY = ("almost", "nearly")
BESIDE = 3  # content words on either side, one of which an opposite has in common with the word in whose place it is
AGENT = 3  # words behind a verb in which "by" makes it a passive


def otherwise(wording: str, text: str) -> str:
    """Why `text` does not say the same as `wording`, in a few words: it says otherwise, or leaves a denial out; "" if
    neither."""
    if rival := _rival(wording, text):
        return rival
    comparison = compare(wording, [Evidence(text)])
    denial = _denied(comparison)
    return f"denied otherwise: {denial}" if denial else _turned(comparison)


@lru_cache(maxsize=65536)
def contrary(wording: str, text: str) -> str:
    """How `text` says otherwise than `wording`, in a few words; "" if it does not. That it leaves a denial out is not
    enough: "how much he knew is in dispute" does not say otherwise than "he denies having known"."""
    if rival := _rival(wording, text):
        return rival
    comparison = compare(wording, [Evidence(text)])
    denial = _denied(comparison) if _holds_undenied(comparison) else ""
    return f"denied otherwise: {denial}" if denial else _turned(comparison)


def _turned(comparison: Comparison) -> str:
    if denial := _denied_in_other_words(comparison):
        return f"denied otherwise: {denial}"
    return _opposite(comparison) or _changed_places(comparison)


def _denied(comparison: Comparison) -> str:
    """How the text denies otherwise than the wording; "" if it does not. "He denied it: “There were no such talks”"
    says twice what "no such talks" says once; "he did not deny it" does not."""
    finding = negation.check(comparison)
    mine, theirs = negation.negations(comparison.text), negation.negations(comparison.context)
    if finding.ok or not mine:
        return "" if finding.ok else finding.detail
    left, kept = matched(mine, theirs, comparison)
    after = {place: c for c in theirs if (place := _after(comparison.context, c))}
    again = {c: after[place] for c in left if (place := _after(comparison.text, c)) in after}
    kept |= set(again.values())
    more = [c for c in theirs if carried(c, comparison) and c not in kept]
    if left - again.keys() or not (more or again):
        return finding.detail
    held, source = {c.at for c in kept}, comparison.context.tokens
    twice = all(fold(source[c.at].text) in DENIERS and not held.isdisjoint(c.scope) for c in more)
    return "" if twice else finding.detail


def _holds_undenied(comparison: Comparison) -> bool:
    """Whether the text has what only one of the two denies; not whether somebody denies it."""
    mine, theirs = negation.negations(comparison.text), negation.negations(comparison.context)
    left, kept = matched(mine, theirs, comparison)
    lost = [c for c in theirs if carried(c, comparison) and c not in kept]
    own = [c for c in left if fold(comparison.text.tokens[c.at].text) not in DENIERS]
    denied = {i for c in theirs for i in c.scope}
    bare = any(c.scope and comparison.at[c.scope[0]] >= 0 and comparison.at[c.scope[0]] not in denied for c in own)
    return bool(lost) or not left or bare


def _after(passage: Passage, cue: Cue) -> tuple[str, str] | None:
    """A denial and the content word right before it: "corrected none", whatever may follow."""
    before = passage.tokens[cue.at - 1] if cue.at and cue.at not in passage.starts else None
    return (before.key, passage.tokens[cue.at].key) if before and before.content else None


def _denied_in_other_words(comparison: Comparison) -> str:
    """A denial of what the wording says with another word: "did not close" of "was shut", "missed" of "struck"."""
    mine, theirs = negation.negations(comparison.text), negation.negations(comparison.context)
    turned = {c.scope[0]: c for c in theirs if c.scope}
    own = {i for c in mine for i in c.scope[:1]}
    for i in _without(comparison) - own:
        if (meant := _meant(comparison, i)) and all(j in turned for j in meant):
            return quoted(comparison.context, turned[meant[0]])
    return _balked(comparison)


def _balked(comparison: Comparison) -> str:
    """What the wording says came about and the text says did not quite: "almost struck", "missed the pier"."""
    wanted = {t.key for t in comparison.text.tokens}
    tokens = comparison.context.tokens
    lacking = [i for i in _without(comparison) if _acts(comparison.text, i) and not _meant(comparison, i)]
    held = [i for i, here in enumerate(comparison.at) if here >= 0 and _acts(comparison.text, i)]
    acted = {comparison.at[i] for i in held}
    acted |= {j for i in _without(comparison) if _acts(comparison.text, i) for j in _meant(comparison, i)}
    for cue in find(comparison.context, BALKED):
        if tokens[cue.at].key in wanted or not cue.scope:
            continue
        governed = cue.scope[0]
        if governed in acted and (fold(tokens[cue.at].text) not in NEARLY or governed == cue.at + 1):
            return quoted(comparison.context, cue)
        if lacking and fold(tokens[cue.at].text) not in NEARLY and carried(cue, comparison):
            return quoted(comparison.context, cue)
    return ""


def _opposite(comparison: Comparison) -> str:
    """A word of the text whose opposite the wording has in its place, neither of them denied; "" if there is none."""
    text, context = comparison.text, comparison.context
    turned = {i for c in negation.negations(context) for i in c.scope[:1]}
    own = {i for c in negation.negations(text) for i in c.scope[:1]}
    spare = [j for j, t in enumerate(context.tokens) if t.content and t.key not in text.places and j not in turned]
    for i in _without(comparison) - own:
        if _meant(comparison, i):
            continue
        word = fold(text.tokens[i].text)
        for j in spare:
            other = fold(context.tokens[j].text)
            if thesaurus.relation(word, other) == "opposite" and _beside(comparison, i, j):
                return f"says “{context.tokens[j].text}” for “{text.tokens[i].text}”"
    return ""


def _beside(comparison: Comparison, i: int, j: int) -> bool:
    """Whether word `i` of the wording and word `j` of the text have a neighbour in common."""
    return not _around(comparison.text, i).isdisjoint(_around(comparison.context, j))


def _around(passage: Passage, i: int) -> set[str]:
    """The keys of the content words next to a word, within its sentence."""
    low, high = _sentence(passage, i)
    before = [t.key for t in passage.tokens[low:i] if t.content][-BESIDE:]
    return {*before, *[t.key for t in passage.tokens[i + 1 : high] if t.content][:BESIDE]}


def _changed_places(comparison: Comparison) -> str:
    """Whether who acts in the wording suffers it in the text: "the bridge struck a barge"; "" if not."""
    text, context = comparison.text, comparison.context
    at = next((i for i, t in enumerate(text.tokens) if _acts(text, i) and fold(t.text) not in REPORTING), None)
    if at is None:
        return ""
    before, after = _sides(text, at)
    for there in [comparison.at[at]] if comparison.at[at] >= 0 else _meant(comparison, at):
        if not before or _passive(text, at) != _passive(context, there):
            continue
        ahead, behind = _sides(context, there)
        moved = before <= behind and before.isdisjoint(ahead) and after & ahead and behind.isdisjoint(after)
        if moved and _object(context, there, before):
            return f"changes who does it and to whom: “{context.tokens[there].text}”"
    return ""


def _object(passage: Passage, at: int, keys: set[str]) -> bool:
    """Whether one of these words is what a verb is done to: no preposition stands between."""
    _, high = _sentence(passage, at)
    following = passage.tokens[at + 1 : high]
    first = next((n for n, t in enumerate(following) if t.key in keys and t.content), None)
    return first is not None and all(fold(t.text) not in PREPOSITIONS and t.key for t in following[:first])


def _sides(passage: Passage, at: int) -> tuple[set[str], set[str]]:
    """The keys of the content words before and after a verb, in its sentence."""
    low, high = _sentence(passage, at)
    sides = passage.tokens[low:at], passage.tokens[at + 1 : high]
    before, after = ({t.key for t in side if t.content} for side in sides)
    return before, after


def _passive(passage: Passage, at: int) -> bool:
    """Whether a form of "be" stands right before a verb, or "by" right behind it."""
    low, high = _sentence(passage, at)
    words = [fold(t.text) for t in passage.tokens[low:high]]
    here = at - low
    return not BE.isdisjoint(words[max(0, here - 2) : here]) or "by" in words[here + 1 : here + 1 + AGENT]


def _sentence(passage: Passage, i: int) -> tuple[int, int]:
    """The tokens [low, high) of the sentence that token `i` stands in."""
    low = max((n for n in passage.starts if n <= i), default=0)
    return low, min((n for n in passage.starts if n > i), default=len(passage.tokens))


def _acts(passage: Passage, i: int) -> bool:
    """Whether a token may be a verb that says what is done."""
    token = passage.tokens[i]
    word = fold(token.text)
    lower = token.text[:1].islower() or i in passage.starts
    return lower and token.content and word not in AUXILIARIES and (verb(word) or thesaurus.part(word) == "v")


def _without(comparison: Comparison) -> set[int]:
    """The content words of the wording that the text does not have as they are."""
    return {i for i, t in enumerate(comparison.text.tokens) if t.content and comparison.at[i] < 0}


def _meant(comparison: Comparison, i: int) -> list[int]:
    """The words of the text that may mean the same as word `i` of the wording."""
    senses = thesaurus.senses(fold(comparison.text.tokens[i].text))
    tokens = comparison.context.tokens
    return [j for j, t in enumerate(tokens) if t.content and not senses.isdisjoint(thesaurus.senses(fold(t.text)))]


def _rival(wording: str, text: str) -> str:
    """A figure or a date that `text` has in the place of one of the wording's; "" if there is none."""
    wanted, given = quantities(wording), quantities(text)
    meant = {q.value for q in wanted}
    for mine in (q for q in wanted if q.noun):
        alike = [q for q in given if q.unit == mine.unit and same_noun(q.noun, mine.noun)]
        others = [q for q in alike if q.noun and q.value not in meant]
        if others and not any(q.value == mine.value for q in alike):
            return f"says {text[others[0].start : others[0].end]} for {wording[mine.start : mine.end]}"
    said = dates(text)
    for when in dates(wording):
        if not any(states(other, when) for other in said) and (instead := _other_day(when, said)):
            return f"says {instead.text} for {when.text}"
    return ""


def _other_day(when: When, said: Sequence[When]) -> When | None:
    """A date as exact as `when` that cannot be it."""
    mine = (when.year, when.month, when.day, when.weekday)
    for other in said:
        theirs = (other.year, other.month, other.day, other.weekday)
        pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a is not None]
        if pairs and all(b is not None for _, b in pairs) and any(a != b for a, b in pairs):
            return other
    return None
