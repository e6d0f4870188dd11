"""The kinds of error, by name. Each is a pure function from a base and the material to every such error it finds.

Which of them are tried is drawn by seed, and what is no error after all is dropped here, for every kind alike: a
sentence that reads the same once case and marks are folded, and one that its own spans hold as a whole sentence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from random import Random

from summarizer.articles.sentences import boundaries
from summarizer.evals.planting.edits import folded
from summarizer.evals.planting.mutations import (
    actors,
    certainty,
    dates,
    exchanges,
    facts,
    insertions,
    moves,
    numbers,
    polarity,
    quotations,
    scope,
    speech,
)
from summarizer.evals.planting.nouns import Base, Change, Material, Mutant, Mutator


def _alone(mutator: Callable[[Base], Iterable[Change]]) -> Mutator:
    """A mutator that needs nothing but the sentence and its spans."""

    def with_material(base: Base, _material: Material) -> Iterable[Change]:
        return mutator(base)

    return with_material


KINDS: Mapping[str, Mutator] = {
    "number": numbers.number,
    "magnitude": _alone(numbers.magnitude),
    "rounding": _alone(numbers.rounding),
    "numbers exchanged": _alone(numbers.exchanged),
    "number of the span": _alone(numbers.own_number),
    "unit or thing counted": numbers.unit,
    "unit of time": _alone(numbers.unit_of_time),
    "per cent": _alone(numbers.percent),
    "name": actors.name,
    "name of the span": actors.own_name,
    "name added": actors.added,
    "role": _alone(actors.role),
    "pronoun": actors.pronoun,
    "actor order": actors.order,
    "active and passive": _alone(actors.voice),
    "nouns exchanged": _alone(actors.nouns),
    "titles exchanged": moves.titles,
    "aside moved": moves.aside,
    "weekday": _alone(dates.weekday),
    "month": _alone(dates.month),
    "day or year": _alone(dates.day_or_year),
    "relative date": _alone(dates.relative),
    "date inserted": _alone(dates.inserted),
    "date moved": _alone(dates.moved),
    "negation inserted": _alone(polarity.inserted),
    "negation removed": _alone(polarity.removed),
    "negation moved": _alone(moves.negation),
    "negated prefix": _alone(polarity.prefix),
    "opposite verb": _alone(polarity.verb),
    "opposite noun or adjective": _alone(polarity.thing),
    "hedge dropped": _alone(certainty.hedge),
    "bound dropped": _alone(certainty.bound),
    "condition dropped": _alone(certainty.condition),
    "modality": _alone(certainty.modality),
    "tense": _alone(certainty.tense),
    "overstated": _alone(certainty.overstated),
    "modifier dropped": _alone(certainty.modifier),
    "attribution dropped": _alone(speech.dropped),
    "speaker swapped": speech.swapped,
    "reporting verb": _alone(speech.verb),
    "hearer swapped": speech.hearer,
    "quote altered": quotations.altered,
    "quote's small words": _alone(quotations.small_words),
    "quotation marks": _alone(quotations.marked),
    "ellipsis": _alone(quotations.ellipsis),
    "quantifier": _alone(scope.quantifier),
    "comparative": _alone(scope.comparative),
    "place or direction": _alone(scope.place),
    "place moved": _alone(moves.place),
    "restriction dropped": _alone(scope.restriction),
    "one made many": _alone(scope.many),
    "cause": _alone(insertions.cause),
    "word inserted": _alone(insertions.word),
    "small word inserted": _alone(insertions.small_word),
    "another event": facts.elsewhere,
    "citation swapped": facts.citation,
    "facts fused": facts.fused,
    "head noun": _alone(facts.head),
    "word of the article": exchanges.content,
    "word of the span": _alone(exchanges.own_word),
}


def mutate(base: Base, material: Material, seed: int = 0, most: int = 2) -> Iterator[Mutant]:
    """At most `most` errors of each kind in `base`, the same ones for the same seed."""
    for kind in KINDS:
        for change in islice(errors(kind, base, material, seed), most):
            yield Mutant(kind, base, change.text, change.citations or base.citations, change.what)


def errors(kind: str, base: Base, material: Material, seed: int = 0) -> Iterator[Change]:
    """Every error of one kind in `base`, in an order that `seed` draws."""
    found = {(change.text, change.what): change for change in KINDS[kind](base, material)}
    order = sorted(found)
    Random(f"{seed} {kind} {base.text}").shuffle(order)
    return (found[key] for key in order if _differs(found[key], base))


def _differs(change: Change, base: Base) -> bool:
    same = folded(base.text)
    if change.citations and change.text == base.text:
        return True
    if folded(change.text) == same:
        return change.text.count("“") + change.text.count('"') != base.text.count("“") + base.text.count('"')
    return folded(change.text) not in _held(base)


@lru_cache(maxsize=64)  # of the base at hand; each kind asks for it
def _held(base: Base) -> frozenset[str]:
    return frozenset(folded(c.quote[a:b]) for c in base.citations for a, b in boundaries(c.quote))
