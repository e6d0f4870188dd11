"""Decisions without a screen: into the same log, with the same demands, and not one of them by a line misunderstood."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from velm import BURNED, on_disk

from summarizer.errors import UsageError
from summarizer.output.files import read_brief
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.examining import Examiner
from summarizer.review.session import Session
from summarizer.review.without_screen import telling
from summarizer.review.without_screen.deciding import Wish, decide, decide_all, wishes


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = on_disk(tmp_path)
    with Session.open(read_brief(path), path, "Marta") as opened:
        yield opened


@pytest.fixture
def examiner(session: Session) -> Examiner:
    return Examiner(session.brief, Desk(session.brief, session.path.parent))


def choice(session: Session, name: str) -> tuple[str | None, str]:
    item = session.state.item(name)
    assert item is not None
    return item.choice, item.reason


DECIDED = [("accept", "accepted"), ("reject", "rejected"), ("flag", "flagged"), ("open", None)]


@pytest.mark.parametrize(("what", "chosen"), DECIDED)
def test_a_decision_is_in_the_log(session: Session, what: str, chosen: str | None) -> None:
    decide(session, "b1", "reject", "first")
    decide(session, "b1", what, " for  this ")
    assert choice(session, "b1") == (chosen, "for this" if chosen else "")
    path = session.path
    with Session.open(session.brief, path, "Jo") as other:
        assert other.others["Marta"].item("b1") == session.state.item("b1")


def test_what_counts_different_things_is_no_disagreement_and_cannot_be_decided(tmp_path: Path) -> None:
    path = on_disk(tmp_path)
    brief = read_brief(path)
    scope = tuple(replace(found, kind="scope") for found in brief.disagreements)
    with Session.open(replace(brief, disagreements=scope), path, "Marta") as session:
        for how in ("use", "both", "none"):
            with pytest.raises(UsageError, match="d1: counts different things"):
                decide(session, "d1", how, "why", "Four")
        assert session.state.resolutions == {}
        assert "Disagreements" not in telling.beside(session.brief, session.state)


def test_what_is_not_supported_needs_a_reason(session: Session) -> None:
    with pytest.raises(UsageError, match="b3: is unsupported, so that accepting it needs a reason"):
        decide(session, "b3", "accept")
    with pytest.raises(UsageError, match="reason"):
        decide(session, "b3", "accept", "  ")
    assert choice(session, "b3") == (None, "")
    decide(session, "b3", "accept", "by phone")
    assert choice(session, "b3") == ("accepted", "by phone")


def test_an_edit_is_checked_and_its_evidence_found_anew(session: Session, examiner: Examiner) -> None:
    decide(session, "b1", "edit", text="Seven people were hurt, the hospital said.", examiner=examiner)
    item = session.state.item("b1")
    assert item is not None
    assert item.verdict is not None
    assert (item.verdict.status, [c.source for c in item.citations]) == ("supported", ["s2"])
    assert session.undo() == "b1"
    assert session.state.item("b1") == session.state.items[0]
    assert session.state.items[0].citations == (BURNED,)  # one act: the words and their new evidence


def test_an_edit_without_examiner_is_unchecked_and_needs_a_reason(session: Session, examiner: Examiner) -> None:
    decide(session, "b1", "edit", text="Two warehouses burned down.")
    with pytest.raises(UsageError, match="has changed since it was checked"):
        decide(session, "b1", "accept")
    decide(session, "b1", "accept", examiner=examiner)  # which is checked first, and holds
    assert choice(session, "b1") == ("accepted", "")


def test_a_note_is_kept(session: Session) -> None:
    decide(session, "b1", "note", text="ask the fire brigade")
    assert session.state.items[0].note == "ask the fire brigade"


WRONG = [
    ("b9", "accept", "b9: is not known here; known are: b1, b2, b3"),
    ("b1", "approve", "approve: is no decision; say one of: accept"),
    ("b1", "edit", "an edit needs words"),
    ("\x1b]0;X\x07", "accept", "known are"),
]


@pytest.mark.parametrize(("name", "what", "told"), WRONG)
def test_what_cannot_be_done_is_one_safe_line(session: Session, name: str, what: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        decide(session, name, what)
    assert told in str(caught.value)
    assert str(caught.value).isprintable()
    assert session.state.open == session.state.items


def test_what_was_withheld_or_left_out_is_added_and_checked(session: Session, examiner: Examiner) -> None:
    asked = '{"id": "w1", "decision": "add"}\n{"id": "w1", "decision": "accept", "reason": "by phone"}\n'
    assert decide_all(session, wishes(asked, "x"), examiner) == 2
    decide(session, "u1", "add", examiner=examiner)
    decide(session, "u2", "ignore", "praise")
    items = {item.id: item for item in session.state.items}
    assert [(i.text, i.verdict and i.verdict.status) for i in (items["w1"], items["u1"])] == [
        ("Someone died.", "unchecked"),
        ("The harbour stays closed until Friday.", "supported"),
    ]
    assert (items["w1"].choice, session.state.ignored) == ("accepted", {"u2": "praise"})


def test_a_disagreement_is_resolved_and_opened_again(session: Session) -> None:
    for what, text, reason in (("use", "Four", "counted"), ("none", "", "two fires"), ("both", "", "")):
        decide(session, "d1", what, reason, text)
        made = session.state.resolutions["d1"]
        assert (made.how, made.value, made.reason) == (what, text, reason)
    decide(session, "d1", "open")
    assert session.state.resolutions == {}


NOT_SO = [
    ("d1", "use", "Nine", "add --text with one of: Four; Seven"),
    ("d1", "none", "", "needs a reason"),
    ("b1", "use", "Four", "known are: d1"),
    ("d1", "accept", "", "known are: b1, b2, b3"),
    ("w7", "add", "", "known are: w1, u1, u2"),
    ("b1", "add", "", "known are: w1, u1, u2"),
    ("w1", "ignore", "", "known are: u1, u2"),
]


@pytest.mark.parametrize(("name", "what", "text", "told"), NOT_SO)
def test_what_does_not_go_together_says_what_does(session: Session, name: str, what: str, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        decide(session, name, what, text=text)
    assert told in str(caught.value)
    assert session.state.undo is None


def test_a_window_that_is_read_only_says_who_holds_it(session: Session) -> None:
    with (
        Session.open(session.brief, session.path, "Marta") as second,
        pytest.raises(UsageError, match="held") as caught,
    ):
        decide(second, "b1", "accept")
    assert "--reviewer" in caught.value.remedy


def test_many_are_decided_in_order(session: Session, examiner: Examiner) -> None:
    given = (
        '{"id": "b1", "decision": "accept"}\n\n{"id": "b3", "decision": "reject", "reason": "four"}\n'
        '{"id": "b2", "decision": "note", "text": "or seven"}\n'
    )
    assert decide_all(session, wishes(given, "x.jsonl"), examiner) == 3
    assert [choice(session, name) for name in ("b1", "b3")] == [("accepted", ""), ("rejected", "four")]


BROKEN = [
    ("{", "x.jsonl:2: not JSON"),
    ("[]", "x.jsonl:2: is no object of texts"),
    ('{"id": "b1", "decision": 3}', "x.jsonl:2: is no object of texts"),
    ('{"decision": "accept"}', "x.jsonl:2: `id` is missing"),
    ('{"id": "b1"}', "x.jsonl:2: `decision` is missing"),
    ('{"id": "b1", "decision": "accepted"}', "x.jsonl:2: 'accepted' is no decision"),
    ('{"id": "b1", "decision": "accept", "why": "x"}', "x.jsonl:2: unknown field 'why'"),
]


@pytest.mark.parametrize(("row", "told"), BROKEN)
def test_a_line_that_is_none_stops_before_anything_is_decided(row: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        wishes(f'{{"id": "b1", "decision": "accept"}}\n{row}\n', "x.jsonl")
    assert str(caught.value).startswith(told)


def test_an_unknown_id_stops_before_anything_is_decided(session: Session) -> None:
    asked = (Wish(id="b1", what="accept", where="x:1"), Wish(id="b8", what="accept", where="x:2"))
    with pytest.raises(UsageError, match="x:2: b8 is not known here"):
        decide_all(session, asked)
    assert session.state.open == session.state.items


def test_what_fails_later_says_how_many_were_decided(session: Session) -> None:
    asked = (Wish(id="b1", what="accept", where="x:1"), Wish(id="b3", what="accept", where="x:2"))
    with pytest.raises(UsageError, match=r"x:2: b3 is unsupported.* \(1 before it are decided\)"):
        decide_all(session, asked)
    assert choice(session, "b1") == ("accepted", "")


def test_a_source_that_is_not_what_it_was_bears_nothing_out(session: Session, examiner: Examiner) -> None:
    decide(session, "b1", "accept", examiner=examiner)
    (session.path.parent / "courier.txt").write_bytes(b"Nothing of the sort.")
    with pytest.raises(UsageError, match="b2: cites s1, which is not what it was, so that accepting it needs a reason"):
        decide(session, "b2", "accept", examiner=examiner)
    assert choice(session, "b2") == (None, "")
    decide(session, "b2", "accept", "read on paper", examiner=examiner)
    assert choice(session, "b2") == ("accepted", "read on paper")
