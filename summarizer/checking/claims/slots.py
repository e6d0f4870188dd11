"""Word by word: how far do the sources bear out each content word of a claim? The material of the support score.

A fluent falsehood differs from the truth in one place, so what counts is the worst place and not the average. A name or
a figure that no source has, a denial that no source makes, a word whose opposite stands in its place: these decide. A
word that was merely put otherwise does not. Nothing here is a proof, and no verdict rests on it.
"""

from collections.abc import Iterator, Sequence

from summarizer.articles.nouns import Sentence
from summarizer.checking import thesaurus
from summarizer.checking.claims.named import Slot, figures_and_names
from summarizer.checking.claims.places import BEHIND, Laid, denies, lay, usurped
from summarizer.checking.finding import Finder
from summarizer.checking.lexicon import REPORTING
from summarizer.checking.negation import WORDS as DENYING
from summarizer.checking.quotes import inside
from summarizer.checking.reading import Token, fold, key

# How far a word is borne out, 0 to 1, by what the sources have for it.
RELATED = {"same": 0.9, "derived": 0.85, "general": 0.75, "special": 0.55, "sister": 0.5}
STRANGE = 0.4  # nothing near it in the sources
FAR_OFF = 0.6  # in the sources, or its like is, but not where the rest of the claim is
OTHERWISE = 0.1  # a denial too many or too few, an opposite or a sister in a word's own place

AHEAD = 8  # tokens after a denial that it may govern
PREFIXES = ("un", "non", "il", "ir")
TURNING = (*PREFIXES, "in", "im", "dis")  # may turn a word round, or begin another one ("inform", "display")


def slots(text: str, near: Sequence[Sentence], finder: Finder) -> tuple[Slot, ...]:
    """Every content word of `text` and every denial, held against `near`, and against all that `finder` knows."""
    laid = lay(text, near, finder)
    hard = figures_and_names(laid.claim, laid.figures, finder)
    found = [_slot(place, hard.get(i), laid, finder) for place, i in enumerate(laid.content)]
    return (*found, *_denials(laid))


def _slot(place: int, hard: Slot | None, laid: Laid, finder: Finder) -> Slot:
    """One content word; `hard` is what was found of it as a figure or a name."""
    i = laid.content[place]
    if hard is not None and hard.support < OTHERWISE:
        return hard
    if laid.at[i] < 0 and inside(laid.claim.text, laid.claim.tokens[i].start):
        return Slot(laid.claim.tokens[i].text, OTHERWISE, "is quoted, and the source has other words")
    if laid.main[i] < 0 and (other := usurped(place, laid)):
        return Slot(laid.claim.tokens[i].text, OTHERWISE, f"stands where the source has “{other}”")
    return hard or _word(place, laid, finder)


def _word(place: int, laid: Laid, finder: Finder) -> Slot:
    """A word that is neither name nor figure."""
    i = laid.content[place]
    token = laid.claim.tokens[i]
    if laid.at[i] >= 0:
        return Slot(token.text, 1.0)
    word = fold(token.text)
    denied = any(map(denies, laid.claim.tokens[max(0, i - BEHIND) : i]))
    if not finder.knows(token.key) and not denied and (turned := _turned_round(word, finder)):
        return Slot(token.text, OTHERWISE, f"stands where the source has “{turned}”")
    if word in REPORTING and any(fold(t.text) in REPORTING for t in laid.source.tokens):
        return Slot(token.text, RELATED["derived"])
    words = dict.fromkeys(fold(t.text) for t in laid.source.tokens if t.content)
    support = max((RELATED.get(thesaurus.relation(word, w) or "", 0.0) for w in words), default=0.0)
    if finder.knows(token.key) or finder.means(word):
        support = max(support, FAR_OFF)
    return Slot(token.text, support) if support else _strange(token)


def _turned_round(word: str, finder: Finder) -> str:
    """A word of the sources that a prefix makes the opposite of this one, or that this one's makes its own."""
    forms = [p + word for p in PREFIXES] + [word.removeprefix(p) for p in PREFIXES if word.startswith(p)]
    return next((w for w in forms if len(w) > 3 and finder.knows(key(w))), "")


def _strange(token: Token) -> Slot:
    """A word that nothing in the sources comes near."""
    return Slot(token.text, STRANGE, "has nothing like it in the sources")


def _denials(laid: Laid) -> Iterator[Slot]:
    """Denials of the claim that the source does not make, and the other way round."""
    claim, source = laid.claim.tokens, laid.source.tokens
    theirs = [j for j, t in enumerate(source) if denies(t)]
    meant = [j for j, t in enumerate(source) if denies(t) or fold(t.text) in DENYING or _turned(t)]  # "failed to"
    for i in (i for i, t in enumerate(claim) if denies(t)):
        governed = [claim[x] for x in range(i + 1, min(len(claim), i + AHEAD)) if claim[x].content][:3]
        kept = any(_shared(governed, source[max(0, j - BEHIND) : j + AHEAD + 2]) for j in meant)
        yield Slot(claim[i].text, 1.0) if kept else Slot(claim[i].text, OTHERWISE, "is denied by no source")
    for j in theirs:
        inside = [x for x in range(max(0, j - BEHIND), min(len(source), j + AHEAD)) if source[x].content]
        ends = next((x for x in range(j + 1, j + AHEAD) if x in laid.source.starts), j + AHEAD)
        following = [x for x in inside if j < x < ends][:2]
        following += [x for x in inside if x < j][::-1][: 2 - len(following)]
        taken = [laid.at.index(x) for x in following if x in laid.at]
        if len(taken) == 2 and not any(map(denies, claim[max(0, min(taken) - BEHIND) : max(taken) + BEHIND])):
            yield Slot(source[j].text, OTHERWISE, "is left out, and turns the source round")


def _turned(token: Token) -> bool:
    """Whether a prefix turns a word round: "unscientific" for "not scientific"."""
    word = fold(token.text)
    return any(word.startswith(p) and thesaurus.rows(word.removeprefix(p)) for p in TURNING)


def _shared(governed: Sequence[Token], around: Sequence[Token]) -> bool:
    """Whether at least half of what a denial governs stands around another one, in these words or near ones."""
    keys, words = {t.key for t in around if t.content}, [fold(t.text) for t in around if t.content]
    hits = sum(
        t.key in keys or any(thesaurus.relation(fold(t.text), w) in ("same", "derived", "general") for w in words)
        for t in governed
    )
    return hits >= max(1, (len(governed) + 1) // 2)
