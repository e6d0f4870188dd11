"""Kappa by hand, labels that are none, and what is shown of a difference."""

import json
from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.evals.scoring.agreement import Agreement, Label, Pair, compare, read, render
from summarizer.evals.scoring.nouns import Part, Score, Scored


def agreement(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> Agreement:
    """So many facts, each labelled and then found."""
    counts = ((True, True, yes_yes), (True, False, yes_no), (False, True, no_yes), (False, False, no_no))
    pairs = [Pair(Label("c", 0, "f", said), found, "") for said, found, n in counts for _ in range(n)]
    return Agreement("fact_recall", tuple(pairs))


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        ((20, 5, 10, 15), 0.4),  # Cohen's textbook table: .7 agree, .5 would by chance
        ((25, 0, 0, 25), 1.0),
        ((0, 25, 25, 0), -1.0),
        ((45, 5, 45, 5), 0.0),  # always found: no better than chance
        ((10, 0, 0, 0), 1.0),
        ((0, 0, 0, 0), 0.0),
    ],
)
def test_kappa(counts: tuple[int, int, int, int], kappa: float) -> None:
    assert agreement(*counts).kappa == pytest.approx(kappa)


def scored(value: float) -> Scored:
    part = Part(id="f1", value=value, reason="at best 30 %")
    scores = {m: Score(metric=m, value=value, parts=(part,)) for m in ("fact_recall", "fact_recall_text")}
    return Scored(case="bridge", scores=scores)


def test_a_difference_is_shown_with_its_reason() -> None:
    found = compare([Label("bridge", 0, "f1", True)], [scored(0.0)])
    assert [a.kappa for a in found] == [0.0, 0.0]
    assert "bridge f1: said, not found: at best 30 %" in render(found)
    assert "said, not found" not in render(compare([Label("bridge", 0, "f1", True)], [scored(1.0)]))


@pytest.mark.parametrize("label", [Label("bridge", 0, "f2", True), Label("bridge", 1, "f1", True)])
def test_a_label_without_its_brief_or_fact_is_an_error(label: Label) -> None:
    with pytest.raises(UsageError, match="is labelled and has no score"):
        compare([label], [scored(1.0)])


LINE = {"case": "bridge", "repeat": 0, "fact": "f1", "present": True}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["{"], "is no label"),
        (["[]"], "is no label"),
        ([json.dumps(LINE | {"present": 1})], "is no label"),
        ([json.dumps({k: v for k, v in LINE.items() if k != "fact"})], "is no label"),
        ([json.dumps(LINE), json.dumps(LINE | {"present": False})], "labels bridge f1 again"),
    ],
)
def test_what_is_no_label_is_named_by_line(lines: list[str], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UsageError, match=reason):
        read(path)


def test_labels_are_read(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    assert read(path) == [Label("bridge", 0, "f1", True)]
    with pytest.raises(UsageError, match="label the briefs of a run first"):
        read(tmp_path / "none.jsonl")
