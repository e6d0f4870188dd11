"""The judge from the command line: calibrated, named by flag, variable or file, and its figures beside its verdicts."""

import json
import shutil
from pathlib import Path

import pytest
from fault_server import FaultServer, answer, raw

from summarizer.cli import main

SPAN = "The mayor of Aldby closed the old bridge over the river Lenn on Tuesday because damage had made it unsafe."
PARAPHRASE = "The mayor of Aldby closed the old bridge over the river Lenn on Tuesday because harm left pillars weak."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a brief of one source, whose only sentence has been reworded by hand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Bridge closed\n\n{SPAN}\n", encoding="utf-8")
    assert main(["brief", "a.txt", "-o", "b.json"]) == 0
    brief = json.loads((tmp_path / "b.json").read_text())
    brief["sentences"][0]["text"] = PARAPHRASE
    (tmp_path / "b.json").write_text(json.dumps(brief))
    return tmp_path


def says(verdict: str, quote: str) -> str:
    return json.dumps({"quote": quote, "reason": "why", "verdict": verdict})


def test_a_judge_that_knows_nothing_is_measured_and_refused(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [{"source": SPAN, "claim": f"{PARAPHRASE} {n}", "label": n % 2 == 0} for n in range(60)]
    (here / "pairs.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    fault_server.play(answer(says("supported", SPAN)))
    ask = ["--judge-model", "m", "--judge-base-url", fault_server.base_url]
    assert main(["eval", "calibrate", "pairs.jsonl", *ask, "-o", "c.json"]) == 1
    out, err = capsys.readouterr()
    assert "balanced accuracy    0.500" in out
    assert "it decides nothing: it lets 100% of false claims pass" in out
    assert "60 calls" in err
    assert len(fault_server.requests) == 60

    assert main(["check", "b.json", *ask, "--judge-calibration", "c.json", "-o", "fresh.json"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("b1 partial: ")
    assert "decide nothing: it lets 100% of false claims pass" in err
    (check,) = (c for c in json.loads((here / "fresh.json").read_text())["sentences"][0]["verdict"]["checks"][-1:])
    assert check["name"] == "judge"
    assert check["ok"]
    assert "which decides nothing: s1 supported" in check["detail"]


def test_a_judge_that_knows_is_measured_and_decides(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [
        {"source": SPAN, "claim": f"claim {n}", "label": "supported" if n < 30 else "contradicted"} for n in range(60)
    ]
    (here / "pairs.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    ask = ["--judge-model", "m", "--judge-base-url", fault_server.base_url]
    fault_server.play(*[answer(says("supported" if n < 30 else "contradicted", SPAN)) for n in range(60)])
    assert main(["eval", "calibrate", "pairs.jsonl", *ask, "--concurrency", "1"]) == 0
    assert "it may decide" in capsys.readouterr().out
    fault_server.play(answer(says("supported", SPAN)))
    assert main(["check", "b.json", *ask, "--judge-calibration", "calibration.json", "-o", "fresh.json"]) == 0
    out, err = capsys.readouterr()
    assert "every sentence is borne out" in out
    assert "judge: 1 call" in err
    verdict = json.loads((here / "fresh.json").read_text())["sentences"][0]["verdict"]
    assert (verdict["status"], verdict["by"]) == ("supported", ["code", "judge:m"])
    assert verdict["checks"][-1]["detail"].startswith("m (balanced accuracy 1.00 on 60 pairs, 0 of 30 false")
    assert main(["check", "fresh.json"]) == 1  # and code alone cannot say so
    assert "could not be repeated" in capsys.readouterr().out


@pytest.mark.parametrize("way", ["flag", "environment", "file"])
def test_flag_environment_and_file_name_the_judge(
    way: str, here: Path, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault_server.play(answer(says("unclear", "")))
    flags: list[str] = []
    if way == "flag":
        flags = ["--judge-model", "m", "--judge-base-url", fault_server.base_url]
    elif way == "environment":
        monkeypatch.setenv("SUMMARIZER_JUDGE_MODEL", "m")
        monkeypatch.setenv("SUMMARIZER_JUDGE_BASE_URL", fault_server.base_url)
    else:
        (here / "summarizer.toml").write_text(f'judge_model = "m"\njudge_base_url = "{fault_server.base_url}"\n')
    main(["check", "b.json", *flags])
    assert [body["model"] for body in fault_server.requests] == ["m"]


def test_the_judges_key_is_its_own_where_it_has_one(
    here: Path, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault_server.play(answer(says("unclear", "")))
    monkeypatch.setenv("OPENAI_API_KEY", "the-writers-key-0123456789")
    monkeypatch.setenv("JUDGE_KEY", "the-judges-key-0123456789")
    (here / "summarizer.toml").write_text('judge_api_key_variable = "JUDGE_KEY"\n')
    main(["check", "b.json", "--judge-model", "m", "--judge-base-url", fault_server.base_url])
    assert fault_server.headers[0]["authorization"] == "Bearer the-judges-key-0123456789"


BAD: list[tuple[list[str], int, str]] = [
    (["check", "b.json", "--judge-model", "m"], 2, "OPENAI_API_KEY"),
    (["check", "b.json", "--judge-model", "m", "--judge-base-url", "ftp://x"], 2, "--judge-base-url"),
    (["check", "b.json", "--judge-model", "m", "--judge-base-url", "http://127.0.0.1:9/v1"], 3, "--judge-base-url"),
    (["check", "b.json", "--judge-model", "m", "--judge-calibration", "no.json"], 2, "no.json"),
    (["brief", "a.txt", "--judge-model", "m", "--judge-calibration", "a.txt"], 2, "a.txt: is not JSON"),
    (["eval", "calibrate"], 2, "--judge-model"),
    (["eval", "calibrate", "no.jsonl", "--judge-model", "m"], 2, "no.jsonl"),
    (["eval", "calibrate", "--judge-model", "m", "--judge-base-url", "http://127.0.0.1:9/v1"], 3, "judge m: "),
]


@pytest.mark.parametrize(("args", "code", "says"), BAD)
def test_bad_input_is_one_line(
    args: list[str], code: int, says: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert here.is_dir()
    assert main(args) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("summarizer: error: ")
    assert says in err
    assert err.count("\n") == 1


def test_a_failed_question_is_a_warning_and_leaves_codes_verdict(
    here: Path, fault_server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    fault_server.play(raw("<html>"))
    assert main(["check", str(here / "b.json"), "--judge-model", "m", "--judge-base-url", fault_server.base_url]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("b1 partial: ")
    assert "1 of 1 questions failed" in err


def test_dry_run_counts_the_judges_calls(seeds: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(seeds, here / "seeds")
    assert main(["brief", "seeds", "--dry-run", "--judge-model", "gpt-5-mini"]) == 0
    assert "judge         0 calls" in capsys.readouterr().out  # whole sentences of the sources need no judge
    assert main(["brief", "seeds", "--dry-run", "--model", "gpt-5-mini", "--judge-model", "gpt-5"]) == 0
    with_judge = capsys.readouterr().out
    assert "gpt-5-mini, judge gpt-5: at most $0." in with_judge
    assert "judge        54 calls" in with_judge
    assert main(["brief", "seeds", "--dry-run", "--model", "gpt-5-mini", "--judge-model", "my-own"]) == 0
    assert "unknown price" in capsys.readouterr().out
