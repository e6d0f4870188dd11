"""On a terminal: words beside every colour, and no escape sequence but our own styles."""

import io
import re

import pytest
from rich.console import Console
from sample_briefs import hostile_brief, seeds_brief

from summarizer.output.safe import safe
from summarizer.output.terminal import WIDTH, show
from summarizer.records import Brief

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def recorded(brief: Brief, width: int = 100, colour: bool = True) -> str:
    stream = io.StringIO()
    show(brief, Console(file=stream, width=width, force_terminal=colour, no_color=not colour, legacy_windows=False))
    return stream.getvalue()


@pytest.mark.parametrize(
    "brief", [seeds_brief(), hostile_brief(), hostile_brief("")], ids=["seeds", "hostile", "empty"]
)
@pytest.mark.parametrize("width", [20, 40, 100, 200])
def test_only_our_styles_reach_the_terminal(brief: Brief, width: int) -> None:
    page = STYLE.sub("", recorded(brief, width))
    assert page == safe(page)
    assert "\r" not in page


def test_markup_in_the_data_is_text() -> None:
    page = " ".join(STYLE.sub("", recorded(hostile_brief())).split())
    assert "[/nope] [bold red]x[/]" in page


def test_every_verdict_is_told_in_words_too() -> None:
    page = " ".join(recorded(seeds_brief(), colour=False).split())
    assert "(✗ unsupported: 12,000 is not in the cited span)" in page
    assert "[1a 2a 4a: 3 files, 2 origins]" in page
    assert "1a:102–175" in page
    assert "✗ withheld" in page
    assert "! seeds/broken.pdf" in page


def test_lines_are_not_longer_than_is_good_to_read() -> None:
    for row in recorded(seeds_brief(), width=200, colour=False).splitlines():
        assert len(row) <= WIDTH
