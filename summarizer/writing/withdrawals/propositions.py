"""What a withdrawn clause says, as words that can be compared: of whom or what, and what of it.

Read from the clause's auxiliaries outwards. Where no predicate is found there is no proposition: nothing is guessed.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from summarizer.checking.dates import dates
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import TITLES
from summarizer.checking.negation import negations
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import Passage, Token, fold, key, read
from summarizer.checking.wordclasses import past

AUXILIARIES = word_set("was were is are had has have been be being did does do will would to")
ADVERBS = word_set("not never also already now since then reportedly allegedly later earlier just ever both all")
HONORIFICS = word_set("mr mrs ms dr sir")
RELATIVE = word_set("who which whose that")
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
    head = next((t.key for t in before if t.key not in names and not title(t) and t.key.isalpha()), "")
    on = days(clause)
    after = frozenset(
        t.key for i, t in enumerate(passage.tokens) if i > at and t.content and i not in cues and fold(t.text) not in on
    )
    content = frozenset(t.key for i, t in enumerate(passage.tokens) if t.content and i not in cues)
    pronoun = not before
    return Proposition(
        text=clause,
        predicates=frozenset({passage.tokens[at].key}),
        names=names or (meant if pronoun else frozenset()),
        head=head,
        subject=frozenset(t.key for t in before if not title(t)) - names - {head},
        rest=after,
        content=content,
        proper=frozenset(t.key for t in passage.tokens[1:] if _proper(t)) | names,
        values=values(clause),
        days=on,
        denied=bool(cues),
    )


def event(noun: str, meant: frozenset[str]) -> Proposition | None:
    """What "his arrest" says of the one whose names are `meant`; None where nobody is named."""
    told = frozenset(key(word) for word in NOUNS.get(fold(noun), "").split())
    if not told or not meant:
        return None
    empty: frozenset[str] = frozenset()
    return Proposition(noun, told, meant, "", empty, empty, meant, meant, frozenset(), empty)


def named_before(text: str, but: frozenset[str] = frozenset()) -> frozenset[str]:
    """The keys of the last full name in `text`, which "he" may stand for."""
    named = [[t for t in run if fold(t.text) not in TITLES] for run in runs(read(text).tokens)]
    full = [run for run in named if len(run) > 1 and not {t.key for t in run} & but]
    return frozenset(t.key for t in full[-1]) if full else frozenset()


def _predicate(passage: Passage) -> int | None:
    """The token that says what is so: the first after its auxiliaries, outside a relative clause."""
    tokens, i = passage.tokens, 1
    while i < len(tokens):
        word = fold(tokens[i].text)
        if word in RELATIVE and i:
            i = next((j for j in range(i, len(tokens)) if tokens[j].text in (",", ")")), i)
        elif word in AUXILIARIES - {"to"}:
            return _main(tokens, i)
        elif tokens[i].content and past(word) and tokens[i].text[0].islower():
            return i
        i += 1
    return None


def _main(tokens: Sequence[Token], at: int) -> int | None:
    """The content word after a run of auxiliaries and adverbs."""
    for i in range(at, min(len(tokens), at + 6)):
        if tokens[i].content and not passing(tokens[i]):
            return i
    return None


def passing(token: Token) -> bool:
    word = fold(token.text)
    return word in AUXILIARIES | ADVERBS or word.endswith("n't") or (word.endswith("ly") and len(word) > 4)


def title(token: Token) -> bool:
    return fold(token.text) in HONORIFICS


def _proper(token: Token) -> bool:
    return token.content and token.text[0].isupper() and not title(token)


def runs(tokens: Sequence[Token]) -> list[list[Token]]:
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


def days(text: str) -> frozenset[str]:
    return frozenset(word for found in dates(text) for word in found.text.casefold().split())


def values(text: str) -> frozenset[Fraction]:
    return frozenset(q.value for q in quantities(text))
