"""The review in a real terminal, end to end: what a person sees, types, loses to a crash, and finds again."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal, needs_tmux

from summarizer.cli import main

HOSTILE = (
    "\x1b]2;PWNED\x07The bridge over the Lenn was closed on Tuesday, the roads office said.\n"
    "\x1b[31m[@click=app.leave()]The work[/] will take about six weeks\x9b2J, the roads office said."
    "\x1b]52;c;UFdORUQ=\x07\n"
    "\u202eNobody was hurt on Tuesday, \x01the police said.\n"
)


@pytest.fixture(autouse=True)
def _tmux() -> None:
    needs_tmux()


@pytest.fixture
def brief(seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / "b.json"
    assert main(["brief", str(seeds), "-o", str(path)]) == 0
    return path


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(cwd=tmp_path) as opened:
        yield opened


def log(brief: Path) -> list[dict[str, object]]:
    """What is on disk of Marta's decisions."""
    path = brief.with_suffix(".review") / "Marta.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    events = [json.loads(line) for line in lines]
    return [event for event in events if event["op"] == "decide"]


def first_words(brief: Path) -> str:
    return str(json.loads(brief.read_text("utf-8"))["sentences"][0]["text"])[:20]


def test_decide_be_killed_and_go_on_where_it_stopped(terminal: Terminal, brief: Path) -> None:
    terminal.summarizer("review", "b.json", "--reviewer", "Marta")
    terminal.wait_for(first_words(brief), "reviewed 0/")
    terminal.keys("a")
    terminal.wait_for("reviewed 1/", "saved")
    terminal.keys("x")
    terminal.wait_for("reviewed 2/")
    terminal.keys("u")
    terminal.wait_for("reviewed 1/")
    os.kill(terminal.children()[0], signal.SIGKILL)
    terminal.wait_for("Killed")
    assert [event["about"] for event in log(brief)] == ["b1", "b2"]
    with Terminal(cwd=brief.parent) as again:
        again.summarizer("review", "b.json", "--reviewer", "Marta")
        again.wait_for("reviewed 1/", "resumed")
        again.keys("q")
        again.wait_for("exit=1")


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_keeps_what_is_being_typed_and_gives_the_terminal_back(
    terminal: Terminal, brief: Path, told: signal.Signals
) -> None:
    terminal.summarizer("review", "b.json", "--reviewer", "Marta")
    terminal.wait_for("reviewed 0/")
    terminal.keys("a")
    terminal.wait_for("reviewed 1/")
    terminal.keys("e")
    terminal.wait_for("Edit sentence")
    terminal.keys(*"now")
    terminal.wait_for("{+")
    os.kill(terminal.children()[0], told)
    screen = terminal.wait_for("exit=130")
    assert "Edit sentence" not in screen
    assert [event["about"] for event in log(brief)] == ["b1"]
    kept = [path.read_text("utf-8") for path in (brief.with_suffix(".review") / "drafts").iterdir()]
    assert len(kept) == 1
    assert "now" in kept[0]


def test_it_steps_aside_for_the_shell_and_comes_back_whole(terminal: Terminal, brief: Path) -> None:
    terminal.summarizer("review", "b.json", "--reviewer", "Marta", tail="")
    terminal.wait_for(first_words(brief), "reviewed 0/")
    terminal.keys("C-z")
    terminal.wait_for("Stopped")
    terminal.run("fg")
    terminal.wait_for(first_words(brief), "reviewed 0/")


def test_a_second_window_of_the_same_reviewer_only_looks(terminal: Terminal, brief: Path) -> None:
    terminal.summarizer("review", "b.json", "--reviewer", "Marta")
    terminal.wait_for("reviewed 0/")
    with Terminal(cwd=brief.parent) as second:
        second.summarizer("review", "b.json", "--reviewer", "Marta")
        second.wait_for("READ ONLY", first_words(brief))
        second.keys("a")
        second.wait_for("nothing was done")
    assert log(brief) == []


def test_hostile_articles_act_nowhere_on_the_way_from_path_to_screen(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    before = terminal.title()
    terminal.summarizer("review", "a.txt", "--reviewer", "Marta")
    terminal.wait_for("reviewed 0/", "The bridge over")
    for view in "234561":
        terminal.keys(view)
        terminal.wait_for("reviewed 0/")
    terminal.keys("q")
    terminal.wait_for("exit=1")
    assert terminal.title() == before
    assert terminal.tmux("list-buffers") == ""  # nothing was put on the clipboard


def test_articles_become_a_brief_that_is_opened_again_and_never_written_over(terminal: Terminal, seeds: Path) -> None:
    terminal.summarizer("review", str(seeds), "--reviewer", "Marta", "--words", "80")
    terminal.wait_for("reviewed 0/", "brief.json")
    terminal.keys("a")
    terminal.wait_for("reviewed 1/")
    terminal.keys("q")
    terminal.wait_for("exit=1")
    terminal.run("clear")
    terminal.summarizer("review", str(seeds), "--reviewer", "Marta", "--words", "80")
    terminal.wait_for("reviewed 1/", "resumed")
    terminal.keys("q")
    terminal.wait_for("opened again", "exit=1")
    terminal.run("clear")
    terminal.summarizer("review", str(seeds), "--words", "120")
    screen = terminal.wait_for("exit=2")
    assert "name another file with -o" in " ".join(screen.split())


@pytest.mark.parametrize("key", ["q", "C-c"])
def test_making_is_cancelled_at_once_and_nothing_is_left(
    terminal: Terminal, tmp_path: Path, seeds: Path, key: str
) -> None:
    """By a model that never answers: an endpoint which takes the call and keeps silent."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        terminal.summarizer("review", str(seeds), "--model", "m", "--base-url", url)
        terminal.wait_for("Making the brief: reading with the model", "cancel")
        terminal.keys(key)
        terminal.wait_for("exit=130", "the brief was not made")
    assert [path.name for path in tmp_path.iterdir()] == []


PASTES = [("bracketed", 0), ("typed", 1)]


@pytest.mark.parametrize(("how", "most"), PASTES)
def test_a_paste_by_accident_decides_next_to_nothing(terminal: Terminal, brief: Path, how: str, most: int) -> None:
    terminal.summarizer("review", "b.json", "--reviewer", "Marta")
    terminal.wait_for("reviewed 0/")
    if how == "bracketed":
        terminal.paste("axaxaxax")
    else:
        terminal.type("axaxaxax")
    terminal.keys("2")
    terminal.wait_for("answers")
    assert len(log(brief)) <= most


@pytest.mark.parametrize(("width", "height"), [(80, 24), (60, 16), (40, 12)])
def test_small_windows_show_a_sentence_and_take_decisions(brief: Path, width: int, height: int) -> None:
    with Terminal(width, height, cwd=brief.parent, environ={"NO_COLOR": "1"}) as terminal:
        terminal.summarizer("review", "b.json", "--reviewer", "Marta")
        terminal.wait_for(first_words(brief)[:12])
        terminal.keys("a")
        terminal.wait(lambda _: len(log(brief)) == 1, "a decision in the log")
        terminal.resize(120, 36)
        terminal.wait_for("reviewed 1/")
