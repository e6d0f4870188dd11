"""What follows from the checks together, on invented sentences and on the shipped articles."""

import time
from datetime import date
from pathlib import Path

import pytest

from summarizer.articles.sentences import boundaries
from summarizer.checking.verdicts import Evidence, check, names_of_checks, supports

SPAN = "The port authority said on Friday that 1,500 containers were not inspected before the fire in Halvorsen Bay."
ARTICLES = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (SPAN, "supported"),
        ("Meanwhile, the" + SPAN[3:], "supported"),
        ("1,500 containers were not inspected before the fire in Halvorsen Bay, the port authority said.", "supported"),
        (SPAN.replace("1,500", "12,000"), "contradicted"),
        (SPAN.replace("not ", ""), "contradicted"),
        (SPAN.replace("said", "denied"), "contradicted"),
        (SPAN.replace("Friday", "Monday"), "contradicted"),
        (SPAN.replace("Halvorsen", "Lindgren"), "partial"),
        (SPAN.replace("The port authority said on Friday that ", ""), "unsupported"),
        ("Heavy rain closed the airport.", "unchecked"),
        (SPAN.replace("inspected", "examined"), "contradicted"),  # "not" now stands by a word that the span has not
        (SPAN.replace("containers", "crates"), "contradicted"),
    ],
)
def test_status(text: str, status: str) -> None:
    verdict = check(text, [Evidence(SPAN)])
    assert verdict.status == status
    assert tuple(c.name for c in verdict.checks) == names_of_checks()
    assert all(c.detail for c in verdict.checks if not c.ok)


def test_spans_are_taken_together() -> None:
    spans = [Evidence("The bridge fell in March."), Evidence("Twelve people were hurt when the bridge fell.")]
    text = "The bridge fell in March, and twelve people were hurt."
    assert check(text, spans).status == "supported"
    assert check(text, spans[:1]).status != "supported"


def test_nothing_supports_nothing() -> None:
    assert check("The bridge fell.", []).status == "unsupported"
    assert check("", [Evidence("The bridge fell.")]).status == "unsupported"
    assert check("...", [Evidence("The bridge fell.")]).status == "unchecked"
    assert check("It is.", [Evidence("The bridge fell.")]).status == "unchecked"
    assert check("They did so.", [Evidence("They did so.")]).status == "supported"


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("Everyone was injured.", "No one was injured.", False),
        ("Someone was injured.", "No one was injured.", False),
        ("One was injured.", "No one was injured.", False),
        ("All were injured.", "None were injured.", False),
        ("Everybody was hurt.", "Nobody was hurt.", False),
        ("Both were hurt.", "Neither was hurt.", False),
        ("A person was hurt.", "No person was hurt.", False),
        ("No one was injured.", "Everyone was injured.", False),
        ("No one was injured.", "No one was injured.", True),
        ("Nobody was injured.", "No one was injured.", True),
        ("No one was injured.", "Nobody was injured.", True),
        ("The fire was put out.", "The fire was put out and no one was hurt.", True),
        ("No one knew of it, and one was hurt.", "No one knew of it, and one was hurt.", True),
    ],
)
def test_who_is_nobody_is_not_everybody(text: str, span: str, ok: bool) -> None:
    assert next(c.ok for c in check(text, [Evidence(span)]).checks if c.name == "negation") is ok


def test_a_clause_cut_from_a_denial_is_not_supported() -> None:
    whole = "The ministry denied that the base was hit."
    assert check("The base was hit.", [Evidence("the base was hit", context=whole)]).status != "supported"
    assert check("The base was hit.", [Evidence(whole)]).status != "supported"


@pytest.mark.parametrize(
    ("text", "span", "status"),
    [
        ("Das Schiff ist am Montag nicht in den Hafen gelaufen.", "", "supported"),
        ("Das Schiff ist in den Hafen gelaufen.", "Das Schiff ist nicht in den Hafen gelaufen.", "unchecked"),
        ("Корабль вошёл в порт.", "Корабль не вошёл в порт.", "unchecked"),
        ("船は港に入った。", "船は港に入った。人々は喜んだ。", "supported"),
        ("船は港に入った。", "船は港に入ったと言う人はいない。", "unchecked"),
    ],
)  # fmt: skip
def test_other_languages_are_not_guessed_at(text: str, span: str, status: str) -> None:
    assert check(text, [Evidence(span or text)]).status == status


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.name[:3])
def test_every_sentence_of_the_articles_supports_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    failed = [(s, v) for a, b in boundaries(text) if (v := check(s := text[a:b], [Evidence(s)])).status != "supported"]
    assert failed == []


@pytest.mark.parametrize(
    ("text", "span", "yes"),
    [
        ("Kovalenko has alleged that Drava sent 10,000 troops.", "Kovalenko claims Drava sent 10,000 troops.", True),
        ("Drava sent 10,000 troops to the border.", "Drava sent 12,000 troops to the border.", False),
        ("Drava sent 10,000 troops to the border.", "Drava did not send 10,000 troops to the border.", False),
        ("Drava sent troops to the border.", "Moreau said Drava sent troops to the border.", True),
        ("Drava attacked Morava in the spring.", "Morava attacked Drava in the spring.", False),
        ("Drava sent troops to the border.", "Drava plans to send troops to the border.", False),
        ("They met on Monday in Oslo.", "They met on October 21 in Oslo.", True),
    ],
)  # fmt: skip
def test_supports(text: str, span: str, yes: bool) -> None:
    assert supports(text, Evidence(span, date(2024, 10, 21))) is yes


@pytest.mark.parametrize(
    "unit",
    ["North Korea ", "'a ", "not ", "twenty two ", "one in ", "May 1 ", "U.", "1,000", ", said ", "a-", "“a” ", " "],
)
def test_a_very_long_line_takes_linear_time(unit: str) -> None:
    line = unit * (100_000 // len(unit))
    started = time.perf_counter()
    check(line, [Evidence(line)])
    check("North Korea sent 1,500 troops.", [Evidence(line)])
    assert time.perf_counter() - started < 20
