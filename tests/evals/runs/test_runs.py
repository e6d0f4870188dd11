"""A run is read whole: what has no brief is named, and nothing of it stops the rest."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ferry_case import make

from summarizer import summarize
from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import reading, writing
from summarizer.evals.runs.nouns import Cost
from summarizer.evals.runs.wire import RunWire
from summarizer.records import Brief, Usage
from summarizer.settings import Settings

SPENT = Cost(
    live=Usage(calls=3, prompt_tokens=70, cost_usd=0.5),
    cached=Usage(calls=1, completion_tokens=4),  # of a model without a price
)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    folder = tmp_path_factory.mktemp("cases")
    return [make(folder, "ferry"), make(folder, "pier")]


@pytest.fixture(scope="module")
def brief(cases: list[Case]) -> Brief:
    return summarize([cases[0].folder], Settings(words=40))


def test_what_is_written_is_read(tmp_path: Path, cases: list[Case], brief: Brief) -> None:
    folder = tmp_path / "new" / "run"
    about = RunWire(
        format="summarizer.run/1",
        label="before",
        made_by={"writer": "extractive"},
        repeats=2,
        errors={"pier": {"1": "model m: no answer; run it again"}},
        costs={"ferry": {"0": SPENT, "1": SPENT}},
        faults={"ferry": ["recordings/ferry/ab.json: was not asked for"], "other": ["so was this"]},
    )
    writing.write_manifest(folder, about)
    for case, repeat in (("ferry", 0), ("ferry", 1), ("pier", 0)):
        writing.write_brief(folder, case, repeat, brief)
    run = reading.read(folder, cases)
    assert (run.label, run.repeats, run.made_by) == ("before", 2, {"writer": "extractive"})
    assert run.cost == Cost(
        live=Usage(calls=6, prompt_tokens=140, cost_usd=1.0), cached=Usage(calls=2, completion_tokens=8)
    )
    assert run.unmeasured == (
        "pier, repeat 1: model m: no answer; run it again",
        "recordings/ferry/ab.json: was not asked for",
        "so was this",  # of a case that is not asked for, or that there is none of: a run's faults are its own
    )
    assert [(e.case.id, e.repeat, e.brief == brief) for e in run.entries] == [
        ("ferry", 0, True),
        ("ferry", 1, True),
        ("pier", 0, True),
        ("pier", 1, False),
    ]
    assert [e.error for e in run.errors] == ["model m: no answer; run it again"]


def test_a_folder_of_another_system_needs_no_run_json(tmp_path: Path, cases: list[Case], brief: Brief) -> None:
    for name in ("ferry.json", "ferry.2.json", "unknown.7.json"):
        (tmp_path / name).write_text(brief.to_json(), "utf-8")
    run = reading.read(tmp_path, cases)
    assert (run.label, run.repeats, run.made_by, run.cost) == (tmp_path.name, 3, {}, Cost())
    assert [bool(e.brief) for e in run.entries] == [True, False, True, False, False, False]
    assert [e.error for e in run.errors][:2] == [
        f"{tmp_path}: has no brief of ferry, repeat 1",
        f"{tmp_path}: has no brief of pier",
    ]
    assert run.strays == ("unknown.7.json",)


def test_only_the_cases_that_are_asked_for(tmp_path: Path, cases: list[Case], brief: Brief) -> None:
    writing.write_brief(tmp_path, "ferry", 0, brief)
    assert [e.case.id for e in reading.read(tmp_path, cases[:1]).entries] == ["ferry"]


BROKEN: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda b: b.clear(), "`format` is missing"),
    (lambda b: b["sentences"][0].update(citations=[{"source": "s1", "start": "1", "end": 2, "quote": "x"}]), "`start`"),
    (lambda b: b.update(score=1.0), "`score` is not a field"),
]


@pytest.mark.parametrize(("change", "reason"), BROKEN)
def test_a_brief_that_is_none_is_an_error_of_its_case(
    tmp_path: Path, cases: list[Case], brief: Brief, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    data = json.loads(brief.to_json())
    change(data)
    (tmp_path / "ferry.json").write_text(json.dumps(data), "utf-8")
    writing.write_brief(tmp_path, "pier", 0, brief)
    ferry, pier = reading.read(tmp_path, cases).entries
    assert ferry.brief is None
    assert reason in ferry.error
    assert "ferry.json" in ferry.error
    assert pier.brief == brief


def test_two_briefs_of_one_case(tmp_path: Path, cases: list[Case], brief: Brief) -> None:
    writing.write_brief(tmp_path, "ferry", 0, brief)
    (tmp_path / "ferry.md").write_text("Two were hurt.[^1]\n\n[^1]: gazette.txt\n", "utf-8")
    [entry] = reading.read(tmp_path, cases[:1]).errors
    assert entry.error == f"{tmp_path}: has both ferry.json and ferry.md; keep one"


MISNAMED = [
    ("Ferry.MD", "there is Ferry.MD; name it ferry.md"),
    ("ferry .json", "there is ferry .json; name it ferry.json"),
    ("ferrys.txt", "there is ferrys.txt; name it ferry.txt"),
    ("ferry/brief.md", "there is the folder ferry, but its briefs have to stand in "),
    ("harbour.md", ""),
]


@pytest.mark.parametrize(("name", "hint"), MISNAMED)
def test_a_brief_under_another_name(tmp_path: Path, cases: list[Case], name: str, hint: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("It rained.", "utf-8")
    (tmp_path / "README.md").write_text("About this run.", "utf-8")
    run = reading.read(tmp_path, cases[:1])
    told = run.errors[0].error
    assert told.startswith(
        f"{tmp_path}: has no brief of ferry; {hint}" if hint else f"{tmp_path}: has no brief of ferry"
    )
    assert bool(hint) == (";" in told)
    assert run.strays == (() if "/" in name else (name,))


WRONG = [
    ("{}", "format: Field required"),
    ('{"format": "summarizer.run/2"}', "format: Input should be 'summarizer.run/1'"),
    ('{"format": "summarizer.run/1", "repeat": 3}', "repeat: Extra inputs"),
    ('{"format": "summarizer.run/1", "repeats": 0}', "repeats: Input should be greater"),
    ('{"format": "summarizer.run/1", "repeats": "2"}', "repeats: Input should be a valid integer"),
    ("{", "the file: Invalid JSON"),
    ('{"format": "summarizer.run/1", "costs": {"ferry": {"0": {"live": {"cost_usd": NaN}}}}}', "cost_usd is not"),
    ('{"format": "summarizer.run/1", "costs": {"ferry": {"0": {"live": {"cost_usd": 1e308}}}}}', "cost_usd is not"),
    ('{"format": "summarizer.run/1", "costs": {"ferry": {"0": {"cached": {"calls": -1}}}}}', "calls is not"),
]
LENIENT = [
    ('{"format": "summarizer.run/1", "label": "a", "label": "b"}', "`label` stands twice"),
    ('{"format": "summarizer.run/1", "made_by": {"score": NaN}}', "NaN is not a number"),
    ('{"format": "summarizer.run/1", "made_by": {"score": 1e999}}', "1e999 is too large"),
]


@pytest.mark.parametrize(("text", "reason"), LENIENT)
def test_a_run_json_that_only_a_lenient_reader_takes(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "run.json").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=reason):
        reading.manifest(tmp_path)


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_a_run_json_that_is_none(tmp_path: Path, cases: list[Case], text: str, reason: str) -> None:
    (tmp_path / "run.json").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"run\.json: not a run") as caught:
        reading.read(tmp_path, cases)
    assert reason in str(caught.value)


def test_no_such_folder(tmp_path: Path, cases: list[Case]) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        reading.read(tmp_path / "none", cases)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"repeats": 10_000_000}, "repeats"),
        ({"label": "a\n::error::b"}, "label: Holds a character that breaks the line, acts or hides"),
        ({"label": "a\u202eb"}, "label"),
    ],
)
@pytest.mark.timeout(20)
def test_a_manifest_that_would_take_without_end_or_forge_lines(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    (tmp_path / "run.json").write_text(json.dumps({"format": "summarizer.run/1"} | fields))
    with pytest.raises(UsageError, match=reason):
        reading.read(tmp_path, [])
