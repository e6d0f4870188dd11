"""Searching for passages and checking what is chosen or typed, in threads: only what was asked last counts."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from summarizer.output.safe import line
from summarizer.records import Citation, Verdict
from summarizer.review.evidence.examining import Candidate, Examiner

Found = tuple[Candidate, ...]


class Looking:
    """Runs for one dialog, which gives every Worker.StateChanged to `ended`. Closing the dialog cancels all of it."""

    def __init__(self, dialog: Screen[Any], examiner: Examiner, text: str) -> None:
        self._dialog, self._examiner, self._text = dialog, examiner, text
        self._searching: Worker[Found] | None = None
        self._judging: Worker[Verdict] | None = None

    def search(self, source: str | None, cited: Sequence[Citation]) -> None:
        """Passages for the sentence, of all sources or of one; what is cited among them."""
        work = partial(self._find, source, tuple(cited))
        self._searching = self._dialog.run_worker(
            work, thread=True, exclusive=True, group="search", exit_on_error=False
        )

    def judge(self, citations: Sequence[Citation], text: str | None = None) -> None:
        """What the check would say of the sentence with these citations, and with these words if they are given."""
        work = partial(self._check, self._text if text is None else text, tuple(citations))
        self._judging = self._dialog.run_worker(work, thread=True, exclusive=True, group="judge", exit_on_error=False)

    def forget_verdict(self) -> None:
        """The choice has changed: what is being checked is no longer of interest."""
        self._judging = None
        self._dialog.workers.cancel_group(self._dialog, "judge")

    def ended(self, event: Worker.StateChanged) -> Found | Verdict | str | None:
        """What came of it: passages, a verdict, why it failed in one line; None for what is not over, or not asked."""
        if event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return None
        worker: Worker[Found] | Worker[Verdict] | None = None
        if event.worker is self._searching:
            worker, self._searching = self._searching, None
        elif event.worker is self._judging:
            worker, self._judging = self._judging, None
        if worker is None:
            return None
        if worker.error is not None:
            return line(f"{type(worker.error).__name__}: {worker.error}")
        return worker.result

    def _find(self, source: str | None, cited: tuple[Citation, ...]) -> Found:
        worker = get_current_worker()
        return self._examiner.candidates(self._text, source, cited=cited, cancelled=lambda: worker.is_cancelled)

    def _check(self, text: str, citations: tuple[Citation, ...]) -> Verdict:
        worker = get_current_worker()
        return self._examiner.verdict(text, citations, cancelled=lambda: worker.is_cancelled)
