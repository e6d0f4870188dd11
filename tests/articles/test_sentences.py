"""Sentences: exact, ordered, disjoint, covering all that is not space; and cut where a reader would cut."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.sentences import boundaries, split

# Pieces that make texts look like articles often enough to reach every rule.
PIECES = st.sampled_from(
    [
        "\r",
        "\n",
        "\r\n",
        "\u2028",
        "\u2029",
        "\x85",
        "\x00",
        "\ufeff",
        "\u200b",
        " ",
        "\t",
        ". ",
        "! ",
        '" ',
        "”",
        "’",
        "He left",
        "U.N.",
        "Lt. ",
        "21. Oktober",
        "SEOUL (Reuters) - ",
        "By Jane Doe",
        "# ",
        "Photo: ",
        "- AFP",
        "👩‍👩‍👧",
        "e\u0301",
        "قال الوزير؟ ",
        "他走了。",
        "「はい。」と",
        "मैं गया। ",
        "2024-10-21",
        "Monday, October 21, 2024 10:07:57 AM",
        "Advertisement",
        "(Photo: X)",
        "||",
        "\x1c",
        "\u3000",
        "a",
        "1",
        "---",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join))


def article(text: str) -> Article:
    return Article(id="s1", path="a.txt", sha256="", encoding="utf-8", media_type="text/plain", text=text)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in boundaries(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.N. met.", "N.Korea sent 1,500 men.", "Kim Jong-un agreed."],
        ["Lt. Gen. Park Min spoke.", "Sgt. Lee did not."],
        ["2. Will it rain?", "It will."],
        ["He met Rep. Ann Lee and Gov. Bob Roe.", "No. 2 was late."],
        ["“We know.”", "Kim said nothing."],
        ['"It is late," he said.', '"We know that."', "They left."],
        ["He said 'no.'", "She said 'yes.'"],
        ['He asked "Why?" and left.', "She stayed."],
        ["Then (he left.)", "So it was."],
        ["A 6. 1-magnitude quake hit.", 'It was bad. "', "The U. S. Geological Survey said so."],
        ["He turned 21 in 2004.", "230 people came."],
        ["Am 21. Oktober kam er an.", "Dann ging er."],
        ["M. Kim est parti.", "Il est loin."],
        ["Он приехал 21 окт. 2024 г. в Сеул.", "Потом уехал."],
        ["他走了。", "她留下了！", "为什么？"],
        ["“我们知道。”", "他走了。"],
        ["「はい。」と彼は言った。", "彼は去った。"],
        ["متى وصل الوزير؟", "وصل يوم الاثنين."],
        ["मैं घर गया।", "वह आया।"],
        ["In the U.S. on Monday it rained.", "It was 5 p.m. in Seoul."],
        ["Wait... what?", "Nothing."],
        ["He was freed on bail.", "The car was found last month.", "On Friday it left."],
        ["He said no.", "She met Prof. Park.", "A crowd came, approx. Ten thousand."],
    ],
)
def test_cuts(sentences: list[str]) -> None:
    glue = "" if sentences[0][0] > "\u3000" or sentences[0][:2] == "“我" else " "
    assert cut(glue.join(sentences)) == sentences


@pytest.mark.parametrize("hard", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n  "])
def test_a_line_break_is_a_hard_break(hard: str) -> None:
    assert cut(f" one half{hard}and another ") == ["one half", "and another"]


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.text) for s in split(article(text))]


def test_furniture_between_the_sentences_of_a_line() -> None:
    assert _kinds("Troops left the city. Sign up for our newsletter. They will be back.") == [
        ("body", "Troops left the city."),
        ("boilerplate", "Sign up for our newsletter."),
        ("body", "They will be back."),
    ]


def test_a_sentence_starts_clean_after_its_dateline() -> None:
    assert _kinds("SEOUL (Reuters) - Troops left the city. They said so.\n") == [
        ("dateline", "SEOUL (Reuters) -"),
        ("body", "Troops left the city."),
        ("body", "They said so."),
    ]


def test_ids_and_paragraphs() -> None:
    found = split(article("A title\n\nOne sentence. Another one.\r\nA third."))
    assert [(s.id, s.paragraph) for s in found] == [("s1.1", 0), ("s1.2", 2), ("s1.3", 2), ("s1.4", 3)]


def _whole(text: str, found: tuple[Sentence, ...]) -> None:
    at = 0
    for sentence in found:
        start, end = sentence.span.start, sentence.span.end
        assert at <= start < end <= len(text)
        assert sentence.text == text[start:end]
        assert sentence.text == sentence.text.strip().strip("\ufeff")
        assert not text[at:start].replace("\ufeff", "").strip()
        at = end
    assert not text[at:].replace("\ufeff", "").strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    found = split(article(text))
    _whole(text, found)
    assert [s.id for s in found] == [f"s1.{n}" for n in range(1, len(found) + 1)]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_boundaries_cover_any_prose(text: str) -> None:
    at = 0
    for start, end in boundaries(text):
        assert start < end
        assert not text[at:start].replace("\ufeff", "").strip()
        at = end
    assert not text[at:].replace("\ufeff", "").strip()


@pytest.mark.parametrize("piece", ["!?", "a", ". ", '!" ', "Lt. ", "1. ", "。", "「。」", "(", "Photo: ", "AA, ", " "])
def test_linear_time(piece: str) -> None:
    text = (piece * 50_000)[:100_000]
    begun = time.perf_counter()
    _whole(text, split(article(text)))
    assert time.perf_counter() - begun < 10
