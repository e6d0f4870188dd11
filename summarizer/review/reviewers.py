"""Who reviews: a name that nothing proves. Where it comes from, and where it is kept for the next time.

It is kept in the user's own config, away from the `summarizer.toml` that belongs to a project and its team.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import StoreError, UsageError
from summarizer.output import files
from summarizer.review.journal.filing import file_name

__all__ = ["VARIABLE", "Reviewer", "config", "file_name", "keep", "place", "who"]

VARIABLE = "SUMMARIZER_REVIEWER"
_LINE = re.compile(r"(?m)^[ \t]*reviewer[ \t]*=.*$")
_TABLE = re.compile(r"(?m)^[ \t]*\[")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """`said` by "--reviewer", VARIABLE, "config", "git" or "login"; the last two are guesses, to be confirmed."""

    name: str
    said: str

    @property
    def guessed(self) -> bool:
        return self.said in ("git", "login")


def who(explicit: str | None, environ: Mapping[str, str] | None = None) -> Reviewer:
    """The reviewer: as given, as the environment says, as kept from the last time, else a guess.

    Raises UsageError for a name that is blank, and for a config that cannot be read.
    """
    environ = os.environ if environ is None else environ
    for name, said in ((explicit, "--reviewer"), (environ.get(VARIABLE), VARIABLE)):
        if name is not None:
            if not name.strip():
                raise UsageError(said, "is empty", "say who reviews, for example Marta")
            return Reviewer(_tidy(name), said)
    kept = config(environ).get("reviewer", "")
    if not isinstance(kept, str):
        raise UsageError(f"{place(environ)}: reviewer", "should be text", f"got {str(kept)[:40]!r}")
    for name, said in ((kept, "config"), (_git(), "git"), (_login(environ), "login")):
        if name.strip():
            return Reviewer(_tidy(name), said)
    return Reviewer("reviewer", "login")


def place(environ: Mapping[str, str]) -> Path:
    """The user's own config: $XDG_CONFIG_HOME, %APPDATA% or ~/.config, and in it summarizer/config.toml."""
    for variable in ("XDG_CONFIG_HOME", "APPDATA") if os.name == "nt" else ("XDG_CONFIG_HOME",):
        home = environ.get(variable, "")
        if Path(home).is_absolute():  # others are to be ignored, says the standard
            return Path(home) / "summarizer" / "config.toml"
    home = environ.get("HOME", "") or str(Path("~").expanduser())
    return Path(home) / ".config" / "summarizer" / "config.toml"


def config(environ: Mapping[str, str]) -> dict[str, Any]:
    """What the user's own config holds; nothing where there is none. Raises UsageError."""
    path = place(environ)
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "make it readable, or remove it") from None
    return _parsed(path, text)


def keep(name: str, environ: Mapping[str, str] | None = None) -> Path:
    """Keeps `name` for the next time, and all else in the config as it is; where. Raises StoreError, UsageError."""
    environ = os.environ if environ is None else environ
    path = place(environ)
    config(environ)  # says what is wrong with it, before anything is changed
    old = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    text = _with(old, name)
    try:
        good = _parsed(path, text.encode("utf-8", "surrogatepass"))
        path.parent.mkdir(parents=True, exist_ok=True)
    except (UsageError, OSError):
        good = {}
    if good.get("reviewer") != name:
        raise StoreError(str(path), "the name cannot be kept there", f"write it there by hand, or set {VARIABLE}")
    files.write(path.resolve(), text, VARIABLE)
    return path


def _with(text: str, name: str) -> str:
    """`text` with the line that says who reviews, which must stand before the first table."""
    said = "reviewer = " + json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
    table = _TABLE.search(text)
    end = table.start() if table else len(text)
    there = _LINE.search(text, 0, end)
    if there is not None:
        return text[: there.start()] + said + text[there.end() :]
    return f"{said}\n{text}"


def _parsed(path: Path, text: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"not valid TOML: {error}", "mend that line") from None


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _git() -> str:
    import subprocess

    try:
        asked = subprocess.run(["git", "config", "--get", "user.name"], capture_output=True, timeout=2, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.decode("utf-8", "replace")


def _login(environ: Mapping[str, str]) -> str:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if environ.get(variable, "").strip():
            return environ[variable]
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
