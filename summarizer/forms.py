"""What every record is, and how one goes out as JSON: the ground under all that may be read back. It holds no noun."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, ClassVar

# Of a field: where it is empty it is not written, so that a file in which nobody uses it is the file it was before.
UNLESS_EMPTY: Mapping[str, Any] = {"unless_empty": True}


class Record:
    """Closed for whoever reads one from outside: an unknown field is an error, never dropped in silence."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid"}


def plain(value: object) -> Any:
    """What JSON has for `value`, as the `default` of json.dumps: a record's fields in order, a date in ISO form."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        parts = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: part for field, part in parts if part or "unless_empty" not in field.metadata}
    raise TypeError(f"{type(value).__name__} has no form in JSON")
