"""Two runs side by side: figures by hand, no case dropped in silence, one verdict."""

import pytest
from comparing_samples import case, cases, exact, failed, scored

from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing.overall import overall, sentences
from summarizer.evals.comparing.pairs import Comparison, compare
from summarizer.evals.comparing.results import Results

FERRY, MUSEUM, SPILL = case("ferry"), case("museum"), case("spill")


def _run(of: list[Case], values: list[float | None], metric: str = "joint") -> Results:
    return exact([scored(c, {metric: v}) for c, v in zip(of, values, strict=True)], of)


def _compared(before: list[float | None], now: list[float | None]) -> Comparison:
    of = cases(len(before))
    return compare(_run(of, before), _run(of, now), of)


def test_the_figures_of_one_metric_by_hand() -> None:
    found = _compared([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.2, 0.4, 0.4, 0.6, 0.6, 0.8])  # +.1 and +.2, three times each
    (joint,) = found.metrics
    assert (joint.before, joint.now) == pytest.approx((0.35, 0.5))
    assert joint.difference == pytest.approx(0.15)
    # SD .05477, SE .02236, t(.975, 5) = 2.571
    assert joint.interval == pytest.approx((0.15 - 2.5706 * 0.02236, 0.15 + 2.5706 * 0.02236), abs=1e-4)
    assert joint.adjusted == 2**-5  # no test of six cases can be surer
    assert joint.verdict == "better"
    assert joint.resampled is not None
    assert 0.1 <= joint.resampled.low < joint.resampled.high <= 0.2


def test_repeats_are_averaged_before_anything_else() -> None:
    ferry = [scored(FERRY, {"joint": v}, repeat=n) for n, v in enumerate((0.0, 1.0))]
    museum = [scored(MUSEUM, {"joint": 0.5})]
    found = compare(exact([*ferry, *museum], [FERRY, MUSEUM]), _run([FERRY, MUSEUM], [0.6, 0.6]), [FERRY, MUSEUM])
    assert [(p.before, p.now) for p in found.metrics[0].pairs] == [(0.5, 0.6), (0.5, 0.6)]


def test_one_case_has_no_interval_and_says_so() -> None:
    found = _compared([0.1], [0.9])
    (joint,) = found.metrics
    assert (joint.interval, joint.p, joint.verdict) == (None, None, "not tested")
    verdict = overall(found)
    assert verdict.verdict == "not tested"
    assert any("one case is one event" in line for line in sentences(verdict, found))


def test_what_only_one_run_has_is_named() -> None:
    of = [FERRY, MUSEUM, SPILL]
    before = exact([scored(FERRY, {"joint": 0.5}), scored(MUSEUM, {"joint": 0.5}), failed(SPILL)], of)
    now = exact([scored(FERRY, {"joint": 0.5}), failed(MUSEUM), scored(SPILL, {"joint": 0.5})], of)
    found = compare(before, now, of)
    assert (found.cases, found.only_before, found.only_now) == (("ferry",), ("museum",), ("spill",))


def test_not_scored_is_no_number() -> None:
    found = _compared([0.5, None, None, 0.1], [0.5, 0.3, None, None])
    (joint,) = found.metrics
    assert [pair.case for pair in joint.pairs] == ["case-00"]
    assert joint.unscored == ("case-01", "case-03")


def test_the_verdicts_are_adjusted_for_the_metrics_that_could_have_one() -> None:
    of = cases(12)
    falls = {"joint": 0.5, "names": 1.0, "distinct": 0.9}
    rows = [scored(c, falls | {"joint": 0.3 + 0.01 * n, "distinct": 0.9 if n else 0.1}) for n, c in enumerate(of)]
    found = {c.metric: c for c in compare(exact([scored(c, falls) for c in of], of), exact(rows, of), of).metrics}
    assert found["joint"].verdict == "worse"
    assert found["joint"].adjusted == found["joint"].p  # names never changed, distinct in one case: they cannot count
    assert (found["names"].verdict, found["distinct"].verdict) == ("the same", "no difference seen")


def test_facts_lost_and_gained_by_id() -> None:
    metrics = {"fact_recall": 0.5, "fact_recall_text": 0.5}
    before = exact([scored(FERRY, metrics, ["f1", "f2"], ["f1"])], [FERRY])
    now = exact([scored(FERRY, metrics, ["f2", "f3"], ["f1"])], [FERRY])
    found = compare(before, now, [FERRY])
    assert [(c.fact, c.said, c.lost, c.line) for c in found.facts] == [
        ("f1", False, True, 10),
        ("f3", False, False, 30),
    ]
    assert [c.fact for c in found.lost(must=True)] == ["f1"]
    assert [c.fact for c in found.gained(must=True)] == []
    verdict = overall(found)
    assert (verdict.lost, verdict.gained, verdict.p) == (1, 0, 1.0)
    assert verdict.line.endswith("1 must-facts cited less often in these cases")


def test_runs_that_are_alike_are_the_same() -> None:
    assert overall(_compared([0.5] * 4, [0.5] * 4)).verdict == "the same"


@pytest.mark.parametrize(
    ("now", "verdict"),
    [(0.9, "better"), (0.1, "worse"), (0.5, "the same")],
)
def test_the_verdict_on_the_whole(now: float, verdict: str) -> None:
    found = overall(_compared([0.5] * 12, [now] * 12))
    assert found.verdict == verdict
    assert found.is_worse == (verdict == "worse")


def test_an_invariant_that_only_b_breaks_is_worse_however_much_is_better() -> None:
    of = cases(12)
    now = [scored(c, {"joint": 0.9, "spans": float(n > 0)}) for n, c in enumerate(of)]
    found = overall(compare(_run(of, [0.5] * 12), exact(now, of), of))
    assert found.verdict == "better and worse"
    assert [(b.case, b.metric) for b in found.broken] == [("case-00", "spans")]
