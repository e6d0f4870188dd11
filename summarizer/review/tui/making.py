"""The screen while a brief is being made: how far it is, and what has been said so far. It decides nothing.

What is listed may yet be withheld, so nothing of it can be decided on; the review begins when all of it is checked.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from summarizer.output.safe import line
from summarizer.review.making import CANCELLED, Ended, Making, Step
from summarizer.review.tui.ending import Ending, play
from summarizer.review.tui.look import THEMES


def run(making: Making, theme: str | None = None) -> Ended:
    """Shows the making of a brief until it is made, has failed, or is cancelled with a key or a signal. Raises Bug."""
    with making:
        play(
            MakingApp(making, theme), "making the brief", lambda: "nothing was decided yet, run the same command again"
        )
    return making.ended or CANCELLED


class MakingApp(Ending):
    """Gone as soon as there is nothing left to wait for."""

    CSS_PATH = None
    CSS = """
    #stage { height: 1; background: $panel; }
    VerticalScroll { height: 1fr; padding: 1 2; }
    #keys { height: 1; color: $text-muted; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,ctrl+c,ctrl+q", "cancel", priority=True, show=False)]

    def __init__(self, making: Making, theme: str | None = None) -> None:
        super().__init__()
        self._making = making
        self._stage = ""
        self._said: list[str] = []
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme or THEMES[0].name

    def compose(self) -> ComposeResult:
        yield Static(Content(" Making the brief"), id="stage")
        with VerticalScroll():
            yield Static(id="said")
        yield Static(Content(" q  cancel: nothing is written"), id="keys")

    def on_mount(self) -> None:
        self.run_worker(self._follow, thread=True)

    def _follow(self) -> None:
        """In a thread: the process is heard to its end."""
        for step in self._making.steps():
            self.call_from_thread(self.show, step)
        self.call_from_thread(self.exit)

    def show(self, step: Step) -> None:
        """A stage begins with an empty list: what it says takes the place of what the one before has said."""
        if step.stage != self._stage:
            self._stage, self._said = step.stage, []
        counted = f"  {step.done}/{step.total}" if step.total > 1 else ""
        self.query_one("#stage", Static).update(Content(f" Making the brief: {line(step.stage)}{counted}"))
        if step.said:
            self._said.append(line(step.said))
            self.query_one("#said", Static).update(Content("\n\n".join(self._said)))
            self.query_one(VerticalScroll).scroll_end(animate=False)

    def action_cancel(self) -> None:
        self._making.cancel()
        self.exit()
