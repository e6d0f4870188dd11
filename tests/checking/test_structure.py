"""Whole constituents may be left out and joined, nothing else: two tables of sentences made of their spans' own words.

A line of `recombined.txt` is a set of spans (`=`, parted by `|`), a sentence that they bear out (`+`), one that they do
not (`-`), or one that they bear out by no rule of the checker (`~`): it must not pass either, and is no fault.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.checking import scope
from summarizer.checking.verdicts import Evidence, check, compare

TABLE = Path(__file__).with_name("recombined.txt")
MONDAY = date(2024, 10, 21)


class Case(NamedTuple):
    """`text` made of `spans`."""

    text: str
    spans: tuple[str, ...]
    kind: str


def cases() -> tuple[Case, ...]:
    found: list[Case] = []
    spans: tuple[str, ...] = ()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        kind, rest = line[0], line[2:]
        if kind == "=":
            spans = tuple(part.strip() for part in rest.split(" | "))
        else:
            found.append(Case(rest, spans, kind))
    return tuple(found)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.kind} {case.text[:70]}")
def test_only_whole_constituents_fall_out(case: Case) -> None:
    verdict = check(case.text, [Evidence(span, MONDAY) for span in case.spans])
    assert (verdict.status == "supported") == (case.kind == "+")


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("All houses burned.", "Some houses burned.", False),
        ("Houses burned.", "Some houses burned.", False),
        ("Some houses burned.", "Some houses burned in May.", True),
        ("Only two houses burned.", "Two houses burned.", False),
        ("Two houses burned.", "Only two houses burned.", False),
        ("The bank failed.", "The largest bank failed.", False),
        ("The smallest bank failed.", "The largest bank failed.", False),
        (
            "The biggest bank failed.",
            "The largest bank failed.",
            False,
        ),  # an `unchecked` is cheaper than a table of likes
        ("It was the last strike.", "It was the first strike.", False),
        ("Houses burned.", "Many houses burned.", True),
        ("Prices were higher in May.", "Prices were lower in May.", False),
        ("Fewer people came.", "More people came.", False),
        ("More than 50 people came last week.", "Last week more than 50 people came.", True),
        ("At least 12 people came.", "At least 12 people came.", True),
    ],
)
def test_scope(text: str, span: str, ok: bool) -> None:
    assert scope.check(compare(text, [Evidence(span, MONDAY)])).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("The storm hit -41 homes.", "The storm hit 41 homes.", "numbers"),
        ("The storm hit 41 homes?", "The storm hit 41 homes.", "hedge"),
        ("The “experts” left.", "The experts left.", "quotes"),
        ("The mayor must resign.", "The mayor can resign.", "hedge"),
        ("The dam burst.", "They asked whether the dam burst.", "hedge"),
        ("The ex̶perts left.", "The experts left.", "wording"),
        ("Kim spoke.", "Kim's sister spoke.", "structure"),
        ("North Korea officials spoke.", "North Korean officials spoke.", "structure"),
    ],
)
def test_what_a_mark_or_an_ending_changes_is_seen(text: str, span: str, name: str) -> None:
    verdict = check(text, [Evidence(span, MONDAY)])
    assert name in [c.name for c in verdict.checks if not c.ok]
    assert verdict.status != "supported"
