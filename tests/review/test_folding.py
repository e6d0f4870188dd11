"""What a log adds up to: undo, redo, other words, a brief that was made again. Properties first, then tables."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quake_review import (
    AIRPORT,
    BRIEF,
    DAM,
    DOUBTED,
    POWER,
    QUAKE,
    ROADS,
    SUPPORTED,
    WHATS,
    Step,
    events_in,
    play,
    remade,
)

from summarizer.records import UNCHECKED, Brief
from summarizer.review.folding import Folding, fold
from summarizer.review.journal.events import as_data
from summarizer.review.nouns import UNDOABLE, Choice, Event, Item, Op, State
from summarizer.review.session import Session

STEPS = st.lists(st.tuples(st.sampled_from(WHATS), st.integers(0, 7), st.integers(0, 7)), max_size=25)
ACTS = [what for what in WHATS if what in UNDOABLE or what == "cite"]
ACT = st.tuples(st.sampled_from(ACTS), st.integers(0, 7), st.integers(0, 7))


TWICE = replace(BRIEF, sentences=(*BRIEF.sentences, replace(BRIEF.sentences[0], id="b6")))  # two of the same words


def whole(brief: Brief, events: Sequence[Event]) -> Folding:
    folding = Folding(brief)
    folding.extend(events)
    return folding


def core(state: State) -> tuple[object, ...]:
    """What undo and redo must bring back: all but themselves."""
    return state.items, state.resolutions, state.ignored


def logged(steps: Sequence[Step], brief: Brief = BRIEF) -> tuple[list[Event], State]:
    with TemporaryDirectory() as folder, Session.open(brief, Path(folder) / "b.json", "Marta") as session:
        play(session, steps)
        path = session.folder / "Marta.jsonl"
        return (events_in(path) if path.exists() else []), session.state


def standing(events: Sequence[Event]) -> list[Event]:
    """Those that were not taken back, by the rule and nothing else."""
    done: list[int] = []
    undone: list[int] = []
    for event in events:
        act = event.data.get("act", 0)
        if event.op in UNDOABLE and event.act == event.seq:
            done.append(event.act)
            undone.clear()
        elif event.op == "undo" and act in done:
            done.remove(act)
            undone.append(act)
        elif event.op == "redo" and act in undone:
            undone.remove(act)
            done.append(act)
    return [e for e in events if (e.op in UNDOABLE and e.act in done) or e.op in ("verify", "seen", "export")]


@given(STEPS)
def test_growing_is_the_same_as_folding_what_stands_anew(steps: list[Step]) -> None:
    events, shown = logged(steps)
    folding = Folding(BRIEF)
    for event in events:
        folding.add(event)
        folding.state()  # shown at every moment: nothing kept from before may survive
    assert folding.state() == fold(BRIEF, events) == shown
    halfway = Folding(BRIEF)
    halfway.extend(events[: len(events) // 2])
    for event in events[len(events) // 2 :]:
        halfway.add(event)
    assert halfway.state() == shown
    again = remade(TWICE)  # and so with other ids, for which a log calls the sentences otherwise
    folding = Folding(again)
    for event in events:
        folding.add(event)
    assert folding.state() == fold(again, events)
    assert folding.core.alias == whole(again, events).core.alias
    anew = fold(BRIEF, standing(events))
    assert core(shown) == core(anew)
    assert shown.strays == anew.strays


@given(STEPS, ACT)
def test_undo_restores_what_was_before_and_redo_what_was_after(steps: list[Step], act: Step) -> None:
    with TemporaryDirectory() as folder, Session.open(BRIEF, Path(folder) / "b.json", "Marta") as session:
        play(session, steps)
        before, depth = session.state, session.state.undo
        play(session, [act])
        after = session.state
        if after.undo == depth:
            assert core(after) == core(before)  # it stood so already: no act, nothing to take back
            return
        assert after.redo is None, "a new act empties what could be done again"
        session.undo()
        assert core(session.state) == core(before)
        assert session.state.undo == depth
        session.redo()
        assert core(session.state) == core(after)


@given(STEPS)
def test_undoing_all_and_redoing_all_is_nothing(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder, Session.open(BRIEF, Path(folder) / "b.json", "Marta") as session:
        play(session, [step for step in steps if step[0] in ACTS])
        shown = session.state
        count = 0
        while session.undo() is not None:
            count += 1
        assert core(session.state) == core(fold(BRIEF, []))
        for _ in range(count):
            assert session.redo() is not None
        assert core(session.state) == core(shown)
        assert session.redo() is None


@given(STEPS, st.data())
def test_a_log_cut_anywhere_invents_no_decision(steps: list[Step], data: st.DataObject) -> None:
    events, _ = logged(steps)
    kept = data.draw(st.lists(st.booleans(), min_size=len(events), max_size=len(events)))
    left = [event for event, keep in zip(events, kept, strict=True) if keep]
    for item in fold(data.draw(st.sampled_from([BRIEF, remade()])), left).items:
        made = [e for e in left if e.op == "decide" and e.base == item.base and e.data["choice"] == item.choice]
        assert item.choice is None or item.at in [event.at for event in made]


NAMES = ["b1", "b2", "w1", "u1", "s1.3", "s9.1", "n1", "n99", "d1", "x", ""]
BASES = [*(s.base for s in fold(BRIEF, []).items[:2]), "", "0" * 64]
DATA: dict[Op, list[dict[str, Any]]] = {
    "decide": [{"choice": "accepted", "reason": ""}, {"choice": None, "reason": ""}],
    "edit": [{"text": s.text, "citations": as_data(s.citations)} for s in BRIEF.sentences[:2]],
    "note": [{"text": "x"}],
    "add": [{"text": "x", "citations": [], "after": after} for after in ("n1", "w1", None)],
    "resolve": [{"how": "use", "value": "14", "reason": ""}],
    "ignore": [{"ignored": True, "reason": ""}],
    "seen": [{"source": "s1"}],
}


@st.composite
def forged(draw: st.DrawFn) -> Event:
    op: Op = draw(st.sampled_from([*DATA, "undo", "redo"]))
    return Event(
        at="t",
        reviewer="r",
        host="h",
        tool="t",
        prev="",
        seq=draw(st.integers(1, 6)),
        act=draw(st.integers(1, 6)),
        op=op,
        about=draw(st.sampled_from(NAMES)),
        base=draw(st.sampled_from(BASES)),
        data=draw(st.sampled_from(DATA.get(op, [{"act": act} for act in range(1, 7)]))),
    )


@given(st.lists(forged(), max_size=30))
def test_nothing_that_a_log_may_hold_raises(events: list[Event]) -> None:
    folding = Folding(BRIEF)
    for event in events:
        folding.add(event)
        folding.state()
    shown = folding.state()
    assert fold(BRIEF, events) == shown
    assert sorted(item.id for item in shown.items) == sorted(set(folding.core.words)), "each sentence stands once"
    at_base: dict[str, list[str]] = {}
    for name, words in folding.core.words.items():
        at_base.setdefault(words.base, []).append(name)
    assert {base: sorted(names) for base, names in folding.core.at_base.items() if names} == {
        base: sorted(names) for base, names in at_base.items()
    }
    for name in NAMES:
        folding.about(name)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.open(BRIEF, tmp_path / "b.json", "Marta")


def item(session: Session, name: str) -> Item:
    found = session.state.item(name)
    assert found is not None
    return found


def test_an_edit_opens_the_decision_and_editing_back_revives_it(session: Session) -> None:
    session.decide("b4", "accepted", "by phone")
    was = item(session, "b4")
    assert (was.choice, was.reason, was.verdict) == ("accepted", "by phone", DOUBTED)
    session.edit("b4", "The army sent 400 soldiers.")
    now = item(session, "b4")
    assert (now.choice, now.reason, now.at, now.verdict, now.edited) == (None, "", "", None, True)
    session.edit("b4", was.text)
    assert item(session, "b4") == was


def test_other_citations_are_other_words(session: Session) -> None:
    session.decide("b1", "accepted")
    session.edit("b1", QUAKE.quote, [ROADS])
    assert (item(session, "b1").choice, item(session, "b1").verdict) == (None, None)


@pytest.mark.parametrize("choice", ["accepted", "rejected", "flagged"])
def test_a_sentence_can_be_opened_again(session: Session, choice: Choice) -> None:
    session.decide("b1", choice, "so")
    assert session.decide("b1", None)
    assert (item(session, "b1").choice, item(session, "b1").at) == (None, "")
    session.undo()
    assert (item(session, "b1").choice, item(session, "b1").reason) == (choice, "so")


def test_a_late_result_for_other_words_is_dropped(session: Session) -> None:
    session.edit("b4", "The army sent soldiers.")
    asked = item(session, "b4").base
    session.edit("b4", "Soldiers came.")
    before = session.state
    assert not session.verified("b4", asked, SUPPORTED)
    assert session.state == before
    assert session.verified("b4", item(session, "b4").base, DOUBTED)
    assert item(session, "b4").verdict == DOUBTED


def test_the_verdict_comes_back_with_its_words(session: Session) -> None:
    session.edit("b4", "Soldiers came.")
    session.verified("b4", item(session, "b4").base, SUPPORTED)
    session.undo()
    assert item(session, "b4").verdict == DOUBTED
    session.redo()
    assert item(session, "b4").verdict == SUPPORTED


def test_evidence_found_anew_is_part_of_the_edit(session: Session) -> None:
    session.edit("b4", QUAKE.quote)
    session.decide("b1", "accepted")
    assert session.verified("b4", item(session, "b4").base, SUPPORTED, [QUAKE])
    assert (item(session, "b4").citations, item(session, "b4").verdict) == ((QUAKE,), SUPPORTED)
    assert session.undo() == "b1"
    assert session.undo() == "b4"
    assert not item(session, "b4").edited
    session.redo()
    assert item(session, "b4").citations == (QUAKE,)


def test_what_was_decided_meanwhile_stands_with_its_evidence(session: Session) -> None:
    session.edit("b4", QUAKE.quote)
    asked = item(session, "b4").base
    session.decide("b4", "accepted", "I know")
    assert not session.verified("b4", asked, SUPPORTED, [QUAKE])
    assert (item(session, "b4").choice, item(session, "b4").base) == ("accepted", asked)


def test_a_sentence_that_nobody_checked_takes_the_verdict_of_a_check(tmp_path: Path) -> None:
    unchecked = replace(BRIEF, sentences=(replace(BRIEF.sentences[0], verdict=UNCHECKED), *BRIEF.sentences[1:]))
    session = Session.open(unchecked, tmp_path / "b.json", "Marta")
    assert item(session, "b1").verdict == UNCHECKED
    session.verified("b1", item(session, "b1").base, SUPPORTED)
    assert item(session, "b1").verdict == SUPPORTED


def test_what_a_brief_says_is_borne_out_is_not_once_a_check_did_not_find_so(session: Session) -> None:
    """And no check makes better what the brief says of itself: a model may have been asked then."""
    own = item(session, "b2").verdict
    assert own is not None
    assert own.status == "supported"
    session.verified("b2", item(session, "b2").base, DOUBTED)
    assert item(session, "b2").verdict == DOUBTED
    session.verified("b2", item(session, "b2").base, SUPPORTED)
    assert item(session, "b2").verdict == own
    doubted = next(i for i in session.state.items if i.verdict and i.verdict.status != "supported")
    session.verified(doubted.id, doubted.base, SUPPORTED)
    assert item(session, doubted.id).verdict == doubted.verdict


def test_what_is_added_stands_where_it_belongs(session: Session) -> None:
    assert session.add("w1", DAM.quote, [DAM], "b2")
    assert session.add("", "First.", [QUAKE], "b2")
    assert session.add("", "Below it.", [QUAKE], "n1")
    assert session.add("u2", AIRPORT.quote, [AIRPORT])
    assert not session.add("w1", DAM.quote, [DAM]), "it is there already"
    kinds = [(i.id, i.kind) for i in session.state.items if i.kind != "brief"]
    assert [i.id for i in session.state.items] == ["b1", "b2", "w1", "n1", "n2", "b3", "b4", "b5", "u2"]
    assert kinds == [("w1", "withheld"), ("n1", "new"), ("n2", "new"), ("u2", "uncovered")]
    assert [session.undo() for _ in range(4)] == ["u2", "n2", "n1", "w1"]
    session.add("", "Later.", [QUAKE])
    assert session.state.items[-1].id == "n3", "an id is given once, whatever became of it"


def test_both_adds_what_no_sentence_gives_in_one_act(session: Session) -> None:
    session.resolve("d1", "both", reason="open")
    assert [i.id for i in session.state.items][:4] == ["b1", "b2", "n1", "b3"]
    assert (item(session, "n1").text, item(session, "n1").citations[0].source) == (
        "Twelve people died, police said.",
        "s2",
    )
    assert session.undo() == "d1"
    assert core(session.state) == core(fold(BRIEF, []))
    session.resolve("d1", "both", adding=[("Police said twelve.", [POWER])])
    assert item(session, "n2").text == "Police said twelve."


def test_resolving_and_ignoring_are_taken_back_too(session: Session) -> None:
    session.resolve("d2", "use", "by noon", "the ministry said so")
    session.resolve("d2", "none", reason="two roads")
    session.ignore("u1", reason="old")
    session.ignore("s2.3", reason="an advertisement")
    assert (session.state.resolutions["d2"].how, dict(session.state.ignored)) == (
        "none",
        {"u1": "old", "s2.3": "an advertisement"},
    )
    session.ignore("u1", False)
    assert list(session.state.ignored) == ["s2.3"]
    assert [session.undo() for _ in range(4)] == ["u1", "s2.3", "u1", "d2"]
    assert (session.state.resolutions["d2"].how, session.state.ignored) == ("use", {})
    session.resolve("d2", None)
    assert session.state.resolutions == {}


def test_what_stands_so_already_is_no_act(session: Session) -> None:
    for _ in range(2):
        assert session.decide("b1", "accepted", "x")
        assert session.edit("b2", "Other.")
        assert session.note("b2", "n")
        assert session.resolve("d1", "use", "14")
        assert session.ignore("u1")
        session.saw("b1", "s1")
        assert session.verified("b2", item(session, "b2").base, DOUBTED)
    assert len(events_in(session.folder / "Marta.jsonl")) == 7


@pytest.mark.parametrize("name", ["b9", "", "w1", "n1"])
def test_an_act_on_what_is_not_there_raises(session: Session, name: str) -> None:
    with pytest.raises(KeyError):
        session.decide(name, "accepted")
    for other in ("w3", "u9", "s9.1", "n1", "zz"):
        with pytest.raises(KeyError):
            session.add(other, "x", [])
        with pytest.raises(KeyError):
            session.ignore(other)
    with pytest.raises(KeyError):
        session.resolve("d9", "both")


def test_decisions_go_with_the_words_to_a_brief_made_again(session: Session) -> None:
    session.decide("b1", "accepted")
    session.edit("b4", "The army sent 400 soldiers.")
    session.decide("b4", "flagged", "which army")
    session.note("b4", "ask")
    session.edit("b4", "The army sent 400.")
    session.decide("b4", "accepted")
    session.add("w1", DAM.quote, [DAM], "b4")
    session.resolve("d1", "use", "14")
    session.ignore("u2", reason="old")
    session.undo()
    session.redo()
    was = session.state
    session.close()
    again = Session.open(remade(), session.path, "Marta")
    now = again.state
    told = {i.text: (i.choice, i.reason, i.note, i.kind) for i in was.items}
    assert {i.text: (i.choice, i.reason, i.note, i.kind) for i in now.items} == told
    assert [i.id for i in now.items] == ["b1", "b2", "w2", "b3", "b4", "b5"]
    assert (list(now.resolutions), list(now.ignored), now.strays) == (["d2"], ["u1"], ())
    assert [e.op for e in again.history("b2")] == ["edit", "decide", "note", "edit", "decide"]
    assert again.undo() == "u1"
    again.decide("b2", "rejected")
    assert [e.about for e in again.history("b2")] == ["b4"] * 5 + ["b2"]


def test_a_decision_on_other_words_is_a_stray_and_has_no_effect(session: Session) -> None:
    session.decide("b1", "accepted")
    session.edit("b2", "Edited.")
    session.decide("b2", "accepted")
    session.add("", "With what is gone.", [POWER])
    session.close()
    other = replace(
        BRIEF,
        sources=BRIEF.sources[:1],
        sentences=tuple(replace(s, text=f"{s.text} Later.") for s in BRIEF.sentences),
        disagreements=(),
    )
    again = Session.open(other, session.path, "Marta")
    assert core(again.state) == core(fold(other, []))
    assert [e.op for e in again.state.strays] == ["decide", "edit", "decide", "add"]
    assert again.undo() is None, "there is nothing to be seen to take back"
    again.decide("b1", "rejected")
    assert again.undo() == "b1"
    again.close()
    assert Session.open(BRIEF, session.path, "Marta").state.items[0].choice == "accepted", "nothing was lost"


def test_two_sentences_of_the_same_words_keep_their_own_decisions(tmp_path: Path) -> None:
    session = Session.open(TWICE, tmp_path / "b.json", "Marta")
    session.decide("b1", "accepted")
    session.decide("b6", "rejected")
    session.note("b1", "the first")
    session.note("b6", "the other")
    assert [i.choice for i in session.state.items] == ["accepted", None, None, None, None, "rejected"]
    session.close()
    renamed = replace(TWICE, sentences=tuple(replace(s, id=f"c{n}") for n, s in enumerate(TWICE.sentences)))
    again = Session.open(renamed, tmp_path / "b.json", "Marta").state.items
    assert [(i.choice, i.note) for i in (again[0], again[5])] == [("accepted", "the first"), ("rejected", "the other")]


def test_ids_that_another_program_gave_twice_are_told_apart(tmp_path: Path) -> None:
    twice = replace(BRIEF, sentences=tuple(replace(s, id="w1") for s in BRIEF.sentences[:3]))
    session = Session.open(twice, tmp_path / "b.json", "Marta")
    assert [i.id for i in session.state.items] == ["w1", "w1'", "w1''"]
    session.decide("w1'", "accepted")
    assert [i.choice for i in session.state.items] == [None, "accepted", None]


def test_a_late_part_of_an_act_keeps_its_place_before_what_is_done_again(session: Session) -> None:
    session.edit("b4", QUAKE.quote)
    asked = item(session, "b4").base
    session.decide("b4", "accepted")
    session.undo()
    assert session.verified("b4", asked, SUPPORTED, [QUAKE])
    session.redo()
    assert session.state == fold(BRIEF, events_in(session.folder / "Marta.jsonl"))
    assert (item(session, "b4").choice, session.state.strays) == (None, ()), "it was decided with the old evidence"


def made(number: int, op: Op, about: str, base: str = "", act: int = 0, **data: Any) -> Event:
    return Event(
        seq=number,
        act=act or number,
        at=str(number),
        reviewer="r",
        host="h",
        tool="t",
        op=op,
        about=about,
        base=base,
        data=data,
        prev="",
    )


def test_a_late_part_of_an_act_that_is_gone_is_gone_too() -> None:
    base = BASES[0]
    events = [
        made(1, "decide", "b1", base, choice="accepted", reason=""),
        replace(made(2, "undo", "b1"), data={"act": 1}),
        made(3, "note", "b1", base, text="x"),
        made(4, "decide", "b1", base, act=1, choice="rejected", reason=""),
    ]
    state = fold(BRIEF, events)
    assert (state.items[0].choice, state.items[0].note, state.undo) == (None, "x", 3)


def test_what_was_added_cannot_be_added_over() -> None:
    one, other = (made(n, "add", "n1", text=text, citations=[], after=None) for n, text in ((1, "One."), (2, "Two.")))
    state = fold(BRIEF, [one, other])
    assert (state.items[-1].text, state.strays) == ("One.", (other,))


def test_taking_back_an_act_takes_back_what_of_it_had_no_effect() -> None:
    act = [
        made(1, "note", "b1", BASES[0], text="x"),
        made(2, "note", "b1", "0" * 64, act=1, text="y"),
    ]
    undo = replace(made(3, "undo", "b1"), data={"act": 1})
    folding = Folding(BRIEF)
    for event in act:
        folding.add(event)
    assert folding.state().strays == (act[1],)
    folding.add(undo)
    assert folding.state() == fold(BRIEF, [*act, undo])
    assert folding.state().strays == ()
