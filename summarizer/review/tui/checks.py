"""Checks of changed sentences beside the screen: in a thread, one after another, each bound to the words it is of.

A result for words that have changed meanwhile is dropped by the session. Keys stay live; leaving stops it between
sentences. A check that fails is shown where its verdict would be, and the others go on.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState, get_current_worker

from summarizer.output.safe import line
from summarizer.records import Citation, Verdict
from summarizer.review.nouns import Item

if TYPE_CHECKING:
    from summarizer.review.evidence.examining import Examiner
    from summarizer.review.tui.app import ReviewApp

GROUP = "checks"


class Checks:
    """`failed` is by the base of the words: an edit of a sentence whose check failed is another matter."""

    def __init__(self, app: "ReviewApp") -> None:
        self._app = app
        self._waiting: dict[tuple[str, str], tuple[Item, bool]] = {}  # by id and base, in the order of asking
        self._worker: Worker[None] | None = None
        self.failed: dict[str, str] = {}
        self._asked = 0  # since there was nothing to check last

    @property
    def left(self) -> int:
        return len(self._waiting)

    @property
    def running(self) -> frozenset[str]:
        """The bases of what is being checked, or waits for it."""
        return frozenset(base for _, base in self._waiting)

    @property
    def progress(self) -> str:
        """ "checking 3 of 12, esc stops"; "" where nothing is."""
        if not self._waiting:
            return ""
        return f"checking {self._asked - len(self._waiting) + 1} of {self._asked}, esc stops"

    def runs(self, item: Item) -> bool:
        """Whether exactly these words are being checked, or wait for it."""
        return (item.id, item.base) in self._waiting

    @cached_property
    def examiner(self) -> "Examiner":
        """Made at the first check: it reads every source, and importing it takes as long as importing Textual."""
        from summarizer.review.evidence.examining import Examiner

        return Examiner(self._app.brief, self._app.desk)

    def start(self, items: Iterable[Item], *, anchor: bool = False) -> None:
        """Checks these sentences; with `anchor`, evidence is found anew for one that its citations do not bear out."""
        if not self._waiting:
            self._asked = 0
        for item in items:
            if not self.runs(item):
                self._waiting[item.id, item.base] = (item, anchor)
                self._asked += 1
            self.failed.pop(item.base, None)
        self._go_on()
        self._app.changed()

    def stop(self) -> None:
        """Drops what is not checked yet."""
        self._waiting.clear()
        self._app.workers.cancel_group(self._app, GROUP)
        self._app.changed()

    def ended(self, worker: Worker[object], state: WorkerState) -> None:
        """Called by the app when a worker of this group has ended: tells its error, and goes on with what is left."""
        if worker is not self._worker or state not in (WorkerState.SUCCESS, WorkerState.ERROR, WorkerState.CANCELLED):
            return
        self._worker = None
        if state is WorkerState.ERROR and self._waiting:
            item, _ = self._waiting.pop(next(iter(self._waiting)))
            self.failed[item.base] = line(f"{type(worker.error).__name__}: {worker.error}")
            self._app.changed(item.id)
            self._tell_end("could not be checked")
        self._go_on()

    def _tell_end(self, said: str) -> None:
        if not self._waiting:
            all_of = f"{len(self.failed)} could not be checked" if self.failed else "all are checked"
            self._app.tell_end("checking ", said if self._asked == 1 else all_of)

    def _go_on(self) -> None:
        if self._waiting and self._worker is None:
            self._worker = self._app.run_worker(self._work, thread=True, group=GROUP, exit_on_error=False)

    def _work(self) -> None:
        """In a thread: the sentences that wait, the first asked first."""
        from summarizer.review.evidence.examining import Stopped

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled

        while not cancelled() and (first := next(iter(self._waiting.values()), None)):
            item, anchor = first
            try:
                if anchor:
                    citations, verdict = self.examiner.anchored(item.text, item.citations, cancelled)
                else:
                    citations, verdict = item.citations, self.examiner.verdict(item.text, item.citations, cancelled)
            except Stopped:
                return
            if not cancelled():
                self._app.call_from_thread(self._done, item, citations, verdict)

    def _done(self, item: Item, citations: tuple[Citation, ...], verdict: Verdict) -> None:
        session = self._app.session
        if self._waiting.pop((item.id, item.base), None) is None or session.state.item(item.id) is None:
            return  # stopped, or taken back meanwhile
        session.verified(item.id, item.base, verdict, citations if citations != item.citations else None)
        self._app.changed(item.id)
        self._tell_end(f"checked: {verdict.status}")
