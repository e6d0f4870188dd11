"""What a withdrawn clause says, and whether a sentence says it as well: of whom or what, and what of it.

A report is worded anew by every paper, so that letters decide nothing; but to take one sentence for another accuses a
sound report. A sentence says the same only with the same predicate and the same subject, by name or by office, or with
nearly all the words of the clause; with its figures and days; and neither denied nor told as withdrawn.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.dates import dates
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import TITLES
from summarizer.checking.negation import negations
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import Passage, Token, fold, key, read
from summarizer.checking.wordclasses import past

SHARED = 0.75  # share of a clause's content words that a sentence with the same predicate has
LEAST = 3  # content words that they have in common; fewer are said of too many things
COMPLEMENT = 0.5  # share of what follows the predicate that has to be there, where the subject is the same
OFFICE = 0.5  # share of a subject's other words that has to be exceeded, where it is known by its office alone
REACH = 3  # words that may stand between a predicate and the name after it
AUXILIARIES = word_set("was were is are had has have been be being did does do will would to")
ADVERBS = word_set("not never also already now since then reportedly allegedly later earlier just ever both all")
CHIEFS = {key(w) for w in word_set("boss chief head leader executive director president chairman chairwoman ceo")}
CUTS = word_set("but while after before when because although whereas if unless")
HONORIFICS = word_set("mr mrs ms dr sir")
RELATIVE = word_set("who which whose that")
HEDGED = word_set("reported alleged supposed apparent claimed")
# What tells of a report instead of repeating it; "not" and its kin are found with what they govern.
TOLD_AS_WRONG = re.compile(
    r"(?i)\b(?:withdr[ae]w\w*|retract\w*|wrong(?:ly)?|false(?:ly)?|untrue|incorrect(?:ly)?|mistaken(?:ly)?|mistakes?|"
    r"inaccurate(?:ly)?|erroneous(?:ly)?|unfounded|baseless|corrections?|corrected|apolog\w+|contrary|hoax|rumou?rs?|"
    r"den(?:y|ies|ied)|whether|if|earlier version)\b"
)
NOUNS = {  # events named by a noun, and the words under which a sentence tells them
    "arrest": "arrest arrested",
    "detention": "detention detained",
    "death": "death dead died dies",
    "killing": "killing killed",
    "resignation": "resignation resigned resigns",
    "dismissal": "dismissal dismissed sacked",
    "collapse": "collapse collapsed",
    "release": "release released",
    "conviction": "conviction convicted",
    "bankruptcy": "bankruptcy bankrupt",
}


class Proposition(NamedTuple):
    """A clause that was withdrawn, as keys of its content words. `names` are those of the one it is about; `head` says
    what he or it is, `subject` the rest of that, `rest` what follows the predicate."""

    text: str
    predicates: frozenset[str]
    names: frozenset[str]
    head: str
    subject: frozenset[str]
    rest: frozenset[str]
    content: frozenset[str]
    proper: frozenset[str]  # every name in it
    values: frozenset[Fraction]
    days: frozenset[str]
    denied: bool = False


def proposition(clause: str, meant: frozenset[str] = frozenset()) -> Proposition | None:
    """What `clause` says; None where no predicate is found. `meant` are the names that a pronoun in it stands for."""
    passage = read(clause)
    at = _predicate(passage)
    if at is None:
        return None
    cues = {cue.at for cue in negations(passage)}
    before = [t for i, t in enumerate(passage.tokens[:at]) if t.content and i not in cues]
    names = frozenset(_leading(passage.tokens[:at]))
    head = next((t.key for t in before if t.key not in names and not _title(t) and t.key.isalpha()), "")
    days = _days(clause)
    after = frozenset(
        t.key
        for i, t in enumerate(passage.tokens)
        if i > at and t.content and i not in cues and fold(t.text) not in days
    )
    content = frozenset(t.key for i, t in enumerate(passage.tokens) if t.content and i not in cues)
    pronoun = not before
    return Proposition(
        text=clause,
        predicates=frozenset({passage.tokens[at].key}),
        names=names or (meant if pronoun else frozenset()),
        head=head,
        subject=frozenset(t.key for t in before if not _title(t)) - names - {head},
        rest=after,
        content=content,
        proper=frozenset(t.key for t in passage.tokens[1:] if _proper(t)) | names,
        values=_values(clause),
        days=days,
        denied=bool(cues),
    )


def event(noun: str, meant: frozenset[str]) -> Proposition | None:
    """What "his arrest" says of the one whose names are `meant`; None where nobody is named."""
    told = frozenset(key(word) for word in NOUNS.get(fold(noun), "").split())
    if not told or not meant:
        return None
    empty: frozenset[str] = frozenset()
    return Proposition(noun, told, meant, "", empty, empty, meant, meant, frozenset(), empty)


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
    if not one.values <= _values(sentence) or (one.days and not _fit(one.days, _days(sentence))):
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


def named_before(text: str, but: frozenset[str] = frozenset()) -> frozenset[str]:
    """The keys of the last full name in `text`, which "he" may stand for."""
    runs = [[t for t in run if fold(t.text) not in TITLES] for run in _runs(read(text).tokens)]
    full = [run for run in runs if len(run) > 1 and not {t.key for t in run} & but]
    return frozenset(t.key for t in full[-1]) if full else frozenset()


def _predicate(passage: Passage) -> int | None:
    """The token that says what is so: the first after its auxiliaries, outside a relative clause."""
    tokens, i = passage.tokens, 1
    while i < len(tokens):
        word = fold(tokens[i].text)
        if word in RELATIVE and i:
            i = next((j for j in range(i, len(tokens)) if tokens[j].text == ","), i)
        elif word in AUXILIARIES - {"to"}:
            return _main(tokens, i)
        elif tokens[i].content and past(word) and tokens[i].text[0].islower():
            return i
        i += 1
    return None


def _main(tokens: Sequence[Token], at: int) -> int | None:
    """The content word after a run of auxiliaries and adverbs."""
    for i in range(at, min(len(tokens), at + 6)):
        if tokens[i].content and not _passing(tokens[i]):
            return i
    return None


def _passing(token: Token) -> bool:
    word = fold(token.text)
    return word in AUXILIARIES | ADVERBS or word.endswith("n't") or (word.endswith("ly") and len(word) > 4)


def _title(token: Token) -> bool:
    return fold(token.text) in HONORIFICS


def _proper(token: Token) -> bool:
    return token.content and token.text[0].isupper() and not _title(token)


def _runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Runs of capitalised words."""
    runs: list[list[Token]] = []
    last = -2
    for i, token in enumerate(tokens):
        if token.content and token.text[0].isupper():
            if last == i - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
            last = i
    return runs


def _leading(tokens: Sequence[Token]) -> list[str]:
    """The name with which a subject opens: "Ruben Astley", of "Ruben Astley, the chief of Lindmere Water"."""
    found: list[str] = []
    for token in tokens:
        if fold(token.text) in TITLES or (not found and token.text in '.“"'):
            continue
        if not _proper(token):
            break
        found.append(token.key)
    return found


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
        elif not inside and token.key and not _passing(token) and fold(token.text) not in HEDGED:
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
    before = [t for t in tokens[start:at] if t.content and not _title(t)]
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
    runs = [run for run in _runs(before) if len(run) > 1]
    return any(not {t.key for t in run} & (one.names | one.proper) for run in runs)


def _fit(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not theirs or bool(mine & theirs)


def _days(text: str) -> frozenset[str]:
    return frozenset(word for found in dates(text) for word in found.text.casefold().split())


def _values(text: str) -> frozenset[Fraction]:
    return frozenset(q.value for q in quantities(text))
