"""Money of every year or month, and what may be: figures that are held only against figures of their own kind.

"Saves $2 million a year" and "saves $200,000 a month" are no two answers. So the rate is part of the unit, as the
currency is. A rate of anything else (people a day) is left out: it is too often an average of a time that is not told.
"""

import re

from summarizer.checking.numbers import Quantity, quantities
from summarizer.checking.reports import reports

RATE = re.compile(r"\b(?:an? (?:day|week|month|year|hour|person|share|barrel)|per \w+|each|every|daily|apiece)\b", re.I)
PAID = re.compile(r" (?:an?|per|each|every) (?P<time>year|month|week|day|hour)\b", re.I)
MONEY = frozenset(("usd", "eur", "gbp", "yen"))
RATED = 40  # code points after a figure in which its rate stands
UNSURE = re.compile(r"\b(?:forecast|could|may|might|if|asked for|sought|wants?|demand(?:s|ed)?)\b", re.I)
WOULD = re.compile(r"\bwould\b", re.I)


def of_rate(text: str, figure: Quantity) -> Quantity | None:
    """The figure with its rate in its unit ("usd a year"); None where it is a rate of anything but money."""
    paid = PAID.match(text, figure.end) if figure.unit in MONEY else None
    if paid:
        return figure._replace(unit=f"{figure.unit} a {paid['time'].lower()}")
    return None if RATE.search(text, figure.end, figure.end + RATED) else figure


def without_rates(text: str) -> str:
    """The sentence without the rates of its money: the rest of it tells of the article's own event."""
    for figure in reversed(quantities(text)) if PAID.search(text) else ():
        paid = PAID.match(text, figure.end) if figure.unit in MONEY else None
        if paid:
            text = text[: figure.end] + text[paid.end() :]
    return text


def unsure(text: str) -> bool:
    """Whether it may be otherwise: "would" is "will" in what somebody is reported to say, and a guess elsewhere."""
    return bool(UNSURE.search(text)) or (bool(WOULD.search(text)) and not reports(text))
