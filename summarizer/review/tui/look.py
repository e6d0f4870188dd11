"""How a verdict and a decision look: always a word or a glyph, and a colour only beside it.

Every glyph is one cell wide in every terminal (East Asian Width N or ASCII). The colours are Okabe and Ito's, which
people with any colour vision tell apart: blue against orange, never red against green.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style as Style
from textual.theme import Theme

from summarizer.review.nouns import Choice, Item


class Mark(NamedTuple):
    glyph: str
    word: str
    colour: str  # a variable of the theme, without "$"; "" for the text's own


VERDICTS = {
    "supported": Mark("✓", "SUPPORTED", "supported"),
    "partial": Mark("~", "PARTLY SUPPORTED", "partial"),
    "contradicted": Mark("!", "CONTRADICTED", "contradicted"),
    "disputed": Mark("!", "SUPPORTED, BUT A SOURCE SAYS OTHERWISE", "contradicted"),
    "unsupported": Mark("✗", "NO SUPPORT", "unsupported"),
    "unchecked": Mark("?", "NOT CHECKED", ""),
    "stale": Mark("*", "CHANGED SINCE IT WAS CHECKED", ""),
    "checking": Mark("↻", "CHECKING", ""),
    "failed": Mark("E", "CHECK FAILED", ""),
}

CHOICES: dict[Choice | None, Mark] = {
    "accepted": Mark("A", "accepted", "supported"),
    "rejected": Mark("R", "rejected", "unsupported"),
    "flagged": Mark("F", "flagged", "contradicted"),
    None: Mark(".", "open", ""),
}
EDITED = Mark("E", "edited, open", "partial")
SOURCE_CHANGED = Mark("*", "A CITED SOURCE HAS CHANGED", "")
ASTRAY = Mark("*", "A QUOTE DOES NOT STAND IN ITS SOURCE", "")


def verdict_of(item: Item) -> Mark:
    """The mark of what the last check of these very words said."""
    if item.verdict is None:
        return VERDICTS["stale"]
    if item.verdict.status == "supported" and item.verdict.against:
        return VERDICTS["disputed"]
    return VERDICTS[item.verdict.status]


def choice_of(item: Item) -> Mark:
    return EDITED if item.choice is None and item.edited else CHOICES[item.choice]


# Measured against the background: every one at least 5:1.
_DARK = {"supported": "#56B4E9", "partial": "#F0E442", "contradicted": "#E69F00", "unsupported": "#CC79A7"}
_LIGHT = {"supported": "#00558B", "partial": "#665C00", "contradicted": "#8A4B00", "unsupported": "#8F3B69"}

_ANSI = {
    "supported": "ansi_bright_cyan",
    "partial": "ansi_yellow",
    "contradicted": "ansi_bright_yellow",
    "unsupported": "ansi_bright_magenta",
}

BOLD, DIM, PLAIN = Style(bold=True), Style(dim=True), Style()


def colours(theme: Theme) -> dict[str, str]:
    """The colours of verdicts for themes that are not ours: by what the background is."""
    return _ANSI if theme.ansi else _DARK if theme.dark else _LIGHT


def inks(variables: Mapping[str, str]) -> dict[str, Style]:
    """The style for each colour that a Mark may name, "" among them."""
    return {"": PLAIN} | {name: Style(color=variables[name].removeprefix("ansi_")) for name in _DARK}


THEMES: tuple[Theme, ...] = (
    Theme(
        name="dark",
        primary="#56B4E9",
        warning="#E69F00",
        error="#CC79A7",
        background="#121212",
        surface="#121212",
        panel="#242424",
        foreground="#E4E4E4",
        dark=True,
        variables=_DARK,
    ),
    Theme(
        name="light",
        primary="#00558B",
        warning="#8A4B00",
        error="#8F3B69",
        background="#FFFFFF",
        surface="#FFFFFF",
        panel="#EBEBEB",
        foreground="#1A1A1A",
        dark=False,
        variables=_LIGHT,
    ),
)
