"""One run before the gate: what is held to the baseline, what every brief must keep, what could not be measured.

Whatever could not be measured is a check of its own here. A gate that passes over it would be green when nothing ran.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.comparing.nouns import Check, Finding, Kind, Mark
from summarizer.evals.comparing.results import CaseResult, Results

BLESS = "bless a run of it if it is right"


class Limits(NamedTuple):
    """From where on the gate says that it cannot tell. Shares, and standard deviations of scores, are of 1."""

    cases: int = 1  # fewer that can be compared prove nothing
    unscored: float = 0.05  # of the scores that the baseline has
    repeats: int = 3  # of a noisy engine, on both sides
    one_answer: float = 0.50  # of the cases, with the same brief each time; more were never made more than once
    spread: float = 0.40  # standard deviation of a metric between the repeats of one case; that of a coin is 0.50


class Trial(NamedTuple):
    """A run beside what was blessed of its engine; `before` is None where nothing was."""

    engine: str
    cases: Mapping[str, Case]
    before: Results | None
    now: Results
    faults: tuple[str, ...] = ()  # of the run itself: recordings that nothing asked for

    def finding(self, finding: Finding, case: str) -> Finding:
        """The same with the engine, the case and, where it has no line, the first of the case's file."""
        known = self.cases.get(case)
        kept = {name: getattr(finding, name) for name in Finding.__slots__}
        place = {"path": str(known.path), "line": finding.line or 1} if known else {}
        return Finding(**kept | place | {"engine": self.engine, "case": case})

    def unmeasured(self, text: str, case: str = "", metric: str = "") -> Check:
        finding = self.finding(Finding(kind="not measured", text=text, metric=metric), case)
        return Check(engine=self.engine, case=case, metric=metric, mark="not measured", findings=(finding,))

    def admitted(self, case: str, metric: str) -> frozenset[str]:
        """What somebody has admitted that the engine breaks in a case, if the case is what it was then."""
        return self.before.cases[case].breaches(metric) if self.before and case in self.comparable else frozenset()

    @property
    def comparable(self) -> tuple[str, ...]:
        """The cases that both have and that are what they were when they were blessed."""
        if self.before is None:
            return ()
        old, new = self.before.cases, self.now.cases
        return tuple(id for id in new if id in old and self._alike(old[id], new[id]))

    @staticmethod
    def _alike(old: CaseResult, new: CaseResult) -> bool:
        return bool(old.sha256 == new.sha256 and old.measured and new.measured)


def invariants(trial: Trial) -> Iterator[Check]:
    """Every invariant of every case that has a brief: broken where one of its repeats breaks it.

    A breach that was admitted by name, of a case that is still the same, is told every time and does not fail.
    """
    measured = ((id, case) for id, case in trial.now.cases.items() if case.measured)
    for id, case in measured:
        for metric in INVARIANTS:
            values = case.values(metric)
            if len(values) < len(case.measured):
                yield trial.unmeasured(f"{metric} was not scored", id, metric)
                continue
            now = min(values)
            seen = case.breaches(metric)  # none, where the invariant is not admissible
            admitted = bool(seen) and seen <= trial.admitted(id, metric)
            findings = () if now >= 1 else (trial.finding(_broken(metric, case, now, admitted), id),)
            mark: Mark = "failed" if findings and not admitted else "passed"
            yield Check(engine=trial.engine, case=id, metric=metric, mark=mark, before=1.0, now=now, findings=findings)


def _broken(metric: str, case: CaseResult, now: float, admitted: bool) -> Finding:
    note = case.note(metric)
    text = f"{metric} is broken" + (", as was admitted" if admitted else "") + (f": {note.text}" if note.text else "")
    kind: Kind = "admitted breach" if admitted else "broken invariant"
    return Finding(kind=kind, text=text, metric=metric, before=1.0, now=now, line=note.line, fails=not admitted)


def coverage(trial: Trial, limits: Limits) -> Iterator[Check]:
    """What cannot be compared: cases without a brief, unknown to the baseline, gone, changed since; too few cases."""
    before, now = trial.before, trial.now
    yield from (trial.unmeasured(fault) for fault in trial.faults)
    if before is None:
        if now.cases or not trial.faults:
            yield trial.unmeasured(f"{trial.engine} is not in the baseline; {BLESS}")
        return
    if not now.cases:
        if not trial.faults:
            yield trial.unmeasured("no case was measured")
        return
    for id in dict.fromkeys([*now.cases, *before.cases]):
        if reason := _gap(before.cases.get(id), now.cases.get(id)):
            yield trial.unmeasured(reason, id)
    if len(trial.comparable) < limits.cases:
        yield trial.unmeasured(f"{len(trial.comparable)} cases can be compared, and at least {limits.cases} are needed")


def _gap(before: CaseResult | None, now: CaseResult | None) -> str:
    if now is None:
        return f"is in the baseline and not among the cases; {BLESS.replace('it is', 'that is')}"
    if not now.measured:
        return next((result.error for result in now.repeats), "the run has no brief of it")
    if before is None:
        return f"is not in the baseline; {BLESS}"
    if not before.measured:
        return f"the baseline has no brief of it; {BLESS}"
    if before.sha256 != now.sha256:
        return f"the case has changed since it was blessed; {BLESS.replace('it is', 'that is')}"
    return ""
