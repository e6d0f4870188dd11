"""Ten invented events, read from the file beside this: the parts of which pages are made.

`story` is an agency's report; `reworded` the same report with every sentence in other words; `rival` and `second` are
what other reporters wrote of the event; `local` and `region` are paragraphs that a paper adds of its own; `background`,
`statement` and `quotes` are what independent reports share without copying each other.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Event(NamedTuple):
    """One event; from `story` on, every field holds one sentence a line."""

    name: str
    agency: str
    place: str
    story: str
    reworded: str
    rival: str
    second: str
    local: str
    region: str
    background: str
    statement: str
    quotes: str


EVENTS = tuple(
    Event(**fields)
    for fields in tomllib.loads(Path(__file__).with_name("invented_events.toml").read_text(encoding="utf-8"))["event"]
)
