"""Whether a sentence says what was withdrawn: of the same one, and the same of him, neither denied nor told as wrong.

A report is worded anew by every paper, so that letters decide nothing; but to take one sentence for another accuses a
sound report. A sentence says the same only with the same predicate and the same subject, by name or by office, or with
nearly all the words of the clause; and with its figures and days.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.checking.lexicon import word_set
from summarizer.checking.names import TITLES
from summarizer.checking.negation import negations
from summarizer.checking.reading import Passage, Token, fold, key, read
from summarizer.writing.withdrawals.propositions import Proposition, days, passing, runs, title, values

SHARED = 0.75  # share of a clause's content words that a sentence with the same predicate has
LEAST = 3  # content words that they have in common; fewer are said of too many things
COMPLEMENT = 0.5  # share of what follows the predicate that has to be there, where the subject is the same
OFFICE = 0.5  # share of a subject's other words that has to be exceeded, where it is known by its office alone
REACH = 3  # words that may stand between a predicate and the name after it
CHIEFS = {key(w) for w in word_set("boss chief head leader executive director president chairman chairwoman ceo")}
CUTS = word_set("but while after before when because although whereas if unless")
HEDGED = word_set("reported alleged supposed apparent claimed")
# What tells of a report instead of repeating it; "not" and its kin are found with what they govern.
TOLD_AS_WRONG = re.compile(
    r"(?i)\b(?:withdr[ae]w\w*|retract\w*|wrong(?:ly)?|false(?:ly)?|untrue|incorrect(?:ly)?|mistaken(?:ly)?|mistakes?|"
    r"inaccurate(?:ly)?|erroneous(?:ly)?|unfounded|baseless|corrections?|corrected|apolog\w+|contrary|hoax|rumou?rs?|"
    r"den(?:y|ies|ied)|whether|if|earlier version)\b"
)


@lru_cache(maxsize=4096)
def says(sentence: str, one: Proposition) -> bool:
    """Whether `sentence` says `one`, as so or as reported; not where it says that this is wrong."""
    if TOLD_AS_WRONG.search(sentence) or sentence.rstrip("\"”’'").endswith("?"):
        return False
    return tells(sentence, one, one.denied)


@lru_cache(maxsize=4096)
def tells(sentence: str, one: Proposition, denied: bool) -> bool:
    """Whether `sentence` is about `one`, denying it or not as `denied` says."""
    passage = read(sentence)
    keys = frozenset(t.key for t in passage.tokens if t.content)
    if not one.values <= values(sentence) or (one.days and not _fit(one.days, days(sentence))):
        return False
    places = [i for i, t in enumerate(passage.tokens) if t.key in one.predicates]
    governed = {i for cue in negations(passage) for i in cue.scope[:2]}
    places = [i for i in places if (i in governed) == denied]
    if not places:
        return False
    common = one.content & keys
    if len(common) >= max(LEAST, SHARED * len(one.content)) and (not one.proper or one.proper & keys):
        return True
    if one.rest and len(one.rest & keys) < COMPLEMENT * len(one.rest):
        return False
    return any(_by_name(passage, i, one) or _by_office(passage, i, one) for i in places)


def mentions(sentence: str, one: Proposition) -> bool:
    """Whether `sentence` names the one that `one` is about."""
    return bool(one.names & read(sentence).keys)


def _by_name(passage: Passage, at: int, one: Proposition) -> bool:
    """Whether the predicate at `at` is said of one of these names: "Astley, 53, was arrested", "arrested Mr Astley"."""
    tokens = passage.tokens
    known = one.names | one.subject | {one.head}
    i, inside = at - 1, False
    while i >= 0 and i not in passage.starts - {0} and one.names:
        token = tokens[i]
        if token.text == ",":
            inside = not inside
        elif not inside and token.key in one.names:
            return True
        elif not inside and token.key and not passing(token) and fold(token.text) not in HEDGED:
            break
        i -= 1
    for token in tokens[at + 1 : at + 2 + REACH]:
        if token.key in one.names:
            return True
        if token.key not in known and fold(token.text) not in TITLES and fold(token.text) not in ("of", "the", "."):
            break
    return False


def _by_office(passage: Passage, at: int, one: Proposition) -> bool:
    """Whether it is said of whoever bears the office: "the boss of the water supply", for the chief of the company."""
    tokens = passage.tokens
    start = at
    while start > 0 and start not in passage.starts and fold(tokens[start - 1].text) not in CUTS:
        if tokens[start - 1].text in (";", ":"):
            break
        start -= 1
    before = [t for t in tokens[start:at] if t.content and not title(t)]
    if not one.head or not before or _other_name(before, one):
        return False
    head = next((t.key for t in before if t.text[0].islower()), before[0].key)
    mine, theirs = one.subject - CHIEFS, frozenset(t.key for t in before) - {head} - CHIEFS
    if head != one.head and not {head, one.head} <= CHIEFS:
        return before[-1].key == one.head and not mine
    common = len(mine & theirs)
    return common > OFFICE * min(len(mine), len(theirs)) if mine and theirs else not mine and not theirs


def _other_name(before: Sequence[Token], one: Proposition) -> bool:
    """Whether somebody else bears a full name before the predicate."""
    full = [run for run in runs(before) if len(run) > 1]
    return any(not {t.key for t in run} & (one.names | one.proper) for run in full)


def _fit(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not theirs or bool(mine & theirs)
