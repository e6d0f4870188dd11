"""The brief beside its sources."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from summarizer.review.tui.commands import bindings
from summarizer.review.tui.view import View


class BriefView(View):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("brief")]
    name_of_view = "brief"

    def compose(self) -> ComposeResult:
        yield Static(Content(""))

    def show_state(self, _about: str | None = None) -> None:
        self.query_one(Static).update(Content("\n".join(i.text for i in self.session.state.items)))

    def arrive(self) -> None:
        self.show_state()
