"""The kinds of error, by name. A kind is a pure function from a base and the material to every such error that it finds.

Which of them are tried is drawn by seed, and what is no error after all is dropped here, for every kind alike: a
sentence that reads the same once case and marks are folded, and one that its own spans hold as a whole sentence.
"""

from collections.abc import Iterator, Mapping
from random import Random

from summarizer.articles.sentences import boundaries
from summarizer.evals.edits import folded
from summarizer.evals.mutations import (
    actors,
    certainty,
    dates,
    facts,
    numbers,
    polarity,
    quotations,
    scope,
    speech,
)
from summarizer.evals.nouns import Base, Change, Material, Mutant, Mutator

KINDS: Mapping[str, Mutator] = {
    "number": numbers.number,
    "magnitude": numbers.magnitude,
    "rounding": numbers.rounding,
    "numbers exchanged": numbers.exchanged,
    "unit or thing counted": numbers.unit,
    "unit of time": numbers.unit_of_time,
    "per cent": numbers.percent,
    "name": actors.name,
    "name added": actors.added,
    "role": actors.role,
    "pronoun": actors.pronoun,
    "actor order": actors.order,
    "active and passive": actors.voice,
    "nouns exchanged": actors.nouns,
    "weekday": dates.weekday,
    "month": dates.month,
    "day or year": dates.day_or_year,
    "relative date": dates.relative,
    "date inserted": dates.inserted,
    "date moved": dates.moved,
    "negation inserted": polarity.inserted,
    "negation removed": polarity.removed,
    "negated prefix": polarity.prefix,
    "opposite verb": polarity.verb,
    "opposite noun or adjective": polarity.thing,
    "hedge dropped": certainty.hedge,
    "bound dropped": certainty.bound,
    "condition dropped": certainty.condition,
    "modality": certainty.modality,
    "tense": certainty.tense,
    "overstated": certainty.overstated,
    "modifier dropped": certainty.modifier,
    "attribution dropped": speech.dropped,
    "speaker swapped": speech.swapped,
    "reporting verb": speech.verb,
    "hearer swapped": speech.hearer,
    "quote altered": quotations.altered,
    "quote's small words": quotations.small_words,
    "quotation marks": quotations.marked,
    "ellipsis": quotations.ellipsis,
    "quantifier": scope.quantifier,
    "comparative": scope.comparative,
    "place or direction": scope.place,
    "cause": scope.cause,
    "word inserted": scope.word,
    "small word inserted": scope.small_word,
    "restriction dropped": scope.restriction,
    "one made many": scope.alternative,
    "another event": facts.elsewhere,
    "citation swapped": facts.citation,
    "facts fused": facts.fused,
    "head noun": facts.head,
    "word of the article": facts.content,
    "word of the span": facts.own_word,
    "place moved": facts.place_moved,
}


def mutate(base: Base, material: Material, seed: int = 0, most: int = 2) -> Iterator[Mutant]:
    """At most `most` errors of each kind in `base`, the same ones for the same seed."""
    same = folded(base.text)
    held = {folded(c.quote[a:b]) for c in base.citations for a, b in boundaries(c.quote)}
    for kind, mutator in KINDS.items():
        found = {change.text: change for change in mutator(base, material) if _differs(change, base, same, held)}
        drawn = Random(f"{seed} {kind} {base.text}").sample(sorted(found), min(most, len(found)))
        for text in drawn:
            change = found[text]
            yield Mutant(kind, base, text, change.citations or base.citations, change.what)


def _differs(change: Change, base: Base, same: str, held: set[str]) -> bool:
    if change.citations and change.text == base.text:
        return True
    if folded(change.text) == same:
        return change.text.count("“") + change.text.count('"') != base.text.count("“") + base.text.count('"')
    return folded(change.text) not in held
