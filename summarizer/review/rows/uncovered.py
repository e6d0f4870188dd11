"""What sources say and the brief does not, most origins first; and how much of each source the brief cites.

The count of origins is that of independent voices: three papers with one agency's story are one.
"""

from collections.abc import Mapping, Sequence

from summarizer.output.facts import count
from summarizer.output.safe import line
from summarizer.records import Brief
from summarizer.review.evidence.coverage import Coverage, Loose
from summarizer.review.nouns import Item, State
from summarizer.review.rows.nouns import NOBODY, Note, Numbers, Row, heading, listed

EMPTY = "Everything that the sources say is cited by a sentence of the brief."
ADDED, IGNORED = "Added to the brief", "Ignored"
NEWS = 4  # figures and names that are named


def rows(loose: Sequence[Loose], brief: Brief, state: State, others: Mapping[str, State] = NOBODY) -> list[Row]:
    """What still lacks; then what was added to the brief; then what was ignored, and why. `others`: the states of other
    reviewers by name."""
    numbers = Numbers(brief)
    added = [item for item in state.items if item.kind == "uncovered"]
    names = {item.id for item in added}
    left = [one for one in loose if one.id not in names]
    lacking = [_row(one, numbers, others) for one in left if one.id not in state.ignored and one.ignored is None]
    ignored = [_ignored(one, numbers, state) for one in left if one.id in state.ignored or one.ignored is not None]
    made = [heading(ADDED), *(_added(item, numbers) for item in added)] if added else []
    return [*lacking, *made, *([heading(IGNORED), *ignored] if ignored else [])]


def _row(one: Loose, numbers: Numbers, others: Mapping[str, State]) -> Row:
    ignored = [(name, of.ignored[one.id]) for name, of in others.items() if one.id in of.ignored]
    notes = [Note(f"{line(who)} ignores it" + (f": {line(why)}" if why else "")) for who, why in ignored]
    notes += [Note(f"{line(who)} added it") for who, of in others.items() if of.item(one.id)]
    return Row(one.id, line(one.text), f"({one.origins})", numbers.marks(one.citations), tuple(notes))


def _added(item: Item, numbers: Numbers) -> Row:
    said = (Note(f"{item.choice or 'open'} in the brief"),)
    return Row(item.id, line(item.text), "+", numbers.marks(item.citations), said, "faint")


def _ignored(one: Loose, numbers: Numbers, state: State) -> Row:
    reason = state.ignored.get(one.id) or one.ignored or ""
    notes = (Note(f"why: {line(reason)}"),) if reason else ()
    return Row(one.id, line(one.text), "-", numbers.marks(one.citations), notes, "faint")


def news(one: Loose) -> str:
    """What no sentence of the brief has, in words: "no sentence has 84, Tarnvik and 2 more"; "" for nothing."""
    shown = [line(word) for word in one.news[:NEWS]]
    more = len(one.news) - len(shown)
    return f"no sentence has {listed([*shown, *([f'{more} more'] if more else [])])}" if shown else ""


def coverage(shares: Sequence[Coverage], brief: Brief) -> list[Row]:
    """A bar of cells for each source, and the share in words."""
    numbers = Numbers(brief)
    return [_share(one, numbers) for one in shares]


def _share(one: Coverage, numbers: Numbers) -> Row:
    bar = "".join("#" if cell else "." for cell in one.cells)
    left = f"{one.uncited} of {count(one.sentences, 'sentence')} left" if one.uncited else ""
    notes = [Note(f"{bar}  {percent(one.share)}{', low' if one.low else ''}")]
    notes += [Note(f"! {line(one.note)}", "alarm")] if one.note else []
    return Row(one.source, numbers.name(one.source), numbers.mark(one.source), left, tuple(notes))


def percent(share: float) -> str:
    """ "31 % cited": a trace is never called nothing, nor almost all everything."""
    return f"{min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)} % cited"
