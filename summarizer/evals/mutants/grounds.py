"""The briefs that are made wrong: one from the answers of each case, and those of the runs that are named."""

from collections.abc import Sequence
from random import Random

from summarizer.evals.cases.nouns import Case
from summarizer.evals.mutants.nouns import Ground
from summarizer.evals.mutants.reference import make
from summarizer.evals.mutants.sources import body, text_of
from summarizer.records import Brief

EACH = 12  # sentences of each other case that may be planted as another event's


def oracles(cases: Sequence[Case]) -> list[Ground]:
    """A brief of each case made from its own facts."""
    return grounds("oracle", [(case, make(case, "oracle")) for case in cases], cases)


def grounds(label: str, briefs: Sequence[tuple[Case, Brief]], cases: Sequence[Case]) -> list[Ground]:
    """Briefs that something else made, each with sentences of the other cases."""
    some = {case.id: _some(case) for case in cases}
    return [
        Ground(
            case=case,
            brief=brief,
            label=label,
            elsewhere=tuple(text for id, texts in some.items() if id != case.id for text in texts),
        )
        for case, brief in briefs
    ]


def _some(case: Case) -> tuple[str, ...]:
    texts = [text_of(c) for source in case.sources if source.relevant for c in body(case, source)]
    Random(case.id).shuffle(texts)
    return tuple(texts[:EACH])
