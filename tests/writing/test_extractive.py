"""The extractive writer: its words are its first span, its spans are exact, and it reads as a brief."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_topics import topic_of

from summarizer.articles.nouns import Article
from summarizer.articles.reading import read
from summarizer.articles.topic import Topic
from summarizer.writing.drafts import Draft
from summarizer.writing.extractive import claims, compose
from summarizer.writing.grouping import group
from summarizer.writing.ranking import rank

SEEDS = sorted(str(path) for path in (Path(__file__).parents[2] / "seeds").glob("*.txt"))
FERRY = "A ferry ran aground off Texel on Monday with 80 people aboard, the coast guard said."


def drafts(topic: Topic, words: int = 100, question: str | None = None) -> tuple[Draft, ...]:
    return compose(topic, rank(group(claims(topic), topic), topic, question), words).drafts


def same_words(topic: Topic, draft: Draft) -> bool:
    first = draft.spans[0]
    quote = topic.article[first.source].text[first.start : first.end]
    return draft.text == quote[:1].upper() + quote[1:]


def length(found: tuple[Draft, ...]) -> int:
    return sum(draft.length for draft in found)


@pytest.fixture(scope="module")
def seeds_topic() -> Topic:
    return Topic.of(read(SEEDS).articles)


@pytest.mark.parametrize("words", [60, 120, 250, 400])
def test_seeds(seeds_topic: Topic, words: int) -> None:
    found = drafts(seeds_topic, words)
    assert 0.9 * words <= length(found) <= 1.1 * words
    assert all(same_words(seeds_topic, d) for d in found)
    body = {(s.span.source, i) for s in seeds_topic.body for i in range(s.span.start, s.span.end)}
    spaces = {(a.id, i) for a in seeds_topic.articles for i, c in enumerate(a.text) if c.isspace()}
    assert {(s.source, i) for d in found for s in d.spans for i in range(s.start, s.end)} <= body | spaces


def test_seeds_all_files_cited_and_lead_first(seeds_topic: Topic) -> None:
    found = drafts(seeds_topic, 250)
    assert {s.source for d in found for s in d.spans} == {"s1", "s2", "s3", "s4", "s5"}
    assert "summoned the Russian ambassador" in found[0].text
    assert any("1,500" in d.text for d in found)


def test_same_input_same_brief(seeds_topic: Topic) -> None:
    again = Topic.of(read(SEEDS).articles)
    assert [(d.text, d.spans) for d in drafts(seeds_topic, 250)] == [(d.text, d.spans) for d in drafts(again, 250)]


def test_connective_is_cut_from_text_and_span() -> None:
    topic = topic_of("Meanwhile, a ferry ran aground off Texel on Monday with 80 people aboard.")
    [draft] = drafts(topic)
    assert draft.text.startswith("A ferry ran")
    assert draft.spans[0].start == len("Meanwhile, ")


def test_every_source_that_says_it_is_cited_once() -> None:
    topic = topic_of(FERRY, f"Fog lay over the coast.\n{FERRY}", FERRY)
    draft = next(d for d in drafts(topic) if d.text == FERRY)
    assert sorted(s.source for s in draft.spans) == ["s1", "s2", "s3"]


def test_a_quotation_is_taken_whole() -> None:
    topic = topic_of(f"{FERRY}\n“The engine failed,” Captain Jan Smit said. “We drifted. | Nobody was hurt at all.”")
    text = " ".join(d.text for d in drafts(topic))
    assert text.count("“") == text.count("”")
    assert "Nobody was hurt" not in text or "“We drifted" in text


def test_sentence_without_its_referent_stays_out() -> None:
    topic = topic_of("He was taken to hospital with a broken arm on Monday.", FERRY)
    assert [d.text for d in drafts(topic)] == [FERRY]


def test_a_question_that_nothing_answers_gives_no_sentence() -> None:
    assert drafts(topic_of(FERRY), question="Who composed the opera?") == ()


def test_where_nothing_fits_the_best_stands_all_the_same() -> None:
    assert [d.text for d in drafts(topic_of(FERRY), words=3)] == [FERRY]
    lost = "He was taken to hospital with a broken arm on Monday."
    assert [d.text for d in drafts(topic_of(lost), words=30)] == [lost]


def test_a_language_without_spaces() -> None:
    topic = topic_of("東京で月曜日に大きな地震があった。\n政府は被害を調べている。")
    assert drafts(topic, 10)
    assert all(same_words(topic, d) for d in drafts(topic, 10))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aB .\"'“”()[]\n,!é中\U0001f600He Butsaid5", max_size=200), max_size=3))
def test_any_text(texts: list[str]) -> None:
    articles = [
        Article(id=f"s{n}", path="", sha256=str(n), encoding="utf-8", media_type="text/plain", text=text)
        for n, text in enumerate(texts, 1)
    ]
    topic = Topic.of(articles)
    found = drafts(topic, 30)
    assert all(same_words(topic, d) and d.spans for d in found)
    assert length(found) <= 33
