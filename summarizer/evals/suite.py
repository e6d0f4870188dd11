"""The measure: errors planted in sentences that pass, and how many of each kind the checker sees.

A sentence that does not pass before anything is planted is a false alarm and nothing is planted in it, or its mutants
would be counted as caught for nothing. Copies that corroborate are left out: the verdict may not rest on them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import NamedTuple

from summarizer.articles.nouns import Article
from summarizer.articles.sentences import split
from summarizer.checking.briefs import check_brief
from summarizer.evals import bases
from summarizer.evals.mutations import KINDS, mutate
from summarizer.evals.nouns import Base, Form, Material, Mutant
from summarizer.records import Brief, BriefSentence, Citation

Z = 1.959964  # of a two-sided 95 % interval


class Case(NamedTuple):
    """A brief and the decoded texts of its sources, by id."""

    brief: Brief
    texts: Mapping[str, str]


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
        """Over the sentences as the briefs have them."""
        return self.sound.get("verbatim", Rate(0, 0))

    def passes(self, gate: float, alarms: float) -> bool:
        """Whether every kind that was made at all is caught at `gate` or more, and alarms are `alarms` or fewer."""
        return self.false_alarms.share <= alarms and all(r.share >= gate for r in self.kinds.values() if r.made)


def run(cases: Sequence[Case], seed: int = 0, most: int = 2) -> Outcome:
    """Plants at most `most` errors of each kind in each base of each brief and has the checker judge them all."""
    made, missed, refused = dict.fromkeys(KINDS, 0), list[Mutant](), list[Base]()
    forms: dict[Form, list[int]] = {}
    for n, case in enumerate(cases):
        material = material_of(case, [c.brief for m, c in enumerate(cases) if m != n])
        candidates = list(dict.fromkeys(bases.of(case.brief, material)))
        passed = supported(case, [(b.text, b.citations) for b in candidates])
        for base, good in zip(candidates, passed, strict=True):
            counts = forms.setdefault(base.form, [0, 0])
            counts[0] += 1
            counts[1] += not good
        refused += [b for b, good in zip(candidates, passed, strict=True) if not good]
        sound = [b for b, good in zip(candidates, passed, strict=True) if good]
        mutants = [m for base in sound for m in mutate(base, material, seed, most)]
        for mutant, believed in zip(mutants, supported(case, [(m.text, m.citations) for m in mutants]), strict=True):
            made[mutant.kind] += 1
            if believed:
                missed.append(mutant)
    lost = {kind: sum(m.kind == kind for m in missed) for kind in KINDS}
    kinds = {kind: Rate(made[kind], made[kind] - lost[kind]) for kind in KINDS}
    return Outcome(kinds, tuple(missed), tuple(refused), {form: Rate(*counts) for form, counts in forms.items()})


def supported(case: Case, claims: Iterable[tuple[str, tuple[Citation, ...]]]) -> list[bool]:
    """Whether each sentence passes with its citations, judged as `check` judges a brief that has it."""
    sentences = tuple(
        BriefSentence(id=f"b{n}", text=text, citations=cited) for n, (text, cited) in enumerate(claims, 1)
    )
    bare = Brief(sources=case.brief.sources, sentences=sentences)
    return [s.verdict.status == "supported" for s in check_brief(bare, case.texts).sentences]


def material_of(case: Case, others: Iterable[Brief]) -> Material:
    """What errors in this brief are made of: its sources' own sentences, and those of `others`."""
    elsewhere = [s.text for other in others if not _shared(other, case.brief) for s in other.sentences[:2]]
    return Material(case.texts, tuple(_body(case)), tuple(elsewhere))


def _shared(one: Brief, other: Brief) -> bool:
    return bool({s.sha256 for s in one.sources} & {s.sha256 for s in other.sources})


def _body(case: Case) -> Iterator[Citation]:
    for source in case.brief.sources:
        text = case.texts.get(source.id, "")
        article = Article(
            id=source.id,
            path=source.path,
            sha256=source.sha256,
            encoding=source.encoding,
            media_type=source.media_type,
            text=text,
        )
        for sentence in split(article):
            if sentence.kind == "body":
                span = sentence.span
                yield Citation(source=source.id, start=span.start, end=span.end, quote=sentence.text)


def without_copies(brief: Brief) -> Brief:
    """`brief` with the citations alone that its verdicts rest on."""
    own = [replace(s, citations=tuple(c for c in s.citations if not c.corroborates)) for s in brief.sentences]
    return replace(brief, sentences=tuple(own))
