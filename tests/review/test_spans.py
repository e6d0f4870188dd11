"""Spans that grow and shrink: by words and sentences, never into a visible character, never out of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.review.evidence.spans import Edge, grow, sentence, snap, splits, words

FAMILY = "👨\u200d👩\u200d👧"
PIECES = st.sampled_from(
    ["a", "word", " ", "\n", "\r\n", "\r", ".", "’", "1,500", "é", "e\u0301", FAMILY, "👍🏽",
     "🇩🇪", "漢字", "かな", "हिन्दी", "กำ", "각", "\u1100\u1161\u11a8", "می\u200cخواهم", "\u200b", "\u0301",
     "\ufeff", "Mr. ", "end. Next "]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    one, other = (draw(st.integers(-3, len(text) + 3)) for _ in range(2))
    return text, one, other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve boats, sank.", ["Twelve", "boats", "sank"]),
        ("It cost 1,500.50 at 4:12.", ["It", "cost", "1,500.50", "at", "4:12"]),
        ("the mayor’s well-known dog", ["the", "mayor’s", "well-known", "dog"]),
        ("ne\u0301e e\u0301te\u0301", ["ne\u0301e", "e\u0301te\u0301"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("東京で12人", ["東", "京", "で", "12", "人"]),
        ("서울에서 열린", ["서울에서", "열린"]),
        (f"go {FAMILY}🇩🇪🇫🇷 on", ["go", FAMILY, "🇩🇪", "🇫🇷", "on"]),
        (" …!\n", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("ab", [0, 1, 2]),
        ("e\u0301x", [0, 2, 3]),
        ("a\r\nb", [0, 1, 3, 4]),
        ("\r\r\n\n", [0, 1, 3, 4]),
        ("\n\u0301", [0, 1, 2]),
        (FAMILY + "a", [0, 5, 6]),
        ("👍🏽👍", [0, 2, 3]),
        ("❤\ufe0f!", [0, 2, 3]),
        ("🇩🇪🇫🇷🇮", [0, 2, 4, 5]),
        ("กำก", [0, 2, 3]),
        ("हिन", [0, 2, 3]),
        ("\u1100\u1161\u11a8\u1100", [0, 3, 4]),
        ("\uac00\u11a8", [0, 2]),
        ("🏴\U000e0067\U000e007f.", [0, 3, 4]),
    ],
)
def test_where_a_text_may_be_cut(text: str, cuts: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if not splits(text, at)] == cuts


TEXT = "The dam held. Twelve boats sank in Aldby.\r\nNobody was hurt, she said.\n"


@pytest.mark.parametrize(
    ("quote", "edge", "by", "expected"),
    [
        ("boats", "end", 1, "boats sank"),
        ("boats", "start", 1, "Twelve boats"),
        ("Twelve boats sank", "end", -1, "Twelve boats"),
        ("Twelve boats sank", "start", -1, "boats sank"),
        ("boats", "end", -1, "boats"),
        ("boats", "start", -1, "boats"),
        ("Aldby.", "end", 1, "Aldby.\r\nNobody"),
        ("Nobody", "start", 1, "Aldby.\r\nNobody"),
        ("The", "start", 1, "The"),
        ("said", "end", 1, "said"),
        ("oat", "end", 1, "oats"),
        ("oat", "start", 1, "boat"),
    ],
)
def test_by_a_word(quote: str, edge: Edge, by: int, expected: str) -> None:
    start = TEXT.index(quote)
    a, b = grow(TEXT, start, start + len(quote), edge, by)
    assert TEXT[a:b] == expected


@pytest.mark.parametrize(
    ("quote", "by", "expected"),
    [
        ("boats", 1, "Twelve boats sank in Aldby."),
        ("Twelve boats sank in Aldby.", 1, "Twelve boats sank in Aldby.\r\nNobody was hurt, she said."),
        ("held. Twelve", 1, "The dam held. Twelve boats sank in Aldby."),
        ("Nobody was hurt, she said.", 1, "Nobody was hurt, she said."),
        ("The dam held. Twelve boats sank in Aldby.", -1, "The dam held."),
        ("The dam held.", -1, "The dam held."),
        ("dam held. Twelve", -1, "dam held."),
        ("\r\n", 1, "\r\nNobody was hurt, she said."),
    ],
)
def test_by_a_sentence(quote: str, by: int, expected: str) -> None:
    start = TEXT.index(quote)
    a, b = sentence(TEXT, start, start + len(quote), by)
    assert TEXT[a:b] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (15, 22, "Twelve boats"),
        (22, 15, "Twelve boats"),
        (12, 12, "held"),
        (14, 14, "Twelve"),
        (-5, 2, "The"),
        (62, 900, "she said."),
        (11, 14, "held."),
    ],
)
def test_snapped_to_words(start: int, end: int, expected: str) -> None:
    a, b = snap(TEXT, start, end)
    assert TEXT[a:b] == expected


def test_chinese_and_japanese_grow_by_character_and_sentence() -> None:
    text = "東京で会議。大阪で十二人が負傷した。"
    assert grow(text, 0, 1, "end", 1) == (0, 2)
    assert sentence(text, 7, 8) == (6, len(text))


def test_a_pile_of_marks_without_end_is_survived() -> None:
    piled = "a" + "\u0301" * 100_000 + " b"
    low, high = snap(piled, 50_000, 50_001)
    assert 0 <= low < high <= len(piled)
    assert grow(piled, 0, 1, "end", 1)[0] == 0


def test_a_word_far_off_is_found_and_a_run_without_end_is_survived() -> None:
    far = "one" + " " * 5_000 + "two"
    assert grow(far, 0, 3, "end", 1) == (0, len(far))
    endless = "x" * 100_000
    assert grow(endless, 50_000, 50_001, "end", -1) == (50_000, 50_001)
    assert snap("漢" * 5_000 + "\n" + "字", 5_001, 5_002) == (5_001, 5_002)
    assert grow("漢" * 5_000 + "\n" + "字", 5_001, 5_002, "start", 1) == (4_999, 5_002)


@given(spanned(), st.sampled_from(["start", "end"]), st.sampled_from([1, -1]))
def test_every_step_stays_inside_and_between_characters(given_: tuple[str, int, int], edge: Edge, by: int) -> None:
    text, one, other = given_
    at = snap(text, one, other)
    steps = [
        at,
        grow(text, *at, edge, by),
        sentence(text, *at, by),
        grow(text, min(one, other), max(one, other), edge, by),
    ]
    for a, b in steps:
        assert 0 <= a < b <= len(text)
        assert not splits(text, a)
        assert not splits(text, b)


@given(spanned(), st.sampled_from(["start", "end"]))
def test_growing_only_adds_and_shrinking_only_takes(given_: tuple[str, int, int], edge: Edge) -> None:
    text, one, other = given_
    low, high = snap(text, one, other)
    a, b = grow(text, low, high, edge, 1)
    assert (a <= low, b) == (True, high) if edge == "start" else (a, b >= high) == (low, True)
    a, b = grow(text, low, high, edge, -1)
    assert low <= a < b <= high
    a, b = sentence(text, low, high, 1)
    assert a <= low < high <= b
    assert snap(text, low, high) == (low, high)


@given(TEXTS)
def test_from_the_first_word_every_word_is_reached(text: str) -> None:
    found = list(words(text))
    if not found:
        return
    at = found[0]
    for _, end in found[1:]:
        at = grow(text, *at, "end", 1)
        assert at == (found[0][0], end)
    assert grow(text, *at, "end", 1) == at
