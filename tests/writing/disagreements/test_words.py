"""Disagreements in words: one sentence against another, and the answers, or nothing. Most rows must stay silent."""

import pytest
from samples import topic_of_lines

from summarizer.writing.disagreements.finding import disagreements

DIFFER = [
    # the answers | one article | another
    (("denied the claim", "confirmed the claim"), "Orva Bank denied the claim.", "Orva Bank confirmed the claim."),
    (
        ("denied supplying missiles to Sura", "no comment from Moscow"),
        "Russia denied supplying missiles to Sura.",
        "Sura says Russia is supplying missiles.\nThere was no comment from Moscow.",
    ),
    (("has not commented on the arrests", "confirmed the arrests in Elm"),
     "Minister Ada Lund has not commented on the arrests in Elm.", "Minister Ada Lund confirmed the arrests in Elm."),
    (("was armed", "was unarmed"), "The intruder was armed.", "The intruder was unarmed."),
    (("passed the bill", "did not pass the bill"), "The senate passed the bill.", "The senate did not pass the bill."),
    (("Sunday", "Saturday"), "The Hask mill burned down and the Hask tower collapsed on Sunday.",
     "The Hask tower collapsed on Saturday."),
    (("1939", "1937"), "Olga Reis was born in 1939.", "Olga Reis was born in 1937."),
    (("in northern Torvia", "in southern Torvia"), "The army plane crashed in northern Torvia.",
     "The army plane crashed in southern Torvia."),
    (("in Poland", "in Germany"), "Recruits of the Free Valley movement train in Poland.",
     "The Free Valley movement has recruits training in Germany."),
    (("The Red Dawn group", "The Free Valley movement"), "The Red Dawn group claimed responsibility for the blast.",
     "The Free Valley movement claimed responsibility for the blast."),
    (("34", "36"), "Piet Amsel, 34, was freed.", "The court freed the 36-year-old banker Piet Amsel."),
]  # fmt: skip

SILENT = [
    # why | one article | another
    (
        "another matter",
        "Russia denied supplying missiles to Sura.",
        "Russia confirmed that its envoy will fly to Torvia.",
    ),
    ("another country's words", "South Korea denied the report.", "North Korea confirmed the report."),
    ("an envoy is not his country", "Russia denied the report.", "Russian envoy Oleg Dorn did not comment."),
    ("a right withheld", "The judge denied Ada Lund bail.", "Ada Lund confirmed her address."),
    ("neither", "Orva would neither confirm nor deny the report.", "Orva has not commented on the report."),
    ("another object", "Police did not release the name of the driver.", "Police released a video of the crash."),
    ("another opponent", "Per Moe did not play against Racing.", "Per Moe played against Torv."),
    ("another man", "Ivo Dorn was acquitted.", "Oleg Dahl was convicted."),
    ("a condition", "The senate did not pass the bill.", "If the senate passed the bill, it would be law."),
    ("a question", "The brakes were not tested.", "Were the brakes tested before the journey?"),
    ("another day", "The senate rejected the bill on Monday.", "The senate approved the bill on Friday."),
    (
        "a day of speaking",
        "The tower collapsed, police said on Monday.",
        "The tower collapsed, police said on Tuesday.",
    ),
    ("it happens often", "Shares fell on Monday.", "Shares fell on Tuesday."),
    ("another tower", "The tower in Hask collapsed on Monday.", "A crane in Velm collapsed on Tuesday."),
    ("a place within", "The army plane crashed in northern Torvia.", "The army plane crashed near Elm."),
    ("other recruits", "Torvian police train in Poland.", "Recruits of the Free Valley movement train in Germany."),
    ("the same office", "Police shot the robber Ivo Dorn.", "Officers shot the robber Ivo Dorn."),
    ("called otherwise", "A gunman shot the mayor Ada Lund.", "Oleg Dahl shot the mayor Ada Lund."),
    ("a relative", "Piet Amsel, 34, was freed.", "Karla Amsel, 36, wept."),
    ("both may speak", "The mayor welcomed the plan.", "The union condemned the plan."),
]


@pytest.mark.parametrize(("answers", "one", "other"), DIFFER)
def test_answers_that_exclude_each_other_are_found(answers: tuple[str, ...], one: str, other: str) -> None:
    found = [{p.value for p in d.positions} for d in disagreements(topic_of_lines(one, other))]
    assert any(all(any(answer in value for value in values) for answer in answers) for values in found)


@pytest.mark.parametrize("row", SILENT, ids=[why for why, *_ in SILENT])
def test_answers_to_two_questions_are_not(row: tuple[str, str, str]) -> None:
    assert [(d.about, [p.value for p in d.positions]) for d in disagreements(topic_of_lines(*row[1:]))] == []
