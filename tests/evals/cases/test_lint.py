"""Every fault of a case is found, in its line; and the project's own cases have none."""

import hashlib
import json
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main
from summarizer.evals.cases.lint import lint, twins
from summarizer.evals.cases.reading import find
from summarizer.evals.cases.wire import schema

TEXTS = {
    "a.txt": "Ten people were killed at Orlund.\nThe captain was not hurt.\nDivers searched the harbour.\n",
    "b.txt": "Ten people were killed at Orlund.\nThe pier is shut.\n",
    "c.txt": "Thirty people were hurt at Vale.\nA tug burnt at Vale.\n",
    "d.txt": "Zehn Menschen kamen bei Orlund ums Leben.\n",
}
SOUND = """format: summarizer.case/1
id: ferry
title: A ferry strikes a pier
words: 40
sources:
  - {file: a.txt, sha256: @a.txt@}
  - {file: b.txt, sha256: @b.txt@, duplicate_of: a.txt}
  - {file: c.txt, sha256: @c.txt@, relevant: false}
  - {file: d.txt, sha256: @d.txt@, language: de}
facts:
  - id: f1
    text: Ten people were killed at Orlund.
    importance: 3
    anchors: {numbers: [10], names: [Orlund]}
    accept: [10 dead at Orlund]
    support:
      - [{file: a.txt, quote: Ten people were killed at Orlund}]
      - [{file: b.txt, quote: Ten people were killed at Orlund}]
  - id: f2
    text: The captain was not hurt.
    importance: 1
    support: [[{file: a.txt, quote: The captain was not hurt}]]
  - id: f3
    text: Ten people lost their lives.
    importance: 2
    anchors: {numbers: [10]}
    support: [[{file: d.txt, quote: Zehn Menschen kamen bei Orlund ums Leben}]]
disagreements:
  - id: d1
    question: Who was there?
    kind: update
    prefer: divers
    values:
      - {value: divers, support: [[{file: a.txt, quote: Divers searched the harbour}]]}
      - {value: the captain, support: [[{file: a.txt, quote: The captain was not hurt}]]}
must_not:
  - id: n1
    text: Thirty people were hurt.
    pattern: '\\bthirty\\b.*\\bhurt\\b'
    planted_in: [c.txt]
"""


def write(folder: Path, text: str = SOUND) -> Path:
    (folder / "sources").mkdir(parents=True)
    for file, words in TEXTS.items():
        (folder / "sources" / file).write_bytes(words.encode())
        text = text.replace(f"@{file}@", hashlib.sha256(words.encode()).hexdigest())
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_case(tmp_path: Path) -> None:
    case, faults = lint(write(tmp_path))
    assert case is not None
    assert faults == []


FAULTS = [
    # (what to replace, with what, line, a part of the reason)
    ("id: f2", "id: f1", 19, "id f1 is given 2 times"),
    ("id: n1", "id: d1", 37, "id d1 is given 2 times"),
    ("file: b.txt, sha256", "file: a.txt, sha256", 7, "file a.txt is given 2 times"),
    ("duplicate_of: a.txt", "duplicate_of: z.txt", 7, "duplicate of z.txt, which is no other source"),
    ("duplicate_of: a.txt", "duplicate_of: b.txt", 7, "duplicate of b.txt, which is no other source"),
    ("duplicate_of: a.txt", "duplicate_of: c.txt", 7, "only one is relevant"),
    ("@c.txt@, relevant", "@c.txt@, duplicate_of: b.txt, relevant", 8, "a duplicate itself; name the original"),
    (
        "file: a.txt, quote: The captain was not hurt}]]\n  - id: f3",
        "file: c.txt, quote: A tug}]]\n  - id: f3",
        19,
        "another event",
    ),
    ("file: a.txt, quote: Divers searched the harbour", "file: c.txt, quote: A tug", 34, "another event"),
    ("      - [{file: a.txt, quote: Ten people were killed at Orlund}]\n", "", 11, "only duplicates support it"),
    ("numbers: [10], names", "numbers: [10, 11], names", 11, "the figure 11 is not in its own support"),
    ("names: [Orlund]", "names: [Vale]", 11, "the name Vale is not in its own support"),
    ("accept: [10 dead at Orlund]", "accept: [ten dead]", 11, "f1: its wording “ten dead” lacks its anchor Orlund"),
    (
        "accept: [10 dead at Orlund]",
        "accept: [many dead at Orlund]",
        11,
        "f1: its wording “many dead at Orlund” lacks its anchor 10",
    ),
    (
        "text: Ten people lost their lives.",
        "text: People lost their lives.",
        23,
        "f3: its own text lacks its anchor 10",
    ),
    ("prefer: divers", "prefer: nobody", 29, "prefers nobody, which is none of its answers"),
    ("kind: update", "kind: conflict", 29, "only an update has one that stands"),
    ("value: divers,", "value: the mate,", 34, "“the mate” is not in its own support"),
    ("value: divers,", "value: the captain,", 35, "answer the captain is given 2 times"),
    ("hurt\\\\b'", "hurt'\n    unless_near: '('", 37, "is no regular expression"),
    ("'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'", "'(thirty|people)* hurt'", 37, "bound it"),
    ("'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'", "'never said'", 37, "does not find its own text"),
    ("'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'", "'hurt'", 37, "a.txt says so too: “The captain was not hurt.”"),
    ("'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'", "'hurt'", 37, "n1 forbids what f2 asks for"),
    ("planted_in: [c.txt]", "planted_in: [c.txt, b.txt]", 37, "b.txt does not say so, though it is planted there"),
    ("planted_in: [c.txt]", "planted_in: [c.txt, z.txt]", 37, "z.txt is not among the sources"),
    (
        "'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'",
        '"\\\\bthirty"',
        37,
        "find its own text; in double quotes \\b is a backspace: write '",
    ),
    ("'\\\\bthirty\\\\b.*\\\\bhurt\\\\b'", '"thirty\\\\0"', 37, "find its own text; write it in single quotes"),
    (
        "quote: The captain was not hurt}]]\n  - id",
        "quote: the captain was not harmed}]]\n  - id",
        22,
        "“the captain was not harmed” does not stand in a.txt; “The captain was not hurt.” does",
    ),
    ("quote: Divers searched the harbour", "quote: Elephants graze", 34, "“Elephants graze” does not stand in a.txt"),
    ("    planted_in: [c.txt]\n", "", 37, "c.txt says so too"),
]


@pytest.mark.parametrize(("old", "new", "line", "reason"), FAULTS, ids=[f[3] for f in FAULTS])
def test_faults(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    old, new = old.replace("\\\\", "\\"), new.replace("\\\\", "\\")
    assert old in SOUND
    path = write(tmp_path, SOUND.replace(old, new, 1))
    found = [fault for fault in lint(path)[1] if reason in fault.reason]
    assert found, [str(fault) for fault in lint(path)[1]]
    assert found[0].line == line, found
    assert str(found[0]).startswith(f"{path}:{found[0].line}: ")


ONCE = [
    # (what to replace, with what, all that is said)
    (
        "file: a.txt, quote: Divers",
        "file: A.txt, quote: Divers",
        ["A.txt is not among the sources (a.txt, b.txt, c.txt, d.txt)"],
    ),
    (
        "[[{file: a.txt, quote: The captain was not hurt}]]\n  - id",
        "[{file: a.txt, quote: The captain was not hurt}]\n  - id",
        ["facts.2.support is a list of groups, each a list of places: [[{file: …, quote: …}]]"],
    ),
    (
        "kind: update",
        "kind: upd",
        ["disagreements.1.kind: input should be 'conflict', 'update', 'attributed' or 'scope'"],
    ),
]


@pytest.mark.parametrize(("old", "new", "reasons"), ONCE, ids=[f[2][0] for f in ONCE])
def test_a_fault_is_said_once(tmp_path: Path, old: str, new: str, reasons: list[str]) -> None:
    assert old in SOUND
    assert [fault.reason for fault in lint(write(tmp_path, SOUND.replace(old, new, 1)))[1]] == reasons


def test_a_missing_source_is_one_fault(tmp_path: Path) -> None:
    path = write(tmp_path)
    (path.parent / "sources" / "a.txt").unlink()
    assert [fault.reason for fault in lint(path)[1]] == ["sources/a.txt: No such file or directory"]


def test_a_misnamed_case_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "cases" / "ferry")
    path.rename(path.with_suffix(".yml"))
    (tmp_path / "run").mkdir()
    for command in (
        ["lint"],
        ["score", str(tmp_path / "run"), "--cases"],
        ["view", str(tmp_path), "-o", "x", "--cases"],
    ):
        assert main(["eval", *command, str(tmp_path / "cases")]) in (2, 3)
        assert "case.yml: would be passed over; name it case.yaml" in capsys.readouterr().err


def test_a_stray_file_would_be_read_by_a_run(tmp_path: Path) -> None:
    path = write(tmp_path)
    (path.parent / "sources" / "notes.txt").write_text("x")
    assert [f.reason for f in lint(path)[1]] == ["sources/notes.txt is not among the sources, and a run would read it"]


def test_what_must_be_there_fits_the_length(tmp_path: Path) -> None:
    """The quote that says it takes six words; four such facts take more than 110 % of twenty."""
    first = SOUND[SOUND.index("  - id: f1") : SOUND.index("  - id: f2")].replace(
        "accept: [10 dead at Orlund]", "accept: []"
    )
    must = "".join(first.replace("f1", f"f1{n}") for n in range(4))
    text = SOUND.replace("words: 40", "words: 20").replace(
        SOUND[SOUND.index("  - id: f1") : SOUND.index("  - id: f2")], must
    )
    reasons = [f.reason for f in lint(write(tmp_path, text))[1]]
    assert reasons == ["what must be there takes 24 words, 20 are asked for"]


def test_two_cases_of_one_id(tmp_path: Path) -> None:
    cases = [lint(write(tmp_path / name))[0] for name in ("one", "two")]
    assert [f.path.parent.name for f in twins(case for case in cases if case)] == ["two"]


def test_the_projects_own_cases_are_sound() -> None:
    files = find([ROOT / "evals" / "cases"])
    assert [str(fault) for path in files for fault in lint(path)[1]] == []


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "cases" / "ferry")
    assert main(["eval", "lint", str(path.parent.parent)]) == 0
    assert capsys.readouterr().out == "1 case, 0 faults\n"
    path.write_text(path.read_text().replace("prefer: divers", "prefer: nobody"))
    assert main(["eval", "lint", str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"{path}:29: d1 prefers nobody")
    assert main(["eval", "lint", str(tmp_path / "nowhere")]) == 2
    (tmp_path / "empty").mkdir()
    assert main(["eval", "lint", str(tmp_path / "empty")]) == 3
    assert "holds no case" in capsys.readouterr().err


def test_a_broken_pattern_stops_scoring_with_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "case", SOUND.replace("'\\bthirty", "'(\\bthirty"))
    (tmp_path / "run").mkdir()
    assert main(["eval", "score", str(tmp_path / "run"), "--cases", str(path)]) == 2
    assert f"{path}:37: n1: " in capsys.readouterr().err


def test_the_schema_for_editors_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """Renew it with: summarizer eval lint --schema > docs/case.schema.json"""
    kept = (ROOT / "docs" / "case.schema.json").read_text(encoding="utf-8")
    assert main(["eval", "lint", "--schema"]) == 0
    assert capsys.readouterr().out == kept
    assert json.loads(kept) == schema()
    assert "line" not in json.loads(kept)["$defs"]["FactWire"]["properties"]
