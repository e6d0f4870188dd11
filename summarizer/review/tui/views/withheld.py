"""What was withheld from the brief, and why: what looks right after all can be restored, and is then checked again."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from summarizer.records import Citation
from summarizer.review.rows import withheld
from summarizer.review.rows.nouns import Row
from summarizer.review.rows.placing import after
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.views.listing import Listing


class WithheldView(Listing):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("withheld")]
    name_of_view = "withheld"
    title = "Withheld from the brief"
    empty = withheld.EMPTY

    def rows(self) -> list[Row]:
        return withheld.rows(self.session.brief, self.session.state)

    def cited(self, row: str) -> Sequence[Citation]:
        return self.session.brief.withheld[withheld.place(row)].citations

    def hint(self) -> str:
        if self.row is None:
            return ""
        if self.session.state.item(self.row) is not None:
            return "Restored: enter goes to it in the brief, where it is decided; u takes the restoring back."
        return "It stays withheld unless you restore it: + puts it into the brief, where it is checked and decided."

    def action_restore(self) -> None:
        if self.row is None:
            return
        name, session = self.row, self.session
        if session.state.item(name) is not None:
            self.review.tell("It is in the brief already: enter goes there.")
            return
        one = session.brief.withheld[withheld.place(name)]
        done = session.add(name, one.text, one.citations, after(one.citations, session.state.items))
        self.did(done, name, "restored, open; it is being checked. enter goes there, u takes it back")
        if (item := session.state.item(name)) is not None:
            self.review.checks.start([item])

    def action_open(self) -> None:
        if self.row is not None and self.session.state.item(self.row) is not None:
            self.open_sentence(self.row)
        else:
            self.pane.focus()
