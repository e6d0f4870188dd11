"""All keys, from the table of commands: those of the view in front first, then those that hold everywhere."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from summarizer.review.tui import commands, look
from summarizer.review.tui.look import BOLD, PLAIN
from summarizer.review.tui.scroll import Line, Scroll

KEYS = 16  # cells
DIALOGS = {"brief": (("edit", "While editing"), ("recite", "While choosing other evidence"))}  # that a view opens


class Help(Scroll):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "close", show=False)]

    def __init__(self, view: str, keymap: Mapping[str, str]) -> None:
        super().__init__("Keys", help_lines(view, keymap))


def help_lines(view: str, keymap: Mapping[str, str]) -> list[Line]:
    """Every command of `view` and of its dialogs, then every one that holds everywhere, then what the marks mean."""
    lines: list[Line] = []
    for where, heading in ((view, "In this view"), *DIALOGS.get(view, ()), (commands.EVERYWHERE, "Everywhere")):
        table = commands.of(where)
        if table:
            lines += [([], [(heading, BOLD)]), *(_command(c, keymap) for c in table), ([], [("", PLAIN)])]
    lines.append(([], [("Marks", BOLD)]))
    for mark in (*look.VERDICTS.values(), look.SOURCE_CHANGED, look.ASTRAY, *look.CHOICES.values(), look.EDITED):
        lines.append(([(f"  {mark.glyph:<{KEYS - 2}}", BOLD)], [(mark.word.lower(), PLAIN)]))
    return lines


def _command(command: commands.Command, keymap: Mapping[str, str]) -> Line:
    return [(f"  {commands.keys_of(command, keymap):<{KEYS - 2}}", BOLD)], [(command.help, PLAIN)]
