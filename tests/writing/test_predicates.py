"""Two sentences that tell of one act, and two that only have a man, a place or a topic in common."""

import pytest

from summarizer.writing.predicates import same_act

NAMES = ("Orrin", "Dell", "Marta", "Lenn", "Ferries", "Courier")
CASES = [
    # what the brief says | another source's sentence | whether it tells the same act
    ("The treasurer, Marta Dell, has gone on leave.", "The treasurer, Marta Dell, dined with a builder in May.", False),
    ("The treasurer, Marta Dell, has gone on leave.", "Treasurer Marta Dell is now on leave.", True),
    ("The Courier said that it stood by its article.", "The court is studying an article in the Courier.", False),
    ("The Courier said that it stood by its article.", "The Courier said it still stood by the article.", True),
    ("Marta Dell resigned from the board of Lenn Ferries.", "Marta Dell joined the board of Lenn Ferries.", False),
    ("Marta Dell resigned from the board of Lenn Ferries.", "Marta Dell, who resigned, had led the board.", True),
    ("She works for a firm that was hired to paint the pier at Orrin.", "The pier at Orrin was painted in May.", False),
    ("A knife was recovered near the pier.", "A knife was found near the pier.", True),
    ("The council approved the plan for the pier.", "The plan for the pier has been approved.", True),
    ("The council approved the plan for the pier.", "The council will hear of the pier on Monday.", False),
    ("Two tugs towed the ferry to Orrin.", "The ferry was towed to Orrin by two tugs.", True),
    ("Two tugs towed the ferry to Orrin.", "The ferry sails to Orrin on two days a week.", False),
]


@pytest.mark.parametrize(("said", "other", "same"), CASES)
def test_an_act_in_common(said: str, other: str, same: bool) -> None:
    assert same_act(said, other, NAMES) is same
