"""A brief as a page shows it: which sections, in which order, in which words. The renderers only set it.

Everything here is plain text on one line, already safe to show; nothing here knows Markdown, columns or colours. A
citation is shown as the number of its source and a letter for the passage, `2c`: the number says at a glance which
file speaks, the whole says exactly where. Numbers are places in the list of sources, so that [2] is the same file
wherever it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from summarizer.output import decided, facts
from summarizer.output.page import Outline, Paragraph, Passage, Question, Said, SourceLine
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Position
from summarizer.reviewed import Decision

UNCOVERED_SHOWN = 5
PARAGRAPH_WORDS = 70  # about what a news paragraph of several sentences holds


def outline(brief: Brief) -> Outline:
    """Everything that a page of `brief` shows. No valid brief fails, even if it cites a source it does not list."""
    marker = _Marker(brief)
    asked = line(brief.question or "")
    empty = "The sources do not answer this question." if asked else "Nothing could be said from these sources."
    questions = [
        (d.kind == "scope", _question(d, marker, decided.resolutions(brief, d.id))) for d in brief.disagreements
    ]
    numbers = count(1)
    return Outline(
        title=line(brief.title or "") or "Untitled brief",
        question=asked,
        summary=" · ".join(part for part in (facts.summary(brief), decided.counts(brief)) if part),
        alarms=tuple(Said(text, marker.marks(places)) for text, places in facts.alarms(brief.origins)),
        empty="" if brief.sentences else empty,
        paragraphs=_paragraphs(brief, marker, numbers),
        disagreements=tuple(q for is_scope, q in questions if not is_scope),
        scopes=tuple(q for is_scope, q in questions if is_scope),
        uncovered=tuple(_uncovered(u.text, u.origins, u.citations, marker) for u in brief.uncovered[:UNCOVERED_SHOWN]),
        uncovered_more=facts.more(len(brief.uncovered) - UNCOVERED_SHOWN),
        withheld=tuple(
            Said(
                line(w.text),
                marker.marks(w.citations),
                flag=line("; ".join(w.reasons)),
                status="unsupported",
                decided=_mark(w.decisions, numbers),
            )
            for w in brief.withheld
        ),
        sources=marker.sources(),
        warnings=tuple(line(warning) for warning in brief.warnings),
        engine=facts.engine(brief),
        review=decided.review(brief),
    )


def _mark(decisions: Sequence[Decision], numbers: Iterator[int]) -> str:
    """The mark that `decided.marked` gives, counted in the same order."""
    return f"r{next(numbers)}" if decisions else ""


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


def _paragraphs(brief: Brief, marker: _Marker, numbers: Iterator[int]) -> tuple[Paragraph, ...]:
    """Sentences of one section stay together; a long run is broken into paragraphs of about equal length."""
    sentences, origins, disputed = brief.sentences, facts.origins(brief), facts.disputed(brief.disagreements)
    paragraphs: list[Paragraph] = []
    section: list[BriefSentence] = []
    for place, sentence in enumerate(sentences, 1):
        section.append(sentence)
        if place == len(sentences) or sentences[place].section != sentence.section:
            heading = line(sentence.section or "")
            for part in _break(section):
                told = (_said(s, marker, origins, disputed.get(s.id, "")) for s in part)
                said = tuple(_with_review(t, s, brief, numbers) for t, s in zip(told, part, strict=True))
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


def _with_review(said: Said, sentence: BriefSentence, brief: Brief, numbers: Iterator[int]) -> Said:
    caution = decided.caution(sentence) if brief.review else ""
    return replace(said, caution=caution, decided=_mark(sentence.decisions, numbers))


def _uncovered(text: str, origins: int, citations: Sequence[Citation], marker: _Marker) -> Said:
    return Said(line(text), marker.marks(citations), facts.support(len({c.source for c in citations}), origins))


def _question(found: Disagreement, marker: _Marker, resolved: str) -> Question:
    """Positions that stand side by side with one figure are one answer, given by several."""
    answers: list[tuple[str, tuple[Said, ...]]] = []
    for _, group in groupby(found.positions, key=lambda p: facts.figure(p.value)):
        positions = list(group)
        value = min((line(p.value) for p in positions), key=len)
        answers.append((value, tuple(_voice(p, value, found.about, marker) for p in positions)))
    return Question(line(found.id), line(found.about), facts.DISAGREEMENT[found.kind], tuple(answers), resolved)


def _voice(position: Position, value: str, about: str, marker: _Marker) -> Said:
    return Said(line(facts.voice(position, value, about)), marker.marks(position.citations))
