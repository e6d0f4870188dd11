"""Screens that end by a bug or a signal: one line, no local variable, nothing lost, the terminal as it was before."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playing import Review, shown, until
from terminal import Terminal, needs_tmux
from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from summarizer.review.evidence.desk import Desk, Page
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.ending import LONGEST, bug

SECRET = "a local variable"
ACTS = "\x1b]2;PWNED\x07"


def fails() -> None:
    kept = SECRET  # what Textual's own traceback shows
    raise ValueError(f"{len(kept)}{ACTS}[/]")


async def fails_later() -> None:
    fails()


def fails_in_thread() -> None:
    fails()


class Unpaintable(Content):
    def render_strips(self, *_: object, **__: object) -> list[Strip]:
        fails()
        return []


WAYS: dict[str, Callable[[ReviewApp], object]] = {
    "handler": lambda app: app.call_later(fails),
    "refresh": lambda app: app.call_after_refresh(fails),
    "timer": lambda app: app.set_timer(0.001, fails),
    "task": lambda app: app.run_worker(fails_later()),
    "thread": lambda app: app.run_worker(fails_in_thread, thread=True),
    "view": lambda app: app.current.call_later(fails),
    "paint": lambda app: app.lines["hint"].put(Unpaintable()),
}


@pytest.mark.parametrize("way", WAYS)
def test_an_exception_ends_the_screens_and_is_kept(review: Review, capfd: pytest.CaptureFixture[str], way: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        WAYS[way](review.app)
        await until(pilot, lambda: review.app.failure)

    with pytest.raises(Exception, match=r"16|WorkerFailed"):
        review.play(script)
    assert isinstance(review.app.failure, ValueError)
    assert review.app.return_code
    told = capfd.readouterr()
    assert told.out + told.err == ""


@pytest.mark.parametrize(("view", "part"), [("brief", "page"), ("sources", "hidden")])
def test_an_exception_beside_the_screen_is_told_and_the_review_goes_on(
    review: Review, monkeypatch: pytest.MonkeyPatch, view: str, part: str
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        review.app.go(view)
        await until(pilot, lambda: f"ValueError: {len(SECRET)}" in shown(pilot.app))
        assert review.app.failure is None

    whose: type = {"page": Desk, "hidden": Page}[part]
    monkeypatch.setattr(whose, part, (lambda *_: fails()) if whose is Desk else property(lambda _: fails()))
    review.play(script)


def test_a_bug_is_told_in_few_words() -> None:
    assert str(bug(KeyError("b9"), "review", "all is saved")) == (
        "review: ended by a bug of the program (KeyError: 'b9'); all is saved; --debug shows the traceback"
    )
    assert len(str(bug(ValueError("an article " * 1000), "review", "all is saved"))) < LONGEST + 120


BROKEN = """
import sys
from summarizer.cli import main
from summarizer.review.evidence.desk import Desk, Page
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.making import MakingApp

def fails(*_):
    kept = "a local" + " variable"
    raise ValueError("\x1b]2;PWNED\x07 [/]" + str(len(kept)))

ReviewApp.action_help = fails
MakingApp.show = fails
sys.exit(main(sys.argv[1:]))
"""


def hold_restored(terminal: Terminal) -> None:
    """The terminal is as a shell wants it: its own screen, a cursor, no mouse, keys echoed line by line."""
    modes = "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
    assert terminal.tmux("display-message", "-p", modes).split() == ["0", "1", "0"]
    terminal.run("stty", "-a", tail="; echo stty''-done")
    words = terminal.wait_for("stty-done\n").replace(";", " ").split()
    assert {"icanon", "echo", "isig", "icrnl"} <= set(words), words


def said(screen: str) -> str:
    """What the screen says, on one line."""
    return " ".join(screen.replace("\n", "").split())


@pytest.mark.parametrize("debug", [False, True])
def test_a_bug_is_one_line_in_a_terminal_that_is_as_before(review: Review, tmp_path: Path, debug: bool) -> None:
    needs_tmux()
    (tmp_path / "broken.py").write_text(BROKEN, "utf-8")
    options = ("--debug",) if debug else ()
    with Terminal(cwd=tmp_path) as terminal:
        title = terminal.title()
        words = ("review", review.opening.path.name, "--reviewer", "Marta")
        terminal.run(sys.executable, "broken.py", *options, *words, tail='; echo "exit=$?"')
        terminal.wait_for("reviewed 0/")
        terminal.keys("f")
        terminal.wait_for("looked at again")
        terminal.type("unsure")
        terminal.wait_for("unsure")
        terminal.keys("Enter")
        terminal.wait_for("reviewed 1/")
        terminal.keys("?")
        screen = said(terminal.wait_for("exit=3"))
        assert "summarizer: error: review: ended by a bug of the program (ValueError: " in screen
        assert "every decision is saved in orlund.review" in screen.replace(str(tmp_path) + "/", "")
        assert ("in fails raise ValueError" in screen) is debug  # the last lines: the first are off the screen
        assert debug or "Traceback" not in screen
        assert SECRET not in screen
        assert terminal.title() == title
        hold_restored(terminal)
    assert '"flagged"' in (tmp_path / "orlund.review" / "Marta.jsonl").read_text("utf-8")


def test_a_bug_while_the_brief_is_made(seeds: Path, tmp_path: Path) -> None:
    needs_tmux()
    (tmp_path / "broken.py").write_text(BROKEN, "utf-8")
    with Terminal(cwd=tmp_path) as terminal:
        terminal.run(sys.executable, "broken.py", "review", str(seeds), tail='; echo "exit=$?"')
        screen = said(terminal.wait_for("exit=3"))
        assert "summarizer: error: making the brief: ended by a bug of the program (ValueError: " in screen
        assert "Traceback" not in screen
        hold_restored(terminal)
    left = {path.name for path in tmp_path.iterdir()}
    assert left <= {"broken.py", "brief.json"}  # it may have been made whole just before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_leaves_as_a_person_would(review: Review, tmp_path: Path, number: signal.Signals) -> None:
    needs_tmux()
    with Terminal(cwd=tmp_path) as terminal:
        terminal.summarizer("review", review.opening.path.name, "--reviewer", "Marta")
        terminal.wait_for("reviewed 0/")
        terminal.keys("e")  # a dialog is open
        terminal.wait_for("Edit sentence")
        os.kill(terminal.children()[0], number)
        screen = said(terminal.wait_for("exit=130"))
        assert "saved in" in screen
        hold_restored(terminal)
        terminal.summarizer("review", review.opening.path.name, "--reviewer", "Marta")
        assert "READ ONLY" not in terminal.wait_for("reviewed 0/")


def test_a_terminal_that_is_gone_ends_the_review(review: Review, tmp_path: Path) -> None:
    needs_tmux()
    with Terminal(cwd=tmp_path) as terminal:
        terminal.summarizer("review", review.opening.path.name, "--reviewer", "Marta")
        terminal.wait_for("reviewed 0/")
        child = terminal.children()[0]
    with Terminal(cwd=tmp_path) as terminal:
        terminal.wait(lambda _: not Path(f"/proc/{child}").exists(), "the review of a closed window to be over")
        terminal.summarizer("review", review.opening.path.name, "--reviewer", "Marta")
        assert "READ ONLY" not in terminal.wait_for("reviewed 0/")
