"""Recall of facts and SummHay's joint score, each value worked out by hand."""

import math
from dataclasses import replace

import pytest
from scored_samples import (
    FACTS,
    GLOBE,
    HARBOUR,
    KILLED,
    SEARCHED,
    STRUCK,
    TEXTS,
    brief,
    case,
    cite,
    fact,
    measure,
    source,
)

from summarizer.evals.cases.nouns import Anchors, Case
from summarizer.records import Brief

CASE = case()
ALL_KILLED = ("Ten people were killed.", [("harbour.txt", "Ten people were killed")])
ALL_STRUCK = ("A ferry struck the pier at Orlund.", [("harbour.txt", "A ferry struck the pier at Orlund")])


@pytest.mark.parametrize(
    ("sentences", "recall", "must"),
    [
        ([ALL_KILLED], 3 / 6, 1.0),
        ([ALL_STRUCK], 2 / 6, 0.0),
        ([ALL_KILLED, ALL_STRUCK], 5 / 6, 1.0),
        # Another group of the same fact does as well.
        ([("It killed ten.", [("globe.txt", "killed 10 people")])], 3 / 6, 1.0),
        # "Ten people were killed" has 22 code points: 11 of them are half, 10 are not.
        ([("Ten.", [("harbour.txt", "Ten people ")])], 3 / 6, 1.0),
        ([("Ten.", [("harbour.txt", "Ten people")])], 0.0, 0.0),
        # Two sentences cite half of it together; the same half twice is not the whole.
        ([("Ten.", [("harbour.txt", "Ten pe")]), ("They died.", [("harbour.txt", "killed")])], 3 / 6, 1.0),
        ([("Ten.", [("harbour.txt", "Ten pe")]), ("Ten.", [("harbour.txt", "Ten pe")])], 0.0, 0.0),
        # In what words it says so does not matter here, only where it points; unless it says the contrary.
        ([("There were deaths.", [("harbour.txt", "Ten people were killed")])], 3 / 6, 1.0),
        ([("Nobody was killed.", [("harbour.txt", "Ten people were killed")])], 0.0, 0.0),
        ([("Twelve people were killed.", [("harbour.txt", "Ten people were killed")])], 0.0, 0.0),
        ([("Ten people were not killed.", [("harbour.txt", "Ten people were killed")])], 0.0, 0.0),
        # What contradicts it takes nothing from what says it.
        ([ALL_KILLED, ("Nobody was killed.", [("harbour.txt", "Ten people were killed")])], 3 / 6, 1.0),
        # A free paraphrase, and one with a detail that no source has, still found the place.
        ([("The harbour saw a grim toll of 10 lives.", [("harbour.txt", "Ten people were killed")])], 3 / 6, 1.0),
        ([("Ten people were killed.", [])], 0.0, 0.0),
    ],
)
def test_recall_by_span(sentences: list[tuple[str, list[tuple[str, str]]]], recall: float, must: float) -> None:
    what = brief(CASE, *sentences)
    assert measure("fact_recall", CASE, what).value == pytest.approx(recall)
    assert measure("must_facts", CASE, what).value == must


def test_all_places_of_a_group_are_needed_by_length() -> None:
    both = fact(
        "f1", "x", [[("harbour.txt", "The captain was not hurt"), ("globe.txt", "killed 10 people")]]
    )  # 24 + 16
    of = case(facts=[both])
    assert measure("fact_recall", of, brief(of, ("x", [("harbour.txt", "The captain was not hurt")]))).value == 1.0
    assert measure("fact_recall", of, brief(of, ("x", [("globe.txt", "killed 10 people")]))).value == 0.0


def test_a_quote_that_is_not_there_cites_nothing() -> None:
    wrong = replace(cite(CASE, "harbour.txt", "Ten people were killed"), quote="Ten people were hurt!!")
    what = brief(CASE, ("Ten people were killed.", [wrong]))
    assert measure("fact_recall", CASE, what).value == 0.0
    assert measure("joint", CASE, what).value == 0.0


def test_the_parts_name_the_facts_and_the_sentences() -> None:
    parts = measure("fact_recall", CASE, brief(CASE, ALL_STRUCK, ALL_KILLED)).parts
    assert [(p.id, p.value, p.sentences) for p in parts] == [
        ("f1", 1.0, ("b2",)),
        ("f2", 1.0, ("b1",)),
        ("f3", 0.0, ()),
    ]
    assert all(p.reason for p in parts)


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (["Ten people were killed."], 3 / 6),
        (["The crash at Orlund killed 10 people."], 3 / 6),
        (["Twelve people were killed."], 0.0),
        (["No people were killed."], 0.0),
        (["A ferry struck the pier at Orlund.", "Divers searched the harbour."], 3 / 6),
        (["The weather was fine."], 0.0),
    ],
)
def test_recall_by_words_needs_no_citation(sentences: list[str], value: float) -> None:
    what = brief(CASE, *((text, []) for text in sentences))
    assert measure("fact_recall_text", CASE, what).value == pytest.approx(value)


def test_a_missing_name_counts_half() -> None:
    named = fact("f1", "A ferry struck the pier.", [], anchors=Anchors(names=("Orlund",)))
    of = case(facts=[named])
    assert measure("fact_recall_text", of, brief(of, ("A ferry struck the pier.", []))).value == 0.5
    assert measure("fact_recall_text", of, brief(of, ("A ferry struck the pier at Orlund.", []))).value == 1.0


@pytest.mark.parametrize(
    ("words", "asked", "factor"),
    [(4, 4, 1.0), (4, 8, 1.0), (4, 2, math.exp(-0.5)), (4, 1, math.exp(-1.5))],  # alpha 2: exp((1 - 4/2) / 2)
)
def test_length_is_taken_off_with_alpha_two(words: int, asked: int, factor: float) -> None:
    of = case(words=asked)
    text = " ".join(["Ten people were killed."] * (words // 4))
    what = brief(of, (text, [("harbour.txt", "Ten people were killed")]))
    assert measure("fact_recall_normalised", of, what).value == pytest.approx(3 / 6 * factor)


def joint(of: Case, what: Brief) -> float | None:
    return measure("joint", of, what).value


@pytest.mark.parametrize(
    ("quotes", "value"),
    [
        # Two files say so. Both cited: F1 1; one: P 1, R 1/2, F1 2/3; one of them and one that does not: P 1/2, R 1/2.
        ([("harbour.txt", "Ten people were killed"), ("globe.txt", "killed 10 people")], 1.0),
        ([("harbour.txt", "Ten people were killed")], 2 / 3),
        ([("harbour.txt", "Ten people were killed"), ("tug.txt", "A tug was near")], 1 / 2),
        ([("harbour.txt", "Ten people were killed"), ("globe.txt", "killed 10"), ("tug.txt", "A tug was near")], 4 / 5),
        ([("tug.txt", "A tug was near")], 0.0),
        ([], 0.0),
    ],
)
def test_joint_is_coverage_times_f1_of_files(quotes: list[tuple[str, str]], value: float) -> None:
    of = case(facts=[KILLED], more=[source("tug.txt", "A tug was near.")])
    assert joint(of, brief(of, ("Ten people were killed.", quotes))) == pytest.approx(value)


def test_joint_is_the_mean_over_all_facts_and_half_for_a_part() -> None:
    part = fact(
        "f9", "A ferry struck the pier.", [[("harbour.txt", "struck the pier")]], anchors=Anchors(names=("Vale",))
    )
    of = case(facts=[KILLED, part, SEARCHED])
    what = brief(of, ALL_KILLED, ALL_STRUCK)
    assert joint(of, what) == pytest.approx((2 / 3 + 0.5 * 1 + 0) / 3)


def test_a_copy_counts_as_its_original() -> None:
    of = case(facts=FACTS, more=[source("copy.txt", HARBOUR, duplicate_of="harbour.txt")])
    own, copied = (
        brief(of, ("Ten people were killed.", [(file, "Ten people were killed")]))
        for file in ("harbour.txt", "copy.txt")
    )
    assert measure("fact_recall", of, own).value == measure("fact_recall", of, copied).value == pytest.approx(3 / 6)
    assert joint(of, own) == joint(of, copied) == pytest.approx(2 / 3 / 3)


def test_offsets_are_code_points_whatever_the_line_ends() -> None:
    texts = {
        file: ("Á🚢 " + text).replace("\n", "\r\n") for file, text in (("harbour.txt", HARBOUR), ("globe.txt", GLOBE))
    }
    groups = {f.id: [[(p.file, p.quote) for p in group] for group in f.support] for f in (KILLED, STRUCK, SEARCHED)}
    of = case(texts, [fact(f.id, f.text, groups[f.id], f.importance, texts) for f in (KILLED, STRUCK, SEARCHED)])
    assert measure("fact_recall", of, brief(of, ALL_KILLED, ALL_STRUCK)).value == pytest.approx(5 / 6)
    assert set(TEXTS) == set(texts)
