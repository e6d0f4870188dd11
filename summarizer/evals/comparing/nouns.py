"""What comparing finds. A verdict is made once, here it is only kept; whoever shows it may not decide it anew.

A `Check` is one thing that was held to the baseline and passed, failed or could not be measured: what JUnit calls a
test case. Its findings say what was found, in words and with the line of `case.yaml` to look at.
"""

from dataclasses import dataclass
from typing import Literal

from summarizer.errors import Exit
from summarizer.records import Record

Kind = Literal[
    "regression", "improvement", "lost fact", "gained fact", "broken invariant", "admitted breach", "not measured"
]
Mark = Literal["passed", "failed", "not measured"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """One thing that a person should look at. `before` and `now` are scores, or shares of repeats for a fact."""

    kind: Kind
    text: str  # in words, on one line, without the case's name
    engine: str = ""  # the label of the run
    case: str = ""  # "" where it is of all cases together
    metric: str = ""
    fact: str = ""  # the fact's id, of a lost or gained one
    before: float | None = None
    now: float | None = None
    path: str = ""  # of case.yaml
    line: int = 0  # in that file, from 1; 0 where there is none to point at
    fails: bool = True  # False: worth knowing, and no reason to fail


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """One metric of one case, or of all cases together (`case` is ""), held to the baseline."""

    engine: str
    case: str
    metric: str
    mark: Mark
    before: float | None = None
    now: float | None = None
    interval: tuple[float, float] | None = None  # of the difference, 95 %, where it is a mean over cases
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """What the gate says of one run."""

    engine: str
    rule: str  # in words, by what it was decided
    cases: int
    checks: tuple[Check, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for check in self.checks for finding in check.findings)

    def count(self, mark: Mark) -> int:
        return sum(check.mark == mark for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Record):
    """What the gate says of all runs together. A measured regression stands, whatever else could not be measured."""

    outcomes: tuple[Outcome, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for outcome in self.outcomes for finding in outcome.findings)

    def count(self, mark: Mark) -> int:
        return sum(outcome.count(mark) for outcome in self.outcomes)

    @property
    def exit(self) -> Exit:
        if self.count("failed"):
            return Exit.MARKED
        return Exit.NOTHING if self.count("not measured") or not self.count("passed") else Exit.WHOLE

    @property
    def closing(self) -> str:
        counts = (f"{self.count('passed')} passed", f"{self.count('failed')} failed")
        admitted = sum(finding.kind == "admitted breach" for finding in self.findings)
        standing = f"; {admitted} of the passed stand on an admitted breach" if admitted else ""
        return f"{', '.join(counts)}, {self.count('not measured')} could not be measured{standing}"
