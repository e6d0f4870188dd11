"""Tables of openings and damages: what can be cut, what leans on its neighbour, what cannot be printed."""

import pytest

from summarizer.writing.selfcontained import is_personal, is_whole, lead_in, points_back


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Meanwhile, the port stayed shut.", "the port stayed shut."),
        ("But the port stayed shut.", "the port stayed shut."),
        ("But sources say the port stayed shut.", "sources say the port stayed shut."),
        ("However, Ms Diaz disagreed.", "Ms Diaz disagreed."),
        ("In addition, 40 ships wait.", "40 ships wait."),
        ("So far, 40 ships wait.", "So far, 40 ships wait."),
        ("But for the rain it was calm.", "But for the rain it was calm."),
        ("Yet another ship waits.", "Yet another ship waits."),
        ("Still waters run deep.", "Still waters run deep."),
        ("And then there were none.", "And then there were none."),
        ("Butter prices rose.", "Butter prices rose."),
        ("But", "But"),
        ("", ""),
    ],
)
def test_lead_in(text: str, left: str) -> None:
    assert text[lead_in(text) :] == left


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("He was arrested on Sunday.", True),
        ("However, she was not.", True),
        ("This alarmed investors.", True),
        ("It was built in 1902.", True),
        ("It is illegal to take shells.", False),
        ("The agency gave no figure.", True),
        ("The Coast Guard gave no figure.", False),
        ("“We will not go,” she said.", True),
        ("“We will not go,” Ana Ruiz said.", False),
        ("“We will not go.”", True),
        ("Hermann Weyl was a mathematician.", False),
        ("Theirry Noir painted it.", False),
        ("Two remained there overnight.", True),
        ("Two people were hurt.", False),
        ("Seven were treated for burns.", True),
        ("Police said the boy lived there.", True),
        ("Police said there was no danger.", False),
        ("It was unclear who had called.", False),
        ("Dell Ferries rejected this.", True),
        ("Dell Ferries rejected this offer.", False),
        ("The union has asked for nine.", True),
        ("The board has offered ten.", True),
        ("The board has offered ten days.", False),
        ("The number of the injured rose to ten.", False),
        ("The crew left port on June 5.", False),
        ("“Rubbish,” barked her office.", True),
        ("“Rubbish,” barked the mayor of Orrin.", False),
        ("The mayor praised her office.", False),
    ],
)
def test_points_back(text: str, leans: bool) -> None:
    assert points_back(text) is leans


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The port stayed shut on Monday.", True),
        ("The boat from Orrin.", False),
        ("The two from the harbour.", False),
        ("A long night for Orrin.", False),
        ("The ferries leave from Orrin.", True),
        ("The boat sank off Orrin.", True),
        ("The crew won the race.", True),
        ("The mayor of Orrin resigned.", True),
        ("The firm is from Orrin.", True),
        ("The mayor said: “The port is shut.”", True),
        ("The port stayed shut over ] Monday.", False),
        ("“The port stayed shut on Monday.", False),
        ("The port (and the lock stayed shut.", False),
        ("Will the port stay shut?", False),
        ("That moment has become a proxy for a ...", False),
        ("Paul, the organiser, left this comment:", False),
        ("Shut again.", False),
        ("I love its long duality.'", False),
        ("THE PORT STAYED SHUT ON MONDAY.", False),
        (">> The port stayed shut.", False),
        ("stayed shut on Monday.", False),
    ],
)
def test_is_whole(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("We saw it.", True),
        ("Tell us your story.", True),
        ("“We saw it,” he said.", False),
        ("The U.S. saw it.", False),
    ],
)
def test_is_personal(text: str, personal: bool) -> None:
    assert is_personal(text) is personal
