"""Two copies that do not say the same: what is named, what is honest editing, and how much of either is found."""

import re
from collections.abc import Iterator

import pytest
from invented_events import EVENTS
from invented_pairs import Pair, page, pairs, read_page

from summarizer.articles.origins import find_origins
from summarizer.checking.copies import alarm, with_differences
from summarizer.checking.numbers import quantities
from summarizer.records import Difference

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STORY = EVENTS[0].story


def differences(*pages: str) -> tuple[Difference, ...]:
    read = [read_page(f"s{n}", text) for n, text in enumerate(pages, 1)]
    sentences = [s for _, found in read for s in found]
    articles = [article for article, _ in read]
    return tuple(
        d for o in with_differences(find_origins(articles, sentences), articles, sentences) for d in o.differences
    )


CHANGED = [  # in the story of the ferry | what a copy of it has instead | what is said of the two
    ("212 passengers", "2,120 passengers", "212 in s1, 2,120 in s2"),
    ("injuring 17 people", "injuring 71 people", "17 in s1, 71 in s2"),
    ("Three of the injured", "Thirty of the injured", "“Three” in s1, “Thirty” in s2"),
    ("more than 60 people", "more than 600 people", "60 in s1, 600 in s2"),
    ("at 5:40 a.m.", "at 3:40 a.m.", "5:40 in s1, 3:40 in s2"),
    ("the 31-year-old vessel", "the 13-year-old vessel", "31 in s1, 13 in s2"),
    ("until Thursday", "until Sunday", "“Thursday” in s1, “Sunday” in s2"),
    ("Captain Elio Marsan", "Captain Elio Varga", "“Elio Marsan” in s1, “Elio Varga” in s2"),
    ("master Rita Colm", "master Pia Voss", "“Rita Colm” in s1, “Pia Voss” in s2"),
    ("no fuel had leaked", "fuel had leaked", "“no fuel” in s1, not in s2"),
    ("has not decided", "has decided", "“not decided” in s1, not in s2"),
    ("had failed minutes", "had not failed minutes", "“not failed” in s2, not in s1"),
]


@pytest.mark.parametrize(("was", "now", "about"), CHANGED, ids=[now for _, now, _ in CHANGED])
def test_what_a_copy_changes_is_named_with_both_places(was: str, now: str, about: str) -> None:
    assert was in STORY
    [found] = differences(page("As it was", STORY), page("As it is now", STORY.replace(was, now)))
    assert found.about == about
    assert alarm(found) == f"s1 and s2 are copies of one text but differ: {about}"
    assert [c.source for c in found.citations] == ["s1", "s2"]
    assert was in found.citations[0].quote
    assert now in found.citations[1].quote


REWORDED = [  # a sentence of an original | the same in the other words of a copy | what is said of the two
    (
        "Divers closed the tear in the hull shortly before midnight.",
        "Shortly before midnight, said the harbour office, divers did not manage to close the hull's tear.",
        "“not manage to close” in s2, not in s1",
    ),
    (
        "Divers closed the tear in the hull shortly before midnight.",
        "Shortly before midnight, said the harbour office, divers had not yet closed the hull's tear.",
        "“not yet closed” in s2, not in s1",
    ),
    (
        "Divers closed the tear in the hull shortly before midnight.",
        "It was not until shortly before midnight, the harbour office said, that divers closed the hull's tear.",
        "",
    ),
]


@pytest.mark.parametrize(("told", "retold", "about"), REWORDED)
def test_a_denial_in_other_words(told: str, retold: str, about: str) -> None:
    pages = [page(title, f"{STORY}\n{last}") for title, last in (("As it was", told), ("As it is now", retold))]
    assert [d.about for d in differences(*pages)] == [about] * bool(about)


def test_what_several_copies_say_is_named_once_with_all_of_them() -> None:
    forged = STORY.replace("212 passengers", "2,120 passengers").replace("had failed minutes", "had not failed minutes")
    pages = [page(title, text) for title, text in (("One", STORY), ("Two", forged), ("Three", STORY), ("Four", forged))]
    assert [d.about for d in differences(*pages)] == [
        "212 in s1 and s3, 2,120 in s2 and s4",
        "“not failed” in s2 and s4, not in s1 and s3",
    ]


HONEST = [  # in the story | what an honest copy may have instead
    ("more than 60 people", "64 people"),
    ("injuring 17 people", "injuring seventeen people"),
    ("early on Tuesday", "early in the day"),
    ("Captain Elio Marsan", "Captain Elio Marssan"),
    ("harbour master Rita Colm said", "Colm said"),
    ("more than 60 people, many of them schoolchildren", "dozens of people"),
    ("in serious condition", "not in good condition"),
    (" early on Tuesday, injuring 17 people", " early on Tuesday"),
]


@pytest.mark.parametrize(("was", "now"), HONEST, ids=[now for _, now in HONEST])
def test_honest_editing_rings_no_alarm(was: str, now: str) -> None:
    assert was in STORY
    assert differences(page("As it was", STORY), page("As it is now", STORY.replace(was, now))) == ()


@pytest.mark.parametrize("pair", [p for p in pairs() if p.copies], ids=lambda pair: f"{pair.event}, {pair.kind}")
def test_no_honest_copy_rings_an_alarm(pair: Pair) -> None:
    assert [d.about for d in differences(pair.one, pair.other)] == []


def doctored(text: str) -> Iterator[str]:
    """`text` with one figure, name, denial or day changed, in every way that a few rules know."""
    for figure in quantities(text):
        digits = re.search(r"\d(?:[\d,]*\d)?", text[figure.start : figure.end])
        if digits:
            at = figure.start + digits.start()
            yield text[:at] + ("4" if text[at] == "9" else "9") + text[at + 1 :]
    for name in re.finditer(r"(?<=[a-z] )[A-Z][a-z]+ ([A-Z][a-z]+)\b", text):
        yield text[: name.start(1)] + "Velasko" + text[name.end(1) :]
    for verb in re.finditer(r" (?:was|had|will|is|were|has)(?! not)\b", text):
        yield text[: verb.end()] + " not" + text[verb.end() :]
    for day in re.finditer("|".join(DAYS), text):
        yield text[: day.start()] + DAYS[(DAYS.index(day.group()) + 3) % 7] + text[day.end() :]


@pytest.mark.parametrize(("kind", "least"), [("reprint, few edits", 0.97), ("paraphrase", 0.55)])
def test_how_many_doctored_copies_are_found(kind: str, least: float) -> None:
    found = tried = 0
    for pair in (p for p in pairs(EVENTS[::3]) if p.kind == kind):
        title, body = pair.other.split("\n\n", 1)
        for text in doctored(body):
            tried += 1
            found += bool(differences(pair.one, f"{title}\n\n{text}"))
    assert tried > 60
    assert found / tried >= least
