"""What a judge's answers may change in a verdict. Pure: no model, no text, only statuses and names of checks.

Assume that a hostile article dictates the judge's answer about itself. It may then lower the sentences that cite it.
It may lift one only where code found nothing wrong but the wording, in that article by itself: what the article could
have had by saying the sentence outright. It is never asked about a sentence that does not cite it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from summarizer.models.answers import clip
from summarizer.records import Check, Citation, Status, Verdict

Answer = Literal["supported", "not_supported", "contradicted", "unclear"]

JUDGE = "judge"  # name of the check
BY = "judge:"  # and how a verdict names the model
PARAPHRASE = "wording"  # the check that fails on other words for the same
RAISABLE = frozenset({PARAPHRASE, "structure"})  # how near the words are; any other check, known or new, blocks a raise
FROM_BEST: tuple[Status, ...] = ("supported", "partial", "unchecked", "unsupported", "contradicted")


class Ruling(NamedTuple):
    """One source's answer. `place` is where that source has the words that it rests on.

    "void": it has no such words, or is no answer at all. `bears`: the words stand in a cited span, and in this source
    alone code finds nothing wrong but the wording.
    """

    source: str
    answer: Answer | Literal["void"]
    place: Citation | None = None
    reason: str = ""
    bears: bool = False

    @property
    def void(self) -> bool:
        return self.answer == "void"


class Standing(NamedTuple):
    """Who judges, how well he was measured to, and whether that suffices to decide."""

    name: str
    figures: str
    decides: bool


def undecided(verdict: Verdict) -> bool:
    """Whether code leaves this to a judge: it is partly borne out, and fails by its wording alone.

    The sources' own words in another order are no paraphrase: where the wording passes, a judge lifts nothing.
    """
    failed = {check.name for check in verdict.checks if not check.ok and check.name != JUDGE}
    return verdict.status == "partial" and PARAPHRASE in failed and failed <= RAISABLE


def decide(verdict: Verdict, rulings: Sequence[Ruling], judge: Standing) -> Verdict:
    """`verdict` after hearing `rulings`, one for each source that was asked, the void ones among them."""
    heard = [r for r in rulings if r.place and r.answer not in ("unclear", "void")]
    if not heard:
        return verdict
    said = "; ".join(f"{r.source} {r.answer.replace('_', ' ')}, {_grounds(r)}" for r in heard)
    if not judge.decides:
        advice = Check(name=JUDGE, ok=True, detail=f"advice of {judge.name}, which decides nothing: {said}")
        return replace(verdict, checks=(*verdict.checks, advice))
    against = tuple(r.place for r in heard if r.place and r.answer == "contradicted")
    # One of several sources need not bear out the whole of a sentence: only where it stands alone is that a fault.
    unborne = len(rulings) == 1 and heard[0].answer == "not_supported"
    status = verdict.status
    if against:
        status = "contradicted"
    elif unborne:
        status = lower(status, "unsupported")
    elif undecided(verdict) and any(r.answer == "supported" and r.bears for r in heard):
        status = "supported"
    check = Check(name=JUDGE, ok=not (against or unborne), detail=f"{judge.name} ({judge.figures}): {said}")
    return Verdict(
        status=status,
        by=(*(name for name in verdict.by if name != BY + judge.name), BY + judge.name),
        checks=(*verdict.checks, check),
        against=(*verdict.against, *(c for c in against if c not in verdict.against)),
    )


def lower(one: Status, other: Status) -> Status:
    return max(one, other, key=FROM_BEST.index)


def unrepeated(stated: Verdict, fresh: Verdict) -> Verdict:
    """`fresh`, marked where a judge is said to have found otherwise and none has said so again.

    The lower of the two statuses stands: a raise has to be repeated to be believed, and a warning is not dropped.
    """
    judges = judges_of([stated])
    if not judges or judges_of([fresh]) or stated.status == fresh.status:
        return fresh
    detail = (
        f"“{stated.status}” is the verdict of {clip(', '.join(judges))} and could not be repeated without it; "
        f"code alone finds “{fresh.status}”; name the judge with --judge-model"
    )
    check = Check(name=JUDGE, ok=False, detail=detail)
    return replace(fresh, status=lower(stated.status, fresh.status), checks=(*fresh.checks, check))


def overruled(verdict: Verdict) -> bool:
    """Whether a judge, not code, found this supported: its wording check has failed and still stands so."""
    return verdict.status == "supported" and bool(judges_of([verdict])) and any(not c.ok for c in verdict.checks)


def judges_of(verdicts: Iterable[Verdict]) -> list[str]:
    """The names of the judges that had a say, without repeats."""
    found = (name.removeprefix(BY) for verdict in verdicts for name in verdict.by if name.startswith(BY))
    return list(dict.fromkeys(found))


def _grounds(ruling: Ruling) -> str:
    quote = clip(ruling.place.quote) if ruling.place else ""
    return f"“{quote}” ({clip(ruling.reason)})" if ruling.reason.strip() else f"“{quote}”"
