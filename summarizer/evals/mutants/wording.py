"""Briefs whose words are wrong: what a reader would be told, while every citation still points where it did."""

import re
from collections.abc import Callable
from random import Random

from summarizer.articles.terms import terms
from summarizer.evals.mutants.editing import added, citations_of, said, shown
from summarizer.evals.mutants.nouns import Ground, Make, Mutant
from summarizer.evals.planting import cues
from summarizer.evals.planting.edits import stands
from summarizer.evals.planting.mutations import errors
from summarizer.evals.planting.nouns import Base, Change

LEAST = 8  # words of a sentence that is planted: fewer say too little to be wrong
CLAIMED = re.compile(r"\b(?:claim|alleg)(?:s|e|es|ed)\b", re.IGNORECASE)
_SPELLED = """no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
SPELLED = _SPELLED.split()
SHARED = 0.34  # of a foreign sentence's terms that this event's sources may have; more, and they may say the same


def edited(*kinds: str, fit: Callable[[Ground, Base, Change], bool] | None = None) -> Make:
    """One error of these kinds in one sentence; where `fit` is given, one that is fit to be made."""

    def make(ground: Ground, rng: Random) -> Mutant | None:
        for at, base in ground.bases(rng):
            for kind in rng.sample(kinds, len(kinds)):
                for change in errors(kind, base, ground.material, rng.randrange(1 << 30)):
                    if fit is None or fit(ground, base, change):
                        return Mutant(said(ground.brief, at, change.text), f"{change.what}: “{shown(change.text)}”")
        return None

    return make


def other_figure(_ground: Ground, base: Base, change: Change) -> bool:
    """Whether the new figure stands in the spans in no form: "3" where they have "three" is no figure of its own."""
    new = change.what.split(" -> ")[-1]
    spelled = SPELLED[int(new)] if new.isdigit() and int(new) < len(SPELLED) else new
    return not any(stands(form, base.evidence) for form in (new, spelled))


def known_name(ground: Ground, _base: Base, change: Change) -> bool:
    """Whether the new name is one beyond doubt: within a sentence of the sources, after a word in lower case."""
    new = re.escape(change.what.split(" -> ")[-1])
    return any(re.search(rf"[a-z],? {new}\b", text) for text in ground.subject.texts.values())


def doubt(_ground: Ground, _base: Base, change: Change) -> bool:
    """Whether what is dropped is a word of doubt."""
    return bool(set(change.what.split(" -> ")[0].casefold().split()) & set(cues.MAYBE))


def stated(_ground: Ground, _base: Base, change: Change) -> bool:
    """Whether a speaker is dropped who states a thing; one who claims it casts doubt on it too."""
    return not CLAIMED.search(change.what)


def claimed(_ground: Ground, _base: Base, change: Change) -> bool:
    """Whether a speaker is dropped who only claims what is said."""
    return CLAIMED.search(change.what) is not None


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
