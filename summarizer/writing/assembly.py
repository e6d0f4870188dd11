"""From drafts to the brief: citations with quotes, a verdict for every sentence, and what was left out, named.

The verdicts are made by the very function that `summarizer check` calls on the finished file, so that nothing reaches a
reader on its writer's word.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer.articles.events import events, strangers
from summarizer.articles.nouns import Article
from summarizer.articles.reading import Library
from summarizer.articles.terms import cosine, is_english, words
from summarizer.articles.tokens import Tokenizer, estimate, tokenizer
from summarizer.articles.topic import Topic
from summarizer.checking.briefs import check_brief
from summarizer.checking.copies import with_differences
from summarizer.checking.positions import gives
from summarizer.checking.speech import speaker
from summarizer.checking.upstream import Statements
from summarizer.records import Brief, BriefSentence, Disagreement, Position, Source, Uncovered, brief_id
from summarizer.settings import Settings
from summarizer.writing.corroboration import Witnesses
from summarizer.writing.disagreements.finding import disagreements
from summarizer.writing.drafts import Composition, Draft
from summarizer.writing.grouping import Group, spans

if TYPE_CHECKING:
    from summarizer.checking.judging.judge import Judge

WORTH_NAMING = 2  # origins from which something that was left out is listed


def assemble(
    topic: Topic,
    library: Library,
    composition: Composition,
    ranked: Sequence[Group],
    settings: Settings,
    judge: "Judge | None" = None,
) -> Brief:
    """The brief, whole and checked: sentences, disagreements, what is withheld, what is not covered, and its id."""
    count = tokenizer(composition.engine.model) if composition.engine.model else Tokenizer("estimate", False, estimate)
    witnesses = Witnesses(topic)
    drafted = tuple(_sentence(f"b{n}", draft, topic, witnesses) for n, draft in enumerate(composition.drafts, 1))
    statements = Statements(topic.sentences)
    sentences = tuple(replace(s, upstream=statements.upstream(s.citations)) for s in drafted)
    unchecked = Brief(
        created=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        title=_title(topic, sentences),
        question=settings.question,
        language=_language(topic),
        engine=replace(composition.engine, settings=shown(settings)),
        sources=tuple(_source(article, topic, count) for article in topic.articles),
        origins=with_differences(topic.origins, topic.articles, topic.sentences),
        sentences=sentences,
        disagreements=_disagreements(topic, sentences),
        withheld=composition.withheld,
        uncovered=_uncovered(topic, ranked, composition, sentences),
        left_out=tuple(failure.where for failure in library.failures),
        warnings=(
            *library.warnings,
            *map(str, library.failures),
            *map(str, strangers(topic.articles, topic.sentences)),
            *composition.warnings,
        ),
        usage=composition.usage,
    )
    texts = {article.id: article.text for article in topic.articles}
    brief = check_brief(unchecked, texts, topic.whole.body)
    if judge:
        from summarizer.checking.judging.briefs import credited, judged

        brief = credited(judged(brief, texts, judge), judge)
    return replace(brief, id=brief_id(brief))


def _sentence(name: str, draft: Draft, topic: Topic, witnesses: Witnesses) -> BriefSentence:
    further = [sentence.span for sentence in witnesses.of(draft)]
    return BriefSentence(
        id=name,
        text=draft.text,
        citations=(*map(topic.cite, draft.spans), *(topic.cite(span, corroborates=True) for span in further)),
        written_by=draft.written_by,
        origins=len({topic.origin[span.source] for span in (*draft.spans, *further)}),
        said_by=speaker(draft.text),
    )


def _source(article: Article, topic: Topic, tokenizer: Tokenizer) -> Source:
    return Source(
        id=article.id,
        path=article.path,
        sha256=article.sha256,
        encoding=article.encoding,
        media_type=article.media_type,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        agencies=article.agencies,
        characters=len(article.text),
        tokens=tokenizer.count(article.text),
        tokens_exact=tokenizer.exact,
        origin=topic.origin[article.id],
    )


def shown(settings: Settings) -> dict[str, object]:
    """The settings that shape a brief's content. Not those that say where files or endpoints are."""
    shaping = {"words": settings.words, "question": settings.question, "chunk_tokens": settings.chunk_tokens}
    return {name: value for name, value in shaping.items() if value is not None}


def _title(topic: Topic, sentences: Sequence[BriefSentence]) -> str | None:
    """The title of a source on the brief's event, in its tongue, most like what the brief says; none is made up."""
    first = events(topic.articles, topic.sentences)[0]
    doubtful = {s.span.source for s in topic.sentences if s.id in topic.withdrawn}  # a headline of what was taken back
    english = is_english([word for sentence in sentences for word in words(sentence.text)])
    titled = [article for article in topic.articles if article.title and article.id in first]
    alike = [article for article in titled if is_english(words(article.text)) is english] or titled
    sound = [article for article in alike if article.id not in doubtful] or alike
    titles = [article.title for article in sound if article.title]
    likeness = topic.neighbours.likeness
    brief = likeness.vector(" ".join(s.text for s in sentences))
    return max(titles, key=lambda title: cosine(likeness.vector(title), brief), default=None)


def _language(topic: Topic) -> str | None:
    """ "en", or None where that is not plain."""
    return "en" if is_english([word for sentence in topic.body for word in words(sentence.text)]) else None


def _disagreements(topic: Topic, sentences: Sequence[BriefSentence]) -> tuple[Disagreement, ...]:
    """The sources' disagreements, each with the brief's sentences that give one of its answers."""

    def touched(positions: Sequence[Position]) -> tuple[str, ...]:
        return tuple(s.id for s in sentences if any(gives(s.text, s.citations, position) for position in positions))

    return tuple(replace(d, sentences=touched(d.positions)) for d in disagreements(topic))


def _uncovered(
    topic: Topic, ranked: Sequence[Group], composition: Composition, sentences: Sequence[BriefSentence]
) -> tuple[Uncovered, ...]:
    """What several origins say and no sentence cites, not even as corroboration, best first."""
    told = {group.id for draft in composition.drafts for group in draft.groups}
    cited = {(citation.source, citation.end) for sentence in sentences for citation in sentence.citations}

    def left_out(group: Group) -> bool:
        ends = {(s.span.source, s.span.end) for member in group.members for s in member.sentences}
        return group.origins >= WORTH_NAMING and group.id not in told and not ends & cited

    return tuple(
        Uncovered(text=group.text, origins=group.origins, citations=tuple(topic.cite(s) for s in spans(group)))
        for group in ranked
        if left_out(group)
    )
