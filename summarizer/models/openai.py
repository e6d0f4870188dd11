"""Any OpenAI-compatible endpoint, through the official client: the only file that imports `openai`, and only late.

The client retries what is worth retrying (408, 409, 429, 5xx, resets) with back-off and Retry-After; nothing is
retried on top of that. What it lets through as success is caught in `answers`, and what it raises is put into one line
in `faults`. The key is read from the environment here, goes to the client and nowhere else: no message, record or
attribute holds it.
"""

import asyncio
import json
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from summarizer.errors import ModelError, UsageError
from summarizer.models import answers, faults
from summarizer.models.fences import sealed
from summarizer.models.protocol import Reply, Request

if TYPE_CHECKING:
    from openai import AsyncOpenAI

DEFAULT_ENDPOINT = "https://api.openai.com/v1"
KEY_VARIABLE = "OPENAI_API_KEY"
RETRIES = 2
SPACE = re.compile(r"\s")


class OpenAIModel:
    """The model `name` at `base_url` (default: OPENAI_BASE_URL, else OpenAI itself).

    `timeout` is the time in seconds that one call may take in all, with its retries. `key_variable` names the
    environment variable that holds the key; an endpoint other than OpenAI's may do without. Raises UsageError for a
    `base_url` that is no http address.
    """

    def __init__(
        self, name: str, base_url: str | None = None, *, timeout: float = 120.0, key_variable: str = KEY_VARIABLE
    ) -> None:
        self.name = name
        self._base_url = base_url or os.environ.get("OPENAI_BASE_URL") or DEFAULT_ENDPOINT
        self.endpoint = public_address(self._base_url)
        self._timeout = timeout
        self._key_variable = key_variable
        self._without: frozenset[str] = frozenset()  # what this endpoint has refused so far
        self._client: tuple[asyncio.AbstractEventLoop, AsyncOpenAI] | None = None

    async def answer(self, request: Request) -> Reply:
        """One call. Asks again at once, and only then, where the endpoint refuses a parameter that can be left out."""
        client = self._connected()
        request = sealed(request)
        try:
            async with asyncio.timeout(self._timeout):
                body = await self._ask(client, request)
        except TimeoutError:
            remedy = "raise --timeout, or lower --concurrency if the server answers one at a time"
            raise ModelError(f"model {self.name}", f"no answer within {self._timeout:g} s", remedy) from None
        return answers.read(faults.strike(body, self._key()), request, self.name)

    async def aclose(self) -> None:
        """Closes the connections that this loop opened."""
        if self._client and self._client[0] is asyncio.get_running_loop():
            await self._client[1].close()
            self._client = None

    async def _ask(self, client: "AsyncOpenAI", request: Request) -> bytes:
        from openai import APIError, OpenAIError

        while True:
            without = self._without
            try:
                response = await client.chat.completions.with_raw_response.create(**self._body(request, without))
            except APIError as error:
                refused = faults.refused_parameter(error, without)
                if refused is None:
                    asked = faults.Asked(self.name, self.endpoint, self._key_variable, self._key())
                    raise faults.in_one_line(error, asked) from None
                self._without |= {refused}
            except (OpenAIError, ValueError) as error:  # what the client itself refuses to send or cannot read
                raise ModelError(f"model {self.name}", answers.clip(str(error)), "look at the endpoint") from None
            else:
                return bytes(response.content)

    def _body(self, request: Request, without: frozenset[str]) -> dict[str, Any]:
        schema: dict[str, Any] = {"name": request.schema_name, "schema": request.schema, "strict": True}
        system = request.system
        answer_format: Mapping[str, Any] = {"type": "json_schema", "json_schema": schema}
        if "json_schema" in without:
            system += "\n\nAnswer with one JSON object that fits this JSON Schema, and with nothing else:\n"
            system += json.dumps(request.schema, ensure_ascii=False)
            answer_format = {"type": "json_object"}
        body: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": request.user}],
            "response_format": answer_format,
            self._limit(without): request.max_tokens,
        }
        if "temperature" not in without:
            body["temperature"] = request.temperature
        return body

    def _limit(self, without: frozenset[str]) -> str:
        """OpenAI's newer models refuse the old name of the limit; many local servers silently ignore the new one."""
        new = self._base_url.startswith(DEFAULT_ENDPOINT)
        return "max_completion_tokens" if new != ("limit" in without) else "max_tokens"

    def _key(self) -> str:
        return os.environ.get(self._key_variable, "").strip()

    def _connected(self) -> "AsyncOpenAI":
        """The client of the loop that is running: connections cannot be used from another one."""
        loop = asyncio.get_running_loop()
        if self._client is None or self._client[0] is not loop:
            key = self._key()
            if not key and self._base_url.startswith(DEFAULT_ENDPOINT):
                remedy = f"set {self._key_variable}, or name a local endpoint with --base-url or OPENAI_BASE_URL"
                raise UsageError(f"model {self.name}", "there is no API key", remedy)
            from openai import AsyncOpenAI

            client = AsyncOpenAI(
                api_key=key or "none", base_url=self._base_url, timeout=self._timeout, max_retries=RETRIES
            )
            self._client = (loop, client)
        return self._client[1]


def public_address(url: str) -> str:
    """`url` as it may be shown and stored: no user, password or query. Raises UsageError if it is no http address."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not SPACE.search(url)
    except ValueError:
        sound = False
    if not sound:
        raise UsageError("--base-url", "not an http address", "write it as http://127.0.0.1:8080/v1")
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
