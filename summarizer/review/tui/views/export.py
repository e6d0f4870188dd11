"""Writing the reviewed brief: what is counted first, in which format, whose decisions, and where to.

The brief is never written over, another file only after a question. What fails is told with its remedy, and nothing
is lost by it: every decision lies in the log.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from summarizer.errors import SummarizerError, UsageError
from summarizer.output.decided import unsettled
from summarizer.output.safe import line, safe
from summarizer.records import Brief
from summarizer.review.nouns import Item, State
from summarizer.review.outcome import delivering
from summarizer.review.outcome.delivering import ENDINGS, WORDS
from summarizer.review.outcome.exporting import Wish
from summarizer.review.outcome.gathering import everyone
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.oneline import OneLine
from summarizer.review.tui.view import View
from summarizer.review.tui.views.picks import Picks
from summarizer.review.without_screen import telling

FORMS = tuple(ENDINGS)
LEFT_OUT, KEPT = "left out, listed as withheld", "kept in, marked"


class Order(NamedTuple):
    """What was asked for, as it was when it was asked."""

    path: Path
    form: str
    wish: Wish
    alone: bool  # without the other reviewers
    mine: State


class ExportView(View):
    """What of the review is open, and the reviewed brief as a file."""

    DEFAULT_CSS = """
    ExportView { align: center top; }
    ExportView Vertical { height: auto; max-height: 100%; max-width: 110; border: round $foreground 40%; }
    ExportView VerticalScroll { height: auto; max-height: 10; padding: 0 1; margin-bottom: 1; }
    ExportView #counts { height: auto; }
    ExportView #to { height: 1; }
    ExportView #to-label { width: 11; padding: 0 0 0 1; }
    ExportView #to-line { height: 1; layout: horizontal; max-height: 1; border: none; }
    ExportView Input, ExportView Input:focus { border: none; height: 1; padding: 0; width: 1fr; background: $panel; }
    ExportView #said { height: auto; padding: 0 1; margin: 1 0; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, priority=binding.id in ("export_open", "export_back")) for binding in bindings("export")
    ]
    name_of_view = "export"

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Content("Write the reviewed brief")
            with VerticalScroll(can_focus=False):
                yield Static(Content(""), id="counts")
            yield Picks("format", list(WORDS.values()), id="format")
            yield Picks("rejected", [LEFT_OUT, KEPT], id="rejected")
            yield Picks("reviewers", ["all"], id="reviewers")
            with Vertical(id="to-line"):
                yield Static(Content("to"), id="to-label")
                yield OneLine(safe(str(delivering.proposed(self.session.path, "md"))), id="to", select_on_focus=False)
            yield Static(Content(""), id="said")

    def hint(self) -> str:
        count = len(self.session.state.open)
        first = f"{self.review.key('export_open')} goes to the first"
        return f"{count} open: they stay in, marked; {first}" if count else ""

    def arrive(self) -> None:
        self.query_one("#format").focus()
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        """The end of the path is what matters, where there is not room for all of it."""
        to = self.query_one("#to", Input)
        to.cursor_position = 0
        to.cursor_position = len(to.value)

    def show_state(self, _about: str | None = None) -> None:
        counts = delivering.tally(self.session.state.items)
        kept = self.query_one("#rejected", Picks).index == 1
        lines = [Content(delivering.counted(counts, "kept in" if kept else "left out"))]
        lines += [self._accepted_anyway(counts)] if counts.unsupported else []
        still = ", ".join(self._number(item) for item in counts.open)
        lines += [Content(f". open: {still}")] if counts.open else []
        flagged = [item for item in self.session.state.items if item.choice == "flagged"]
        lines += [Content(f"F flagged: {self._number(item)} {_because(item)}") for item in flagged]
        questions = ", ".join(map(line, telling.unresolved(self.session.brief, self.session.state)))
        lines += [Content(f"! disagreements not resolved: {questions}")] if questions else []
        self.query_one("#counts", Static).update(Content("\n").join(lines))
        others = [name for name in self.session.others if name != self.session.reviewer]
        own = [f"only {self.session.reviewer}"] if others else []
        words = [f"all, in the words of {name}" for name in (self.session.reviewer, *others)] if others else []
        self.query_one("#reviewers", Picks).offer(["all", *words, *own])
        self.query_one("#reviewers").display = bool(others)

    def _accepted_anyway(self, counts: delivering.Tally) -> Content:
        told = (f"{self._number(item)} {_because(item)}" for item in counts.unsupported)
        return Content(f"! {len(counts.unsupported)} accepted though not fully borne out: {', '.join(told)}")

    def _number(self, item: Item) -> str:
        """What the sentence is called on the screen: its place, from 1."""
        return str(next(n for n, other in enumerate(self.session.state.items, 1) if other.id == item.id))

    # -- what is chosen --

    def on_picks_picked(self, event: Picks.Picked) -> None:
        if event.picks.id == "format":
            to = self.query_one("#to", Input)
            to.value = delivering.with_form(to.value, FORMS[event.index])
            self._show_end()
        self.show_state()
        self._say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed is shown as it will be read; its ending chooses the format."""
        event.stop()
        if (clean := safe(event.value)) != event.value:
            event.input.value = clean
        form = delivering.form_of(clean)
        if form is not None:
            self.query_one("#format", Picks).pick(FORMS.index(form))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_export_write()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(line(text)))

    # -- commands --

    def action_export_write(self) -> None:
        try:
            path = delivering.target(self.query_one("#to", Input).value, self.session.path, self.session.folder)
        except UsageError as error:
            self._say(str(error))
            return
        if path.exists():
            ask = Ask(
                f"{path.name} is there already", needed=False, more="enter writes over it, esc leaves it as it is"
            )
            self.review.ask(ask, lambda _: self._write(path))
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        self._say("writing ...")
        order = self._order(path)
        self.run_worker(partial(self._deliver, order), thread=True, exclusive=True, group="export", exit_on_error=False)

    def _order(self, path: Path) -> Order:
        others = [name for name in self.session.others if name != self.session.reviewer]
        names = (None, self.session.reviewer, *others, self.session.reviewer)
        index = self.query_one("#reviewers", Picks).index
        wish = Wish(
            at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            reviewer=names[index],
            include_rejected=self.query_one("#rejected", Picks).index == 1,
        )
        form = FORMS[self.query_one("#format", Picks).index]
        return Order(path, form, wish, bool(others) and index == len(names) - 1, self.session.state)

    def _deliver(self, order: Order) -> tuple[Order, Brief]:
        """In a thread: reads the sources and everybody's log anew, and writes."""
        mine = {self.session.reviewer: order.mine}
        states: Mapping[str, State] = mine
        if not order.alone:
            states = {**everyone(self.session.brief, self.session.path)[0], **mine}
        to = (order.path, order.form)
        return order, delivering.deliver(self.session.brief, states, self.review.desk.texts(), order.wish, to)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._wrote(*event.worker.result)
        elif event.state is WorkerState.ERROR:
            self._failed(event.worker.error)

    def _wrote(self, order: Order, made: Brief) -> None:
        self.session.exported(str(order.path), order.form)
        left = "; what is not settled is marked in it" if unsettled(made) else ""
        self._say(f"written: {order.path}, {WORDS[order.form]}{left}")
        self.review.paint_bars()

    def _failed(self, error: BaseException | None) -> None:
        if isinstance(error, UsageError):
            remedy = "choose whose words to take" if "worded differently" in error.reason else error.remedy
            self._say(f"NOT WRITTEN: {error.where}: {error.reason}; {remedy}")
        elif isinstance(error, SummarizerError):
            self._say(
                f"NOT WRITTEN: {error.where}: {error.reason}; change the line that says where to, or free the place"
            )
        else:
            self._say(f"NOT WRITTEN: {type(error).__name__}: {error}")

    def action_export_open(self) -> None:
        still = self.session.state.open
        if not still:
            self._say("nothing is open")
            return
        self.review.go("brief", partial(_go_to, still[0].id))

    def action_export_back(self) -> None:
        self.review.go("brief")

    def action_export_right(self) -> None:
        self._step(1)

    def action_export_left(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if isinstance(self.screen.focused, Picks):
            self.screen.focused.pick(self.screen.focused.index + by)

    def action_export_next(self) -> None:
        self.screen.focus_next()

    def action_export_previous(self) -> None:
        self.screen.focus_previous()


def _go_to(about: str, view: View) -> None:
    if isinstance(view, BriefView):
        view.go_to(about)


def _because(item: Item) -> str:
    return f'"{line(item.reason)}"' if item.reason else "(no reason given)"
