"""Where the sources disagree: the answers to one question after another, two of them lit side by side.

A decision here changes no sentence: it is kept, and the sentences that say otherwise are pointed out. Only reporting
all answers adds something, in the same act: the source's own sentence for each answer that none of the brief gives.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from summarizer.output.safe import line
from summarizer.records import Citation, Disagreement, Position
from summarizer.review.evidence.disputes import additions, others, standings
from summarizer.review.nouns import How
from summarizer.review.rows import disagreements
from summarizer.review.rows.nouns import Row, called
from summarizer.review.session import Said
from summarizer.review.tui.asking import Ask
from summarizer.review.tui.commands import bindings
from summarizer.review.tui.source import SourcePane
from summarizer.review.tui.views.evidence import Beside, Shown
from summarizer.review.tui.views.listing import Listing
from summarizer.review.tui.views.rowlist import RowList


class Disagreements(Listing):
    """The question under the cursor is open, the others are one line each."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("disagreements")]
    SCOPED_CSS: ClassVar[bool] = False
    DEFAULT_CSS = """
    Disagreements RowList { width: 4fr; }
    Disagreements SourcePane { width: 3fr; }
    .-narrow Disagreements #other { display: none; }
    """
    name_of_view = "disagreements"
    title = "Where the sources disagree"
    empty = "The sources disagree nowhere that was found."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows_list = RowList(self.title, id="rows", numbered=False)
        self._other = Beside(id="other")
        self._other_shown = Shown(self._other)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._other

    def rows(self) -> list[Row]:
        question = self.question
        return self._rows(question.id if question else None)

    def _rows(self, current: str | None) -> list[Row]:
        return disagreements.rows(self.session.brief, self.session.state, current, self.session.others)

    @property
    def question(self) -> Disagreement | None:
        """The one under the cursor; at first the first that is open."""
        questions = disagreements.ordered(self.session.brief)
        name = disagreements.answer(self.row, questions).question if self.row is not None else None
        found = next((q for q in questions if q.id == name), None)
        return found or next(iter([*filter(self._is_open, questions), *questions]), None)

    @property
    def place(self) -> int | None:
        """Which of its answers is under the cursor; None: the question itself."""
        return disagreements.answer(self.row, self.session.brief.disagreements).place if self.row is not None else None

    @property
    def position(self) -> Position | None:
        return self.question.positions[self.place] if self.question and self.place is not None else None

    def cited(self, row: str) -> Sequence[Citation]:
        question, place = self.question, disagreements.answer(row, self.session.brief.disagreements).place or 0
        return question.positions[place].citations if question and place < len(question.positions) else ()

    def show_state(self, about: str | None = None) -> None:
        fresh = self.row is None
        super().show_state(about)
        if fresh and self.question is not None:
            self._to(self.question)
        self._call()

    def moved(self) -> None:
        """Its answers come under the question that the cursor has come to."""
        self.rows_list.put(self.rows(), self.empty)
        self._call()

    def _call(self) -> None:
        """The question stands in the title, however few rows are in view."""
        question, all_of = self.question, disagreements.ordered(self.session.brief)
        if question is not None:
            scope = question.kind == "scope"
            alike = [each for each in all_of if (each.kind == "scope") == scope]
            place = f"{alike.index(question) + 1} of {len(alike)}"
            what = "Different things" if scope else "Disagreement"
            self.rows_list.call(f"{what} {place}: {question.about}", f"{sum(map(self._is_open, all_of))} open")

    def light(self) -> None:
        """The answer under the cursor, and the next one beside it."""
        super().light()
        question, place = self.question, self.place or 0
        number = len(question.positions) if question else 0
        after = question.positions[(place + 1) % number].citations if question and number > 1 else ()
        self._other_shown.light(self.evidence, after, 0, short=True)

    @property
    def short(self) -> bool:
        """Three panes side by side leave no room for names."""
        return self._other.display

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self.light)  # then it is known how many panes there are

    def sentences_of(self, pane: SourcePane) -> list[str]:
        return (self._other_shown if pane is self._other else self._shown).sentences

    def hint(self) -> str:
        question, key = self.question, self.review.key
        if question is None:
            return ""
        if question.kind == "scope":
            return "Different things are counted: that is no disagreement, and nothing to decide."
        resolution = self.session.state.resolutions.get(question.id)
        if resolution is None:
            none = f"{key('no_disagreement')} says it is no disagreement."
            return f"{key('use_value')} uses this answer, {key('report_all')} reports them all, {none}"
        if resolution.how == "use" and (names := self._others(question, resolution.value)):
            return f"{names}: {key('open')} goes there."
        return f"Decided. {key('reopen')} opens it again, {key('next_attention')} goes to the next that is open."

    def _others(self, question: Disagreement, value: str) -> str:
        """The sentences that give another value, in words; "" for none."""
        state = self.session.state
        return disagreements.otherwise(others(standings(question, state), value), state)

    # -- deciding ----------------------------------------------------------------------------------------------------

    def action_use_value(self) -> None:
        position, question = self.position, self._to_decide()
        if question is None or not self.may_act():
            return
        if position is None:
            self.review.tell(f"Which answer? {self.review.key('cursor_next')} goes to the first one.")
        else:
            value = position.value
            title = f"Use {line(value)}: why?"
            self.review.ask(Ask(title, needed=False), lambda why: self._resolve(question, "use", value, why))

    def action_report_all(self) -> None:
        question = self._to_decide()
        if question is None or not self.may_act():
            return
        before = {item.id for item in self.session.state.items}
        missing = additions(standings(question, self.session.state), self.review.desk)
        self._resolve(question, "both", adding=[(one.text, one.citations) for one in missing])
        self.review.checks.start(item for item in self.session.state.items if item.id not in before)

    def action_no_disagreement(self) -> None:
        question = self._to_decide()
        if question is not None and self.may_act():
            self.review.ask(Ask("Why is this no disagreement?"), lambda why: self._resolve(question, "none", "", why))

    def action_reopen(self) -> None:
        question = self.question
        if question is not None and question.id in self.session.state.resolutions and self.may_act():
            self.did(self.session.resolve(question.id, None), "the question is open again")

    def _to_decide(self) -> Disagreement | None:
        question = self.question
        if question is not None and question.kind == "scope":
            self.review.tell(self.hint())
            return None
        return question

    def _resolve(
        self, question: Disagreement, how: How, value: str = "", reason: str = "", adding: Sequence[Said] = ()
    ) -> None:
        before = {item.id for item in self.session.state.items}
        done = self.session.resolve(question.id, how, value, reason, adding)
        state = self.session.state
        resolution = state.resolutions.get(question.id)
        said = disagreements.decided(resolution) if resolution else ""
        added = [item.id for item in state.items if item.id not in before]
        if added:
            said += f"; added {called(added, state)}"
        elif how == "use" and (names := self._others(question, value)):
            said = f"kept; {names}: {self.review.key('open')} goes there"
        self.did(done, said)

    # -- going about ---------------------------------------------------------------------------------------------------

    def go_to(self, about: str) -> None:
        """To a question, unless the cursor is at it already."""
        found = next((q for q in self.session.brief.disagreements if q.id == about), None)
        if found is not None and found != self.question:
            self._to(found)

    def action_open(self) -> None:
        """To the sentence that gives the answer; after "use", first to one that has to change."""
        question, place = self.question, self.place
        if question is None:
            return
        found = standings(question, self.session.state)
        resolution = self.session.state.resolutions.get(question.id)
        names = [*others(found, resolution.value)] if resolution and resolution.how == "use" else []
        names += found[place].given_by if place is not None else question.sentences
        here = [name for name in names if self.session.state.item(name) is not None]
        if here:
            self.open_sentence(here[0])
        else:
            self.review.tell(f"No sentence gives this answer: {self.review.key('report_all')} adds the source's own.")

    def action_next_question(self) -> None:
        self._go(1)

    def action_previous_question(self) -> None:
        self._go(-1)

    def attend(self, by: int) -> None:
        self._go(by, only_open=True)

    def _is_open(self, question: Disagreement) -> bool:
        return question.kind != "scope" and question.id not in self.session.state.resolutions

    def _go(self, by: int, *, only_open: bool = False) -> None:
        """To the next question, around the end."""
        questions, here = disagreements.ordered(self.session.brief), self.question
        if here is None:
            return
        at, number = questions.index(here), len(questions)
        following = (questions[(at + by * step) % number] for step in range(1, number + 1))
        found = next((q for q in following if not only_open or self._is_open(q)), None)
        if found is None or (only_open and found is here):
            self.review.tell("This is the only one that is open." if found else "Every question is decided.")
        else:
            self._to(found)

    def _to(self, question: Disagreement) -> None:
        """To the first answer of a question, where it can be decided at once."""
        self.rows_list.put(self._rows(question.id), self.empty)
        if not self.rows_list.go_to(disagreements.key(question.id, 0)):
            self.rows_list.go_to(question.id)
        self._call()
        self.light()
        self.review.hint_changed()
