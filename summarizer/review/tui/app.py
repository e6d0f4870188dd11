"""The shell of the review: bar, views, hint and keys, and what every view may ask for.

What is decided is decided in the session, before anything is shown.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.command import Provider
from textual.content import Content
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import ContentSwitcher
from textual.worker import Worker

from summarizer.records import Brief
from summarizer.review.evidence.collecting import undisturbed
from summarizer.review.evidence.desk import Desk
from summarizer.review.opening import Opening
from summarizer.review.session import Session
from summarizer.review.tui import bars, checks, commands, look, reading
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.standing import Around
from summarizer.review.tui.ending import Ending
from summarizer.review.tui.proving import Proving
from summarizer.review.tui.rooms import make
from summarizer.review.tui.turning import Turning
from summarizer.review.tui.view import View

POLL = 1.0  # seconds between looks at what other reviewers wrote
LONGEST = 0.2  # seconds that the first paint is waited for: in a window that is too small nothing is ever fitted
LEAST = (40, 10)  # columns, rows: below either nothing can be read


def palette() -> type[Provider]:
    """Imported when it is first opened."""
    from summarizer.review.tui.palette import Palette

    return Palette


class ReviewApp(Turning, Ending):
    """One brief, one reviewer. Views reach it as `self.review`. Without a session it asks who reviews first."""

    CSS = """
    ContentSwitcher { height: 1fr; }
    #bar { background: $panel; }
    #hint { color: $text-muted; }
    #enlarge { display: none; height: 1; }
    .-speck #bar, .-speck #tabs, .-speck #views, .-speck #hint, .-speck #keys { display: none; }
    .-speck #enlarge { display: block; }
    CommandPalette SearchIcon { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVERYWHERE)]
    AUTO_FOCUS = None
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {palette}

    def __init__(self, opening: Opening, brief: Brief, session: Session | None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
        self.opening = opening
        self.brief = brief
        self._session = session
        self.desk = Desk(brief, opening.path.parent, opening.root)
        self.checks = checks.Checks(self)
        self.reading = reading.Reading(self, self.desk, self.sources_read)
        self.proving = Proving(self)
        self.inks: dict[str, look.Style] = {}
        self._paints = False
        self._held = ExitStack()  # what waits until there is something to read: painting, and searching for garbage
        for theme in look.THEMES:
            self.register_theme(theme)
        self.theme = opening.theme if opening.theme in self.available_themes else "dark"
        self.set_keymap(dict(opening.keymap))

    @property
    def session(self) -> Session:
        assert self._session is not None, "who reviews was not asked yet"
        return self._session

    @property
    def began(self) -> bool:
        """Whether there is a session: it is known who reviews."""
        return self._session is not None

    def end(self) -> None:
        if self._session is not None:
            self._session.close()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return look.colours(self.current_theme)

    def compose(self) -> ComposeResult:
        if self.began:
            yield from self._parts()

    def _parts(self) -> Iterable[Widget]:
        yield self.lines["bar"]
        yield self.lines["tabs"]
        yield ContentSwitcher(make("brief"), initial="brief", id="views")
        yield self.lines["hint"]
        yield self.lines["keys"]
        enlarge = bars.Line("enlarge")
        enlarge.put(Content("please enlarge, or use --plain"))
        yield enlarge

    async def on_mount(self) -> None:
        if self.began:
            self._begin()
            return
        from summarizer.review.tui.brief.welcome import Welcome

        self.push_screen(Welcome(self.opening, self.brief), self._welcomed)

    async def _welcomed(self, session: Session | None) -> None:
        if session is None:
            self.exit()
            return
        self._session = session
        await self.screen_stack[0].mount(*self._parts())
        self._begin()

    def fitted(self) -> None:
        """There is a sentence to read: painted from now on. Before, each paint would be of frames around nothing."""
        self.call_later(self._paint)  # after the panes beside it

    def _paint(self) -> None:
        if not self._paints:
            self._paints = True
            self._held.close()
            self.call_after_refresh(self.reading.start)  # after the first paint, which needs no source

    def on_unmount(self) -> None:
        self._held.close()

    def _begin(self) -> None:
        self._held.enter_context(undisturbed(keep=not self.is_headless))
        self._held.enter_context(self.batch_update())
        self.set_timer(LONGEST, self._paint)
        self.theme_changed_signal.subscribe(self, self._recolour)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # the terminal is blank again
        self._recolour(self.current_theme)
        self.current.arrive()
        self.begun = True
        self._fit(*self.size)
        self.current.begin()
        session = self.session
        done, of = len(session.state.items) - len(session.state.open), len(session.state.items)
        resumed = f"resumed, {done} of {of} done" if session.resumed and of else ""
        strays = f"{len(session.state.strays)} decisions are for words that the brief no longer has"
        self.tell("; ".join(filter(None, (resumed, *session.notices, strays if session.state.strays else ""))))
        self.set_interval(POLL, self.poll)

    def _recolour(self, _theme: Theme) -> None:
        self.inks = look.inks({**look.colours(self.current_theme), **self.theme_variables})
        self.current.show_state()

    def _fit(self, width: int, height: int) -> None:
        self.screen_stack[0].set_class(width < LEAST[0] or height < LEAST[1], "-speck")
        self.paint_bars()

    def on_resize(self, event: events.Resize) -> None:
        if self.begun:
            self.call_later(self._fit, *event.size)  # the app itself takes its new size only after this

    # -- what a view may ask for ------------------------------------------------------------------------------------

    @property
    def current(self) -> View:
        """The view at the front."""
        switcher = self.screen_stack[0].query_one("#views", ContentSwitcher)
        return cast(View, switcher.get_child_by_id(switcher.current or "brief"))

    def around(self) -> Around:
        """All that bears on the sentences now."""
        troubles = {source.id: self.reading.trouble(source.id) for source in self.brief.sources}
        return Around(
            brief=self.brief,
            state=self.session.state,
            others=self.session.others,
            running=self.checks.running,
            failed=dict(self.checks.failed),
            troubles={source: trouble for source, trouble in troubles.items() if trouble},
            texts=self.reading.texts,
        )

    def changed(self, about: str | None = None) -> None:
        """The session's state has changed: every view shows it afresh, the one at the front at once."""
        self.current.show_state(about)
        self.paint_bars()

    def sources_read(self, sources: tuple[str, ...]) -> None:
        """These sources were read, or have changed on the disk."""
        self.current.sources_read(sources)
        self.proving.sources_read()

    def go(self, view: str, then: Callable[[View], None] | None = None) -> None:
        """Brings a view to the front, made at its first visit; then calls `then` with it."""

        async def arrive() -> None:  # made when it begins: one that never does is nothing to complain of
            await self._go(view, then)

        _: Worker[None] = self.run_worker(arrive, exclusive=True, group="go")

    async def _go(self, name: str, then: Callable[[View], None] | None) -> None:
        switcher = self.screen_stack[0].query_one("#views", ContentSwitcher)
        if not switcher.query_children(f"#{name}"):
            await switcher.mount(make(name))
        switcher.current = name
        self.current.show_state()
        self.current.arrive()
        self.quiet()
        if then:
            then(self.current)
        self.paint_bars()

    def ask(self, question: Ask, then: Callable[[str], None]) -> None:
        """Asks one line of the reviewer; `then` gets it, and is not called where it was taken back."""
        self.push_screen(question, lambda answer: then(answer) if answer is not None else None)

    # -- what goes on by itself ---------------------------------------------------------------------------------------

    def poll(self) -> None:
        """What others wrote, and what could not be written before."""
        if self.session.poll():
            self.changed()
        self.paint_progress()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.key_came(event.time)
        await super().on_event(event)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == checks.GROUP:
            self.checks.ended(event.worker, event.state)
        elif event.worker.group == reading.GROUP and event.worker.is_finished:
            self.reading.ended(event.worker.error)
