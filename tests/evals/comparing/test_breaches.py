"""Breaches of invariants that were admitted: by name, told each time, of one case as it was; and none besides."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from comparing_samples import WHOLE, case, trial
from ferry_case import write

from summarizer.cli import main
from summarizer.errors import Exit
from summarizer.evals.cases.nouns import Negative
from summarizer.evals.comparing import baseline
from summarizer.evals.comparing.gate import gate
from summarizer.evals.comparing.results import Results, broken, collect, without_breaches
from summarizer.evals.scoring.nouns import Part, Score, Scored

FERRY = case()
OTHER = replace(FERRY, must_not=(*FERRY.must_not, Negative(id="n2", text="it burned", pattern="burn")))
STRANGER = "bridge.txt is about another event"


def broke(**metrics: Sequence[tuple[str, str]]) -> Results:
    """A run of one brief that broke these invariants, by the id and the reason of each part."""
    scores = {name: Score(metric=name, value=1.0, reason="kept") for name in WHOLE}
    for name, faults in metrics.items():
        parts = tuple(Part(id=id, value=0.0, reason=reason) for id, reason in faults)
        scores[name] = Score(metric=name, value=0.0, reason="broken", parts=parts)
    return collect([Scored(case="ferry", scores=scores)], [FERRY], True)


SAID = broke(must_not=[("n1", "b3 says “it sank”")])
CITED = broke(relevant=[("b2 s3[4:9]", STRANGER)])


@pytest.mark.parametrize(
    ("admitted", "now", "expected"),
    [
        (SAID, SAID, Exit.WHOLE),
        (SAID, broke(must_not=[("n1", "b7 says “it sank” now")]), Exit.WHOLE),  # the sentence may move
        (CITED, broke(relevant=[("b9 s3[0:4]", STRANGER)]), Exit.WHOLE),
        (SAID, broke(), Exit.WHOLE),  # better
        (SAID, broke(must_not=[("n1", "b3"), ("n2", "b4")]), Exit.MARKED),
        (SAID, broke(must_not=[("n2", "b4")]), Exit.MARKED),
        (SAID, CITED, Exit.MARKED),
        (CITED, broke(relevant=[("b2 s4[4:9]", "pier.txt is about another event")]), Exit.MARKED),
        (without_breaches(SAID), SAID, Exit.MARKED),  # blessed, and not admitted
        (broke(spans=[("b1", "ghost")]), broke(spans=[("b1", "ghost")]), Exit.MARKED),  # never admissible
        (broke(schema=[("b1", "")]), broke(schema=[("b1", "")]), Exit.MARKED),
        (broke(cited=[("b1", "")]), broke(cited=[("b1", "")]), Exit.MARKED),
        (broke(length=[("b1", "")]), broke(length=[("b1", "")]), Exit.MARKED),
    ],
)
def test_only_what_was_admitted_passes(admitted: Results, now: Results, expected: Exit) -> None:
    assert gate([trial(admitted, now, [FERRY])]).exit == expected


def test_an_admitted_breach_is_told_each_time() -> None:
    found = gate([trial(SAID, SAID, [FERRY])])
    (told,) = found.findings
    assert (told.kind, told.fails, told.metric) == ("admitted breach", False, "must_not")
    assert found.closing.endswith("0 could not be measured; 1 of the passed stand on an admitted breach")


def test_of_a_case_that_has_changed_nothing_is_admitted() -> None:
    changed = collect([Scored(case="ferry", scores=_scores(SAID))], [OTHER], True)
    found = gate([trial(SAID, changed, [OTHER])])
    assert found.exit == Exit.MARKED
    assert "broken invariant" in [finding.kind for finding in found.findings]


def _scores(of: Results) -> dict[str, Score]:
    metrics = of.cases["ferry"].repeats[0].metrics
    return {
        name: Score(metric=name, value=value, parts=(Part(id="n1", value=0.0),) if value == 0 else ())
        for name, value in metrics.items()
    }


@pytest.mark.parametrize(("results", "admissible"), [(SAID, True), (CITED, True), (broke(spans=[("b1", "")]), False)])
def test_what_can_be_admitted(results: Results, admissible: bool) -> None:
    assert [breach.admissible for breach in broken(results)] == [admissible]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run of a case that says what it must not."""
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path / "cases")
    must_not = "must_not:\n  - {id: n1, text: Nobody was hurt., pattern: ferry}\n"
    path.write_text(path.read_text(encoding="utf-8") + must_not, encoding="utf-8")
    main(["eval", "run", "--cases", "cases", "--out", "now"])
    return tmp_path


def bless(*more: str) -> int:
    return main(
        ["eval", "bless", "now", "--cases", "cases", "--baseline", "b.json", "--reason", "r", "--by", "A", *more]
    )


def held() -> int:
    return main(["eval", "gate", "now", "--cases", "cases", "--baseline", "b.json"])


def test_a_blessing_admits_only_where_it_is_told_to(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bless() == Exit.MARKED
    assert held() == Exit.MARKED
    assert bless("--admit-broken") == Exit.WHOLE
    assert "must_not: n1 is admitted" in capsys.readouterr().out
    assert held() == Exit.WHOLE
    kept = baseline.read(home / "b.json").engines["now"].cases["ferry"].repeats[0]
    assert kept.breaches == {"must_not": ("n1",)}
    assert bless() == Exit.MARKED
    assert "must_not: n1 is no longer admitted" in capsys.readouterr().out
    assert held() == Exit.MARKED
