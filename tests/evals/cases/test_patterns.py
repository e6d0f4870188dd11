"""Which patterns are refused before they are run: those that do not compile, and those that could run without end."""

import re

import pytest

from summarizer.evals.cases import patterns


@pytest.mark.parametrize(
    "pattern",
    [
        r"26,?000",
        r"\b(eight|8)\b( \w+){0,3} (died|dead)\b",
        r"\b(A|B)\b[^.]*\b(admit\w*|conced\w*)\b",
        r"(?:abc)+",
        r"(ab|cd){0,9}",
        r"[)(+*]+x",
        r"[]+]+(a)+",
        r"[^]+](a)*",
        r"\(\w+\)+",
        r"(a+)(b+)",
        r"(a+){3}",
        r"(?i:a+)b",
        r"(?<!x)a+",
        r"a{2,}b{3}",
        r"(a{2})+",
        r"\\(a)+",
    ],
)
def test_sound(pattern: str) -> None:
    assert patterns.fault(pattern) == ""


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(a*)*",
        r"(?:\w+\s?)*!",
        r"((ab)+c?)+",
        r"(a|a)*b",
        r"(?P<x>a|ab)+c",
        r"(a{2,})*",
        r"(\w{1,50}){1,50}",
        r"(a+){10,}",
        r"(x(y+z)?)*",
        r"([a-z]+)*\d",
        r"(a+)+?",
        r"(?=(a+)+b)",
    ],
)
def test_could_run_without_end(pattern: str) -> None:
    re.compile(pattern)
    assert "bound it" in patterns.fault(pattern)


@pytest.mark.parametrize("pattern", ["(", "[", "*a", "(?P<x>a)(?P<x>b)", "a{99999999999}"])
def test_is_no_pattern(pattern: str) -> None:
    assert "is no regular expression" in patterns.fault(pattern)


@pytest.mark.parametrize("pattern", ["(a+)(?#c)+$", "(?x) ( a + ) +$", "(?ix: ( a + ) + )$", "(?#)(a+(?#x)){0,9}"])
def test_hides_a_repeat(pattern: str) -> None:
    assert "write it plainly" in patterns.fault(pattern)
