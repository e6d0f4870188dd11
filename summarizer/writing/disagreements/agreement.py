"""Whether two different figures say the same: "more than 200" and "213", "about 50" and "48"."""

from fractions import Fraction

ABOUT = Fraction(1, 10)  # how far off a hedged figure may be and still agree
BEYOND = Fraction(1, 4)  # how far above its bound "at least" still says the same, where the bound is a round figure
LEAST_ROUND = 20


def agree(one: Fraction, its_hedge: str | None, other: Fraction, hedge: str | None) -> bool:
    """Whether a rounding or a bound of either figure takes in the other."""
    return _takes_in(one, its_hedge, other, hedge) or _takes_in(other, hedge, one, its_hedge)


def _takes_in(one: Fraction, its_hedge: str | None, other: Fraction, hedge: str | None) -> bool:
    if its_hedge == "about":
        return abs(one - other) <= ABOUT * max(one, other)
    # "At least 31" is what was counted by then, not a rounding of 38.
    beyond = BEYOND if _is_round(one) else ABOUT
    return its_hedge == "at least" and its_hedge != hedge and one <= other <= (1 + beyond) * one


def _is_round(value: Fraction) -> bool:
    """Whether a figure has one digit that tells, or a second that is a five: 200, 1,500."""
    digits = str(value.numerator).rstrip("0")
    return value >= LEAST_ROUND and (len(digits) == 1 or (len(digits) == 2 and digits[1] == "5"))
