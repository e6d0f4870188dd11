"""The file format `summarizer.brief/1`, out and in. What a brief says does not matter here, only whether it is one.

Written bytes are stable: the same brief always gives the same file, of plain UTF-8, in which every character that
acts in a terminal or hides is a JSON escape. Reading is strict, because a brief may come from an editor's hands or
another program: each fault is one line that names the first wrong field in words. Nothing is guessed and nothing
unknown is dropped.
"""

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from summarizer.errors import UsageError
from summarizer.output.building import Doubtful, build
from summarizer.output.safe import HIDDEN, line, safe
from summarizer.records import FORMAT, Brief, plain

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

_REMEDY = "see docs/brief.schema.json for the format"
_TOO_DEEP = "not a brief: its data is nested too deeply"
_DIGITS = 1000  # longer whole numbers are an attack on the reader's time, no offset or count

_FAULTS = {
    "missing": "is missing",
    "unexpected_keyword_argument": "is not a field of this format (data of other programs belongs under `meta`)",
    "int_type": "should be a whole number",
    "float_type": "should be a number",
    "string_type": "should be text",
    "bool_type": "should be true or false",
    "tuple_type": "should be a list",
    "dict_type": "should be an object",
    "dataclass_type": "should be an object",
    "date_type": "should be a date like 2024-10-21",
    "date_parsing": "should be a date like 2024-10-21",
    "date_from_datetime_parsing": "should be a date like 2024-10-21",
}


def dumps(brief: Brief) -> str:
    """`brief` as the text of a JSON file: indent of two, fields in the order of the records, a newline at the end."""
    return encode(brief)


def encode(data: Any) -> str:
    """Any record or JSON value in that manner: stable, readable, safe to show. Raises ValueError for NaN, not JSON."""
    text = json.dumps(data, default=plain, ensure_ascii=False, indent=2, allow_nan=False)
    while (shown := safe(text)) != text:  # an escape can take away the neighbour that let a joiner stay
        text = "".join(c if c == kept else json.dumps(c)[1:-1] for c, kept in zip(text, shown, strict=True))
    return text.replace("##[", "#\\u0023[") + "\n"  # which GitHub's runner would obey in a log


def loads(text: str, where: str) -> Brief:
    """The brief that `text` holds; `where` names it in errors. Sentences without an id are numbered b1, b2, ….

    Raises UsageError for anything that is not a whole and valid brief.
    """
    data = parse(text.removeprefix("\ufeff"), where)
    if not isinstance(data, dict):
        raise UsageError(where, "not a brief: the file holds no JSON object", _REMEDY)
    if data.get("format") != FORMAT:
        raise UsageError(where, _wrong_format(data), f"give a file whose format is {FORMAT}")
    _number_sentences(data)
    try:
        return build(Brief, data)
    except Doubtful:
        return _validate(data, where)


class _Fault(ValueError):
    """Valid for a lenient parser and wrong all the same; its text is the reason."""


def parse(text: str, where: str) -> Any:
    """The JSON value in `text`; `where` names it in errors.

    Raises UsageError also for what is lenient only: a field that stands twice, NaN, a number that is none or too large.
    """
    try:
        return json.loads(
            text, object_pairs_hook=_distinct, parse_constant=_no_number, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except _Fault as error:
        reason = str(error)
    except RecursionError:
        reason = _TOO_DEEP
    raise UsageError(where, line(reason), "repair the file, or write it again")


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Fault(f"`{twice[:80]}` stands twice in one object")
    return fields


def _no_number(word: str) -> NoReturn:
    raise _Fault(f"{word} is not a number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if abs(number) == float("inf"):
        raise _Fault(f"{digits[:20]} is too large a number")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise _Fault(f"{digits[:20]}… is too large a number")
    return int(digits)


def _wrong_format(data: dict[str, Any]) -> str:
    if "format" not in data:
        return "not a brief: `format` is missing"
    return line(f"its format is {json.dumps(data['format'], ensure_ascii=False)[:80]}, not one that this version reads")


def _number_sentences(data: dict[str, Any]) -> None:
    """Other programs need not number their sentences: the first free b1, b2, … are theirs."""
    sentences = data.get("sentences")
    if not isinstance(sentences, list):
        return
    taken = {s["id"] for s in sentences if isinstance(s, dict) and isinstance(s.get("id"), str)}
    for place, sentence in enumerate(sentences, 1):
        if isinstance(sentence, dict) and "id" not in sentence:
            while f"b{place}" in taken:
                place += len(sentences)
            sentence["id"] = f"b{place}"
            taken.add(sentence["id"])


@lru_cache(maxsize=1)
def reader() -> "TypeAdapter[Brief]":
    """What holds data from outside to the records, field by field, words its faults, and gives their JSON Schema.

    Imported and built late, because only a brief that is not plainly right needs it: both take as long as writing one.
    """
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)


def _validate(data: dict[str, Any], where: str) -> Brief:
    """Strictly: "12" is no number and 1 no text. Only JSON mode is strict and still makes tuples and dates."""
    from pydantic import ValidationError

    try:
        text = json.dumps(data, ensure_ascii=False)
        shown = text.translate(dict.fromkeys(range(0xD800, 0xE000), HIDDEN))
        brief = reader().validate_json(shown, strict=True)
        # The strict parser refuses lone surrogates, which a file name may hold. The types are proven: take the data.
        return brief if shown == text else reader().validate_python(data)
    except ValidationError as error:
        raise UsageError(where, _fault(error), _REMEDY) from None
    except RecursionError:
        raise UsageError(where, _TOO_DEEP, _REMEDY) from None


def _fault(error: "ValidationError") -> str:
    """The first fault in words: `sentences`, item 4: `citations`, item 1: `start` should be a whole number."""
    first = error.errors(include_url=False)[0]
    kind = first["type"]
    if kind == "json_invalid":  # it was JSON before: the strict parser only has a lower limit of depth
        return _TOO_DEEP
    wrong = _FAULTS.get(kind, "")
    if kind == "literal_error":
        wrong = f"should be {first['ctx']['expected']}"
    return line(f"{_place(first['loc'])} {wrong or first['msg']}")


def _place(path: tuple[int | str, ...]) -> str:
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts[-1] += f", item {step + 1}"
        else:
            parts.append(f"`{step[:80]}`")
    return ": ".join(parts)
