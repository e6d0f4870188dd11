"""How long a jump to the evidence takes, from the call to the painted screen: run by hand, not by the tests.

    python tests/review/tui/measure_jump.py [--profile]

120x36, in a driver that renders all that a terminal would get. Sources of 200 KB and 10 MB of four kinds,
200 spans each. What counts: p95 of a jump, and that ten megabytes cost no more than 1.5 times what 200 KB do. Wall
clock and CPU time of the quietest of the rounds: the machine may have other work.
"""

import asyncio
import cProfile
import gc
import pstats
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from recording_driver import RecordingDriver
from rich.console import RenderableType
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from summarizer.records import Source
from summarizer.review.tui.source import SourcePane

SENTENCE = (
    "The quake struck the northern province at 04:12 local time, when most residents were asleep, officials said. "
)
KINDS = {
    "paragraphs": SENTENCE * 5 + "\n\n",
    "one long line": SENTENCE,
    "no spaces": "x" * 1_000,
    "CJK": "当地时间周二凌晨四时十二分，北部省份发生六点一级地震，至少十四人死亡。" * 6 + "\n",
}
SIZES = {"200 KB": 200_000, "10 MB": 10_000_000}
SPANS, JUMPS, ROUNDS = 200, 60, 3
QUIET = 0.02  # seconds without a paint after which nothing more is to come


@dataclass(frozen=True)
class Sheet:
    source: Source
    text: str
    trouble: str = ""


class Bench(App[None]):
    CSS = "SourcePane { width: 60; } Static { width: 1fr; }"

    painted_at = (0.0, 0.0)  # wall clock and CPU time, in seconds, when the last paint was written

    def __init__(self) -> None:
        super().__init__(driver_class=RecordingDriver)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.painted_at = time.perf_counter(), time.process_time()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("brief")
            yield SourcePane()


def p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def painted(app: Bench, act: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds of wall clock and of CPU from the call to the end of the last paint that it causes."""
    await asyncio.sleep(QUIET)  # a person does not press two keys in one frame
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    while time.perf_counter() - max(app.painted_at[0], wall) < QUIET:
        await asyncio.sleep(0.002)
    return 1000 * (app.painted_at[0] - wall), 1000 * (app.painted_at[1] - cpu)


async def measure(text: str, profile: cProfile.Profile | None) -> tuple[float, ...]:
    """The first show, then of the jumps wall clock and CPU time, median and p95, in ms; the quietest round of each."""
    rolled = random.Random(7)
    spans = [(at, at + 90) for at in sorted(rolled.sample(range(len(text) - 100), SPANS))]
    app = Bench()
    async with app.run_test(headless=False, size=(120, 36)) as pilot:
        pane = app.query_one(SourcePane)
        pane.focus()
        await pilot.pause()
        page = Sheet(Source(id="s1", path="wire.txt", sha256=""), text)
        first, _ = await painted(app, lambda: pane.show(page, spans[100:101], spans))
        rounds = []
        for _ in range(ROUNDS):
            order = rolled.sample(spans, JUMPS)
            pane.show(Sheet(page.source, text + " "), [], spans)  # forgets what was wrapped
            await pilot.pause()
            gc.collect()
            gc.freeze()  # as the app does once it is up: else each full collection looks at all that is imported
            if profile:
                profile.enable()
            times = [await painted(app, partial(pane.jump, *span)) for span in order]
            if profile:
                profile.disable()
            walls, cpus = zip(*times, strict=True)
            rounds.append((median(walls), p95(walls), median(cpus), p95(cpus)))
        return first, *(min(each) for each in zip(*rounds, strict=True))


def main() -> None:
    profile = cProfile.Profile() if "--profile" in sys.argv else None
    say(f"{'ms':24} {'first show':>10} {'wall':>7} {'p95':>6} {'CPU':>7} {'p95':>6}   10 MB / 200 KB (CPU p95)")
    for kind, unit in KINDS.items():
        before = 0.0
        for size, count in SIZES.items():
            text = (unit * (count // len(unit) + 1))[:count]
            first, wall, wall95, cpu, cpu95 = asyncio.run(measure(text, profile))
            ratio = f"{cpu95 / before:.2f}" if before else ""
            say(f"{kind + ', ' + size:24} {first:10.1f} {wall:7.1f} {wall95:6.1f} {cpu:7.1f} {cpu95:6.1f}   {ratio}")
            before = cpu95
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
