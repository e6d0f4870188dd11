"""Which sentence gives which position, which say otherwise, and what "both" still has to add."""

from dataclasses import replace
from pathlib import Path

import pytest
from sample import FOURTEEN, TWENTY, added, cite, laid, state

from summarizer.records import Position
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.disputes import Standing, additions, others, positions
from summarizer.review.nouns import State


def test_each_position_with_the_sentences_that_give_it(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    plain = state(brief)
    assert [s.given_by for s in positions(brief, plain)["d1"]] == [("b2",), ()]
    more = state(brief, added("n1", TWENTY, cite("s3", TWENTY)), added("n2", FOURTEEN, cite("s3", TWENTY)))
    assert [s.given_by for s in positions(brief, more)["d1"]] == [("b2",), ("n1",)]
    gone = State(items=tuple(replace(item, choice="rejected") for item in more.items))
    assert [s.given_by for s in positions(brief, gone)["d1"]] == [(), ()]


def test_sentences_with_another_value(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    both = "Fourteen or twenty people were injured."
    more = state(
        brief, added("n1", TWENTY, cite("s3", TWENTY)), added("n2", both, cite("s2", FOURTEEN), cite("s3", TWENTY))
    )
    found = positions(brief, more)["d1"]
    assert [s.given_by for s in found] == [("b2", "n2"), ("n1", "n2")]
    assert others(found, "20") == ("b2",)
    assert others(found, "twenty") == ("b2",)
    assert others(found, "14") == ("n1",)
    assert others(found, "31") == ("b2", "n2", "n1")


@pytest.mark.parametrize(
    ("given_value", "asked", "same"),
    [
        ("14", "fourteen", True),
        ("14", "as many as 14", True),
        ("about 14 people", "14", True),
        ("14", "15", False),
        ("no comment", "No comment", True),
        ("no comment", "a denial", False),
        ("announced plans to send 14 troops", "denied having sent 14 troops", False),
    ],
)
def test_which_values_are_the_same(given_value: str, asked: str, same: bool) -> None:
    position = Position(value=given_value, citations=(cite("s2", FOURTEEN),))
    assert others([Standing(position=position, given_by=("b1",))], asked) == (() if same else ("b1",))


def test_both_adds_the_sources_own_whole_sentence_once(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    desk = Desk(brief, tmp_path)
    (wanted,) = additions(positions(brief, state(brief))["d1"], desk)
    assert (wanted.text, wanted.citations) == (TWENTY, (cite("s3", TWENTY),))
    more = state(brief, added("n1", wanted.text, *wanted.citations))
    assert additions(positions(brief, more)["d1"], desk) == ()
    (d1,) = brief.disagreements
    told_twice = replace(d1, positions=(*d1.positions, replace(d1.positions[1], said_by="a doctor")))
    again = replace(brief, disagreements=(told_twice,))
    assert len(additions(positions(again, state(again))["d1"], desk)) == 1


def test_a_value_that_is_given_with_another_bound_is_not_added(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    (d1,) = brief.disagreements
    bound = replace(d1.positions[1], value="at least 14")
    again = replace(brief, disagreements=(replace(d1, positions=(d1.positions[0], bound)),))
    found = positions(again, state(again))["d1"]
    assert [s.given_by for s in found] == [("b2",), ()]
    assert additions(found, Desk(again, tmp_path)) == ()


def test_a_source_that_is_gone_is_quoted_from_the_brief(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    (tmp_path / "s3.txt").unlink()
    (wanted,) = additions(positions(brief, state(brief))["d1"], Desk(brief, tmp_path))
    assert wanted.text == "Twenty people were injured"
