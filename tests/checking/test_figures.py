"""Figures are read whole, in digits and in words, and what only looks like one is none."""

from fractions import Fraction as F
from time import process_time

import pytest

from summarizer.checking.figures import figures
from summarizer.checking.numbers import quantities

M = 1_000_000
COMPOUND: list[tuple[str, list[tuple[str, F | int, str | None, str | None]]]] = [
    ("A reward of a quarter of a million crowns was offered.", [("a quarter of a million", 250_000, None, None)]),
    ("Some three quarters of a million fled.", [("three quarters of a million", 750_000, None, "about")]),
    ("It cost two thirds of a billion.", [("two thirds of a billion", F(2 * 10**9, 3), None, None)]),
    ("Half a million homes are dark.", [("Half a million", 500_000, None, None)]),
    ("A half-million homes are dark.", [("A half-million", 500_000, None, None)]),
    ("A quarter-million homes are dark.", [("A quarter-million", 250_000, None, None)]),
    ("About two and a half million voted.", [("two and a half million", 2_500_000, None, "about")]),
    ("A million and a half voted.", [("A million and a half", 1_500_000, None, None)]),
    ("She drew 2 and a half million voters.", [("2 and a half million", 2_500_000, None, None)]),
    ("He got six and a half years.", [("six and a half", F(13, 2), None, None)]),
    ("It was a six-and-a-half year term.", [("a six-and-a-half", F(13, 2), None, None)]),
    ("He got 6½ years.", [("6½", F(13, 2), None, None)]),
    ("He got 6 1/2 years.", [("6 1/2", F(13, 2), None, None)]),
    ("They ate a dozen and a half eggs.", [("a dozen and a half", 18, None, None)]),
    ("It held three and three quarters litres.", [("three and three quarters", F(15, 4), None, None)]),
    ("It cost ½ million.", [("½ million", 500_000, None, None)]),
    ("It cost $1½ million.", [("$1½ million", 1_500_000, "usd", None)]),
]
SHARES: list[tuple[str, list[tuple[str, F | int, str | None, str | None]]]] = [
    ("Some two thirds have been eaten.", [("two thirds", F(200, 3), "%", "about")]),
    ("A third of the town was flooded.", [("A third", F(100, 3), "%", None)]),
    ("Another quarter of the crop is lost.", [("Another quarter", 25, "%", None)]),
    ("A full tenth of the crop is lost.", [("A full tenth", 10, "%", None)]),
    ("Four fifths of the seats were empty.", [("Four fifths", 80, "%", None)]),
    ("Three-quarters voted.", [("Three-quarters", 75, "%", None)]),
    ("Half the crew was lost.", [("Half", 50, "%", None)]),
    ("Prices fell by a third in May.", [("a third", F(100, 3), "%", None)]),
    ("Prices fell by almost half.", [("half", 50, "%", "about")]),
    ("A couple of men were hurt.", [("A couple", 2, None, "about")]),
    ("At least a couple of men were hurt.", [("a couple", 2, None, "at least")]),
    ("A couple of hundred people came.", [("A couple of hundred", 200, None, "about")]),
    ("A pair of thieves got in.", [("A pair", 2, None, None)]),
]
TRAPS: list[tuple[str, list[tuple[str, F | int, str | None, str | None]]]] = [
    ("The third man was let go.", []),
    ("A third man was hurt.", []),
    ("He was shot by a third man.", []),
    ("The third of the brothers left.", []),
    ("She came on the fifth of the month.", []),
    ("Sales fell in the first quarter of the year.", []),
    ("Sales fell for three quarters in a row.", [("three", 3, None, None)]),
    ("It shut by half past nine.", [("nine", 9, None, None)]),
    ("The couple of the year married.", []),
    ("He wore a pair of black gloves.", []),
    ("They found a pair of old designer trousers.", []),
    ("The two halves of the team met.", [("two", 2, None, None)]),
    ("Six men and a half-empty bus were seen.", [("Six", 6, None, None)]),
    (
        "He took two cars and a quarter of a million crowns.",
        [("two", 2, None, None), ("a quarter of a million", M // 4, None, None)],
    ),
    ("Ten and a quarter of the crew came.", [("Ten", 10, None, None), ("a quarter", 25, "%", None)]),
    ("It is a race of two and four-legged friends.", [("two", 2, None, None), ("four", 4, None, None)]),
    ("The score was 24/7.", [("24", 24, None, None), ("7", 7, None, None)]),
]


@pytest.mark.parametrize(("text", "found"), [*COMPOUND, *SHARES, *TRAPS])
def test_figures(text: str, found: list[tuple[str, F | int, str | None, str | None]]) -> None:
    assert [(text[q.start : q.end], q.value, q.unit, q.hedge) for q in quantities(text)] == found


@pytest.mark.parametrize(
    "part",
    [
        "one two ",
        "a half ",
        "six and a half ",
        "two thirds ",
        "a quarter of a ",
        "by a third ",
        "6½ ",
        "1/2 ",
        "a pair of ",
    ],
)
def test_a_long_text_costs_linear_time(part: str) -> None:
    """Eight times the text may cost thirty times as much at most, where a quadratic pattern would cost 64."""
    costs = []
    for size in (2_000, 16_000):
        text = part * size
        costs.append(min(_cost(text) for _ in range(3)))  # the least: a busy machine only adds
    assert costs[1] < 30 * max(costs[0], 0.01)


def _cost(text: str) -> float:
    began = process_time()
    quantities.__wrapped__(text)
    return process_time() - began


@pytest.mark.parametrize("text", ["{} people", "{}.5 percent", "${}", "{} in 7", "two out of {}", "1 1/2 and {} hours"])
def test_a_run_of_thousands_of_digits_counts_nothing_and_ends_nothing(text: str) -> None:
    longest = max((figure.value for figure in figures(text.format("1" * 5000))), default=0)
    assert longest < 10
    assert figures("It cost 12,000,000,000 kroner.")
