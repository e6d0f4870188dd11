"""The line in which a sentence is typed: as long as it may be, and always one line.

Textual keeps what is pasted as it is, escape codes too, and would write them to the terminal.
"""

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from summarizer.output.safe import ZWJ, ZWNJ
from summarizer.review.rewording import typed


class Words(TextArea):
    """`LineBreak` is sent where somebody presses Enter: it neither breaks the line nor saves."""

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
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.LineBreak())
        elif event.character in (ZWJ, ZWNJ):
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(event.character, *self.selection)
