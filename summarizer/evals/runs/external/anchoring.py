"""From what a reference says to exact spans of the sources of a case, in nobody's favour.

    words in quotation marks     the place where they stand; words that stand nowhere in the file are a broken citation
    a file and nothing more      the sentences of that file, and of no other, that bear the sentence out best; the whole
                                 file where none has anything of it
    no file of the case          a citation of a source without a text; where all are such, nothing was understood

Which sentences a file was cited for is the harness's own finding, so that tightness says little of such a brief.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from summarizer.articles.decoding import decode
from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.sentences import split
from summarizer.checking.finding import Finder, cite
from summarizer.evals.cases.nouns import Case, CaseSource
from summarizer.evals.runs.external.nouns import Pointer, Stated, Text, files_named
from summarizer.records import Brief, BriefSentence, Citation, Source

SHOWN = 60  # code points of a reference in a message
NAMED = 5  # references in a message

_ALIKE = ('"“”„«»', "'’‘`", "-–—‑")  # characters that one typesetter puts for another


def brief_of(text: Text, case: Case) -> Brief:
    """What was written, as a brief whose citations are spans of the case's sources.

    Raises ValueError where it has references and not one of them names a file of the case.
    """
    shelf = _Shelf(case)
    sentences = tuple(_sentence(f"b{n}", stated, shelf) for n, stated in enumerate(text.sentences, 1))
    if shelf.ghosts and not any(shelf.sources(sentences)):
        names = ", ".join(f"“{name[:SHOWN]}”" for name in list(shelf.ghosts)[:NAMED])
        reason = "name no source of this case" if len(shelf.ghosts) > 1 else "names no source of this case"
        raise ValueError(f"I could not read its citations: {names} {reason} ({case.known})")
    return Brief(
        title=text.title,
        sources=(*shelf.sources(sentences), *shelf.ghosts.values()),
        sentences=sentences,
        warnings=tuple(shelf.warnings),
    )


class _Shelf:
    """The sources of a case by file name; what is cited that is none of them is kept as a source without a text."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.files = {s.file: _File(f"s{n}", s, case) for n, s in enumerate(case.sources, 1)}
        self.ghosts: dict[str, Source] = {}
        self.warnings: list[str] = []

    def sources(self, sentences: tuple[BriefSentence, ...]) -> Iterator[Source]:
        """Those that the sentences cite."""
        cited = {citation.source for sentence in sentences for citation in sentence.citations}
        return (file.source for file in self.files.values() if file.id in cited)

    def ghost(self, reference: str) -> Citation:
        name = reference or "(nothing)"
        found = self.ghosts.setdefault(name, Source(id=f"x{len(self.ghosts) + 1}", path=name, sha256=""))
        return Citation(source=found.id, start=0, end=len(name), quote=name)


class _File:
    """One source of the case, and what can be looked up in it."""

    def __init__(self, id: str, about: CaseSource, case: Case) -> None:
        self.id = id
        self.text = about.text
        self._about = about
        self._case = case

    @cached_property
    def source(self) -> Source:
        _, encoding = decode((self._case.folder / self._about.file).read_bytes())
        return Source(
            id=self.id,
            path=self._about.file,
            sha256=self._about.sha256,
            encoding=encoding,
            outlet=self._about.outlet,
            published=self._about.published,
            characters=len(self.text),
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        about = self._about
        article = Article(
            id=self.id, path=about.file, sha256=about.sha256, encoding="", media_type="text/plain", text=self.text
        )
        return split(article)

    @cached_property
    def finder(self) -> Finder:
        body = [sentence for sentence in self.sentences if sentence.kind == "body"]
        return Finder(body, {self.id: self._about.published})

    def place(self, quote: str) -> Citation | None:
        """Where the file has these words, however they are set; None where it does not."""
        found = _pattern(quote).search(self.text)
        if not found or not found[0]:
            return None
        return Citation(source=self.id, start=found.start(), end=found.end(), quote=found[0])

    def is_headline(self, start: int, end: int) -> bool:
        """Whether the words there are the article's title, by which a reference names it, and no evidence."""
        headlines = (s.span for s in self.sentences if s.kind == "headline")
        return any(span.start <= start and end <= span.end for span in headlines)


def _sentence(id: str, stated: Stated, shelf: _Shelf) -> BriefSentence:
    beside = tuple(f for p in stated.pointers for f in files_named(p.reference, shelf.case))
    found = (c for pointer in stated.pointers for c in _citations(id, stated, pointer, beside, shelf))
    return BriefSentence(id=id, text=stated.text, citations=tuple(dict.fromkeys(found)), written_by="person")


def _citations(id: str, stated: Stated, pointer: Pointer, beside: tuple[str, ...], shelf: _Shelf) -> Iterator[Citation]:
    """What a pointer points to. `beside` are the files that the sentence names: words without a file are of them."""
    named = files_named(pointer.reference, shelf.case) if pointer.reference else tuple(dict.fromkeys(beside))
    files = [shelf.files[name] for name in named]
    if not files:
        shelf.warnings.append(f"{id}: “{pointer.reference[:SHOWN]}” names no source of the case")
        yield shelf.ghost(pointer.reference or " ".join(pointer.quotes))
        return
    if pointer.span:
        yield _at(files[0], pointer)
        return
    quoted: set[str] = set()
    for quote in pointer.quotes:
        place = next((place for file in files if (place := file.place(quote))), None)
        if place is None:
            shelf.warnings.append(f"{id}: “{quote[:SHOWN]}” does not stand in {' or '.join(named)}")
            yield Citation(source=files[0].id, start=0, end=len(quote), quote=quote)
            quoted.update(file.id for file in files)
        elif not next(f for f in files if f.id == place.source).is_headline(place.start, place.end):
            yield place
            quoted.add(place.source)
    for file in files if pointer.reference else ():
        if file.id not in quoted:
            yield from _anchored(id, stated.text, file, shelf)


def _anchored(id: str, text: str, file: _File, shelf: _Shelf) -> Iterator[Citation]:
    """The sentences of the file that bear `text` out best; all of the file where none has a word of it."""
    found = file.finder.support(text).sentences
    if not found:
        shelf.warnings.append(f"{id}: nothing in {file.source.path} is like it; the whole file is cited")
        yield Citation(source=file.id, start=0, end=len(file.text), quote=file.text)
    yield from map(cite, found)


def _at(file: _File, pointer: Pointer) -> Citation:
    """The span that was given. What it is said to hold is kept as it was said, so that a wrong one is seen."""
    start, end = pointer.span or (0, 0)
    inside = 0 <= start < end <= len(file.text)
    quote = pointer.quotes[0] if pointer.quotes else file.text[start:end] if inside else ""
    return Citation(source=file.id, start=start, end=end, quote=quote)


def _pattern(quote: str) -> re.Pattern[str]:
    """The words of a quotation, with whatever white space, quotation marks and dashes; [T]he for The. Linear."""
    words = quote.replace("[", "").replace("]", "").split()
    return re.compile(r"\s+".join("".join(map(_like, word)) for word in words), re.IGNORECASE)


def _like(character: str) -> str:
    alike = next((group for group in _ALIKE if character in group), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(character)
