"""A falsehood is found in whatever spelling a reader still reads it; honest spelling changes nothing."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.evals.cases.disguises import hiding, latin, readings, unhidden, visible
from summarizer.evals.cases.nouns import Case, Negative

CASE = Case(id="x", path=Path("x"), title="x", words=10, sources=(), facts=())
DIED = Negative(id="n1", text="x", pattern=r"\bthe captain of [^.]{0,20}\bdied\b", unless_near=r"\bnot\b|\bdenied\b")
SAID = "The captain of the ferry died."
BETWEEN = re.compile(r"(?<=\w)(?=\w)")

Change = Callable[[str], str]
DISGUISES: dict[str, Change] = {
    "as it is": str,
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "bold of mathematics": lambda t: re.sub("[a-z]", lambda m: chr(0x1D41A + ord(m[0]) - 97), t),
    "circled": lambda t: re.sub("[a-z]", lambda m: chr(0x24D0 + ord(m[0]) - 97), t),
    "space of no width in words": lambda t: BETWEEN.sub("\u200b", t),
    "space of no width for spaces": lambda t: t.replace(" ", "\u200b"),
    "soft hyphens": lambda t: BETWEEN.sub("\u00ad", t),
    "tag characters": lambda t: BETWEEN.sub("\U000e0041", t),
    "Cyrillic": lambda t: t.translate(str.maketrans("aceipx", "асеірх")),
    "Greek": lambda t: t.translate(str.maketrans("aoi", "αοι")),
    "accents": lambda t: t.replace("e", "é").replace("a", "ä"),
    "struck through": lambda t: BETWEEN.sub("\u0336", t),
    "new lines": lambda t: t.replace(" ", "\n"),
    "two spaces": lambda t: t.replace(" ", "  "),
    "hard spaces": lambda t: t.replace(" ", "\u00a0"),
    "Hangul fillers": lambda t: t.replace(" ", "\u3164"),
    "Braille cells": lambda t: t.replace(" ", "\u2800"),
    "tags for nothing": lambda t: t.replace(" ", " <i></i>"),
    "tags in words": lambda t: t.replace("i", "<b>i</b>"),
    "breaks": lambda t: t.replace(" ", "<br/>"),
    "a comment": lambda t: t.replace("died", "<!-- not -->died"),
    "entities": lambda t: t.replace("e", "&#101;").replace(" ", "&nbsp;"),
    "emphasis of words": lambda t: " ".join(f"*{w}*" for w in t.split()),
    "emphasis in words": lambda t: t.replace("ie", "**ie**"),
    "underscores": lambda t: " ".join(f"_{w}_" for w in t.split()),
    "links": lambda t: " ".join(f"[{w}](https://example.org)" for w in t.split()),
    "dashes": lambda t: t.replace(" ", "\u2060—"),
    "hyphens": lambda t: t.replace(" ", "-"),
    "slashes": lambda t: t.replace(" ", "/"),
    "stops": lambda t: t.replace(" ", "."),
    "a stray stop": lambda t: t.replace(" ferry", " . ferry"),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_it_is_found_in_any_spelling(name: str) -> None:
    assert CASE.broken_by(DIED, DISGUISES[name](SAID))


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize(
    "text", ["The captain of the ferry, not he, died.", "The mate died.", "It was denied: he died."]
)
def test_what_says_something_else_does_so_in_any_spelling(name: str, text: str) -> None:
    assert not CASE.broken_by(DIED, DISGUISES[name](text))


HONEST = [
    # A case in German: an accent tells words apart, in either form of Unicode.
    ("de", r"\bschon\b", "Es war schön."),
    ("de", r"\bschon\b", unicodedata.normalize("NFD", "Es war schön.")),
    ("de", r"\bMase\b", "Die Maße stimmen."),
    ("fr", r"\bpeche\b", "La pêche est ouverte."),
    # A raised digit is none of the number before it, nor is the half of a fraction.
    ("en", r"\b32\b", "Some 3² fields."),
    ("en", r"\b61\b", "He got 6½ years."),
    ("en", r"\b58\b", "It is 5*8 metres."),
    # An end of a sentence without its space is still an end.
    ("en", r"captain[^.]*died", "They found the captain.The mate died."),
    ("en", r"captain[^.]*died", "They found the captain. The mate died."),
    ("en", r"\bUS\b", "U.S. officials said so."),
    ("ru", r"\bcop\b", "Мусор убран, спор идёт."),
]


@pytest.mark.parametrize(("language", "pattern", "text"), HONEST)
def test_honest_spelling_says_nothing_new(language: str, pattern: str, text: str) -> None:
    negative = Negative(id="n1", text="x", pattern=pattern)
    assert not replace(CASE, language=language).broken_by(negative, text)


EXCUSED = [
    ("a Cyrillic excuse of a figure", "ru", r"12,?000", "Бам", "На Баме погибли 12,000 человек."),
    ("an excuse with a soft hyphen", "en", r"\bdied\b", r"\bnot\b", "He died n\u00adot."),
    ("an excuse in NFD", "de", r"\b50\b", "Köln", unicodedata.normalize("NFD", "In Köln waren es 50.")),
    ("an excuse with an accent", "en", r"\b50\b", "Łódź", "In Łódź 50 were hurt."),
]


@pytest.mark.parametrize(
    ("language", "pattern", "excuse", "text"), [e[1:] for e in EXCUSED], ids=[e[0] for e in EXCUSED]
)
def test_an_excuse_is_read_as_well(language: str, pattern: str, excuse: str, text: str) -> None:
    case = replace(CASE, language=language)
    negative = Negative(id="n1", text="x", pattern=pattern)
    assert case.broken_by(negative, text)
    assert not case.broken_by(replace(negative, unless_near=excuse), text)


@pytest.mark.parametrize(
    "text",
    ["Plain text, of 12 words (or so).", "“Curly” ‘quotes’ – and a dash…", "Größe: 5 °C", "12~14 snake_case a < b & c"],
)
def test_plain_text_is_its_own_page(text: str) -> None:
    assert visible(text) == text
    assert readings(text, "de")[0] == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nothing hides here, mein Größter.", []),
        ("hard\u00a0space, “curly” – 5\u202f000", []),
        ("the Auth\u200bority’s men", ["Auth\u200bority"]),
        ("“\u00adBun\u00addes\u00adtag”, he said", ["\u00adBun\u00addes\u00adtag"]),
        ("a\u2060—b \u202ec", ["a\u2060", "\u202ec"]),
        ("می\u200cخواهد 👩\u200d🚀", []),  # joiners at work
    ],
)
def test_the_words_in_which_something_hides(text: str, words: list[str]) -> None:
    assert list(hiding(text)) == words


def test_what_hides_becomes_what_is_asked_for() -> None:
    assert unhidden("a\u200bb\u3164c\x1bd") == "ab cd"
    assert unhidden("a\u200bb\u3164c\x1bd", " ") == "a b c d"
    assert latin("Ｄіed ١٢ ﬁ", accents=False) == "Died 12 fi"


@pytest.mark.parametrize(
    "text", ["<a" * 20_000, "[" * 40_000, "*" * 40_000, "_ " * 20_000, "a." * 20_000, "&" * 40_000]
)
def test_looking_takes_no_square_of_the_length(text: str) -> None:
    assert isinstance(readings(text, "en")[0], str)
