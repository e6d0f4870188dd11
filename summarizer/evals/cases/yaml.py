"""YAML as people mean it: every plain value is text, so that 1,500, no and 12:30 stay what was written.

Each mapping gets the `line` that it stands on. A key given twice, which YAML parsers drop without a word, is an error;
so is an alias, by which a small file can grow without end.
"""

from collections.abc import Iterable
from typing import Any

DEPTH = 100  # of lists and mappings in each other; the parser written in C takes as many as its stack, and falls
NOTHING = ("", "~", "null")


class Broken(ValueError):
    """What is wrong, and in which line."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def loads(text: str) -> Any:
    """Mappings, lists, texts and None. Raises Broken."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C one is not in every build
    try:
        _refuse_depth(yaml.parse(text, Loader=loader))
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Broken(line, f"is not YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise Broken(1, f"is not YAML: {str(error).splitlines()[0]}") from None
    return _plain(root, set()) if root is not None else None


def _refuse_depth(events: Iterable[Any]) -> None:
    """Raises Broken at the first thing that stands too deep. Events come one by one and need no stack."""
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH:
            raise Broken(event.start_mark.line + 1, f"is nested more than {DEPTH} deep")


def _plain(node: Any, seen: set[int]) -> Any:
    import yaml

    line = node.start_mark.line + 1
    if id(node) in seen:
        raise Broken(line, "has an alias (*name); write the thing out")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in NOTHING else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, seen) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = _plain(key, seen)
        if not isinstance(name, str) or name in found or name == "line":
            raise Broken(key.start_mark.line + 1, f"has the key {name!r} twice or where it cannot stand")
        found[name] = _plain(value, seen)
    return found | {"line": line}
