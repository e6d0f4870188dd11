"""Everybody's decisions, read without a lock and without a trace."""

from pathlib import Path

import pytest
from velm import on_disk

from summarizer.errors import StoreError
from summarizer.output.files import read_brief
from summarizer.review.outcome.gathering import around, everyone
from summarizer.review.session import Session


def test_everybody_who_did_anything_is_there_and_nothing_is_written(tmp_path: Path) -> None:
    path = on_disk(tmp_path)
    brief = read_brief(path)
    assert everyone(brief, path) == ({}, ())
    assert not (tmp_path / "velm.review").exists()
    with Session.open(brief, path, "Marta") as marta, Session.open(brief, path, "Jo/../x") as jo:
        marta.decide("b1", "accepted")
        jo.decide("b1", "rejected", "no")
        with Session.open(brief, path, "Looker") as looker:
            looker.saw("b1", "s1")
            looker.decide("b2", "accepted")
            looker.undo()
        before = {file: file.stat().st_mtime_ns for file in (tmp_path / "velm.review").iterdir()}
        states, notices = everyone(brief, path)  # while both are open
        assert {name: state.items[0].choice for name, state in states.items()} == {
            "Jo/../x": "rejected",
            "Marta": "accepted",
        }
        assert (states["Marta"], notices) == (marta.state, ())
        marta.poll()
        assert around(marta) == states
        assert list(around(marta)) == ["Marta", "Jo/../x"]
        assert {file: file.stat().st_mtime_ns for file in (tmp_path / "velm.review").iterdir()} == before


def test_a_torn_line_is_told_and_a_log_that_cannot_be_read_stops(tmp_path: Path) -> None:
    path = on_disk(tmp_path)
    brief = read_brief(path)
    with Session.open(brief, path, "Marta") as session:
        session.decide("b1", "accepted")
    log = tmp_path / "velm.review" / "Marta.jsonl"
    with log.open("a") as file:
        file.write("nonsense\n")
    states, notices = everyone(brief, path)
    assert states["Marta"].items[0].choice == "accepted"
    assert len(notices) == 1
    assert "Marta.jsonl ends in 9 bytes" in notices[0]
    (tmp_path / "velm.review" / "Jo.jsonl").mkdir()
    with pytest.raises(StoreError, match=r"Jo\.jsonl"):
        everyone(brief, path)
