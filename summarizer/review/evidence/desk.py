"""The sources on the reviewer's desk: their texts as they are on disk now, and as they may be shown.

A source that is gone or has changed vouches for nothing: it has no text here, and its quotes are shown from the brief,
marked as such. A page is read, hashed and decoded; whatever takes longer (its sentences, what hides in it) is made when
it is first asked for. Nothing here is made safe for a screen: who shows a text does that, block by block.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from summarizer.checking.sources import LostError, places, read_source
from summarizer.records import Brief, Citation, Source
from summarizer.review.evidence.collecting import undisturbed
from summarizer.review.evidence.hiding import hidden

if TYPE_CHECKING:
    from summarizer.articles.nouns import Article, Sentence

GIANT = 2_000_000  # code points from which on a text is not cut into sentences: that would take seconds

Stamp = tuple[tuple[str, int, int], ...]  # of each file that is there: path, nanoseconds of its last change, bytes


@dataclass(frozen=True)
class Page:
    """One source as it is now. `text` is "" where it cannot vouch any more, and `trouble` says why, else it is ""."""

    source: Source
    text: str
    trouble: str = ""
    path: Path | None = None  # the file in which it was found
    _lock: RLock = field(default_factory=RLock, repr=False, compare=False)

    @property
    def giant(self) -> bool:
        return len(self.text) >= GIANT

    @cached_property
    def hidden(self) -> Mapping[str, int]:
        """What acts, reorders or hides in the text, in words: {"escape codes": 3, "direction marks": 2}."""
        return hidden(self.text)

    @property
    def sentences(self) -> "tuple[Sentence, ...]":
        """The whole text as sentences s1.1, s1.2, …, of every kind; none for a giant. Made once: 0.8 s a million."""
        with self._lock:
            return self._sentences

    @cached_property
    def _sentences(self) -> "tuple[Sentence, ...]":
        if self.giant or not self.text:
            return ()
        from summarizer.articles.sentences import split  # takes longer to import than all else here

        with undisturbed(keep=True):
            return split(article(self.source, self.text))


def article(source: Source, text: str) -> "Article":
    """A source with its text, as those who read articles want it."""
    from summarizer.articles.nouns import Article

    return Article(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        encoding=source.encoding,
        media_type=source.media_type,
        text=text,
        published=source.published,
        agencies=source.agencies,
    )


def never() -> bool:
    """Nobody has cancelled."""
    return False


class Desk:
    """The sources of one brief. They are looked for as `summarizer check` does: by path, in `root`, in `beside` (the
    folder that the brief lies in), and below `root` by hash. Safe to use from several threads."""

    def __init__(self, brief: Brief, beside: Path, root: Path | None = None) -> None:
        self.sources = {source.id: source for source in brief.sources}
        self._beside, self._root = beside, root
        self._pages: dict[str, tuple[Page, Stamp]] = {}
        self._locks = {source: RLock() for source in self.sources}  # one each: a long search holds up no other

    def page(self, source: str) -> Page:
        """The source as it was when it was last looked at. Raises KeyError for an id that the brief does not have."""
        with self._locks[source]:
            if source not in self._pages:
                stamp = self._stamp(source)  # before reading: what changes meanwhile is seen the next time
                self._pages[source] = (self._read(self.sources[source]), stamp)
            return self._pages[source][0]

    def texts(self, cancelled: Callable[[], bool] = never) -> dict[str, str]:
        """The texts of all sources that can vouch, by id; those read so far where that is cancelled."""
        found: dict[str, str] = {}
        for source in self.sources:
            if cancelled():
                break
            page = self.page(source)
            if not page.trouble:
                found[source] = page.text
        return found

    @property
    def lost(self) -> dict[str, str]:
        """Why each source that cannot vouch cannot, by id."""
        pages = {source: self.page(source) for source in self.sources}
        return {source: page.trouble for source, page in pages.items() if page.trouble}

    def missing(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """The sources that these cite and that cannot vouch any more, as they are on the disk now."""
        self.reload()
        cited = dict.fromkeys(c.source for c in citations if c.source in self.sources)
        return tuple(source for source in cited if self.page(source).trouble)

    def reload(self) -> tuple[str, ...]:
        """Looks at the files of the pages that were read, and gives the ids of those whose page is another now.

        Cheap enough for every second: time and size first, then bytes and hash. A source that was only touched is none
        of them; one that was put back is.
        """
        return tuple(source for source in tuple(self._pages) if self._changed(source))

    def _changed(self, source: str) -> bool:
        with self._locks[source]:
            page, stamp = self._pages[source]
            now = self._stamp(source)
            if now == stamp:
                return False
            fresh = self._read(self.sources[source])
            same = (fresh.text, fresh.trouble) == (page.text, page.trouble)
            self._pages[source] = (page if same else fresh, now)
            return not same

    def _read(self, source: Source) -> Page:
        try:
            held = read_source(source, self._beside, self._root)
        except LostError as why:
            return Page(source, "", str(why))
        return Page(source, held.text, "", held.path)

    def _stamp(self, source: str) -> Stamp:
        """The files in which a source is, or may come to be."""
        page = self._pages.get(source)
        known = (page[0].path,) if page and page[0].path else ()
        found = []
        for path in dict.fromkeys((*known, *places(self.sources[source], self._beside, self._root))):
            try:
                status = path.stat()
            except (OSError, ValueError):
                continue
            found.append((str(path), status.st_mtime_ns, status.st_size))
        return tuple(found)
