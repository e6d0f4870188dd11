"""Title, day, outlet and agencies: read where they are stated, None where they are not or where nobody could say."""

from datetime import date
from pathlib import Path

import pytest

from summarizer.articles.lines import mark
from summarizer.articles.metadata import Metadata, describe

BODY = "The ministers met in the capital on Monday and agreed to go on talking.\nThey will meet again on Thursday."


def about(text: str) -> Metadata:
    return describe(text, mark(text))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publish date: Mon, 21 Oct 2024, 05:44 PM", date(2024, 10, 21)),
        ("October 21, 2024", date(2024, 10, 21)),
        ("Oct. 21, 2024", date(2024, 10, 21)),
        ("21 Oct 2024", date(2024, 10, 21)),
        ("Monday 21st October 2024", date(2024, 10, 21)),
        ("2024-10-21", date(2024, 10, 21)),
        ("2024-10-21T08:00:00Z", date(2024, 10, 21)),
        ("21/10/2024", date(2024, 10, 21)),
        ("Posted 10/21/2024 7:21 AM", date(2024, 10, 21)),
        ("10/10/2024", date(2024, 10, 10)),
        ("10/11/2024", None),
        ("11 / 28 / 05", None),
        ("2 hours ago", None),
        ("Monday, October 21", None),
        ("February 30, 2024", None),
        ("Updated: July 3, 2013\nPublished: July 2, 2013", date(2013, 7, 2)),
        ("Updated: July 3, 2013", date(2013, 7, 3)),
        ("By Ann Lee | 21 October 2024 | 3 min read", date(2024, 10, 21)),
        ("08:12, 21 Oct 2024 | Updated 09:40, 22 Oct 2024 | 46 comments", date(2024, 10, 21)),
        ("Posted by Maud on 21 October 2024 in Village", date(2024, 10, 21)),
        ("By Ann Lee, The Example Post, 21 October 2024", date(2024, 10, 21)),
        ("21 October 2024 | Treaties", date(2024, 10, 21)),
        ("Signed by Maud on 21 October 2024", None),
        ("Fifty years on | 21 October 2024 in pictures", None),
    ],
)
def test_published(line: str, day: date | None) -> None:
    assert about(f"Talks end in the capital\n{line}\n{BODY}").published == day


def test_a_day_that_the_body_tells_of_is_not_the_day_of_publication() -> None:
    assert about("The treaty was signed on October 21, 2024. It holds.").published is None


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"{BODY}\nContributing: Reuters", ("Reuters",)),
        (f"{BODY}\n\xa0- AFP\xa0\nDiscussions", ("AFP",)),
        (f"SEOUL (Reuters) - {BODY}", ("Reuters",)),
        (f"MOSCOW, October 21. /TASS/. {BODY}", ("TASS",)),
        (f"AFP, Tuesday 2 Jul 2013\n{BODY}", ("AFP",)),
        (f"{BODY}\nIt was planned, according to Yonhap news agency.", ("Yonhap",)),
        (f"{BODY}\nIt was planned, a witness told AFP.", ("AFP",)),
        (f"{BODY}\nThe Associated Press reported that it was planned.", ("AP",)),
        (f"{BODY}\nA Reuters photographer was hurt. AP classes are hard.", ()),
        (f"{BODY}\n(AP Photo/Ann Lee)", ()),
        (f"{BODY}\n- AFP/Reuters", ("AFP", "Reuters")),
    ],
)
def test_agencies(text: str, agencies: tuple[str, ...]) -> None:
    assert about(text).agencies == agencies


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Talks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"World\nTalks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"# Talks end in **Seoul**\n\n{BODY}", "Talks end in Seoul"),
        (f"0 Talks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"10 dead as talks end\n{BODY}", "10 dead as talks end"),
        (f"\ufeffTalks end\u00a0in  the capital\r\n{BODY}", "Talks end in the capital"),
        (BODY, None),
        (f"{BODY}\nWhat comes next\n{BODY}", None),
        (f"HOME NEWS OPINION SPORT\nTalks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"Home > World > Treaties\nTalks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"Radio Ostham - News\n\nTalks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"ORN News | Politics\nTalks end in the capital\nA deal is near\n{BODY}", "Talks end in the capital"),
        (f"The voice of the valley since 1871\nTalks end at last\n{BODY}", "Talks end at last"),
        (f"Ostham Talk\nA weekly for people who think\nTalks over\n{BODY}", "Ostham Talk"),
        (f"THE GREAT VALLEY POST\nTalks end in the capital\n{BODY}", "Talks end in the capital"),
        (f"TALKS END IN THE CAPITAL\nBy Ann Lee\n{BODY}", "TALKS END IN THE CAPITAL"),
        (f"ALL TALK NO ACTION\nEnvoys leave after three days\nBy Ann Lee\n{BODY}", "Envoys leave after three days"),
        (f"Dienstag, 4. März 2031, 17:30 Uhr\nTalks end at last\n{BODY}", "Talks end at last"),
        (f"You have read 2 of your 3 free articles.\nTalks end at last\n{BODY}", "Talks end at last"),
        # What only looks like a line of the site is the title, if there is no other.
        (f"A home for lost dogs\n{BODY}", "A home for lost dogs"),
        (f"The driest summer since 1976\n{BODY}", "The driest summer since 1976"),
        (f"Home News sells its last local paper\n{BODY}", "Home News sells its last local paper"),
        (f"What the storm did on 6 March 2031\nAn inquiry\n{BODY}", "What the storm did on 6 March 2031"),
        (f"World politics and the price of bread\nBy Ann Lee\n{BODY}", "World politics and the price of bread"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert about(text).title == title


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (BODY, None),
        (f"{BODY}\nSource: The Example Post", "The Example Post"),
        (f"{BODY}\nSource: Reuters", None),
        (f"{BODY}\nThis article was originally published in The Example Post.", "The Example Post"),
        (f"{BODY}\nInformation from: The Example Post, http://www.example.com", "The Example Post"),
        (f"Talks end in the capital at last | Example News\n{BODY}", "Example News"),
        (f"Talks end in the capital at last | Share\n{BODY}", None),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert about(text).outlet == outlet


SEED_003 = "South Korea summons Russian ambassador over reports of North Korean troop deployment to Ukraine"
SEED_004 = "N.Korea sending troops to Ukraine a 'significant escalation': NATO chief"


@pytest.mark.parametrize(
    ("name", "title", "published", "agencies"),
    [
        ("001", "Putin vows trade, security beyond West for North Korea", None, ("Reuters",)),
        ("002", None, None, ()),
        ("003", SEED_003, date(2024, 10, 21), ("Yonhap",)),
        ("004", SEED_004, date(2024, 10, 21), ("AFP",)),
    ],
)
def test_seeds(seeds: Path, name: str, title: str | None, published: date | None, agencies: tuple[str, ...]) -> None:
    text = next(seeds.glob(f"{name}*")).read_bytes().decode()
    assert about(text) == Metadata(title, None, published, agencies)
