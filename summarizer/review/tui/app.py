"""The shell of the review: bar, views, hint and keys, and what every view may ask for.

What is decided is decided in the session, before anything is shown.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import ContentSwitcher
from textual.worker import Worker

from summarizer.errors import Exit
from summarizer.output.files import read_brief
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.desk import Desk
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui import bars, commands
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.checks import GROUP, Checks
from summarizer.review.tui.look import THEMES
from summarizer.review.tui.rooms import ROOMS, make
from summarizer.review.tui.view import View

POLL = 1.0  # seconds between looks at what other reviewers wrote
PASTED = 0.015  # seconds: no finger is that quick, a paste that the terminal does not announce is


def run(opening: Opening) -> int:
    """The exit code: whole when every sentence is decided, marked while some are open."""
    brief = read_brief(opening.path)
    session = Session.open(brief, opening.path, opening.reviewer or "", take_over=opening.take_over)
    with session:
        ReviewApp(opening, brief, session).run()
        return Exit.MARKED if session.state.open or session.unsaved else Exit.WHOLE


class ReviewApp(App[None]):
    """One brief, one reviewer. Views reach it as `self.review`."""

    CSS_PATH = None
    CSS = """
    ContentSwitcher { height: 1fr; }
    #bar { background: $panel; }
    #hint { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVERYWHERE)]
    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, opening: Opening, brief: Brief, session: Session) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
        self.opening = opening
        self.brief = brief
        self.session = session
        self.desk = Desk(brief, opening.path.parent, opening.root)
        self.checks = Checks(self)
        self.pasted = PASTED
        self._told = ""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = opening.theme or "dark"
        self.set_keymap(dict(opening.keymap))

    def compose(self) -> ComposeResult:
        yield bars.Line("bar")
        yield bars.Line("tabs")
        with ContentSwitcher(initial="brief", id="views"):
            yield make("brief")
        yield bars.Line("hint")
        yield bars.Line("keys")

    def on_mount(self) -> None:
        self.paint_bars()
        self.current.arrive()
        self.set_interval(POLL, self.poll)

    def on_resize(self, _event: Resize) -> None:
        self.paint_bars()

    # -- what a view may ask for ------------------------------------------------------------------------------------

    @property
    def current(self) -> View:
        """The view at the front."""
        return self.query_one(f"#{self.query_one('#views', ContentSwitcher).current}", View)

    def changed(self, about: str | None = None) -> None:
        """The session's state has changed: every view shows it afresh, the one at the front at once."""
        self.current.show_state(about)
        self.paint_bars()

    def tell(self, text: str) -> None:
        """Says on the line of hints what has just happened; it stays until something else does."""
        self._told = line(text)
        self.paint_bars()

    def quiet(self) -> None:
        """What was told is read: the view's own hint again."""
        if self._told:
            self._told = ""
            self.paint_bars()

    def go(self, view: str, then: Callable[[View], None] | None = None) -> None:
        """Brings a view to the front, made at its first visit; then calls `then` with it."""
        self.run_worker(self._go(view, then), exclusive=True, group="go")

    async def _go(self, name: str, then: Callable[[View], None] | None) -> None:
        switcher = self.query_one("#views", ContentSwitcher)
        if not switcher.query(f"#{name}"):
            await switcher.mount(make(name))
        switcher.current = name
        self.current.show_state()
        self.current.arrive()
        if then:
            then(self.current)
        self._told = ""
        self.paint_bars()

    def ask(self, question: Ask, then: Callable[[str], None]) -> None:
        """Asks one line of the reviewer; `then` gets it, and is not called where it was taken back."""
        self.push_screen(question, lambda answer: then(answer) if answer is not None else None)

    def paint_bars(self) -> None:
        if not self.is_running or not self.query("#bar"):
            return
        width, name = self.size.width, self.current.name_of_view
        labels = [(room.name, room.label(self.session)) for room in ROOMS]
        self.query_one("#bar", bars.Line).put(bars.progress(self.session, self.checks.left, width))
        self.query_one("#tabs", bars.Line).put(bars.tabs(labels, name, width))
        self.query_one("#hint", bars.Line).put(Content(f" {self._told or line(self.current.hint())}"))
        table = (*commands.of(name), *commands.of(commands.EVERYWHERE))
        self.query_one("#keys", bars.Line).put(bars.keys(table, dict(self.opening.keymap), width))

    def poll(self) -> None:
        """What others wrote, and what could not be written before."""
        if self.session.poll():
            self.changed()

    # -- commands that hold everywhere --------------------------------------------------------------------------------

    def action_view(self, name: str) -> None:
        self.go(name)

    def action_view_brief(self) -> None:
        self.go("brief")

    def action_view_disagreements(self) -> None:
        self.go("disagreements")

    def action_view_uncovered(self) -> None:
        self.go("uncovered")

    def action_view_sources(self) -> None:
        self.go("sources")

    def action_view_withheld(self) -> None:
        self.go("withheld")

    def action_view_export(self) -> None:
        self.go("export")

    def action_undo(self) -> None:
        about = self.session.undo()
        self.changed(about)
        self.tell(f"undone: {about}" if about is not None else "nothing to undo")

    def action_redo(self) -> None:
        about = self.session.redo()
        self.changed(about)
        self.tell(f"done again: {about}" if about is not None else "nothing to do again")

    def action_leave(self) -> None:
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the table that can be done in this view, and the themes."""
        if screen is not self.screen_stack[0]:  # over a dialog no command of a view holds
            return
        view = self.current
        for command in (*commands.of(view.name_of_view), *commands.of(commands.EVERYWHERE)):
            target: object = view if command.where == view.name_of_view else self
            action = getattr(target, f"action_{command.id}", None)
            if action is not None and command.id != "command_palette":
                keys = commands.shown_keys(self.opening.keymap.get(command.id, command.keys))
                yield SystemCommand(f"{command.label} ({keys})", command.help, action)
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == GROUP:
            self.checks.ended(event.worker, event.state)
