"""The order in which a brief says things: the lead first, then as the sources go on, so that it is no bag of sentences.

What leans on a sentence follows it at once. Otherwise the sources' own order decides, averaged over all articles that
say a thing, and among near equals the next sentence is the one that goes on with the same matter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from summarizer.articles.terms import cosine
from summarizer.articles.topic import Topic
from summarizer.writing.grouping import Group
from summarizer.writing.selfcontained import OPEN_QUOTE

Places = Mapping[str, tuple[int, float]]

EARLY = 1.5  # power of the place in its article by which what a lead is worth is divided
KINSHIP = 0.3  # how far, in shares of an article, likeness to the sentence before may pull a sentence forward
UNKNOWN = 0.5  # how far a surname holds a sentence back while the sentence with the full name is still to come
NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?: (?:[A-Z]\. |(?:al|bin|de|del|der|di|la|van|von) )?[A-Z][\w’'-]*[a-z])*")
FOLLOWING = 0.3  # how far a sentence that comes within `NEXT` after the last one in its article is pulled forward
NEXT = 2


def order(groups: Sequence[Group], topic: Topic) -> tuple[Group, ...]:
    """`groups`, which come best first, in reading order."""
    at = _places(topic)
    waiting = _units(groups)
    likeness = topic.neighbours.likeness
    vectors = {g.id: likeness.vector(g.text) for g in groups}
    placed: list[Group] = []
    opening = _opening((unit[0] for unit in waiting), at)
    while waiting:
        unknown = set().union(*(_introduced(unit) for unit in waiting)) - _introduced(placed)

        def cost(unit: Sequence[Group], unknown: set[str] = unknown) -> float:
            held = UNKNOWN if _assumed(unit) & (unknown - _introduced(unit)) else 0.0
            held -= FOLLOWING if _follows(unit[0], placed[-1], at) else 0.0
            return _depth(unit[0], at) + held - KINSHIP * cosine(vectors[placed[-1].id], vectors[unit[0].id])

        best = min(waiting, key=cost) if placed else next(unit for unit in waiting if unit[0] is opening)
        waiting.remove(best)
        placed.extend(best)
    return tuple(placed)


def lead(groups: Iterable[Group], topic: Topic) -> Group | None:
    """The group that a brief should open with; None where none stands by itself."""
    at = _places(topic)
    best = _opening((g for g in groups if g.whole), at)
    return best if best and _lead(best, at)[0] else None


def _follows(group: Group, last: Group, at: Places) -> bool:
    """Whether `group` goes on where `last` stopped, in one article."""
    here, there = group.members[0].sentences[0], last.members[0].sentences[-1]
    return here.span.source == there.span.source and 0 < at[here.id][0] - at[there.id][0] <= NEXT


def _introduced(groups: Iterable[Group]) -> set[str]:
    """Last words of the names of several words in these groups."""
    return {name.split()[-1] for g in groups for name in NAME.findall(g.text) if " " in name}


def _assumed(groups: Iterable[Group]) -> set[str]:
    """Names of one word in these groups."""
    return {name for g in groups for name in NAME.findall(g.text) if " " not in name}


def _units(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups that must stand together, each with what leans on it."""
    units: dict[str, list[Group]] = {}
    present = {g.id: g for g in groups}
    heads: dict[str, str] = {}

    def head(group: Group) -> str:
        if group.id not in heads:
            heads[group.id] = head(present[group.after]) if group.after in present else group.id
        return heads[group.id]

    for group in groups:
        units.setdefault(head(group), []).append(group)
    return [sorted(unit, key=lambda g: _steps(g, present)) for unit in units.values()]


def _steps(group: Group, present: Mapping[str, Group]) -> int:
    steps = 0
    while group.after and group.after in present:
        group, steps = present[group.after], steps + 1
    return steps


def _places(topic: Topic) -> dict[str, tuple[int, float]]:
    """Where each body sentence stands in its article: its number from 0, and the same as a share, 0 to 1."""
    by_source: dict[str, list[str]] = {}
    for sentence in topic.body:
        by_source.setdefault(sentence.span.source, []).append(sentence.id)
    return {name: (i, i / len(names)) for names in by_source.values() for i, name in enumerate(names)}


def _depth(group: Group, at: Places) -> float:
    """How far into the articles the group stands, 0 to 1, on average over its members."""
    depths = [at[m.sentences[0].id][1] for m in group.members]
    return sum(depths) / len(depths)


def _opening(groups: Iterable[Group], at: Places) -> Group | None:
    """The group to open with. An outdated one gives way to the one that gives the latest, else to any that is not.

    One that cannot stand by itself takes nobody's place.
    """
    best_first = sorted(groups, key=lambda g: _lead(g, at), reverse=True)
    best = best_first[0] if best_first else None
    if best is None or best.timely >= 0:
        return best
    alone = [g for g in best_first if _lead(g, at)[0] and g.timely >= 0]
    return max(alone, key=lambda g: g.timely, default=best)  # of several the first


def _lead(group: Group, at: Places) -> tuple[bool, float, float]:
    """The lead stands by itself, answers the question if one was asked, matters, and stands early in its article."""
    first = at[group.members[0].sentences[0].id][0]  # of the wording itself
    alone = not group.points_back and not group.text.startswith(OPEN_QUOTE)
    return alone, group.bearing, sum(group.weights.values()) / (1 + first) ** EARLY
