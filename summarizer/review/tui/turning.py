"""The commands that hold in every view: going to another one, undoing, help, leaving."""

from typing import TYPE_CHECKING

from summarizer.errors import StoreError
from summarizer.output.safe import line
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.words import act_words, recited
from summarizer.review.tui.telling import Telling
from summarizer.review.tui.view import View

if TYPE_CHECKING:
    pass


class Turning(Telling):
    """Mixed into the app: its actions."""

    def action_view(self, name: str) -> None:
        self._app.go(name)

    def action_view_brief(self) -> None:
        self._app.go("brief")

    def action_view_disagreements(self) -> None:
        self._app.go("disagreements")

    def action_view_uncovered(self) -> None:
        self._app.go("uncovered")

    def action_view_sources(self) -> None:
        self._app.go("sources")

    def action_view_withheld(self) -> None:
        self._app.go("withheld")

    def action_view_export(self) -> None:
        self._app.go("export")

    def action_undo(self) -> None:
        self._turn("undo")

    def action_redo(self) -> None:
        self._turn("redo")

    def _turn(self, way: str) -> None:
        """Takes back or does again, goes to what has changed by it, and says what it was."""
        app = self._app
        if not app.typed() or not app.may_act():
            return
        about = app.session.undo() if way == "undo" else app.session.redo()
        if about is None:
            app.tell(f"nothing to {way}")
            return
        said = f"{'taken back' if way == 'undo' else 'done again'}: {self._what(about)}"
        app.changed(about)
        room = self._room_of(about)
        if app.current.name_of_view == room:
            app.current.go_to(about)
            app.tell(said)
        else:

            def then(view: View) -> None:
                view.go_to(about)
                app.tell(said)

            app.go(room, then)

    def _what(self, about: str) -> str:
        """In words, the act that the last event of this reviewer about `about` undid or did again."""
        session = self._app.session
        every = session.history(about)
        events = [e for e in every if e.reviewer == session.reviewer]
        turned = next((e for e in reversed(events) if e.op in ("undo", "redo")), None)
        act = next((e for e in events if turned and e.seq == turned.data["act"]), None)
        numbers = {item.id: n for n, item in enumerate(session.state.items, 1)}
        name = f"sentence {numbers[about]}" if about in numbers else line(about)
        return f"{name}, {act_words(act, recited(act, every, session.state.item(about)))}" if act else name

    def _room_of(self, about: str) -> str:
        """The view that shows what has this id."""
        app = self._app
        if app.session.state.item(about) is not None:
            return "brief"
        if any(d.id == about for d in app.brief.disagreements):
            return "disagreements"
        return {"w": "withheld", "u": "uncovered", "s": "uncovered"}.get(about[:1], "brief")

    def action_help(self) -> None:
        from summarizer.review.tui.help import Help

        app = self._app
        app.push_screen(Help(app.current.name_of_view, dict(app.opening.keymap)))

    def action_command_palette(self) -> None:
        from summarizer.review.tui.palette import Menu

        app = self._app
        if not isinstance(app.screen, Menu):
            app.push_screen(Menu(id="--command-palette", placeholder="Find a command"))

    def search_themes(self) -> None:
        """Called by Textual to choose colours: in the same kind of palette."""
        from textual.theme import ThemeProvider

        from summarizer.review.tui.palette import Menu

        self._app.push_screen(Menu(providers=[ThemeProvider], placeholder="Find a theme"))

    def action_leave(self) -> None:
        """Everything is saved already; what could not be is offered another place, once."""
        app = self._app
        if not app.typed():
            return
        if not app.session.unsaved:
            app.exit()
            return
        more = f"Not saved: {app.session.unsaved}. Where to keep it? Nothing leaves without it; esc stays."
        elsewhere = str(app.session.path.with_name(f"{app.session.path.stem}.rescued.jsonl"))
        app.ask(Ask("Keep what was decided in another file", value=elsewhere, needed=False, more=more), self._rescue)

    def _rescue(self, path: str) -> None:
        app = self._app
        try:
            if path:
                app.session.save_elsewhere(app.opening.path.parent / path)
            app.exit()
        except StoreError as error:
            app.tell(f"not saved there either: {error}")
