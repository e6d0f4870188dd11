"""How far the matchers agree with a person who read the briefs: whether each fact is said, labelled before any scoring.

Labels stand beside the briefs of a run, in `labels.jsonl`, one fact of one brief a line:
`{"case": "seeds", "repeat": 0, "fact": "f3", "present": true}`. A label of a brief that has changed since is refused.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from summarizer.errors import UsageError
from summarizer.evals.scoring.nouns import Scored
from summarizer.output.safe import as_lines

NAME = "labels.jsonl"
METRICS = ("fact_recall", "fact_recall_text")
FIELDS = {"case": str, "repeat": int, "fact": str, "present": bool}


class Label(NamedTuple):
    """What a person found."""

    case: str
    repeat: int
    fact: str
    present: bool


class Pair(NamedTuple):
    """One fact of one brief, as the person and as the metric see it."""

    label: Label
    found: bool
    reason: str


class Agreement(NamedTuple):
    """One metric against the labels."""

    metric: str
    pairs: tuple[Pair, ...]

    @property
    def share(self) -> float:
        return sum(p.found is p.label.present for p in self.pairs) / len(self.pairs) if self.pairs else 0.0

    @property
    def kappa(self) -> float:
        """Cohen's kappa (Cohen 1960): agreement beyond what the two shares of "said" would give by chance."""
        n = len(self.pairs)
        if not n:
            return 0.0
        said, found = sum(p.label.present for p in self.pairs) / n, sum(p.found for p in self.pairs) / n
        chance = said * found + (1 - said) * (1 - found)
        return (self.share - chance) / (1 - chance) if chance < 1 else 1.0

    @property
    def wrong(self) -> tuple[Pair, ...]:
        return tuple(p for p in self.pairs if p.found is not p.label.present)


def read(path: Path) -> list[Label]:
    """The labels in a file. Raises UsageError that names the line which is none."""
    labels: dict[tuple[str, int, str], Label] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "label the briefs of a run first") from None
    for number, line in enumerate(lines, 1):
        try:
            given = json.loads(line)
            sound = isinstance(given, dict) and all(type(given.get(name)) is kind for name, kind in FIELDS.items())
        except ValueError:
            sound = False
        if not sound:
            raise UsageError(f"{path}:{number}", "is no label", "give case, repeat, fact and present")
        label = Label(*(given[name] for name in FIELDS))
        if label[:3] in labels:
            raise UsageError(f"{path}:{number}", f"labels {label.case} {label.fact} again", "keep one of the two")
        labels[label[:3]] = label
    return list(labels.values())


def compare(labels: Iterable[Label], scored: Sequence[Scored]) -> list[Agreement]:
    """One agreement a metric. Raises UsageError for a label whose brief or fact is not there."""
    rows: Mapping[tuple[str, int], Scored] = {(row.case, row.repeat): row for row in scored}
    found: dict[str, list[Pair]] = {metric: [] for metric in METRICS}
    for label in labels:
        row = rows.get((label.case, label.repeat))
        for metric in METRICS:
            parts = row.scores[metric].parts if row and metric in row.scores else ()
            part = next((p for p in parts if p.id == label.fact), None)
            if part is None or part.value is None:
                where = f"{label.case} {label.fact}"
                raise UsageError(where, "is labelled and has no score", "score the run that was labelled")
            found[metric].append(Pair(label, part.value >= 0.5, part.reason))
    return [Agreement(metric, tuple(pairs)) for metric, pairs in found.items()]


def render(agreements: Iterable[Agreement]) -> str:
    """Kappa by metric, and every fact on which the metric and the person differ."""
    lines = []
    for a in agreements:
        lines.append(f"{a.metric}: kappa {a.kappa:.3f}, {a.share:.1%} of {len(a.pairs)} facts as labelled")
        for pair in a.wrong:
            said = "said, not found" if pair.label.present else "not said, found"
            lines.append(f"  {pair.label.case} {pair.label.fact}: {said}: {pair.reason}")
    return as_lines(lines)
