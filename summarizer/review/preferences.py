"""How a reviewer likes the screens: colours and keys, from files that people write. No screen is known here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError

CONFIG_NAME = "summarizer.toml"  # as in `settings`, which a review that makes no brief does not load
TABLE = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """`keys` is by the id of a command; `where` names the file that says so, for errors."""

    theme: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    where: str = ""


def preferences(config: Path | None = None, keys: Path | None = None) -> Preferences:
    """From the table `[review]` of the settings file, and from a file of keys, which goes before it.

    Raises UsageError for a file that cannot be read, and for what is neither a theme nor keys.
    """
    place = config or Path(CONFIG_NAME)
    table = _table(place).get(TABLE, {}) if config or place.is_file() else {}
    found = _preferences(table, f"{place}: [{TABLE}]")
    if keys is None:
        return found
    return Preferences(theme=found.theme, keys={**found.keys, **_keys(_table(keys), str(keys))}, where=str(keys))


def _preferences(table: Any, where: str) -> Preferences:
    if not isinstance(table, dict):
        raise UsageError(where, "should be a table", "write theme and keys below it")
    unknown = sorted(table.keys() - {"theme", "keys"})
    if unknown:
        raise UsageError(where, f"unknown setting {unknown[0]!r}", "known are theme and keys")
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        raise UsageError(f"{where} theme", "should be text", 'write theme = "light"')
    return Preferences(theme=theme, keys=_keys(table.get("keys", {}), f"{where} keys"), where=where)


def _keys(table: Any, where: str) -> Mapping[str, str]:
    if not isinstance(table, dict) or not all(isinstance(value, str) and value.strip() for value in table.values()):
        raise UsageError(where, "should be lines of a command and its keys", 'write lines like accept = "y,space"')
    return table


def _table(path: Path) -> dict[str, Any]:
    import tomllib  # here, since most have no such file

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "name a readable file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"not valid TOML: {error}", "mend that line") from None
