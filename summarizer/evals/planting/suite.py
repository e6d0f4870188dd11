"""The measure: errors planted in sentences that pass, and how many of each kind the checker sees.

A sentence that does not pass before anything is planted is a false alarm and nothing is planted in it, or its mutants
would be counted as caught for nothing. Copies that corroborate are left out: the verdict may not rest on them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from summarizer.checking.briefs import check_brief
from summarizer.evals.planting import bases
from summarizer.evals.planting.cases import Case, material_of
from summarizer.evals.planting.mutations import KINDS, mutate
from summarizer.evals.planting.nouns import Base, Form, Material, Mutant
from summarizer.records import Brief, BriefSentence

Z = 1.959964  # of a two-sided 95 % interval


class Rate(NamedTuple):
    """`hits` of `made`."""

    made: int
    hits: int

    @property
    def share(self) -> float:
        return self.hits / self.made if self.made else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval at 95 % (Wilson 1927); (0, 1) where nothing was tried."""
        if not self.made:
            return 0.0, 1.0
        n, p = self.made, self.share
        middle, spread = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, (middle - spread) / (1 + Z * Z / n)), min(1.0, (middle + spread) / (1 + Z * Z / n))


class Outcome(NamedTuple):
    """What a run found: by kind how many were made and caught, those missed, and the sound sentences refused."""

    kinds: Mapping[str, Rate]
    missed: tuple[Mutant, ...]
    refused: tuple[Base, ...]
    sound: Mapping[Form, Rate]  # bases of each form, and how many of them were refused

    @property
    def false_alarms(self) -> Rate:
        """Over the bases of every form: a checker that lets nothing pass but copies is no use to a writer."""
        return total(self.sound.values())

    def passes(self, gate: float, alarms: float) -> bool:
        """Whether every kind that was made at all is caught at `gate` or more, and alarms are `alarms` or fewer."""
        return self.false_alarms.share <= alarms and all(r.share >= gate for r in self.kinds.values() if r.made)


def run(cases: Sequence[Case], seed: int = 0, most: int = 2) -> Outcome:
    """Plants at most `most` errors of each kind in each base of each brief and has the checker judge them all."""
    parts = [_one(case, material_of(case, _others(case, cases)), seed, most) for case in cases]
    forms = {form for part in parts for form in part.sound}
    return Outcome(
        {kind: total(part.kinds[kind] for part in parts) for kind in KINDS},
        tuple(m for part in parts for m in part.missed),
        tuple(b for part in parts for b in part.refused),
        {form: total(part.sound.get(form, Rate(0, 0)) for part in parts) for form in sorted(forms)},
    )


def _one(case: Case, material: Material, seed: int, most: int) -> Outcome:
    candidates = list(dict.fromkeys(bases.of(case.brief, material)))
    passed = supported(case, candidates)
    sound = [base for base, good in zip(candidates, passed, strict=True) if good]
    refused = [base for base, good in zip(candidates, passed, strict=True) if not good]
    mutants = [mutant for base in sound for mutant in mutate(base, material, seed, most)]
    missed = [m for m, believed in zip(mutants, supported(case, mutants), strict=True) if believed]
    made, lost = Counter(m.kind for m in mutants), Counter(m.kind for m in missed)
    every, failed = Counter(b.form for b in candidates), Counter(b.form for b in refused)
    return Outcome(
        {kind: Rate(made[kind], made[kind] - lost[kind]) for kind in KINDS},
        tuple(missed),
        tuple(refused),
        {form: Rate(every[form], failed[form]) for form in every},
    )


def total(rates: Iterable[Rate]) -> Rate:
    """All of `rates` as one."""
    together = list(rates)
    return Rate(sum(r.made for r in together), sum(r.hits for r in together))


def supported(case: Case, claims: Sequence[Base | Mutant]) -> list[bool]:
    """Whether each sentence passes with its citations, judged as `summarizer check` judges a brief that has it."""
    sentences = tuple(BriefSentence(id=f"b{n}", text=c.text, citations=c.citations) for n, c in enumerate(claims, 1))
    bare = Brief(sources=case.brief.sources, sentences=sentences)
    return [s.verdict.status == "supported" for s in check_brief(bare, case.texts).sentences]


def _others(case: Case, cases: Iterable[Case]) -> Iterator[Brief]:
    """The briefs of other events: those that share no source with this one."""
    own = {s.sha256 for s in case.brief.sources}
    return (other.brief for other in cases if not own & {s.sha256 for s in other.brief.sources})
