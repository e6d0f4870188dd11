"""Briefs from which something is missing, or in which there is too much. What is left is true and cited as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from summarizer.articles.terms import terms
from summarizer.evals.cases.nouns import MUST, Fact, Place
from summarizer.evals.mutants.editing import added, put, shown, without
from summarizer.evals.mutants.nouns import Ground, Mutant
from summarizer.evals.mutants.sources import text_of
from summarizer.evals.planting.edits import stands
from summarizer.records import BriefSentence, Citation

TOLD = 0.5  # of the terms of a fact's wording, from which on a text may tell it
PADDED = 1.5  # times the words that were asked for


def borne_alone(ground: Ground, at: int) -> Iterator[Fact]:
    """The facts that only the sentence at `at` tells: it cites all places of a group, no other sentence cites any place
    of any group, and of no wording of it do two neighbours among the others have TOLD. Stricter than any metric, and
    not how a metric is computed. A fact is in the words of the case's language, so a sentence in another tells none.
    """
    mine = ground.brief.sentences[at]
    others = [s for n, s in enumerate(ground.brief.sentences) if n != at]
    for fact in ground.case.facts if ground.in_language(mine) else ():
        places = [place for group in fact.support for place in group]
        if not any(all(_cites(ground, [mine], place, whole=True) for place in group) for group in fact.support):
            continue
        if not _tell(others, fact) and not any(_cites(ground, others, place) for place in places):
            yield fact


def _cites(ground: Ground, sentences: Sequence[BriefSentence], place: Place, whole: bool = False) -> bool:
    """Whether one of their citations holds the place: all of it, or any of it."""
    return any(_covers(ground, c, place, whole) for s in sentences for c in s.citations)


def _covers(ground: Ground, c: Citation, place: Place, whole: bool = False) -> bool:
    if c.source != ground.ids.get(place.file):
        return False
    return (c.start <= place.start and place.end <= c.end) if whole else (c.start < place.end and place.start < c.end)


def _tell(sentences: Sequence[BriefSentence], fact: Fact) -> float:
    """How much of a wording of the fact a sentence of these has, or two that stand together; 0 where less than TOLD."""
    own = [set(terms(s.text)) for s in sentences]
    windows = [*own, *(a | b for a, b in pairwise(own))]
    wordings = [set(terms(words)) for words in (fact.text, *fact.accept)]
    most = max((len(wanted & have) / len(wanted) for wanted in wordings if wanted for have in windows), default=0.0)
    return most if most >= TOLD else 0.0


def fact_dropped(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence that alone bears a fact left out."""
    return _dropped(ground, rng.sample(range(len(ground.brief.sentences)), len(ground.brief.sentences)))


def told_fact_dropped(ground: Ground, rng: Random) -> Mutant | None:
    """The same of a fact that the sentence has in the case's own words, so that no reading of words may miss it."""
    for at in rng.sample(range(len(ground.brief.sentences)), len(ground.brief.sentences)):
        sentence = ground.brief.sentences[at]
        told = [fact.id for fact in borne_alone(ground, at) if _in_its_words(fact, sentence.text)]
        if told and not _brought_together(ground, at):
            return Mutant(without(ground.brief, {at}), f"- {', '.join(told)}: “{shown(sentence.text)}”")
    return None


def _brought_together(ground: Ground, at: int) -> bool:
    """Whether the neighbours of the sentence, once it is gone, may tell more of a fact together than before."""
    before, after = ground.brief.sentences[max(0, at - 1) : at], ground.brief.sentences[at + 1 : at + 2]
    pair, gone = [*before, *after], ground.brief.sentences[at]
    told = {fact.id: max(_tell([*before, gone], fact), _tell([gone, *after], fact)) for fact in ground.case.facts}
    return any(_tell(pair, fact) > told[fact.id] for fact in ground.case.facts)


def _in_its_words(fact: Fact, text: str) -> bool:
    anchors = all(stands(anchor, text) for anchor in (*fact.anchors.numbers, *fact.anchors.names))
    return anchors and any(set(terms(words)) <= set(terms(text)) for words in (fact.text, *fact.accept))


def must_fact_dropped(ground: Ground, rng: Random) -> Mutant | None:
    """The same of a fact that must be there."""
    for at in rng.sample(range(len(ground.brief.sentences)), len(ground.brief.sentences)):
        must = [fact.id for fact in borne_alone(ground, at) if fact.importance == MUST]
        if must:
            return Mutant(
                without(ground.brief, {at}), f"- {', '.join(must)}: “{shown(ground.brief.sentences[at].text)}”"
            )
    return None


def lead_dropped(ground: Ground, _rng: Random) -> Mutant | None:
    """The first sentence left out, where it alone bears a fact: nothing can tell of what no case lists."""
    return _dropped(ground, range(min(1, len(ground.brief.sentences))))


def _dropped(ground: Ground, sites: Sequence[int]) -> Mutant | None:
    for at in sites:
        facts = [fact.id for fact in borne_alone(ground, at)]
        if facts:
            lost = f"- {', '.join(facts)}: “{shown(ground.brief.sentences[at].text)}”"
            return Mutant(without(ground.brief, {at}), lost)
    return None


def duplicated(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence said again right behind itself, with its citations."""
    if not ground.brief.sentences:
        return None
    at = rng.randrange(len(ground.brief.sentences))
    old = ground.brief.sentences[at]
    brief = added(ground.brief, at + 1, old.text, old.citations)
    return Mutant(brief, f"{old.id} twice: “{shown(old.text)}”")


def same_id(ground: Ground, rng: Random) -> Mutant | None:
    """Two sentences under one id, so that nobody can say which is meant."""
    if len(ground.brief.sentences) < 2:
        return None
    one, other = rng.sample(range(len(ground.brief.sentences)), 2)
    twin = replace(ground.brief.sentences[one], id=ground.brief.sentences[other].id)
    return Mutant(put(ground.brief, one, twin), f"{twin.id} twice")


def padded(ground: Ground, rng: Random) -> Mutant | None:
    """Sentences of the sources that bear no fact put behind the brief, until it is half as long again as was asked."""
    places = [place for fact in ground.case.facts for group in fact.support for place in group]
    idle = [c for c in ground.body if not any(_covers(ground, c, place) for place in places)]
    rng.shuffle(idle)
    brief = ground.brief
    for citation in idle:
        if sum(len(s.text.split()) for s in brief.sentences) >= PADDED * ground.case.words:
            return Mutant(brief, f"+ {len(brief.sentences) - len(ground.brief.sentences)} sentences without a fact")
        brief = added(brief, len(brief.sentences), text_of(citation), [citation])
    return None


def one_voice(ground: Ground, _rng: Random) -> Mutant | None:
    """Only what the source that is cited most says, where the brief cites three or more."""
    first = [s.citations[0].source if s.citations else "" for s in ground.brief.sentences]
    if len(set(first) - {""}) < 3:
        return None
    kept = max(sorted(set(first) - {""}), key=first.count)
    brief = without(ground.brief, {at for at, source in enumerate(first) if source != kept})
    alone = tuple(replace(s, citations=_of(s.citations, kept)) for s in brief.sentences)
    return Mutant(replace(brief, sentences=alone), f"only {kept}")


def _of(citations: Sequence[Citation], source: str) -> tuple[Citation, ...]:
    return tuple(c for c in citations if c.source == source)


def copied(ground: Ground, _rng: Random) -> Mutant | None:
    """Every body sentence of every source, each cited exactly."""
    if sum(len(c.quote.split()) for c in ground.body) <= 2 * ground.case.words:
        return None
    sentences = tuple(
        BriefSentence(id=f"b{n}", text=text_of(c), citations=(c,), written_by="extractive")
        for n, c in enumerate(ground.body, 1)
    )
    return Mutant(replace(without(ground.brief, range(1 << 20)), sentences=sentences), f"{len(sentences)} sentences")


def emptied(ground: Ground, _rng: Random) -> Mutant | None:
    """Nothing at all."""
    if not ground.brief.sentences:
        return None
    return Mutant(replace(ground.brief, sentences=(), disagreements=(), withheld=()), "no sentence")
