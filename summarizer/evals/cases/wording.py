"""What is wrong with a case, in words that help its author: what to write."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

SHOWN = 60  # code points of a quote in a message
ALIKE = 0.6  # of 1, by difflib: from where on a text is what was meant
GROUPS = "is a list of groups, each a list of places: [[{file: …, quote: …}]]"


def excerpt(text: str) -> str:
    """A text in quotation marks, as much of it as a message holds."""
    return f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”"


def nearest(quote: str, text: str) -> str:
    """The words of `text` most like `quote`, of the line that has most of its words; empty where none are."""
    wanted = quote.split()
    sought = Counter(wanted)
    best = max(text.splitlines(), key=lambda line: (sought & Counter(line.split())).total(), default="").split()
    if not wanted or not (sought & Counter(best)).total():
        return ""
    starts = range(max(1, len(best) - len(wanted) + 1))
    shared = [len({*wanted} & {*best[n : n + len(wanted)]}) for n in starts]
    top = max(shared)
    windows = [" ".join(best[n : n + len(wanted)]) for n in starts if shared[n] == top][:9]
    found = max(windows, key=lambda window: SequenceMatcher(None, quote, window, autojunk=False).ratio())
    return found if SequenceMatcher(None, quote, found, autojunk=False).ratio() >= ALIKE else ""


def faults(errors: Sequence[Mapping[str, Any]]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """(where, reason) for each error that the form found; no list is too short because its entries are wrong."""
    wheres = [tuple(error["loc"]) for error in errors]
    flat: set[tuple[int | str, ...]] = set()
    for error, where in zip(errors, wheres, strict=True):
        follows = any(other[: len(where)] == where and len(other) > len(where) for other in wheres)
        if error["type"] == "too_short" and follows:
            continue
        support = where[: where.index("support") + 1] if "support" in where else ()
        if support and error["type"] == "tuple_type":
            if support not in flat:
                yield support, f"{_named(support)} {GROUPS}"
            flat.add(support)
        else:
            message = error["msg"]
            yield where, f"{_named(where)}: {message[:1].lower()}{message[1:]}"


def _named(where: Sequence[int | str]) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in where) or "the file"
