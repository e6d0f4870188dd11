"""A brief as a page shows it: which sections, in which order, in which words. The renderers only set it.

Everything here is plain text on one line, already safe to show; nothing here knows Markdown, columns or colours. A
citation is shown as the number of its source and a letter for the passage, `2c`: the number says at a glance which
file speaks, the whole says exactly where. Numbers are places in the list of sources, so that [2] is the same file
wherever it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.output import facts
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Position

UNCOVERED_SHOWN = 5
PASSAGES_NOTE = (
    "Each note names the file, the characters of its text (from 0, the last one excluded) and the exact words."
)
PARAGRAPH_WORDS = 70  # about what a news paragraph of several sentences holds


@dataclass(frozen=True, slots=True)
class Passage:
    """One cited stretch of one source, under the mark that stands for it."""

    mark: str  # "2c"
    number: int
    path: str
    facts: str  # "Yonhap, 21 October 2024"; empty where neither is known
    start: int  # code points, half-open
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source; `passages` are those that the page cites, in the order of the text."""

    number: int
    id: str
    path: str
    title: str
    facts: str
    origin: str  # which other sources are the same voice, and why; empty where it stands alone
    passages: tuple[Passage, ...]
    used: str = ""  # in words, where no sentence of the brief rests on it


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with its marks. `flag` says in words why it should not be relied on; empty where all is well."""

    text: str
    marks: tuple[str, ...]
    support: str = ""  # "3 files, 2 origins", where the files are not all independent; or "single source"
    flag: str = ""
    status: str = "supported"
    disputed: str = ""  # where other sources answer otherwise: "sources disagree: d1"
    against: tuple[str, ...] = ()  # the marks of passages that say otherwise


@dataclass(frozen=True, slots=True)
class Paragraph:
    heading: str  # empty for most
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question that the sources answer differently, under the id by which a sentence points to it."""

    id: str
    about: str
    kind: str
    answers: tuple[
        tuple[str, tuple[Said, ...]], ...
    ]  # the value, then who says it, each with his own bound or rounding


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    question: str
    summary: str
    alarms: tuple[Said, ...]  # copies of one text that do not say the same
    empty: str  # what to say in place of paragraphs, where there are none
    paragraphs: tuple[Paragraph, ...]
    disagreements: tuple[Question, ...]
    scopes: tuple[Question, ...]  # different things counted: told apart, never called a disagreement
    uncovered: tuple[Said, ...]
    uncovered_more: str  # how many others there are, and where; empty where all are shown
    withheld: tuple[Said, ...]
    sources: tuple[SourceLine, ...]
    warnings: tuple[str, ...]
    engine: str

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for source in self.sources for passage in source.passages)


def outline(brief: Brief) -> Outline:
    """Everything that a page of `brief` shows. No valid brief fails, even if it cites a source it does not list."""
    marker = _Marker(brief)
    asked = line(brief.question or "")
    empty = "The sources do not answer this question." if asked else "Nothing could be said from these sources."
    questions = [(d.kind == "scope", _question(d, marker)) for d in brief.disagreements]
    return Outline(
        title=line(brief.title or "") or "Untitled brief",
        question=asked,
        summary=facts.summary(brief),
        alarms=tuple(Said(text, marker.marks(places)) for text, places in facts.alarms(brief.origins)),
        empty="" if brief.sentences else empty,
        paragraphs=_paragraphs(brief, marker),
        disagreements=tuple(q for is_scope, q in questions if not is_scope),
        scopes=tuple(q for is_scope, q in questions if is_scope),
        uncovered=tuple(_uncovered(u.text, u.origins, u.citations, marker) for u in brief.uncovered[:UNCOVERED_SHOWN]),
        uncovered_more=facts.more(len(brief.uncovered) - UNCOVERED_SHOWN),
        withheld=tuple(
            Said(line(w.text), marker.marks(w.citations), flag=line("; ".join(w.reasons)), status="unsupported")
            for w in brief.withheld
        ),
        sources=marker.sources(),
        warnings=tuple(line(warning) for warning in brief.warnings),
        engine=facts.engine(brief),
    )


class _Marker:
    """Gives every citation that is shown its mark, and every source the passages that were marked in it."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        shown = [c for s in brief.sentences for c in s.citations]
        shown += [c for s in brief.sentences for c in s.verdict.against]
        shown += [c for d in brief.disagreements for p in d.positions for c in p.citations]
        shown += [c for u in brief.uncovered[:UNCOVERED_SHOWN] for c in u.citations]
        shown += [c for w in brief.withheld for c in w.citations]
        shown += [c for _, places in facts.alarms(brief.origins) for c in places]
        self._ids = list(dict.fromkeys([s.id for s in brief.sources] + [c.source for c in shown]))
        self._places = {source: self._spans(source, shown) for source in self._ids}

    @staticmethod
    def _spans(source: str, shown: Sequence[Citation]) -> dict[tuple[int, int, str], int]:
        spans = sorted({(c.start, c.end, c.quote) for c in shown if c.source == source})
        return {span: place for place, span in enumerate(spans)}

    def marks(self, citations: Sequence[Citation]) -> tuple[str, ...]:
        marks = dict.fromkeys(
            (self._ids.index(c.source) + 1, self._places[c.source][c.start, c.end, c.quote]) for c in citations
        )
        return tuple(f"{number}{_letters(place)}" for number, place in sorted(marks))

    def sources(self) -> tuple[SourceLine, ...]:
        listed = {source.id: source for source in reversed(self._brief.sources)}
        bearing = {citation.source for sentence in self._brief.sentences for citation in sentence.citations}
        lines = []
        for number, source_id in enumerate(self._ids, 1):
            source = listed.get(source_id)
            path = line(source.path) if source else "not listed among the sources of this brief"
            about = facts.source(source) if source else ""
            passages = tuple(
                Passage(f"{number}{_letters(place)}", number, path, about, start, end, line(quote))
                for (start, end, quote), place in self._places[source_id].items()
            )
            title = line((source and source.title) or "")
            origin = facts.origin(source_id, self._brief.origins)
            used = "" if source_id in bearing else "no sentence rests on it" if passages else "not cited"
            lines.append(SourceLine(number, line(source_id), path, title, about, origin, passages, used))
        return tuple(lines)


def _letters(place: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    last = chr(ord("a") + place % 26)
    return _letters(place // 26 - 1) + last if place >= 26 else last


def _paragraphs(brief: Brief, marker: _Marker) -> tuple[Paragraph, ...]:
    """Sentences of one section stay together; a long run is broken into paragraphs of about equal length."""
    sentences, origins, disputed = brief.sentences, facts.origins(brief), facts.disputed(brief.disagreements)
    paragraphs: list[Paragraph] = []
    section: list[BriefSentence] = []
    for place, sentence in enumerate(sentences, 1):
        section.append(sentence)
        if place == len(sentences) or sentences[place].section != sentence.section:
            heading = line(sentence.section or "")
            for part in _break(section):
                said = tuple(_said(s, marker, origins, disputed.get(s.id, "")) for s in part)
                paragraphs.append(Paragraph(heading, said))
                heading = ""
            section = []
    return tuple(paragraphs)


def _break(sentences: Sequence[BriefSentence]) -> list[list[BriefSentence]]:
    lengths = [len(s.text.split()) for s in sentences]
    total = sum(lengths)
    count = max(1, round(total / PARAGRAPH_WORDS))
    parts: list[list[BriefSentence]] = [[] for _ in range(count)]
    before = 0
    for sentence, length in zip(sentences, lengths, strict=True):
        middle = before + length / 2
        parts[min(count - 1, int(middle * count / total)) if total else 0].append(sentence)
        before += length
    return [part for part in parts if part]


def _said(sentence: BriefSentence, marker: _Marker, origins: int, disputed: str) -> Said:
    support = facts.standing(sentence, origins)
    flag = facts.flag(sentence)
    marks, against = marker.marks(sentence.citations), marker.marks(sentence.verdict.against)
    return Said(line(sentence.text), marks, support, flag, facts.status(sentence), disputed, against)


def _uncovered(text: str, origins: int, citations: Sequence[Citation], marker: _Marker) -> Said:
    return Said(line(text), marker.marks(citations), facts.support(len({c.source for c in citations}), origins))


def _question(found: Disagreement, marker: _Marker) -> Question:
    """Positions that stand side by side with one figure are one answer, given by several."""
    answers: list[tuple[str, tuple[Said, ...]]] = []
    for _, group in groupby(found.positions, key=lambda p: facts.figure(p.value)):
        positions = list(group)
        value = min((line(p.value) for p in positions), key=len)
        answers.append((value, tuple(_voice(p, value, found.about, marker) for p in positions)))
    return Question(line(found.id), line(found.about), facts.DISAGREEMENT[found.kind], tuple(answers))


def _voice(position: Position, value: str, about: str, marker: _Marker) -> Said:
    return Said(line(facts.voice(position, value, about)), marker.marks(position.citations))
