"""The dialog of an edit, played with the pilot: what is typed, what is kept of it, and what comes of saving it."""

import hashlib
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playing import NARROW, WIDE, Review, shown, until
from textual.app import App
from textual.events import Key, Paste
from textual.pilot import Pilot

from summarizer.records import Brief, Citation
from summarizer.review.changing import drafts
from summarizer.review.session import Session
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.dialogs import edit
from summarizer.review.tui.dialogs.edit import EditDialog
from summarizer.review.tui.dialogs.parts import Frame
from summarizer.review.tui.dialogs.typing import Words

SIX_DAYS = "Repairs will take six days, the town council said."
SIX_WEEKS = "Repairs will take six weeks, the town council said."


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "PAUSE", 0.01)
    monkeypatch.setattr(edit, "STILL", 0.01)


async def opened(pilot: Pilot[None], name: str = "b4") -> EditDialog:
    app = pilot.app
    assert isinstance(app, ReviewApp)
    item = app.session.state.item(name)
    assert item is not None
    dialog = EditDialog(item, app)
    await app.push_screen(dialog)
    await pilot.pause()
    return dialog


def rewrite(app: App[None], text: str) -> None:
    words = app.screen.query_one(Words)
    words.replace(text, words.document.start, words.document.end)


def words_of(review: Review) -> str:
    item = review.session.state.item("b4")
    assert item is not None
    return item.text


def draft_of(review: Review, name: str = "b4") -> Path:
    return drafts.place(review.session.folder, "Marta", name)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_shows_what_changes_while_it_is_typed(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        rewrite(pilot.app, SIX_WEEKS)
        await pilot.pause()
        screen = " ".join(shown(pilot.app).split())
        assert "[-days-]" in screen
        assert "{+weeks+}" in screen
        assert "cites [2] herald.txt 167-218" in screen
        assert "^s save and check" in screen
        assert ("was Repairs" in screen) == (size == WIDE)

    review.play(script, size=size)
    assert words_of(review) == SIX_DAYS


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_says_what_the_check_would_say_of_the_words(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        rewrite(pilot.app, SIX_WEEKS)
        await until(pilot, lambda: "these words: ✓ SUPPORTED" in shown(pilot.app))
        rewrite(pilot.app, "Repairs will take seven weeks, the town council said.")
        await until(pilot, lambda: "these words: ! CONTRADICTED" in shown(pilot.app))
        rewrite(pilot.app, SIX_DAYS)
        await until(pilot, lambda: "these words" not in shown(pilot.app))

    review.play(script, size=size)
    assert review.session.state.undo is None


def test_opened_from_the_brief_with_keys_of_its_own(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        assert "Accept" in shown(pilot.app)
        await pilot.press("e")
        await until(pilot, lambda: "Edit sentence 1" in shown(pilot.app))
        assert "Accept" not in shown(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: "Accept" in shown(pilot.app))

    review.play(script)


def test_the_source_beside_it_is_paged(review: Review) -> None:
    text = "".join(f"Line {number} of a long report.\n" for number in range(200))
    (review.folder / "gazette.txt").write_text(text, "utf-8", newline="\n")
    source = replace(review.brief.sources[0], sha256=hashlib.sha256(text.encode()).hexdigest())
    quote = "Line 0 of a long report."
    sentence = replace(
        review.brief.sentences[0], citations=(Citation(source="s1", start=0, end=len(quote), quote=quote),)
    )
    review.remake(Brief(sources=(source,), sentences=(sentence,)))

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        assert "Line 1 of" in shown(pilot.app)
        await pilot.press("alt+pagedown")
        await until(pilot, lambda: "Line 1 of" not in shown(pilot.app))
        await pilot.press("alt+pageup")
        await until(pilot, lambda: "Line 1 of" in shown(pilot.app))
        assert isinstance(pilot.app.screen, EditDialog)

    review.play(script)


def test_a_sentence_that_is_gone_is_told(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        app.session.add("", "Divers found no crack.", ())
        await opened(pilot, "n1")
        app.session.undo()
        await pilot.press("x", "ctrl+s")
        await until(pilot, lambda: "no longer there" in shown(app))

    review.play(script)
    assert draft_of(review, "n1").exists()


def test_typing_decides_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press(*"axaxq1u", "enter")
        assert isinstance(pilot.app.screen, EditDialog)
        assert pilot.app.screen.query_one(Words).text == f"{SIX_DAYS}axaxq1u"
        assert "one line" in shown(pilot.app)

    review.play(script)
    assert all(item.choice is None for item in review.session.state.items)
    assert review.session.state.undo is None


def test_keys_that_come_all_at_once_keep_their_order(review: Review) -> None:
    """As a fast hand or a slow machine has it: the terminal gives many keys in one piece."""

    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        app = pilot.app
        keys = [*["backspace"] * 5, *"wrote.", "home", *"All ", "end", "left", "left", "X", "backspace", "ctrl+s"]
        for key in keys:
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: not isinstance(app.screen, EditDialog))

    review.play(script)
    assert words_of(review) == "All Repairs will take six days, the town council wrote."


def test_saved_checked_and_taken_back_in_one_step(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        await opened(pilot)
        rewrite(app, "The fish market on the pier has moved to the school yard.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, EditDialog))
        item = app.session.state.item("b4")
        assert item is not None
        assert item.edited
        await until(pilot, lambda: app.checks.left == 0)
        item = app.session.state.item("b4")
        assert item is not None
        assert item.verdict is not None
        assert item.verdict.status == "supported"
        assert [c.quote for c in item.citations] == [item.text]  # evidence found anew
        app.action_undo()
        item = app.session.state.item("b4")
        assert item is not None
        assert not item.edited
        assert item.verdict is not None
        assert item.verdict.status == "contradicted"

    review.play(script)
    assert not draft_of(review).exists()


def test_words_that_changed_while_they_were_checked_get_no_verdict(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    async def script(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReviewApp)
        real = app.checks.examiner.anchored

        def slow(*given: Any, **named: Any) -> object:
            go.wait(20)
            return real(*given, **named)

        monkeypatch.setattr(app.checks.examiner, "anchored", slow)
        await opened(pilot)
        rewrite(app, SIX_WEEKS)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, EditDialog))
        app.session.edit("b4", "Something else.")
        go.set()
        await until(pilot, lambda: app.checks.left == 0)
        item = app.session.state.item("b4")
        assert item is not None
        assert (item.text, item.verdict) == ("Something else.", None)

    review.play(script)


@pytest.mark.parametrize(("text", "why"), [(SIX_DAYS, "nothing changed"), ("  ", "rejects it")])
def test_refused_with_words(review: Review, text: str, why: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        rewrite(pilot.app, text)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: why in shown(pilot.app))
        assert isinstance(pilot.app.screen, EditDialog)

    review.play(script)
    assert review.session.state.undo is None


@pytest.mark.parametrize(("size", "told"), [((60, 16), True), (WIDE, False)])
def test_where_there_is_no_room_for_the_keys_the_frame_says_how_to_save(
    review: Review, size: tuple[int, int], told: bool
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        assert ("save and check" in str(dialog.query_one(Frame).border_subtitle)) == told
        assert "^s save" in shown(pilot.app)

    review.play(script, size=size)


def test_a_draft_survives_the_dialog_and_the_program(review: Review) -> None:
    async def typing(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press(*" and more")
        await until(pilot, lambda: draft_of(review).exists())
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, EditDialog))
        await opened(pilot)
        assert "draft of" in shown(pilot.app)
        await pilot.press(*" yet")  # and the program ends with the dialog open

    async def later(pilot: Pilot[None]) -> None:
        await opened(pilot)
        assert pilot.app.screen.query_one(Words).text == f"{SIX_DAYS} and more yet"
        await pilot.press("ctrl+d")
        await until(pilot, lambda: pilot.app.screen.query_one(Words).text == SIX_DAYS)
        assert not draft_of(review).exists()
        await pilot.press("ctrl+z")
        await until(pilot, lambda: pilot.app.screen.query_one(Words).text == f"{SIX_DAYS} and more yet")
        await pilot.press("ctrl+d", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, EditDialog))

    review.play(typing)
    assert draft_of(review).read_text("utf-8") == f"{SIX_DAYS} and more yet"
    review.play(later)
    assert not draft_of(review).exists()


def test_a_draft_that_cannot_be_kept_is_told_and_typing_goes_on(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        (review.session.folder / "drafts").write_text("a file where the folder should be")
        await opened(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "DRAFT NOT KEPT" in shown(pilot.app))
        await pilot.press("y", "ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, EditDialog))

    review.play(script)
    assert words_of(review) == f"{SIX_DAYS}xy"


HOSTILE = "a\nb\r\n\x1b]0;PWNED\x07\x9b31m\u202e[red]c[/red][@click=app.exit]d[/]\u2028e"


def test_what_is_pasted_becomes_safe_text_on_one_line(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        rewrite(pilot.app, "")
        pilot.app.post_message(Paste(HOSTILE))
        await until(pilot, lambda: pilot.app.screen.query_one(Words).text)
        words = pilot.app.screen.query_one(Words).text
        assert not set(words) & set("\x1b\x07\x9b\u202e\n\r\u2028")
        assert not set(shown(pilot.app)) & set("\x1b\x07\x9b\u202e")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, EditDialog))

    review.play(script)
    assert words_of(review) == "a b ␛]0;PWNED␇\ufffd31m\ufffd[red]c[/red][@click=app.exit]d[/] e"


def test_a_session_that_is_read_only_saves_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("x", "ctrl+s")
        await until(pilot, lambda: "NOT SAVED" in shown(pilot.app))
        assert isinstance(pilot.app.screen, EditDialog)

    with Session.open(review.brief, review.opening.path, "Marta"):  # another window
        review.play(script)
    assert words_of(review) == SIX_DAYS
    assert not draft_of(review).exists()
