"""The one seam to a language model: a request, a reply, and a protocol with one method.

Nothing here knows a provider, a prompt's text or what an answer means. A model gets prose and a JSON Schema and gives
back one JSON object; whether that object is true is for others to find out.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to a model, complete: two equal requests must be allowed to share one answer."""

    prompt: str  # name of the prompt file
    prompt_sha256: str  # of that file's bytes
    system: str
    user: str  # may hold `fences.FENCE`; a model that sends this out sends `fences.sealed(request)`
    schema_name: str
    schema: dict[str, Any]  # JSON Schema of the answer, strict: every property required, none besides
    max_tokens: int  # the longest answer, in the model's tokens
    temperature: float = 0.0

    def key(self, model: str, repeat: int = 0) -> str:
        """SHA-256 of everything that is asked, and of whom. The order of a schema's properties steers a model, so it
        counts. `repeat` is which time (from 0) it is asked: asked again, a model may answer otherwise.
        """
        asked = {"model": model, **{name: getattr(self, name) for name in self.__slots__}}
        if repeat:
            asked["repeat"] = repeat
        return hashlib.sha256(json.dumps(asked, separators=(",", ":")).encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: a JSON object, complete, of a shape that has still to be validated."""

    content: dict[str, Any]
    model: str  # the name that answered; some local servers answer to any name
    prompt_tokens: int
    completion_tokens: int
    finish: str  # why it ended, as the server says
    estimated: bool = False  # True: the server gave no token counts, so that these are estimates
    cached: bool = False  # True: a recorded answer, for which nothing was spent now


class Model(Protocol):
    """Anything that answers. Called many times at once, always on one event loop."""

    @property
    def name(self) -> str:
        """The name that is asked for."""

    @property
    def endpoint(self) -> str | None:
        """The address asked, without user, password or query; None where there is none."""

    async def answer(self, request: Request) -> Reply:
        """Raises ModelError where this call gave nothing usable, ModelUnavailable where no other call would either."""


@runtime_checkable
class Closable(Protocol):
    """A model that holds connections; `aclose` is awaited on the loop that asked it."""

    async def aclose(self) -> None: ...
