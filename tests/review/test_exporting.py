"""What comes out of a review: whose words stand, who decided what, what is marked, and that nothing goes in silence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from velm import CLOSED, FOUR, HOLDS, SEVEN, TEXTS, chosen, cite, items, state, velm

from summarizer.checking.briefs import check_brief, problems
from summarizer.errors import UsageError
from summarizer.output.decided import caution, standing, unsettled
from summarizer.output.json import dumps, loads
from summarizer.records import Brief, BriefSentence, Citation, brief_id
from summarizer.review.nouns import Choice, Item, Kind, Resolution, State
from summarizer.review.outcome.exporting import Wish, export
from summarizer.reviewed import Decision, Ignored

BRIEF = velm()
B1, B2, B3 = items(BRIEF)
WISH = Wish(at="2031-05-08T09:00:00Z")


def made(states: dict[str, State], wish: Wish = WISH) -> Brief:
    found = export(BRIEF, states, TEXTS, wish)
    assert loads(dumps(found), "reviewed.json") == found
    return found


def sentence(brief: Brief, id: str) -> BriefSentence:
    return next(s for s in brief.sentences if s.id == id)


def edited(item: Item, text: str) -> Item:
    return replace(item, text=text, verdict=HOLDS)


def test_every_sentence_lists_who_decided_what_on_these_very_words() -> None:
    marta = state(BRIEF, chosen(B1, "accepted", seen=["s1", "s9"]), replace(B2, note="ask the police"))
    jo = state(BRIEF, chosen(B1, "flagged", "late"))
    found = made({"Marta": marta, "Jo": jo})
    assert sentence(found, "b1").decisions == (
        Decision(by="Marta", choice="accepted", at="2031-05-07T14:03:11.000Z", seen=("s1",)),
        Decision(by="Jo", choice="flagged", at="2031-05-07T14:03:11.000Z", reason="late"),
    )
    assert sentence(found, "b2").decisions == (Decision(by="Marta", choice="open", note="ask the police"),)
    assert sentence(found, "b3").decisions == ()
    assert found.review is not None
    assert [(r.name, r.accepted, r.flagged, r.open) for r in found.review.reviewers] == [
        ("Marta", 1, 0, 2),
        ("Jo", 0, 1, 2),
    ]
    assert (found.review.brief, found.review.names) == (BRIEF.id, "self-declared")


CHOICES: list[tuple[tuple[Choice | None, ...], str, str]] = [
    ((), "open", "not reviewed"),
    ((None,), "open", "not reviewed"),
    (("accepted",), "accepted", ""),
    (("accepted", None), "accepted", ""),
    (("accepted", "accepted"), "accepted", ""),
    (("accepted", "flagged"), "flagged", "flagged by r1: why"),
    (("accepted", "rejected"), "differ", "reviewers differ: accepted by r0, rejected by r1"),
    (("rejected", "flagged"), "differ", "reviewers differ: rejected by r0, flagged by r1"),
    (("rejected", "rejected"), "rejected", "rejected by r0: why; rejected by r1: why"),
]


@pytest.mark.parametrize(("choices", "stands", "told"), CHOICES)
def test_what_several_decisions_come_to(choices: tuple[Choice | None, ...], stands: str, told: str) -> None:
    decisions = tuple(Decision(by=f"r{n}", choice=c or "open", reason="why") for n, c in enumerate(choices))
    assert standing(decisions) == stands
    assert caution(replace(BRIEF.sentences[0], decisions=decisions)) == told


def test_a_rejected_sentence_is_withheld_with_who_and_why_and_may_stay_in_marked() -> None:
    states = {"Marta": state(BRIEF, chosen(B2, "rejected", "it were seven"))}
    found = made(states)
    assert [s.id for s in found.sentences] == ["b1", "b3"]
    before, rejected = found.withheld
    assert before == BRIEF.withheld[0]
    assert (rejected.text, rejected.reasons) == (FOUR.quote, ("rejected by Marta: it were seven",))
    assert rejected.decisions[0].by == "Marta"
    assert found.disagreements[0].sentences == ("b3",)  # `check` would name an id that is not there
    kept = made(states, replace(WISH, include_rejected=True))
    assert [s.id for s in kept.sentences] == ["b1", "b2", "b3"]
    assert caution(sentence(kept, "b2")) == "rejected by Marta: it were seven"


def test_an_edited_sentence_is_a_persons_and_what_the_program_says_of_it_is_found_anew() -> None:
    new = edited(replace(B1, citations=(SEVEN,)), "Seven people were hurt, the hospital said.")
    found = made({"Marta": state(BRIEF, chosen(new, "accepted"))})
    one = sentence(found, "b1")
    assert (one.text, one.citations, one.written_by) == (SEVEN.quote, (SEVEN,), "person")
    assert (one.origins, one.said_by, one.verdict) == (1, "the hospital", HOLDS)
    assert one.decisions[0].edited
    assert sentence(found, "b2") == BRIEF.sentences[1]
    lost = export(BRIEF, {"Marta": state(BRIEF, chosen(new, "accepted"))}, {}, WISH)
    assert (sentence(lost, "b1").origins, sentence(lost, "b1").said_by) == (1, "the hospital")


def test_other_citations_alone_make_nobody_the_author_of_the_words() -> None:
    part = cite("s1", "Two warehouses burned down in Velm")
    found = made({"Marta": state(BRIEF, chosen(replace(B1, citations=(part,), verdict=HOLDS), "accepted"))})
    assert (sentence(found, "b1").written_by, sentence(found, "b1").decisions[0].edited) == ("extractive", True)


def test_words_that_were_not_checked_since_are_unchecked() -> None:
    found = made({"Marta": state(BRIEF, replace(B1, text="Warehouses burned.", verdict=None))})
    assert sentence(found, "b1").verdict.status == "unchecked"


def test_what_others_decided_on_other_words_is_told_and_does_not_count() -> None:
    marta = state(BRIEF, chosen(replace(B1, text="Two warehouses burned.", verdict=None), "accepted", "short"))
    found = made({"Marta": marta, "Jo": state(BRIEF, chosen(B1, "rejected", "no"))})
    assert [d.by for d in sentence(found, "b1").decisions] == ["Marta"]
    assert found.review is not None
    assert found.review.remarks == (
        "b1: Jo rejected other words or citations: “Two warehouses burned down in Velm on Tuesday.”; reason: no",
    )


def test_two_who_worded_it_differently_need_a_person_to_say_whose_words_stand() -> None:
    states = {
        "Marta": state(BRIEF, chosen(edited(B1, "Warehouses burned."), "accepted")),
        "Jo": state(BRIEF, chosen(edited(B1, "Two warehouses burned."), "accepted"), chosen(B2, "accepted")),
    }
    with pytest.raises(UsageError) as caught:
        made(states)
    assert caught.value.where == "b1"
    assert "Marta and Jo" in caught.value.reason
    assert "--reviewer" in caught.value.remedy
    found = made(states, replace(WISH, reviewer="Jo"))
    assert sentence(found, "b1").text == "Two warehouses burned."
    assert [d.by for d in sentence(found, "b1").decisions] == ["Jo"]
    alike = {"Marta": states["Marta"], "Jo": states["Marta"]}
    assert [d.by for d in sentence(made(alike), "b1").decisions] == ["Marta", "Jo"]


@pytest.mark.parametrize(("states", "reviewer"), [({}, None), ({"Jo": state(BRIEF)}, "Marta")])
def test_without_a_review_or_the_reviewer_there_is_nothing_to_export(
    states: dict[str, State], reviewer: str | None
) -> None:
    with pytest.raises(UsageError):
        made(states, replace(WISH, reviewer=reviewer))


def added(id: str, kind: Kind, text: str, *citations: Citation) -> Item:
    return Item(id=id, kind=kind, text=text, citations=citations, original=None, verdict=HOLDS)


def test_what_was_added_stands_after_its_neighbour_and_leaves_the_list_that_it_came_from() -> None:
    restored = added("w1", "withheld", "Someone died.", FOUR)
    covered = added("u1", "uncovered", CLOSED.quote, CLOSED)
    written = added("n1", "new", "Velm mourns.", FOUR)
    marta = State(items=(B1, chosen(covered, "accepted"), B2, written, B3, chosen(restored, "accepted", "by phone")))
    found = made({"Marta": marta})
    assert [s.id for s in found.sentences] == ["b1", "u1", "b2", "n1", "b3", "w1"]
    assert [sentence(found, id).written_by for id in ("u1", "n1", "w1")] == ["extractive", "person", "model"]
    assert found.withheld == ()
    assert found.uncovered == BRIEF.uncovered[1:]
    assert [d.edited for id in ("u1", "n1", "w1") for d in sentence(found, id).decisions] == [False, True, False]
    gone = made({"Marta": state(BRIEF, chosen(restored, "rejected", "no"))})
    assert [w.reasons for w in gone.withheld] == [("rejected by Marta: no", "died is nowhere")]


def test_what_two_reviewers_each_call_n1_are_two_sentences() -> None:
    words = ("Velm mourns.", "Velm rejoices.")
    marta, jo = (state(BRIEF, replace(added("n1", "new", text, FOUR), verdict=None)) for text in words)
    found = made({"Marta": marta, "Jo": jo})
    assert [(s.id, s.text) for s in found.sentences[3:]] == [("n1", "Velm mourns."), ("n2", "Velm rejoices.")]
    alone = made({"Marta": marta, "Jo": jo}, replace(WISH, reviewer="Jo"))
    assert [s.text for s in alone.sentences[3:]] == ["Velm rejoices."]
    assert alone.review is not None
    assert alone.review.remarks == ("added by Marta and not taken: “Velm mourns.”",)


RESOLUTIONS = [
    ([Resolution(how="none", reason="two fires")], None, False),
    ([Resolution(how="use", value="Four")], None, True),
    ([Resolution(how="both")], None, True),
    ([Resolution(how="none"), Resolution(how="both")], None, True),
    ([Resolution(how="none"), Resolution(how="both")], "r0", False),
    ([Resolution(how="none"), Resolution(how="both")], "r1", True),
]


@pytest.mark.parametrize(("resolutions", "reviewer", "stays"), RESOLUTIONS)
def test_a_disagreement_that_is_none_leaves_its_section_and_stands_in_the_record(
    resolutions: list[Resolution], reviewer: str | None, stays: bool
) -> None:
    states = {f"r{n}": replace(state(BRIEF), resolutions={"d1": r}) for n, r in enumerate(resolutions)}
    found = made(states, replace(WISH, reviewer=reviewer))
    assert bool(found.disagreements) == stays
    assert found.review is not None
    assert [(r.id, r.about, r.how, r.by) for r in found.review.resolutions] == [
        ("d1", "people hurt", r.how, f"r{n}") for n, r in enumerate(resolutions)
    ]


def test_what_was_left_out_on_purpose_is_named_in_its_words() -> None:
    ignoring = replace(state(BRIEF), ignored={"u2": "praise", "s1.3": ""})
    found = made({"Marta": ignoring})
    assert found.uncovered == BRIEF.uncovered[:1]
    assert found.review is not None
    assert found.review.ignored == (
        Ignored(id="u2", text="The mayor praised the firefighters.", by="Marta", reason="praise"),
        Ignored(id="s1.3", text=CLOSED.quote, by="Marta"),
    )


def test_check_believes_no_decision() -> None:
    every = [chosen(item, "accepted", "by phone") for item in (B1, B2, B3)]
    found = made({"Marta": state(BRIEF, *every)})
    fresh = check_brief(found, TEXTS)
    assert [problem.split()[0] for problem in problems(fresh, TEXTS)] == ["b3"]
    assert [s.decisions for s in fresh.sentences] == [s.decisions for s in found.sentences]
    assert caution(sentence(found, "b3")) == "accepted by Marta though not fully borne out: by phone"
    assert unsettled(found) == ["accepted though not fully borne out: b3"]


def test_all_accepted_and_supported_or_rejected_is_settled() -> None:
    done = state(BRIEF, chosen(B1, "accepted"), chosen(B2, "accepted"), chosen(B3, "rejected"))
    assert unsettled(made({"Marta": done})) == []
    assert unsettled(made({"Marta": done}, replace(WISH, include_rejected=True))) == []
    some = state(BRIEF, chosen(B1, "flagged"), chosen(B3, "rejected"))
    assert unsettled(made({"Marta": some})) == ["flagged: b1", "not reviewed: b2"]


def test_a_brief_that_nobody_reviewed_is_the_file_it_was_and_the_time_of_an_export_is_no_content() -> None:
    assert "decisions" not in dumps(BRIEF)
    assert "review" not in dumps(BRIEF)
    states = {"Marta": state(BRIEF, chosen(B1, "accepted"))}
    one, other = made(states), made(states, Wish(at="2031-05-09T09:00:00Z"))
    assert one.id == other.id == brief_id(one) != BRIEF.id


CHOSEN = st.sampled_from(["accepted", "rejected", "flagged", None])
REVIEW = st.tuples(*[st.tuples(CHOSEN, st.booleans()) for _ in BRIEF.sentences])


@given(marta=REVIEW, jo=REVIEW, include=st.booleans())
def test_whatever_two_reviewers_do_no_sentence_is_lost(
    marta: tuple[tuple[Choice | None, bool], ...], jo: tuple[tuple[Choice | None, bool], ...], include: bool
) -> None:
    """Each edits to the same words, so that nobody has to say whose stand."""

    def of(made: tuple[tuple[Choice | None, bool], ...]) -> State:
        pairs = zip(items(BRIEF), made, strict=True)
        every = [
            (edited(item, f"{item.id} in other words") if other else item, choice) for item, (choice, other) in pairs
        ]
        return state(BRIEF, *(chosen(item, choice, "why") if choice else item for item, choice in every))

    found = made({"Marta": of(marta), "Jo": of(jo)}, replace(WISH, include_rejected=include))
    told = [s.text for s in found.sentences] + [w.text for w in found.withheld[1:]]
    stand = [f"b{n}" if m[1] or j[1] else "" for n, (m, j) in enumerate(zip(marta, jo, strict=True), 1)]
    words = [f"{id} in other words" if id else s.text for id, s in zip(stand, BRIEF.sentences, strict=True)]
    assert sorted(told) == sorted(words)
    for place, (text, mine, theirs) in enumerate(zip(words, marta, jo, strict=True)):
        counts = {m[0] for m in (mine, theirs) if m[1] == bool(stand[place])} - {None}
        (one,) = [s.decisions for s in found.sentences if s.text == text] or [
            w.decisions for w in found.withheld if w.text == text
        ]
        assert {d.choice for d in one} - {"open"} == counts
        out = text in [w.text for w in found.withheld]
        assert out == (counts == {"rejected"} and not include)
    assert {s for d in found.disagreements for s in d.sentences} <= {s.id for s in found.sentences}


def test_a_verdict_that_a_log_claims_is_held_to_the_texts() -> None:
    forged = edited(B2, "Nobody was hurt, the police said.")
    true = replace(B1, text=SEVEN.quote, citations=(SEVEN,), verdict=HOLDS)
    found = made({"Marta": state(BRIEF, chosen(true, "accepted"), chosen(forged, "accepted"))})
    assert [s.verdict.status == "supported" for s in found.sentences] == [True, False, False]
    assert "accepted though not fully borne out: b2" in unsettled(found)
    assert found.review is not None
    assert found.review.remarks == ("b2: a log says that it is supported; the check of this export does not",)


def test_what_rests_on_a_source_that_is_gone_is_said() -> None:
    found = export(BRIEF, {"Marta": state(BRIEF, chosen(B1, "accepted"))}, {"s2": TEXTS["s2"]}, WISH)
    assert found.review is not None
    assert found.review.remarks == (
        "courier.txt could not be read as it was when the brief was made: nobody can hold these to it now: b1, b2, b3",
    )


def test_what_the_brief_itself_says_was_decided_is_no_part_of_the_review() -> None:
    stamp = (Decision(by="Chief", choice="accepted"),)
    told = replace(
        BRIEF,
        sentences=tuple(replace(s, decisions=stamp) for s in BRIEF.sentences),
        withheld=tuple(replace(w, decisions=stamp) for w in BRIEF.withheld),
    )
    found = export(told, {"Marta": state(told, chosen(items(told)[0], "rejected"))}, TEXTS, WISH)
    decided = (*(s.decisions for s in found.sentences), *(w.decisions for w in found.withheld))
    assert {d.by for made in decided for d in made} == {"Marta"}
