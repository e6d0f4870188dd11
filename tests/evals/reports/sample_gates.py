"""What a gate says of the made-up run: one fact lost, one metric fallen over all cases, one case without a brief."""

from dataclasses import replace

from sample_runs import report

from summarizer.evals.comparing.nouns import Check, Finding, Gate, Outcome
from summarizer.evals.reports.nouns import Report

PATH = "evals/cases/ferry-collision/case.yaml"
LOST = Finding(
    kind="lost fact",
    text="f2 “The steering had failed.” is no longer cited",
    engine="nightly",
    case="ferry-collision",
    metric="must_facts",
    fact="f2",
    before=1.0,
    now=0.0,
    path=PATH,
    line=17,
)
FALLEN = Finding(
    kind="regression", text="fact_recall 0.500 -> 0.300", engine="nightly", metric="fact_recall", before=0.5, now=0.3
)
GONE = Finding(
    kind="not measured",
    text="the model's endpoint was down",
    engine="nightly",
    case="second",
    path="evals/cases/second/case.yaml",
    line=1,
)


def outcome() -> Outcome:
    held = Check(engine="nightly", case="ferry-collision", metric="citation_recall", mark="passed", before=0.5, now=0.5)
    return Outcome(
        engine="nightly",
        rule="worse than chance explains",
        cases=2,
        checks=(
            replace(held, metric="must_facts", mark="failed", before=1.0, now=0.5, findings=(LOST,)),
            replace(
                held,
                case="",
                metric="fact_recall",
                mark="failed",
                before=0.5,
                now=0.3,
                interval=(-0.31, -0.09),
                findings=(FALLEN,),
            ),
            held,
            replace(held, metric="hedges", before=None, now=None),
            replace(held, case="second", metric="", mark="not measured", before=None, now=None, findings=(GONE,)),
        ),
    )


def gated() -> tuple[Report, Gate]:
    found = outcome()
    return replace(report(), outcome=found), Gate(outcomes=(found,))
