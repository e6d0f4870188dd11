"""The sources, read beside the screen: the first sentence can be read before any of them is.

In a thread, the one that is looked at first; then, every few seconds, whether their files are still what they were. A
page that was read is there at once; one that was not is None, and said to be on its way.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from summarizer.review.evidence.desk import Desk, Page

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp

GROUP = "reading"
AGAIN = 3.0  # seconds between looks at the files


class Reading:
    """`read` is called, on the screen's own thread, with the ids of the sources that have come or changed."""

    def __init__(self, app: "ReviewApp", desk: Desk, read: Callable[[tuple[str, ...]], None]) -> None:
        self._app, self._desk, self._read = app, desk, read
        self._pages: dict[str, Page] = {}
        self._first: list[str] = []
        self._runs = False

    def page(self, source: str) -> Page | None:
        """The source as it was last read; None where it was not yet: it comes next then."""
        page = self._pages.get(source)
        if page is None and source not in self._first:
            self._first.append(source)
        return page

    def trouble(self, source: str) -> str:
        """What is wrong with the source; "" where nothing is, or nothing is known yet."""
        page = self._pages.get(source)
        return page.trouble if page else ""

    @property
    def texts(self) -> dict[str, str]:
        """Of the sources that were read and can vouch."""
        return {source: page.text for source, page in self._pages.items() if not page.trouble}

    def now(self, sources: Iterable[str]) -> None:
        """Has these as they are on the disk now, before anything rests on them. While others are being looked for,
        which may take long, only those that were not read yet."""
        cited = [source for source in dict.fromkeys(sources) if source in self._desk.sources]
        changed = () if self._runs else self._desk.reload()
        fresh = [source for source in cited if source not in self._pages or source in changed]
        if wanted := dict.fromkeys((*fresh, *changed)):
            self._has({source: self._desk.page(source) for source in wanted})

    def start(self) -> None:
        self._run(self._all)
        self._app.set_interval(AGAIN, lambda: self._run(self._look))

    def _run(self, work: Callable[[], None]) -> None:
        if not self._runs:
            self._runs = True
            self._app.run_worker(work, thread=True, group=GROUP, exit_on_error=False)

    def ended(self, error: BaseException | None) -> None:
        """Called by the app when a worker of this group has ended: an exception is told, and the next look goes on."""
        self._runs = False
        if isinstance(error, Exception) and self._app.is_running:  # else it was only cancelled, or came too late
            self._app.tell(f"the sources could not be read: {type(error).__name__}: {error}")

    def _all(self) -> None:
        """In a thread: every source that was not read yet."""
        worker = get_current_worker()
        wanted = [source for source in self._desk.sources if source not in self._pages]
        while wanted and not worker.is_cancelled:
            source = next((first for first in self._first if first in wanted), wanted[0])
            wanted.remove(source)
            page = self._desk.page(source)
            if not worker.is_cancelled:
                self._app.call_from_thread(self._has, {source: page})

    def _look(self) -> None:
        """In a thread: what has changed on the disk since."""
        worker = get_current_worker()
        changed = {source: self._desk.page(source) for source in self._desk.reload()}
        if changed and not worker.is_cancelled:
            self._app.call_from_thread(self._has, changed)

    def _has(self, pages: dict[str, Page]) -> None:
        self._pages.update(pages)
        self._read(tuple(pages))
