"""Tier 0: what holds for every brief of every engine, or the brief is broken. Each is 1 or 0; nothing is averaged."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from summarizer.articles.sentences import boundaries
from summarizer.articles.terms import terms, words
from summarizer.checking.briefs import span_fault
from summarizer.errors import UsageError
from summarizer.evals.cases.disguises import hiding, unhidden, visible
from summarizer.evals.scoring.nouns import Part, Score, Subject
from summarizer.evals.scoring.parts import kept, place
from summarizer.output import json
from summarizer.records import Brief, BriefSentence, Citation, Position

MOST = 1.1  # of the words that were asked for
# No honest text of newspapers has more runs of letters or figures to a word ("so-called", "$1.2m"), or longer words on
# the whole; above that, words are glued together.
RUNS = 1.15
LETTERS = 12
LONGEST = 5_000  # code points that a pattern is run on at once
QUOTES = re.compile(r"[’‘`]")
# What asks and does not say: "Nine people died?" says it, "How many died?" does not. Of other languages the mark is all
# that is known.
ASKS = re.compile(
    r"(?:(?:in|on|at|of|by|from|to|for|with|under) )?(?:how|what|which|who|whom|whose|when|where|why|was|were|is|are|am"
    r"|did|do|does|has|have|had|will|would|can|could|should|may|might|must)\b[^.]*\?|whether\b[^.]*",
    re.IGNORECASE,
)
MARKED = re.compile(r".*[?？؟]", re.DOTALL)


def schema(subject: Subject) -> Score:
    """The brief is one of its format when written out and read back, every id in it is unique and known, and no word
    that a reader is shown holds a character that hides, unless a source spells the word so."""
    brief = subject.brief
    faults = []
    try:
        if json.loads(json.dumps(brief), "the brief") != brief:
            faults.append(Part(id="the brief", value=0.0, reason="is not the same when it is written and read back"))
    except (UsageError, ValueError) as error:
        faults.append(Part(id="the brief", value=0.0, reason=str(error)))
    sentences = {s.id for s in brief.sentences}
    for kind, ids in (("source", [s.id for s in brief.sources]), ("sentence", [s.id for s in brief.sentences])):
        faults += [
            Part(id=id, value=0.0, reason=f"{count} {kind}s have this id")
            for id, count in Counter(ids).items()
            if count > 1
        ]
    for d in brief.disagreements:
        lost = [id for id in d.sentences if id not in sentences]
        faults += [Part(id=d.id, value=0.0, reason=f"touches {id}, which is no sentence of the brief") for id in lost]
    faults += [
        Part(id=where, value=0.0, reason="hides a character in a word that no source spells so", sentences=sentence)
        for where, sentence, text, _ in (*_told(brief), *_answers(brief))
        if _invents(subject, text)
    ]
    blank = [s for s in brief.sentences if not any(c.isalnum() for c in visible(s.text))]
    faults += [Part(id=s.id, value=0.0, reason="says nothing", sentences=(s.id,)) for s in blank]
    return kept("schema", faults, "the brief keeps its format")


class _Told(NamedTuple):
    """A text that the brief shows as its own, where it stands, and the sentence that it belongs to, if to one.

    `asks`: its place is that of a question, where what is asked is not said.
    """

    where: str
    sentence: tuple[str, ...]
    text: str
    asks: bool = False


def _told(brief: Brief) -> Iterator[_Told]:
    """What the brief itself tells a reader. What it withheld or left out it does not say."""
    for s in brief.sentences:
        yield _Told(s.id, (s.id,), s.text)
        about = ((f"the section of {s.id}", s.section), (f"the speaker of {s.id}", s.said_by))
        own = (*about, (f"the upstream of {s.id}", s.upstream))
        yield from (_Told(where, (s.id,), text) for where, text in own if text)
    heads = (("the title", brief.title, False), ("the question", brief.question, True))
    yield from (_Told(where, (), text, asks) for where, text, asks in heads if text)
    for d in brief.disagreements:
        yield _Told(d.id, (), d.about, True)
        yield from (_Told(d.id, (), text) for p in d.positions for text in (p.said_by, p.counts) if text)


def _answers(brief: Brief, held: Mapping[str, str] | None = None) -> Iterator[_Told]:
    """The answers in disagreements; with `held`, texts by source id, those that no exact citation of theirs bears."""
    for d in brief.disagreements:
        yield from (_Told(d.id, (), p.value) for p in d.positions if held is None or not _borne(p, held))


def _invents(subject: Subject, text: str) -> bool:
    """Whether a word of `text` holds a character that hides, and no source of the case has it so."""
    return any(all(word not in source.text for source in subject.case.sources) for word in hiding(text))


def spans(subject: Subject) -> Score:
    """Every citation, wherever it stands, points to a source of the case and holds its very words; and a sentence that
    claims to be the sources' own (`written_by` "extractive") is made of the words of its quotes, in their order."""
    faults = []
    for where, sentence, citation in _citations(subject):
        if fault := subject.fault(citation):
            faults.append(Part(id=f"{where} {place(citation)}", value=0.0, reason=fault, sentences=sentence))
    for s in subject.brief.sentences:
        if s.written_by == "extractive" and s.citations and not _in_order(s):
            reason = "is said to be the sources' own words, and is not the words of its quotes"
            faults.append(Part(id=s.id, value=0.0, reason=reason, sentences=(s.id,)))
    return kept("spans", faults, "every span is exact")


def _citations(subject: Subject) -> Iterator[tuple[str, tuple[str, ...], Citation]]:
    """(where it stands, the sentence that it stands in, citation), for every citation of the brief."""
    brief = subject.brief
    yield from ((s.id, (s.id,), c) for s in brief.sentences for c in s.citations)
    yield from ((d.id, (), c) for d in brief.disagreements for p in d.positions for c in p.citations)
    yield from ((f"withheld {n}", (), c) for n, w in enumerate(brief.withheld, 1) for c in w.citations)
    yield from ((f"uncovered {n}", (), c) for n, u in enumerate(brief.uncovered, 1) for c in u.citations)
    yield from ((o.id, (), c) for o in brief.origins for d in o.differences for c in d.citations)


def _in_order(sentence: BriefSentence) -> bool:
    """Whether the words of an extractive sentence are words of its quotes, one after the other."""
    quoted = iter(_words(c.quote for c in sentence.citations if not c.corroborates))
    return all(word in quoted for word in _words([sentence.text]))


def _words(texts: Iterable[str]) -> list[str]:
    return [w for text in texts for w in words(QUOTES.sub("'", text).casefold())]


def cited(subject: Subject) -> Score:
    """Every sentence cites at least one stretch that is there."""
    faults = []
    for s, pieces in zip(subject.brief.sentences, subject.pieces, strict=True):
        if all(p.fault for p in pieces):
            reason = "none of its citations is there" if pieces else "cites nothing"
            faults.append(Part(id=s.id, value=0.0, reason=reason, sentences=(s.id,)))
    return kept("cited", faults, "every sentence is cited")


def relevant(subject: Subject) -> Score:
    """No sentence, and no answer in a disagreement, cites a source that is about another event."""
    faults = []
    for where, sentence, citation in _citations(subject):
        file = subject.files.get(citation.source)
        if file and not subject.case.source[file].relevant and not where.startswith(("withheld", "uncovered")):
            reason = f"{file} is about another event"
            faults.append(Part(id=f"{where} {place(citation)}", value=0.0, reason=reason, sentences=sentence))
    return kept("relevant", faults, "no citation leads to another event")


def must_not(subject: Subject) -> Score:
    """Nothing that the brief tells says what no brief of this event may say. A warning stands in the reason and breaks
    nothing. An answer in a disagreement is left out where its citations hold its words: it is said to be somebody's,
    beside what others say. So is what is only asked."""
    case, faults = subject.case, []
    told = [(t, _said(t, case.language)) for t in (*_told(subject.brief), *_answers(subject.brief, subject.texts))]
    for negative in case.must_not:
        value = 0.0 if negative.severity == "blocker" else 1.0
        for text, parts in told:
            if any(case.broken_by(negative, part) for part in parts):
                reason = f"{text.where} says “{negative.text}”"
                faults.append(Part(id=negative.id, value=value, reason=reason, sentences=text.sentence))
    return kept("must_not", faults, "nothing is said that must not be")


def _said(told: _Told, language: str) -> tuple[str, ...]:
    """The sentences of a text that say something, as it is broken into lines, and as on a page, where it may be one."""
    parts = dict.fromkeys((*_sentences(told.text), *_sentences(visible(told.text))))
    question = ASKS if language.partition("-")[0] == "en" else MARKED
    return tuple(part for part in parts if not (told.asks and question.fullmatch(part)))


def _borne(position: Position, texts: Mapping[str, str]) -> bool:
    """Whether the exact ones of an answer's citations hold every content word of it."""
    sound = [c.quote for c in position.citations if not span_fault(c, texts)]
    held = {term for quote in sound for term in terms(quote)}
    return bool(sound) and all(term in held for term in terms(position.value))


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[str, ...]:
    """Each sentence by itself, so that what excuses one does not excuse its neighbour; none is longer than LONGEST."""
    spans = boundaries(text)
    return tuple(text[at : min(end, at + LONGEST)] for start, end in spans for at in range(start, end, LONGEST))


def length(subject: Subject) -> Score:
    """The sentences together have at most 110 % of the words that the case asks for."""
    count, asked = words_of(subject), subject.case.words
    value = 1.0 if count <= MOST * asked else 0.0
    return Score(metric="length", value=value, reason=f"{count} words, {asked} were asked for")


def words_of(subject: Subject) -> int:
    """The words of the brief's sentences, as a reader counts them: what white space parts, or more where words are
    glued by other marks. What stands beside the sentences (headings, speakers, answers in disagreements) is no text to
    be read through, feeds no metric of what the sentences say, and is not counted."""
    texts = [s.text for s in subject.brief.sentences]
    parted = sum(len(text.split()) for text in texts)
    seen = [_unmarked(unhidden(text, " " if _invents(subject, text) else "")) for text in texts]
    runs = sum(len(words(text)) for text in seen)
    letters = sum(c.isalnum() for text in seen for c in text)
    return max(parted, int(runs / RUNS), int(letters / LETTERS))


def _unmarked(text: str) -> str:
    """Without accents and vowel signs: in many scripts these stand between the letters of one word."""
    return "".join(c for c in text if unicodedata.category(c)[0] != "M")
