"""How fast the review is in a real terminal, and whether anything is lost when it is killed: a table on stdout.

    python tests/review/measure_terminal.py [first] [keys] [kill] [decisions] [--brief BRIEF.json] [--rounds N]

first      from Enter to the first sentence readable, against `python -c "import textual.app"` to its end, by turns
keys       from a key to the screen that it makes: 100 moves, and each move's last byte counts, not its first
kill       `kill -9` at random moments while deciding, then opened again: is every decision there that had been shown?
decisions  a reviewer who presses the next key as soon as the last decision is shown: how many a minute

Not a test: it says how long things take, which no test here may. Times are of this machine as it is now, so that only
ratios compare with those of another day. tmux is spoken to over one open channel, so that a key costs no process.
"""

import argparse
import os
import random
import re
import select
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

sys.path.insert(0, str(Path(__file__).parents[1]))

from terminal import SUMMARIZER, Terminal

from summarizer.output import files
from summarizer.output.json import dumps
from summarizer.records import Brief, BriefSentence, Check, Citation, Source, Verdict
from summarizer.review.outcome.gathering import everyone

QUIET = 0.12  # seconds without a byte after which a screen is taken to be whole
PACE = 0.03  # seconds between two keys at least: what comes faster is taken for a paste, and decides nothing
DONE = re.compile(r"(\d+)/(\d+)")  # "reviewed 4/8" in the first row
GOALS = {"first": "<= 1.6 x", "keys": "<= 50 ms", "kill": "0 lost", "decisions": "never what one waits for"}


class Wire:
    """One channel to the tmux of a terminal: keys go in, a line for each output of the program comes back, timed."""

    def __init__(self, terminal: Terminal) -> None:
        command = ["tmux", "-L", terminal.server, "-f", "/dev/null", "-C", "attach"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._rest = b""

    def __enter__(self) -> Self:
        self.quiet()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    def send(self, command: str) -> float:
        """Gives tmux a command; the time at which it was given."""
        assert self._process.stdin is not None
        now = time.perf_counter()
        self._process.stdin.write(command.encode() + b"\n")
        return now

    def lines(self, limit: float) -> Iterator[tuple[float, bytes]]:
        """Each line from tmux with the time at which it came, until none has come for `limit` seconds."""
        assert self._process.stdout is not None
        out = self._process.stdout.fileno()
        while select.select([out], [], [], limit)[0]:
            data = os.read(out, 65536)
            now = time.perf_counter()
            *whole, self._rest = (self._rest + data).split(b"\n")
            yield from ((now, line) for line in whole)
            if not data:
                return

    def quiet(self, limit: float = QUIET) -> list[float]:
        """When the program wrote anything, until it has written nothing for `limit` seconds."""
        return [now for now, line in self.lines(limit) if line.startswith(b"%output")]

    def screen(self) -> str:
        """The screen as it is, asked for over the same channel."""
        self.send("capture-pane -p")
        found: list[bytes] = []
        inside = False
        for _, line in self.lines(5.0):
            if line.startswith(b"%begin"):
                inside, found = True, []
            elif line.startswith((b"%end", b"%error")):
                if found:
                    break
                inside = False
            elif inside:
                found.append(line)
        return b"\n".join(found).decode("utf-8", "replace")

    def until(self, right: Callable[[str], bool], limit: float = 20.0) -> str:
        end = time.perf_counter() + limit
        while not right(screen := self.screen()):
            if time.perf_counter() > end:
                raise SystemExit(f"waited {limit} s; the screen was:\n{screen}")
        return screen


def made_up(folder: Path, sentences: int = 100) -> Path:
    """A brief of that many short sentences, all borne out, of one source that says exactly them."""
    lines = [f"Bridge number {n} over the Lenn was closed on Tuesday, the roads office said." for n in range(sentences)]
    text = "\n".join(lines) + "\n"
    (folder / "lenn.txt").write_text(text, encoding="utf-8")
    import hashlib

    verdict = Verdict(status="supported", checks=(Check(name="numbers", ok=True),))
    starts = [text.index(line) for line in lines]
    brief = Brief(
        sources=(Source(id="s1", path="lenn.txt", sha256=hashlib.sha256(text.encode()).hexdigest()),),
        sentences=tuple(
            BriefSentence(
                id=f"b{n}",
                text=line,
                citations=(Citation(source="s1", start=start, end=start + len(line), quote=line),),
                origins=1,
                verdict=verdict,
            )
            for n, (line, start) in enumerate(zip(lines, starts, strict=True), 1)
        ),
    )
    path = folder / "lenn.json"
    files.write(path, dumps(brief))
    return path


def command(brief: Path, reviewer: str = "Marta") -> str:
    return shlex.join([*SUMMARIZER, "review", str(brief), "--reviewer", reviewer])


def readable(brief: Path) -> str:
    """The first words of the first sentence: short, so that they stand on one row at any width."""
    return " ".join(files.read_brief(brief).sentences[0].text.split()[:3])


def cpu(pid: int) -> float:
    """Seconds of CPU time that a process has taken so far, by Linux's /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bare_cpu() -> float:
    process = subprocess.Popen([sys.executable, "-c", "import textual.app"])
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime


def first(brief: Path, rounds: int) -> tuple[str, str]:
    """A marker that the shell prints after the import is timed in the same way as the sentence."""
    marker = "rea" + "dy-now"
    bare = f"{shlex.quote(sys.executable)} -c 'import textual.app'; echo rea''dy-now"
    times: dict[str, list[float]] = {"bare": [], "review": []}
    worked: list[float] = []  # CPU time of the review so far, against that of the import: no matter who else works
    for _ in range(rounds):
        for name, typed, shown in (("bare", bare, marker), ("review", command(brief), readable(brief))):
            with Terminal() as terminal, Wire(terminal) as wire:
                wire.send(f"send-keys -l {shlex.quote('clear; ' + typed)}")
                wire.quiet(0.3)
                began = wire.send("send-keys Enter")
                wire.until(partial(shows, shown))
                times[name].append(time.perf_counter() - began)
                if name == "review":
                    worked.append(cpu(terminal.children()[0]) / bare_cpu())
    ratios = sorted(mine / theirs for mine, theirs in zip(times["review"], times["bare"], strict=True))
    mine, theirs = min(times["review"]), min(times["bare"])
    best = f"best of each {mine * 1000:.0f} and {theirs * 1000:.0f} ms: {mine / theirs:.2f} x"
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}; {best}; by CPU time {statistics.median(worked):.2f} x"
    return f"{statistics.median(ratios):.2f} x", spread


def opened(wire: Wire, brief: Path) -> None:
    """Waits for the bar only: a review that is resumed begins where it was left."""
    wire.send(f"send-keys -l {shlex.quote(command(brief))}")
    wire.send("send-keys Enter")
    wire.until(partial(acknowledges, 0))
    wire.quiet(0.4)


def keys(brief: Path, moves: int = 100) -> tuple[str, str]:
    """Down to the end and up again, so that every kind of move is among them."""
    firsts, lasts = [], []
    with Terminal() as terminal, Wire(terminal) as wire:
        opened(wire, brief)
        count = len(files.read_brief(brief).sentences)
        for move in range(moves):
            key = "j" if move % (2 * (count - 1)) < count - 1 else "k"
            pressed = wire.send(f"send-keys {key}")
            wrote = wire.quiet()
            if wrote:
                firsts.append(wrote[0] - pressed)
                lasts.append(wrote[-1] - pressed)
    if not lasts:
        return "nothing moved", ""
    p95 = sorted(lasts)[int(len(lasts) * 0.95)]
    more = f"p95 {p95 * 1000:.0f} ms; first byte {statistics.median(firsts) * 1000:.0f} ms; {len(lasts)} moves"
    return f"{statistics.median(lasts) * 1000:.0f} ms", more


def done(screen: str) -> int:
    """How many decisions the bar of this screen acknowledges."""
    found = DONE.search(screen.split("\n")[0])
    return int(found[1]) if found else -1


def acknowledges(number: int, screen: str) -> bool:
    return done(screen) >= number


def shows(words: str, screen: str) -> bool:
    return words in screen


MARK = re.compile(r"^│[ >]+(\d+) ([ARF]) ", re.MULTILINE)
CHOICES = {"A": "accepted", "R": "rejected", "F": "flagged"}


def kill(folder: Path, rounds: int) -> tuple[str, str]:
    """The last screen stays standing when its program is killed: what it acknowledged has to be there again.

    By its bar, how many; by its rows, which and how. A new window reads the same, on its screen and from the log.
    """
    chance = random.Random(5)
    lost, shown, rows = 0, 0, 0
    for number in range(rounds):
        inner = folder / f"round-{number}"
        inner.mkdir()
        brief = made_up(inner)
        with Terminal() as terminal, Wire(terminal) as wire:
            opened(wire, brief)
            sent = deciding(wire, chance)
            os.kill(terminal.children()[0], signal.SIGKILL)
            wire.quiet(0.3)
            screen = wire.screen()
        before, marks = done(screen), {f"b{n}": CHOICES[mark] for n, mark in MARK.findall(screen)}
        states, _ = everyone(files.read_brief(brief), brief)
        kept = {item.id: item.choice for state in states.values() for item in state.items if item.choice}
        with Terminal() as terminal, Wire(terminal) as wire:
            opened(wire, brief)
            after = done(wire.screen())
        wrong = [name for name, choice in marks.items() if kept.get(name) != choice]
        lost += max(0, before - after) + len(wrong) + (not 0 <= before <= after == len(kept) <= sent)
        shown, rows = shown + before, rows + len(marks)
        if lost:
            sys.stderr.write(f"round {number}: shown {before}, there {after}, kept {len(kept)}, keys {sent}, {wrong}\n")
    return f"{lost} lost", f"{rounds} kills; {shown} decisions shown by the bar, {rows} by rows, all compared"


def deciding(wire: Wire, chance: random.Random) -> int:
    """Decides until a random moment comes; how many keys that took."""
    moment = time.perf_counter() + chance.uniform(0.0, 1.5)
    sent = 0
    while time.perf_counter() < moment:
        wire.send(f"send-keys {chance.choice('aaax')}")
        sent += 1
        wire.quiet(chance.choice((0.02, 0.03, 0.06)))
    return sent


def decisions(folder: Path) -> tuple[str, str]:
    inner = folder / "decisions"
    inner.mkdir()
    brief = made_up(inner)
    with Terminal() as terminal, Wire(terminal) as wire:
        opened(wire, brief)
        waits = []
        began = time.perf_counter()
        for number in range(1, 101):
            pressed = wire.send("send-keys a")
            wire.until(partial(acknowledges, number))
            waits.append(time.perf_counter() - pressed)
            time.sleep(max(0.0, pressed + PACE - time.perf_counter()))
        took = time.perf_counter() - began
    worst = max(waits) * 1000
    return f"{100 / took * 60:.0f} a minute", f"median {statistics.median(waits) * 1000:.0f} ms, worst {worst:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help="first keys kill decisions (all)")
    parser.add_argument("--brief", type=Path, help="for first and keys: a brief of your own")
    parser.add_argument("--rounds", type=int, default=10, help="of first (10)")
    parser.add_argument("--kills", type=int, default=100)
    args = parser.parse_args()
    wanted = args.what or list(GOALS)
    sys.stdout.write(f"{'what':<11} {'measured':<16} {'goal':<26} more\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = args.brief or made_up(folder)
        ways: dict[str, Callable[[], tuple[str, str]]] = {
            "first": lambda: first(brief, args.rounds),
            "keys": lambda: keys(brief),
            "kill": lambda: kill(folder, args.kills),
            "decisions": lambda: decisions(folder),
        }
        for what in wanted:
            measured, more = ways[what]()
            sys.stdout.write(f"{what:<11} {measured:<16} {GOALS[what]:<26} {more}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
