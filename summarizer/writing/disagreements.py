"""Where the sources disagree: one question, several figures, each with who gives it and where.

A false disagreement is worse than a missed one: it tells the reader that somebody is wrong who is not. So two figures
answer one question only if the same thing is counted, of the same owner, in the same state, place and event, and no
rounding or bound makes them agree. A source that gives both figures by itself knows that they are two questions.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from summarizer.articles.nouns import Article, Sentence
from summarizer.checking.reading import read
from summarizer.records import Citation, Disagreement, Origin, Position
from summarizer.writing.mentions import Mention, mentions
from summarizer.writing.minimal_pairs import minimal_pairs
from summarizer.writing.questions import Question, questions

VOICES = 3  # who gives one figure is told apart up to this many
CONTEXT = 32  # code points of prefix and suffix in a citation


def disagreements(
    articles: Sequence[Article], sentences: Sequence[Sentence], origins: Sequence[Origin]
) -> tuple[Disagreement, ...]:
    """Every question on which sources give different figures; ids `d1`… with the one that most origins answer first.

    `sentences` of each are left empty: which sentences of a brief they touch is not known here.
    """
    by_source: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_source[sentence.span.source].append(sentence)
    common = _common(sentences, len(articles))
    read_out = [m for article in articles for m in mentions(article, by_source[article.id])]
    found = list(questions(read_out, common))
    known = {(m.sentence.id, m.value) for question in found for m in question.answers}
    pairs = minimal_pairs([s for s in sentences if s.kind == "body"])
    found += [pair for pair in pairs if not all((m.sentence.id, m.value) in known for m in pair.answers)]
    origin = {source: o.id for o in origins for source in o.sources}
    open_questions = sorted(
        found,
        key=lambda q: (-len({origin.get(m.source, m.source) for m in q.answers}), q.answers[0].source, q.answers[0].at),
    )
    texts = {article.id: article for article in articles}
    return tuple(_disagreement(f"d{n}", q, texts, origin) for n, q in enumerate(open_questions, 1))


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


def _disagreement(
    name: str, question: Question, texts: Mapping[str, Article], origin: Mapping[str, str]
) -> Disagreement:
    kind = question.kind(texts)
    voices: dict[tuple[Fraction, str | None], list[Mention]] = defaultdict(list)
    behind: dict[Fraction, set[str]] = defaultdict(set)
    for value, answers in question.by_value().items():
        speakers = _speakers(answers)
        split = kind == "attributed" or len(set(speakers.values())) <= VOICES
        for mention in answers:
            voices[value, speakers[mention.speaker] if split else None].append(mention)
            behind[value].add(origin.get(mention.source, mention.source))
    positions = tuple(
        Position(
            value=given[0].shown,
            said_by=said_by,
            citations=tuple(_cite(m.sentence, texts[m.source]) for m in _once(given)),
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


def _cite(sentence: Sentence, article: Article) -> Citation:
    start, end, text = sentence.span.start, sentence.span.end, article.text
    return Citation(
        source=article.id,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )
