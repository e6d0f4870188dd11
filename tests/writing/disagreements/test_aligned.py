"""Two sentences in the same words with another figure answer one question; two sentences on two things do not."""

import pytest
from conftest import ROOT
from samples import topic_of_lines

from summarizer.writing.disagreements.aligned import aligned

CASES = [
    # one article's sentence | another's | the two figures, or nothing
    (
        "Seven people were treated for hypothermia, the ambulance service said.",
        "Eleven people were treated for hypothermia, the ambulance service said.",
        ["seven", "eleven"],
    ),
    (
        "The ferry ran aground off Calder Point with 41 people on board, the coast guard said.",
        "The ferry ran aground off Calder Point with 43 people on board, the operator said.",
        ["41", "43"],
    ),
    (
        "The ferry ran aground off Calder Point with 41 people on board, the coast guard said.",
        "The ferry ran aground off Calder Point with 41 people on board, the operator said.",
        [],
    ),
    (  # another day
        "The ferry carried 41 people across the sound on Monday morning.",
        "The ferry carried 43 people across the sound on Tuesday morning.",
        [],
    ),
    (  # a bound and a rounding
        "About 40 people were on board when the ferry ran aground.",
        "Some 43 people were on board when the ferry ran aground.",
        [],
    ),
    (  # another thing counted
        "The council voted to spend 12 million euros on the old harbour bridge.",
        "The council voted to spend 12 months on the old harbour bridge.",
        [],
    ),
    (  # other words
        "Seven people were treated for hypothermia, the ambulance service said.",
        "Three people were arrested after the fire in the warehouse, police said.",
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "figures"), CASES)
def test_a_changed_figure_is_seen(one: str, other: str, figures: list[str]) -> None:
    found = aligned(topic_of_lines(one, other))
    assert [answer.shown for question in found for answer in question.answers] == figures


def test_a_copy_with_a_changed_figure_raises_the_alarm() -> None:
    """Every sentence of a seed with a figure, against a copy in which that figure was changed."""
    text = (ROOT / "seeds" / "001_f8cb3244fe7bfff0.txt").read_text(encoding="utf-8")
    line = next(part for part in text.splitlines() if "10,000 troops" in part)
    forged = line.replace("10,000", "40,000")
    [question] = aligned(topic_of_lines(line, forged))
    assert [answer.shown for answer in question.answers] == ["10,000", "40,000"]
