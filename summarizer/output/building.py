"""Records from JSON data, held to the types that the records themselves state. Nothing is said of what is wrong.

Reading a brief is the first thing that a review or a check does, and importing pydantic takes longer than all the rest
of it. So what is plainly right is built here; whatever else goes to pydantic in `output.json`, which alone decides that
a file is wrong and words it. Nothing may be accepted here that it would refuse or would read differently.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

R = TypeVar("R")
Build = Callable[[Any], Any]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_EXACT = 2**53  # greater whole numbers need not be the same as floats
_DEPTH = 64  # of data that only passes through; pydantic's parser has a limit too, which is greater


class Doubtful(Exception):
    """Not plainly right: the strict reader has to look at it."""


def build(kind: type[R], data: object) -> R:
    """The record `kind` that `data` describes, as json.loads gave it; `Any` in it is taken as it is, not copied.

    Raises Doubtful for whatever is not plainly of the types of the records.
    """
    stated: Any = kind
    try:
        made: R = _builder(stated)(data)
    except (ValueError, RecursionError):
        raise Doubtful from None
    return made


@cache
def _builder(kind: Any) -> Build:
    """What makes a value of the type `kind`, as it stands in a record, from JSON data."""
    if kind in (str, int, bool, type(None)):
        return lambda value: _exactly(kind, value)
    if kind in _OTHER:
        return _OTHER[kind]
    if is_dataclass(kind):
        return _record(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda value: _sure(value, type(value) is str and value in inner)
    if origin is UnionType:
        return _optional(*inner)
    if origin is tuple:
        return _tuple(inner)
    if origin is dict:
        return _mapping(_builder(inner[1]))
    raise TypeError(f"{kind} has no form in JSON")


def _sure(value: Any, right: bool) -> Any:
    if not right:
        raise Doubtful
    return value


def _exactly(kind: type, value: Any) -> Any:
    """True is no number, though Python counts with it."""
    return _sure(value, type(value) is kind)


def _number(value: Any) -> float:
    return float(_sure(value, type(value) is float or (type(value) is int and abs(value) < _EXACT)))


def _day(value: Any) -> date:
    return date.fromisoformat(_sure(value, type(value) is str and _DAY.fullmatch(value) is not None))


def _anything(value: Any, depth: int = 0) -> Any:
    """Data of other programs; only that it is not nested too deeply."""
    if isinstance(value, dict | list):
        _sure(value, depth < _DEPTH)
        for inner in value.values() if isinstance(value, dict) else value:
            _anything(inner, depth + 1)
    return value


_OTHER: Mapping[Any, Build] = {float: _number, date: _day, Any: _anything}


def _optional(kind: Any, none: Any) -> Build:
    if none is not type(None):
        raise TypeError(f"{kind} | {none} has no form in JSON")
    inner = _builder(kind)
    return lambda value: None if value is None else inner(value)


def _tuple(kinds: tuple[Any, ...]) -> Build:
    """`tuple[X, ...]` of any length, or of one type for each place."""
    if kinds[-1] is Ellipsis:
        inner = _builder(kinds[0])
        return lambda value: tuple(map(inner, _exactly(list, value)))
    each = [_builder(kind) for kind in kinds]

    def whole(value: Any) -> tuple[Any, ...]:
        values = _sure(value, type(value) is list and len(value) == len(each))
        return tuple(one(part) for one, part in zip(each, values, strict=True))

    return whole


def _mapping(inner: Build) -> Build:
    return lambda value: {name: inner(part) for name, part in _exactly(dict, value).items()}


def _record(kind: Any) -> Build:
    """Every field of the type that it states, none unknown, none missing that has no default."""
    stated: dict[str, Any] = {field.name: field.type for field in fields(kind)}
    parts = {name: _builder(inner) for name, inner in stated.items()}
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def whole(value: Any) -> Any:
        given = _exactly(dict, value)
        _sure(given, needed <= given.keys() <= parts.keys())
        return kind(**{name: parts[name](part) for name, part in given.items()})

    return whole
