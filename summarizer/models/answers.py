"""Reading what a server sent with status 200. The client takes much for success that is none; here each has its reason.

Bytes in, a `Reply` with one whole JSON object out. Nothing is repaired: an answer that was cut, refused, filtered or
broken is no answer, and a guess at what it meant to say would be written by us and signed by the model.
"""

import json
from typing import Any, NoReturn

from summarizer.articles.tokens import estimate, tokenizer
from summarizer.errors import ModelError, Unusable
from summarizer.models.protocol import Reply, Request

_OTHER = "try another model or endpoint"
_WORTH_COUNTING = 500  # tokens; below this a chat template's own tokens blur the comparison


def read(body: bytes, request: Request, asked: str) -> Reply:
    """The answer in a chat completion by the model `asked`. Raises ModelError with the reason it cannot be used, and of
    its kinds Unusable where that lies in what the model said and not in how the server told it.
    """
    answer = _completion(body, asked)
    choice = _first_choice(answer, asked)
    message = choice.get("message")
    if not isinstance(message, dict):
        _fail(asked, "the answer has no message", _OTHER)
    content = message.get("content")
    finish = choice.get("finish_reason")
    _check_ending(finish, message, asked)
    if not isinstance(content, str) or not content.strip():
        _unusable(asked, "the answer is empty", _OTHER)
    spent = _usage(answer, request, content)
    if not spent["estimated"] and was_cut(spent["prompt_tokens"], request.system + request.user):
        reason = f"the server read only {spent['prompt_tokens']} tokens of a longer prompt"
        _fail(asked, reason, "give the server a larger context, or lower --chunk-tokens")
    return Reply(content=_object(content, asked), model=_who(answer, asked), finish=str(finish), **spent)


def was_cut(reported: int, prompt: str) -> bool:
    """Whether a server that read `reported` tokens can have read all of `prompt`; some cut it and say nothing.

    Vocabularies hardly differ on English. On other scripts they may need half of what ours does.
    """
    own = tokenizer().count(prompt)
    if own < _WORTH_COUNTING or reported <= 0:
        return False
    ascii_share = sum(map(str.isascii, prompt)) / len(prompt)
    return reported < own * (0.8 if ascii_share > 0.9 else 0.4)


def _completion(body: bytes, asked: str) -> dict[str, Any]:
    if body.lstrip()[:1] == b"<":
        _fail(asked, "the endpoint answered with a web page", "look at --base-url; it usually ends in /v1")
    try:
        answer = _loads(body.decode("utf-8"))
    except ValueError as error:
        _fail(asked, f"the endpoint's answer is not JSON ({error})", "look at --base-url, or try again")
    if not isinstance(answer, dict):
        _fail(asked, "the endpoint's answer is not a chat completion", "look at --base-url")
    if fault := answer.get("error"):
        text = fault.get("message", fault) if isinstance(fault, dict) else fault
        _fail(asked, f"the endpoint reports an error: {clip(str(text))}", _OTHER)
    return answer


def _first_choice(answer: dict[str, Any], asked: str) -> dict[str, Any]:
    choices = answer.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        _fail(asked, "the answer has no choices", _OTHER)
    choice: dict[str, Any] = choices[0]
    return choice


def _check_ending(finish: object, message: dict[str, Any], asked: str) -> None:
    if message.get("refusal"):
        _unusable(asked, f"the model refused: {clip(str(message['refusal']))}", _OTHER)
    if finish == "length":
        _unusable(asked, "the answer was cut at its length limit", "lower --chunk-tokens, or try another model")
    if finish == "content_filter":
        _unusable(asked, "the answer was stopped by the provider's content filter", _OTHER)
    if finish != "stop":
        _fail(asked, f"the answer did not end (finish_reason {clip(json.dumps(finish))})", _OTHER)


def _object(content: str, asked: str) -> dict[str, Any]:
    try:
        found = _loads(content)
    except ValueError as error:
        _unusable(asked, f"the model's answer is not JSON ({error})", _OTHER)
    if not isinstance(found, dict):
        _unusable(asked, f"the model's answer is a JSON {type(found).__name__}, not an object", _OTHER)
    return found


def _loads(text: str) -> Any:
    """Strict JSON: no repeated key, no NaN, no half of a character. Raises ValueError and nothing else."""
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except UnicodeEncodeError:
        raise ValueError("holds half of a character") from None
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"key {clip(repeated)!r} stands twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _usage(answer: dict[str, Any], request: Request, content: str) -> dict[str, Any]:
    """The token counts as reported, or all of them estimated where one is missing."""
    usage = answer.get("usage")
    counts = [usage.get(name) if isinstance(usage, dict) else None for name in ("prompt_tokens", "completion_tokens")]
    estimated = not all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in counts)
    if estimated:
        counts = [estimate(request.system + request.user), estimate(content)]
    return {"prompt_tokens": counts[0], "completion_tokens": counts[1], "estimated": estimated}


def _who(answer: dict[str, Any], asked: str) -> str:
    """The name that answered. A local server may give the path of its model's file: the folder is nobody's business."""
    name = answer.get("model")
    if not isinstance(name, str) or not name.strip():
        return asked
    if name.endswith(".gguf") or name.startswith(("/", "\\")) or name[1:3] in (":\\", ":/"):
        name = name.replace("\\", "/").rpartition("/")[2]
    return clip(name)


def clip(text: str, limit: int = 200) -> str:
    """A stranger's text made fit for one line of a message: no control or direction characters, not too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _fail(asked: str, reason: str, remedy: str) -> NoReturn:
    raise ModelError(f"model {asked}", reason, remedy)


def _unusable(asked: str, reason: str, remedy: str) -> NoReturn:
    raise Unusable(f"model {asked}", reason, remedy)
