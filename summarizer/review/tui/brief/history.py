"""All that was done with one sentence, by whom and when, in words."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from summarizer.output.safe import line
from summarizer.review.nouns import Event, Item
from summarizer.review.tui.brief.evidence import label
from summarizer.review.tui.brief.rows import shortened
from summarizer.review.tui.brief.words import act_words, recited
from summarizer.review.tui.look import BOLD, DIM, PLAIN
from summarizer.review.tui.scroll import Line, Scroll

NAME = 14  # cells of a reviewer's name


class History(Scroll):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "close", show=False)]

    def __init__(
        self, title: str, events: Sequence[Event], places: Mapping[str, int], item: Item | None = None
    ) -> None:
        super().__init__(title, history_lines(events, places, item))


def history_lines(events: Sequence[Event], places: Mapping[str, int], item: Item | None = None) -> list[Line]:
    """The events by time, a line each; what an "undo" took back is named with it."""
    if not events:
        return [([], [("Nothing was done with it yet.", PLAIN)])]
    acts = {(event.reviewer, event.seq): event for event in events}
    lines: list[Line] = []
    for event in events:
        words = act_words(event, recited(event, events, item))
        if event.op in ("undo", "redo"):
            act = acts.get((event.reviewer, event.data["act"]))
            words += f": {act_words(act, recited(act, events, item))}" if act else ""
        elif event.op == "seen":
            words = f"evidence seen in {label(event.data['source'], places)}"
        when = line(event.at[:19].replace("T", " "))
        name = f"{shortened(line(event.reviewer), NAME):<{NAME}}"
        style = DIM if event.op in ("seen", "verify") else PLAIN
        lines.append(([(f"{when}  ", DIM), (f"{name}  ", BOLD)], [(words, style)]))
    return lines
