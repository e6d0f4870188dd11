"""The line in which a sentence is typed: as long as it may be, and always one line.

Textual keeps what is pasted as it is, escape codes too, and would write them to the terminal. And it puts letters in
at once but sends every other key a longer way, so that a quick backspace would come after the letters typed next: here
each key does its work when its turn comes.
"""

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from summarizer.output.safe import ZWJ, ZWNJ
from summarizer.review.changing.rewording import typed

TAKEN = ("ctrl+d",)  # by the dialog around it


def _left(binding: BindingType) -> BindingType:
    """A binding of the text area without the keys that are taken."""
    if not isinstance(binding, Binding):
        return binding
    return replace(binding, key=",".join(key for key in binding.key.split(",") if key not in TAKEN))


class Words(TextArea, inherit_bindings=False):
    """`LineBreak` is sent where somebody presses Enter: it neither breaks the line nor saves."""

    BINDINGS: ClassVar[list[BindingType]] = [_left(binding) for binding in TextArea.BINDINGS]

    class LineBreak(Message):
        pass

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False

    def edit(self, edit: Edit) -> EditResult:
        """Everything that changes the words comes through here: keys, paste, undo's opposite."""
        edit.text = typed(edit.text)
        return super().edit(edit)

    async def _on_key(self, event: Key) -> None:
        """Enter changes nothing; joiners, which Textual holds for unprintable, are letters of some scripts."""
        own = self._bindings.key_to_bindings.get(event.key)
        if not own and event.key != "enter" and event.character not in (ZWJ, ZWNJ):
            return
        event.stop()
        event.prevent_default()
        if own:
            await self.run_action(own[0].action)
        elif event.character in (ZWJ, ZWNJ):
            self._replace_via_keyboard(event.character, *self.selection)
        else:
            self.post_message(self.LineBreak())
