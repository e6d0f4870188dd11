"""What the engines are worth, as somebody has accepted it: `evals/baseline.json`, and who accepted it when and why.

It never drifts: the gate reads it and cannot write it, and `bless` is the only way in. Its text is stable and has a
line for every metric and fact, so that a review of a change shows what was given up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from summarizer.errors import UsageError
from summarizer.evals.comparing.results import CITED, SAME, CaseResult, Result, Results
from summarizer.output import files, json
from summarizer.records import Record

FORMAT: Literal["summarizer.baseline/1"] = "summarizer.baseline/1"
RESTORE = "take it from version control"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blessing(Record):
    """Who accepted what. `when` is ISO 8601 in UTC, `commit` that of the code which made the run, if it is known."""

    engine: str
    by: str
    when: str
    commit: str = ""
    reason: str
    changes: int  # how many figures and facts it changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Record):
    format: Literal["summarizer.baseline/1"] = FORMAT
    engines: dict[str, Results] = field(default_factory=dict)  # by the label of the run
    blessings: tuple[Blessing, ...] = ()  # the oldest first; none is taken out while its engine is in


def read(path: Path) -> Baseline:
    """The baseline in `path`. Raises UsageError that names the file and its first wrong field."""
    try:
        data = path.read_bytes()
        found = TypeAdapter(Baseline).validate_json(data, strict=True)
    except OSError as error:
        remedy = "name one with --baseline, or make one with `summarizer eval bless`"
        raise UsageError(str(path), error.strerror or "cannot be read", remedy) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise UsageError(str(path), f"not a baseline: {where}: {first['msg']}", RESTORE) from None
    json.parse(data.decode("utf-8"), str(path))
    if fault := next(_faults(found), ""):
        raise UsageError(str(path), f"not a baseline: {fault}", RESTORE)
    return found


def _faults(baseline: Baseline) -> Iterator[str]:
    """What no blessing would have written: no brief, a failed one, a figure that is no share, facts that are none."""
    for label, results in baseline.engines.items():
        for id, case in results.cases.items():
            where = f"engines.{label}.cases.{id}"
            if not case.repeats:
                yield f"{where}: has no brief"
            for result in case.repeats:
                yield from (f"{where}: {fault}" for fault in _faults_of(result))


def _faults_of(result: Result) -> Iterator[str]:
    if result.error:
        yield "holds a brief that failed"
    for metric, value in result.metrics.items():
        if value is not None and not 0 <= value <= 1:  # NaN is not either
            yield f"{metric} is not between 0 and 1"
    recall = result.metrics.get(CITED)
    if CITED in result.metrics and bool(result.cited) != bool(recall):
        yield f"{CITED} is {shown(recall)}, and the facts that are cited are {', '.join(result.cited) or 'none'}"


def write(path: Path, baseline: Baseline) -> None:
    """Puts the baseline in the place of `path`. Raises StoreError."""
    files.write(path, dumps(baseline))


def dumps(baseline: Baseline) -> str:
    """The text of the file."""
    engines = {label: _plain(results) for label, results in sorted(baseline.engines.items())}
    return json.encode({"format": baseline.format, "engines": engines, "blessings": baseline.blessings})


def _plain(results: Results) -> dict[str, Any]:
    cases = {
        id: {"sha256": case.sha256, "repeats": [_result(result) for result in case.repeats]}
        for id, case in sorted(results.cases.items())
    }
    return {"deterministic": results.deterministic, "made_by": results.made_by, "cases": cases}


def _result(result: Result) -> dict[str, Any]:
    kept = {"metrics": result.metrics, "cited": result.cited, "said": result.said}
    return kept | ({"breaches": result.breaches} if result.breaches else {})


def bless(baseline: Baseline, label: str, now: Results, blessing: Blessing) -> Baseline:
    """The baseline with `now` in the place of what it had of `label`, and one blessing more."""
    return replace(baseline, engines={**baseline.engines, label: now}, blessings=(*baseline.blessings, blessing))


def changes(before: Results | None, now: Results) -> Iterator[str]:
    """What blessing `now` changes, in words, a line each: cases, figures and facts; nothing where all is the same."""
    old: Mapping[str, CaseResult] = before.cases if before else {}
    if before and before.deterministic != now.deterministic:
        yield "every difference counts from now on" if now.deterministic else "only what is no noise counts from now on"
    yield from (f"{id}: no longer in the baseline" for id in old if id not in now.cases)
    for id, case in now.cases.items():
        if id not in old:
            yield f"{id}: new, with {len(case.repeats)} briefs" if len(case.repeats) > 1 else f"{id}: new"
            continue
        if old[id].sha256 != case.sha256:
            yield f"{id}: the case itself has changed"
        if len(old[id].repeats) != len(case.repeats):
            yield f"{id}: {len(case.repeats)} briefs instead of {len(old[id].repeats)}"
        for number, (was, result) in enumerate(zip(old[id].repeats, case.repeats, strict=False)):
            where = f"{id}, repeat {number}" if len(case.repeats) > 1 else id
            yield from (f"{where}: {change}" for change in _changes(was, result))


def _changes(was: Result, now: Result) -> Iterator[str]:
    for metric in dict.fromkeys([*was.metrics, *now.metrics]):
        if not same(was.metrics.get(metric), now.metrics.get(metric)):
            yield f"{metric} {shown(was.metrics.get(metric))} -> {shown(now.metrics.get(metric))}"
    for metric in dict.fromkeys([*was.breaches, *now.breaches]):
        a, b = was.breaches.get(metric, ()), now.breaches.get(metric, ())
        yield from (f"{metric}: {breach} is no longer admitted" for breach in a if breach not in b)
        yield from (f"{metric}: {breach} is admitted" for breach in b if breach not in a)
    for verb, a, b in (("cited", was.cited, now.cited), ("said", was.said, now.said)):
        yield from (f"{fact} is no longer {verb}" for fact in a if fact not in b)
        yield from (f"{fact} is now {verb}" for fact in b if fact not in a)


def same(a: float | None, b: float | None) -> bool:
    """Whether two scores are one, but for rounding."""
    return a is b if a is None or b is None else abs(a - b) <= SAME


def shown(value: float | None) -> str:
    """A score for people: three places, or what stands for none."""
    return "not scored" if value is None else f"{value:.3f}"
