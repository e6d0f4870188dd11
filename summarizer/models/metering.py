"""What a model's answers took, those that were recorded apart from those that were paid for now."""

from dataclasses import replace

from summarizer.errors import ModelError, Unusable
from summarizer.models.prices import price
from summarizer.models.protocol import Closable, Model, Reply, Request
from summarizer.records import Usage


class Meter:
    """Asks `inner` and counts. Called on one event loop; read when nothing is under way."""

    def __init__(self, inner: Model) -> None:
        self.name = inner.name
        self.endpoint = inner.endpoint
        self.lost: list[ModelError] = []  # calls that the network or the server spoilt: not the model's doing
        self._inner = inner
        self._live = self._cached = Usage()

    async def answer(self, request: Request) -> Reply:
        try:
            reply = await self._inner.answer(request)
        except Unusable as failure:
            self._count(failure.replayed, failed_calls=1)
            raise
        except ModelError as failure:
            self._count(False, failed_calls=1)
            self.lost.append(failure)
            raise
        self._count(reply.cached, prompt_tokens=reply.prompt_tokens, completion_tokens=reply.completion_tokens)
        return reply

    async def aclose(self) -> None:
        if isinstance(self._inner, Closable):
            await self._inner.aclose()

    @property
    def live(self) -> Usage:
        """Calls made now."""
        return self._priced(self._live)

    @property
    def cached(self) -> Usage:
        """Answers taken from recordings, at what they took when they were recorded."""
        return self._priced(self._cached)

    def _priced(self, usage: Usage) -> Usage:
        if not usage.calls:
            return replace(usage, cost_usd=0.0)
        return replace(usage, cost_usd=price(self.name, usage.prompt_tokens, usage.completion_tokens, self.endpoint))

    def _count(self, cached: bool, **more: int) -> None:
        usage = self._cached if cached else self._live
        counted = replace(usage, calls=usage.calls + 1, **{n: getattr(usage, n) + k for n, k in more.items()})
        if cached:
            self._cached = counted
        else:
            self._live = counted
