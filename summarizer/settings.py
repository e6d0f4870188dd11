"""The options, and where each comes from: flag, then environment, then `summarizer.toml`, then the default below.

The API key is not an option. It is read from the environment by the one module that needs it, so that no brief, log or
error message that shows the settings can show the key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import UsageError

CONFIG_NAME = "summarizer.toml"
REVIEW = "review"  # a table of that file with what only the screens need: `review.preferences` reads it
ENVIRONMENT_PREFIX = "SUMMARIZER_"
ELSEWHERE = ("SUMMARIZER_REVIEWER",)  # variables of that prefix that are no setting of a run: who reviews
WRITERS = ("auto", "extractive", "model")
WHOLE = {"words": (20, 100_000), "concurrency": (1, 1024), "chunk_tokens": (100, 10**9)}  # least and most
SWITCHES = ("strict_event",)
YES_OR_NO = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
PLACES = {"prompts": "the path of a folder", "judge_calibration": "the path of a file"}
CONVERTED = {**dict.fromkeys(WHOLE, int), "timeout": float, **dict.fromkeys(PLACES, Path)}  # what is no text


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may be told. Each can be a flag, a `SUMMARIZER_<FIELD>` variable or a line in `summarizer.toml`.

    Raises UsageError for a value that its field cannot have.
    """

    words: int = 250  # length to aim at; the brief keeps within 10 % of it
    question: str | None = None  # the brief answers this, from the sources only
    writer: Literal["auto", "extractive", "model"] = "auto"  # auto: model where one is named, else extractive
    model: str | None = None
    base_url: str | None = None  # any OpenAI-compatible endpoint
    prompts: Path | None = None  # a folder of prompts to use before the project's own
    concurrency: int = 8  # model calls side by side
    timeout: float = 120.0  # seconds for one model call
    chunk_tokens: int = 2000  # article text in one extraction call
    strict_event: bool | None = None  # whether articles on another event are left out; None: where that is certain
    api_key_variable: str = "OPENAI_API_KEY"  # name of the variable, never the key
    judge_model: str | None = None  # a second model that judges what code cannot decide
    judge_base_url: str | None = None  # its endpoint; the writer's where none is given
    judge_api_key_variable: str | None = None  # the variable with its key; the writer's where none is given
    judge_calibration: Path | None = None  # how often it is wrong; without it, it decides nothing

    def __post_init__(self) -> None:
        for name in NAMES:
            _hold(name, getattr(self, name), f"Settings({name}=…)")

    @property
    def uses_model(self) -> bool:
        return self.writer == "model" or (self.writer == "auto" and self.model is not None)


NAMES = tuple(field.name for field in fields(Settings))


def load(flags: Mapping[str, Any], environ: Mapping[str, str], config: Path | None = None) -> Settings:
    """The settings of one run. `flags` holds only what was given; None means not given.

    Raises UsageError naming the flag, the variable or the file and its key.
    """
    layers = [
        _from_file(config),
        _from_environment(environ),
        {name: (value, f"--{name.replace('_', '-')}") for name, value in flags.items() if value is not None},
    ]
    merged = {name: given for layer in layers for name, given in layer.items()}
    values = {name: _converted(name, value) for name, (value, _) in merged.items()}
    for name, (_, where) in merged.items():
        _hold(name, values[name], where)
    return Settings(**values)


def _converted(name: str, given: Any) -> Any:
    """A number, a path, yes or no from its text; what is no such text stays as it is, for `_hold` to refuse."""
    if name in SWITCHES and isinstance(given, str):
        return YES_OR_NO.get(given.strip().casefold(), given)
    try:
        return CONVERTED[name](given) if name in CONVERTED and isinstance(given, str) else given
    except ValueError:
        return given


def _hold(name: str, value: object, where: str) -> None:
    """Raises UsageError, naming `where`, if `value` cannot be the setting `name`."""
    wrong = _wrong(name, value)
    if wrong:
        raise UsageError(where, f"should be {wrong}", f"got {str(value) if isinstance(value, Path) else value!r}")


def _wrong(name: str, value: object) -> str:
    """What the setting `name` should be; empty if `value` is that. True is no number, though Python counts with it."""
    if name in WHOLE:
        low, high = WHOLE[name]
        sound = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return "" if sound else f"a whole number from {low:,} to {high:,}"
    if name == "timeout":
        sound = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
        return "" if sound else "a number of seconds above 0"
    if name in SWITCHES:
        return "" if value is None or isinstance(value, bool) else "true or false"
    if name == "writer":
        return "" if value in WRITERS else ", ".join(WRITERS[:-1]) + f" or {WRITERS[-1]}"
    if name in PLACES:
        return "" if value is None or isinstance(value, Path) else PLACES[name]
    optional = value is None and name != "api_key_variable"
    return "" if optional or (isinstance(value, str) and value.strip()) else "text that is not empty"


def _from_file(config: Path | None) -> dict[str, tuple[Any, str]]:
    path = config or Path(CONFIG_NAME)
    if config is None and not path.is_file():
        return {}
    import tomllib

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "name a readable file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"not valid TOML: {error}", "mend that line") from None
    values.pop(REVIEW, None)
    for name in values:
        if name not in NAMES:
            raise UsageError(str(path), f"unknown setting {name!r}", f"known settings are {', '.join(NAMES)}")
    return {name: (value, f"{path}: {name}") for name, value in values.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    variables = {ENVIRONMENT_PREFIX + name.upper(): name for name in NAMES}
    for key in environ:
        if key.startswith(ENVIRONMENT_PREFIX) and key not in (*variables, *ELSEWHERE):
            raise UsageError(key, "unknown setting", f"known are {', '.join(variables)}")
    found = {name: (environ[key], key) for key, name in variables.items() if environ.get(key)}
    if environ.get("OPENAI_BASE_URL"):
        found.setdefault("base_url", (environ["OPENAI_BASE_URL"], "OPENAI_BASE_URL"))
    return found
