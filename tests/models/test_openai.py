"""The real client against a server that plays every fault, and against a real model."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from typing import Any

import pytest
from fault_server import HANG, RESET, Act, FaultServer, answer, error, raw
from pydantic import BaseModel

from summarizer.errors import ModelError, ModelUnavailable, Unusable, UsageError
from summarizer.models.openai import OpenAIModel, public_address
from summarizer.models.protocol import Reply, Request

KEY = "sk-test-0123456789abcdef"
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"place": {"type": "string", "maxLength": 40}, "number": {"type": "integer"}},
    "required": ["place", "number"],
    "additionalProperties": False,
}
REQUEST = Request(
    prompt="extract",
    prompt_sha256="0" * 64,
    system="Answer in JSON.",
    user="Forty people marched in Oslo.",
    schema_name="fact",
    schema=SCHEMA,
    max_tokens=80,
)


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def ask(base_url: str, request: Request = REQUEST, times: int = 1, **options: Any) -> list[Reply]:
    async def run() -> list[Reply]:
        model = OpenAIModel("asked", base_url, **options)
        try:
            return [await model.answer(request) for _ in range(times)]
        finally:
            await model.aclose()

    return asyncio.run(run())


def test_a_good_answer(fault_server: FaultServer) -> None:
    fault_server.play(answer('{"place": "Oslo", "number": 40}'))
    (reply,) = ask(fault_server.base_url)
    assert reply == Reply(
        content={"place": "Oslo", "number": 40},
        model="the-one-that-answers",
        prompt_tokens=11,
        completion_tokens=3,
        finish="stop",
    )
    (sent,) = fault_server.requests
    assert sent["response_format"]["json_schema"] == {"name": "fact", "schema": SCHEMA, "strict": True}
    assert [m["content"] for m in sent["messages"]] == [REQUEST.system, REQUEST.user]
    assert (sent["model"], sent["temperature"], sent["max_tokens"]) == ("asked", 0.0, 80)
    assert fault_server.headers[0]["authorization"] == f"Bearer {KEY}"


DEEP = "[" * 100_000
NO_ANSWER = [
    (raw("<html>Log in</html>", content_type="text/html"), "web page"),
    (raw(" \n<!doctype html>"), "web page"),
    (raw('{"error": {"message": "overloaded\\u001b[2J"}}'), "reports an error: overloaded [2J"),
    (raw('{"error": "overloaded"}'), "reports an error: overloaded"),
    (raw('{"id": "c1"}'), "no choices"),
    (raw("[]"), "not a chat completion"),
    (raw('{"choices": '), "endpoint's answer is not JSON"),
    (raw(""), "endpoint's answer is not JSON"),
    (raw(DEEP), "nested too deeply"),
    (answer("{}", choices=[]), "no choices"),
    (answer("{}", choices=[None]), "no choices"),
    (answer("{}", choices=[{"finish_reason": "stop"}]), "no message"),
    (answer('{"a": 1}', "tool_calls"), "did not end"),
    (answer('{"a": 1}', None), "did not end (finish_reason null)"),
    (error(500, "boom"), "answered 500: boom"),
    (error(429, "slow down"), "too many calls (429): slow down"),
    (error(400, "the request has 9000 tokens, more than the available context size"), "too long"),
    (error(400, "temperature must be warm"), "answered 400"),
    (error(413, "large"), "too long"),
    (error(418, f"bad key {KEY}"), "answered 418: bad key ***"),
    (raw(json.dumps({"error": f"bad key {KEY}"})), "bad key ***"),
    (RESET, "connection broke"),
]
UNUSABLE = [  # the model's own doing: asked the same again, it would do the same
    (answer(None), "is empty"),
    (answer("  \n"), "is empty"),
    (answer(None, refusal="I can't help"), "the model refused: I can't help"),
    (answer('{"a": 1}', "length"), "cut at its length limit"),
    (answer('{"a": 1}', "content_filter"), "content filter"),
    (answer('{"a": '), "model's answer is not JSON"),
    (answer('```json\n{"a": 1}\n```'), "model's answer is not JSON"),
    (answer('{"a": 1} and more'), "model's answer is not JSON"),
    (answer('{"a": 1, "b": {"c": 1, "c": 2}}'), "key 'c' stands twice"),
    (answer('{"a": NaN}'), "NaN is no JSON number"),
    (answer('{"a": "\\ud83d"}'), "half of a character"),
    (answer('{"a": ' + "9" * 5000 + "}"), "model's answer is not JSON"),
    (answer(DEEP), "nested too deeply"),
    (answer("[1]"), "a JSON list, not an object"),
    (answer('"yes"'), "a JSON str, not an object"),
]


KINDS = [(*row, ModelError) for row in NO_ANSWER] + [(*row, Unusable) for row in UNUSABLE]


@pytest.mark.parametrize(("act", "reason", "kind"), KINDS, ids=[reason for _, reason, _ in KINDS])
def test_what_is_no_answer(fault_server: FaultServer, act: Act, reason: str, kind: type[ModelError]) -> None:
    fault_server.play(act)
    with pytest.raises(ModelError) as caught:
        ask(fault_server.base_url)
    assert type(caught.value) is kind
    assert reason in str(caught.value)
    assert caught.value.where == "model asked"
    assert str(caught.value).isprintable()
    assert KEY not in repr(caught.value)


NO_HOPE = [
    (error(401, f"Incorrect API key provided: {KEY}"), "key was refused", "OPENAI_API_KEY"),
    (error(403, "no"), "key was refused", "OPENAI_API_KEY"),
    (error(402, "pay"), "no credit", "OPENAI_API_KEY"),
    (error(429, "You exceeded your quota", code="insufficient_quota"), "no credit", "OPENAI_API_KEY"),
    (error(404, "The model `asked` does not exist", code="model_not_found"), "no such model", "--model"),
    (error(404, 'model "asked" not found, try pulling it first'), "no such model", "--model"),
    (error(400, "Invalid model: asked"), "no such model", "--model"),
    (raw("not found", 404, "text/plain"), "nothing answers at http://127", "--base-url or OPENAI_BASE_URL"),
    (error(405, "no"), "nothing answers at http://127", "--base-url or OPENAI_BASE_URL"),
]


@pytest.mark.parametrize(("act", "reason", "remedy"), NO_HOPE, ids=[f"{a.status} {r}" for a, r, _ in NO_HOPE])
def test_what_stops_the_run(fault_server: FaultServer, act: Act, reason: str, remedy: str) -> None:
    fault_server.play(act)
    with pytest.raises(ModelUnavailable) as caught:
        ask(fault_server.base_url)
    assert reason in caught.value.reason
    assert remedy in caught.value.remedy
    assert KEY not in str(caught.value)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ModelUnavailable, match="cannot be reached; start the server"):
        ask(url)


def test_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(UsageError, match="there is no API key; set OPENAI_API_KEY"):
        ask("https://api.openai.com/v1")
    with pytest.raises(UsageError, match="set WORK_KEY"):
        ask("https://api.openai.com/v1", key_variable="WORK_KEY")


def test_a_local_server_needs_no_key(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    assert ask(fault_server.base_url)[0].content == {}


def test_the_client_tries_again_by_itself(fault_server: FaultServer) -> None:
    fault_server.play(error(429), error(503), answer('{"a": 1}'))
    assert ask(fault_server.base_url)[0].content == {"a": 1}
    assert len(fault_server.requests) == 3


def test_a_call_has_one_deadline(fault_server: FaultServer) -> None:
    fault_server.play(HANG)
    with pytest.raises(ModelError, match=r"no answer within 0\.2 s; raise --timeout"):
        ask(fault_server.base_url, timeout=0.2)
    assert len(fault_server.requests) == 1


REFUSED = [
    ("'response_format' of type 'json_schema' is not supported with this model.", {"response_format"}),
    ("failed to parse grammar", {"response_format"}),
    ("Unsupported value: 'temperature' does not support 0.0 with this model.", {"temperature"}),
    ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", {"max_tokens"}),
]


@pytest.mark.parametrize(("message", "changed"), REFUSED)
def test_a_refused_parameter_is_left_out_and_remembered(
    fault_server: FaultServer, message: str, changed: set[str]
) -> None:
    fault_server.play(error(400, message), answer('{"a": 1}'))
    assert [r.content for r in ask(fault_server.base_url, times=2)] == [{"a": 1}] * 2
    first, second, third = fault_server.requests
    assert {name for name in first if first[name] != second.get(name)} - {"messages"} == changed
    assert second == third
    assert "max_tokens" in second or second["max_completion_tokens"] == 80
    if "response_format" in changed:
        assert second["response_format"] == {"type": "json_object"}
        assert json.dumps(SCHEMA) in second["messages"][0]["content"]


def test_everything_can_be_refused_but_only_once(fault_server: FaultServer) -> None:
    fault_server.play(*(error(400, REFUSED[i][0]) for i in (0, 2, 3, 3)))
    with pytest.raises(ModelError, match="answered 400"):
        ask(fault_server.base_url)
    assert len(fault_server.requests) == 4


def test_a_prompt_that_was_cut_is_no_answer(fault_server: FaultServer) -> None:
    fields = {name: getattr(REQUEST, name) for name in Request.__slots__}
    long = Request(**fields | {"user": "The march began at noon. " * 400})
    fault_server.play(answer("{}", usage={"prompt_tokens": 1500, "completion_tokens": 2}))
    with pytest.raises(ModelError, match="read only 1500 tokens of a longer prompt; give the server a larger context"):
        ask(fault_server.base_url, long)
    fault_server.play(answer("{}", usage={"prompt_tokens": 2400, "completion_tokens": 2}))
    assert ask(fault_server.base_url, long)[0].prompt_tokens == 2400


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": 4}, {"prompt_tokens": -1, "completion_tokens": True}])
def test_missing_counts_are_estimated_and_marked(fault_server: FaultServer, usage: object) -> None:
    fault_server.play(answer("{}", usage=usage))
    (reply,) = ask(fault_server.base_url)
    assert reply.estimated
    assert reply.prompt_tokens > 5


WHO = [("m-2", "m-2"), ("", "asked"), (None, "asked"), ("/home/me/a b/x.gguf", "x.gguf"), (r"C:\m\x.gguf", "x.gguf")]


@pytest.mark.parametrize(("reported", "name"), [*WHO, ("org/m", "org/m"), ("m\x1b[2J", "m [2J")])
def test_the_name_that_answered(fault_server: FaultServer, reported: str | None, name: str) -> None:
    fault_server.play(answer("{}", model=reported))
    assert ask(fault_server.base_url)[0].model == name


ADDRESSES = [
    ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
    ("https://me:secret@host.example/v1?key=secret#secret", "https://host.example/v1"),
    ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
]


@pytest.mark.parametrize(("url", "shown"), ADDRESSES)
def test_an_address_is_shown_without_secrets(url: str, shown: str) -> None:
    assert public_address(url) == shown == OpenAIModel("m", url).endpoint


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://host/v1", "http://", "http://[::1", "http://h:99999", "no"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="not an http address"):
        OpenAIModel("m", url)


def test_the_endpoint_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert OpenAIModel("m").endpoint == "https://api.openai.com/v1"
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    assert OpenAIModel("m").endpoint == "http://127.0.0.1:1/v1"


def test_the_client_is_loaded_late() -> None:
    code = "import sys, summarizer.models.openai as m; m.OpenAIModel('m'); sys.exit('openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0


class Fact(BaseModel):
    place: str
    number: int


def test_a_real_model_obeys_the_schema(model_server: str) -> None:
    first, second = ask(model_server, times=2)
    assert Fact.model_validate(first.content) == Fact.model_validate(second.content)
    assert first.model == "SmolLM2-135M-Instruct.Q4_1.gguf"  # not the name that was asked for
    assert first.prompt_tokens > 10 < first.completion_tokens
    assert not first.estimated


def test_a_real_server_that_is_asked_too_much(model_server: str) -> None:
    fields = {name: getattr(REQUEST, name) for name in Request.__slots__}
    with pytest.raises(ModelError, match=r"too long for it: .* lower --chunk-tokens"):
        ask(model_server, Request(**fields | {"user": "The march began at noon. " * 2000}))
