"""From what the model wrote to what the brief says: sound sentences stand, failed ones give way to the extractive twin.

The brief that comes out holds the facts that code found most important whatever the model left out, repeated or got
wrong. A failed sentence is withheld with its reasons, never dropped in silence.
"""

from collections.abc import Sequence

from summarizer.articles.nouns import Span
from summarizer.articles.topic import Topic
from summarizer.checking.verdicts import Evidence, supports
from summarizer.records import Withheld
from summarizer.writing.composition import Proposal
from summarizer.writing.drafts import Draft
from summarizer.writing.extractive import draft
from summarizer.writing.grouping import Group
from summarizer.writing.ordering import order
from summarizer.writing.selection import FULL, select

Settled = tuple[tuple[Draft, ...], tuple[Withheld, ...]]


def settle(topic: Topic, ranked: Sequence[Group], proposals: Sequence[Proposal], words: int) -> Settled:
    """The drafts within `words`, in reading order, and the sentences that were held back."""
    told: set[str] = set()
    drafts: list[Draft] = []
    withheld: list[Withheld] = []
    for proposal in proposals:
        if not proposal.evidence:
            withheld.append(_withhold(proposal))
            drafts += [_own(g) for g in proposal.groups[:1] if g.id not in told and not g.points_back]
        elif any(g.id not in told for g in proposal.groups):
            drafts.append(_draft(topic, proposal))
        else:
            withheld.append(_withhold(proposal, "says again what the brief has said"))
        told.update(g.id for d in drafts for g in d.groups)
    kept = _fit(drafts, ranked, words * FULL)
    return _fill(topic, kept, ranked, words), tuple(withheld)


def _draft(topic: Topic, proposal: Proposal) -> Draft:
    """A sound proposal with its evidence, and with every further source that alone says all of it."""
    spans = [s.span for s in proposal.evidence]
    seen = {s.id for s in proposal.evidence}
    for sentence in (s for g in proposal.groups for m in g.members for s in m.sentences):
        published = topic.article[sentence.span.source].published
        if sentence.id not in seen and supports(proposal.text, Evidence(sentence.text, published)):
            spans.append(sentence.span)
        seen.add(sentence.id)
    return Draft(proposal.text, tuple(spans), proposal.groups, "model")


def _own(group: Group) -> Draft:
    """The group in its own words: its source's sentence, or a claim of the model's that its article bears out."""
    claim = group.members[0]
    if claim.written_by == "extractive":
        return draft(group)
    spans = [s.span for member in group.members for s in member.sentences]
    return Draft(claim.text, tuple(dict.fromkeys(spans)), (group,), "model")


def _withhold(proposal: Proposal, *reasons: str) -> Withheld:
    return Withheld(text=proposal.text, written_by="model", reasons=reasons or proposal.reasons)


def _fit(drafts: Sequence[Draft], ranked: Sequence[Group], budget: float) -> list[Draft]:
    """The drafts that fit: while they are too long together, the one whose best group ranks lowest goes."""
    place = {g.id: i for i, g in enumerate(ranked)}
    kept = list(drafts)
    while len(kept) > 1 and sum(d.length for d in kept) > budget:
        kept.remove(max(kept, key=lambda d: min(place[g.id] for g in d.groups)))
    return kept


def _fill(topic: Topic, kept: Sequence[Draft], ranked: Sequence[Group], words: int) -> tuple[Draft, ...]:
    """The kept drafts, and in the words that are left the best groups that none of them tells, each in its place."""
    told = {g.id for d in kept for g in d.groups}
    cited = {span for d in kept for span in d.spans}
    left = words * FULL - sum(d.length for d in kept)
    drafts = list(kept)
    for group in select(ranked, words):
        new = _own(group)
        if group.id not in told and not _covered(new.spans, cited) and new.length <= left:
            drafts.append(new)
            left -= new.length
    place = {g.id: i for i, g in enumerate(order([g for d in drafts for g in d.groups], topic))}
    filled = list(kept)
    for new in drafts[len(kept) :]:
        at = min((i for i, d in enumerate(filled) if _place(d, place) > _place(new, place)), default=len(filled))
        filled.insert(at, new)
    return tuple(filled)


def _place(of: Draft, place: dict[str, int]) -> int:
    return min(place[g.id] for g in of.groups)


def _covered(spans: Sequence[Span], cited: set[Span]) -> bool:
    return any(span in cited for span in spans)
