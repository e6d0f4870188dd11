"""Each source with what is known of it and what is wrong with it: whose copy it is, what hides in it, whether it is
still the file that the brief was made of; then what gave no source, and the brief's own warnings.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from summarizer.checking.copies import alarm
from summarizer.output import facts
from summarizer.output.safe import line
from summarizer.records import Brief, Citation, Difference, Origin, Source
from summarizer.review.nouns import State
from summarizer.review.rows.nouns import Note, Numbers, Row, called, heading, listed

EMPTY = "The brief lists no sources: nothing in it can be checked."
LEFT_OUT, WARNINGS = "Left out of the brief", "Warnings of the brief"
_COPIES = {"reprint": "reprint", "near-copy": "near-copy", "wire-copy": "copy of the same agency's story"}


class Spot(NamedTuple):
    """A place of a source that is worth going to: the sentences that cite it, and, where copies of one text do not say
    the same there, the alarm and the other copy's place."""

    citation: Citation
    items: tuple[str, ...]
    alarm: str = ""
    other: Citation | None = None

    def words(self, state: State) -> str:
        cited = f"cited by {called(self.items, state)}" if self.items else ""
        return "; ".join(part for part in (self.alarm, cited) if part)


Hidden = Mapping[str, Mapping[str, int]]  # of each source that was counted: kind in words -> how many


def rows(brief: Brief, trouble: Mapping[str, str], hidden: Hidden) -> list[Row]:
    """`trouble` says of a source, by id, why it cannot vouch ("has changed since the brief was made")."""
    numbers = Numbers(brief)
    cited = {citation.source for sentence in brief.sentences for citation in sentence.citations}
    made = [
        _source(source, brief, numbers, trouble.get(source.id, ""), hidden.get(source.id, {}), source.id in cited)
        for source in brief.sources
    ]
    return [*made, *_left_out(brief)]


def _source(
    source: Source, brief: Brief, numbers: Numbers, trouble: str, hidden: Mapping[str, int], cited: bool
) -> Row:
    notes = [Note(f"! {line(trouble)}: it vouches for nothing", "alarm")] if trouble else []
    notes += [Note(f"! {hiding(hidden)}: made visible in the text", "alarm")] if hidden else []
    origin = next((origin for origin in brief.origins if source.id in origin.sources), None)
    if origin is not None and len(origin.sources) > 1:
        notes.append(Note(copies(source.id, origin, numbers)))
        notes += [
            Note(f"! {differ(found, origin, numbers)}", "alarm")
            for found in origin.differences
            if source.id in {citation.source for citation in found.citations}
        ]
    notes.append(Note(known(source), "faint"))
    notes += [] if cited else [Note("no sentence of the brief rests on it", "faint")]
    title = facts.quoted(line(source.title)) if source.title else ""
    if title:
        notes.insert(0, Note(title))
    return Row(source.id, numbers.name(source.id), numbers.mark(source.id), "", tuple(notes), "strong")


def known(source: Source) -> str:
    """ "Gazette, with Reuters, 21 October 2024; 2,355 characters; utf-8": what is not known is said to be not."""
    parts = [line(source.outlet) if source.outlet else "outlet unknown"]
    agencies = [line(agency) for agency in source.agencies if agency != source.outlet]
    parts += [f"with {listed(agencies)}"] if agencies else []
    parts.append(facts.day(source.published) if source.published else "no date")
    size = facts.count(source.characters, "character") if source.characters is not None else "length unknown"
    return f"{', '.join(parts)}; {size}; {line(source.encoding)}"


def copies(source: str, origin: Origin, numbers: Numbers) -> str:
    """ "near-copy, one voice with [2]: 100 % of [1] paraphrases [2]"."""
    others = [numbers.mark(one) for one in origin.sources if one != source]
    kind = _COPIES.get(origin.kind, "one voice")
    reason = f": {_marked(line(origin.reason), origin, numbers)}" if origin.reason else ""
    return f"{kind}, one voice with {listed(others)}{reason}"


def differ(found: Difference, origin: Origin, numbers: Numbers) -> str:
    """ "[1] and [2] are copies of one text but differ: 12 / 21"; what the texts say is left as it is."""
    told, colon, said = line(alarm(found)).partition(": ")
    return f"{_marked(told, origin, numbers)}{colon}{said}"


def _marked(text: str, origin: Origin, numbers: Numbers) -> str:
    """The ids of the sources of an origin as the screen calls them."""
    ids = "|".join(map(re.escape, origin.sources))
    return re.sub(rf"\b(?:{ids})\b", lambda found: numbers.mark(found[0]), text)


def hiding(hidden: Mapping[str, int]) -> str:
    """ "3 escape codes, 2 direction marks"; "" where nothing hides."""
    return ", ".join(f"{number:,} {kind if number > 1 else kind.removesuffix('s')}" for kind, number in hidden.items())


def spots(source: str, brief: Brief, state: State) -> tuple[Spot, ...]:
    """What is cited of `source`, each place once, and where its copies say something else, in the order of its text."""
    cited: dict[tuple[int, int], list[tuple[str, Citation]]] = {}
    for item in state.items:
        for citation in item.citations:
            if citation.source == source:
                cited.setdefault((citation.start, citation.end), []).append((item.id, citation))
    numbers = Numbers(brief)
    found = [Spot(same[0][1], tuple(dict.fromkeys(name for name, _ in same))) for same in cited.values()]
    for origin, difference in ((o, d) for o in brief.origins for d in o.differences):
        one, other = difference.citations
        for here, there in ((one, other), (other, one)):
            if here.source == source:
                found.append(Spot(here, (), differ(difference, origin, numbers), there))
    return tuple(sorted(found, key=lambda spot: (spot.citation.start, spot.citation.end)))


def _left_out(brief: Brief) -> list[Row]:
    """What gave no source, each with the warnings that name it; then the other warnings."""
    named = {path: [w for w in brief.warnings if w.startswith(path)] for path in brief.left_out}
    made = [heading(LEFT_OUT)] if brief.left_out else []
    for place, path in enumerate(brief.left_out):
        reasons = [Note(line(w.removeprefix(path)).lstrip(": ")) for w in named[path]]
        notes = reasons or [Note("the brief does not say why")]
        made.append(Row(f"{place}\nleft out", line(path), "-", "", tuple(notes)))
    told = {warning for warnings in named.values() for warning in warnings}
    rest = [warning for warning in brief.warnings if warning not in told]
    made += [heading(WARNINGS)] if rest else []
    return [*made, *(Row(f"{place}\nwarning", line(warning), "!") for place, warning in enumerate(rest))]
