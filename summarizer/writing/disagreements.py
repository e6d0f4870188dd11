"""Where the sources disagree: one question, several figures, each with who gives it and where.

A false disagreement is worse than a missed one: it tells the reader that somebody is wrong who is not. So two figures
answer one question only if the same thing is counted, of the same owner, in the same state, place and event, and no
rounding or bound makes them agree. A source that gives both figures by itself knows that they are two questions.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from fractions import Fraction

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.reading import read
from summarizer.records import Disagreement, Position
from summarizer.writing.mentions import Mention, mentions
from summarizer.writing.minimal_pairs import minimal_pairs
from summarizer.writing.questions import Question, questions

VOICES = 3  # who gives one figure is told apart up to this many


def disagreements(topic: Topic) -> tuple[Disagreement, ...]:
    """Every question on which sources give different figures; ids `d1`… with the one that most origins answer first.

    `sentences` of each are left empty: which sentences of a brief they touch is not known here.
    """
    common = _common(topic.sentences, len(topic.articles))
    read_out = [m for article in topic.articles for m in mentions(article, topic.sentences_of[article.id])]
    found = list(questions(read_out, common))
    known = {(m.sentence.id, m.value) for question in found for m in question.answers}
    pairs = minimal_pairs(topic.body)
    found += [pair for pair in pairs if not all((m.sentence.id, m.value) in known for m in pair.answers)]
    found.sort(key=lambda q: (-len({topic.origin[m.source] for m in q.answers}), q.answers[0].source, q.answers[0].at))
    return tuple(_disagreement(f"d{number}", question, topic) for number, question in enumerate(found, 1))


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
    kind = question.kind(topic.article)
    voices: dict[tuple[Fraction, str | None], list[Mention]] = defaultdict(list)
    behind: dict[Fraction, set[str]] = defaultdict(set)
    for value, answers in question.by_value().items():
        speakers = _speakers(answers)
        split = kind == "attributed" or len(set(speakers.values())) <= VOICES
        for mention in answers:
            voices[value, speakers[mention.speaker] if split else None].append(mention)
            behind[value].add(topic.origin[mention.source])
    positions = tuple(
        Position(
            value=given[0].shown,
            said_by=said_by,
            citations=tuple(topic.cite(m.sentence.span) for m in _once(given)),
        )
        for (value, said_by), given in sorted(voices.items(), key=lambda voice: -len(behind[voice[0][0]]))
    )
    return Disagreement(id=name, about=question.about(), kind=kind, positions=positions)


def _speakers(answers: Iterable[Mention]) -> dict[str | None, str | None]:
    """Each speaker under one name: "President Kim Doe" and "Kim Doe" are one."""
    names: dict[str | None, str | None] = {}
    for mention in answers:
        keys = read(mention.speaker or "").keys
        known = (n for n in names.values() if n and keys and (keys <= read(n).keys or read(n).keys <= keys))
        names.setdefault(mention.speaker, next(known, mention.speaker))
    return names


def _once(answers: Iterable[Mention]) -> list[Mention]:
    """One mention of each sentence."""
    return list({m.sentence.id: m for m in answers}.values())
