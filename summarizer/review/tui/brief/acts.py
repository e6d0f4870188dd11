"""What a reviewer does with the sentence under the cursor: each act is one of the session's, and then shown.

Nothing is decided here by a key alone where the sentence is not borne out: a reason is asked for. A sentence that has
changed while its reason was being typed is not decided on.
"""

from collections.abc import Callable

from summarizer.output.safe import line, safe
from summarizer.review.nouns import Choice, Item
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.brief.evidence import label
from summarizer.review.tui.brief.standing import Around, sound, verdict_mark
from summarizer.review.tui.view import View


class Acts(View):
    """The acts of the brief view. Where the cursor stands, and where it goes on to, is said by who derives from it."""

    around: Around

    @property
    def current_item(self) -> Item | None:
        raise NotImplementedError

    def number_of(self, item: Item) -> int:
        """The number that the sentence has on the screen, from 1."""
        raise NotImplementedError

    @property
    def evidence_at(self) -> int:
        """Which of the sentence's pieces of evidence is lit, from 0: the citations first."""
        raise NotImplementedError

    @property
    def drawn(self) -> tuple[str, int, int] | None:
        """What was drawn over with the mouse in the source: its id, start and end; None where nothing was."""
        raise NotImplementedError

    def go_on(self) -> None:
        """To the next open sentence, if there is one."""
        raise NotImplementedError

    # deciding

    def action_accept(self) -> None:
        item = self._subject(typed=True)
        if item is None:
            return
        self.review.reading.now(c.source for c in item.citations)  # one that is gone is no ground for accepting
        if item.choice == "accepted":
            self._already(item)
        elif sound(item, self.around):
            self._decide(item, "accepted")
        else:
            mark = verdict_mark(item, self.around)
            self._ask_and_decide(item, "accepted", f"Why accept it? {mark.glyph} {mark.word}")

    def action_reject(self) -> None:
        item = self._subject(typed=True)
        if item is None:
            return
        if item.choice == "rejected":
            self._already(item)
        else:
            self._decide(item, "rejected")

    def action_reject_with_reason(self) -> None:
        if item := self._subject():
            self._ask_and_decide(item, "rejected", "Why reject it?")

    def action_flag(self) -> None:
        if item := self._subject():
            self._ask_and_decide(item, "flagged", "What should be looked at again?", needed=False)

    def action_reopen(self) -> None:
        item = self._subject()
        if item is None:
            return
        if item.choice is None:
            self.review.tell(f"sentence {self.number_of(item)} is open already")
        elif self.session.decide(item.id, None):
            self.review.changed(item.id)
            self.review.tell(f"sentence {self.number_of(item)} is open again")

    def action_note(self) -> None:
        if item := self._subject():
            title = f"Note to sentence {self.number_of(item)}"
            self.review.ask(
                Ask(title, value=item.note, needed=False, more="Nothing takes the note away."),
                self._while_same(item, self._note),
            )

    def _note(self, item: Item, words: str) -> None:
        if self.session.note(item.id, words):
            self.review.changed(item.id)
            self.review.tell("the note is kept" if words else "no note")

    def _subject(self, typed: bool = False) -> Item | None:
        """The sentence to act on; None, and said why, where nothing may be done. `typed`: refuses what was pasted."""
        if (typed and not self.review.typed()) or not self.review.may_act():
            return None
        item = self.current_item
        if item is None:
            self.review.tell("there is no sentence here")
        return item

    def _already(self, item: Item) -> None:
        words = f"sentence {self.number_of(item)} is {item.choice} already"
        self.go_on()
        self.review.tell(words)

    def _ask_and_decide(self, item: Item, choice: Choice, title: str, *, needed: bool = True) -> None:
        reason = item.reason if item.choice == choice else ""
        more = f"{self.number_of(item)}. {line(item.text)}"

        def then(item: Item, answer: str) -> None:
            self._decide(item, choice, answer)

        self.review.ask(Ask(title, value=reason, needed=needed, more=more), self._while_same(item, then))

    def _while_same(self, item: Item, then: Callable[[Item, str], None]) -> Callable[[str], None]:
        """`then` with the answer, but not if the sentence has other words or citations meanwhile."""

        def answered(answer: str) -> None:
            now = self.session.state.item(item.id)
            if now is None or now.base != item.base:
                self.review.tell("the sentence has changed meanwhile: look again, nothing was done")
            else:
                then(now, answer)

        return answered

    def _decide(self, item: Item, choice: Choice, reason: str = "") -> None:
        if not self.session.decide(item.id, choice, reason):
            self.review.may_act()
            return
        words = f"sentence {self.number_of(item)} {choice}"
        self.review.changed(item.id)
        self.go_on()
        left = len(self.session.state.open)
        self.review.tell(f"{words}; u takes it back" if left else f"{words}; {self.review.all_done()}")

    # changing and checking

    def action_edit(self) -> None:
        if item := self._subject():
            from summarizer.review.tui.dialogs.edit import EditDialog

            self.app.push_screen(EditDialog(item, self.review))

    def action_recite(self) -> None:
        if item := self._subject():
            from summarizer.review.tui.dialogs.recite import ReciteDialog

            self.app.push_screen(ReciteDialog(item, self.review, self.evidence_at, self.drawn))

    def action_verify(self) -> None:
        if item := self._subject():
            self.review.checks.start([item])
            self.review.tell(f"checking sentence {self.number_of(item)}")

    def action_verify_all(self) -> None:
        if not self.review.may_act():
            return
        around = self.around
        stale = [i for i in self.session.state.items if i.verdict is None or around.failure(i) or around.lost(i)]
        if stale:
            self.review.checks.start(stale)
            self.review.tell(f"checking {len(stale)} sentences; esc stops")
        else:
            self.review.tell("no sentence has changed since it was checked; r checks this one again")

    # looking and taking along

    def action_history(self) -> None:
        if item := self.current_item:
            from summarizer.review.tui.brief.history import History

            title = f"Sentence {self.number_of(item)} ({line(item.id)})"
            self.app.push_screen(History(title, self.session.history(item.id), self.around.places, item))

    def action_copy(self) -> None:
        drawn = self.drawn
        if drawn is not None:
            self.app.copy_to_clipboard(safe(self.around.texts[drawn[0]][drawn[1] : drawn[2]]))
            self.review.tell(f"copied {drawn[2] - drawn[1]} characters of the source, if your terminal allows it")
        elif item := self.current_item:
            self.app.copy_to_clipboard(copied(item, self.around))
            self.review.tell(f"copied sentence {self.number_of(item)} with its citations, if your terminal allows it")


def copied(item: Item, around: Around) -> str:
    """The sentence and, a line each, where it is said; safe to paste anywhere."""
    paths = {source.id: source.path for source in around.brief.sources}
    lines = [line(item.text)]
    for citation in item.citations:
        path = line(paths.get(citation.source, citation.source))
        place = f"{label(citation.source, around.places)} {path} {citation.start}-{citation.end}"
        lines.append(f'{place}: "{line(citation.quote)}"')
    return safe("\n".join(lines))
