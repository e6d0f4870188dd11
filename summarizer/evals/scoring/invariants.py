"""Tier 0: what holds for every brief of every engine, or the brief is broken. Each is 1 or 0; nothing is averaged."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from summarizer.articles.sentences import boundaries
from summarizer.articles.terms import words
from summarizer.errors import UsageError
from summarizer.evals.scoring.nouns import Part, Score, Subject
from summarizer.evals.scoring.parts import kept, place
from summarizer.output import json
from summarizer.records import BriefSentence, Citation

MOST = 1.1  # of the words that were asked for
LONGEST = 5_000  # code points that a pattern is run on at once
QUOTES = re.compile(r"[’‘`]")


def schema(subject: Subject) -> Score:
    """The brief is one of its format when written out and read back, and every id in it is unique and known."""
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
    blank = [s for s in brief.sentences if not any(c.isalnum() for c in s.text)]
    faults += [Part(id=s.id, value=0.0, reason="says nothing", sentences=(s.id,)) for s in blank]
    return kept("schema", faults, "the brief keeps its format")


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
    """No sentence, nor the title, says what no brief of this event may say. A warning stands in the reason and breaks
    nothing. Answers in disagreements are left out: they are said to be somebody's, beside what others say."""
    said: list[tuple[tuple[str, ...], str]] = [((s.id,), s.text) for s in subject.brief.sentences]
    said += [((), subject.brief.title)] if subject.brief.title else []
    faults = []
    for negative in subject.case.must_not:
        for sentence, text in said:
            if any(subject.case.broken_by(negative, part) for part in _sentences(text)):
                value = 0.0 if negative.severity == "blocker" else 1.0
                where = sentence[0] if sentence else "the title"
                reason = f"{where} says “{negative.text}”"
                faults.append(Part(id=negative.id, value=value, reason=reason, sentences=sentence))
    return kept("must_not", faults, "nothing is said that must not be")


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
    """The words of the brief's sentences, as a reader counts them."""
    return sum(len(s.text.split()) for s in subject.brief.sentences)
