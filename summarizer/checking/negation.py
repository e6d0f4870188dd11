"""Whether it is so: "not" and its kin, and the check that the sentence denies what its evidence denies, and no more.

Near-copies keep their negations, so that one more or one less is an error. A negation put into other words ("failed to
confirm", "did not confirm") is recognised only within one kind; what is not recognised fails, it never passes.
"""

from collections.abc import Iterator
from functools import lru_cache

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.cues import Cue, carried, find, matched, quoted, scope
from summarizer.checking.lexicon import ANTONYMS, listed, word_set
from summarizer.checking.reading import Passage, fold, key

WORDS = dict.fromkeys(
    listed(
        """
        not no never without neither nor none nobody nothing nowhere cannot can't cant couldn't didn't doesn't don't
        isn't wasn't aren't weren't hasn't haven't hadn't won't wouldn't shouldn't mustn't ain't needn't hardly barely
        scarcely unable unlikely denied deny denies denying refused refuse refuses refusing failed fail fails failing
        rejected reject rejects rejecting declined declines declining lacked lacks lack refrained refrains refrain
        withheld unconfirmed unverified unclear unknown untrue uncertain false falsely disputed
        """
    ),
    "not",
)
SELF = word_set("unconfirmed unverified unclear unknown untrue uncertain unlikely unable false")
TO_FOLLOW = word_set(
    "failed fail fails failing declined decline declines declining"
)  # "prices declined" denies nothing
PREFIXES = word_set("de non anti un")  # before a hyphen: "de-escalation" is no escalation
OPPOSITE: dict[str, set[str]] = {}
for _a, _b in ANTONYMS:
    OPPOSITE.setdefault(key(_a), set()).add(key(_b))
    OPPOSITE.setdefault(key(_b), set()).add(key(_a))


@lru_cache(maxsize=4096)
def negations(passage: Passage) -> tuple[Cue, ...]:
    """The negations of a passage, each with what it governs. "No. 1" and "no doubt" deny nothing."""
    found = []
    for cue in find(passage, WORDS):
        following = passage.tokens[cue.at + 1] if cue.at + 1 < len(passage.tokens) else None
        word = fold(passage.tokens[cue.at].text)
        if following and fold(following.text) == "doubt":
            continue
        if word in TO_FOLLOW and not (following and fold(following.text) in ("to", "in")):
            continue
        if word == "no" and following and (following.text[0].isdigit() or _number_mark(passage, cue.at)):
            continue
        if word in ("no", "not") and following and fold(following.text) == "one" and cue.scope[:1] == (cue.at + 1,):
            cue = cue._replace(scope=cue.scope[1:] or cue.scope)  # "no one was hurt" denies "hurt", as "nobody" does
        # A predicate ("the reports are unconfirmed") denies itself and what stands before it, not what follows.
        found.append(cue._replace(scope=(cue.at, *cue.scope)) if word in SELF else cue)
    return (*found, *_prefixed(passage))


def _prefixed(passage: Passage) -> Iterator[Cue]:
    """Words that a prefix and a hyphen turn round."""
    for i, token in enumerate(passage.tokens):
        if fold(token.text) in PREFIXES and passage.text.startswith("-", token.end):
            yield Cue(i, "not", scope(passage, i))


def _number_mark(passage: Passage, index: int) -> bool:
    rest = passage.tokens[index + 1 : index + 3]
    return len(rest) == 2 and rest[0].text == "." and rest[1].text[0].isdigit()


def _opposed(comparison: Comparison) -> str:
    """A word of the text whose opposite, and not the word itself, stands in the evidence."""
    theirs = comparison.context.places
    for token in comparison.text.tokens:
        if token.key in OPPOSITE and token.key not in theirs:
            other = next((o for o in OPPOSITE[token.key] if o in theirs and o not in comparison.text.places), None)
            if other:
                said = comparison.context.tokens[theirs[other][0]].text
                return f"“{token.text}” where the cited text says “{said}”"
    return ""


def check(comparison: Comparison) -> Finding:
    """The text denies exactly what the evidence denies of the words that it took over."""
    mine, theirs = negations(comparison.text), negations(comparison.context)
    left, kept = matched(mine, theirs, comparison)
    for cue in mine:
        if cue in left:
            known = not cue.scope or any(comparison.at[i] >= 0 for i in cue.scope)
            return Finding("negation", False, f"“{quoted(comparison.text, cue)}” is not in the cited text", known)
    for cue in theirs:
        if carried(cue, comparison) and cue not in kept:
            said = quoted(comparison.context, cue)
            return Finding("negation", False, f"the cited text says “{said}”; the sentence leaves that out", True)
    opposed = _opposed(comparison)
    if opposed:
        return Finding("negation", False, opposed, True)
    return Finding("negation", True, ", ".join(comparison.text.tokens[c.at].text for c in mine))
