"""The palette: every command of the table that holds where one is, by name. No text of an article comes here."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from summarizer.review.tui import commands
from summarizer.review.tui.closing import Closing
from summarizer.review.tui.oneline import OneLine

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp


class Field(CommandInput, OneLine):
    """Where a command is looked for: what is pasted there would act as anywhere else."""


class Menu(CommandPalette, Closing[None]):
    """Textual's palette, with a line to type into that shows nothing which acts."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, CommandInput):
                yield Field(placeholder=widget.placeholder, select_on_focus=False)
            else:
                yield widget


class Palette(Provider):
    """Commands of the view in front, then those that hold everywhere, then the choice of colours."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        app = cast("ReviewApp", self.app)
        if not app.began or self.screen is not app.screen_stack[0]:  # over a dialog no command of a view holds
            return
        view = app.current
        for command in (*commands.of(view.name_of_view), *commands.of(commands.EVERYWHERE)):
            target: object = view if command.where == view.name_of_view else app
            action = getattr(target, f"action_{command.id}", None)
            if action is not None and command.id != "command_palette":
                name = f"{command.label}  {commands.keys_of(command, app.opening.keymap)}"
                yield name, command.help, action
        yield "Theme", "Change the colours", app.action_change_theme

    async def discover(self) -> Hits:
        for name, words, action in self._commands():
            yield DiscoveryHit(Content(name), action, text=name, help=words)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, words, action in self._commands():
            score = max(matcher.match(name), matcher.match(words) * 0.9)
            if score > 0:
                yield Hit(score, Content(name), action, text=name, help=words)
