"""Which sentence gives which answer: it cites one of its places, and has its figure or its words."""

import pytest

from summarizer.checking.positions import gives
from summarizer.records import Citation, Position

PLACE = Citation(source="s1", start=100, end=150, quote="x" * 50)


def at(source: str, start: int, corroborates: bool = False) -> Citation:
    return Citation(source=source, start=start, end=start + 50, quote="y" * 50, corroborates=corroborates)


@pytest.mark.parametrize(
    ("value", "text", "citation", "expected"),
    [
        ("14", "Fourteen people were injured.", at("s1", 100), True),
        ("14", "Fourteen people were injured.", at("s1", 149), True),
        ("14", "Fourteen people were injured.", at("s1", 100, True), True),
        ("14", "Fourteen people were injured.", at("s1", 150), False),
        ("14", "Fourteen people were injured.", at("s2", 100), False),
        ("14", "Twenty people were injured.", at("s1", 100), False),
        ("a sharp rise", "Prices rose steeply.", at("s1", 100), True),
        ("a sharp rise", "Prices rose steeply.", at("s1", 100, True), False),
        ("a sharp rise", "There was A Sharp Rise.", at("s1", 100, True), True),
        ("a sharp rise", "There was a sharp rise.", at("s2", 100), False),
    ],
)
def test_gives(value: str, text: str, citation: Citation, expected: bool) -> None:
    assert gives(text, (citation,), Position(value=value, citations=(PLACE,))) is expected
