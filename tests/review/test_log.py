"""The file of a log: torn, cut, changed, gone, full. Nothing that was acknowledged is lost, nothing is invented."""

import json
import os
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from quake_review import BRIEF, events_in

from summarizer.errors import StoreError, UsageError
from summarizer.review.folding import fold
from summarizer.review.journal.events import digest
from summarizer.review.journal.reading import Reader
from summarizer.review.session import Session


def begin(folder: Path, reviewer: str = "Marta") -> Session:
    return Session.open(BRIEF, folder / "b.json", reviewer)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A log of three acts, of which the last has three lines."""
    with begin(tmp_path) as session:
        session.decide("b1", "accepted")
        session.note("b2", "ask – “twice”")
        session.resolve("d1", "both", adding=[("One.", []), ("Two.", [])])
    return session.folder / "Marta.jsonl"


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes, as on a full disk: the system writes what fits, and then refuses."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_each_act_is_one_chain_of_whole_lines(written: Path) -> None:
    lines = written.read_bytes().split(b"\n")
    assert lines.pop() == b""
    events = events_in(written)
    assert [(e.seq, e.act, e.more) for e in events] == [(1, 1, 0), (2, 2, 0), (3, 3, 2), (4, 3, 1), (5, 3, 0)]
    assert [e.prev for e in events] == ["", *map(digest, lines[:-1])]
    assert sorted(path.name for path in written.parent.iterdir()) == ["Marta.jsonl", "Marta.lock"]


def test_a_log_torn_anywhere_in_its_last_act_loses_that_act_only(written: Path) -> None:
    whole = written.read_bytes()
    events = events_in(written)
    begun = len(b"".join(line + b"\n" for line in whole.split(b"\n")[:2]))
    before = fold(BRIEF, events[:2])
    beside = written.with_name("Marta.jsonl.torn")
    ends = [place for place, byte in enumerate(whole) if byte == 10]
    near = {end + by for end in ends for by in (-1, 0, 1, 2)}  # every byte: as it is read, below
    for cut in sorted(near.union(range(begun + 1, len(whole), 9)) & set(range(begun + 1, len(whole)))):
        written.write_bytes(whole[:cut])
        with begin(written.parents[1]) as session:
            assert session.state == before
            assert session.notices == (
                f"Marta.jsonl ended in a torn line ({cut - begun} bytes), which is kept in Marta.jsonl.torn",
            )
            assert beside.read_bytes().rstrip(b"\n") == whole[begun:cut].rstrip(b"\n")
            assert written.read_bytes() == whole[:begun]
        beside.unlink()
    with begin(written.parents[1]) as session:
        session.decide("b2", "rejected")
    with begin(written.parents[1]) as session:
        assert session.notices == ()
        assert [event.seq for event in events_in(written)] == [1, 2, 3]


def test_a_log_cut_at_any_byte_gives_its_first_acts(written: Path) -> None:
    whole, events = written.read_bytes(), events_in(written)
    ends = [0, *(place + 1 for place, byte in enumerate(whole) if byte == 10)]
    for cut in range(len(whole) + 1):
        written.write_bytes(whole[:cut])
        lines = sum(end <= cut for end in ends) - 1
        kept = events[: lines if lines in (0, 1, 2, 5) else 2]
        reader = Reader(written)
        assert reader.read() == kept
        assert reader.notices == ()


@pytest.mark.parametrize("rest", [b"\0" * 100, b"{not json}\n", b"\xff\xfe\n", b"\n", b"a\nb\n", b"<<<<<<< HEAD\n{\n"])
def test_what_is_no_json_at_the_end_is_set_aside_and_never_lost(written: Path, rest: bytes) -> None:
    good = written.read_bytes()
    beside = written.with_name("Marta.jsonl.torn")
    beside.write_bytes(b"from before\n")
    written.write_bytes(good + rest)
    with begin(written.parents[1]) as session:
        assert "torn line" in session.notices[0]
        assert session.state == fold(BRIEF, events_in(written))
    assert written.read_bytes() == good
    assert beside.read_bytes() == b"from before\n" + rest + (b"" if rest.endswith(b"\n") else b"\n")


def test_a_change_in_the_middle_is_told_and_the_rest_still_counts(written: Path) -> None:
    written.write_bytes(written.read_bytes().replace(b'"accepted"', b'"rejected"'))
    with begin(written.parents[1]) as session:
        assert session.state.items[0].choice == "rejected"
        assert session.state.items[1].note == "ask – “twice”"
        assert session.notices[0].startswith("Marta.jsonl, line 2: does not follow from the line before")
        assert session.read_only == ""
        session.decide("b1", "accepted")
        assert len(session.notices) == 1
    assert [event.seq for event in events_in(written)] == [1, 2, 3, 4, 5, 6]


def test_a_wrong_line_in_the_middle_is_told_stays_and_has_no_effect(written: Path) -> None:
    first, second, rest = written.read_bytes().split(b"\n", 2)
    wrong = [b"garbage", first.replace(b'"b1"', b"3"), b"{}"]
    written.write_bytes(b"\n".join([first, *wrong, second, rest]))
    with begin(written.parents[1]) as session:
        assert [notice.partition(";")[0] for notice in session.notices] == [
            "Marta.jsonl, line 2: is not JSON",
            "Marta.jsonl, line 3: `about` should be text",
            "Marta.jsonl, line 4: `op` should be text",
            "Marta.jsonl, line 5: does not follow from the line before",
        ]
        assert (session.state.items[0].choice, session.state.items[1].note) == ("accepted", "ask – “twice”")
        session.decide("b2", "flagged")
    assert b"\n".join(wrong) in written.read_bytes()


@pytest.mark.parametrize("change", [{"v": 2}, {"op": "sing"}])
def test_what_a_newer_program_wrote_is_left_alone(written: Path, change: dict[str, object]) -> None:
    lines = written.read_bytes().split(b"\n")
    newer = json.loads(lines[1]) | change | {"unheard": 1}
    written.write_bytes(b"\n".join([lines[0], json.dumps(newer).encode(), *lines[2:]]))
    before = written.read_bytes()
    with begin(written.parents[1]) as session:
        assert session.read_only.startswith("written in part by a newer summarizer (line 2:")
        assert any("newer" in notice for notice in session.notices)
        assert session.state.items[0].choice == "accepted"
        assert not session.decide("b2", "accepted")
        assert (session.undo(), session.redo()) == (None, None)
        session.saw("b1", "s1")
    assert written.read_bytes() == before


def test_a_newer_last_line_is_not_taken_for_a_torn_one(written: Path) -> None:
    before = written.read_bytes() + b'{"v":2}\n'
    written.write_bytes(before)
    with begin(written.parents[1]) as session:
        assert session.read_only
    assert written.read_bytes() == before
    assert not written.with_name("Marta.jsonl.torn").exists()


@pytest.mark.parametrize("room", [0, 1, 40, 299])
def test_a_full_disk_keeps_what_was_decided_until_there_is_room(written: Path, room: int) -> None:
    size = written.stat().st_size
    with begin(written.parents[1]) as session:
        saved = session.saved_at
        with full_after(size + room):
            assert session.decide("b2", "rejected", "x" * 300)
            assert session.unsaved == "file too large"
            assert session.decide("b3", "accepted")
            assert session.undo() == "b3"
            session.poll()
            assert (session.unsaved, session.saved_at) == ("file too large", saved)
            assert written.stat().st_size == size, "nothing half-written stays"
        assert session.state.items[1].choice == "rejected"
        assert session.poll(), "whoever shows it must know that it is saved now"
        assert session.unsaved == ""
        assert session.saved_at > saved
        shown = session.state
    assert [event.seq for event in events_in(written)] == [1, 2, 3, 4, 5, 6, 7, 8]
    with begin(written.parents[1]) as session:
        assert (session.state, session.notices) == (shown, ())


def test_what_cannot_be_saved_can_be_saved_elsewhere(written: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "other" / "rescued.jsonl"
    with begin(written.parents[1]) as session:
        with full_after(written.stat().st_size):
            session.decide("b2", "rejected")
            with pytest.raises(StoreError, match=r"rescued\.jsonl: No such file"):
                session.save_elsewhere(elsewhere)
            with pytest.raises(StoreError, match="File too large"):
                session.save_elsewhere(tmp_path / "full.jsonl")
            assert not (tmp_path / "full.jsonl").exists()
        elsewhere.parent.mkdir()
        session.save_elsewhere(elsewhere)
        assert fold(BRIEF, events_in(elsewhere)) == session.state
        with pytest.raises(StoreError, match="File exists"):
            session.save_elsewhere(elsewhere)


def test_a_log_removed_under_us_is_written_anew_whole(written: Path) -> None:
    with begin(written.parents[1]) as session:
        session.decide("b2", "rejected")
        shutil.rmtree(written.parent)
        session.decide("b3", "accepted")
        assert session.unsaved == ""
        shown = session.state
        written.unlink()
        session.decide("b3", "flagged")
        session.undo()
    assert len(events_in(written)) == 9
    with begin(written.parents[1]) as session:
        assert (session.state.items, session.notices) == (shown.items, ())


@pytest.mark.parametrize("how", ["appended", "replaced", "cut"])
def test_a_log_that_another_program_changed_is_not_written_into(written: Path, tmp_path: Path, how: str) -> None:
    with begin(written.parents[1]) as session:
        session.decide("b2", "rejected")
        if how == "appended":
            with written.open("ab") as file:
                file.write(b"{}\n")
        elif how == "replaced":
            written.rename(tmp_path / "kept")
            written.write_bytes((tmp_path / "kept").read_bytes())
        else:
            os.truncate(written, 100)
        theirs = written.read_bytes()
        assert session.decide("b3", "accepted")
        assert session.unsaved == "the log was changed by another program"
        assert written.read_bytes() == theirs
        assert [i.choice for i in session.state.items if i.id == "b3"] == ["accepted"]
        session.save_elsewhere(tmp_path / "rescued.jsonl")
        rescued = Reader(tmp_path / "rescued.jsonl")
        assert ([event.seq for event in rescued.read()], rescued.notices) == ([1, 2, 3, 4, 5, 6, 7], ())


def test_a_folder_that_cannot_be_written_is_told_and_what_is_decided_still_counts(tmp_path: Path) -> None:
    place = Path("/proc/self/net")  # of the system's own: not even root makes a file there
    if not place.is_dir():
        pytest.skip("there is no such folder on this system")
    (tmp_path / "b.review").symlink_to(place)
    with begin(tmp_path) as session:
        told = session.unsaved
        assert told
        assert session.decide("b1", "accepted")
        assert (session.unsaved, session.read_only, session.saved_at) == (told, "", "")
        assert session.state.items[0].choice == "accepted"
        session.save_elsewhere(tmp_path / "rescued.jsonl")
        (tmp_path / "b.review").unlink()
        assert session.poll()
        assert session.unsaved == ""
    assert len(events_in(tmp_path / "b.review" / "Marta.jsonl")) == 1


def test_a_log_is_no_way_to_another_file(tmp_path: Path) -> None:
    (tmp_path / "b.review").mkdir()
    (tmp_path / "private").write_text("mine")
    (tmp_path / "b.review" / "Marta.jsonl").symlink_to(tmp_path / "private")
    with pytest.raises(StoreError):
        begin(tmp_path)
    (tmp_path / "b.review" / "Marta.jsonl").unlink()
    os.mkfifo(tmp_path / "b.review" / "Marta.jsonl")
    with pytest.raises(StoreError, match="is no regular file"):
        begin(tmp_path)
    assert (tmp_path / "private").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.review").write_text("x")
    with pytest.raises(StoreError, match=r"b\.review: Not a directory"):
        begin(tmp_path)


@pytest.mark.parametrize("name", ["", " ", "\n\t"])
def test_a_reviewer_has_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="--reviewer: is empty"):
        begin(tmp_path, name)


def test_the_brief_is_never_written_and_opening_decides_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("the brief")
    with begin(tmp_path) as session:
        assert (session.resumed, session.saved_at, session.notices) == (False, "", ())
        session.saw("b1", "s1")
        session.saw("b1", "s1")
        assert session.state.items[0].seen == {"s1"}
    with begin(tmp_path) as session:
        assert not session.resumed
        session.decide("b1", "accepted")
    with begin(tmp_path) as session:
        assert session.resumed
        assert session.saved_at == session.state.items[0].at
        assert session.state.items[0].seen == {"s1"}
    assert (tmp_path / "b.json").read_text() == "the brief"


def test_a_torn_end_waits_for_room_too(written: Path) -> None:
    good, rest = written.read_bytes(), b'{"v":1,"seq":'
    written.write_bytes(good + rest)
    with full_after(0), begin(written.parents[1]) as session:
        assert session.unsaved == "file too large"
        assert session.decide("b2", "rejected")
        assert written.read_bytes() == good + rest
    with full_after(0):
        session = begin(written.parents[1])
        session.decide("b2", "rejected")
    assert session.poll()
    assert session.unsaved == ""
    session.close()
    assert written.with_name("Marta.jsonl.torn").read_bytes() == rest + b"\n"
    assert ([e.about for e in events_in(written)][-1], Reader(written).notices) == ("b2", ())


def test_a_log_removed_before_the_first_act_is_written_anew(written: Path) -> None:
    before = written.read_bytes()
    with begin(written.parents[1]) as session:
        written.unlink()
        session.poll()
        assert written.read_bytes() == before, "at once, not with the next act"
        assert session.unsaved == ""


def test_a_sitting_that_has_ended_writes_nothing(written: Path) -> None:
    session = begin(written.parents[1])
    session.close()
    before = written.read_bytes()
    assert not session.decide("b3", "accepted")
    assert not session.poll()
    session.close()
    assert written.read_bytes() == before
    with begin(written.parents[1]) as again:
        assert again.read_only == ""


def test_a_sitting_that_cannot_begin_frees_the_lock(written: Path) -> None:
    good = written.read_bytes()
    written.unlink()
    written.mkdir()
    with pytest.raises(StoreError):
        begin(written.parents[1])
    written.rmdir()
    written.write_bytes(good)
    with begin(written.parents[1]) as session:
        assert session.read_only == ""


def test_an_interruption_while_writing_leaves_all_or_nothing(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between the write and the flush to disk: the file is as before, and what was done is written next."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    before = written.read_bytes()
    with begin(written.parents[1]) as session:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", interrupted)
            with pytest.raises(KeyboardInterrupt):
                session.decide("b3", "accepted")
        assert written.read_bytes() == before
        session.decide("b2", "rejected")
        shown = session.state
    assert [event.about for event in events_in(written)][-2:] == ["b3", "b2"]
    assert fold(BRIEF, events_in(written)) == shown


def test_what_failed_once_is_made_sure_of_by_whatever_is_written_next(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, flushed = os.fsync, []

    def fsync(file: int) -> None:
        flushed.append(os.fstat(file).st_size)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    with begin(written.parents[1]) as session:
        session.saw("b1", "s1")
        assert flushed == [], "what was looked at need not be on the disk at once"
        session.decide("b1", "flagged")
        assert flushed == [written.stat().st_size]
        with full_after(written.stat().st_size):
            session.decide("b2", "flagged")
        session.saw("b2", "s1")
        assert flushed[-1] == written.stat().st_size


def test_a_torn_end_that_another_window_has_mended_meanwhile_is_not_cut_again(written: Path) -> None:
    lock = written.with_name("Marta.lock")
    written.write_bytes(written.read_bytes() + b"{torn")
    lock.unlink()
    lock.mkdir()  # so that it cannot be locked
    with begin(written.parents[1]) as late:
        assert late.unsaved == "is a directory"
        lock.rmdir()
        with begin(written.parents[1]) as other:
            other.decide("b2", "accepted")
        theirs = written.read_bytes()
        late.poll()
        assert late.unsaved == "the log was changed by another program"
        assert late.decide("b3", "accepted")
        assert written.read_bytes() == theirs
    assert written.with_name("Marta.jsonl.torn").read_bytes() == b"{torn\n"
