"""A reviewer's own keys and colours, held to what there is: no unknown command, no key that would do two things."""

from collections.abc import Mapping

from summarizer.errors import UsageError
from summarizer.review.tui.commands import COMMANDS, EVERYWHERE
from summarizer.review.tui.look import THEMES


def keys(chosen: Mapping[str, str], where: str) -> Mapping[str, str]:
    """`chosen` without white space, by the id of a command. Raises UsageError, naming `where` it stands."""
    known = {command.id for command in COMMANDS}
    given = {name: ",".join(key.strip() for key in mine.split(",")) for name, mine in chosen.items()}
    for name in given:
        if name not in known:
            raise UsageError(where, f"{name!r} is no command", f"commands are {', '.join(sorted(known))}")
    taken: dict[tuple[str, str], str] = {}
    for command in sorted(COMMANDS, key=lambda command: command.id not in given):
        for key in given.get(command.id, command.keys).split(","):
            places = {c.where for c in COMMANDS} if command.where == EVERYWHERE else {command.where, EVERYWHERE}
            other = next((taken[key, place] for place in sorted(places) if (key, place) in taken), None)
            if other is not None and (command.id in given or other in given):
                remedy = f"give {command.id} another key too"
                raise UsageError(where, f"{key!r} would be both {other} and {command.id}", remedy)
            taken[key, command.where] = command.id
    return given


def theme(name: str | None) -> str | None:
    """`name`, if there is a theme of that name. Raises UsageError."""
    from textual.theme import BUILTIN_THEMES

    known = [*(own.name for own in THEMES), *sorted(BUILTIN_THEMES)]
    if name is not None and name not in known:
        raise UsageError(f"theme {name}", "is not known", f"themes are {', '.join(known)}")
    return name
