"""Many calls side by side: their order, their number, and how they end. Nothing here depends on a clock."""

import asyncio
import gc
import signal
import threading
from collections.abc import Callable

import pytest

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models.caller import Caller
from summarizer.models.protocol import Reply, Request
from summarizer.models.scripted import Answer, ScriptedModel
from summarizer.records import Usage

FAILED = ModelError("model m", "no answer", "try another")
HOPELESS = ModelUnavailable("model m", "the key was refused", "set OPENAI_API_KEY")
PAID = Reply(content={}, model="m", prompt_tokens=20, completion_tokens=5, finish="stop")
FREE = Reply(content={}, model="m", prompt_tokens=20, completion_tokens=5, finish="stop", cached=True)


def request(user: object) -> Request:
    return Request(prompt="p", prompt_sha256="0", system="", user=str(user), schema_name="s", schema={}, max_tokens=10)


class Gate:
    """Holds its calls until `size` of them wait; then `then` runs, or they are answered, the last one first."""

    endpoint: str | None = None
    name = "gate"

    def __init__(self, size: int, then: Callable[[], object] | None = None) -> None:
        self.size = size
        self.then = then or self.open_one
        self.held: list[asyncio.Event] = []
        self.answered: list[str] = []
        self.cancelled = 0
        self.closed = False

    def open_one(self) -> None:
        if self.held:
            self.held.pop().set()

    async def answer(self, request: Request) -> Reply:
        mine = asyncio.Event()
        self.held.append(mine)
        if len(self.held) == self.size:
            self.then()
        try:
            await mine.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if request.user == "hopeless":
            raise HOPELESS
        self.answered.append(request.user)
        self.open_one()
        return Reply(content={"user": request.user}, model="m", prompt_tokens=2, completion_tokens=1, finish="stop")

    async def aclose(self) -> None:
        self.closed = True


def users(answers: list[Reply | ModelError]) -> list[str]:
    return [a.content["user"] if isinstance(a, Reply) else a.reason for a in answers]


def test_answers_stand_in_the_order_of_the_requests() -> None:
    gate = Gate(5)
    with Caller(gate) as caller:
        assert users(caller.all([request(i) for i in range(5)])) == ["0", "1", "2", "3", "4"]
    assert gate.answered == ["4", "3", "2", "1", "0"]
    assert gate.closed


@pytest.mark.parametrize("concurrency", [1, 3, 8])
def test_no_more_calls_at_once_than_allowed(concurrency: int) -> None:
    running = most = 0

    class Counting(ScriptedModel):
        async def answer(self, request: Request) -> Reply:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
            return await super().answer(request)

    with Caller(Counting(lambda _: {}), concurrency) as caller:
        assert len(caller.all([request(i) for i in range(20)])) == 20
    assert most == concurrency


def test_a_failed_call_leaves_the_others_alone() -> None:
    answers: list[Answer] = [{"user": "a"}, FAILED, {"user": "c"}]
    with Caller(ScriptedModel(answers)) as caller:
        assert users(caller.all([request(i) for i in range(3)])) == ["a", "no answer", "c"]
        assert caller.usage.calls == 3


def test_no_hope_for_one_cancels_the_rest() -> None:
    gate = Gate(4)
    with Caller(gate, 4) as caller, pytest.raises(ModelUnavailable, match="key was refused"):
        caller.all([*map(request, range(3)), request("hopeless"), *map(request, range(4, 20))])
    assert gate.answered == []
    assert gate.cancelled == 3
    assert len(gate.held) == 3  # and the hopeless one: no fifth call was made


def test_a_mistake_in_a_model_is_not_hidden() -> None:
    with Caller(ScriptedModel([ZeroDivisionError("a bug")])) as caller, pytest.raises(ZeroDivisionError):
        caller.all([request(1)])


def test_progress_is_told_on_the_calling_thread() -> None:
    told: list[tuple[int, int, bool]] = []
    with Caller(ScriptedModel(lambda _: {})) as caller:
        assert caller.all([]) == []
        here = threading.get_ident()
        caller.all([request(i) for i in range(3)], lambda n, of: told.append((n, of, threading.get_ident() == here)))
    assert told == [(1, 3, True), (2, 3, True), (3, 3, True)]


def test_an_exception_of_the_listener_cancels_the_calls() -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    class HoldsAllButTheFirst(Gate):
        async def answer(self, request: Request) -> Reply:
            return FREE if request.user == "0" else await super().answer(request)

    gate = HoldsAllButTheFirst(1000)
    with Caller(gate, 3) as caller:
        with pytest.raises(InterruptedError):
            caller.all([request(i) for i in range(9)], stop)
        assert len(gate.held) == gate.cancelled
        assert caller.usage == Usage(cached_calls=1)


def test_ctrl_c_cancels_what_is_under_way() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts us in the background has it ignored
    gate = Gate(3, then=lambda: signal.raise_signal(signal.SIGINT))
    with Caller(gate) as caller, pytest.raises(KeyboardInterrupt):
        caller.all([request(i) for i in range(3)])
    assert gate.cancelled == 3  # by `all`, or by `close` where the signal came before `all` had begun to wait


def test_it_can_be_used_again_after_a_failure() -> None:
    with Caller(ScriptedModel([HOPELESS, {"user": "b"}])) as caller:
        with pytest.raises(ModelUnavailable):
            caller.all([request(1)])
        assert users(caller.all([request(2)])) == ["b"]


def test_closing_from_elsewhere_ends_the_wait() -> None:
    gate = Gate(3, then=lambda: threading.Thread(target=caller.close).start())
    caller = Caller(gate)
    with pytest.raises(ModelUnavailable, match="stopped before it had answered"):
        caller.all([request(i) for i in range(3)])


def test_after_closing() -> None:
    caller = Caller(ScriptedModel(lambda _: {}))
    caller.close()
    caller.close()
    with pytest.raises(RuntimeError, match="closed"):
        caller.all([request(1)])


def test_it_works_where_a_loop_is_running() -> None:
    async def notebook() -> list[Reply | ModelError]:
        with Caller(ScriptedModel([{"user": "a"}])) as caller:
            return caller.all([request(1)])

    assert users(asyncio.run(notebook())) == ["a"]


def test_the_tally() -> None:
    class Mixed(ScriptedModel):
        async def answer(self, request: Request) -> Reply:
            await super().answer(request)
            return FREE if request.user == "again" else PAID

    with Caller(Mixed([{}, FAILED, {}])) as caller:
        caller.all([request(1), request(2), request("again")])
        assert caller.usage == Usage(calls=2, failed_calls=1, cached_calls=1, prompt_tokens=20, completion_tokens=5)


def test_a_dead_endpoint_leaves_one_error_and_no_noise(caplog: pytest.LogCaptureFixture) -> None:
    with Caller(ScriptedModel(lambda _: HOPELESS)) as caller, pytest.raises(ModelUnavailable):
        caller.all([request(n) for n in range(5)])
    gc.collect()  # where asyncio would complain of an exception that nobody looked at
    assert caplog.records == []
