"""A claim laid beside the sentences that it was probably made from: which of its words has taken another's place?

A fluent falsehood puts one word where the source has another: a name for a name, a figure for a figure, a word for its
opposite or for another thing of its kind. A word that is merely near the source's is none of that. Nothing here is a
proof, and no verdict rests on it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.checking import thesaurus
from summarizer.checking.comparing import align
from summarizer.checking.finding import Finder
from summarizer.checking.lexicon import word_set
from summarizer.checking.names import names
from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.reading import Passage, Token, fold, read, together

WIDE = 4  # content words of the source that one place may hold
APART = frozenset(",;:()–—.")  # across these stands another place
BESIDE = 3  # content words of the claim on either side that tell where an opposite may stand
REACH = 2  # content words on either side that may fix a word's place
DENIALS = word_set("not no never without none nobody nothing neither nor cannot")
BEHIND = 6  # tokens before a word in which a denial of it may stand
# Words that say how many or which without saying what: they may come and go.
PALE = word_set(
    """several various numerous many few other others another some any number series against such same different
    including included one ones more most less least time well"""
)


class Laid(NamedTuple):
    """A claim's sentence laid beside the sentences that it was probably made from."""

    claim: Passage
    source: Passage
    at: tuple[int, ...]  # the source's token for each token of the claim, or -1
    main: tuple[int, ...]  # the same, in the one sentence that has most of the claim only
    own: range  # the tokens of that sentence
    content: tuple[int, ...]  # the claim's content tokens
    figures: tuple[Quantity, ...]  # of the source
    named: frozenset[int]  # the tokens of the claim and
    theirs: frozenset[int]  # of the source that are names


def denies(token: Token) -> bool:
    """Whether a token turns round what it governs."""
    word = fold(token.text)
    return word in DENIALS or word.endswith("n't")


def lay(text: str, near: Sequence[Sentence], finder: Finder) -> Laid:
    """The alignment: to the one sentence that has most of the claim, and where that has nothing, to the others."""
    claim, source = read(text), together(tuple(s.text for s in near) or ("",))
    at = list(align(claim, source))
    main, inside = [-1] * len(at), range(0)
    best = max(near, key=lambda s: finder.covered(text, [s]), default=None)
    before = 0
    for sentence in near:
        tokens = read(sentence.text).tokens
        if sentence is best:
            inside = range(before, before + len(tokens))
            main = [before + j if j >= 0 else -1 for j in align(claim, read(sentence.text))]
            at = [new if new >= 0 else old for new, old in zip(main, at, strict=True)]
        before += len(tokens)
    content = tuple(i for i, t in enumerate(claim.tokens) if t.content and not denies(t) and fold(t.text) not in PALE)
    figures = tuple(q for s in near for q in quantities(s.text))
    return Laid(claim, source, tuple(at), tuple(main), inside, content, figures, _named(claim), _named(source))


def _named(passage: Passage) -> frozenset[int]:
    return frozenset(i for name in names(passage.text) for i in name.tokens)


def usurped(place: int, laid: Laid) -> str:
    """The word of the source whose place this one takes, though it says something else: a name for a name, a figure
    for a figure, a word for its opposite or for another of its kind."""
    i = laid.content[place]
    token, word = laid.claim.tokens[i], fold(laid.claim.tokens[i].text)
    stood = _place(place, laid)
    fresh = [j for j in stood if laid.source.tokens[j].key not in laid.claim.places]
    if i in laid.named and laid.at[i] >= 0:
        return next((laid.source.tokens[j].text for j in fresh if j in laid.theirs and _in_full(j, laid)), "")
    if token.text[0].isdigit():
        return next((laid.source.tokens[j].text for j in fresh if laid.source.tokens[j].text[0].isdigit()), "")
    for j in fresh:
        if _said_anyway(i, j, laid):
            continue
        relation = thesaurus.relation(word, fold(laid.source.tokens[j].text))
        if relation == "opposite" or (relation == "sister" and thesaurus.part(word) in ("n", "a")):
            return laid.source.tokens[j].text
    return _opposite_beside(place, laid)


def _said_anyway(token: int, other: int, laid: Laid) -> bool:
    """Whether a denial turns one of two opposites round, or another word of the claim says what the source's says."""
    claim, source = laid.claim.tokens, laid.source.tokens
    if any(map(denies, (*claim[max(0, token - BEHIND) : token], *source[max(0, other - BEHIND) : other]))):
        return True
    words = (fold(claim[i].text) for i in laid.content if i != token)
    return any(thesaurus.relation(w, fold(source[other].text)) in ("same", "derived") for w in words)


def _in_full(token: int, laid: Laid) -> bool:
    """Whether no word of the name that a token of the source belongs to stands in the claim: it is another's."""
    run = {token}
    for step in (-1, 1):
        j = token + step
        while j in laid.theirs:
            run.add(j)
            j += step
    return not any(laid.source.tokens[j].key in laid.claim.places for j in run)


def _opposite_beside(place: int, laid: Laid) -> str:
    """A word of the main sentence next to where this one belongs, and whose opposite this one is."""
    token = laid.claim.tokens[laid.content[place]]
    around = (laid.main[i] for i in laid.content[max(0, place - BESIDE) : place + BESIDE + 1])
    for j in sorted({j + step for j in around if j >= 0 for step in range(-REACH, REACH + 1)}.intersection(laid.own)):
        other = laid.source.tokens[j]
        if not other.content or other.key in laid.claim.places or _said_anyway(laid.content[place], j, laid):
            continue
        if thesaurus.relation(fold(token.text), fold(other.text)) == "opposite":
            return other.text
    return ""


def _place(place: int, laid: Laid) -> list[int]:
    """What the main sentence has between the words that stand on either side of this one in the claim."""
    left = next((laid.main[i] for i in laid.content[max(0, place - REACH) : place][::-1] if laid.main[i] >= 0), -1)
    right = next((laid.main[i] for i in laid.content[place + 1 : place + 1 + REACH] if laid.main[i] >= 0), -1)
    if not 0 <= left < right:
        return []
    if any(laid.source.tokens[j].text in APART for j in range(left + 1, right)):
        return []
    stood = [j for j in range(left + 1, right) if laid.source.tokens[j].content]
    return stood if len(stood) <= WIDE else []
