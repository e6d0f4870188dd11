"""Verdicts on changed sentences, evidence found for them, and spans to choose from. No screen, no log.

A sentence is judged here by the very function that `summarizer check` calls, so that what a reviewer saw is what the
exported brief holds. All of it is plain Python: call it from a thread, where it shares the interpreter with the screen
every few milliseconds and never holds it for long; no single step here needs a process of its own. The first call
cuts all sources into sentences (1.2 s for a million characters, once); a giant source is never read whole (see
`windows`), and a verdict that rests on such a search says so in its last check.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock

from summarizer.articles.nouns import Sentence, Span
from summarizer.articles.topic import cited
from summarizer.checking.briefs import Contexts, Grounds, borne_out, check_sentence, span_fault
from summarizer.checking.finding import Finder
from summarizer.checking.verdicts import check, corroborates, supports
from summarizer.records import Brief, Check, Citation, Status, Verdict
from summarizer.review.evidence.collecting import undisturbed
from summarizer.review.evidence.desk import Desk, Page, never
from summarizer.review.evidence.windows import Surroundings, sentences_near

MANY = 5_000  # sentences ranked when those of one source are wanted
MOST_TEXT = 4_000_000  # code points that are read whole, all sources together, the shortest first

Cancelled = Callable[[], bool]
Citations = tuple[Citation, ...]
RANKS: tuple[Status, ...] = ("supported", "partial", "unchecked", "unsupported", "contradicted")


class Stopped(Exception):
    """Whoever asked has cancelled. Nothing was lost: what was made so far is kept for the next time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A span that may be cited: whole sentences, or a cited span as it is. `score` is the share of the text's words,
    by weight, that it has, 0 to 1; `status` what the text would be with this citation alone."""

    citation: Citation
    score: float
    status: Status
    cited: bool = False


@dataclass(frozen=True, slots=True)
class _Bench:
    """What is made once for these pages: the sentences of all sources that are read whole, by their words."""

    pages: dict[str, Page]
    texts: dict[str, str]
    contexts: Contexts
    finder: Finder
    giants: tuple[str, ...]


class Examiner:
    """Holds sentences against the sources on `desk`, as these are now. Safe to use from several threads.

    Wherever `cancelled` is given it is asked between steps of some tenths of a second; Stopped is raised if it is true.
    """

    def __init__(self, brief: Brief, desk: Desk) -> None:
        self._desk = desk
        self._days = {source.id: source.published for source in brief.sources}
        self._lock = RLock()
        self._made: _Bench | None = None

    def prepare(self, cancelled: Cancelled = never) -> None:
        """Makes what the first verdict would have to wait for."""
        self._bench(cancelled)

    def missing(self, citations: Sequence[Citation]) -> tuple[str, ...]:
        """Those of the cited sources that cannot vouch any more: no verdict that was made before holds then."""
        return self._desk.missing(citations)

    def verdict(self, text: str, citations: Sequence[Citation], cancelled: Cancelled = never) -> Verdict:
        """What `summarizer check` says of a sentence with these words and citations."""
        bench = self._bench(cancelled)
        verdict = check_sentence(text, citations, self._grounds(bench, citations))
        return replace(verdict, checks=(*verdict.checks, *self._reach(bench)))

    def anchored(
        self, text: str, citations: Sequence[Citation], cancelled: Cancelled = never
    ) -> tuple[Citations, Verdict]:
        """The citations on which the sentence may rest now, and its verdict with them.

        The given ones if they bear the words out, without those that are no longer needed; else those that are found
        anew, with each further source that alone bears them out; else the given ones, which then fail.
        """
        given = tuple(citations)
        verdict = self.verdict(text, given, cancelled)
        if verdict.status == "supported":
            return given, verdict
        for find in (self._kept, self._found):
            _heed(cancelled)
            fresh = find(text, given, cancelled)
            if fresh and fresh != given:
                borne = self.verdict(text, fresh, cancelled)
                if borne.status == "supported":
                    return fresh, borne
        return given, verdict

    def candidates(
        self,
        text: str,
        source: str | None = None,
        most: int = 8,
        *,
        cited: Sequence[Citation] = (),
        cancelled: Cancelled = never,
    ) -> tuple[Candidate, ...]:
        """Spans for `text` from all sources, or from one: what would bear it out first, then by score.

        Those of `cited` are among them, however they rank, and marked; the others are at most `most` whole sentences.
        """
        bench = self._bench(cancelled)
        near = self._near(bench, text, cited, MANY if source else most + len(cited))
        here = [c for c in cited if source in (None, c.source) and not span_fault(c, bench.texts)]
        fresh = [s.span for s in near if source in (None, s.span.source) and not any(_same(s.span, c) for c in here)]
        found = [(replace(c, corroborates=False), True) for c in here]
        found += [(self.citation(s.source, s.start, s.end), False) for s in fresh[:most]]
        ranked = []
        for citation, marked in found:
            _heed(cancelled)
            status = borne_out(text, (citation,), self._grounds(bench, (citation,))).status
            score = round(bench.finder.covered(text, [_sentence(citation)]), 3)
            ranked.append(Candidate(citation=citation, score=score, status=status, cited=marked))
        return tuple(sorted(ranked, key=lambda c: (c.status != "supported", -c.score, RANKS.index(c.status))))

    def citation(self, source: str, start: int, end: int) -> Citation:
        """The citation of [start, end). Raises ValueError where the source has no such span, or no text any more."""
        page = self._desk.page(source)
        if not 0 <= start < end <= len(page.text):
            raise ValueError(page.trouble or f"{source}[{start}:{end}] lies outside the text")
        return cited(Span(source=source, start=start, end=end), page.text)

    def _bench(self, cancelled: Cancelled) -> _Bench:
        with self._lock:
            pages = {source: self._desk.page(source) for source in self._desk.sources}
            made = self._made
            if made is None or any(made.pages[source] is not page for source, page in pages.items()):
                with undisturbed(keep=True):
                    made = self._made = self._build(pages, cancelled)
            return made

    def _build(self, pages: dict[str, Page], cancelled: Cancelled) -> _Bench:
        texts = {source: page.text for source, page in pages.items() if not page.trouble}
        whole: set[str] = set()
        left = MOST_TEXT
        for source in sorted(texts, key=lambda s: len(texts[s])):
            left -= len(texts[source])
            if left >= 0 and not pages[source].giant:
                whole.add(source)
        body: list[Sentence] = []
        for source in texts:  # in the brief's order: among equals the first is the nearest
            _heed(cancelled)
            if source in whole:
                body += (s for s in pages[source].sentences if s.kind == "body")
        _heed(cancelled)
        giants = tuple(source for source in texts if source not in whole)
        return _Bench(pages, texts, Surroundings(texts), Finder(body, self._days), giants)

    def _grounds(self, bench: _Bench, citations: Sequence[Citation]) -> Grounds:
        return Grounds(bench.texts, self._days, partial(self._near, bench, citations=citations), bench.contexts)

    def _near(
        self, bench: _Bench, text: str, citations: Sequence[Citation], most: int | None = None
    ) -> tuple[Sentence, ...]:
        """The nearest sentences of the sources that are read whole, then those of the giants."""
        many = () if most is None else (most,)
        found = bench.finder.near(text, *many)
        for source in bench.giants:
            found += Finder(sentences_near(source, bench.texts[source], text, citations)).near(text, *many)
        return found

    def _reach(self, bench: _Bench) -> Iterable[Check]:
        """What a verdict cannot vouch for: it says so."""
        if bench.giants:
            sizes = ", ".join(f"{source} ({len(bench.texts[source]):,} characters)" for source in bench.giants)
            searched = "searched near the cited places and by the sentence's words only, not read whole"
            yield Check(name="reach", ok=True, detail=f"{sizes}: {searched}")

    def _kept(self, text: str, citations: Citations, cancelled: Cancelled) -> Citations:
        """Those of `citations` that the words still need or that report the same; empty where they bear out nothing."""
        bench = self._bench(cancelled)
        grounds = self._grounds(bench, citations)
        sound = [c for c in citations if not span_fault(c, bench.texts)]
        needed = [c for c in sound if not c.corroborates]
        if not _bears(text, needed, grounds):
            return ()
        for citation in tuple(needed):
            _heed(cancelled)
            rest = [c for c in needed if c is not citation]
            if not supports(text, grounds.evidence(citation)) and _bears(text, rest, grounds):
                needed = rest
        others = [replace(c, corroborates=True) for c in sound if c not in needed]
        return (*needed, *(c for c in others if corroborates(text, grounds.evidence(c))))

    def _found(self, text: str, citations: Citations, cancelled: Cancelled) -> Citations:
        """Evidence found anew: what bears the words out, then who else says all of it, then who of the old still
        reports the same. Empty where nothing bears them out."""
        bench = self._bench(cancelled)
        support = bench.finder.support(text)
        if support.verdict.status != "supported" and bench.giants:
            _heed(cancelled)
            support = Finder(self._near(bench, text, citations), self._days).support(text)
        if support.verdict.status != "supported":
            return ()
        grounds = self._grounds(bench, citations)
        bearing = [self._cite(s, False) for s in support.sentences]
        have = {c.source for c in bearing}
        further = {c.source: c for s in support.witnesses if (c := self._cite(s, True)).source not in have}
        have |= further.keys()
        old = [replace(c, corroborates=True) for c in citations if not span_fault(c, bench.texts)]
        kept = [c for c in old if c.source not in have and corroborates(text, grounds.evidence(c))]
        return (*bearing, *further.values(), *kept)

    def _cite(self, sentence: Sentence, witness: bool) -> Citation:
        span = sentence.span
        return replace(self.citation(span.source, span.start, span.end), corroborates=witness)


def _heed(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped


def _bears(text: str, citations: Sequence[Citation], grounds: Grounds) -> bool:
    return check(text, [grounds.evidence(c) for c in citations]).status == "supported"


def _sentence(citation: Citation) -> Sentence:
    """A cited span as if it were a sentence."""
    span = Span(source=citation.source, start=citation.start, end=citation.end)
    return Sentence(id="", span=span, text=citation.quote, kind="body", paragraph=0)


def _same(span: Span, citation: Citation) -> bool:
    return (span.source, span.start, span.end) == (citation.source, citation.start, citation.end)
