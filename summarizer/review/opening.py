"""What a review needs to begin: which brief, who reviews, how it should look. Made by the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`path` is the brief's file. `reviewer` None: asked for on the first screen."""

    path: Path
    reviewer: str | None = None
    root: Path | None = None  # where else to look for sources
    take_over: bool = False
    theme: str | None = None  # a name of `tui.look.THEMES`, or any of Textual's own
    keymap: Mapping[str, str] = field(default_factory=dict)  # command id -> keys
    clock: Callable[[], str] | None = None  # what the bar says is the time; None: the machine's
    debug: bool = False  # whether the traceback of a bug is shown
