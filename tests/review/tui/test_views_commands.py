"""Every command of the table that belongs to one of the other views can be done there, by key, help and palette."""

from importlib import import_module

import pytest
from playing import Review, shown
from textual.pilot import Pilot

from summarizer.review.tui import commands
from summarizer.review.tui.help import help_lines
from summarizer.review.tui.rooms import ROOMS

VIEWS = ("disagreements", "uncovered", "sources", "withheld")


@pytest.mark.parametrize("name", VIEWS)
def test_each_command_has_an_action_and_no_key_has_two(name: str) -> None:
    module, _, cls = next(room.place for room in ROOMS if room.name == name).partition(":")
    view = getattr(import_module(module), cls)
    table = commands.of(name)
    assert [c.id for c in table if not callable(getattr(view, f"action_{c.id}", None))] == []
    keys = [key for c in (*table, *commands.of(commands.EVERYWHERE)) for key in c.keys.split(",")]
    assert sorted(keys) == sorted(set(keys))
    assert len({c.id for c in table}) == len(table)


@pytest.mark.parametrize("name", VIEWS)
def test_help_lists_them_all(name: str) -> None:
    text = str(help_lines(name, {}))
    assert [c.help for c in commands.of(name) if c.help not in text] == []


def test_the_lines_around_a_view_follow_the_size_of_the_terminal(review: Review) -> None:
    async def script(pilot: Pilot[None]) -> None:
        wide = shown(pilot.app).split("\n")[1].rstrip()
        seen = []
        for size in ((50, 20), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            seen.append(shown(pilot.app).split("\n")[1].rstrip())
        assert len(seen[0]) <= 50
        assert "6" in seen[0]
        assert seen[1] == wide

    review.play(script)
