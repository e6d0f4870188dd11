"""What a brief says of itself beside its sentences: ids, title, origins, counts, speakers, disagreements, sources.

A true sentence under a forged headline, or a copy counted as a second witness, misleads as well as a false sentence. So
each of these is derived anew from the sources' texts, and what differs is named.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from summarizer.articles.lines import mark
from summarizer.articles.metadata import describe
from summarizer.articles.nouns import Article
from summarizer.articles.terms import terms
from summarizer.articles.topic import Topic
from summarizer.checking.briefs import span_fault
from summarizer.checking.copies import alarm, with_differences
from summarizer.checking.dates import dates, resolved
from summarizer.checking.numbers import quantities
from summarizer.checking.speech import speaker
from summarizer.checking.upstream import Statements
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Origin, Position, Source

SPACED = re.compile(r"(?<=\d[.,]) (?=\d)")  # inside a figure, as some texts are spaced
READ_FROM_TEXT = ("text/plain", "text/markdown")  # formats whose details stand in the text itself

# The words of a question that its sources need not have: what asks, and the states under which figures are counted.
ASKING = frozenset(
    terms(
        """whether who what when where which country age said says denies confirmed magnitude people killed injured
        missing arrested displaced evacuated destroyed damaged
        protesting vote result"""
    )
)


def corrected(brief: Brief, texts: Mapping[str, str]) -> Brief:
    """`brief` with its origins, counts of origins, speakers and statements upstream derived anew."""
    topic = _topic(brief, texts)
    origins = with_differences(topic.origins, topic.articles, topic.sentences)
    statements = Statements(topic.sentences)
    home = {source: origin.id for origin in origins for source in origin.sources}
    return replace(
        brief,
        origins=origins,
        sources=tuple(replace(source, origin=home.get(source.id)) for source in brief.sources),
        sentences=tuple(
            replace(
                s,
                said_by=speaker(s.text),
                upstream=statements.upstream([c for c in s.citations if c.source in texts]),
                origins=len({home.get(c.source) for c in s.citations} - {None}),
            )
            for s in brief.sentences
        ),
    )


def discrepancies(brief: Brief, texts: Mapping[str, str]) -> Iterator[str]:
    """One line for each thing that `brief` says of itself and that its sources do not bear out.

    What a brief does not say (no count, no speaker, no title) is no fault. Sources without a text are passed over.
    """
    for name, count in Counter([*(s.id for s in brief.sources), *(s.id for s in brief.sentences)]).items():
        if count > 1:
            yield f"{name}: the id is given {count} times"
    if not brief.sentences and not brief.question:
        yield "the brief has no sentence"
    if brief.title and not any(_folded(brief.title) in _folded(text) for text in texts.values()):
        yield f"title: “{brief.title}” stands in no source"
    if set(texts) >= {source.id for source in brief.sources}:  # who copied whom needs every text
        yield from _counts(brief, corrected(brief, texts))
    for source in brief.sources:
        if source.id in texts:
            yield from _details(source, texts[source.id])
    for disagreement in brief.disagreements:
        yield from _disagreement(disagreement, brief, texts)


def _folded(text: str) -> str:
    """With every run of white space as one space: a title may have been set over two lines."""
    return " ".join(text.split())


def _counts(brief: Brief, fresh: Brief) -> Iterator[str]:
    if brief.origins and {frozenset(o.sources) for o in brief.origins} != {frozenset(o.sources) for o in fresh.origins}:
        found = ", ".join("+".join(origin.sources) for origin in fresh.origins)
        yield f"origins: the sources' own are {found}"
    made = {frozenset(o.sources): o for o in fresh.origins}
    for origin in brief.origins:
        own = made.get(frozenset(origin.sources), origin)
        for name in ("kind", "reason"):
            stated, here = getattr(origin, name), getattr(own, name)
            if stated != here:
                yield f"{origin.id} {name}: “{stated}” stated, “{here}” found"
    if brief.origins:
        known, alarms = (dict(_differences(b.origins)) for b in (brief, fresh))
        yield from (f"{says}: the brief does not say so" for place, says in alarms.items() if place not in known)
        yield from (f"{says}: the sources do not say so" for place, says in known.items() if place not in alarms)
    for stated, derived in zip(brief.sentences, fresh.sentences, strict=True):
        yield from _sentence(stated, derived)


def _differences(origins: Sequence[Origin]) -> Iterator[tuple[tuple[str, str], str]]:
    """Every difference between copies, under its words and its two places, as an alarm."""
    for origin in origins:
        for difference in origin.differences:
            first, second = difference.citations
            yield (difference.about, f"{first.source}:{first.start} {second.source}:{second.start}"), alarm(difference)


def _sentence(stated: BriefSentence, derived: BriefSentence) -> Iterator[str]:
    if stated.origins and stated.origins != derived.origins:
        yield f"{stated.id} origins: {stated.origins} stated, {derived.origins} found"
    if stated.upstream != derived.upstream and (stated.upstream or stated.origins):
        shown = [f"“{name}”" if name else "nobody" for name in (stated.upstream, derived.upstream)]
        yield f"{stated.id} upstream: {shown[0]} stated, {shown[1]} found"
    if stated.said_by and stated.said_by != derived.said_by:
        yield f"{stated.id} said_by: “{stated.said_by}” stated, “{derived.said_by or 'nobody'}” found"


def _details(source: Source, text: str) -> Iterator[str]:
    if source.characters is not None and source.characters != len(text):
        yield f"{source.id} characters: {source.characters} stated, {len(text)} found"
    if source.media_type not in READ_FROM_TEXT:
        return
    found = describe(text, mark(text))
    for name in ("title", "outlet", "published", "agencies"):
        stated, here = getattr(source, name), getattr(found, name)
        if stated and stated != here:
            yield f"{source.id} {name}: {stated} stated, {here or 'none'} found"


def _disagreement(disagreement: Disagreement, brief: Brief, texts: Mapping[str, str]) -> Iterator[str]:
    if len(disagreement.positions) < 2:
        yield f"{disagreement.id}: a disagreement has at least two positions"
    asked = set(terms(disagreement.about)) - ASKING
    cited = {c.source for position in disagreement.positions for c in position.citations if c.source in texts}
    if strange := asked - {term for source in cited for term in terms(texts[source])}:
        yield f"{disagreement.id} “{disagreement.about}”: its sources do not speak of {', '.join(sorted(strange))}"
    for name in set(disagreement.sentences) - {s.id for s in brief.sentences}:
        yield f"{disagreement.id}: there is no sentence {name}"
    for position in disagreement.positions:
        for fault in _position(position, brief, texts):
            yield f"{disagreement.id} “{position.value}”{fault}"


def _position(position: Position, brief: Brief, texts: Mapping[str, str]) -> Iterator[str]:
    """What a position says of itself and its cited sources do not: value, speaker, what is counted, as of when."""
    sound = [c for c in position.citations if not span_fault(c, texts)]
    if not any(_states(c.quote, position.value) for c in sound):
        yield " is in none of its citations"
        return
    if position.said_by and not _speaks(position, texts):
        yield f": “{position.said_by}” is not in its sources"
    if position.counts and not any(_folded(position.counts) in _folded(c.quote) for c in sound):
        yield f": “{position.counts}” is in none of its citations"
    if position.as_of and position.as_of not in _days(sound, brief):
        yield f": its citations are not as of {position.as_of}"


def _days(citations: Sequence[Citation], brief: Brief) -> set[date]:
    """The days on which the cited sources were published, and those that the citations name."""
    published = {source.id: source.published for source in brief.sources}
    found = {day for c in citations if (day := published.get(c.source))}
    for citation in citations:
        for when in dates(citation.quote):
            known = resolved(when, published.get(citation.source))
            if known.year and known.month and known.day:
                found.add(date(known.year, known.month, known.day))
    return found


def _states(quote: str, value: str) -> bool:
    """Whether the quote has the value, as it is written (but "5. 9" is 5.9) or as a figure."""
    figures = {q.value for q in quantities(value)}
    return (
        value in quote
        or value in SPACED.sub("", quote)
        or bool(figures and figures <= {q.value for q in quantities(quote)})
    )


def _speaks(position: Position, texts: Mapping[str, str]) -> bool:
    """Whether one of the cited sources names the speaker at all; he may be named before the cited sentence."""
    wanted = set(terms(position.said_by or ""))
    return any(wanted <= set(terms(texts[c.source])) for c in position.citations if c.source in texts)


def _topic(brief: Brief, texts: Mapping[str, str]) -> Topic:
    """The sources of `brief` read anew; what they state of themselves is checked elsewhere."""
    return Topic.of(
        [
            Article(
                id=s.id,
                path=s.path,
                sha256=s.sha256,
                encoding=s.encoding,
                media_type=s.media_type,
                text=texts[s.id],
                agencies=s.agencies,
            )
            for s in brief.sources
            if s.id in texts
        ]
    )
