"""A comparison in one verdict and a few sentences. Made once, here; what is printed and what is exited with is this."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.evals.comparing import pairs, statistics
from summarizer.evals.comparing.pairs import Broken, Compared, Comparison
from summarizer.records import Record

Whole = Literal["worse", "better", "better and worse", "no difference seen", "the same", "not tested"]
RULE = (
    f"{pairs.RULE}; an invariant that only B breaks is worse; better or worse as a whole where any of them is, "
    "“no difference seen” is no proof that there is none"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall(Record):
    """What it comes to. Facts are counted by the spans that are cited."""

    verdict: Whole
    better: tuple[str, ...]
    worse: tuple[str, ...]
    broken: tuple[Broken, ...]  # invariants, by B alone
    lost: int  # must-facts that B has in fewer repeats than A
    gained: int
    p: float  # of so uneven a split between lost and gained: McNemar's exact test
    p_by_case: float  # of cases with more lost than gained against the other ones: the exact sign test
    rule: str = RULE

    @property
    def line(self) -> str:
        """The verdict as it is printed. Facts that are gone are gone in these cases, whatever holds for all events."""
        lost = f"; {self.lost} must-facts cited less often in these cases" if self.lost else ""
        return f"verdict: {self.verdict}{lost}"

    @property
    def is_worse(self) -> bool:
        return self.verdict in ("worse", "better and worse")


def overall(comparison: Comparison) -> Overall:
    """The verdict of a comparison."""
    better = tuple(c.metric for c in comparison.metrics if c.verdict == "better")
    worse = tuple(c.metric for c in comparison.metrics if c.verdict == "worse")
    broken = tuple(b for b in comparison.broken if b.now and not b.before)
    lost, gained = comparison.lost(must=True), comparison.gained(must=True)
    balance = [_net(comparison, case) for case in comparison.cases]
    return Overall(
        verdict=_verdict(comparison, bool(better), bool(worse or broken)),
        better=better,
        worse=worse,
        broken=broken,
        lost=len(lost),
        gained=len(gained),
        p=statistics.sign_test(len(lost), len(gained)),
        p_by_case=statistics.sign_test(sum(n < 0 for n in balance), sum(n > 0 for n in balance)),
    )


def _net(comparison: Comparison, case: str) -> int:
    lost = sum(change.case == case for change in comparison.lost(must=True))
    return sum(change.case == case for change in comparison.gained(must=True)) - lost


def _verdict(comparison: Comparison, better: bool, worse: bool) -> Whole:
    if worse:
        return "better and worse" if better else "worse"
    if better:
        return "better"
    verdicts = {c.verdict for c in comparison.metrics if c.pairs}
    if verdicts == {"the same"} and not comparison.facts:
        return "the same"
    return "no difference seen" if verdicts - {"not tested", "the same"} else "not tested"


def sentences(found: Overall, comparison: Comparison) -> Iterator[str]:
    """What got better, what worse, and what was lost: for whoever has edited a prompt and asks whether to commit it."""
    by_name = {c.metric: c for c in comparison.metrics}
    yield f"better: {_listed(by_name[m] for m in found.better)}"
    yield f"worse: {_listed(by_name[m] for m in found.worse)}"
    if found.broken:
        yield f"broken by B alone: {', '.join(f'{b.metric} in {b.case}' for b in found.broken)}"
    p = f"p = {found.p:.2f} (McNemar), {found.p_by_case:.2f} by case (signs)" if found.lost + found.gained else ""
    yield f"must-facts cited less often: {found.lost}, more often: {found.gained}{f'; {p}' if p else ''}"
    if len(comparison.cases) == 1:
        yield "one case is one event: no interval, and no verdict on others, can be had of it"


def _listed(compared: Iterator[Compared]) -> str:
    return ", ".join(f"{c.metric} {c.difference:+.3f}" for c in compared) or "nothing"
