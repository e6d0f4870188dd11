"""Each formula against values worked by hand or printed in the tables that everyone uses."""

import pytest

from summarizer.evals.comparing.statistics import (
    Interval,
    bootstrap,
    detectable,
    holm,
    pooled_spread,
    sign_test,
    t_interval,
    t_quantile,
    t_test,
    t_within,
)

# Printed to three places in every table of Student's t, among them Abramowitz & Stegun, table 26.10.
PRINTED = [
    (0.975, 1, 12.706), (0.975, 2, 4.303), (0.975, 3, 3.182), (0.975, 4, 2.776), (0.975, 5, 2.571),
    (0.975, 9, 2.262), (0.975, 10, 2.228), (0.975, 11, 2.201), (0.975, 30, 2.042), (0.975, 40, 2.021),
    (0.975, 120, 1.980), (0.95, 1, 6.314), (0.95, 2, 2.920), (0.95, 7, 1.895), (0.95, 20, 1.725),
    (0.995, 1, 63.657), (0.995, 8, 3.355), (0.995, 15, 2.947), (0.9995, 10, 4.587), (0.75, 2, 0.816),
]  # fmt: skip


@pytest.mark.parametrize(("p", "df", "printed"), PRINTED)
def test_quantiles_are_those_of_the_printed_tables(p: float, df: int, printed: float) -> None:
    assert t_quantile(p, df) == pytest.approx(printed, abs=0.0005)
    assert t_quantile(1 - p, df) == pytest.approx(-printed, abs=0.0005)


def test_the_closed_forms_of_few_degrees_of_freedom() -> None:
    assert t_within(1.0, 1) == pytest.approx(0.5)  # Cauchy: 2/pi arctan 1
    assert t_within(2.0, 2) == pytest.approx(2 / 6**0.5)  # t / sqrt(2 + t²)
    assert t_within(0.0, 7) == 0.0


@pytest.mark.parametrize(("p", "df"), [(0.0, 5), (1.0, 5), (0.975, 0)])
def test_no_quantile_where_there_is_none(p: float, df: int) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(p, df)


def test_an_interval_by_hand() -> None:
    # mean 3, SD sqrt(2.5), SE sqrt(.5), t(.975, 4) = 2.776
    found = t_interval([1, 2, 3, 4, 5])
    assert found is not None
    assert found == pytest.approx((3 - 2.776445 * 0.5**0.5, 3 + 2.776445 * 0.5**0.5), abs=1e-5)


def test_one_value_has_no_interval_and_proves_nothing() -> None:
    assert t_interval([0.4]) is None
    assert t_test([0.4]) is None
    assert bootstrap([0.4]) is None
    assert detectable([0.4]) is None
    assert t_interval([]) is None


def test_the_paired_test_by_hand() -> None:
    # differences 1, 2, 3: mean 2, SE 1/sqrt 3, t = 2 sqrt 3 of 2 degrees of freedom: p = 1 - t / sqrt(2 + t²) = .0742,
    # but three signs fall to one side by chance alone in one of four
    assert 1 - t_within(2 * 3**0.5, 2) == pytest.approx(0.07418, abs=1e-5)
    assert t_test([1, 2, 3]) == 0.25
    # 1, 1, 1, -1, 1, 1, 1, -1: mean .5, SD sqrt(6/7), SE .3273, t 1.528, 7 degrees of freedom
    assert t_test([1, 1, 1, -1, 1, 1, 1, -1]) == pytest.approx(0.1705, abs=1e-4)


@pytest.mark.parametrize(
    ("differences", "p"),
    [([0.0] * 5, 1.0), ([-0.1] * 3, 0.25), ([-0.1] * 12, 2**-11), ([-0.1] * 6 + [0.0] * 6, None)],
)
def test_equal_differences_prove_no_more_than_their_signs(differences: list[float], p: float | None) -> None:
    found = t_test(differences)
    assert found is not None
    assert found == p if p is not None else found >= 2**-5


def test_the_bootstrap_is_the_same_every_time_and_near_the_interval_of_t() -> None:
    values = [(0.37 * i * i) % 1 for i in range(40)]
    found, by_t = bootstrap(values, seed=3), t_interval(values)
    assert found == bootstrap(values, seed=3) != bootstrap(values, seed=4)
    assert found == pytest.approx(by_t, abs=0.02)
    assert bootstrap([2.0] * 9) == Interval(2.0, 2.0)


@pytest.mark.parametrize(
    ("fewer", "more", "p"),
    [(0, 0, 1.0), (0, 1, 1.0), (0, 5, 0.0625), (0, 6, 0.03125), (1, 8, 20 / 512), (8, 1, 20 / 512), (3, 3, 1.0)],
)
def test_the_exact_sign_test_by_hand(fewer: int, more: int, p: float) -> None:
    assert sign_test(fewer, more) == pytest.approx(p)


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([0.6, 0.5]) == (1.0, 1.0)
    assert holm([]) == ()


def test_the_smallest_effect_that_would_be_seen_by_hand() -> None:
    # SE .5 ** .5, t(.975, 4) = 2.776, t(.8, 4) = .941; of two tests the bar is t(.9875, 4) = 3.495
    assert detectable([1, 2, 3, 4, 5]) == pytest.approx((2.776 + 0.941) * 0.5**0.5, abs=1e-3)
    assert detectable([1, 2, 3, 4, 5], tests=2) == pytest.approx((3.495 + 0.941) * 0.5**0.5, abs=1e-3)


def test_the_spread_of_repeats_is_that_around_their_own_case() -> None:
    assert pooled_spread([[0.0, 1.0], [10.0, 11.0, 12.0], [5.0]]) == pytest.approx((2.5 / 3) ** 0.5)
    assert pooled_spread([[0.5], [0.7]]) is None
