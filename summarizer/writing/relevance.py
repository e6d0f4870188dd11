"""Which groups bear on a question, by its own words and by those that keep company with them in the sources.

A sentence that shares few of the question's words may still answer it, if it resembles the sentences that share many.
Nothing here answers: it leaves out, and where nothing bears on the question it leaves out everything.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from summarizer.articles.terms import Likeness, cosine, terms
from summarizer.writing.grouping import Group

ASKING = frozenset(terms("many much happen tell explain describe give know say long often old far did year time"))
LEAST = 0.4  # share of the question's weight that a group must hold to bear on it
KINDRED = 0.35  # cosine to what the best groups speak of that is as good as the words themselves
BEST = 5  # groups that show what the question's words keep company with


def relevance(question: str, groups: Sequence[Group], likeness: Likeness) -> dict[str, float]:
    """0 to 1 for each group id; 0 for what does not bear on the question."""
    wanted = {term: likeness.weight(term) for term in terms(question) if term not in ASKING}
    total = sum(wanted.values())
    shares = {g.id: sum(wanted.get(t, 0.0) for t in terms(g.text)) / total if total else 0.0 for g in groups}
    best = sorted((g for g in groups if shares[g.id] >= LEAST), key=lambda g: -shares[g.id])[:BEST]
    vectors = {g.id: likeness.vector(g.text) for g in groups} if best else {}
    company: dict[str, float] = defaultdict(float)
    for group in best:
        for term, value in vectors[group.id].items():
            company[term] += value * shares[group.id]
    length = math.sqrt(sum(value * value for value in company.values())) or 1.0
    kin = {term: value / length for term, value in company.items()}
    return {g.id: _bearing(shares[g.id], cosine(vectors[g.id], kin) if best else 0.0) for g in groups}


def _bearing(share: float, kinship: float) -> float:
    return max(share, kinship) if share >= LEAST or (share and kinship >= KINDRED) else 0.0
