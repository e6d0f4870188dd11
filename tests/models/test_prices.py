"""The price of a call, from a table that is never fetched."""

import pytest

from summarizer.models.prices import price

PRICES = [
    ("gpt-4.1-mini", None, 0.56),
    ("gpt-4.1-mini", "https://api.openai.com/v1", 0.56),
    ("gpt-4.1-mini", "http://127.0.0.1:8080/v1", None),
    ("SmolLM2-135M-Instruct.Q4_1.gguf", None, None),
    ("SmolLM2-135M-Instruct.Q4_1.gguf", "http://127.0.0.1:8080/v1", None),
    ("no such model", "https://api.openai.com/v1", None),
    ("", None, None),
]


@pytest.mark.parametrize(("model", "endpoint", "dollars"), PRICES)
def test_the_price_of_a_million_tokens_in_and_a_hundred_thousand_out(
    model: str, endpoint: str | None, dollars: float | None
) -> None:
    found = price(model, 1_000_000, 100_000, endpoint)
    assert found == (None if dollars is None else pytest.approx(dollars))


def test_nothing_costs_nothing() -> None:
    assert price("gpt-4.1-mini", 0, 0) == 0.0
