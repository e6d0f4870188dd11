"""`summarizer verify` as a user gives it: what it prints, where, and its exit code."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli import main

STORY = "The bridge over the Lenn was closed on Tuesday, the roads office said. The work will take about six weeks.\n"
TRUE = "The bridge over the Lenn was closed on Tuesday, the roads office said."
FALSE = TRUE.replace("Tuesday", "Friday")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, that commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Puts `text` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8"))


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (TRUE, 0, "supported: the sources say this"),
        (FALSE, 1, "dates: “Friday” is not in the cited text"),
        (TRUE + " A zoo opened in Lund.", 1, "2 sentences: 1 supported, 1 unsupported"),
    ],
)
def test_the_text_is_judged_and_its_evidence_cited(
    text: str, code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", text, "a.txt"]) == code
    out, err = capsys.readouterr()
    assert says in out.replace("\n   ", " ")
    assert "a.txt, characters 0–70:" in out
    assert err == ""


@pytest.mark.usefixtures("here")
def test_json_has_exact_spans(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", TRUE, "a.txt", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "summarizer.verify/1"
    assert (found["verdict"], found["supported"]) == ("supported", True)
    (sentence,) = found["sentences"]
    for citation in sentence["citations"]:
        assert STORY[citation["start"] : citation["end"]] == citation["quote"]
    assert found["sources"][0]["path"] == "a.txt"


def test_the_text_may_come_from_a_file_or_standard_input(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "claim.txt").write_text(TRUE, encoding="utf-8")
    assert main(["verify", "@claim.txt", "a.txt"]) == 0
    given(monkeypatch, FALSE)
    assert main(["verify", "-", "a.txt"]) == 1


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["verify"], 2, "no TEXT was given"),
        (["verify", TRUE], 2, "no source was named"),
        (["verify", "-", "-"], 2, "both the text and a source"),
        (["verify", "@missing.txt", "a.txt"], 2, "missing.txt: "),
        (["verify", "...", "a.txt"], 3, "holds no sentence"),
        (["verify", "", "a.txt"], 3, "holds no sentence"),
        (["verify", TRUE, "missing.txt"], 3, "missing.txt: "),
        (["verify", TRUE, "--claims", "c.jsonl"], 2, "takes no TEXT"),
        (["verify", "--claims", "missing.jsonl"], 2, "missing.jsonl: "),
        (["verify", "--claims", "empty.jsonl"], 3, "holds no claim"),
    ],
)
def test_bad_input_is_one_line(
    here: Path, args: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "empty.jsonl").write_bytes(b"\n\n")
    assert main(args) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1


def test_claims_are_judged_a_line_each_and_a_bad_line_stops_no_other(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": "x1", "source": STORY, "claim": TRUE, "score": "theirs"}),
        "{not json",
        json.dumps({"source": STORY}),
        json.dumps([1]),
        json.dumps({"source": STORY, "claim": FALSE}),
    ]
    (here / "c.jsonl").write_bytes("\n".join(lines).encode() + b"\n\xff\n")
    assert main(["verify", "--claims", "c.jsonl", "-o", "out.jsonl"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [f"c.jsonl line {n}: " in err for n in (2, 3, 4, 6)] == [True] * 4
    assert err.count("\n") == 4
    first, second = rows((here / "out.jsonl").read_text(encoding="utf-8"))
    assert (first["id"], first["index"], first["supported"], first["verdict"]["status"]) == ("x1", 0, True, "supported")
    assert first["given"] == {"score": "theirs"}
    assert first["score"] > 0.9 > 0.5 > second["score"]
    assert (second["index"], second["supported"]) == (4, False)
    for span in (*first["evidence"], *second["evidence"]):
        assert STORY[span["start"] : span["end"]] == span["quote"]


def test_labelled_claims_say_what_the_score_is_worth(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [(TRUE, True), (FALSE, False)]
    (here / "c.jsonl").write_text(
        "".join(json.dumps({"source": STORY, "claim": c, "label": y}) + "\n" for c, y in pairs), encoding="utf-8"
    )
    assert main(["verify", "--claims", "c.jsonl"]) == 1
    out, err = capsys.readouterr()
    assert [row["supported"] for row in rows(out)] == [True, False]
    assert "balanced accuracy 1.000, AUC 1.000, expected calibration error" in err


def test_a_label_that_is_none_is_said_and_not_guessed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "c.jsonl").write_text(json.dumps({"source": STORY, "claim": TRUE, "label": "perhaps"}), encoding="utf-8")
    assert main(["verify", "--claims", "c.jsonl"]) == 0
    assert "perhaps" in capsys.readouterr().err


ACTING = "\x1b]0;owned\x07 \u202e\x9b31m The roads office said the bridge \x1b[2J was closed."


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_nothing_acts_on_the_terminal(here: Path, flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text(STORY + ACTING + "\n", encoding="utf-8")
    main(["verify", ACTING, "a.txt", "b.txt", *flags])
    (here / "c.jsonl").write_text(json.dumps({"source": ACTING, "claim": ACTING, ACTING: ACTING}), encoding="utf-8")
    main(["verify", "--claims", "c.jsonl"])
    out, err = capsys.readouterr()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out + err)


@pytest.mark.usefixtures("here")
def test_a_source_that_cannot_be_read_is_named_and_marks_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", TRUE, "a.txt", "missing.txt"]) == 1
    out, err = capsys.readouterr()
    assert "supported: the sources say this" in out
    assert "missing.txt" in err


def test_a_megabyte_of_source_is_read_once(here: Path) -> None:
    filler = "".join(f"The council of ward {n} met in room {n % 40} and heard {n * 3} people. " for n in range(16_000))
    (here / "big.txt").write_text(filler.replace("people. The", "people.\nThe") + "\n" + STORY, encoding="utf-8")
    assert (here / "big.txt").stat().st_size > 1_000_000
    assert main(["verify", TRUE, "big.txt"]) == 0
