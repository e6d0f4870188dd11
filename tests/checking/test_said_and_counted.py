"""What a sentence says in its slots: speakers and figures, as other rooms ask for them."""

from fractions import Fraction

import pytest

from summarizer.checking.dates import dates
from summarizer.checking.numbers import quantities
from summarizer.checking.speech import speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("South Korea’s Intelligence Service said on Friday that it was so.", "South Korea’s Intelligence Service"),
        ("The troops would be deployed, the spy agency said.", "the spy agency"),
        ("The fleet has sailed, according to the harbour master.", "the harbour master"),
        ("“We will respond,” Kim told Zinoviev.", "Kim"),
        ("“It is grave,” said Anne Moreau, the mayor.", "Anne Moreau"),
        ("President Olena Kovalenko has alleged that the dam was mined.", "President Olena Kovalenko"),
        ("Mark Rutte, the Secretary-General of NATO, said on X that he spoke with Yoon.", "Mark Rutte"),
        ("Lindqvist noted on X that prices fell.", "Lindqvist"),
        ("The harbour was closed, as reported by Yonhap.", "Yonhap"),
        ("In response, Zinoviev argued that it was legal.", "Zinoviev"),
        ("He said the bridge is safe.", None),
        ("The bridge fell on Monday.", None),
        ("Reports of theft remain unconfirmed.", None),
        ("The man was told to leave.", None),
    ],
)
def test_speaker(text: str, who: str | None) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,500 elite forces", [(1500, None, "forc", None)]),
        ("up to 12,000 North Korean troops may come", [(12000, None, "troop", "up to")]),
        ("$1.5bn was lost", [(1_500_000_000, "usd", None, None)]),
        ("1.5m people", [(1_500_000, None, "person", None)]),
        ("twelve thousand homes", [(12000, None, "hom", None)]),
        ("half a million homes", [(500_000, None, "hom", None)]),
        ("two-thirds of the seats", [(Fraction(200, 3), "%", "seat", None)]),
        ("the 127th Division after World War II flew F-16 jets at 05:44 PM in 2022", []),
        ("no one knew one another", []),
        ("at least seventeen dead", [(17, None, "dead", "at least")]),
    ],
)
def test_quantities(text: str, found: list[tuple[Fraction | int, str | None, str | None, str | None]]) -> None:
    assert [(q.value, q.unit, q.noun, q.hedge) for q in quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Monday, Oct. 21, 2024", ["Monday", "Oct. 21, 2024"]),
        ("He may march in May", ["May"]),
        ("It began last week", ["last week"]),
        ("the 1990s and 2022", ["1990s", "2022"]),
        ("2000 people came", []),
    ],
)
def test_dates_are_found(text: str, found: list[str]) -> None:
    assert [w.text for w in dates(text)] == found
