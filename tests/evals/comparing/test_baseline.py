"""The baseline as a file: nothing is lost on the way, nothing is changed but by a blessing, every change is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparing_samples import case, exact, noisy, scored

from summarizer.errors import UsageError
from summarizer.evals.comparing.baseline import Baseline, Blessing, bless, changes, dumps, read, write
from summarizer.evals.comparing.results import fingerprint

FERRY, MUSEUM = case("ferry"), case("museum")
WAS = exact([scored(FERRY, {"fact_recall": 0.5, "disagreements": None}, ["f1"])], [FERRY])
BY = Blessing(engine="extractive", by="Ada", when="2031-04-02T10:00:00Z", reason="the first", changes=1)


def _stored(label: str = "extractive") -> Baseline:
    return bless(Baseline(), label, WAS, BY)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    stored = bless(_stored(), "model", noisy([[0.1, 0.2, 0.3]]), BY)
    write(path, stored)
    found = read(path)
    assert dumps(found) == dumps(stored) == path.read_text()
    assert found.engines["extractive"].cases["ferry"].repeats[0].metrics["disagreements"] is None
    assert len(found.engines["model"].cases["case-00"].repeats) == 3


def test_a_metric_and_a_fact_have_a_line_each() -> None:
    lines = dumps(_stored()).splitlines()
    assert any(line.strip() == '"fact_recall": 0.5,' for line in lines)
    assert any(line.strip() == '"f1"' for line in lines)


def test_blessings_are_kept_and_other_engines_left_alone() -> None:
    first = _stored()
    again = bless(first, "model", noisy([[0.1]]), replace(BY, engine="model", by="Ben"))
    assert again.engines["extractive"] == first.engines["extractive"]
    assert [b.by for b in again.blessings] == ["Ada", "Ben"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a baseline"),
        ('{"format": "summarizer.baseline/2"}', "format"),
        ('{"engines": {"x": {"deterministic": "yes", "cases": {}}}}', "engines.x.deterministic"),
        ('{"engines": {}, "drift": 1}', "drift"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=says):
        read(path)


CHANGED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda case: case.update(repeats=[]), "has no brief"),
    (lambda case: case["repeats"][0].update(error="down"), "failed"),
    (lambda case: case["repeats"][0].update(cited=[]), "fact_recall is 0.500, and the facts that are cited are none"),
    (lambda case: case["repeats"][0]["metrics"].update(fact_recall=0.0), "the facts that are cited are f1"),
    (lambda case: case["repeats"][0]["metrics"].update(fact_recall=None), "fact_recall is not scored"),
    (lambda case: case["repeats"][0]["metrics"].update(numbers=-5.0), "numbers is not between 0 and 1"),
    (lambda case: case["repeats"][0]["metrics"].update(numbers=1e308), "numbers is not between 0 and 1"),
    (lambda case: case["repeats"][0]["metrics"].update(numbers=float("nan")), "NaN is not a number"),
    (lambda case: case["repeats"][0]["metrics"].update(numbers=float("-inf")), "-Infinity is not a number"),
]


@pytest.mark.parametrize(("change", "says"), CHANGED)
def test_what_no_blessing_writes_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    path = tmp_path / "baseline.json"
    data = json.loads(dumps(_stored()))
    change(data["engines"]["extractive"]["cases"]["ferry"])
    path.write_text(json.dumps(data))
    with pytest.raises(UsageError, match=says):
        read(path)


def test_a_field_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(dumps(_stored()).replace('"cited": [', '"said": [], "cited": ['))
    with pytest.raises(UsageError, match="`said` stands twice"):
        read(path)


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b'{"engines": {}, "blessings": "\xff"}', b"[" * 100_000])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="not a baseline"):
        read(path)


def test_a_baseline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="eval bless"):
        read(tmp_path / "none.json")


def test_every_change_is_named() -> None:
    now = exact(
        [scored(FERRY, {"fact_recall": 0.25, "disagreements": 1.0}, ["f2"]), scored(MUSEUM, {})], [FERRY, MUSEUM]
    )
    assert list(changes(WAS, now)) == [
        "ferry: fact_recall 0.500 -> 0.250",
        "ferry: disagreements not scored -> 1.000",
        "ferry: f1 is no longer cited",
        "ferry: f2 is now cited",
        "museum: new",
    ]
    assert next(iter(changes(now, WAS))) == "museum: no longer in the baseline"
    assert list(changes(None, WAS)) == ["ferry: new"]
    assert list(changes(WAS, WAS)) == []


def test_a_case_is_another_where_a_score_may_be() -> None:
    fact = FERRY.facts[0]
    same = [
        replace(FERRY, title="Another title", note="a note", path=Path("elsewhere/case.yaml")),
        replace(FERRY, facts=(replace(fact, line=99), *FERRY.facts[1:])),
    ]
    other = [
        replace(FERRY, words=99),
        replace(FERRY, facts=FERRY.facts[1:]),
        replace(FERRY, facts=(replace(fact, importance=1), *FERRY.facts[1:])),
        replace(FERRY, facts=(replace(fact, accept=("ten dead",)), *FERRY.facts[1:])),
        replace(FERRY, must_not=()),
        replace(FERRY, sources=(replace(FERRY.sources[0], sha256="1" * 64),)),
        replace(FERRY, sources=(replace(FERRY.sources[0], relevant=False),)),
    ]
    assert {fingerprint(c) for c in same} == {fingerprint(FERRY)}
    assert len({fingerprint(c) for c in (FERRY, *other)}) == len(other) + 1
