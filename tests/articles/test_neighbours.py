"""Neighbours are found by telling terms, with the likeness that comparing each pair would give."""

import pytest

from summarizer.articles.neighbours import CROWD, Neighbours
from summarizer.articles.terms import cosine

TEXTS = ("The dam at Mosul leaks.", "Engineers inspect the Mosul dam.", "Cherry trees bloom in Kyoto.")


def test_near_is_the_cosine() -> None:
    neighbours = Neighbours(TEXTS)
    vector = neighbours.likeness.vector
    assert neighbours.near(TEXTS[0]) == pytest.approx({0: 1.0, 1: cosine(vector(TEXTS[0]), vector(TEXTS[1]))})


def test_covered_is_the_share_of_the_asking_text() -> None:
    covered = Neighbours(TEXTS).covered("Mosul dam")
    assert covered == pytest.approx({0: 1.0, 1: 1.0})


def test_what_all_texts_share_leads_nowhere() -> None:
    assert Neighbours(["Rain fell."] * (CROWD + 1)).near("Rain fell.") == {}


@pytest.mark.parametrize("text", ["", "...", "the of and"])
def test_no_terms_no_neighbours(text: str) -> None:
    neighbours = Neighbours(TEXTS)
    assert (neighbours.near(text), neighbours.covered(text)) == ({}, {})
