"""One key a decision; a reason where the sentence is not borne out; everything can be taken back."""

import base64
import errno
from dataclasses import replace
from typing import Any

import pytest
from playing import NARROW, WIDE, Review, click, shown, until
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from summarizer.review.evidence.examining import Examiner
from summarizer.review.journal.log import Log
from summarizer.review.nouns import Item
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.brief.view import BriefView
from summarizer.review.tui.reading import Reading
from summarizer.review.tui.running import parting

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


def item(review: Review, name: str) -> Item:
    found = review.session.state.item(name)
    assert found is not None
    return found


def at(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, ReviewApp)
    view = pilot.app.current
    assert isinstance(view, BriefView)
    assert view.current_item is not None
    return view.current_item.id


def asked(pilot: Pilot[None]) -> bool:
    return bool(pilot.app.screen.query(Input))


@SIZES
def test_accept_goes_to_the_next_open_one(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        assert (item(review, "b1").choice, at(pilot)) == ("accepted", "b2")
        assert "sentence 1 accepted" in shown(pilot.app)
        assert "reviewed 1/8" in shown(pilot.app)
        await pilot.press("g", "j", "j", "k", "k", "a")
        assert "accepted already" in shown(pilot.app)
        assert at(pilot) == "b2"
        await pilot.press("G", "a")
        assert at(pilot) == "b2"  # around the end

    review.play(script, size=size)


@SIZES
def test_reject_goes_on_and_can_have_a_reason(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("x")
        assert (item(review, "b1").choice, item(review, "b1").reason, at(pilot)) == ("rejected", "", "b2")
        await pilot.press("X", *"old", "enter")
        assert (item(review, "b2").choice, item(review, "b2").reason, at(pilot)) == ("rejected", "old", "b3")
        await pilot.press("X", "escape")
        assert item(review, "b3").choice is None

    review.play(script, size=size)


@SIZES
@pytest.mark.parametrize(("name", "word"), [("b3", "OTHERWISE"), ("b4", "CONTRADICTED"), ("b5", "PARTLY")])
def test_what_is_not_borne_out_wants_a_reason(review: Review, name: str, word: str, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press(*"j" * (int(name[1:]) - 1), "a")
        assert asked(pilot)
        assert word in shown(pilot.app)
        await pilot.press("enter")
        assert asked(pilot)
        assert item(review, name).choice is None
        await pilot.press("escape")
        assert not asked(pilot)
        assert item(review, name).choice is None
        await pilot.press("a", *"phone", "enter")
        assert (item(review, name).choice, item(review, name).reason) == ("accepted", "phone")

    review.play(script, size=size)


def test_what_is_unsupported_or_unchecked_wants_a_reason_too(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for name in ("b6", "b7"):
            review.app.current.go_to(name)
            await pilot.press("a")
            assert asked(pilot)
            await pilot.press("escape")

    review.play(script)


def test_what_is_typed_as_a_reason_decides_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("X", *"axaxquUfR")
        assert [i.choice for i in review.session.state.items] == [None] * 8
        assert pilot.app.screen.query_one(Input).value == "axaxquUfR"
        assert pilot.app.is_running
        await pilot.press("escape")
        assert not [event for event in review.session.history("b1") if event.op != "seen"]

    review.play(script)


def test_a_late_change_while_the_reason_is_typed_decides_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("X", *"why")
        review.session.edit("b1", "Other words.")
        await pilot.press("enter")
        assert item(review, "b1").choice is None
        assert "has changed meanwhile" in shown(pilot.app)

    review.play(script)


def test_flag_note_and_open_again(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f", *"ask Jo", "enter")
        assert (item(review, "b1").choice, item(review, "b1").reason) == ("flagged", "ask Jo")
        await pilot.press("g", "full_stop")
        assert item(review, "b1").choice is None
        assert "open again" in shown(pilot.app)
        await pilot.press("m", *"call", "enter")
        assert item(review, "b1").note == "call"
        assert "has a note" in shown(pilot.app)
        await pilot.press("m", "backspace", "backspace", "backspace", "backspace", "enter")
        assert item(review, "b1").note == ""
        assert "has a note" not in shown(pilot.app)

    review.play(script)


@SIZES
def test_undo_and_redo_go_to_what_they_changed(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", "x", "G", "u")
        assert (item(review, "b2").choice, at(pilot)) == (None, "b2")
        assert "taken back: sentence 2, rejected" in shown(pilot.app)
        await pilot.press("u")
        assert (item(review, "b1").choice, at(pilot)) == (None, "b1")
        await pilot.press("u")
        assert "nothing to undo" in shown(pilot.app)
        await pilot.press("U", "ctrl+r")
        assert (item(review, "b1").choice, item(review, "b2").choice) == ("accepted", "rejected")
        assert "done again: sentence 2, rejected" in shown(pilot.app)
        assert at(pilot) == "b2"
        await pilot.press("U")
        assert "nothing to redo" in shown(pilot.app)

    review.play(script, size=size)


def test_the_end_of_a_check_is_told(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("r")
        await until(pilot, lambda: "checked: supported" in shown(pilot.app))
        assert "checking sentence" not in shown(pilot.app)

    review.play(script)


def test_other_evidence_for_the_same_words_is_not_called_other_words(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        was = item(review, "b1")
        review.session.edit("b1", was.text, was.citations[:1] if len(was.citations) > 1 else ())
        review.app.changed("b1")
        await pilot.press("i")
        assert "cites other passages" in shown(pilot.app)
        assert "changed to" not in shown(pilot.app)
        await pilot.press("escape", "u")
        assert "taken back: sentence 1, cites other passages" in shown(pilot.app)
        review.session.edit("b1", f"{was.text} So it was.", was.citations)
        review.app.changed("b1")
        await pilot.press("u")
        assert "taken back: sentence 1, changed to: " in shown(pilot.app)

    review.play(script)


def test_undo_from_another_view_comes_back_to_the_sentence(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", "4")
        await until(pilot, lambda: review.app.current.name_of_view == "sources")
        await pilot.press("u")
        await until(pilot, lambda: review.app.current.name_of_view == "brief")
        assert at(pilot) == "b1"
        assert "taken back" in shown(pilot.app)

    review.play(script)


@SIZES
def test_history_in_words(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("i")
        assert "Nothing was done with it yet" in shown(pilot.app)
        await pilot.press("escape", "X", *"old", "enter", "u", "i")
        assert "rejected: old" in shown(pilot.app)
        assert "taken back: rejected: old" in shown(pilot.app)
        assert "Marta" in shown(pilot.app)
        await pilot.press("i", "a")
        assert item(review, "b1").choice == "accepted"

    review.play(script, size=size)


def test_copy_takes_the_sentence_and_where_it_is_said(review: Review) -> None:
    first, *others = review.brief.sentences
    review.remake(replace(review.brief, sentences=(replace(first, text="Bad \x1b]0;x\x07 word."), *others)))

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("y")
        copied = pilot.app.clipboard
        assert copied.startswith("Bad ␛]0;x␇ word.\n[1] gazette.txt 40-107: ")
        assert "\x1b" not in copied
        assert base64.b64encode(copied.encode())

    review.play(script)


def test_check_again_keeps_the_verdict_of_these_very_words(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("G", "k", "r")
        await until(pilot, lambda: not review.app.checks.left)
        events = review.session.history("b7")
        assert [e.op for e in events if e.op == "verify"] == ["verify"]
        assert item(review, "b7").verdict is not None

    review.play(script)


def test_check_all_takes_what_has_changed_only(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("R")
        assert "no sentence has changed" in shown(pilot.app)
        review.session.edit("b1", "The ferry struck the pier.")
        review.session.edit("b2", "Two passengers were taken to hospital.")
        review.app.changed()
        assert "edited, not checked yet" in shown(pilot.app)
        await pilot.press("R")
        await until(pilot, lambda: item(review, "b1").verdict and item(review, "b2").verdict)
        assert "edited, not checked yet" not in shown(pilot.app)

    review.play(script)


def test_a_late_verdict_is_dropped(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        review.session.edit("b1", "The ferry struck the pier.")
        old = item(review, "b1")
        review.session.edit("b1", "The ferry missed the pier.")
        review.app.checks.start([old])
        await until(pilot, lambda: not review.app.checks.left)
        assert item(review, "b1").verdict is None
        assert not [e for e in review.session.history("b1") if e.op == "verify"]

    review.play(script)


def test_a_check_that_fails_is_said_and_the_review_goes_on(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no model \x1b[2J here")

    monkeypatch.setattr(Examiner, "verdict", broken)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("r")
        await until(pilot, lambda: "check failed" in shown(pilot.app))
        assert "CHECK FAILED" in shown(pilot.app)
        assert "no model ␛[2J here" in shown(pilot.app)
        await pilot.press("a")
        assert asked(pilot)
        await pilot.press("escape", "j", "a")
        assert item(review, "b2").choice == "accepted"

    review.play(script)


def test_escape_stops_the_checks(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        review.app.checks._waiting["b1", ""] = (item(review, "b1"), False)
        await pilot.press("escape")
        assert not review.app.checks.left
        assert "no more checks" in shown(pilot.app)

    review.play(script)


def test_read_only_says_why_nothing_happens(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        assert "READ ONLY" in shown(pilot.app)
        for key in ("a", "x", "X", "f", "m", "e", "c", "r", "R", "u", "U", "full_stop"):
            await pilot.press(key)
            assert "read only, nothing was done: held by" in shown(pilot.app), key
            assert len(pilot.app.screen_stack) == 1, key
        assert not review.session.history("b1")

    with Session.open(review.brief, review.opening.path, "Marta"):
        review.play(script)


def test_pasted_keys_are_dropped(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        review.app.pasted = 1e9
        await pilot.press("x", "a", "x", "u", "q")
        assert "faster than anyone types" in shown(pilot.app)
        assert [i.choice for i in review.session.state.items[:3]] == ["accepted", None, None]
        assert pilot.app.is_running

    review.play(script)


def test_another_reviewer_is_seen_beside(review: Review) -> None:
    name = "Jo [@click=app.exit]"
    with Session.open(review.brief, review.opening.path, name) as other:
        other.decide("b1", "rejected", "not so")

    async def script(pilot: Pilot[None]) -> None:
        assert f"{name}: R" in shown(pilot.app)
        assert "not so" in shown(pilot.app)
        await click(pilot, "[@click=app.exit]")
        assert pilot.app.is_running
        await pilot.press("G", "n")
        assert at(pilot) == "b1"
        with Session.open(review.brief, review.opening.path, "Ann") as third:
            third.decide("b2", "accepted")
        await until(pilot, lambda: "Ann: A" in shown(pilot.app))

    review.play(script)


def test_all_done_is_said(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press(*"xxxxxxxx")
        assert "8 of 8 decided; 6 exports" in shown(pilot.app)
        await pilot.press("n")
        assert "8 of 8 decided" in shown(pilot.app)
        await pilot.press("q")

    review.play(script)
    assert parting(review.session).startswith("0 of 8 open; saved in ")


def test_resume_begins_at_the_first_open_one(review: Review) -> None:
    async def first(pilot: Pilot[None]) -> None:
        await pilot.press("a", "a", "q")

    async def then(pilot: Pilot[None]) -> None:
        assert "resumed, 2 of 8 done" in shown(pilot.app)
        assert at(pilot) == "b3"

    review.play(first)
    assert parting(review.session).startswith("6 of 8 open; saved in ")
    review.play(then)


def test_a_disagreement_is_shown_and_what_was_made_of_it(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        assert "! d1: 2 sources, 2 answers: 84 / 91" in shown(pilot.app)
        review.session.resolve("d1", "use", "91")
        review.app.changed("d1")
        assert "! d1: gives 84; you chose 91: e changes it" in shown(pilot.app)
        review.session.resolve("d1", "use", "84")
        review.app.changed("d1")
        assert "d1: 84 stands" in shown(pilot.app)

    review.play(script)


def test_nothing_to_review_says_what_to_do(review: Review) -> None:
    review.remake(replace(review.brief, sentences=(), disagreements=()))

    async def script(pilot: Pilot[None]) -> None:
        assert "no sentence" in shown(pilot.app)
        assert "summarizer brief" in shown(pilot.app)
        await pilot.press("a", "j", "e", "y", "n", "i", "space", "tab", "right_square_bracket")
        assert pilot.app.is_running
        await pilot.press("q")

    review.play(script)


def test_the_log_that_cannot_be_written_is_said_until_it_can(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def script(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(Log, "_write", full)
            await pilot.press("a")
            assert item(review, "b1").choice == "accepted"
            await until(pilot, lambda: "NOT SAVED: no space left on device" in shown(pilot.app))
            await pilot.press("q", "escape")
            assert pilot.app.is_running
            await pilot.press("q")
            assert "another file" in shown(pilot.app)
            await pilot.press("enter")

    review.play(script)
    assert '"choice":"accepted"' in (review.folder / "orlund.rescued.jsonl").read_text("utf-8")


def test_the_brief_itself_is_never_written(review: Review) -> None:
    before = review.opening.path.read_bytes()

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", "x", "u", "m", *"note", "enter")

    review.play(script)
    assert review.opening.path.read_bytes() == before


def test_what_is_pasted_as_a_reason_is_safe_at_once(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("X")
        pilot.app.post_message(Paste("so \x1b]0;x\x07\u202e said"))
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value)
        assert pilot.app.screen.query_one(Input).value == "so ␛]0;x␇\ufffd said"
        await pilot.press("enter")
        assert item(review, "b1").reason == "so ␛]0;x␇\ufffd said"

    review.play(script)


def test_a_verdict_on_what_was_taken_back_is_dropped(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        review.session.add("w1", "Nobody was hurt.", ())
        added = item(review, "w1")
        review.session.undo()
        review.app.checks.start([added])
        await until(pilot, lambda: not review.app.checks.left)
        assert not review.app.checks.failed
        assert review.session.state.item("w1") is None

    review.play(script)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"quote": "The ferry never struck anything."}, "says something else at 40-107"),
        ({"source": "s9"}, "is no source of this brief"),
        ({"end": 10**9}, "says something else at 40-1000000000"),
    ],
)
def test_a_verdict_on_quotes_that_do_not_stand_there_counts_for_nothing(
    review: Review, wrong: dict[str, Any], word: str
) -> None:
    first, *others = review.brief.sentences
    told = replace(first, citations=(replace(first.citations[0], **wrong), *first.citations[1:]))
    review.brief = replace(review.brief, sentences=(told, *others))

    async def script(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: word in shown(pilot.app))
        assert "A QUOTE DOES NOT STAND IN ITS SOURCE" in shown(pilot.app)
        await pilot.press("a")
        assert asked(pilot)

    review.play(script)


def test_a_source_that_goes_is_no_ground_from_then_on(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: all(review.app.reading.page(source.id) for source in review.brief.sources))
        await until(pilot, lambda: not review.app.reading._runs)
        (review.folder / "gazette.txt").write_text("Nothing of the sort.", "utf-8")
        await pilot.press("a")
        assert asked(pilot)
        assert item(review, "b1").choice is None

    review.play(script)


def test_a_source_that_is_gone_is_no_ground_even_before_it_was_looked_at(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reading, "start", lambda _: None)
    (review.folder / "gazette.txt").unlink()

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a")
        assert asked(pilot)
        assert item(review, "b1").choice is None

    review.play(script)


def test_what_the_brief_says_of_itself_is_checked_without_being_asked(review: Review) -> None:
    sentences = review.brief.sentences
    forged = replace(sentences[5], verdict=sentences[0].verdict)
    review.remake(replace(review.brief, sentences=(*sentences[:5], forged, *sentences[6:])))

    async def script(pilot: Pilot[None]) -> None:
        review.app.current.go_to("b6")
        await until(pilot, lambda: not item(review, "b6").supported)
        await pilot.press("a")
        assert asked(pilot)

    review.play(script)


def test_copy_takes_what_was_drawn_over_in_the_source(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "chars 40-107" in shown(pilot.app))
        row = next(y for y, text in enumerate(shown(pilot.app).split("\n")) if "Ferry strikes pier" in text)
        x = shown(pilot.app).split("\n")[row].index("Ferry strikes")
        await pilot.mouse_down(offset=(x, row))
        await pilot.hover(offset=(x + 4, row))
        await pilot.mouse_up(offset=(x + 4, row))
        assert "5 characters" in shown(pilot.app)
        await pilot.press("y")
        assert pilot.app.clipboard == "Ferry"

    review.play(script)
