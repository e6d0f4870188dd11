"""What is marked, and above all what is not: a sentence of an article must stay body."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles.lines import hard_lines, mark

BODY = "The ministers met in the capital on Monday and agreed to go on talking."
MORE = "They will meet again on Thursday, a spokesman said."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(line.kind, text[line.start : line.end]) for line in mark(text)]


def kind_of(line: str) -> str:
    """The kind of a line between the paragraphs of an ordinary article."""
    found = [kind for kind, text in kinds(f"{BODY}\n{line}\n{MORE}") if text not in (BODY, MORE)]
    return "+".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "0 490,607",
        "Good.",
        "Good Articles to Share",
        "Be the first to like this. Showing 0 of 0 comments",
        "Post a Comment",
        "Discussions",
        "Advertisement",
        "___",
        "|| News ||",
        "Page 1 of 1",
        "[^1a]: Source 1, forged note says the mayor was arrested.",
        "| Town | Dead |",
        "```python",
        "share tweet pin email",
        "HOME NEWS SHOWBIZ SPORT",
        "Home | News | Sport | Puzzles",
        "News > World > Treaties",
        "You have read 2 of your 3 free articles this month. Subscribe for 89 crowns a year.",
        "If you value independent trade journalism, please consider supporting us. Every crown helps.",
        "Join 22,000 readers. Get our newsletter every Thursday.",
        "Webinar: Treaties made easy. Win one of ten places worth 500 crowns.",
        "Text Size -",
        "+",
        "Article Excerpt",
        "Story highlights",
        "Media caption The minister spoke in parliament",
        "Enlarge this image toggle caption Ann Lee/AP Ann Lee/AP",
        "Image copyright AP Image caption Crowds in the square",
        "FILE - In this May 3, 2020 file photo, a ship leaves the harbor. (AP Photo/Ann Lee)",
        "(Photo Credit: Getty Images)",
        "Crowds gather in the square. (Photo: Ann Lee, Getty Images)",
        "Photo: Ann Lee",
        "Getty Images",
        "Ann Lee / AP",
        "Sign up for our newsletter and never miss a story.",
        "Subscribe to our daily briefing",
        "Follow us on Twitter",
        "Follow Ann Lee on Twitter: @annlee",
        "Click here for more.",
        "Read more: How the talks began",
        "RELATED: What the talks are about",
        "PHOTOS: The ministers in pictures",
        "Read or Share this story: https://a.example/x",
        "https://news.example.com/a/b?c=1",
        "ann.lee@news.example.com",
        "© 2024 Example Media. All rights reserved.",
        "Copyright 2024 Example Media",
        "This website uses cookies to give you the best experience.",
        "Tags: talks, ministers",
        "Download the Example News app now!",
        "Contact reporter Ann Lee at 555-0100.",
        "[H/T Example]",
        "5 comments",
        "Related Gallery",
        "![A map](map.png)",
        "Crowds gather in the square. Ann Lee",
        "\u200b",
        "More from Example: The long road",
    ],
)
def test_furniture(line: str) -> None:
    found = kind_of(line)
    assert found in ("boilerplate", "headline" if line == "5 comments" else "boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "BY ANN LEE",
        "By Ann Lee and Bob Roe, Example News",
        "Story by Ann Lee",
        "Contributing: Reuters",
        "- AFP",
        "\xa0- AFP\xa0",
        "(Reporting by Ann Lee; Editing by Bob Roe)",
        "Reporting by Ann Lee",
        "AFP/Reuters",
        "Ann Lee contributed to this report.",
        "Ann Lee, staff writer",
        "Digital Reporter Ann Lee",
        "Source: Example News",
    ],
)
def test_bylines(line: str) -> None:
    assert kind_of(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Publish date: Mon, 21 Oct 2024, 05:44 PM",
        "October 21, 2024",
        "21 Oct 2024",
        "Monday, October 21, 2024",
        "2024-10-21",
        "Last Updated: Monday, 21 October 2024, 02:24 GMT",
        "Updated 10:07 a.m. ET, Oct. 21, 2024",
        "2 hours ago",
        "11 / 28 / 05",
        "AFP, Tuesday 2 Jul 2013",
        "INDONESIA, July 2, 2013",
    ],
)
def test_date_lines(line: str) -> None:
    assert kind_of(line) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "What the ministers want",
        "## A long way to go",
        "The Road Ahead For The Two Countries",
        "Power cut",
        "Gunshots heard",
    ],
)
def test_subheads(line: str) -> None:
    assert kind_of(line) == "headline"


@pytest.mark.parametrize(
    "line",
    [
        '"No," he said.',
        "“We will not go.”",
        '"We panicked"',
        "They left.",
        "Why now?",
        "- the first demand",
        "* the second demand",
        "1. Will it hold?",
        "These are the demands:",
        "By Monday, most of the troops had left.",
        "Follow the money, he told reporters.",
        "Every penny counts, the minister said.",
        "You have to read the treaty twice.",
        "If you value peace, you must prepare for it.",
        "Join forces with 22 members of the union, she said.",
        "Home, news of her rescue spread.",
        "Home news > world news was how he put it.",
        "Share prices fell by 3 percent.",
        "Read the treaty closely, she said.",
        "Click farms were raided in three cities.",
        "Copyright law experts say the case is weak.",
        "Photos of the scene showed smoke over the harbor.",
        "Sign language was used at the meeting.",
        "The newsletter was seized by police.",
        "May 2 was the last day of talks.",
        "Reuters reported that the talks had failed.",
        "AP was the first to report it.",
        "In June, the two signed a treaty.",
        "Get out of the city, the mayor told residents.",
        "Contact between the two sides was lost.",
        "NATO - the alliance - said no.",
        "SMITH: I never said that.",
        "Senator Bob Casey (D-Pa.) - who opposed it - left.",
        "UK-based firms were hit hardest.",
        "Palestinian Authority (PA) President Abbas said no.",
        "Subscribers were told on Friday.",
        "More than 30 people were hurt.",
        "Related companies were also fined.",
        "Images from the drone were blurred.",
        "Advertisement spending rose last year in all regions.",
        "Anyone with information can call the police at 555-0100.",
        "In this village, photo albums are all that is left.",
        "It has a free trade zone, a fishing port and a sanctuary for turtles that draws thousands of visitors a year",
        "他走了。",
        "وصل الوزير يوم الاثنين.",
    ],
)
def test_sentences_stay_body(line: str) -> None:
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("BRUSSELS:", "If the talks fail, there will be war."),
        ("SEOUL (Reuters) -", "The talks failed."),
        ("BALTIMORE (AP) -", "The talks failed."),
        ("OSLO, 12 January 2026 (NTB) -", "The talks failed."),
        ("BERLIN, 3 Oct (dpa) -", "The talks failed."),
        ("PORT ANSEL, 5 March 2026 —", "The talks failed."),
        ("WELLINGTON, New Zealand (AP) —", "The talks failed."),
        ("SEOUL, Oct. 21 (Yonhap) --", "The talks failed."),
        ("MOSCOW, October 21. /TASS/.", "The talks failed."),
        ("(CNN) --", "The talks failed."),
        ("(Reuters) -", '"We failed," he said.'),
        ("Washington (CNN) -", '"Hard."'),
        ("HUNTINGTON BEACH -", "Two men left."),
        ("Paris –", "The talks failed."),
        ("KUALA LUMPUR:", "The talks failed."),
        ("WASHINGTON", "The talks failed on Monday."),
        ("Wednesday, January 21, 2015, 2:28 PM -", "A volcano erupted."),
    ],
)
def test_a_dateline_is_cut_off(opening: str, rest: str) -> None:
    assert kinds(f"{opening} {rest}\n{MORE}") == [("dateline", opening), ("body", rest), ("body", MORE)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A title\nThe body ends here.", [("headline", "A title"), ("body", "The body ends here.")]),
        ("Did it end?\nThe body ends here.", [("headline", "Did it end?"), ("body", "The body ends here.")]),
        ("Only a title stands here", [("body", "Only a title stands here")]),
        ("# A title\n\nText", [("headline", "# A title"), ("body", "Text")]),
        ("A title\nTan KW\nIt ended.", [("headline", "A title"), ("byline", "Tan KW"), ("body", "It ended.")]),
        ("It ended. (Reuters)", [("body", "It ended."), ("byline", "(Reuters)")]),
        ("It ended. - AFP", [("body", "It ended."), ("byline", "- AFP")]),
        (
            "It ended. Advertisement It began.",
            [("body", "It ended."), ("boilerplate", "Advertisement"), ("body", "It began.")],
        ),
        (
            "Media playback is unsupported on your device It ended.",
            [("boilerplate", "Media playback is unsupported on your device"), ("body", "It ended.")],
        ),
        (
            " date 2024-10-21 Talks end in Seoul Monday, October 21, 2024 10:07:57 AM\n\nIt ended.",
            [
                ("dateline", "date 2024-10-21"),
                ("headline", "Talks end in Seoul"),
                ("dateline", "Monday, October 21, 2024 10:07:57 AM"),
                ("body", "It ended."),
            ],
        ),
        (
            f"{BODY}\nAlso see:\nTalks begin\nTalks go on",
            [("body", BODY), *(("boilerplate", line) for line in ("Also see:", "Talks begin", "Talks go on"))],
        ),
        (
            "One half of a wrapped\nsentence and another\nhalf of it.",
            [("body", "One half of a wrapped"), ("body", "sentence and another"), ("body", "half of it.")],
        ),
        (
            "No stops here\n\nnor in this one\n\nnor here\n\nnor there",
            [("headline", "No stops here"), *(("body", line) for line in ("nor in this one", "nor here", "nor there"))],
        ),
        ("ANN: We won.\nBOB: We lost.", [("body", "ANN: We won."), ("body", "BOB: We lost.")]),
        (
            "A title\n\nOne half of a wrapped\nsentence and another\nhalf of it.",
            [
                ("headline", "A title"),
                ("body", "One half of a wrapped"),
                ("body", "sentence and another"),
                ("body", "half of it."),
            ],
        ),
    ],
)
def test_in_context(text: str, marked: list[tuple[str, str]]) -> None:
    assert kinds(text) == marked


def test_seed_004(seeds: Path) -> None:
    text = next(seeds.glob("004*")).read_bytes().decode()
    assert [(kind, line) for kind, line in kinds(text) if kind != "body"] == [
        ("boilerplate", "Good Articles to Share"),
        ("headline", "N.Korea sending troops to Ukraine a 'significant escalation': NATO chief"),
        ("byline", "Tan KW"),
        ("dateline", "Publish date: Mon, 21 Oct 2024, 05:44 PM"),
        ("byline", "Tan KW"),
        ("boilerplate", "0 490,607"),
        ("boilerplate", "Good."),
        ("dateline", "BRUSSELS:"),
        ("byline", "- AFP"),
        ("boilerplate", "Discussions"),
        ("boilerplate", "Be the first to like this. Showing 0 of 0 comments"),
        ("boilerplate", "Post a Comment"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from('\r\n\u2028\u2029\x85\x00\ufeff .:-#|()ABCabc"”12'))))
def test_marks_cover_all_but_space(text: str) -> None:
    at, number = 0, 0
    for line in mark(text):
        assert at <= line.start < line.end
        assert line.number >= number
        assert not text[at : line.start].replace("\ufeff", "").strip()
        at, number = line.end, line.number
    assert not text[at:].replace("\ufeff", "").strip()
    assert all(text[a:b] == text[a:b].strip() for a, b in hard_lines(text))
