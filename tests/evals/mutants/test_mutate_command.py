"""`summarizer eval mutate` over cases and runs, `summarizer eval reference`, and what shows nothing."""

import json
from pathlib import Path

import pytest
from mutants_scored import CASES, always

from summarizer.cli import main
from summarizer.evals.mutants import table
from summarizer.evals.scoring import metrics

TWO = [str(CASES / name) for name in ("museum-theft", "savings-verdict")]


def test_survivors_fail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(metrics, "score", always(1.0))
    assert main(["eval", "mutate", *TWO]) == 1
    text = capsys.readouterr().out
    assert "lives: number altered, museum-theft (oracle): " in text
    assert "numbers 1.000 -> 1.000, should fall" in text


@pytest.mark.parametrize("mutators", [(), table.MUTATORS[:0]])
def test_a_suite_that_is_switched_off_is_no_pass(
    mutators: tuple[object, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table, "MUTATORS", mutators)
    assert main(["eval", "mutate", *TWO]) == 3
    assert "0 of 0 mutants" in capsys.readouterr().out


def test_a_kind_that_is_made_nowhere_is_no_pass(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    some = [m for m in table.MUTATORS if m.name in ("span shifted", "another event cited")]
    monkeypatch.setattr(table, "MUTATORS", tuple(some))
    assert main(["eval", "mutate", *TWO, "--json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["not_tried"] == ["another event cited"]
    assert found["kinds"]["span shifted"] == {
        "must_fall": ["spans"], "made": 2, "killed": 2, "nothing": 0, "cannot": 0, "rate": 1.0
    }  # fmt: skip
    assert main(["eval", "mutate", *TWO]) == 3
    assert "not tried, so nothing is shown: another event cited" in capsys.readouterr().out


def test_one_seed_gives_one_result(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(metrics, "score", always(1.0))  # so that every mutant is shown
    shown = []
    for seed in ("3", "3", "4"):
        main(["eval", "mutate", TWO[0], "--seed", seed, "--json"])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] != shown[2]


def test_the_briefs_of_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--cases", TWO[0], "--cases", TWO[1]]
    assert main(["eval", "reference", *asked, "--out", str(tmp_path)]) in (0, 1)  # two cases are few for a mean
    assert "oracle" in capsys.readouterr().out.splitlines()[0]
    assert {p.name for p in tmp_path.iterdir()} == {"oracle", "random", "lead"}
    monkeypatch.setattr(table, "MUTATORS", table.MUTATORS[:1])
    assert main(["eval", "mutate", str(tmp_path / "lead"), *asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["briefs"] == [
        "museum-theft (oracle)", "savings-verdict (oracle)", "museum-theft (lead)", "savings-verdict (lead)"
    ]  # fmt: skip
    (tmp_path / "lead" / "museum-theft.json").unlink()
    assert main(["eval", "mutate", str(tmp_path / "lead"), *asked]) == 0
    assert "has no brief of museum-theft" in capsys.readouterr().err
    (tmp_path / "lead" / "savings-verdict.json").unlink()
    assert main(["eval", "mutate", str(tmp_path / "lead"), *asked]) == 3


def test_a_run_without_a_brief_is_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    assert main(["eval", "reference", str(tmp_path / "none"), "--cases", TWO[0]]) == 3
    assert "not measured" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([str(CASES / "seeds" / "case.yaml"), TWO[0]], "is a file beside folders"),
        ([TWO[0], "--gate", "0.5"], "--gate: is for BRIEF.json files"),
        ([TWO[0], "--misses"], "--misses: is for BRIEF.json files"),
        (["brief.json", "--cases", TWO[0]], "--cases: is for folders of runs"),
        (["--cases", "nowhere"], "nowhere"),
    ],
)
def test_usage(given: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "mutate", *given]) == 2
    assert says in capsys.readouterr().err
