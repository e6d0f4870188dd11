"""Briefs whose words are wrong: what a reader would be told, while every citation still points where it did."""

from collections.abc import Callable
from random import Random

from summarizer.articles.terms import terms
from summarizer.evals.mutants.editing import added, citations_of, said, shown
from summarizer.evals.mutants.nouns import Ground, Mutant
from summarizer.evals.planting.mutations import errors

LEAST = 8  # words of a sentence that is planted: fewer say too little to be wrong
SHARED = 0.34  # of a foreign sentence's terms that this event's sources may have; more, and they may say the same


def edited(*kinds: str, among: tuple[str, ...] = ()) -> Callable[[Ground, Random], Mutant | None]:
    """One error of these kinds in one sentence; of words `among` these, where there are any."""

    def make(ground: Ground, rng: Random) -> Mutant | None:
        for at, base in ground.bases(rng):
            for kind in rng.sample(kinds, len(kinds)):
                for change in errors(kind, base, ground.material, rng.randrange(1 << 30)):
                    if not among or set(change.what.split(" -> ")[0].casefold().split()) & set(among):
                        return Mutant(said(ground.brief, at, change.text), f"{change.what}: “{shown(change.text)}”")
        return None

    return make


def foreign(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence of another event, with a citation that the brief has."""
    have = {t for text in ground.subject.texts.values() for t in terms(text)}
    far = [
        text
        for text in ground.elsewhere
        if len(text.split()) >= LEAST and len(set(terms(text)) & have) <= SHARED * len(set(terms(text)))
    ]
    citations = citations_of(ground.brief)
    if not far or not citations:
        return None
    text = rng.choice(far)
    at = rng.randint(0, len(ground.brief.sentences))
    return Mutant(added(ground.brief, at, text, [rng.choice(citations)]), f"+ “{shown(text)}”")


def must_not(ground: Ground, rng: Random) -> Mutant | None:
    """What the case says that no brief may say, in the words of the case or of the source that it is planted in."""
    said_so = []
    for negative in ground.case.must_not:
        planted = [c for c in ground.body if ground.subject.files[c.source] in negative.planted_in]
        candidates = [(negative.text, c) for c in (planted or citations_of(ground.brief))[:1]]
        candidates += [(" ".join(c.quote.split()), c) for c in planted]
        broken = [pair for pair in candidates if ground.case.broken_by(negative, pair[0])]
        if negative.severity == "blocker":
            said_so += broken
    if not said_so:
        return None
    text, citation = rng.choice(said_so)
    at = rng.randint(0, len(ground.brief.sentences))
    return Mutant(added(ground.brief, at, text, [citation]), f"+ “{shown(text)}”")


def stuffed(ground: Ground, rng: Random) -> Mutant | None:
    """One sentence of nothing but the figures and names that the facts are known by."""
    keys = [key for fact in ground.case.facts for key in (*fact.anchors.names, *fact.anchors.numbers)]
    citations = citations_of(ground.brief)
    if len(keys) < 3 or not citations:
        return None
    rng.shuffle(keys)
    text = f"{', '.join(dict.fromkeys(keys))}."
    return Mutant(added(ground.brief, len(ground.brief.sentences), text, citations[:1]), f"+ “{shown(text)}”")
