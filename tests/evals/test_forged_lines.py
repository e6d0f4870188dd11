"""No word of a case, a brief or a label becomes a line of its own, or a command to what reads the log of a job."""

import hashlib
import json
from pathlib import Path

import pytest

from summarizer.cli import main

COMMANDS = "\n::error file=x::forged\n  ::stop-commands::x\r\n##[error]forged\n\u2028::error::forged\x1b[31m"
TEXT = "Two warehouses burned down in Velm on Monday, the police said."
SOURCE = f"{TEXT}\n\nThe tide was high.{COMMANDS}\n"
SHA256 = hashlib.sha256(SOURCE.encode()).hexdigest()
CASE = {
    "format": "summarizer.case/1",
    "id": "warehouses",
    "title": "::error::T" + COMMANDS,
    "note": COMMANDS,
    "language": "en" + COMMANDS,
    "words": "200",
    "sources": [{"file": "a.txt", "sha256": SHA256, "outlet": COMMANDS}],
    "facts": [
        {
            "id": "::error::f1",
            "text": "Two warehouses burned down." + COMMANDS,
            "importance": "3",
            "support": [[{"file": "a.txt", "quote": "Two warehouses burned down"}]],
        }
    ],
    "disagreements": [
        {
            "id": "::error::d1",
            "question": "How many?" + COMMANDS,
            "kind": "conflict",
            "values": [
                {"value": value + COMMANDS, "said_by": COMMANDS, "support": [[{"file": "a.txt", "quote": quote}]]}
                for value, quote in (("two", "Two"), ("high", "The tide was high"))
            ],
        }
    ],
    "must_not": [{"id": "##[error]n1", "text": "forged" + COMMANDS, "pattern": "forged"}],
}
CITED = {"source": "s1", "start": 0, "end": len(TEXT), "quote": TEXT}
BRIEF = {
    "format": "summarizer.brief/1",
    "title": COMMANDS,
    "question": COMMANDS,
    "sources": [{"id": "s1", "path": COMMANDS, "sha256": SHA256}],
    "sentences": [
        {
            "id": "::error::b1" + COMMANDS,
            "text": TEXT + COMMANDS,
            "section": COMMANDS,
            "citations": [CITED, CITED | {"source": "::error::s9" + COMMANDS, "end": 3, "quote": COMMANDS}],
        }
    ],
    "disagreements": [
        {
            "id": "::error::d1" + COMMANDS,
            "about": COMMANDS,
            "kind": "conflict",
            "positions": [{"value": COMMANDS, "said_by": COMMANDS, "counts": COMMANDS, "citations": [CITED]}],
        }
    ],
    "warnings": [COMMANDS],
}

BASELINE = {"format": "summarizer.baseline/1", "engines": {}}

RUNS = [
    ["lint", "CASES"],
    ["score", "RUN", "--cases", "CASES"],
    ["score", "RUN", "--cases", "CASES", "--json"],
    ["gate", "RUN", "--cases", "CASES", "--baseline", "BASELINE"],
    ["gate", "RUN", "--cases", "CASES", "--baseline", "BASELINE", "--json"],
    ["bless", "RUN", "--cases", "CASES", "--baseline", "BASELINE", "--exact", "--by", "x", "--reason", "x"],
    ["compare", "EMPTY", "RUN", "--cases", "CASES"],
    ["explain", "RUN", "warehouses", "--cases", "CASES"],
    ["explain", "RUN", "warehouses", "::error::f1", "--cases", "CASES"],
    ["explain", "RUN", "warehouses", "::error::nothing\n::error::x", "--cases", "CASES"],
    ["reference", "RUN", "--cases", "CASES"],
]


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Where things lie, by the names that RUNS gives them. The runs have no run.json: a folder's name is the label."""
    names = {"CASES": "cases", "RUN": "::error::run\n::error::run", "EMPTY": "before\n##[error]", "BASELINE": "b.json"}
    found = {name: tmp_path / place for name, place in names.items()}
    (found["CASES"] / "warehouses" / "sources").mkdir(parents=True)
    (found["CASES"] / "warehouses" / "case.yaml").write_text(json.dumps(CASE))
    (found["CASES"] / "warehouses" / "sources" / "a.txt").write_bytes(SOURCE.encode())
    for run, brief in (("RUN", BRIEF), ("EMPTY", BRIEF | {"sentences": [], "disagreements": []})):
        found[run].mkdir()
        (found[run] / "warehouses.json").write_text(json.dumps(brief))
    found["BASELINE"].write_text(json.dumps(BASELINE))
    return {name: str(place) for name, place in found.items()}


@pytest.mark.parametrize("command", RUNS, ids=" ".join)
def test_nothing_is_forged(command: list[str], places: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["eval", *(places.get(word, word) for word in command)])
    out, err = capsys.readouterr()
    assert "error" in out or "error::x" in err  # it was shown, as a part of some line
    lines = [line for text in (out, err) for line in text.splitlines()]
    assert [line for line in lines if line.lstrip().startswith("::") or "##[" in line or "\x1b" in line] == []
