"""The options, and where each comes from: flag, then environment, then `summarizer.toml`, then the default below.

The API key is not an option. It is read from the environment by the one module that needs it, so that no brief, log or
error message that shows the settings can show the key.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from summarizer.errors import UsageError
from summarizer.records import Record

CONFIG_NAME = "summarizer.toml"
ENVIRONMENT_PREFIX = "SUMMARIZER_"


class Settings(Record):
    """What a run may be told. Each can be a flag, a `SUMMARIZER_<FIELD>` variable or a line in `summarizer.toml`."""

    words: int = Field(default=250, ge=20, le=100_000)  # length to aim at; the brief keeps within 10 % of it
    question: str | None = None  # the brief answers this, from the sources only
    writer: Literal["auto", "extractive", "model"] = "auto"  # auto: model where one is named, else extractive
    model: str | None = None
    base_url: str | None = None  # any OpenAI-compatible endpoint
    prompts: Path | None = None  # a folder of prompts to use before the project's own
    concurrency: int = Field(default=8, ge=1, le=1024)  # model calls side by side
    timeout: float = Field(default=120.0, gt=0)  # seconds for one model call
    chunk_tokens: int = Field(default=2000, ge=100)  # article text in one extraction call
    api_key_variable: str = "OPENAI_API_KEY"  # name of the variable, never the key

    @property
    def uses_model(self) -> bool:
        return self.writer == "model" or (self.writer == "auto" and self.model is not None)


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
    try:
        return Settings(**{name: value for name, (value, _) in merged.items()})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise UsageError(merged[name][1], _in_words(first["msg"]), f"got {merged[name][0]!r}") from None


def _from_file(config: Path | None) -> dict[str, tuple[Any, str]]:
    path = config or Path(CONFIG_NAME)
    if config is None and not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "name a readable file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"not valid TOML: {error}", "mend that line") from None
    for name in values:
        if name not in Settings.model_fields:
            known = ", ".join(Settings.model_fields)
            raise UsageError(str(path), f"unknown setting {name!r}", f"known settings are {known}")
    return {name: (value, f"{path}: {name}") for name, value in values.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    variables = {name: ENVIRONMENT_PREFIX + name.upper() for name in Settings.model_fields}
    found = {name: (environ[key], key) for name, key in variables.items() if environ.get(key)}
    if environ.get("OPENAI_BASE_URL"):
        found.setdefault("base_url", (environ["OPENAI_BASE_URL"], "OPENAI_BASE_URL"))
    return found


def _in_words(message: str) -> str:
    """pydantic's message as the middle of a sentence."""
    return message[:1].lower() + message[1:]
