"""Which groups a brief of so many words holds: the most worth for the words, each thing once.

Greedy by worth per length, where a term that is already covered is worth little again (a submodular cover, for which
greedy picking is near the best there is). A group that leans on the sentence before it comes with that sentence or not
at all.
"""

import heapq
import math
from collections.abc import Iterator, Sequence

from summarizer.articles.nouns import Claim
from summarizer.writing.grouping import Group

AGAIN = 0.2  # worth of a term that the brief already has
SAMENESS = 2.0  # power with which resemblance to a sentence of the brief takes away a group's worth
UNHEARD = 1.5  # worth of a group that brings a source into the brief that is not cited yet
COST = 0.8  # power of a sentence's length by which its worth is divided; at 1, scraps would win over whole accounts
FULL = 1.08  # of the asked words; the whole sentences of a brief should end within 10 %
LEAD = 0.5  # share of a brief that its lead may take
REOPENING = 2.5  # how much more resemblance takes away between sentences that open their articles
LONGEST_CHAIN = 3  # sentences that may come with one another


def select(ranked: Sequence[Group], words: int) -> tuple[Group, ...]:
    """The groups for a brief of about `words` words, at most `FULL` times as many, in the order of picking.

    The first in the ranking is the lead: it is taken first if it leaves room for more. Where not one group can stand in
    a brief of that length, the lead stands all the same: a brief says something.
    """
    lead = ranked[0] if ranked and ranked[0].length <= LEAD * words else None
    return tuple(group for group, _ in pick(ranked, words * FULL, lead)) or tuple(ranked[:1])


def pick(groups: Sequence[Group], budget: float, lead: Group | None = None) -> list[tuple[Group, float]]:
    """Groups within `budget` words in the order of picking, each with its worth per length when it was picked.

    With no end to the budget, groups that cannot stand in a brief come last; otherwise they stay out.
    """
    state = _Picking(groups, budget)
    picked = list(state.run(lead))
    if budget == float("inf"):
        kept = {group.id for group, _ in picked}
        picked += [(group, 0.0) for group in groups if group.id not in kept]
    return picked


class _Picking:
    """One run. Worth only falls while terms get covered, so that a stale entry of the heap is an upper bound; a group
    gets cheaper only when the sentence that it leans on is picked, and is then entered again."""

    def __init__(self, groups: Sequence[Group], budget: float) -> None:
        self.groups = {group.id: group for group in groups}
        self.left = budget
        self.broken = not any(group.whole for group in groups)  # a language whose sentences nothing here can judge
        self.covered: set[str] = set()
        self.chosen: set[str] = set()
        self.said: set[str] = set()
        self.heard: set[str] = set()  # sources cited so far
        self.news = dict.fromkeys(self.groups, 1.0)  # 1 less the closest resemblance to a group that was taken
        self.place = {group.id: place for place, group in enumerate(groups)}
        self.leaning: dict[str, list[str]] = {}
        self.backed: dict[tuple[str, ...], list[str]] = {}
        for group in groups:
            if group.after:
                self.leaning.setdefault(group.after, []).append(group.id)
            for member in group.members[1:]:
                self.backed.setdefault(_key(member), []).append(group.id)

    def run(self, lead: Group | None = None) -> Iterator[tuple[Group, float]]:
        if lead is not None and self.chain(lead.id) == [lead]:
            yield lead, self.density([lead])
            self.take(lead)
        heap = [(-self.density(chain), self.place[g], g) for g in self.groups if (chain := self.chain(g))]
        heapq.heapify(heap)
        while heap:
            _, place, name = heapq.heappop(heap)
            chain = self.chain(name)
            if not chain or sum(group.length for group in chain) > self.left:
                continue
            density = self.density(chain)
            if heap and (-density, place) > heap[0][:2]:
                heapq.heappush(heap, (-density, place, name))
                continue
            for group in chain:
                yield group, self.density([group])
                self.take(group)
                for leaning in self.leaning.get(group.id, ()):
                    if fresh := self.chain(leaning):
                        heapq.heappush(heap, (-self.density(fresh), self.place[leaning], leaning))

    def chain(self, name: str) -> list[Group]:
        """The group with the sentences that it leans on and that are not picked yet, in reading order; empty where it
        has been said already or cannot stand in a brief."""
        chain: list[Group] = []
        at: str | None = name
        while at is not None and at not in self.chosen:
            group = self.groups.get(at)
            if group is None or at in self.said or len(chain) == LONGEST_CHAIN or not self.stands(group):
                return []
            chain.insert(0, group)
            at = group.after
        return chain

    def stands(self, group: Group) -> bool:
        return (group.whole or self.broken) and (group.after is not None or not group.points_back)

    def density(self, chain: Sequence[Group]) -> float:
        worth, covered = 0.0, self.covered
        for group in chain:
            fresh = sum(w * (AGAIN if term in covered else 1.0) for term, w in group.weights.items())
            worth += fresh * self.news[group.id] ** SAMENESS
            covered = covered | group.weights.keys() if len(chain) > 1 else covered
        if any(member.source not in self.heard for group in chain for member in group.members):
            worth *= UNHEARD
        return worth / math.pow(max(1, sum(group.length for group in chain)), COST)

    def take(self, group: Group) -> None:
        self.left -= group.length
        self.covered |= group.weights.keys()
        self.chosen.add(group.id)
        self.heard.update(member.source for member in group.members)
        for other, cosine in group.alike.items():
            if other in self.news:
                both = group.opens and self.groups[other].opens
                self.news[other] = min(self.news[other], 1.0 - min(1.0, cosine * (REOPENING if both else 1.0)))
        self.said.update(g for g in self.backed.get(_key(group.members[0]), ()) if g not in self.chosen)


def _key(claim: Claim) -> tuple[str, ...]:
    return (claim.text, *(sentence.id for sentence in claim.sentences))
