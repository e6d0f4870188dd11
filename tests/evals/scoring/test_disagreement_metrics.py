"""Disagreements shown, and disagreements reported that are none."""

from dataclasses import replace

import pytest
from scored_samples import HARBOUR, Quote, answer, brief, case, cite, measure, source

from summarizer.evals.cases.nouns import Kind, Question
from summarizer.records import Brief, Disagreement, Position

TEXTS = {
    "harbour.txt": HARBOUR + "Fifty passengers were injured, the police said.\n",
    "globe.txt": "About 80 passengers may have been injured, a doctor said.\nEighty lifejackets were found.\n",
    "late.txt": "The toll of injured passengers rose to 95 on Tuesday.\nThe crew of 12 survived.\n",
}
H, G, L = "harbour.txt", "globe.txt", "late.txt"
FIFTY = (H, "Fifty passengers were injured, the police said.")
EIGHTY = (G, "About 80 passengers may have been injured, a doctor said.")
JACKETS = (G, "Eighty lifejackets were found.")
NINETY = (L, "The toll of injured passengers rose to 95 on Tuesday.")
CREW = (L, "The crew of 12 survived.")
VALUES = (
    answer("50", FIFTY, texts=TEXTS, accept=("fifty",)),
    answer("80", EIGHTY, texts=TEXTS),
    answer("95", NINETY, texts=TEXTS),
)
HURT = Question(id="d1", question="How many passengers were injured?", kind="conflict", values=VALUES)
UPDATE = Question(id="d1", question=HURT.question, kind="update", values=VALUES, prefer="95")
ABOARD = Question(
    id="d2",
    question="How many were aboard?",
    kind="scope",
    values=(answer("12", CREW, texts=TEXTS), answer("80", JACKETS, texts=TEXTS)),
)
CASE = case(TEXTS, [], [HURT, ABOARD])


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        ([(FIFTY[1], [FIFTY]), (EIGHTY[1], [EIGHTY])], 1.0),
        ([("Fifty or 80 passengers were injured.", [FIFTY, EIGHTY])], 1.0),
        ([(FIFTY[1], [FIFTY]), (FIFTY[1], [FIFTY])], 0.0),
        ([(FIFTY[1], [FIFTY])], 0.0),
        ([], 0.0),
        # The answer has to be cited to a file that gives it, where it gives it.
        ([(FIFTY[1], [FIFTY]), ("80 passengers were injured.", [FIFTY])], 0.0),
        ([(FIFTY[1], [FIFTY]), ("80 passengers were injured.", [JACKETS])], 0.0),
        ([(FIFTY[1], [FIFTY]), ("80 passengers were injured.", [])], 0.0),
        # And stated: a citation alone says nothing to a reader.
        ([(FIFTY[1], [FIFTY]), ("Passengers were injured.", [EIGHTY])], 0.0),
    ],
)
def test_coverage_by_sentences(sentences: list[tuple[str, list[Quote]]], value: float) -> None:
    assert measure("disagreements", CASE, brief(CASE, *sentences)).value == value


SPOKEN = {
    "harbour.txt": "Fifty passengers were injured, the police said.\n",
    "globe.txt": "Hospital officials said that 80 passengers were injured.\n",
}
POLICE, DOCTORS = (H, SPOKEN[H].strip()), (G, SPOKEN[G].strip())
WHO = replace(
    HURT,
    values=(
        replace(answer("50", POLICE, texts=SPOKEN), said_by="the police"),
        replace(answer("80", DOCTORS, texts=SPOKEN), said_by="hospital officials"),
    ),
)
SAID = case(SPOKEN, [], [WHO])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police said 50 passengers were injured, while hospital officials reported 80.", 1.0),
        ("Police said 80 passengers were injured, while hospital officials reported 50.", 0.0),
        ("Hospital officials said 50 passengers were injured; the police said 80.", 0.0),
        ("Police said 80 passengers were injured, and hospital officials 50.", 0.0),
        # Nobody is named, or somebody whom the case does not name so: what it says of them is not known to be wrong.
        ("Fifty or 80 passengers were injured.", 1.0),
        ("A spokesman said 50 passengers were injured, while doctors reported 80.", 1.0),
    ],
)
def test_an_answer_is_not_another_speakers(text: str, value: float) -> None:
    assert measure("disagreements", SAID, brief(SAID, (text, [POLICE, DOCTORS]))).value == value


def test_a_position_is_not_another_speakers() -> None:
    for one, two, value in (("the police", "the hospital", 1.0), ("the hospital", "the police", 0.0)):
        positions = (
            Position(value="50", said_by=one, citations=(cite(SAID, *POLICE),)),
            Position(value="80", said_by=two, citations=(cite(SAID, *DOCTORS),)),
        )
        what = brief(SAID, disagreements=(Disagreement(id="d1", about="x", kind="conflict", positions=positions),))
        assert measure("disagreements", SAID, what).value == value
        assert measure("disagreement_precision", SAID, what).value == 1.0


def test_an_answer_in_a_sentence_that_its_span_contradicts_is_none() -> None:
    denied = ("Fifty passengers were not injured, the police said.", [FIFTY])
    assert measure("disagreements", CASE, brief(CASE, denied, (EIGHTY[1], [EIGHTY]))).value == 0.0


def report(*positions: tuple[str, Quote], kind: Kind = "conflict") -> Brief:
    """A brief without sentences that reports one disagreement."""
    made = tuple(Position(value=value, citations=(cite(CASE, *quote),)) for value, quote in positions)
    record = Disagreement(id="d1", about="x", kind=kind, positions=made)
    return brief(CASE, disagreements=(record,))


def test_a_report_gives_answers_too() -> None:
    assert measure("disagreements", CASE, report(("50", FIFTY), ("about 80", EIGHTY))).value == 1.0
    half = brief(CASE, (FIFTY[1], [FIFTY]), disagreements=report(("80", EIGHTY)).disagreements)
    assert measure("disagreements", CASE, half).value == 1.0


@pytest.mark.parametrize(("kind", "precision"), [("conflict", 0.0), ("scope", 1.0)])
def test_one_report_of_all_that_is_said_shows_no_disagreement(kind: Kind, precision: float) -> None:
    filler = [("no answer", CREW), ("another", JACKETS), ("a third", CREW), ("a fourth", JACKETS), ("a fifth", CREW)]
    everything = report(("50", FIFTY), ("80", EIGHTY), *filler, kind=kind)
    assert measure("disagreements", CASE, everything).value == 0.0
    assert measure("disagreement_precision", CASE, everything).value == precision


def test_of_an_update_the_answer_that_stands_is_needed() -> None:
    of = case(TEXTS, [], [UPDATE])
    assert measure("disagreements", of, brief(of, (FIFTY[1], [FIFTY]), (EIGHTY[1], [EIGHTY]))).value == 0.0
    assert measure("disagreements", of, brief(of, (FIFTY[1], [FIFTY]), (NINETY[1], [NINETY]))).value == 1.0


def test_a_trap_is_nothing_to_cover() -> None:
    assert measure("disagreements", case(TEXTS, [], [ABOARD]), report(("12", CREW), ("80", JACKETS))).value is None


@pytest.mark.parametrize(
    ("what", "value"),
    [
        (report(("50", FIFTY), ("80", EIGHTY)), 1.0),
        (report(("50", FIFTY), ("80", EIGHTY), kind="update"), 1.0),
        (report(("12", CREW), ("80", JACKETS)), 0.0),  # the trap
        (report(("12", CREW), ("80", JACKETS), kind="scope"), 1.0),  # known for what it is
        (report(("12", CREW), ("50", FIFTY)), 0.0),  # no question at all
        (report(("50", FIFTY), ("fifty", FIFTY)), 0.0),  # one answer twice
        (report(("50", FIFTY), ("80", FIFTY)), 0.0),  # cited to nobody who says so
        (brief(CASE, (FIFTY[1], [FIFTY])), 1.0),  # none reported, none false
    ],
)
def test_precision(what: Brief, value: float) -> None:
    assert measure("disagreement_precision", CASE, what).value == value


def test_precision_is_a_share() -> None:
    both = report(("50", FIFTY), ("80", EIGHTY)).disagreements + report(("12", CREW), ("80", JACKETS)).disagreements
    assert measure("disagreement_precision", CASE, brief(CASE, disagreements=both)).value == 0.5


def test_a_copy_gives_the_answer_too() -> None:
    of = case(TEXTS, [], [HURT], more=[source("copy.txt", TEXTS[G], duplicate_of=G)])
    what = brief(of, (FIFTY[1], [FIFTY]), (EIGHTY[1], [("copy.txt", EIGHTY[1])]))
    assert measure("disagreements", of, what).value == 1.0
