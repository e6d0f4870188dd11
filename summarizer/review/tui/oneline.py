"""One line to type into: what is pasted is made safe before it is shown, since Textual would write it to the terminal
as it is, escape codes too.
"""

from textual.widgets import Input

from summarizer.review.changing.rewording import typed


class OneLine(Input):
    """Its value is safe to show, whatever came in: by keys, by paste, from the clipboard."""

    def insert(self, text: str, index: int) -> None:
        super().insert(typed(text), index)

    def replace(self, text: str, start: int, end: int) -> None:
        super().replace(typed(text), start, end)
