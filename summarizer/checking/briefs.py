"""A whole brief held to its word, from its file and the texts of its sources alone.

Pure, and free of trust: a brief may have been edited by hand or written by another program, so nothing that it says of
itself (offsets, quotes, verdicts) is believed. Every verdict is made anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.sentences import boundaries, split
from summarizer.checking import verdicts
from summarizer.checking.comparing import Evidence
from summarizer.checking.contradiction import against
from summarizer.checking.finding import Finder, cite
from summarizer.checking.judging.rules import overruled
from summarizer.checking.quotes import stands
from summarizer.checking.reading import read
from summarizer.records import Brief, BriefSentence, Check, Citation, Verdict

FAILING = ("partial", "unsupported", "contradicted", "unchecked")


def span_fault(citation: Citation, texts: Mapping[str, str]) -> str:
    """What is wrong with where a citation points; empty if its text is exactly there."""
    text = texts.get(citation.source)
    where = f"{citation.source}[{citation.start}:{citation.end}]"
    if text is None:
        return f"{where}: no text of a source “{citation.source}”"
    if not 0 <= citation.start < citation.end <= len(text):
        return f"{where} lies outside the text of {len(text)} characters"
    if text[citation.start : citation.end] != citation.quote:
        return f"{where} does not hold the quoted text"
    if citation.prefix and not text[: citation.start].endswith(citation.prefix):
        return f"{where} does not follow its prefix"
    if citation.suffix and not text.startswith(citation.suffix, citation.end):
        return f"{where} is not followed by its suffix"
    return ""


class Contexts:
    """The whole sentence around a span; each line is split once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def around(self, citation: Citation) -> str:
        start, end = self.bounds(citation)
        return self._texts[citation.source][start:end]

    def bounds(self, citation: Citation) -> tuple[int, int]:
        """Where that sentence, or those that the span touches, begins and ends. The citation has to be exact."""
        text = self._texts[citation.source]
        start = text.rfind("\n", 0, citation.start) + 1
        end = text.find("\n", citation.end)
        end = len(text) if end < 0 else end
        if (citation.source, start) not in self._lines:
            self._lines[citation.source, start] = [(start + a, start + b) for a, b in boundaries(text[start:end])]
        touched = [(a, b) for a, b in self._lines[citation.source, start] if a < citation.end and b > citation.start]
        low = min([citation.start, *(a for a, _ in touched)])
        high = max([citation.end, *(b for _, b in touched)])
        return low, high


def _idle(text: str, pieces: Iterable[tuple[Citation, Evidence]]) -> str:
    """The citations that share nothing with the sentence."""
    wanted = {t.key for t in read(text).tokens if t.content}
    idle = [
        f"{c.source}[{c.start}:{c.end}]"
        for c, e in pieces
        if wanted and not wanted & {t.key for t in read(e.quote).tokens if t.content}
    ]
    return f"{', '.join(idle)} shares no word with the sentence" if idle else ""


def _superfluous(text: str, bearing: Sequence[tuple[Citation, Evidence]]) -> str:
    """The citations without which the others bear the sentence out just as well, and which alone do not.

    One that alone bears it out is a further witness. Called for sentences that all of `bearing` together bear out.
    """
    kept = list(bearing)
    found: list[str] = []
    for citation, evidence in bearing:
        rest = [e for c, e in kept if c is not citation]
        if not rest or verdicts.supports(text, evidence) or verdicts.check(text, rest).status != "supported":
            continue
        kept = [(c, e) for c, e in kept if c is not citation]
        found.append(f"{citation.source}[{citation.start}:{citation.end}]")
    return f"{', '.join(found)} adds nothing to the other citations" if found else ""


def _elsewhere(text: str, pieces: Iterable[tuple[Citation, Evidence]]) -> str:
    """The corroborating citations that do not report what the sentence says."""
    others = [c for c, e in pieces if c.corroborates and not verdicts.corroborates(text, e)]
    return f"{', '.join(f'{c.source}[{c.start}:{c.end}]' for c in others)} reports something else" if others else ""


class Grounds:
    """What a sentence is held against: the texts of the sources, the days on which they were published, and `near`, the
    body sentences of all sources that come nearest to a text."""

    def __init__(
        self,
        texts: Mapping[str, str],
        days: Mapping[str, date | None],
        near: Callable[[str], Iterable[Sentence]],
        contexts: Contexts | None = None,
    ) -> None:
        self.texts = texts
        self.days = days
        self.near = near
        self.contexts = contexts or Contexts(texts)

    def evidence(self, citation: Citation) -> Evidence:
        """What a citation that points right lays before the checks."""
        return Evidence(citation.quote, self.days.get(citation.source), self.contexts.around(citation))


def check_sentence(text: str, citations: Sequence[Citation], grounds: Grounds) -> Verdict:
    """The verdict on one sentence with these citations: the one way in which a sentence of any brief is judged.

    `against` has the places where any source says otherwise, cited or not. The status does not follow from them: what
    its own spans bear out is supported, and a reader is told that another source disagrees.
    """
    verdict = borne_out(text, citations, grounds)
    rivals = against(text, grounds.near(text))
    return replace(verdict, against=tuple(cite(other) for other, _ in rivals))


def borne_out(text: str, citations: Sequence[Citation], grounds: Grounds) -> Verdict:
    """What the citations alone say of the sentence."""
    faults = [fault for c in citations if (fault := span_fault(c, grounds.texts))]
    sound = [c for c in citations if not span_fault(c, grounds.texts)]
    pieces = [(c, grounds.evidence(c)) for c in sound]
    bearing = [(c, e) for c, e in pieces if not c.corroborates]
    verdict = verdicts.check(text, [e for _, e in bearing])
    idle = _idle(text, bearing) or _elsewhere(text, pieces)
    spare = _superfluous(text, bearing) if verdict.status == "supported" and not idle else ""
    found = "; ".join(faults) or ("" if citations else "no citation")
    first = (
        Check(name="spans", ok=not found, detail=found),
        Check(name="citations", ok=not (idle or spare), detail=idle or spare),
    )
    status = verdict.status
    if found or (idle and status == "supported"):
        status = "unsupported"
    elif spare:
        status = "partial"
    return Verdict(status=status, checks=(*first, *verdict.checks))


def _body(brief: Brief, texts: Mapping[str, str]) -> Iterator[Sentence]:
    """The sentences of the sources that may be cited."""
    for s in brief.sources:
        if s.id in texts:
            article = Article(
                id=s.id, path=s.path, sha256=s.sha256, encoding=s.encoding, media_type=s.media_type, text=texts[s.id]
            )
            yield from (sentence for sentence in split(article) if sentence.kind == "body")


def _others(brief: Brief) -> Iterable[tuple[str, Citation]]:
    """The citations that stand outside the sentences, with the name of where."""
    for d in brief.disagreements:
        yield from ((f"{d.id} “{p.value}”", c) for p in d.positions for c in p.citations)
    for n, withheld in enumerate(brief.withheld, 1):
        yield from ((f"withheld {n}", c) for c in withheld.citations)
    for n, uncovered in enumerate(brief.uncovered, 1):
        yield from ((f"uncovered {n}", c) for c in uncovered.citations)


def _strangers(sentences: Iterable[BriefSentence], texts: Collection[str]) -> list[str]:
    """A line for each capitalised word of a sentence that no source has, in whatever place it stands."""
    found = []
    for sentence in sentences:
        names = [t for t in read(sentence.text).tokens if t.content and t.text[0].isupper()]
        unseen = [t for t in names if not any(stands(t.text, text) for text in texts)]
        unknown = [t for t in unseen if not any(t.key in read(text).keys for text in texts)]
        found += [f"{sentence.id}: “{name}” stands in no source" for name in dict.fromkeys(t.text for t in unknown)]
    return found


def check_brief(brief: Brief, texts: Mapping[str, str], body: Iterable[Sentence] | None = None) -> Brief:
    """`brief` with fresh verdicts; `texts` are the decoded texts by source id, `body` their sentences where a caller
    has them already.

    Added to `warnings`: a citation outside the sentences that points wrong, and a name of a sentence that stands in no
    source at all, even where the sentence passes.
    """
    known = {s.id for s in brief.sources}
    texts = {source: text for source, text in texts.items() if source in known}
    days = {s.id: s.published for s in brief.sources}
    grounds = Grounds(texts, days, Finder(_body(brief, texts) if body is None else body).near)
    sentences = tuple(replace(s, verdict=check_sentence(s.text, s.citations, grounds)) for s in brief.sentences)
    faults = [f"{where}: {fault}" for where, c in _others(brief) if (fault := span_fault(c, texts))]
    if known <= set(texts):
        faults += _strangers(sentences, texts.values())
    warnings = (*brief.warnings, *(f for f in faults if f not in brief.warnings))
    return replace(brief, sentences=sentences, warnings=warnings)


def problems(brief: Brief, texts: Mapping[str, str] | None = None) -> list[str]:
    """What does not hold in a checked brief, one line each: the sentence's id, its status, the reasons.

    With `texts`, the citations outside the sentences are looked at too.
    """
    found = []
    for sentence in brief.sentences:
        reasons = [f"{c.name}: {c.detail}" if c.detail else c.name for c in sentence.verdict.checks if not c.ok]
        if (reasons and not overruled(sentence.verdict)) or sentence.verdict.status in FAILING:
            found.append(f"{sentence.id} {sentence.verdict.status}: {'; '.join(reasons)}".removesuffix(": "))
    if texts is not None:
        found += [f"{where}: {fault}" for where, c in _others(brief) if (fault := span_fault(c, texts))]
    return found
