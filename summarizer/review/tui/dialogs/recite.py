"""Other evidence for a sentence: passages that were found, or any stretch of a source, chosen by keys or mouse.

Each change is one act that one undo takes back, and is checked beside the screen. The words stay as they are, and so do
the citations that a person chose: no other evidence is put in their place.
"""

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from summarizer.records import Citation
from summarizer.review.changing import reciting
from summarizer.review.changing.reciting import Outcome
from summarizer.review.evidence.spans import Edge
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.dialogs.choosing import ChoicePane
from summarizer.review.tui.dialogs.citing import Choosing
from summarizer.review.tui.dialogs.parts import called

MOVED = "its citations have just changed: they are shown now; look, and press the key again"


class ReciteDialog(Choosing):
    """`ReciteDialog(item, review, current)`: gives whether the citations were changed."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(binding, priority=True) for binding in bindings("recite")]

    def _move(self, edge: Edge, by: int) -> None:
        if self._page is not None and not self._page.trouble:
            self._become(reciting.moved(self._state, self._page.text, edge, by))

    def action_recite_next(self) -> None:
        self._become(reciting.chosen(self._state, self._state.cursor + 1))

    def action_recite_previous(self) -> None:
        self._become(reciting.chosen(self._state, self._state.cursor - 1))

    def action_recite_end_left(self) -> None:
        self._move("end", -1)

    def action_recite_end_right(self) -> None:
        self._move("end", 1)

    def action_recite_start_left(self) -> None:
        self._move("start", 1)

    def action_recite_start_right(self) -> None:
        self._move("start", -1)

    def action_recite_sentence(self) -> None:
        if self._page is not None and not self._page.trouble:
            self._become(reciting.widened(self._state, self._page.text))

    def action_recite_target(self) -> None:
        if len(self._state.citations) > 1:
            self._become(reciting.aimed(self._state))
            self._say(f"what is found replaces citation {self._state.target + 1}")
        else:
            self._say("there is one citation to replace" if self._state.citations else "there is none to replace yet")

    def action_recite_source(self) -> None:
        self._go_to_source(1)

    def action_recite_source_back(self) -> None:
        self._go_to_source(-1)

    def _go_to_source(self, by: int) -> None:
        """Passages of another source alone: its first one is chosen when they are found."""
        names = [source.id for source in self._review.brief.sources]
        self._become(reciting.of_source(self._state, names, by))
        self._search()

    def action_recite_search(self) -> None:
        self._review.ask(Ask("Search in the source", needed=False), self._look_for)

    def _look_for(self, words: str) -> None:
        count = self.query_one(ChoicePane).search(words)
        if words:
            self._say(f"{count} found; n and N go to the next and the one before")
            self._go_to_match(1)

    def action_recite_match(self) -> None:
        self._go_to_match(1)

    def action_recite_match_back(self) -> None:
        self._go_to_match(-1)

    def _go_to_match(self, by: int) -> None:
        match = self.query_one(ChoicePane).match(by)
        if match is None:
            self._say("nothing found; / searches")
        else:
            self._select(*match)

    def action_recite_page(self) -> None:
        self.query_one(ChoicePane).action_pages(1)

    def action_recite_page_back(self) -> None:
        self.query_one(ChoicePane).action_pages(-1)

    # -- saving --

    def action_recite_close(self) -> None:
        self.dismiss(False)

    def action_recite_replace(self) -> None:
        citation = self._chosen()
        if isinstance(citation, Citation):
            self._save(reciting.replaced(self._state, citation))
        else:
            self._say(citation)

    def action_recite_add(self) -> None:
        citation = self._chosen()
        if isinstance(citation, Citation):
            self._save(reciting.added(self._state, citation))
        else:
            self._say(citation)

    def action_recite_remove(self) -> None:
        self._save(reciting.removed(self._state))

    def _save(self, outcome: Outcome) -> None:
        review, session = self._review, self._review.session
        now = session.state.item(self._item.id)
        if now is None:
            self._say("the sentence is no longer there: esc closes")
        elif outcome.refused:
            self._say(outcome.refused)
        elif now.base != self._item.base:
            self._begin_again(now)
            self._say(MOVED)
        elif not session.edit(now.id, now.text, outcome.citations):
            self._say(f"NOT SAVED: {session.read_only or 'nothing can be decided here'}")
        else:
            fresh = session.state.item(now.id)
            review.checks.start([fresh] if fresh else [])
            review.tell(f"{called(review, now)} cites something else now and is checked again; u takes it back")
            self.dismiss(True)
