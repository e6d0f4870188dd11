"""Asking a model many things side by side, from code that knows nothing of event loops.

The loop runs on a thread of its own, so that this works where another loop is already running (Jupyter, Textual). No
call is made again here: the client below has its own retries, and two layers of them would pay for nine tries.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue

from summarizer.errors import ModelError, ModelUnavailable, Unusable
from summarizer.models.protocol import Closable, Model, Reply, Request
from summarizer.records import Usage

Answer = Reply | ModelError
Outcome = tuple[int, Reply | BaseException]
OnDone = Callable[[int, int], None]
OnAnswer = Callable[[int, Answer], None]

_LISTEN = 0.2  # seconds; on some systems a thread that waits without end hears no Ctrl-C
_GOODBYE = 5.0  # seconds that cancelled calls get to close their connections


@dataclass(slots=True)
class _Batch:
    """One call of `all`: what the loop's thread tells the waiting one."""

    requests: Sequence[Request]
    outcomes: "SimpleQueue[Outcome]" = field(default_factory=SimpleQueue)
    over: threading.Event = field(default_factory=threading.Event)  # nothing of it runs any more
    hopeless: bool = False


class Caller:
    """Puts requests to `model`, at most `concurrency` at once. A context manager; close it when done."""

    def __init__(self, model: Model, concurrency: int = 8) -> None:
        self.model = model
        self._usage = Usage()
        self._slots = asyncio.Semaphore(concurrency)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="model calls", daemon=True)
        self._thread.start()

    @property
    def usage(self) -> Usage:
        """What all calls so far took. `calls` are those sent, failed ones among them; tokens are of their answers."""
        return self._usage

    def all(
        self, requests: Sequence[Request], on_done: OnDone | None = None, on_answer: OnAnswer | None = None
    ) -> list[Answer]:
        """One answer a request, in their order; a call that failed gives its ModelError in place of a reply.

        `on_done(done, total)` is called after each answer, on the calling thread, and before it `on_answer` with the
        place of its request and the answer itself, in the order in which they come. Raises ModelUnavailable as soon as
        one call finds that no call can succeed. That, Ctrl-C and any exception of those two cancel the calls under way.
        """
        if self._loop.is_closed():
            raise RuntimeError("this Caller is closed")
        if not requests:
            return []
        batch = _Batch(requests)
        answers: dict[int, Answer] = {}
        running = asyncio.run_coroutine_threadsafe(self._ask_all(batch), self._loop)
        try:
            while len(answers) < len(requests):
                index, outcome = self._listen(batch)
                if isinstance(outcome, ModelUnavailable) or not isinstance(outcome, Reply | ModelError):
                    raise outcome
                answers[index] = outcome
                if on_answer:
                    on_answer(index, outcome)
                if on_done:
                    on_done(len(answers), len(requests))
        finally:
            running.cancel()
            batch.over.wait(_GOODBYE)
        return [answers[index] for index in range(len(requests))]

    def close(self) -> None:
        """Cancels what is under way, closes the model's connections and ends the thread. Closing twice is fine."""
        if self._loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._shut(), self._loop).result(2 * _GOODBYE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_GOODBYE)
        self._loop.close()

    def __enter__(self) -> "Caller":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _listen(self, batch: _Batch) -> Outcome:
        while True:
            try:
                return batch.outcomes.get(timeout=_LISTEN)
            except Empty:
                if not self._thread.is_alive():
                    raise _stopped(self.model.name) from None

    async def _ask_all(self, batch: _Batch) -> None:
        try:
            # The first exception cancels the rest and waits for them. It has gone to the queue, where `all` raises it.
            with suppress(BaseExceptionGroup):
                async with asyncio.TaskGroup() as group:
                    for index, request in enumerate(batch.requests):
                        group.create_task(self._ask(index, request, batch))
        finally:
            batch.over.set()

    async def _ask(self, index: int, request: Request, batch: _Batch) -> None:
        """Puts one outcome on the queue, whatever happens; none if the batch was given up before its turn came."""
        try:
            async with self._slots:
                if not batch.hopeless:
                    batch.outcomes.put((index, await self._tallied(request)))
        except asyncio.CancelledError:
            batch.outcomes.put((index, _stopped(self.model.name)))
            raise
        except BaseException as error:
            batch.outcomes.put((index, error))
            if isinstance(error, ModelUnavailable) or not isinstance(error, ModelError):
                batch.hopeless = True  # the slot that is free now must not start another call
                raise

    async def _tallied(self, request: Request) -> Reply:
        try:
            reply = await self.model.answer(request)
        except ModelError as error:
            replayed = isinstance(error, Unusable) and error.replayed
            self._add(failed_calls=1, **{"cached_calls" if replayed else "calls": 1})
            raise
        if reply.cached:
            self._add(cached_calls=1)
        else:
            self._add(calls=1, prompt_tokens=reply.prompt_tokens, completion_tokens=reply.completion_tokens)
        return reply

    def _add(self, **more: int) -> None:
        """On the loop's thread only; readers elsewhere see a whole record, before or after."""
        self._usage = replace(self._usage, **{name: getattr(self._usage, name) + n for name, n in more.items()})

    async def _shut(self) -> None:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        if isinstance(self.model, Closable):
            await self.model.aclose()
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()


def _stopped(name: str) -> ModelUnavailable:
    return ModelUnavailable(f"model {name}", "stopped before it had answered", "run it again")
