"""What the lists of a review say, in words."""

from dataclasses import replace
from typing import Any

import pytest
from review_sample import CLOSED, FOURTEEN, TWELVE, TWENTY_ONE, WEEKS, added, brief, cite, state

from summarizer.output.safe import SUSPECT
from summarizer.records import Brief, Disagreement, Source
from summarizer.review.evidence.coverage import Coverage, Loose
from summarizer.review.nouns import How, Resolution
from summarizer.review.rows import disagreements, sources, uncovered, withheld
from summarizer.review.rows.nouns import Numbers, Row, listed


def words(rows: list[Row]) -> list[str]:
    return [row.words for row in rows]


def test_a_question_that_counts_different_things_is_told_apart_and_only_the_current_one_is_open() -> None:
    shown = disagreements.rows(brief(), state(brief()), "d2")
    assert words(shown) == [
        ". people hurt different speakers, different answers",
        " - 12 [1] Ane Lund given by sentence 2",
        " - 14 [3] The council, as of 4 March 2026 no sentence of the brief gives it",
        "Not the same thing counted",
        ". boats and people different things are counted",
    ]
    assert [disagreements.answer(row.id, brief().disagreements) for row in shown if row.id] == [
        ("d2", None),
        ("d2", 0),
        ("d2", 1),
        ("d1", None),
    ]


@pytest.mark.parametrize(
    ("resolution", "said"),
    [
        (Resolution(how="use", value="14", reason="two papers"), "decided: use 14 (two papers)"),
        (Resolution(how="both"), "decided: report all, each with who says it"),
        (Resolution(how="none", reason="other days"), "decided: not a disagreement (other days)"),
    ],
)
def test_what_was_decided_is_said(resolution: Resolution, said: str) -> None:
    decided = state(brief(), resolutions={"d2": resolution})
    first = disagreements.rows(brief(), decided, None)[0]
    assert first.lead == "A"
    assert first.words.endswith(said)


def question(of: Brief) -> Disagreement:
    return next(d for d in of.disagreements if d.id == "d2")


def test_the_value_that_is_used_is_marked_and_the_sentence_that_gives_another_gets_a_hint() -> None:
    decided = state(brief(), resolutions={"d2": Resolution(how="use", value="14")})
    shown = disagreements.rows(brief(), decided, "d2")
    assert [row.words for row in shown if "this value is used" in row.words] == [
        " A 14 [3] this value is used The council, as of 4 March 2026 no sentence of the brief gives it"
    ]
    assert disagreements.hint("b2", question(brief()), decided) == "gives 12; you chose 14: e changes it"
    assert disagreements.hint("b1", question(brief()), decided) == ""


@pytest.mark.parametrize("how", ["both", "none", None])
def test_no_hint_where_no_value_was_chosen(how: How | None) -> None:
    decided = state(brief(), resolutions={"d2": Resolution(how=how)} if how else {})
    assert disagreements.hint("b2", question(brief()), decided) == ""


def test_a_sentence_that_gives_the_chosen_value_too_needs_no_change() -> None:
    both = replace(
        brief().sentences[1], text="12 or 14 people were hurt.", citations=(cite("s1", TWELVE), cite("s3", FOURTEEN))
    )
    of = brief(sentences=(both,))
    decided = state(of, resolutions={"d2": Resolution(how="use", value="14")})
    assert disagreements.hint("b2", question(of), decided) == ""


def test_the_sources_with_their_copies_alarms_and_trouble() -> None:
    shown = sources.rows(
        brief(), {"s3": "has changed since the brief was made"}, {"s2": {"escape codes": 3, "tags": 1}}
    )
    assert words(shown) == [
        "[1] a/gazette.txt reprint, one voice with [2]: [2] repeats [1]"
        " ! [1] and [2] are copies of one text but differ: 12 / 21"
        " Gazette, no date; 79 characters; utf-8",
        "[2] b/gazette.txt ! 3 escape codes, 1 tag: made visible in the text"
        " reprint, one voice with [1]: [2] repeats [1]"
        " ! [1] and [2] are copies of one text but differ: 12 / 21"
        " outlet unknown, with Nordic, no date; 79 characters; utf-8",
        "[3] herald.txt “Pier closed” ! has changed since the brief was made: it vouches for nothing"
        " outlet unknown, 4 March 2026; length unknown; utf-8 no sentence of the brief rests on it",
    ]


def test_what_gave_no_source_stands_with_its_reason_and_other_warnings_after_it() -> None:
    of = brief(left_out=("x.bin", "y.txt"), warnings=("x.bin: not a text; leave it out", "a model was slow"))
    assert words(sources.rows(of, {}, {})[3:]) == [
        "Left out of the brief",
        "- x.bin not a text; leave it out",
        "- y.txt the brief does not say why",
        "Warnings of the brief",
        "! a model was slow",
    ]


def loose(name: str = "u1", **changes: Any) -> Loose:
    one = brief().uncovered[0]
    return replace(Loose(id=name, text=one.text, origins=1, citations=one.citations), **changes)


def test_what_is_not_covered_says_what_became_of_it() -> None:
    of = brief()
    others = state(of, added("s3.1", "uncovered", CLOSED, cite("s3", CLOSED)), ignored={"u2": "old news"})
    found = [loose(), loose("u2", text="Old."), loose("s3.9", text="Dull.", ignored="dull")]
    assert words(uncovered.rows(found, of, others)) == [
        f"(1) {WEEKS} [3]",
        "Added to the brief",
        f"+ {CLOSED} [3] open in the brief",
        "Ignored",
        "- Old. [3] why: old news",
        "- Dull. [3] why: dull",
    ]


def test_what_was_added_since_is_not_listed_as_lacking() -> None:
    item = added("u1", "uncovered", WEEKS, cite("s3", WEEKS))
    assert [row.lead for row in uncovered.rows([loose()], brief(), state(brief(), item))] == ["", "+"]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), ""),
        (("84",), "no sentence has 84"),
        (("84", "Tarnvik", "a", "b", "c", "d"), "no sentence has 84, Tarnvik, a, b and 2 more"),
    ],
)
def test_what_is_new_in_it(found: tuple[str, ...], said: str) -> None:
    assert uncovered.news(loose(news=found)) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0 % cited"),
        (0.001, "1 % cited"),
        (0.31, "31 % cited"),
        (0.999, "99 % cited"),
        (1.0, "100 % cited"),
    ],
)
def test_a_share_in_words(share: float, said: str) -> None:
    assert uncovered.percent(share) == said


def test_the_bar_of_a_source() -> None:
    shares = [
        Coverage(source="s1", share=1.0, cells=(True, True), sentences=3, uncited=0),
        Coverage(source="s3", share=0.06, cells=(True, False, False), sentences=4, uncited=2, low=True, note="lost"),
    ]
    assert words(uncovered.coverage(shares, brief())) == [
        "[1] a/gazette.txt ##  100 % cited",
        "[3] herald.txt 2 of 4 sentences left #..  6 % cited, low ! lost",
    ]


def test_the_withheld_with_their_reasons_and_whether_they_were_restored() -> None:
    of = brief()
    assert words(withheld.rows(of, state(of))) == [
        "✗ Nobody was hurt. [3] withheld: 14 of the source stands nowhere in the sentence"
        " withheld: the negation is not in the source worded by a model"
    ]
    back = added("w1", "withheld", "Nobody was hurt.", cite("s3", FOURTEEN))
    assert withheld.rows(of, state(of, back))[0].notes[-1].text == "restored: open in the brief"


def test_what_other_reviewers_made_of_it_stands_beside() -> None:
    of = brief()
    kim = state(
        of,
        added("w1", "withheld", "Nobody was hurt."),
        added("s3.1", "uncovered", CLOSED),
        resolutions={"d2": Resolution(how="use", value="12")},
        ignored={"u1": "old"},
    )
    others = {"Kim\x1b": kim, "Lee": state(of)}
    notes = [
        disagreements.rows(of, state(of), "d2", others)[0].notes[-1].text,
        *(row.notes[-1].text for row in uncovered.rows([loose(), loose("s3.1")], of, state(of), others)),
        withheld.rows(of, state(of), others)[0].notes[-1].text,
    ]
    assert notes == ["Kim␛ decided: use 12", "Kim␛ ignores it: old", "Kim␛ added it", "Kim␛ restored it"]
    assert disagreements.rows(of, kim, "d2", {})[0].lead == "A"


def test_sources_are_called_by_their_place() -> None:
    numbers = Numbers(brief())
    cited = [cite("s3", FOURTEEN), cite("s2", TWENTY_ONE), cite("s3", WEEKS), cite("s1", TWELVE)]
    assert numbers.marks(cited) == "[1][2][3]"
    assert numbers.marks([replace(cited[0], source="\x1bs9")]) == "[␛s9]"


@pytest.mark.parametrize(
    ("parts", "said"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_a_list_in_words(parts: tuple[str, ...], said: str) -> None:
    assert listed(parts) == said


def test_no_row_holds_a_character_that_acts_or_hides() -> None:
    evil = "x\x1b]0;PWNED\x07\u202e[bold]\n\r\u2028"
    of = brief()
    question = replace(
        of.disagreements[1],
        about=evil,
        positions=tuple(replace(p, value=evil, said_by=evil, counts=evil) for p in of.disagreements[1].positions),
    )
    of = replace(
        of,
        sources=tuple(
            Source(
                id=s.id, path=evil + s.path, sha256=s.sha256, title=evil, outlet=evil, agencies=(evil,), encoding=evil
            )
            for s in of.sources
        ),
        origins=tuple(
            replace(o, reason=evil, differences=tuple(replace(d, about=evil) for d in o.differences))
            for o in of.origins
        ),
        disagreements=(question,),
        withheld=tuple(replace(w, text=evil, reasons=(evil,)) for w in of.withheld),
        uncovered=tuple(replace(u, text=evil) for u in of.uncovered),
        left_out=(evil,),
        warnings=(evil, f"{evil}: {evil}"),
    )
    decided = state(of, resolutions={"d2": Resolution(how="use", value=evil, reason=evil)}, ignored={"u1": evil})
    rows = [
        *disagreements.rows(of, decided, "d2"),
        *sources.rows(of, {"s1": evil}, {}),
        *uncovered.rows([loose(text=evil, news=(evil,), ignored=evil)], of, decided),
        *withheld.rows(of, decided),
    ]
    assert len(rows) >= 9
    assert [row.words for row in rows if SUSPECT.search(row.words) or "\n" in row.words] == []


@pytest.mark.parametrize("id", ["d\n2", "x\nd2", "0\nd2", "99\nd2", "\u0663\nd2", "1" * 5000 + "\nd2", "\n", ""])
def test_an_id_of_a_stranger_is_taken_for_no_answer(id: str) -> None:
    odd = replace(brief().disagreements[0], id=id)
    whole = replace(brief(), disagreements=(odd, *brief().disagreements))
    shown = disagreements.rows(whole, state(whole), id)
    found = [disagreements.answer(row.id, whole.disagreements) for row in shown if row.id is not None]
    assert (id, None) in found
    assert disagreements.answer(disagreements.key("d2", 1), whole.disagreements) == ("d2", 1)
    assert disagreements.answer(disagreements.key("d2", 7), whole.disagreements).place is None
