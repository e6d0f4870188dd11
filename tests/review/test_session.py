"""Who may write, and what the others wrote: locks, several reviewers, and a process that is really killed."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from quake_review import BRIEF, POWER, STEPS_FOR_ALL, events_in, play

from summarizer.review.session import Session

HERE = Path(__file__).parent


def begin(folder: Path, reviewer: str = "Marta", *, take_over: bool = False) -> Session:
    return Session.open(BRIEF, folder / "b.json", reviewer, take_over=take_over)


def test_a_second_window_of_the_same_reviewer_only_reads(tmp_path: Path) -> None:
    with begin(tmp_path) as first:
        first.decide("b1", "accepted")
        with begin(tmp_path, "MARTA") as second:
            assert second.read_only.startswith(f"held by pid {os.getpid()} on ")
            before = (first.folder / "Marta.jsonl").read_bytes()
            assert second.state == first.state
            acts = [
                second.decide("b2", "accepted"),
                second.decide("b1", "accepted"),
                second.edit("b1", "x"),
                second.note("b1", "x"),
                second.add("", "x", [POWER]),
                second.resolve("d1", "none"),
                second.ignore("u1"),
            ]
            second.saw("b1", "s1")
            assert not any(acts)
            assert (second.undo(), second.state == first.state) == (None, True)
            assert (first.folder / "Marta.jsonl").read_bytes() == before
            first.decide("b2", "rejected")
            assert second.poll()
            assert second.state == first.state
            assert not second.poll()
        with begin(tmp_path, take_over=True) as third:
            assert "held by" in third.read_only, "whoever lives is not taken over"
    with begin(tmp_path) as again:
        assert again.read_only == ""


def test_a_second_window_leaves_a_torn_end_alone(tmp_path: Path) -> None:
    with begin(tmp_path) as first:
        first.decide("b1", "accepted")
        with (first.folder / "Marta.jsonl").open("ab") as file:
            file.write(b'{"v":1,')
        with begin(tmp_path) as second:
            assert second.state == first.state
            assert second.notices == ()
        assert (first.folder / "Marta.jsonl").read_bytes().endswith(b'{"v":1,')


def lock_file(folder: Path, **fields: object) -> None:
    (folder / "b.review").mkdir()
    (folder / "b.review" / "Marta.lock").write_text(json.dumps(fields))


def test_a_lock_left_on_another_machine_is_taken_over_only_when_asked(tmp_path: Path) -> None:
    lock_file(tmp_path, pid=12, host="desk-4\x1b[31m", since="2020-01-02T03:04:00+00:00")
    with begin(tmp_path) as session:
        assert "\x1b" not in session.read_only
        assert session.read_only.startswith("held by pid 12 on desk-4")
        assert session.read_only.endswith("; if that is no longer so, open with --take-over")
        assert not session.decide("b1", "accepted")
    with begin(tmp_path, take_over=True) as session:
        assert session.read_only == ""
        assert session.decide("b1", "accepted")


@pytest.mark.parametrize("text", ["", "x", "[]", '{"pid":"1"}', '{"pid":1,"host":2,"since":""}', "[" * 9999, "\0"])
def test_a_lock_file_that_says_nothing_sensible_hinders_nobody(tmp_path: Path, text: str) -> None:
    lock_file(tmp_path)
    (tmp_path / "b.review" / "Marta.lock").write_text(text)
    with begin(tmp_path) as session:
        assert session.read_only == ""


def test_where_the_systems_lock_works_it_alone_decides(tmp_path: Path) -> None:
    """The number of a process that was killed may be another's by now."""
    lock_file(tmp_path, pid=os.getppid(), host=os.uname().nodename, since="noon")
    with begin(tmp_path) as session:
        assert session.read_only == ""


@pytest.mark.skipif(sys.platform == "win32", reason="flock is of other systems")
def test_where_the_systems_lock_does_nothing_a_living_process_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begin(tmp_path):
        pass
    host = os.uname().nodename
    monkeypatch.setattr("fcntl.flock", lambda *_: None)
    for pid, held in ((os.getppid(), True), (2**22 + 1, False), (10**30, False)):
        (tmp_path / "b.review" / "Marta.lock").write_text(json.dumps({"pid": pid, "host": host, "since": "noon"}))
        with begin(tmp_path, take_over=True) as session:
            assert session.read_only == (f"held by pid {pid} on {host} since noon" if held else "")


def test_others_are_seen_beside_and_never_written(tmp_path: Path) -> None:
    with begin(tmp_path) as mine, begin(tmp_path, "Jürgen") as his:
        mine.decide("b1", "accepted")
        shown, bytes_of_mine = mine.state, (mine.folder / "Marta.jsonl").read_bytes()
        assert his.poll()
        assert his.others["Marta"].items[0].choice == "accepted"
        play(his, STEPS_FOR_ALL)
        assert mine.poll()
        assert not mine.poll()
        assert mine.others == {"Jürgen": his.state}
        assert mine.state == shown
        assert (mine.folder / "Marta.jsonl").read_bytes() == bytes_of_mine
        his.decide("b1", "rejected", "wrong")
        mine.poll()
        assert [(e.reviewer, e.data["choice"]) for e in mine.history("b1") if e.op == "decide"][-1] == (
            "Jürgen",
            "rejected",
        )
        theirs = (his.folder / "Jürgen.jsonl").read_bytes()
        while mine.undo():
            pass
        assert (his.folder / "Jürgen.jsonl").read_bytes() == theirs
        assert mine.others == {"Jürgen": his.state}


def test_anothers_act_counts_when_it_is_whole(tmp_path: Path) -> None:
    with begin(tmp_path, "Jürgen") as his:
        his.decide("b1", "accepted")
        his.resolve("d1", "both")
    log = his.folder / "Jürgen.jsonl"
    whole = log.read_bytes()
    log.write_bytes(b"")
    with begin(tmp_path) as mine:
        states = [mine.others["Jürgen"]]
        for end in range(1, len(whole) + 1):
            with log.open("ab") as file:
                file.write(whole[end - 1 : end])
            if mine.poll():
                states.append(mine.others["Jürgen"])
        assert [(s.undo, len(s.items)) for s in states] == [(None, 5), (1, 5), (2, 6)]
        assert mine.notices == ()


def test_anothers_log_that_is_replaced_or_removed_is_read_anew(tmp_path: Path) -> None:
    with begin(tmp_path, "Jürgen") as his:
        his.decide("b1", "accepted")
        his.decide("b2", "accepted")
    log = his.folder / "Jürgen.jsonl"
    first = log.read_bytes().split(b"\n")[0] + b"\n"
    with begin(tmp_path) as mine:
        log.unlink()
        assert mine.poll()
        assert mine.others == {}
        log.write_bytes(first)
        assert mine.poll()
        assert [i.choice for i in mine.others["Jürgen"].items[:2]] == ["accepted", None]
        (tmp_path / "other").write_bytes(first.replace(b"accepted", b"rejected") + b"{}\n" * 9)
        (tmp_path / "other").replace(log)
        assert mine.poll()
        assert mine.others["Jürgen"].items[0].choice == "rejected"


def test_a_wrong_line_of_another_is_told_once(tmp_path: Path) -> None:
    with begin(tmp_path, "Jürgen") as his:
        his.decide("b1", "accepted")
    log = his.folder / "Jürgen.jsonl"
    good = log.read_bytes()
    with begin(tmp_path) as mine:
        for more, count in ((b"garbage\n", 0), (b"still\n", 0), (good, 3), (b"more\n", 3), (b"", 3)):
            with log.open("ab") as file:
                file.write(more)
            mine.poll()
            assert len(mine.notices) == count
        assert [notice.split(";")[0] for notice in mine.notices] == [
            "Jürgen.jsonl, line 2: is not JSON",
            "Jürgen.jsonl, line 3: is not JSON",
            "Jürgen.jsonl, line 4: does not follow from the line before",
        ]


def test_a_hostile_log_of_another_neither_stops_nor_becomes_anybody(tmp_path: Path) -> None:
    with begin(tmp_path, "Jürgen") as his:
        his.decide("b1", "accepted")
    folder = his.folder
    (folder / "Marta2.jsonl").write_bytes((folder / "Jürgen.jsonl").read_bytes())
    (folder / "a\x1b[31m.jsonl").write_bytes(b"\xff\n\n{}\n")
    (folder / "d.jsonl").mkdir()
    (folder / "l.jsonl").symlink_to("/etc/passwd")
    os.mkfifo(folder / "p.jsonl")
    with begin(tmp_path) as mine:
        named = {name: state.items[0].choice for name, state in mine.others.items() if state.items[0].choice}
        assert named == {"Jürgen": "accepted", "Marta2": "accepted"}, "a log is whose its file is"
        assert mine.decide("b1", "rejected")
        assert not any("\x1b" in notice for notice in mine.notices)
        told = mine.notices
        mine.poll()
        assert mine.notices == told


def test_names_that_differ_in_case_or_accents_only_are_one_reviewer(tmp_path: Path) -> None:
    with begin(tmp_path, "Rene\u0301") as session:
        session.decide("b1", "accepted")
    with begin(tmp_path, "REN\u00c9") as session:
        assert session.resumed
        session.decide("b2", "accepted")
        assert session.others == {}
    assert [e.reviewer for e in events_in(tmp_path / "b.review" / "Ren\u00e9.jsonl")] == ["Rene\u0301", "REN\u00c9"]


KILLS = 12  # `measure_terminal.py kill` does a hundred
DECIDER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from quake_review import BRIEF, CHOICES
from summarizer.review.session import Session
session = Session.open(BRIEF, Path(sys.argv[1]), "Marta")
assert not session.read_only, session.read_only
count = len(session._keeping.mine.events)
while True:
    item = BRIEF.sentences[count % 5].id
    session.decide(item, CHOICES[count % 3], str(count))
    count += 1
    sys.stdout.write(f"{count} {item}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of other systems")
def test_every_acknowledged_decision_survives_a_kill(tmp_path: Path) -> None:
    rng = random.Random(5)
    acknowledged: dict[int, str] = {}
    for _ in range(KILLS):
        command = [sys.executable, "-c", DECIDER, str(tmp_path / "b.json"), str(HERE.parent)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _ in range(rng.randrange(1, 80)):
                seq, _, name = child.stdout.readline().strip().partition(" ")
                acknowledged[int(seq)] = name
            child.kill()
            for line in child.stdout:
                if line.endswith("\n"):
                    acknowledged[int(line.split()[0])] = line.split()[1]
        with begin(tmp_path) as session:
            assert session.read_only == "", "the lock is free at once"
            kept = {event.seq: event.about for event in events_in(session.folder / "Marta.jsonl")}
            assert acknowledged.items() <= kept.items()
            assert len(kept) <= len(acknowledged) + KILLS, "at most one a kill was on its way"
            assert list(kept) == list(range(1, len(kept) + 1))
            assert not any("follow" in notice for notice in session.notices)


def test_a_session_loads_neither_pydantic_nor_a_screen() -> None:
    code = (
        "import sys, summarizer.review.session, summarizer.review.reviewers;"
        "print(*sorted({m.split('.')[0] for m in sys.modules} & {'pydantic', 'textual', 'rich', 'openai', 'nupunkt'}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == ""


def test_a_brief_that_is_made_anew_while_it_is_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(BRIEF.to_json(), "utf-8")
    with Session.open(BRIEF, path, "Marta") as session:
        assert not session.poll()
        path.write_text(BRIEF.to_json() + "\n", "utf-8")
        session.poll()
        assert not session.outdated, "the same, only written again"
        path.write_text(replace(BRIEF, sentences=BRIEF.sentences[1:]).to_json(), "utf-8")
        assert session.poll()
        assert session.outdated
        path.unlink()
        session.poll()
        assert session.outdated
        path.write_text(BRIEF.to_json(), "utf-8")
        assert session.poll()
        assert not session.outdated
