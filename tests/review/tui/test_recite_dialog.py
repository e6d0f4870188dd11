"""The dialog of re-citing, played with the pilot: what is lit is what would be cited, and nothing arrives too late."""

import hashlib
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orlund
import pytest
from playing import NARROW, WIDE, Review, shown, until
from rich.cells import cell_len
from textual.geometry import Offset
from textual.pilot import Pilot

from summarizer.records import Brief, Citation
from summarizer.review.changing.reciting import Span
from summarizer.review.evidence import spans
from summarizer.review.tui.app import ReviewApp
from summarizer.review.tui.dialogs import citing
from summarizer.review.tui.dialogs.choosing import ChoicePane
from summarizer.review.tui.dialogs.passages import PassageList
from summarizer.review.tui.dialogs.recite import ReciteDialog
from summarizer.review.tui.source import SourcePane

GAZETTE, HERALD, RADIO = orlund.TEXTS.values()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citing, "PAUSE", 0.01)


def app_of(pilot: Pilot[None]) -> ReviewApp:
    assert isinstance(pilot.app, ReviewApp)
    return pilot.app


async def opened(pilot: Pilot[None], name: str = "b1", current: int = 0, *, found: bool = True) -> ReciteDialog:
    app = app_of(pilot)
    item = app.session.state.item(name)
    assert item is not None
    dialog = ReciteDialog(item, app, current)
    await app.push_screen(dialog)
    await pilot.pause()
    if found:
        await until(pilot, lambda: "searching" not in shown(app))
    return dialog


def lit(dialog: ReciteDialog) -> str:
    """The words that are chosen, by what the source says at the span."""
    span = dialog._state.span
    assert span is not None
    return {"s1": GAZETTE, "s2": HERALD, "s3": RADIO}[span.source][span.start : span.end]


def cited(review: Review, name: str = "b1") -> list[str]:
    item = review.session.state.item(name)
    assert item is not None
    assert all(c.quote == list(orlund.TEXTS.values())[int(c.source[1:]) - 1][c.start : c.end] for c in item.citations)
    return [c.quote for c in item.citations]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_shows_the_sentence_its_passages_and_the_source(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        screen = shown(pilot.app)
        for words in (
            "Re-cite sentence 1",
            "cited 1*",
            "cited 2",
            "found",
            "enter replaces citation 1 of 2",
            "esc cancel",
        ):
            assert words in screen, words
        assert "as it is: ✓ SUPPORTED" in screen
        assert "lost power" in screen  # the source around it
        assert all(len(row) == size[0] for row in screen.split("\n"))

    review.play(script, size=size)


def test_opened_from_the_brief_at_the_passage_that_is_lit(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("right_square_bracket", "c")
        assert isinstance(pilot.app.screen, ReciteDialog)
        assert lit(pilot.app.screen) == orlund.HIT.quote
        assert "enter replaces citation 2 of 2" in shown(pilot.app)
        assert not {"Accept", "Flag"} & set(shown(pilot.app).split())

    review.play(script)


def test_replaces_the_citation_that_was_looked_at(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot, current=1)
        assert lit(dialog) == orlund.HIT.quote
        await pilot.press("j")
        new.append(lit(dialog))
        await until(pilot, lambda: "with this:" in shown(pilot.app))
        await pilot.press("enter")
        assert not isinstance(pilot.app.screen, ReciteDialog)
        app = app_of(pilot)
        await until(pilot, lambda: app.checks.left == 0)
        item = app.session.state.item("b1")
        assert item is not None
        assert item.verdict is not None  # of these words and citations, whatever it says
        assert [c.quote for c in item.citations] == [orlund.STRUCK.quote, *new]
        assert cited(review) == [orlund.STRUCK.quote, *new]
        app.action_undo()

    new: list[str] = []
    review.play(script)
    assert new
    assert cited(review) == [orlund.STRUCK.quote, orlund.HIT.quote]


def test_adds_and_removes(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot, "b8")
        await pilot.press("minus")
        assert "the last citation stays" in shown(pilot.app)
        await pilot.press("plus")
        assert "already" in shown(pilot.app)
        await pilot.press("enter")
        assert "this is what the sentence cites" in shown(pilot.app)
        await pilot.press("j")
        added.append(lit(dialog))
        await pilot.press("plus")
        await opened(pilot, "b8")
        await pilot.press("minus")

    added: list[str] = []
    review.play(script)
    assert cited(review, "b8") == added


def test_esc_changes_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("j", "l", "t", "escape")

    review.play(script)
    assert review.session.state.undo is None


def test_ends_move_by_a_word_and_by_a_sentence(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await pilot.press("h", "h")
        assert lit(dialog) == "The ferry Sigrun struck the main pier at Orlund on Tuesday"
        await pilot.press("L")
        assert lit(dialog) == "ferry Sigrun struck the main pier at Orlund on Tuesday"
        await pilot.press("l", "H")
        assert lit(dialog) == "The ferry Sigrun struck the main pier at Orlund on Tuesday morning"
        await pilot.press("v")
        assert lit(dialog) == orlund.STRUCK.quote
        await pilot.press("v")
        assert lit(dialog) == f"{orlund.STRUCK.quote} {orlund.HURT.quote}"
        await until(pilot, lambda: "with this:" in shown(pilot.app))

    review.play(script)


def test_sources_one_by_one(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: dialog._state.span is not None)
        assert "source 2 of 3 alone" in shown(pilot.app)
        assert lit(dialog) == orlund.CLOSED.quote
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "searching" not in shown(pilot.app))
        assert "source 2 of 3" not in shown(pilot.app)
        assert lit(dialog) == orlund.STRUCK.quote

    review.play(script)


def test_what_is_searched_for_is_chosen(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await pilot.press("slash", *"board", "enter")
        await until(pilot, lambda: lit(dialog) == "board")
        await pilot.press("v", "plus")

    review.play(script)
    assert cited(review)[-1] == orlund.ABOARD_84.quote


def offset_of(pane: SourcePane, words: str) -> tuple[Offset, Offset]:
    """The cells of the first and the last character of some words that stand on one line of a source pane."""
    for y in range(min(pane.page, pane.row_count() - pane.top)):
        row = pane.row(pane.top + y).text
        if words in row:
            x = cell_len(row[: row.index(words)])
            left = pane.content_region.offset
            return left + Offset(x, y), left + Offset(x + cell_len(words) - 1, y)
    raise AssertionError(f"{words} is not in view")


async def draw(pilot: Pilot[None], pane: SourcePane, words: str) -> None:
    """Draws over some words with the mouse."""
    first, last = offset_of(pane, words)
    await pilot.mouse_down(offset=first)
    await pilot.hover(offset=last)
    await pilot.mouse_up(offset=last)
    await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_mouse_draws_a_passage_exactly(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await draw(pilot, dialog.query_one(ChoicePane), "grun str")
        start = GAZETTE.index("grun str")
        assert dialog._state.span == Span("s1", start, start + len("grun str"))
        await pilot.press("plus")

    review.play(script, size=size)
    assert cited(review)[-1] == "grun str"


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_was_drawn_beside_the_brief_is_chosen(review: Review, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await draw(pilot, pilot.app.query_one("#source", SourcePane), "broken wrists")
        await pilot.press("c")
        assert isinstance(pilot.app.screen, ReciteDialog)
        assert lit(pilot.app.screen) == "broken wrists"
        await until(pilot, lambda: "with this:" in shown(pilot.app))
        await pilot.press("plus")

    review.play(script, size=size)
    assert cited(review)[-1] == "broken wrists"


@pytest.mark.parametrize("words", ["é op", "ed. 👨‍👩‍👧 c", "東京", "🇫🇷🇩", "نمی‌خ"])
def test_characters_are_drawn_whole(review: Review, words: str) -> None:
    text = "The cafe\u0301 opened. 👨\u200d👩\u200d👧 came. 東京 was calm. 🇫🇷🇩🇪 won. نمی\u200cخواهم gone.\n"
    words = unicodedata.normalize("NFD", words)
    (review.folder / "gazette.txt").write_text(text, "utf-8", newline="\n")
    source = replace(review.brief.sources[0], sha256=hashlib.sha256(text.encode()).hexdigest())
    sentence = replace(review.brief.sentences[0], citations=())
    review.remake(Brief(sources=(source,), sentences=(sentence,)))

    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: dialog._page is not None)
        await draw(pilot, dialog.query_one(ChoicePane), words)
        await pilot.press("plus")

    review.play(script)
    item = review.session.state.item("b1")
    assert item is not None
    (made,) = item.citations
    assert text[made.start : made.end] == made.quote
    assert words in made.quote
    assert not spans.splits(text, made.start)
    assert not spans.splits(text, made.end)


def test_a_click_chooses_the_sentence_or_the_passage(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        dialog = await opened(pilot)
        await pilot.click(offset=offset_of(dialog.query_one(ChoicePane), "wrists")[0])
        await until(pilot, lambda: lit(dialog) == orlund.HURT.quote)
        rows = pilot.app.screen.query_one(PassageList)
        await pilot.click(PassageList, offset=rows.content_region.offset - rows.region.offset + Offset(3, 1))
        await until(pilot, lambda: lit(dialog) == orlund.HIT.quote)

    review.play(script)


def held(real: Callable[..., Any], go: threading.Event) -> Callable[..., Any]:
    def slow(*given: object, **named: object) -> object:
        assert go.wait(30)
        return real(*given, **named)

    return slow


def test_keys_are_live_while_it_searches_and_what_comes_late_is_dropped(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        real = app.checks.examiner.candidates
        monkeypatch.setattr(app.checks.examiner, "candidates", held(real, go))
        dialog = await opened(pilot, found=False)
        assert "searching" in shown(app)
        await pilot.press("j", "h")
        assert lit(dialog) == orlund.HIT.quote.removesuffix(".")
        await pilot.press("escape")
        assert not isinstance(app.screen, ReciteDialog)
        state = dialog._state
        go.set()
        await pilot.pause(0.1)
        assert dialog._state is state

    review.play(script)


def test_only_the_source_asked_for_last_is_shown(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()

    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        real = app.checks.examiner.candidates

        def slow(text: str, source: str | None = None, **named: Any) -> object:
            if source == "s1":
                assert go.wait(30)
            return real(text, source, **named | {"cancelled": lambda: False})

        monkeypatch.setattr(app.checks.examiner, "candidates", slow)
        dialog = await opened(pilot)
        await pilot.press("tab", "tab")  # s1, which is held up, then s2
        await until(pilot, lambda: dialog._state.span is not None)
        go.set()
        await pilot.pause(0.1)
        sources = {p.span.source for p in dialog._state.passages if p.cited is None}
        assert sources == {"s2"}

    review.play(script)


def test_a_verdict_on_another_choice_is_dropped(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    go, asked = threading.Event(), threading.Event()

    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        real = app.checks.examiner.verdict

        def slow(text: str, citations: tuple[Citation, ...], **_: Any) -> object:
            if not asked.is_set():
                asked.set()
                assert go.wait(30)
                return real("It was quiet.", citations)  # what nobody should see
            return real(text, citations)

        monkeypatch.setattr(app.checks.examiner, "verdict", slow)
        await opened(pilot)
        await pilot.press("v")
        await until(pilot, asked.is_set)
        await pilot.press("v")
        await until(pilot, lambda: "with this: ✓ SUPPORTED" in shown(app))
        go.set()
        await pilot.pause(0.1)
        assert "with this: ✓ SUPPORTED" in shown(app)

    review.play(script)


def test_a_search_that_fails_is_told(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)

        def broken(*_: object, **__: object) -> object:
            raise OSError("no disk [red]\x1b[31m")

        monkeypatch.setattr(app.checks.examiner, "candidates", broken)
        await opened(pilot)
        assert "failed: OSError: no disk [red]␛[31m" in shown(app)
        await pilot.press("h", "enter")

    review.play(script)
    assert cited(review)[0] == orlund.STRUCK.quote.removesuffix(".")


def test_citations_that_changed_meanwhile_are_shown_first(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        dialog = await opened(pilot)
        await pilot.press("h")
        app.session.edit("b1", orlund.STRUCK.quote, (orlund.HIT,))
        await pilot.press("enter")
        assert "have just changed" in shown(app)
        assert isinstance(app.screen, ReciteDialog)
        assert dialog._state.citations == (orlund.HIT,)
        await pilot.press("enter")

    review.play(script)
    assert cited(review) == [orlund.STRUCK.quote.removesuffix(".")]


def test_a_source_that_changed_vouches_for_nothing(review: Review) -> None:
    (review.folder / "gazette.txt").write_text("Another text altogether.\n", "utf-8")

    async def script(pilot: Pilot[None]) -> None:
        await opened(pilot)
        assert "has changed" in shown(pilot.app)
        await pilot.press("l", "v", "plus", "enter")
        assert isinstance(pilot.app.screen, ReciteDialog)
        assert "choose a passage of another" in shown(pilot.app)

    review.play(script)
    assert review.session.state.undo is None


def test_a_sentence_that_cites_nothing(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        app = app_of(pilot)
        app.session.add("", "Divers found no crack.", ())
        await opened(pilot, "n1")
        await until(pilot, lambda: "enter cites" in shown(app))
        await pilot.press("enter")

    review.play(script)
    assert cited(review, "n1") == [orlund.DIVERS.quote]
