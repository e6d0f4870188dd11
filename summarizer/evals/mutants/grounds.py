"""The briefs that are made wrong: one from the answers of each case, and those of the runs that are named."""

from collections.abc import Sequence
from random import Random

from summarizer.evals.cases.nouns import Case
from summarizer.evals.mutants.nouns import Ground
from summarizer.evals.mutants.reference import make
from summarizer.evals.mutants.sources import body, language, text_of
from summarizer.evals.runs.nouns import Run
from summarizer.records import Brief

EACH = 12  # sentences of each other case that may be planted as another event's


def oracles(cases: Sequence[Case]) -> list[Ground]:
    """A brief of each case made from its own facts."""
    return _grounds(cases, [("oracle", case, make(case, "oracle")) for case in cases])


def of_run(run: Run, cases: Sequence[Case]) -> list[Ground]:
    """The briefs that a run has; what it failed to make is left out."""
    made = [
        (f"{run.label}, repeat {entry.repeat}" if entry.repeat else run.label, entry.case, entry.brief)
        for entry in run.entries
        if entry.brief is not None
    ]
    return _grounds(cases, made)


def _grounds(cases: Sequence[Case], briefs: Sequence[tuple[str, Case, Brief]]) -> list[Ground]:
    """Each brief with sentences of the other cases in its language."""
    some = [(case.id, case.language, _some(case)) for case in cases]
    return [
        Ground(
            case=case,
            brief=brief,
            label=label,
            elsewhere=tuple(
                text for id, spoken, texts in some if id != case.id and spoken == case.language for text in texts
            ),
        )
        for label, case, brief in briefs
    ]


def _some(case: Case) -> tuple[str, ...]:
    own = [s for s in case.sources if s.relevant and language(case, s) == case.language]
    texts = [text_of(c) for source in own for c in body(case, source)]
    Random(case.id).shuffle(texts)
    return tuple(texts[:EACH])
