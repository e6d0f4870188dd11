"""Chunks: every body sentence once, in order, within the budget, and exact to the character."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.chunks import chunk
from summarizer.articles.nouns import Kind, Sentence, Span
from summarizer.articles.tokens import estimate, tokenizer

Count = Callable[[str], int]


def sentences(*texts: str, kind: Kind = "body") -> list[Sentence]:
    """Sentences as they would stand in one article, one a line."""
    found, start = [], 0
    for number, text in enumerate(texts, start=1):
        span = Span(source="s1", start=start, end=start + len(text))
        found.append(Sentence(id=f"s1.{number}", span=span, text=text, kind=kind, paragraph=number - 1))
        start += len(text) + 1
    return found


def words(text: str) -> int:
    return len(text.split())


PACKED = [
    ("nothing", [], 10, []),
    ("one", ["a b"], 10, [["a b"]]),
    ("all in one", ["a b", "c", "d e"], 5, [["a b", "c", "d e"]]),
    ("no leftover at the end", ["a b"] * 4, 6, [["a b"] * 2] * 2),
    ("even, not full", ["a"] * 9, 8, [["a"] * 5, ["a"] * 4]),
    ("exactly full", ["a b c", "d e f"], 3, [["a b c"], ["d e f"]]),
    ("cut at a clause", ["a b, c d e"], 3, [["a b,"], ["c d e"]]),
    ("cut at a space", ["a b c d"], 2, [["a b"], ["c d"]]),
    ("no cut inside a number", ["ab 1,500 cd"], 2, [["ab"], ["1,500 cd"]]),
    ("pieces beside a neighbour", ["a", "b c; d e"], 3, [["a", "b c;"], ["d e"]]),
]


@pytest.mark.parametrize(("texts", "budget", "packed"), [c[1:] for c in PACKED], ids=[c[0] for c in PACKED])
def test_packing(texts: list[str], budget: int, packed: list[list[str]]) -> None:
    chunks = chunk(sentences(*texts), budget, words)
    assert [[s.text for s in c.sentences] for c in chunks] == packed
    assert [c.tokens for c in chunks] == [sum(map(words, texts)) for texts in packed]


CUTS = [
    ("閣僚は合意した、首相は辞任した", 8, ["閣僚は合意した、", "首相は辞任した"]),
    ("abcdefgh", 4, ["abcd", "efgh"]),
    ("abcde\u0301\u0301fg", 5, ["abcd", "e\u0301\u0301fg"]),
    ("ab👩\u200d👩\u200d👧c", 5, ["ab", "👩\u200d👩\u200d👧", "c"]),
    ("a  \n  b", 3, ["a", "b"]),
]


@pytest.mark.parametrize(("text", "budget", "pieces"), CUTS)
def test_where_a_long_sentence_is_cut(text: str, budget: int, pieces: list[str]) -> None:
    found = [s for c in chunk(sentences(text), budget, len) for s in c.sentences]
    assert [s.text for s in found] == pieces
    assert [s.id for s in found] == [f"s1.1.{n}" for n in range(1, len(pieces) + 1)]
    assert all(text[s.span.start : s.span.end] == s.text for s in found)


@pytest.mark.parametrize("kind", ["headline", "dateline", "byline", "boilerplate"])
def test_only_the_body_is_packed(kind: Kind) -> None:
    assert chunk(sentences("Share this", kind=kind), 10, words) == ()


@pytest.mark.parametrize("budget", [0, -1])
def test_a_budget_of_nothing(budget: int) -> None:
    with pytest.raises(ValueError, match="at least 1 token"):
        chunk(sentences("a"), budget, words)


TEXTS = st.lists(st.text(st.sampled_from("ab ,;。漢\u0301👩\u200d\n1"), min_size=1, max_size=60), max_size=12)
COUNTS: list[Count] = [words, len, estimate, tokenizer().count]


@given(TEXTS, st.integers(1, 40), st.sampled_from(COUNTS))
def test_nothing_is_dropped_and_every_span_is_exact(texts: list[str], budget: int, count: Count) -> None:
    given_sentences = sentences(*texts)
    article = "\n".join(texts)
    chunks = chunk(given_sentences, budget, count)
    found = [s for c in chunks for s in c.sentences]
    assert all(article[s.span.start : s.span.end] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(article.split())
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)
    assert len({s.id for s in found}) == len(found)
    assert all(c.sentences and c.tokens == sum(count(s.text) for s in c.sentences) for c in chunks)
    assert all(c.tokens <= budget or [len(s.text) for s in c.sentences] == [1] for c in chunks)
    assert all(any(s.id == g.id or s.id.startswith(f"{g.id}.") for g in given_sentences) for s in found)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=30), st.integers(9, 40))
def test_there_are_as_few_chunks_as_possible(sizes: list[int], budget: int) -> None:
    chunks = chunk(sentences(*("w " * size for size in sizes)), budget, words)
    full, fewest = 0, 1
    for size in sizes:
        full, fewest = (full + size, fewest) if full + size <= budget else (size, fewest + 1)
    assert len(chunks) == fewest


def test_a_very_long_sentence_takes_no_long_time() -> None:
    """A page without a full stop: 400,000 characters."""
    text = "word, " * 66_666
    pieces = [s for c in chunk(sentences(text), 500, estimate) for s in c.sentences]
    assert len(pieces) > 200
