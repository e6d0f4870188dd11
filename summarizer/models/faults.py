"""What the OpenAI client raises, in one line with a remedy: is it this call that failed, or can no call succeed?

Pure functions over the client's exceptions; nothing is imported from it, so that a run without a model stays quick. No
message ever repeats what a server says about a key.
"""

import re
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models.answers import clip

_UNREACHABLE = frozenset({"ConnectError", "ConnectTimeout", "ProxyError", "UnsupportedProtocol", "InvalidURL"})
_NO_SUCH_MODEL = re.compile(
    r"model\b.{0,200}\b(not found|does not exist|not exist|unknown|not available)|invalid model"
)
_SECRET = 16  # characters; no provider gives out shorter keys


class APIError(Protocol):
    """What is read of the client's exceptions; `status_code` is there only where a server answered."""

    message: str
    code: str | None
    param: str | None
    type: str | None

    @property
    def body(self) -> object: ...
    @property
    def __cause__(self) -> BaseException | None: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked, and the key that was sent: known here only so that it can be struck out of what a server says."""

    model: str
    endpoint: str
    key_variable: str
    key: str = field(repr=False)


def refused_parameter(error: APIError, without: frozenset[str]) -> str | None:
    """Which part of a request a 400 or 422 complains about, if it can be left out and has not been yet."""
    if getattr(error, "status_code", None) not in (400, 422):
        return None
    text = f"{error.param or ''} {error.message}".lower()
    names = {"json_schema": ("response_format", "json_schema", "grammar"), "temperature": ("temperature",)}
    names["limit"] = ("max_tokens", "max_completion_tokens")
    if _too_long(text):
        return None
    found = (part for part, words in names.items() if part not in without and any(word in text for word in words))
    return next(found, None)


def in_one_line(error: APIError, asked: Asked) -> ModelError:
    """The ModelError or ModelUnavailable that `error` amounts to."""
    where, endpoint, key_variable = f"model {asked.model}", asked.endpoint, asked.key_variable
    status = getattr(error, "status_code", None)
    message = _message(error, asked.key)
    if status is None:
        return _no_answer(error, where, endpoint)
    if status in (401, 403):
        return ModelUnavailable(where, f"the key was refused ({status})", f"set {key_variable} to a key of {endpoint}")
    if status == 402 or "insufficient_quota" in f"{error.code} {error.type} {message}":
        return ModelUnavailable(where, "the account has no credit left", f"top it up, or set another {key_variable}")
    if status in (400, 404) and (error.code == "model_not_found" or _NO_SUCH_MODEL.search(message.lower())):
        return ModelUnavailable(where, f"{endpoint} has no such model", "name one that it has with --model")
    if status in (404, 405):
        remedy = "look at --base-url or OPENAI_BASE_URL; it usually ends in /v1"
        return ModelUnavailable(where, f"nothing answers at {endpoint} ({status})", remedy)
    if _too_long(message.lower()) or status == 413:
        return ModelError(where, f"the prompt is too long for it: {message}", "lower --chunk-tokens")
    if status == 429:
        return ModelError(
            where, f"too many calls ({status}): {message}", "lower --concurrency, or wait and run it again"
        )
    return ModelError(where, f"the endpoint answered {status}: {message}", "run it again, or try another endpoint")


def _no_answer(error: APIError, where: str, endpoint: str) -> ModelError:
    cause = type(error.__cause__).__name__
    if cause in _UNREACHABLE:
        remedy = "start the server, or name another with --base-url or OPENAI_BASE_URL"
        return ModelUnavailable(where, f"{endpoint} cannot be reached", remedy)
    if "Timeout" in type(error).__name__:
        return ModelError(where, "no answer in time", "raise --timeout, or lower --concurrency")
    return ModelError(where, f"the connection broke ({cause})", "run it again")


def _too_long(text: str) -> bool:
    return "context length" in text or "context_length" in text or "context size" in text or "context window" in text


def _message(error: APIError, key: str) -> str:
    """What the server says, without the client's own "Error code: 500 - " before it."""
    said = error.body.get("message") if isinstance(error.body, dict) else None
    return clip(strike(str(said or error.message).encode("utf-8", "replace"), key).decode())


def strike(body: bytes, key: str) -> bytes:
    """What a server sent, without the key. A made-up key ("none", "x") is no secret and may well stand in an answer."""
    return body.replace(key.encode(), b"***") if len(key) >= _SECRET else body
