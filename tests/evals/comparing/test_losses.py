"""The permutation test of lost must-facts, against what can be counted on paper."""

import math

import pytest

from summarizer.evals.comparing.losses import Loss, losses

HAS, HAS_NOT = ["f1"], list[str]()


@pytest.mark.parametrize(
    ("before", "now", "p"),
    [
        ([HAS] * 3, [HAS_NOT] * 3, 1 / 20),  # of C(6, 3) ways one puts all that have it before
        ([HAS] * 5, [HAS_NOT] * 3, 1 / 56),
        ([HAS] * 5, [HAS_NOT] * 5, 1 / 252),
        ([HAS] * 3, [HAS_NOT, HAS_NOT, HAS], 4 / 20),  # the one that has it now is any of four
        ([HAS, HAS, HAS_NOT], [HAS_NOT] * 3, 4 / 20),
        ([HAS] * 3, [HAS, HAS, HAS_NOT], 1.0),  # one repeat of three is no loss
        ([HAS_NOT] * 3, [HAS] * 3, 1.0),  # gained
        ([HAS] * 3, [HAS] * 3, 1.0),
        ([HAS_NOT] * 3, [HAS_NOT] * 3, 1.0),
    ],
)
def test_one_fact_of_one_case_by_hand(before: list[list[str]], now: list[list[str]], p: float) -> None:
    assert losses({"ferry": before}, {"ferry": now}).p == pytest.approx(p)


def test_cases_are_independent() -> None:
    before, now = {"a": [HAS] * 3, "b": [HAS] * 3}, {"a": [HAS_NOT] * 3, "b": [HAS_NOT] * 3}
    found = losses(before, now)
    assert found.p == pytest.approx(1 / 400)
    assert found.proven
    assert found.losses == (Loss("a", "f1", 1.0, 0.0), Loss("b", "f1", 1.0, 0.0))


def test_facts_of_one_case_stand_and_fall_together() -> None:
    # Five facts gone at once from one case are one thing that happened, not five.
    many = [f"f{n}" for n in range(5)]
    assert losses({"a": [many] * 3}, {"a": [[]] * 3}).p == pytest.approx(1 / 20)


def test_one_fact_alone_needs_more_than_three_repeats_before() -> None:
    three, five = ({"a": [HAS] * n} for n in (3, 5))
    now = {"a": [HAS_NOT] * 3}
    assert not losses(three, now).proven
    assert losses(five, now).proven
    assert losses(three, now).least == pytest.approx(0.05)
    assert losses(five, now).least == pytest.approx(1 / 56)


def test_what_comes_and_goes_elsewhere_makes_a_loss_less_sure() -> None:
    steady, flaky = [HAS] * 5, [["f1"], [], ["f1"], [], ["f1"]]
    alone = losses({"a": steady}, {"a": [HAS_NOT] * 3}).p
    among = losses({"a": steady, "b": flaky}, {"a": [HAS_NOT] * 3, "b": [["f1"], [], []]}).p
    assert alone < among


def test_no_more_repeats_are_looked_at_than_can_be_counted() -> None:
    found = losses({"a": [HAS] * 50}, {"a": [HAS_NOT] * 50})
    assert found.p == pytest.approx(1 / math.comb(12, 6))


def test_a_case_of_one_side_only_is_left_out() -> None:
    assert losses({"a": [HAS] * 3}, {"b": [HAS_NOT] * 3}).losses == ()
