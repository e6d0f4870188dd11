"""Why a brief got what it got, in words: for a fact, a question, a sentence, a negative or a metric, or for all.

It repeats what the metrics saw, by their own functions and reasons; it measures nothing in a way of its own.
"""

from collections.abc import Callable, Iterator
from functools import partial

from summarizer.errors import UsageError
from summarizer.evals.reports.explain import cases, metrics, sentences
from summarizer.evals.reports.nouns import Result
from summarizer.evals.scoring.metrics import METRICS
from summarizer.output.safe import as_lines, line

Lines = Iterator[str]


def explain(result: Result, id: str | None = None) -> str:
    """What `id` names, explained; without one, all that is not as it should be. Safe to show; ends in a newline.

    Raises UsageError that lists what is known where `id` is not.
    """
    if id is None:
        found = metrics.overview(result)
    else:
        makers = known(result).get(id)
        if not makers:
            raise UsageError(line(id), f"is nothing of {result.name}", f"name one of {_list(result)}")
        found = (text for make in makers for text in make())
    return as_lines(found).rstrip() + "\n"


def known(result: Result) -> dict[str, list[Callable[[], Lines]]]:
    """Everything that has an id, with what explains it. One id may name two things; both are explained then."""
    found: dict[str, list[Callable[[], Lines]]] = {}
    case, brief = result.case, result.brief
    for fact in case.facts:
        found.setdefault(fact.id, []).append(partial(cases.fact, result, fact))
    for question in case.disagreements:
        found.setdefault(question.id, []).append(partial(cases.question, result, question))
    for negative in case.must_not:
        found.setdefault(negative.id, []).append(partial(cases.negative, result, negative))
    for place, sentence in enumerate(brief.sentences if brief else ()):
        found.setdefault(sentence.id, []).append(partial(sentences.sentence, result, place))
    for metric in METRICS:
        found.setdefault(metric.name, []).append(partial(metrics.metric, result, metric))
    return found


def _list(result: Result) -> str:
    sentence_ids = [s.id for s in result.brief.sentences] if result.brief else []
    facts = [fact.id for fact in result.case.facts]
    others = [thing.id for thing in result.case.disagreements] + [thing.id for thing in result.case.must_not]
    return "; ".join(", ".join(ids) for ids in (facts, others, sentence_ids, [m.name for m in METRICS]) if ids)
