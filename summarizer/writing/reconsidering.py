"""What the model wrote and code could not decide, put before the judge; and what code let pass, before it as well.

A sentence that the judge lowers is withheld with its reason, and gives way to the extractive twin like any that fails.
One that the judge may lift and does is kept, on the sentences that bear it out in all but its wording.
"""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.judging.judge import Case, Judge
from summarizer.checking.judging.rules import JUDGE
from summarizer.writing.composition import Assessor, Proposal


def reconsider(proposals: Sequence[Proposal], judge: Judge, assessor: Assessor, topic: Topic) -> tuple[Proposal, ...]:
    """The proposals as they stand after the judge. A mere adviser is not asked here."""
    if not judge.standing.decides:
        return tuple(proposals)
    evidence = [p.evidence or assessor.nearly(p) for p in proposals]
    cases = [
        Case(p.text, tuple(topic.cite(s.span) for s in found), assessor.verdict(p.text, found))
        for p, found in zip(proposals, evidence, strict=True)
    ]
    texts = {article.id: article.text for article in topic.articles}
    verdicts = judge.judge_all(cases, texts, {article.id: article.published for article in topic.articles})
    settled: list[Proposal] = []
    for proposal, found, verdict in zip(proposals, evidence, verdicts, strict=True):
        before = settled[-1] if settled else None
        settled.append(
            _settled(proposal, found, before, assessor)
            if verdict.status == "supported"
            else _lowered(proposal, [c.detail for c in verdict.checks if c.name == JUDGE])
        )
    return tuple(settled)


def _settled(proposal: Proposal, found: tuple[Sentence, ...], before: Proposal | None, assessor: Assessor) -> Proposal:
    return proposal if proposal.evidence else assessor.grounded(proposal, found, before)


def _lowered(proposal: Proposal, said: Sequence[str]) -> Proposal:
    return replace(proposal, evidence=(), reasons=(*proposal.reasons, *(f"{JUDGE}: {words}" for words in said)))
