"""Other words for a sentence, typed over the brief while its source stays in sight.

No key of the brief works here: whatever is typed decides nothing. What is saved is checked again beside the screen;
what is not saved lies in a draft at most a second after it was typed.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.worker import Worker

from summarizer.errors import StoreError
from summarizer.output.safe import line
from summarizer.records import Verdict
from summarizer.review.changing import drafts
from summarizer.review.changing.rewording import committed, refusal, typed
from summarizer.review.nouns import Item
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.dialogs.looking import Looking
from summarizer.review.tui.dialogs.parts import HIGH, WIDE, Dialog, Frame, Keys, called, cites, over_brief, turn_source
from summarizer.review.tui.dialogs.typing import Words
from summarizer.review.tui.dialogs.worddiff import apart, together
from summarizer.review.tui.dialogs.wording import said_of

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp

PAUSE = 1.0  # seconds from the first key that is not kept yet to the draft on disk
STILL = 0.6  # seconds without a key, after which what is typed is checked


class EditDialog(Dialog):
    """Gives whether the sentence was changed."""

    CSS = """
    EditDialog { background: transparent; align: left top; }
    EditDialog Words { height: auto; max-height: 12; border: none; padding: 0 1; background: $panel; }
    EditDialog .diff { height: auto; max-height: 12; padding: 0 1; margin-top: 1; }
    EditDialog.-narrow .diff, EditDialog.-narrow .line { margin-top: 0; }
    EditDialog.-narrow Words { max-height: 7; }
    EditDialog.-narrow .diff { max-height: 7; }
    EditDialog.-low Words, EditDialog.-low .diff { max-height: 3; }
    EditDialog.-low Keys, EditDialog.-low #cites { display: none; }
    EditDialog .line { height: auto; padding: 0 1; }
    EditDialog #cites, EditDialog #would { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("edit")]

    def __init__(self, item: Item, review: "ReviewApp") -> None:
        super().__init__(review)
        session = review.session
        self._item, self._was = item, committed(item.text)
        self._path = drafts.place(session.folder, session.reviewer, item.id)
        self._draft = drafts.take_up(self._path)
        self._timer: Timer | None = None
        self._still: Timer | None = None
        self._looking = Looking(self, review.checks.examiner, item.text)
        self._words = Words(typed(self._draft.text if self._draft else self._was))

    def compose(self) -> ComposeResult:
        with Frame() as frame:
            frame.border_title = Content(f"Edit {called(self._review, self._item)}")
            yield self._words
            yield Static(Content(""), classes="diff")
            yield Static(Content(""), classes="line", id="would")
            yield Static(cites(self._review.brief, self._item.citations), classes="line", id="cites")
            told = f"draft of {self._draft.at} taken up; ctrl+d discards it" if self._draft else ""
            yield Static(Content(told), classes="line", id="said")
            yield Keys("edit", self._review.opening.keymap)

    def on_mount(self) -> None:
        self.query_one("#said").display = bool(self._draft)
        self.query_one("#would").display = False
        self._words.focus()
        self._words.move_cursor(self._words.document.end)

    def on_resize(self, _event: Resize) -> None:
        over_brief(self, self._review)
        low = self.size.height < HIGH
        self.query_one(Frame).border_subtitle = self.query_one(Keys).briefly(2) if low else Content("")
        self._show_diff()

    def on_unmount(self) -> None:
        """The program ends while somebody types."""
        if self._timer is not None:
            self._keep()

    # -- typing --

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._show_diff()
        self._judge_soon()
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self._keep)

    def on_words_line_break(self) -> None:
        self._say("a sentence is one line; ctrl+s saves it")

    def _show_diff(self) -> None:
        new = committed(self._words.text)
        told = (together if self.size.width < WIDE else apart)(self._was, new) if new != self._was else Content("")
        diff = self.query_one(".diff", Static)
        diff.display = bool(told)
        diff.update(told)

    def _judge_soon(self) -> None:
        """Asks what the check would say of these words, with the same citations, once they have stood for a moment."""
        self._looking.forget_verdict()
        self._tell_verdict(None)
        if self._still is not None:
            self._still.stop()
        self._still = self.set_timer(STILL, self._judge)

    def _judge(self) -> None:
        if not refusal(self._was, self._words.text):
            self._looking.judge(self._item.citations, committed(self._words.text))

    def _tell_verdict(self, verdict: Verdict | None) -> None:
        would = self.query_one("#would", Static)
        would.display = verdict is not None
        would.update(said_of("these words", verdict))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        came = self._looking.ended(event)
        if isinstance(came, Verdict):
            self._tell_verdict(came)
        elif isinstance(came, str):
            self._say(f"could not be checked: {came}")

    def _say(self, text: str) -> None:
        for said in self.query("#said").results(Static):  # none where the program is ending
            said.display = bool(text)
            said.update(Content(line(text)))

    def _keep(self) -> None:
        """Puts what is typed on disk as a draft; takes the draft away where the words are the sentence's again."""
        self._stop_timer()
        if self._review.session.read_only:
            return
        text = self._words.text
        if committed(text) == self._was:
            drafts.discard(self._path)
            return
        try:
            drafts.keep(self._path, text)
        except StoreError as error:
            self._say(f"DRAFT NOT KEPT: {error.reason}")
        else:
            self._say("draft kept")

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    # -- commands --

    def action_edit_save(self) -> None:
        if self.closed:
            return
        session, words = self._review.session, self._words.text
        gone = session.state.item(self._item.id) is None
        if refused := "the sentence is no longer there: esc closes" if gone else refusal(self._was, words):
            self._keep()
            self._say(refused)
            return
        if not session.edit(self._item.id, committed(words)):
            self._keep()
            self._say(f"NOT SAVED: {session.read_only or 'nothing can be decided here'}")
            return
        self._stop_timer()
        if not session.unsaved:
            drafts.discard(self._path)
        self._check()
        self.dismiss(True)

    def _check(self) -> None:
        """What was saved is checked beside the screen, and evidence found anew where its citations do not bear it."""
        now = self._review.session.state.item(self._item.id)
        if now is not None:
            self._review.checks.start([now], anchor=True)
        self._review.tell(f"{called(self._review, self._item)} saved; it is checked again; u takes it back")

    def action_edit_close(self) -> None:
        if self._timer is not None:
            self._keep()
        self.dismiss(False)

    def action_edit_discard(self) -> None:
        words = self._words
        words.replace(self._was, words.document.start, words.document.end)
        words.move_cursor(words.document.end)
        self._stop_timer()
        gone = self._review.session.read_only or drafts.discard(self._path)
        self._say(
            "the sentence as it was; ctrl+z brings back what was typed" if gone else "the draft cannot be removed"
        )

    def action_edit_page(self) -> None:
        turn_source(self._review, 1)

    def action_edit_page_back(self) -> None:
        turn_source(self._review, -1)
