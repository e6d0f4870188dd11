"""What of each source is cited, and what no sentence cites, in an order that can be said in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from sample import BOATS, DAM, SCHOOLS, TEXTS, TWENTY, added, cite, laid, state

from summarizer.review.evidence.coverage import coverage, loose
from summarizer.review.evidence.desk import Desk
from summarizer.review.nouns import State


def test_how_much_of_each_source_is_cited(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    one, two, three = coverage(state(brief).items, Desk(brief, tmp_path), cells=10)
    body = [BOATS, DAM, SCHOOLS, "Prices rose by 4 percent in Norwick."]
    assert one.share == pytest.approx(len(BOATS) / sum(map(len, body)))
    assert (one.sentences, one.uncited, two.uncited, three.uncited) == (4, 3, 1, 2)
    start = TEXTS["s1"].index(BOATS)
    lit = [n for n in range(10) if (n + 1) * len(TEXTS["s1"]) // 10 > start and n * len(TEXTS["s1"]) // 10 < start + 37]
    assert [n for n, cell in enumerate(one.cells) if cell] == lit
    assert (three.share, three.cells, three.low) == (0.0, (False,) * 10, True)
    assert not one.low


def test_what_is_cited_twice_counts_once_and_what_is_rejected_not_at_all(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    desk = Desk(brief, tmp_path)
    plain = state(brief)
    twice = state(brief, added("n1", "Boats sank.", cite("s1", "Twelve boats sank"), cite("s1", "boats sank in Aldby")))
    assert coverage(twice.items, desk) == coverage(plain.items, desk)
    rejected = [replace(item, choice="rejected") for item in plain.items]
    assert [c.share for c in coverage(rejected, desk)] == [0, 0, 0]


def test_a_source_without_a_text_is_measured_by_what_the_brief_knows_of_it(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    brief = replace(brief, sources=(replace(brief.sources[0], characters=len(TEXTS["s1"])), *brief.sources[1:]))
    whole = coverage(state(brief).items, Desk(brief, tmp_path))[0]
    (tmp_path / "s1.txt").unlink()
    lost = coverage(state(brief).items, Desk(brief, tmp_path))[0]
    assert lost.cells == whole.cells
    assert lost.share == pytest.approx(len(BOATS) / len(TEXTS["s1"]))
    assert lost.note.startswith("not found")


def test_what_nothing_cites_comes_in_the_order_of_the_rule(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    found = loose(brief, state(brief), Desk(brief, tmp_path))
    assert [(one.id, one.text, one.origins) for one in found] == [
        ("u1", DAM, 1),
        ("s1.5", "Prices rose by 4 percent in Norwick.", 1),
        ("s3.2", TWENTY, 1),
        ("s1.4", SCHOOLS, 1),
        ("s3.3", "Nobody was at sea.", 1),
    ]
    assert found[1].news == ("4 percent", "Norwick")
    assert (found[2].news, found[3].news) == (("Twenty",), ())
    assert found[3].citations == (cite("s1", SCHOOLS), cite("s2", SCHOOLS))


def test_a_sentence_of_two_origins_comes_before_one_of_one(tmp_path: Path) -> None:
    brief = replace(laid(tmp_path), origins=())
    assert [(one.id, one.origins) for one in loose(brief, state(brief), Desk(brief, tmp_path))][1] == ("s1.4", 2)


def test_what_was_added_is_left_out_and_what_was_ignored_comes_last(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    desk = Desk(brief, tmp_path)
    more = state(brief, added("u1", DAM, cite("s1", DAM)), added("s3.2", TWENTY, cite("s3", TWENTY)))
    found = loose(brief, State(items=more.items, ignored={"s1.5": "beside the point"}), desk)
    assert [(one.id, one.ignored) for one in found] == [
        ("s1.4", None),
        ("s3.3", None),
        ("s1.5", "beside the point"),
    ]


def test_what_another_sentence_has_come_to_cite_is_no_longer_loose(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    more = state(brief, added("n1", "The mayor denied it.", cite("s1", DAM)), added("n2", "Shut.", cite("s2", SCHOOLS)))
    ids = [one.id for one in loose(brief, more, Desk(brief, tmp_path))]
    assert "u1" not in ids
    assert "s2.4" not in ids
    assert "s1.4" in ids  # its twin in the other source is still cited by nothing


def test_what_is_cited_in_part_is_still_named(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    (uncovered,) = brief.uncovered
    brief = replace(brief, uncovered=(replace(uncovered, citations=(*uncovered.citations, cite("s2", SCHOOLS))),))
    half = state(brief, added("n1", "The mayor denied it.", cite("s1", DAM)))
    assert loose(brief, half, Desk(brief, tmp_path))[0].id == "u1"


def test_a_sentence_that_was_added_and_cited_anew_is_not_offered_again(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    moved = state(brief, added("s3.2", TWENTY, cite("s3", "Nobody was at sea.")))
    assert "s3.2" not in [one.id for one in loose(brief, moved, Desk(brief, tmp_path))]


def test_who_cancels_gets_nothing(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    assert loose(brief, state(brief), Desk(brief, tmp_path), lambda: True) == ()
    assert coverage(state(brief).items, Desk(brief, tmp_path), cancelled=lambda: True) == ()
