"""Figures that were overtaken: which sentences of small article sets are out of date, which give the latest, and where
nothing is known that would make either so."""

from pathlib import Path

import pytest

from summarizer.articles.reading import read
from summarizer.articles.topic import Topic
from summarizer.writing.disagreements.finding import disagreements
from summarizer.writing.disagreements.updates import standing

EARLY = "A ferry struck the pier at Orrin harbour on Monday, killing three people, police said."
HURT = "Two people were killed and 14 injured on Monday when a tram left the rails in Orrin, police said."
ILL = "At least 40 people have fallen ill since Friday at a school in Orrin, the health office said."
CASES = [
    # articles of one event | figures out of date | the latest ones
    ((EARLY, "The number of people killed in Monday's crash at Orrin harbour has risen to five."), {"three"}, {"five"}),
    (
        (EARLY, "A man of 40 died overnight in Orrin, police said, bringing the number of the dead to four."),
        {"three"},
        {"four"},
    ),
    (
        (EARLY, "The death toll of the crash at Orrin harbour rose to seven on Tuesday, police said."),
        {"three"},
        {"seven"},
    ),
    (
        (HURT, "The number of people hurt in the tram crash in Orrin has risen to 19, the hospital said."),
        {"14"},
        {"19"},
    ),
    ((ILL, "The number of people known to have fallen ill in Orrin rose to 61."), {"40"}, {"61"}),
    # neither a day nor a word tells which figure came later
    (
        (EARLY, "A ferry struck the pier at Orrin harbour on Monday, killing five people, the coast guard said."),
        set(),
        set(),
    ),
    ((EARLY, "The number of people killed on the roads of Orrin this year has risen to 31."), set(), set()),
    ((EARLY, "The number of ferries that call at Orrin harbour has risen to five."), set(), set()),
    ((EARLY, "The price of a ferry ticket at Orrin harbour has risen to five crowns since the crash."), set(), set()),
    ((EARLY, "The worst crash at Orrin harbour was in 1962, when the number of the dead rose to 90."), set(), set()),
    ((HURT, "Of the 14 people hurt in the tram crash in Orrin nine are still in hospital."), set(), set()),
]


def topic_of(tmp_path: Path, bodies: tuple[str, ...]) -> Topic:
    for number, body in enumerate(bodies):
        more = "Orrin harbour police, the Orrin ferry office and the Orrin tram office are to meet on Friday."
        (tmp_path / f"{number}.txt").write_text(f"News of Orrin\n\n{body}\n\n{more}\n", encoding="utf-8")
    return Topic.of(read([str(tmp_path)]).articles)


@pytest.mark.parametrize(("bodies", "outdated", "latest"), CASES)
def test_what_is_out_of_date(tmp_path: Path, bodies: tuple[str, ...], outdated: set[str], latest: set[str]) -> None:
    topic = topic_of(tmp_path, bodies)
    stands = standing(topic)
    text = {s.id: s.text for s in topic.sentences}
    for figures, ids in ((outdated, stands.outdated), (latest, stands.latest)):
        assert len(ids) == len(figures)
        assert all(any(figure in text[i] for i in ids) for figure in figures)


APART = [
    # two articles that do not answer one question
    (
        "Eight people were killed on Monday when a lift fell on Mount Dell.",
        "Three people were killed on Monday when a lift fell on Lenn Peak.",
    ),
    (
        "Police said 28 people were taken to hospital in Orrin.",
        "The hospital said 21 people are still in hospital in Orrin.",
    ),
    ("Three people were killed on Monday in Orrin.", "bob77: must be 60 people killed on Monday in Orrin"),
    ("Three people were killed on Monday in Orrin.", "Eight people were killed in a like crash four weeks ago."),
]


@pytest.mark.parametrize("bodies", APART)
def test_two_questions_are_no_disagreement(tmp_path: Path, bodies: tuple[str, str]) -> None:
    assert [d for d in disagreements(topic_of(tmp_path, bodies)) if d.kind != "scope"] == []
