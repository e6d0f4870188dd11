"""What was withheld from the brief, and why: what looks right after all can be restored, and is then checked again."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from summarizer.records import Citation
from summarizer.review.rows import withheld
from summarizer.review.rows.nouns import Row
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.views.listing import Listing


class WithheldView(Listing):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("withheld")]
    name_of_view = "withheld"
    title = "Withheld from the brief"
    empty = withheld.EMPTY

    def rows(self) -> list[Row]:
        return withheld.rows(self.session.brief, self.session.state, self.session.others)

    def cited(self, row: str) -> Sequence[Citation]:
        return self.session.brief.withheld[withheld.place(row)].citations

    def hint(self) -> str:
        if self.row is None:
            return ""
        if self.session.state.item(self.row) is not None:
            return f"Restored: {self.review.key('open')} goes to it in the brief, where it is decided."
        return (
            f"It stays withheld unless {self.review.key('restore')} puts it into the brief, to be checked and decided."
        )

    def action_restore(self) -> None:
        if self.row is None or not self.may_act():
            return
        if self.session.state.item(self.row) is not None:
            self.review.tell(f"It is in the brief already: {self.review.key('open')} goes there.")
            return
        one = self.session.brief.withheld[withheld.place(self.row)]
        said = f"restored, open; {self.review.key('open')} goes there, {self.review.key('undo')} takes it back"
        self.add(self.row, one.text, one.citations, said)

    def action_open(self) -> None:
        if self.row is not None:
            self.open_here(self.row)
