"""One metric of a brief with the parts that it is made of, and all metrics at a glance."""

from collections.abc import Iterator

from summarizer.evals.reports.nouns import STANDINGS, Result, shown
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Metric
from summarizer.output.facts import quoted
from summarizer.output.safe import line

_TIERS = {0: "an invariant", 1: "deterministic", 2: "judged by a model"}


def metric(result: Result, metric: Metric) -> Iterator[str]:
    """Its value and reason, then every part that is not whole, then the ids of those that are."""
    score = result.scored.scores.get(metric.name)
    yield f"{metric.name}: {metric.says} ({_TIERS[metric.tier]})"
    if score is None:
        yield f"  not measured: {line(result.scored.error or 'it was not asked')}"
        return
    yield f"  {shown(score.value)}{f': {line(score.reason)}' if score.reason else ''}"
    for part in score.parts:
        if part.value is None or part.value < 1:
            yield f"  {'–' if part.value is None else '✗'} {line(part.id)} {shown(part.value)}: {line(part.reason)}"
    whole = [line(part.id) for part in score.parts if part.value is not None and part.value >= 1]
    if whole:
        yield f"  ✓ {', '.join(whole)}"
    yield ""


def overview(result: Result) -> Iterator[str]:
    """Every metric in one line, then the facts that are not both said and cited, then the sentences with a fault."""
    yield f"{result.name} {line(quoted(result.case.title))}"
    if not result.measured:
        yield f"  not measured: {line(result.scored.error or 'there is no brief')}"
        return
    for known in METRICS:
        if score := result.scored.scores.get(known.name):
            yield f"  {score.metric:<23} {shown(score.value):>5}  {line(score.reason)}".rstrip()
    lost = [(fact, STANDINGS[result.standing(fact)]) for fact in result.case.facts if result.standing(fact) != "found"]
    if lost:
        yield "facts that are not both said and cited"
        yield from (f"  {sign} {fact.id} ({fact.importance}) {line(fact.text)}: {word}" for fact, (sign, word) in lost)
    wrong = [(s, _faults(result, s.id)) for s in (result.brief.sentences if result.brief else ())]
    if any(faults for _, faults in wrong):
        yield "sentences with a fault"
        yield from (f"  ✗ {line(s.id)} {line(quoted(s.text))}: {', '.join(f)}" for s, f in wrong if f)


def _faults(result: Result, id: str) -> list[str]:
    told = result.of_sentence(id)
    return list(dict.fromkeys(s.metric for s, part in told if part.value is not None and part.value < 1))
