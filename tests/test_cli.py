"""Every command as a user gives it: what it prints, where, and its exit code. Bad input is one line with a remedy."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main

STORY = "The bridge over the Lenn was closed on Tuesday, the roads office said. The work will take about six weeks.\n"
OTHER = "Bakers in the town of Orrin won the prize for rye bread. The jury praised the crust of all three loaves.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_brief_is_markdown_in_a_pipe_and_exits_0(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(seeds)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# South Korea")
    assert "## Where the sources disagree" in out
    assert err == ""


@pytest.mark.parametrize(("name", "start"), [("b.json", "{"), ("b.md", "# "), ("b.txt", "South"), ("b", "# ")])
def test_ending_of_the_output_gives_the_format(
    seeds: Path, here: Path, name: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", str(seeds), "-o", name]) == 0
    assert (here / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""


BAD = [
    # what is in the folder, arguments, exit code, what the one line says
    ({}, ["brief", "missing.txt"], 3, "missing.txt: no such"),
    ({"sub/": b""}, ["brief", "sub"], 3, "sub: "),
    ({"a.txt": b""}, ["brief", "a.txt"], 3, "a.txt: "),
    ({"a.txt": b" \n\n"}, ["brief", "a.txt"], 3, "a.txt: "),
    ({"a.txt": b"Post a Comment\nBe the first to like this\n"}, ["brief", "a.txt"], 3, "a.txt: "),
    ({"a.txt": b"\x00\x01\x02\x00\xff\x00\x03"}, ["brief", "a.txt"], 3, "a.txt: "),
    ({"a.pdf": b"%PDF-1.7"}, ["brief", "a.pdf"], 3, "a.pdf: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--words", "many"], 2, "--words: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--words", "-5"], 2, "--words: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--config", "no.toml"], 2, "no.toml: "),
    ({"a.txt": STORY.encode(), "c.toml": b"wrods = 3"}, ["brief", "a.txt", "--config", "c.toml"], 2, "'wrods'"),
    ({"a.txt": STORY.encode(), "summarizer.toml": b"words ="}, ["brief", "a.txt"], 2, "summarizer.toml: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--writer", "model"], 2, "--model"),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--model", "gpt-5-mini"], 2, "OPENAI_API_KEY"),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--model", "m", "--base-url", "ftp://x"], 2, "--base-url"),
    (
        {"a.txt": STORY.encode()},
        ["brief", "a.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"],
        3,
        "--base-url",
    ),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--model", "m", "--prompts", "no"], 2, "no such folder"),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "-o", "no/b.json"], 5, "no/b.json: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "-o", "b.pdf"], 2, "b.pdf: no format"),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--question", " "], 2, "--question: "),
    ({"a.txt": STORY.encode()}, ["brief", "a.txt", "--model", "m", "--base-url", "http://a b/v1"], 2, "--base-url"),
    ({}, ["check", "b.json"], 2, "b.json: "),
    ({"b.json": b"{"}, ["check", "b.json"], 2, "b.json: "),
    ({"b.json": b'{"format": "other/1"}'}, ["check", "b.json"], 2, "summarizer.brief/1"),
]


@pytest.mark.parametrize(("files", "args", "code", "says"), BAD)
def test_bad_input_is_one_line_and_the_right_exit_code(
    files: dict[str, bytes], args: list[str], code: int, says: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in files.items():
        if name.endswith("/"):
            (here / name).mkdir()
        else:
            (here / name).write_bytes(data)
    assert main(args) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("summarizer: error: ")
    assert says in err
    assert err.count("\n") == 1
    assert "; " in err  # the remedy


def test_a_bad_file_among_good_ones_is_left_out_and_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY)
    (here / "b.txt").write_bytes(b"\x00\x01\x00\xff")
    assert main(["brief", "a.txt", "b.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    brief = json.loads(out)
    assert brief["left_out"] == ["b.txt"]
    assert [s["path"] for s in brief["sources"]] == ["a.txt"]
    assert "b.txt" in err


def test_the_same_file_twice_is_one_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY)
    shutil.copy(here / "a.txt", here / "b.txt")
    assert main(["brief", "a.txt", "b.txt", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sources"]) == 1
    assert "a.txt" in err
    assert "b.txt" in err


def test_an_article_that_is_certainly_on_another_event_is_left_out(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(STORY)
    (here / "b.txt").write_text(
        "Drivers on the Lenn bridge face six weeks of detours, the roads office said on Tuesday.\n"
    )
    (here / "c.txt").write_text(OTHER)
    assert main(["brief", "a.txt", "b.txt", "c.txt", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["left_out"] == ["c.txt"]
    assert "c.txt: seems to be about another event than s1, s2; brief it by itself, or keep it with" in err


@pytest.mark.parametrize("kept", [["--no-strict-event"], ["--question", "Who won the prize?"]])
def test_articles_on_different_events_may_be_kept_and_are_named(
    kept: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a.txt", STORY), ("b.txt", STORY.replace("closed", "shut")), ("c.txt", OTHER)):
        (here / name).write_text(text)
    assert main(["brief", "a.txt", "b.txt", "c.txt", "--format", "json", *kept]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sources"]) == 3
    assert "c.txt: seems to be about another event" in err


def test_of_two_articles_none_is_certainly_the_stranger(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY)
    (here / "c.txt").write_text(OTHER)
    assert main(["brief", "a.txt", "c.txt", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sources"]) == 2
    assert "c.txt: seems to be about another event" in err


def test_the_title_is_never_of_another_event(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(f"Weeks of work\n\n{STORY}")
    (here / "b.txt").write_text("Detours\n\nThe closed bridge over the Lenn means detours, the roads office said.\n")
    (here / "c.txt").write_text(f"Bakers of Orrin win the prize for rye bread\n\n{OTHER}")
    assert main(["brief", "a.txt", "b.txt", "c.txt", "--no-strict-event", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Weeks of work"


def test_the_title_is_in_the_tongue_of_the_brief(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(f"Weeks of work\n\n{STORY}")
    (here / "b.txt").write_text(
        "Lenn bridge: Tuesday, roads office, work\n\nDie Brücke über die Lenn bleibt gesperrt.\n"
    )
    assert main(["brief", "a.txt", "b.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Weeks of work"


def test_articles_on_different_events_are_left_out_on_request(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY)
    (here / "c.txt").write_text(OTHER)
    assert main(["brief", "a.txt", "c.txt", "--strict-event", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    brief = json.loads(out)
    assert brief["left_out"] == ["c.txt"]
    assert [s["path"] for s in brief["sources"]] == ["a.txt"]
    assert "c.txt: seems to be about another event than s1" in err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "the following arguments are required: COMMAND; see summarizer --help"),
        ("brief", "the following arguments are required: PATH; see summarizer brief --help"),
        ("brief a.txt --nosuch", "unrecognized arguments: --nosuch; see summarizer --help"),
        ("check b.json --judge x", "ambiguous option: --judge could match"),
    ],
)
def test_a_wrong_flag_is_one_line(line: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(line.split())
    assert stopped.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"summarizer: error: {says}")


def test_copies_that_differ_ring_an_alarm_everywhere(
    seeds: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, *_ = sorted(seeds.glob("*.txt"))
    shutil.copy(first, here / "a.txt")
    (here / "b.txt").write_text(second.read_text(encoding="utf-8").replace("1,500", "15,000"), encoding="utf-8")
    says = "s1 and s2 are copies of one text but differ: 1,500 in s1, 15,000 in s2"
    for command in (
        ["brief", "a.txt", "b.txt"],
        ["brief", "a.txt", "b.txt", "--format", "text"],
        ["sources", "a.txt", "b.txt"],
    ):
        assert main(command) == 0
        out, err = capsys.readouterr()
        assert says in " ".join(out.split())
        assert says in err or command[0] == "sources"
    assert main(["brief", "a.txt", "b.txt", "-o", "b.json"]) == 0
    [origin] = json.loads((here / "b.json").read_text())["origins"]
    assert [d["about"] for d in origin["differences"]] == ["1,500 in s1, 15,000 in s2"]
    assert main(["check", "b.json"]) == 0
    (here / "b.json").write_text((here / "b.json").read_text().replace("15,000 in s2", "1,600 in s2"))
    assert main(["check", "b.json"]) == 1
    assert f"{says}: the brief does not say so" in capsys.readouterr().out


def test_standard_input_is_kept_beside_the_brief_so_that_check_can_read_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert main(["brief", "-", "-o", "b.json"]) == 0
    assert (here / "b.stdin.txt").read_text() == STORY
    assert main(["check", "b.json"]) == 0


def test_check_names_what_does_not_hold(seeds: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(seeds, here / "seeds")
    assert main(["brief", "seeds", "-o", "b.json"]) == 0
    assert main(["check", "b.json"]) == 0
    brief = json.loads((here / "b.json").read_text())
    brief["sentences"][0]["text"] = brief["sentences"][0]["text"].replace("summoned", "did not summon")
    brief["sentences"][1]["citations"][0]["start"] += 1
    (here / "b.json").write_text(json.dumps(brief))
    capsys.readouterr()
    assert main(["check", "b.json", "-o", "fresh.json"]) == 1
    out = capsys.readouterr().out
    assert "b1 contradicted: " in out
    assert "negation: “not summon” is not in the cited text" in out
    assert "b2 unsupported: spans" in out
    fresh = json.loads((here / "fresh.json").read_text())
    assert [s["verdict"]["status"] for s in fresh["sentences"][:3]] == ["contradicted", "unsupported", "supported"]


def test_check_sees_a_changed_source_and_finds_a_moved_one(
    seeds: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(seeds, here / "seeds")
    main(["brief", "seeds", "-o", "b.json"])
    (here / "seeds").rename(here / "elsewhere")
    assert main(["check", "b.json"]) == 1
    assert "not found" in capsys.readouterr().out
    assert main(["check", "b.json", "--root", "elsewhere"]) == 0
    for path in (here / "elsewhere").iterdir():
        path.write_bytes(path.read_bytes() + b" ")
    (here / "elsewhere").rename(here / "seeds")
    capsys.readouterr()
    assert main(["check", "b.json"]) == 1
    assert "has changed since the brief was made" in capsys.readouterr().out


def test_a_question_that_the_sources_do_not_answer_is_said_so(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(seeds), "--question", "Who won the regional prize for rye bread?"]) == 1
    assert "The sources do not answer this question." in capsys.readouterr().out


def test_a_question_is_answered_from_the_sources(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "How many troops did Zelenskyy say North Korea sent?"
    assert main(["brief", str(seeds), "--words", "60", "--format", "json", "--question", question]) == 0
    sentences = [s["text"] for s in json.loads(capsys.readouterr().out)["sentences"]]
    assert "10,000" in sentences[0]


def test_sources_shows_marks_and_origins(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", str(seeds)]) == 0
    out = capsys.readouterr().out
    assert "5 files, 4 origins" in out
    assert "Be the first to like this" in out
    assert main(["sources", str(seeds), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sources"]) == 5


def test_dry_run_prints_calls_tokens_and_price_without_a_key(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(seeds), "--model", "gpt-5-mini", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "total         7 calls" in out
    assert "gpt-5-mini: at most $0.0" in out
    assert main(["brief", str(seeds), "--model", "my-own", "--dry-run"]) == 0
    assert "my-own: unknown price" in capsys.readouterr().out
    assert main(["brief", str(seeds), "--dry-run"]) == 0
    assert capsys.readouterr().out == "extractive writer: no calls, no tokens, no cost\n"


def test_flag_beats_environment_beats_file(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(STORY)
    (here / "summarizer.toml").write_text("words = 111\n")

    def words(*flags: str) -> int:
        main(["brief", "a.txt", "--format", "json", *flags])
        return int(json.loads(capsys.readouterr().out)["engine"]["settings"]["words"])

    assert words() == 111
    monkeypatch.setenv("SUMMARIZER_WORDS", "122")
    assert words() == 122
    assert words("--words", "133") == 133


def test_same_input_gives_the_same_id_and_bytes(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefs = []
    for _ in range(2):
        main(["brief", str(seeds), "--format", "json"])
        brief = json.loads(capsys.readouterr().out)
        del brief["created"], brief["usage"]["seconds"]
        briefs.append(brief)
    assert briefs[0] == briefs[1]
    assert briefs[0]["id"]


def test_an_unknown_variable_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SUMMARIZER_WORD", "3")
    assert main(["brief", "a.txt"]) == 2
    assert "SUMMARIZER_WORD: unknown setting" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's own redirections")
@pytest.mark.parametrize(
    ("redirection", "code", "says"),
    [
        ("> /dev/full", 5, "standard output: No space left on device"),
        (">&-", 5, "standard output: is closed"),
        ("| head -1", 0, ""),
        ("2>&- > /dev/null", 0, ""),
        ("- <&-", 1, "-: there is no standard input"),
    ],
)
def test_streams_that_fail_are_one_line(seeds: Path, redirection: str, code: int, says: str) -> None:
    command = f"set -o pipefail; {sys.executable} -m summarizer brief {seeds} {redirection}"
    run = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == code
    assert says in run.stderr
    assert run.stderr.count("\n") == bool(says)


@pytest.mark.skipif(sys.platform != "linux", reason="file names need not be text there alone")
def test_a_file_name_that_is_no_text(here: Path) -> None:
    name = os.fsdecode(b"bad\xff.txt")
    (here / name).write_text(STORY)
    assert main(["brief", name, "-o", "b.json"]) == 0
    assert main(["check", "b.json"]) == 0
