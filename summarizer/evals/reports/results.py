"""A run as results.jsonl: one row for each case, repeat and metric, with all that a score depends on, for programs.

The same briefs and cases give the same bytes: no clock, no path of this machine. What was not scored is null with its
reason, and never 0; what could not be measured is another thing again, and has a state of its own.
"""

import json
from collections.abc import Iterator
from typing import Any

from summarizer.evals.cases import nouns as cases
from summarizer.evals.comparing.results import fingerprint
from summarizer.evals.reports.nouns import Report, Result
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Score, Tier
from summarizer.records import Usage

FORMAT = "summarizer.results/1"


def dumps(reports: list[Report]) -> str:
    """The rows of every run, each a line of JSON. A brief that is missing has a row for each metric of its run."""
    found = (row for report in reports for row in rows(report))
    return "".join(json.dumps(row, allow_nan=False) + "\n" for row in found)  # ASCII: nothing in it acts or hides


def rows(report: Report) -> Iterator[dict[str, Any]]:
    """The rows of one run, in the order of cases, repeats and metrics."""
    fingerprints = {case: fingerprint(found[0].case) for case, found in report.cases.items()}
    for result in report.results:
        about = _about(result)
        for metric in report.metrics or ["brief"]:
            score = result.scored.scores.get(metric)
            yield {
                "format": FORMAT,
                "run": report.label,
                "case": result.case.id,
                "repeat": result.scored.repeat,
                "metric": metric,
                "tier": tier(metric),
                **_value(result, score),
                "versions": {
                    "program": report.made_by.get("program"),
                    "code": report.made_by.get("code"),
                    "scorer": report.scored_by,
                    "case": cases.FORMAT,
                    "case_sha256": fingerprints[result.case.id],
                },
                **about,
            }


def tier(metric: str) -> Tier:
    """0 an invariant, 1 deterministic; what is not in the table of metrics is judged by a model: 2."""
    return next((known.tier for known in METRICS if known.name == metric), 2)


def _value(result: Result, score: Score | None) -> dict[str, Any]:
    if not result.measured:
        return {"state": "not measured", "value": None, "reason": result.scored.error or "there is no brief"}
    if score is None or score.value is None:
        return {"state": "unscored", "value": None, "reason": score.reason if score else "was not asked"}
    return {"state": "scored", "value": score.value, "reason": score.reason}


def _about(result: Result) -> dict[str, Any]:
    """What made the brief, and what that took: `live` was paid now, `cached` when its answers were recorded."""
    engine = result.brief.engine if result.brief else None
    return {
        "brief": result.brief.id if result.brief else None,
        "writer": engine.writer if engine else None,
        "model": engine.model if engine else None,
        "prompts": {name: used.sha256 for name, used in engine.prompts.items()} if engine else {},
        "live": _spent(result.cost.live),
        "cached": _spent(result.cost.cached),
    }


def _spent(usage: Usage) -> dict[str, Any]:
    """Calls, tokens and US dollars; null dollars where the model's price is unknown. No seconds: the same run, the same
    bytes."""
    names = ("calls", "failed_calls", "prompt_tokens", "completion_tokens", "cost_usd")
    return {name: getattr(usage, name) for name in names}
