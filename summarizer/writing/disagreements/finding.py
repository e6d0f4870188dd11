"""Where the sources disagree: one question, several answers, each with who gives it, as of when, and where.

A false disagreement is worse than a missed one: it tells the reader that somebody is wrong who is not. So each way of
finding one (tallies, aligned sentences, statements, stances) has to prove that one question is asked; what is found
here is only put together, never guessed. Copies of one text are one voice and do not make two positions.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from summarizer.articles.events import events
from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import read
from summarizer.records import Disagreement, Position
from summarizer.writing.disagreements.ages import ages
from summarizer.writing.disagreements.aligned import aligned
from summarizer.writing.disagreements.answers import Answer, Question, one_name, said_on
from summarizer.writing.disagreements.clocks import clocks
from summarizer.writing.disagreements.contrasts import contrasts
from summarizer.writing.disagreements.mentions import Mention, mentions
from summarizer.writing.disagreements.nobody import nobody
from summarizer.writing.disagreements.scopes import scopes
from summarizer.writing.disagreements.scores import scores
from summarizer.writing.disagreements.stances import stances
from summarizer.writing.disagreements.tallies import Tally, counts, tallies
from summarizer.writing.disagreements.whereabouts import whereabouts

LONGEST = 1_500  # code points of a sentence
COMMENT = re.compile(r"[a-z_]\w{2,24}: ")  # a sentence that opens with a handle: "bob77: I was there"
VOICES = 3  # who gives one answer is told apart up to this many


def disagreements(topic: Topic) -> tuple[Disagreement, ...]:
    """Every question to which sources give different answers; ids `d1`… with the one that most origins answer first.

    `sentences` of each are left empty: which sentences of a brief they touch is not known here.
    """
    found = [q for event in _by_event(_readable(topic)) for q in _new(_merged(_questions(event)))]
    found.sort(key=lambda q: (q.kind == "scope", -len({topic.origin[a.source] for a in q.answers}), _first(q)))
    return tuple(_disagreement(f"d{number}", question, topic) for number, question in enumerate(found, 1))


def events_of(topic: Topic) -> Iterator[tuple[Topic, list[Mention], tuple[Tally, ...]]]:
    """Each event of the topic with the figures in it, and the counts that its sources give differently."""
    for event in _by_event(_readable(topic)):
        read_out = _mentions(event)
        yield event, read_out, tuple(counts(read_out, _common(event.sentences, len(event.articles)), event.article))


def _mentions(topic: Topic) -> list[Mention]:
    return [m for article in topic.articles for m in mentions(article, topic.sentences_of[article.id])]


def _readable(topic: Topic) -> Topic:
    """Without what no outlet says: a reader's comment, and what is too long to be a sentence (a list, or an attempt to
    make the reading of it take for ever)."""
    short = tuple(s for s in topic.sentences if len(s.text) <= LONGEST and not COMMENT.match(s.text))
    return topic if len(short) == len(topic.sentences) else Topic(topic.articles, short, topic.origins)


def _by_event(topic: Topic) -> Iterator[Topic]:
    """Each event by itself: two earthquakes have two tolls, and nobody is wrong."""
    for sources in events(topic.articles, topic.sentences):
        articles = tuple(a for a in topic.articles if a.id in sources)
        yield Topic(articles, tuple(s for s in topic.sentences if s.span.source in sources), topic.origins)


def _questions(topic: Topic) -> Iterator[Question]:
    """The questions in order of trust."""
    common = _common(topic.sentences, len(topic.articles))
    read_out = _mentions(topic)
    yield from tallies(read_out, common, topic.article)
    yield from nobody(topic, read_out)
    yield from aligned(topic)
    yield from ages(topic)
    yield from clocks(topic)
    yield from scores(topic)
    yield from contrasts(topic)
    yield from whereabouts(topic)
    yield from stances(topic, common)
    yield from scopes(read_out, topic.article)


def _merged(questions: Iterable[Question]) -> Iterator[Question]:
    """Questions with the same words and the same answers as one, with every source that gives one of them."""
    found: dict[tuple[str, frozenset[Hashable]], Question] = {}
    for question in questions:
        same = (question.about, frozenset(a.key for a in question.answers))
        before = found.get(same, question._replace(answers=()))
        known = {(a.key, a.sentence.id) for a in before.answers}
        fresh = tuple(a for a in question.answers if (a.key, a.sentence.id) not in known)
        found[same] = before._replace(answers=before.answers + fresh)
    yield from found.values()


def _new(questions: Iterable[Question]) -> Iterator[Question]:
    """Without those with one answer, and those whose every answer stands in one before."""
    known: set[tuple[str, Hashable]] = set()
    for question in questions:
        if len({a.key for a in question.answers}) > 1 and not question.places <= known:
            known |= question.places if question.kind != "scope" else frozenset()
            yield question


def _first(question: Question) -> tuple[str, int]:
    span = question.answers[0].sentence.span
    return span.source, span.start


def _common(sentences: Iterable[Sentence], articles: int) -> frozenset[str]:
    """Keys of the words that stand in more than half of the articles: what all of this is about."""
    seen: Counter[str] = Counter()
    by_source: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        if sentence.kind in ("body", "headline"):
            by_source[sentence.span.source].update(read(sentence.text).keys)
    for keys in by_source.values():
        seen.update(keys)
    return frozenset(key for key, count in seen.items() if 2 * count > articles)


def _disagreement(name: str, question: Question, topic: Topic) -> Disagreement:
    """The positions of one answer stand side by side, the answer that most origins give first."""
    called = one_name(a.said_by for a in question.answers)
    by_key: dict[Hashable, list[Answer]] = defaultdict(list)
    for answer in question.answers:
        by_key[answer.key].append(answer)
    ranked = sorted(by_key.values(), key=lambda given: -len({topic.origin[a.source] for a in given}))
    by_speaker = question.kind == "attributed"
    positions = [p for given in ranked for p in _positions(given, called, by_speaker, topic)]
    return Disagreement(id=name, about=question.about, kind=question.kind, positions=tuple(positions))


def _positions(
    given: Sequence[Answer], called: Mapping[str | None, str | None], by_speaker: bool, topic: Topic
) -> Iterator[Position]:
    """One position for each speaker of an answer, under the fullest of the names that its own sources have for him.

    Where too many give the answer, they are one position without a name.
    """
    split = by_speaker or len({called[a.said_by] for a in given}) <= VOICES
    voices: dict[str | None, list[Answer]] = defaultdict(list)
    for answer in given:
        voices[called[answer.said_by] if split else None].append(answer)
    for speaker, answers in voices.items():
        said_by = max((a.said_by for a in answers if a.said_by), key=len) if speaker else None
        days = [d for a in answers if (d := said_on(a.sentence, topic.article[a.source].published))]
        yield Position(
            value=_shown(answers),
            said_by=said_by,
            as_of=max(days, default=None),
            counts=next((a.counts for a in answers if a.counts), None),
            citations=tuple(topic.cite(s.span) for s in {a.sentence.id: a.sentence for a in answers}.values()),
        )


def _shown(answers: Sequence[Answer]) -> str:
    """The commonest wording, and each other bound or rounding of its figure: "24, at least 24"."""
    wordings = Counter(a.shown for a in answers)
    forms: dict[tuple[str | None, ...], str] = {}
    for wording, _ in wordings.most_common():
        forms.setdefault(tuple(q.hedge for q in quantities(wording)[:1]), wording)
    return ", ".join(forms.values()) if isinstance(answers[0].key, Fraction) else wordings.most_common(1)[0][0]
