"""Made-up cases, scores and results for comparing: what a run was worth is written down here, no brief is made."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from summarizer.evals.cases.nouns import Case, CaseSource, Fact, Importance, Negative, Place
from summarizer.evals.comparing.families import GATING, INVARIANTS
from summarizer.evals.comparing.results import Results, collect
from summarizer.evals.comparing.trial import Trial
from summarizer.evals.scoring.nouns import Part, Score, Scored

PLACE = Place(file="a.txt", start=0, end=3, quote="Ten")
WHOLE = dict.fromkeys(INVARIANTS, 1.0)


def case(id: str = "ferry", facts: Mapping[str, Importance] | None = None) -> Case:
    """A case with facts f1 (must), f2 (should) and f3 (nice) in lines 10, 20 and 30, and a negative in line 90."""
    given: Mapping[str, Importance] = {"f1": 3, "f2": 2, "f3": 1} if facts is None else facts
    made = (
        Fact(id=name, text=f"{id} {name}", importance=importance, support=((PLACE,),), line=10 * n)
        for n, (name, importance) in enumerate(given.items(), 1)
    )
    return Case(
        id=id,
        path=Path(f"evals/cases/{id}/case.yaml"),
        title=id,
        words=100,
        sources=(CaseSource(file="a.txt", sha256="0" * 64, text="Ten people"),),
        facts=tuple(made),
        must_not=(Negative(id="n1", text="it sank", pattern="sank", line=90),),
    )


def cases(count: int) -> list[Case]:
    return [case(f"case-{n:02}") for n in range(count)]


def scored(
    of: Case, metrics: Mapping[str, float | None], cited: Iterable[str] = (), said: Iterable[str] = (), repeat: int = 0
) -> Scored:
    """One brief: the metrics, those of facts with a part for each fact."""
    has = {"fact_recall": set(cited), "fact_recall_text": set(said)}
    scores = {}
    for name, value in ({**WHOLE, **metrics}).items():
        parts = [Part(id=f.id, value=float(f.id in has[name])) for f in of.facts] if name in has else []
        scores[name] = Score(metric=name, value=value, reason=f"why {name}", parts=tuple(parts))
    return Scored(case=of.id, repeat=repeat, scores=scores)


def failed(of: Case, repeat: int = 0) -> Scored:
    return Scored(case=of.id, repeat=repeat, error="the endpoint was down")


def exact(rows: Sequence[Scored], of: Sequence[Case]) -> Results:
    return collect(rows, of, True)


def noisy(values: Sequence[Sequence[float]], facts: Sequence[Sequence[str]] | None = None) -> Results:
    """One list of repeats for each of `cases(len(values))`: every gating metric has that value. `facts` are what each
    repeat of every case cites; f1 where nothing is said."""
    of = cases(len(values))
    rows = [
        scored(c, dict.fromkeys(GATING, value), (facts or [["f1"]] * len(repeats))[n], repeat=n)
        for c, repeats in zip(of, values, strict=True)
        for n, value in enumerate(repeats)
    ]
    return collect(rows, of, False)


def trial(before: Results | None, now: Results, of: Sequence[Case]) -> Trial:
    return Trial("engine", {c.id: c for c in of}, before, now)
