"""docs/review.md is held to the program: its keys and marks are those of the screens, its commands are known."""

import re
import shlex

import pytest
from conftest import ROOT

from summarizer.cli import parser
from summarizer.review.tui import commands, look

PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
PLACES = {
    "brief": "In the brief",
    "disagreements": "Where the sources disagree (2)",
    "uncovered": "Not covered (3)",
    "sources": "Sources (4)",
    "withheld": "Withheld (5)",
    "export": "Export (6)",
    "edit": "While editing (e)",
    "recite": "While re-citing (c)",
    commands.EVERYWHERE: "Everywhere",
}


def keys() -> str:
    """The table of keys, as the page has to have it."""
    rows = ["| where | key | what it does | id |", "|---|---|---|---|"]
    for where, place in PLACES.items():
        for command in commands.of(where):
            shown = " ".join(f"`{key}`" for key in commands.shown_keys(command.keys).split(" "))
            rows.append(f"| {place} | {shown} | {command.help} | `{command.id}` |")
            place = ""
    return "\n".join(rows)


def marks() -> str:
    """The table of marks, as the page has to have it."""
    verdicts = [(mark.glyph, mark.word.lower()) for mark in look.VERDICTS.values()]
    choices = [(mark.glyph, mark.word) for mark in (*look.CHOICES.values(), look.EDITED)]
    return "\n".join(["| mark | word |", "|---|---|", *(f"| `{glyph}` | {word} |" for glyph, word in verdicts + choices)])


def test_the_keys_are_those_of_the_screens() -> None:
    assert {command.where for command in commands.COMMANDS} == set(PLACES)
    assert keys() in PAGE, f"put this into docs/review.md:\n\n{keys()}"


def test_the_marks_are_those_of_the_screens() -> None:
    assert marks() in PAGE, f"put this into docs/review.md:\n\n{marks()}"


@pytest.mark.parametrize("command", re.findall(r"^(summarizer .*?)(?:\s{2,}#.*)?$", PAGE, re.MULTILINE))
def test_every_command_parses(command: str) -> None:
    parser().parse_args(shlex.split(command)[1:])
