"""What a call costs, from the price table that an installed package carries. Never fetched: a run must not phone home.

A price that is not known is None, never zero: a model on the user's own machine costs something too, only not in
dollars.
"""


def price(model: str, prompt_tokens: int, completion_tokens: int, endpoint: str | None = None) -> float | None:
    """US dollars for that many tokens, or None where the table does not know the model.

    `endpoint` is the address that serves it, None for the provider that the name suggests. An address of no known
    provider has no known price, whatever name it answers to.
    """
    from genai_prices import Usage, calc_price

    usage = Usage(input_tokens=prompt_tokens, output_tokens=completion_tokens)
    try:
        found = calc_price(usage, model) if endpoint is None else calc_price(usage, model, provider_api_url=endpoint)
    except LookupError:
        return None
    return float(found.total_price)
