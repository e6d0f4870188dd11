"""The one table of metrics. A metric that is not in it does not exist; its order is the order in which they are shown.

An empty brief scores 0 wherever a brief of words could have scored: harnesses that skip it reward silence.
"""

from collections.abc import Iterable

from summarizer.evals.scoring import citations, disagreements, facts, fidelity, invariants
from summarizer.evals.scoring.nouns import Metric, Score, Subject

METRICS: tuple[Metric, ...] = (
    Metric("schema", 0, "the brief keeps its format", invariants.schema),
    Metric("spans", 0, "every citation holds exactly what it quotes", invariants.spans),
    Metric("cited", 0, "every sentence is cited", invariants.cited),
    Metric("relevant", 0, "no citation leads to another event", invariants.relevant),
    Metric("must_not", 0, "nothing is said that must not be", invariants.must_not),
    Metric("length", 0, "at most 110 % of the words asked for", invariants.length),
    Metric("fact_recall", 1, "facts whose places are cited, by importance", facts.fact_recall),
    Metric("fact_recall_text", 1, "facts that are said, by importance", facts.fact_recall_text),
    Metric("must_facts", 1, "facts that must be there and are cited", facts.must_facts),
    Metric("fact_recall_normalised", 1, "fact recall without the advantage of length", facts.fact_recall_normalised),
    Metric("citation_recall", 1, "sentences that their citations bear out", citations.citation_recall),
    Metric("citation_precision", 1, "citations that are of use", citations.citation_precision),
    Metric("joint", 1, "facts said, times how well they are cited", facts.joint),
    Metric("numbers", 1, "sentences whose figures and dates are their spans'", fidelity.numbers),
    Metric("names", 1, "sentences whose names are their spans'", fidelity.names),
    Metric("polarity", 1, "sentences that deny what their spans deny", fidelity.polarity),
    Metric("speakers", 1, "sentences that keep who says it", fidelity.speakers),
    Metric("hedges", 1, "sentences that are as sure as their spans", fidelity.hedges),
    Metric("tightness", 1, "citations that are close to their sentence", fidelity.tightness),
    Metric("distinct", 1, "sentences that say something new", fidelity.distinct),
    Metric("balance", 1, "sources heard alike", fidelity.balance),
    Metric("disagreements", 1, "disagreements of which two answers are given", disagreements.disagreements),
    Metric("disagreement_precision", 1, "reported disagreements that are real", disagreements.disagreement_precision),
)
NOTHING_SAID = "the brief says nothing"


def score(subject: Subject, metrics: Iterable[Metric] = METRICS) -> dict[str, Score]:
    """Every score of a brief, by metric, in the order of `metrics`."""
    return {metric.name: _measured(metric, subject) for metric in metrics}


def _measured(metric: Metric, subject: Subject) -> Score:
    found = metric.measure(subject)
    if subject.is_empty and (found.value is not None or metric.name not in COULD_BE_NONE):
        return Score(metric=metric.name, value=0.0, reason=NOTHING_SAID)
    return found


# What depends on the case alone: without facts that must be there, or without disagreements, nothing could be scored.
COULD_BE_NONE = ("must_facts", "disagreements")
