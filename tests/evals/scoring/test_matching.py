"""Whether a text says a fact, and the forms in which it may write figures and names."""

import pytest
from scored_samples import case, fact

from summarizer.evals.cases.nouns import Anchors
from summarizer.evals.scoring.figures import holds_name, holds_number
from summarizer.evals.scoring.matching import Vocabulary, find, gainsaid

CASE = case()
WORDS = Vocabulary.of(CASE)


@pytest.mark.parametrize(
    ("anchor", "text", "held"),
    [
        ("10", "Ten people died.", True),
        ("ten", "10 people died.", True),
        ("10", "It was the tenth time.", True),
        ("10", "on 10 April", True),
        ("10", "10,000 people died.", False),
        ("10", "110 people died.", False),
        ("1,500", "1500 troops", True),
        ("1500000", "1.5 million troops", True),
        ("12", "a dozen eggs", True),
        ("12", "dozens of eggs", False),
        ("2", "a pair of paintings", True),
        ("18,000", "18.000 Liter", True),
        ("18,000", "18.5 litres", False),
        ("20 %", "20 percent", True),
        ("20 %", "20 people", False),
        ("20", "20 percent", True),
        ("4:30 a.m.", "at 4.30 am", True),
        ("4:30 a.m.", "at 4:30 p.m.", False),
        ("16:30", "at 4:30 p.m.", True),
        ("2009", "in 2009", True),
        ("1", "one of them", True),
        ("E-10", "the E-10 road", True),
        ("", "anything", True),
    ],
)
def test_figures_in_any_form(anchor: str, text: str, held: bool) -> None:
    assert holds_number(anchor, text) is held


@pytest.mark.parametrize(
    ("anchor", "text", "held"),
    [
        ("Petra Holm", "Petra Holm spoke.", True),
        ("Petra Holm", "Then Holm spoke.", True),
        ("Petra Holm", "Then Mayor Holm spoke.", True),
        ("Petra Holm", "Petra Maria Holm spoke.", True),
        ("Petra Holm", "Karl Holm spoke.", False),
        ("Petra Holm", "Petra spoke.", False),
        ("Holm", "Petra Holm spoke.", True),
        ("Holm", "Holmberg spoke.", False),
        ("Bank of England", "the Bank of England", True),
        ("Bank of England", "from England", False),
        ("North Korea", "South Korea", False),
        ("North Korea", "North Korean troops", True),
        ("National Intelligence Service", "the NIS said", True),
        ("Sergeyevsk", "the Sergeyevsky range", True),
        ("Zinoviev", "Zinovyev said", True),
        ("Orlund", "at Orlund’s pier", True),
    ],
)
def test_names_by_the_checks_conventions(anchor: str, text: str, held: bool) -> None:
    assert holds_name(anchor, text) is held


SAID = [
    # The same words, another order, other forms of the words, a synonym.
    ("Ten people were killed.", (), ["Ten people were killed."], 1.0),
    ("Ten people were killed.", (), ["Killed were 10 people, the police said."], 1.0),
    ("Ten people were hurt in the crash.", (), ["The crash injured 10 people."], 1.0),
    ("Ten people were killed.", ("10 dead",), ["The crash left 10 dead."], 1.0),
    # A figure alone carries nothing, nor do the words without it, nor a figure of something else.
    ("Ten people were killed.", (), ["Ten lifeboats were near."], 0.0),
    ("Ten people were killed.", (), ["Many people were killed."], 0.0),
    ("Ten people were killed.", (), ["Twelve people were killed."], 0.0),
    ("Ten people were killed.", (), ["Two people were killed. Later ten tugs came."], 0.0),
    ("Ten people were killed.", (), ["People were killed.", "The ten divers searched the harbour."], 0.0),
    # Denied in the one and not in the other; and denied in both.
    ("The captain was not hurt.", (), ["The captain was hurt."], 0.0),
    ("The captain was hurt.", (), ["The captain was not hurt."], 0.0),
    ("The captain was not hurt.", (), ["The captain was never hurt."], 1.0),
    ("The captain was not hurt.", (), ["The weather was fine."], 0.0),
    ("There were no talks.", (), ["He denied it: “There were no talks.”"], 1.0),
    ("The captain denied the talks.", (), ["The captain did not deny the talks."], 0.0),
    ("The board corrected none of the faults.", (), ["Of the faults the board corrected none, it said."], 1.0),
    ("The board corrected none of the faults.", (), ["The board corrected the faults."], 0.0),
    ("The board corrected the faults.", (), ["The board corrected none of the faults."], 0.0),
    # Denied in other words than the wording's, by whatever word, and in every wording.
    ("The pier was shut.", (), ["The city did not close the pier."], 0.0),
    ("The pier was shut.", (), ["The pier was never closed to ferries."], 0.0),
    ("The city closed the pier.", ("the pier was shut",), ["The city did not close the pier."], 0.0),
    ("The pier was shut.", (), ["The city failed to close the pier."], 0.0),
    ("The pier was shut.", (), ["The city denied that the pier was closed."], 0.0),
    ("The pier was shut.", (), ["The pier was nearly closed."], 0.0),
    ("The pier was shut.", (), ["The city closed the pier, and no one was hurt."], 1.0),
    ("The pier was shut.", (), ["The pier was closed, the mayor said, but not the harbour."], 1.0),
    ("A coal ferry struck the pier at Orlund.", (), ["A coal ferry narrowly missed the pier at Orlund."], 0.0),
    ("A coal ferry struck the pier at Orlund.", (), ["A coal ferry avoided hitting the pier at Orlund."], 0.0),
    ("A coal ferry struck the pier at Orlund.", (), ["A coal ferry almost struck the pier at Orlund."], 0.0),
    (
        "A coal ferry struck the pier at Orlund.",
        (),
        ["A man missed the coal ferry that struck the pier at Orlund."],
        1.0,
    ),
    ("The ferry hurt almost all passengers.", (), ["The ferry injured almost all passengers."], 1.0),
    # An opposite in a word's place, unless it is denied.
    ("Lanter adds boats from Friday.", (), ["Lanter will remove boats from Friday."], 0.0),
    ("Lanter adds boats from Friday.", (), ["Lanter will add boats from Friday, and remove the pier."], 1.0),
    # Who does it and to whom; in the passive, a subordinate clause or another order it is the same.
    ("A ferry struck the pier at Orlund.", (), ["The pier at Orlund struck a ferry."], 0.0),
    ("A ferry struck the pier at Orlund.", (), ["The pier at Orlund was struck by a ferry."], 1.0),
    ("A ferry struck the pier at Orlund.", (), ["The pier at Orlund, which a ferry struck, is shut."], 1.0),
    ("A ferry struck the pier at Orlund.", (), ["Shut is the pier at Orlund struck by a ferry."], 1.0),
    ("Police arrested a doctor.", (), ["A doctor arrested on Tuesday is free again, police said."], 1.0),
    # Another day.
    ("The pier will reopen on Friday.", (), ["The pier will reopen on Sunday."], 0.0),
    ("The pier will reopen on Friday.", (), ["The pier will reopen."], 1.0),
    # Over two neighbouring sentences, not over three.
    ("The mayor asked the divers to search the harbour.", (), ["The mayor asked.", "Divers search the harbour."], 1.0),
    ("The mayor asked the divers to search the harbour.", (), ["The mayor asked.", "It rained.", "Divers wait."], 0.0),
    ("Ten people were killed.", (), [], 0.0),
]


@pytest.mark.parametrize(("text", "accept", "sentences", "degree"), SAID, ids=range(len(SAID)))
def test_what_says_a_fact(text: str, accept: tuple[str, ...], sentences: list[str], degree: float) -> None:
    found = find(fact("f1", text, [], accept=accept), sentences, WORDS)
    assert found.degree == degree, found
    assert found.reason
    assert bool(found.places) is bool(degree)


@pytest.mark.parametrize(
    ("text", "accept", "sentence", "against"),
    [
        ("The pier was shut.", (), "The city did not close the pier.", True),
        ("The captain was not hurt.", (), "The captain was hurt.", True),
        ("Ten people were killed.", (), "Twelve people were killed.", True),
        ("A ferry struck the pier.", (), "The pier struck a ferry.", True),
        ("The pier was shut.", (), "The pier was closed.", False),
        ("The pier was shut.", (), "It did not rain.", False),
        # What leaves out that a thing is denied, or says another thing of it, does not say otherwise.
        (
            "The mayor denies having known of the ferry.",
            (),
            "What the mayor has known of the ferry is in doubt.",
            False,
        ),
        ("The captain of the ferry was hurt and not named.", (), "The captain of the ferry was hurt.", False),
        ("Ten people were killed.", ("the dead were many",), "The dead were many, and two people were killed.", False),
    ],
)
def test_what_says_otherwise_than_a_fact(text: str, accept: tuple[str, ...], sentence: str, against: bool) -> None:
    assert bool(gainsaid(fact("f1", text, [], accept=accept), sentence, WORDS)) is against


def test_the_shortest_window_that_says_it_is_named() -> None:
    sentences = ["It rained.", "Ten people were killed.", "The weather was fine."]
    assert find(fact("f1", "Ten people were killed.", []), sentences, WORDS).places == (1,)


def test_anchors_say_which_figures_are_indispensable() -> None:
    sentence = ["A ferry struck the pier at Orlund."]
    free = fact("f1", "A ferry with 90 people struck the pier at Orlund.", [])
    bound = fact("f1", free.text, [], anchors=Anchors(numbers=("90",)))
    loose = fact("f1", free.text, [], accept=("A ferry struck the pier at Orlund",))
    assert [find(f, sentence, WORDS).degree for f in (free, bound, loose)] == [0.0, 0.0, 1.0]


def test_words_that_every_sentence_has_carry_little() -> None:
    texts = {"a.txt": "".join(f"The ferry {w} at Orlund.\n" for w in ("sank", "burnt", "stopped", "turned", "waited"))}
    words = Vocabulary.of(case(texts, []))
    assert words.coverage("The ferry burnt at Orlund.", "The ferry sank at Orlund.") < 0.6
    assert words.coverage("The ferry burnt at Orlund.", "Orlund: a burnt ship.") >= 0.6
