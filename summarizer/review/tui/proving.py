"""What a brief says of itself is not believed: its verdicts are made anew beside the screen, once its sources are read.

Only what does not hold is recorded and shown; a verdict that a judge has given is left to `summarizer check`.
"""

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from summarizer.records import Verdict
from summarizer.review.nouns import Item

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp

GROUP = "proving"


class Proving:
    """Begins by itself when every source was read, and ends with the last sentence that claims to be borne out."""

    def __init__(self, app: "ReviewApp") -> None:
        self._app = app
        self._begun = False

    def sources_read(self) -> None:
        """Called whenever a source has come."""
        pages = map(self._app.reading.page, self._app.desk.sources)
        if not self._begun and all(pages):
            self._begun = True
            claimed = [item for item in self._app.session.state.items if _claims(item)]
            self._app.run_worker(lambda: self._work(claimed), thread=True, group=GROUP, exit_on_error=False)

    def _work(self, claimed: list[Item]) -> None:
        """In a thread."""
        from summarizer.review.evidence.examining import Stopped

        worker = get_current_worker()
        for item in claimed:
            try:
                found = self._app.checks.examiner.verdict(item.text, item.citations, lambda: worker.is_cancelled)
            except Stopped:
                return
            if found.status != "supported" and not worker.is_cancelled:
                self._app.call_from_thread(self._refuted, item, found)

    def _refuted(self, item: Item, found: Verdict) -> None:
        if self._app.session.verified(item.id, item.base, found):
            self._app.changed(item.id)


def _claims(item: Item) -> bool:
    """Whether the brief alone says that the sentence is borne out."""
    verdict = item.verdict
    return item.supported and not item.edited and verdict is not None and verdict.by == ("code",)
