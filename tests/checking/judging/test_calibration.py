"""How often a judge is wrong: counted honestly, kept in a file, bound to what was measured, and held to a gate."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_judge import answer, good, judge, parts

from summarizer.checking.judging.calibrating import Pair, Pairs, calibrate, read_pairs, shipped
from summarizer.checking.judging.calibration import dumps, load, standing
from summarizer.errors import ModelError, NothingToSay, UsageError
from summarizer.models.protocol import Request

RAIN = "Rain fell on the town all day."
GIVEN = Pairs(
    (
        Pair(RAIN, "true a", True),
        Pair(RAIN, "true b", True),
        Pair(RAIN, "true c", True),
        Pair(RAIN, "true d", True),
        Pair(RAIN, "false a", False),
        Pair(RAIN, "false b", False),
        Pair(RAIN, "false c", False),
    ),
    "f" * 64,
)
SAYS: dict[str, Any] = {
    "true a": answer("supported", RAIN),
    "true b": answer("supported", "no such words in it"),
    "true c": answer("contradicted", RAIN),
    "true d": ModelError("model scripted", "no answer in time", "wait"),
    "false a": answer("supported", RAIN),
    "false b": answer("unclear", ""),
    "false c": answer("not_supported", RAIN),
}


def test_every_pair_is_counted_once_and_a_failed_call_is_none() -> None:
    with judge(lambda request: SAYS[parts(request)[1]]) as (it, _):
        found = calibrate(GIVEN, it)
    assert (found.true_support, found.missed_support, found.false_support, found.true_refusal) == (1, 2, 1, 2)
    assert (found.false_alarm, found.void, found.failed, found.pairs) == (1, 1, 1, 6)
    assert found.false_support_rate == pytest.approx(1 / 3)
    assert found.false_alarm_rate == pytest.approx(1 / 3)
    assert found.balanced_accuracy == pytest.approx((1 / 3 + 2 / 3) / 2)
    # 1, 1/2, 0 for the true against 1, 1/2, 1/4 for the false: 2.5, 1.5 and 0 of 3 each
    assert found.auc == pytest.approx(4 / 9, abs=1e-4)
    assert (found.model, found.answered_by, found.pairs_sha256) == ("scripted", ("scripted",), "f" * 64)


def test_nothing_is_measured_where_every_call_failed() -> None:
    with judge(ModelError("model m", "no answer", "wait")) as (it, _), pytest.raises(NothingToSay):
        calibrate(GIVEN, it)


def by_label(request: Request) -> dict[str, Any]:
    """A judge that knows the answers of the shipped pairs."""
    text, claim = parts(request)
    label = {(p.source, p.claim): p.supported for p in read_pairs(shipped()).pairs}[text, claim]
    return answer("supported" if label else "not_supported", text)


@pytest.mark.parametrize(
    ("script", "balanced", "auc", "decides"),
    [
        (by_label, 1.0, 1.0, True),
        (lambda r: answer("supported", parts(r)[0]), 0.5, 0.5, False),  # a flatterer
        (lambda r: answer("not_supported", parts(r)[0]), 0.5, 0.5, False),
        (lambda _: answer("supported", "words of its own"), 0.5, 0.5, False),
        (lambda _: {}, 0.5, 0.5, False),
    ],
)
def test_only_a_judge_that_knows_better_than_chance_decides(
    script: Any, balanced: float, auc: float, decides: bool
) -> None:
    with judge(script) as (it, requests):
        found = calibrate(read_pairs(shipped()), it)
    assert len(requests) == found.pairs >= 60
    assert found.balanced_accuracy == pytest.approx(balanced)
    assert found.auc == auc
    assert standing(found, "scripted", found.prompt_sha256)[0].decides == decides
    assert ("it may decide" in found.describe()) == decides


def test_the_shipped_pairs_are_half_true_and_all_different() -> None:
    pairs = read_pairs(shipped()).pairs
    assert sum(p.supported for p in pairs) * 2 == len(pairs) >= 60
    assert len({p.claim for p in pairs}) == len(pairs)
    assert all(p.claim not in p.source for p in pairs)


UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"model": "other"}, "the calibration is of other"),
    ({"prompt_sha256": "0" * 64}, "another prompt"),
    ({"answered_by": ("m-2024",)}, "the endpoint answers as m, not as m-2024"),
    ({"false_support": 2, "true_refusal": 28}, "lets 7% of false claims pass"),
    ({"true_support": 12, "missed_support": 18}, "balanced accuracy is 0.68"),
    ({"true_support": 10, "missed_support": 0}, "too few"),
    ({"true_refusal": 9, "false_support": 0}, "too few"),
    ({"true_support": 0, "missed_support": 0, "false_support": 0, "true_refusal": 0}, "too few"),
]


@pytest.mark.parametrize(("changes", "why"), UNFIT)
def test_what_was_not_measured_or_not_good_enough_decides_nothing(changes: dict[str, Any], why: str) -> None:
    fit = good("m")
    assert standing(fit, "m", fit.prompt_sha256, ("m",)) == (standing(fit, "m", fit.prompt_sha256)[0], "")
    found, said = standing(replace(good("m"), **changes), "m", fit.prompt_sha256, ("m",))
    assert not found.decides
    assert why in said


def test_without_a_calibration_nothing_is_decided() -> None:
    found, why = standing(None, "m", "0" * 64)
    assert not found.decides
    assert "summarizer eval calibrate" in why


def test_a_calibration_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(dumps(good(auc=0.9)), encoding="utf-8")
    assert load(path) == good(auc=0.9)
    shown = json.loads(path.read_text())
    assert (shown["pairs"], shown["balanced_accuracy"], shown["false_support_rate"]) == (60, 0.95, 0.0333)
    assert shown["decides"] is True


def test_only_counts_are_believed(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    forged = json.loads(dumps(good(false_support=15, true_refusal=15))) | {"balanced_accuracy": 1, "decides": True}
    path.write_text(json.dumps(forged))
    assert load(path).too_weak


BROKEN: list[tuple[str, str]] = [
    ("", "is not JSON"),
    ("[" * 100_000, "is not JSON"),
    ("[]", "has not the format"),
    ('{"format": "summarizer.calibration/2"}', "has not the format"),
    (dumps(good()).replace('"failed": 0', '"failed": -1'), "no sound 'failed'"),
    (dumps(good()).replace('"void": 0', '"void": true'), "no sound 'void'"),
    (dumps(good()).replace('"auc": null', '"auc": NaN'), "no sound 'auc'"),
    (dumps(good()).replace('"model": "scripted"', '"model": ""'), "no sound 'model'"),
    (dumps(good()).replace('"true_support": 28,\n', ""), "no sound 'true_support'"),
]


@pytest.mark.parametrize(("text", "why"), BROKEN)
def test_a_file_that_is_no_calibration_is_named(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"c\.json: ") as caught:
        load(path)
    assert why in str(caught.value)
    with pytest.raises(UsageError, match=r"none\.json: "):
        load(tmp_path / "none.json")


LINES: list[tuple[bytes, str]] = [
    (b"", "has no pairs"),
    (b"\n\n", "has no pairs"),
    (b"{", "line 1"),
    (b"[1]", "line 1"),
    (b'{"source": "a", "claim": "b"}', "line 1"),
    (b'{"source": "a", "claim": "b", "label": "maybe"}', "line 1"),
    (b'{"source": "a", "claim": "b", "label": 2}', "line 1"),
    (b'{"source": "", "claim": "b", "label": true}', "line 1"),
    (b'{"source": "a", "claim": "b", "label": true}\n\n{"source": 1, "claim": "b", "label": true}', "line 3"),
    (b"\xff\xfe\x00", "is not UTF-8"),
]


@pytest.mark.parametrize(("data", "why"), LINES)
def test_a_line_that_is_no_labelled_pair_is_named(data: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read_pairs(path)
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("label", "expected"),
    [('"supported"', True), ("true", True), ('"not_supported"', False), ('"contradicted"', False), ("false", False)],
)
def test_labels(label: str, expected: bool, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(f'{{"source": "a", "claim": "b", "label": {label}, "why": "more is fine"}}\n')
    assert read_pairs(path).pairs == (Pair("a", "b", expected),)
