"""results.jsonl: a row for each case, repeat and metric, the same bytes each time, and nothing missing taken for 0."""

import json
from typing import Any

from sample_runs import HOSTILE, hostile_report, report

from summarizer.evals.reports import results


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in results.dumps([report()]).splitlines()]


def test_a_row_for_each_case_repeat_and_metric() -> None:
    rows = _rows()
    keys = [(row["case"], row["repeat"], row["metric"]) for row in rows]
    assert len(keys) == len(set(keys)) == 3 * 8
    assert results.dumps([report()]) == results.dumps([report()])


def test_a_row_holds_all_that_its_score_depends_on() -> None:
    row = next(row for row in _rows() if row["metric"] == "citation_recall" and row["repeat"] == 1)
    fingerprint = row["versions"].pop("case_sha256")
    assert len(fingerprint) == 64
    assert row == {
        "format": "summarizer.results/1",
        "run": "nightly",
        "case": "ferry-collision",
        "repeat": 1,
        "metric": "citation_recall",
        "tier": 1,
        "state": "scored",
        "value": 2 / 3,
        "reason": "",
        "versions": {
            "program": "summarizer 0.0.1",
            "code": "cd" * 32,
            "scorer": "summarizer 0.0.2",
            "case": "summarizer.case/1",
        },
        "brief": "",
        "writer": "model",
        "model": "tiny",
        "prompts": {"compose": "ab" * 32},
        "live": {"calls": 2, "failed_calls": 0, "prompt_tokens": 600, "completion_tokens": 80, "cost_usd": 0.0014},
        "cached": {"calls": 1, "failed_calls": 0, "prompt_tokens": 300, "completion_tokens": 40, "cost_usd": 0.0007},
    }


def test_what_is_not_scored_is_null_and_what_is_missing_is_not_measured() -> None:
    found = {(row["case"], row["metric"]): row for row in _rows() if row["repeat"] == 0}
    hedges = found["ferry-collision", "hedges"]
    assert (hedges["state"], hedges["value"], hedges["reason"]) == ("unscored", None, "no hedge in any cited span")
    lost = [row for (case, _), row in found.items() if case == "second"]
    assert {(row["state"], row["value"], row["reason"]) for row in lost} == {
        ("not measured", None, "the model's endpoint was down")
    }


def test_the_tiers_are_those_of_the_metrics() -> None:
    assert [results.tier(name) for name in ("spans", "joint", "judged_facts")] == [0, 1, 2]


def test_hostile_words_are_data() -> None:
    text = results.dumps([hostile_report()])
    assert text.isascii()
    assert {json.loads(line)["run"] for line in text.splitlines()} == {HOSTILE}
