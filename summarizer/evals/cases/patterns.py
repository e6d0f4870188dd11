"""Is a regular expression safe to run on any text? By its structure, so that the answer takes no time and never varies.

Python's engine backtracks: a repeated group that can match one text in several ways takes exponential time. Such groups
are refused, a few harmless ones with them; a bound of a few repeats makes any of them sound.
"""

import re
from typing import NamedTuple

FEW = 9  # repeats, up to which trying all ways costs little
BOUNDED = re.compile(r"\{(\d*)(?:(,)(\d*))?\}")
HIDING = re.compile(r"\(\?(?:#|[a-zA-Z]*x)")  # a comment, or white space that is none, for a part of it too
OPENINGS = re.compile(r"\((?:\?(?:[aiLmsux-]*:|P<\w+>|<?[=!]|>|#)?)?")


class _Open(NamedTuple):
    """A group that is being read: where it begins, and whether it holds a long repeat or alternatives."""

    start: int
    repeats: bool = False
    branches: bool = False


def fault(pattern: str) -> str:
    """Why `pattern` may not be used; empty if it may."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"is no regular expression: {error}"
    if HIDING.search(pattern):
        return "has comments or free spacing, behind which a repeat can hide; write it plainly"
    return _nested(pattern)


def _nested(pattern: str) -> str:
    """A long repeat of a group that itself repeats at length or branches; "" if there is none."""
    stack = [_Open(0)]
    at = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "[":
            at = _class_end(pattern, at)
            continue
        if pattern[at] == "(":
            stack.append(_Open(at))
            opening = OPENINGS.match(pattern, at)
            at = opening.end() if opening else at + 1
            continue
        if pattern[at] == ")" and len(stack) > 1:
            group, long = stack.pop(), _is_long(pattern, at + 1)
            if long and (group.repeats or group.branches):
                return (
                    f"repeats {pattern[group.start : at + 1]}, which repeats or branches itself; bound it: {{0,{FEW}}}"
                )
            stack[-1] = stack[-1]._replace(repeats=stack[-1].repeats or group.repeats or long)
        elif pattern[at] == "|":
            stack[-1] = stack[-1]._replace(branches=True)
        elif _is_long(pattern, at):
            stack[-1] = stack[-1]._replace(repeats=True)
        at += 1
    return ""


def _class_end(pattern: str, at: int) -> int:
    """The place after the character class that opens at `at`; a "]" right at its start is one of its characters."""
    at += 1
    if pattern.startswith("^", at):
        at += 1
    at += pattern.startswith("]", at)
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _is_long(pattern: str, at: int) -> bool:
    """Whether a repeat of more than FEW times stands at `at`."""
    if pattern[at : at + 1] in ("*", "+"):
        return True
    bounds = BOUNDED.match(pattern, at)
    if not bounds or bounds[0] == "{}":
        return False
    most = bounds[3] if bounds[2] else bounds[1]
    return not most or int(most) > FEW
