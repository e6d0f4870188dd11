"""One event as one line of a log, out and in. Nothing is opened here, and nothing is guessed.

A log may have been through an editor's hands or another program's, so a line is held to every field and type: by hand,
because pydantic takes as long to load as the first screen has. A line of a newer program is told apart from a wrong
one: the first must be left alone, the second has no effect.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, get_args

from summarizer.output.safe import SUSPECT
from summarizer.records import Check, Citation, Status, Verdict, plain
from summarizer.review.nouns import VERSION, Choice, Event, How, Op

_OPS: frozenset[str] = frozenset(get_args(Op))
_CHOICES: frozenset[object] = frozenset({None, *get_args(Choice)})
_HOWS: frozenset[object] = frozenset({None, *get_args(How)})
_STATUSES: frozenset[object] = frozenset(get_args(Status))
_MOST = 1 << 53  # what every reader of JSON can hold
_TEXTS = ("at", "reviewer", "host", "tool", "about", "base", "prev")
_NAMES = frozenset(field.name for field in fields(Event))


class Malformed(ValueError):
    """No event; its text says which field is wrong, and how."""


class NotJson(Malformed):
    """Not even JSON: at the end of a log, what a crash left of a line."""


class Newer(ValueError):
    """An event of a newer program, which this one must not judge; its text says what it does not know."""


def digest(line: bytes) -> str:
    """What the next line's `prev` must be: SHA-256 of the line without its newline."""
    return hashlib.sha256(line).hexdigest()


def encode(event: Event) -> bytes:
    """`event` as one line, without a newline: UTF-8, and ASCII where a character would act or hide in a terminal."""
    content = {name: getattr(event, name) for name in Event.__dataclass_fields__}
    line = json.dumps(content, default=plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if SUSPECT.search(line):
        line = json.dumps(content, default=plain, ensure_ascii=True, separators=(",", ":"))
    return line.encode("utf-8")


def decode(line: bytes) -> Event:
    """The event in `line`. Raises Malformed, or Newer where it is one of a newer program."""
    try:
        content = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # ValueError: not JSON, not UTF-8, a number of too many digits
        raise NotJson("is not JSON") from None
    if not isinstance(content, dict):
        raise Malformed("holds no JSON object")
    _known(content)
    content.setdefault("more", 0)
    if content.keys() != _NAMES:
        odd = sorted(content.keys() ^ _NAMES)[0]
        raise Malformed(f"`{odd[:80]}` is {'missing' if odd in _NAMES else 'no field of an event'}")
    for name in _TEXTS:
        if type(content[name]) is not str:
            raise Malformed(f"`{name}` should be text")
    for name, least in (("v", 1), ("seq", 1), ("act", 1), ("more", 0)):
        _whole(content, name, least)
    data = content["data"]
    if not isinstance(data, dict):
        raise Malformed("`data` should be an object")
    _CHECKS[content["op"]](data)
    return Event(**content)


def _known(content: Mapping[str, Any]) -> None:
    version, op = content.get("v"), content.get("op")
    if type(version) is int and version > VERSION:
        raise Newer(f"version {str(version)[:20]} of the log's format")
    if not isinstance(op, str):
        raise Malformed("`op` should be text")
    if op not in _OPS:
        raise Newer(f"the act `{op[:40]}`")


def _text(data: Mapping[str, Any], name: str) -> None:
    if type(data.get(name)) is not str:
        raise Malformed(f"`{name}` should be text")


def _whole(data: Mapping[str, Any], name: str, least: int) -> None:
    value = data.get(name)
    if type(value) is not int or not least <= value < _MOST:
        raise Malformed(f"`{name}` should be a whole number from {least}")


def _flag(data: Mapping[str, Any], name: str) -> None:
    if type(data.get(name)) is not bool:
        raise Malformed(f"`{name}` should be true or false")


def _one_of(data: Mapping[str, Any], name: str, allowed: frozenset[object]) -> None:
    value = data[name]
    if not (value is None or type(value) is str) or value not in allowed:
        words = ", ".join(sorted(str(word) for word in allowed if word is not None))
        raise Malformed(f"`{name}` should be one of {words}{' or null' if None in allowed else ''}")


def _only(data: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if name not in data:
            raise Malformed(f"`{name}` is missing")
    if len(data) > len(names):
        odd = sorted(data.keys() - set(names))[0]
        raise Malformed(f"`{odd[:80]}` is not known here")


def _decide(data: Mapping[str, Any]) -> None:
    _only(data, "choice", "reason")
    _one_of(data, "choice", _CHOICES)
    _text(data, "reason")


def _edit(data: Mapping[str, Any]) -> None:
    _only(data, "text", "citations")
    _text(data, "text")
    _citations(data, "citations")


def _add(data: Mapping[str, Any]) -> None:
    _only(data, "text", "citations", "after")
    _text(data, "text")
    _citations(data, "citations")
    if data["after"] is not None:
        _text(data, "after")


def _resolve(data: Mapping[str, Any]) -> None:
    _only(data, "how", "value", "reason")
    _one_of(data, "how", _HOWS)
    _text(data, "value")
    _text(data, "reason")


def _ignore(data: Mapping[str, Any]) -> None:
    _only(data, "ignored", "reason")
    _flag(data, "ignored")
    _text(data, "reason")


def _verify(data: Mapping[str, Any]) -> None:
    _only(data, "verdict")
    verdict = _object(data["verdict"], "verdict")
    _only(verdict, "status", "by", "checks", "against")
    _one_of(verdict, "status", _STATUSES)
    for name in _list(verdict, "by"):
        if type(name) is not str:
            raise Malformed("`by` should hold texts")
    for check in _list(verdict, "checks"):
        _only(_object(check, "checks"), "name", "ok", "detail")
        _text(check, "name")
        _flag(check, "ok")
        _text(check, "detail")
    _citations(verdict, "against")


def _act(data: Mapping[str, Any]) -> None:
    _only(data, "act")
    _whole(data, "act", 1)


def _of_texts(*names: str) -> Callable[[Mapping[str, Any]], None]:
    def check(data: Mapping[str, Any]) -> None:
        _only(data, *names)
        for name in names:
            _text(data, name)

    return check


def _citations(data: Mapping[str, Any], name: str) -> None:
    for citation in _list(data, name):
        _only(_object(citation, name), "source", "start", "end", "quote", "prefix", "suffix", "corroborates")
        for text in ("source", "quote", "prefix", "suffix"):
            _text(citation, text)
        _whole(citation, "start", 0)
        _whole(citation, "end", citation["start"])
        _flag(citation, "corroborates")


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    value = data[name]
    if not isinstance(value, list):
        raise Malformed(f"`{name}` should be a list")
    return value


def _object(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"`{name}` should hold objects")
    return value


_CHECKS: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
    "decide": _decide,
    "edit": _edit,
    "note": _of_texts("text"),
    "add": _add,
    "resolve": _resolve,
    "ignore": _ignore,
    "verify": _verify,
    "seen": _of_texts("source"),
    "export": _of_texts("path", "format"),
    "undo": _act,
    "redo": _act,
}


def as_data(citations: Sequence[Citation]) -> list[dict[str, Any]]:
    """Citations as `Event.data` holds them."""
    return [plain(citation) for citation in citations]


def citations_in(data: Sequence[Mapping[str, Any]]) -> tuple[Citation, ...]:
    return tuple(Citation(**citation) for citation in data)


def verdict_as_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict as `Event.data` holds it."""
    checks = [plain(check) for check in verdict.checks]
    return {"status": verdict.status, "by": list(verdict.by), "checks": checks, "against": as_data(verdict.against)}


def verdict_in(data: Mapping[str, Any]) -> Verdict:
    checks = tuple(Check(**check) for check in data["checks"])
    return Verdict(status=data["status"], by=tuple(data["by"]), checks=checks, against=citations_in(data["against"]))
