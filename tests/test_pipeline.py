"""The whole pipeline on any text at all: nothing crashes, every span is exact, every sentence is cited and holds."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Brief, Settings, check, summarize
from summarizer.errors import SummarizerError

SENTENCES = st.sampled_from(
    [
        "The bridge over the Lenn was closed on Tuesday, the roads office said.",
        "About 1,500 people were moved, U.N. officials said.",
        "But the mayor, Ana Bru, denied that 12,000 had fled.",
        "“We will rebuild,” she told Reuters. “All of it.”",
        "Мэр сообщил о пожаре.",
        "橋は火曜日に閉鎖された。市長は語った。",
        "قال رئيس البلدية إن الجسر أغلق.",
        "🚒 Fire crews came — 20 of them…",
        "e\u0301tat d\u2019urgence \u202e<b>[x](http://e.example)</b>",
        "By Jane Doe",
        "Be the first to like this",
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r", " ", "\n\n", "\u2028", "\t"])
TEXTS = st.lists(st.tuples(st.one_of(SENTENCES, st.text(max_size=60)), BREAKS), min_size=1, max_size=8)
ARTICLES = st.lists(TEXTS.map(lambda parts: "".join(a + b for a, b in parts)), min_size=1, max_size=4)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


def _hold(folder: Path, words: int) -> Brief | None:
    """The checked brief of a folder, or None where there is nothing to say."""
    try:
        brief = summarize([folder], Settings(words=words))
    except SummarizerError:
        return None
    assert check(brief).problems == ()
    for source in brief.sources:
        text = Path(source.path).read_bytes().decode(source.encoding)
        for citation in (c for s in brief.sentences for c in s.citations if c.source == source.id):
            assert text[citation.start : citation.end] == citation.quote
    assert all(sentence.citations for sentence in brief.sentences)
    return brief


@settings(max_examples=60, deadline=None)
@given(articles=ARTICLES, encoding=ENCODINGS, words=st.integers(20, 200))
def test_any_text_gives_exact_spans_or_one_line(articles: list[str], encoding: str, words: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(articles):
            Path(folder, f"{number}.txt").write_bytes(text.encode(encoding, "replace"))
        _hold(Path(folder), words)


@pytest.mark.parametrize("words", [50, 100, 250, 400])
def test_the_brief_of_the_seeds_keeps_its_length(seeds: Path, words: int) -> None:
    brief = summarize([seeds], Settings(words=words))
    assert 0.9 * words <= sum(len(s.text.split()) for s in brief.sentences) <= 1.1 * words


def test_the_brief_of_the_seeds_is_what_an_editor_would_check_first(seeds: Path) -> None:
    brief = summarize([seeds], Settings(words=250))
    assert check(brief).problems == ()
    assert {c.source for s in brief.sentences for c in s.citations} == {"s1", "s2", "s3", "s4", "s5"}
    furniture = ("Publish date", "like this", "Post a Comment", "Tan KW", "Contributing:", "490,607")
    assert not any(mark in c.quote for s in brief.sentences for c in s.citations for mark in furniture)
    assert "summon" in brief.sentences[0].text
    assert [len(origin.sources) for origin in brief.origins] == [2, 1, 1, 1]
    disagreement = brief.disagreements[0]
    assert disagreement.kind == "attributed"
    assert {p.value.split()[-1] for p in disagreement.positions} == {"10,000", "12,000"}
    assert all(position.said_by for position in disagreement.positions)


def test_newlines_and_marks_are_never_changed(tmp_path: Path) -> None:
    """CRLF, a BOM, a combining mark and an emoji stay in the text, so that offsets are everybody's."""
    story = "\ufeffThe cafe\u0301 🚒 burned down on Friday.\r\nNobody was hurt, the fire office said.\r\n"
    (tmp_path / "a.txt").write_bytes(story.encode("utf-8"))
    brief = _hold(tmp_path, 50)
    assert brief is not None
    assert brief.sentences[0].citations[0].start == 1
    assert brief.sentences[0].text == "The cafe\u0301 🚒 burned down on Friday."
