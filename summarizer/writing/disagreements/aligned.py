"""Figures whose meaning no table knows, found to answer one question by the words around them.

`tallies` looks for figures whose meaning it knows. This needs none: two figures of two articles are held side by side
if they count what may be one thing, and then the words around both have to prove it. The proof is a sum, because no
single word is one: what is counted, what is done with it, how alike the sentences are, how near the figures lie. A
copy in which somebody changed a number has it all. Whatever speaks for two questions (another state, owner, place or
time, a part, a source that gives both figures) ends it at once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from summarizer.articles.nouns import Sentence
from summarizer.articles.terms import cosine
from summarizer.articles.topic import Topic
from summarizer.checking.numbers import Quantity
from summarizer.checking.reading import read
from summarizer.writing.disagreements.agreement import agree
from summarizer.writing.disagreements.answers import Answer, Question, one_name
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.roles import GENERIC, Role, roles
from summarizer.writing.disagreements.sites import two_sites

CROWD = 48  # figures around which one word stands, beyond which it tells nothing
PROOF = 4  # points from which two figures answer one question
ALIKE, VERY_ALIKE = 0.3, 0.5  # cosine of the two sentences
NEAR = 1.5  # factor within which two figures are likely one, counted twice
FAR = 3  # and beyond which they are not, unless the sentences are the same
SAME = 0.75
STRANGE = (0, 1, 3)  # points that a verb takes which only one figure has, and two of them
LEAD = 3  # sentences that tell what an article is about


def aligned(topic: Topic) -> Iterator[Question]:
    """The questions that figures of two articles answer differently, each once."""
    room = _Room(topic)
    joined: dict[int, list[Role]] = {}
    for one, other in room.pairs():
        if room.points(one, other) >= PROOF:
            group = [*joined.get(id(one), [one]), *joined.get(id(other), [other])]
            for member in group:
                joined[id(member)] = group
    for group in {id(g): g for g in joined.values()}.values():
        yield _question(list({id(r): r for r in group}.values()))


class _Room:
    """The figures of a topic, and what two of them have in common."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.likeness = topic.neighbours.likeness
        self.era = eras(topic.articles)
        self.roles = [role for article in topic.articles for role in roles(article, topic.sentences_of[article.id])]
        self.place = {s.id: n for article in topic.articles for n, s in enumerate(self._body(article.id))}

    def _body(self, source: str) -> Iterator[Sentence]:
        return (s for s in self.topic.sentences_of[source] if s.kind == "body")

    @cached_property
    def given(self) -> dict[tuple[str, str | None], set[object]]:
        """The values that each source gives of each unit."""
        values: dict[tuple[str, str | None], set[object]] = defaultdict(set)
        for role in self.roles:
            values[role.source, role.figure.unit].add(role.figure.value)
        return values

    @cached_property
    def parts(self) -> set[tuple[str | None, object]]:
        """The figures that some sentence says to be of a part: "300 special forces soldiers"."""
        return {(role.thing, role.figure.value) for role in self.roles if role.narrow}

    def pairs(self) -> Iterator[tuple[Role, Role]]:
        """Figures of two sources around which a telling word is the same, each pair once."""
        around: dict[str, list[Role]] = defaultdict(list)
        for role in self.roles:
            for key in role.around:
                around[key].append(role)
        seen: set[tuple[int, int]] = set()
        for found in around.values():
            for one, other in combinations(found if len(found) <= CROWD else (), 2):
                if one.source != other.source and (id(one), id(other)) not in seen:
                    seen.add((id(one), id(other)))
                    yield one, other

    def points(self, one: Role, other: Role) -> int:
        """How much speaks for one question; 0 where anything speaks for two, or the figures agree."""
        if self._apart(one, other):
            return 0
        a, b = one.figure, other.figure
        ratio = _ratio(a, b)
        # "Recalls 40,000 heaters" and "46,000 units of its heaters": the noun stands beside the other figure.
        crossed = (a.noun in other.did) + (b.noun in one.did)
        shared = len(one.did & other.did) + crossed
        likeness = self._cosine(one.sentence, other.sentence)
        same = one.telling and a.noun == b.noun
        points = 1 + same
        points += min(2, shared) + (likeness >= ALIKE) + (likeness >= VERY_ALIKE) + (ratio <= NEAR)
        points += bool(shared or same) and max(self.place[one.sentence.id], self.place[other.sentence.id]) < LEAD
        points += a.unit is not None and bool(one.owners & other.owners)
        # A verb that does not stand beside the other figure: two things done to two lots.
        strange = (bool(one.act) and one.act not in other.beside) + (bool(other.act) and other.act not in one.beside)
        points -= STRANGE[strange]
        return points if shared or likeness >= VERY_ALIKE or same else 0

    def _apart(self, one: Role, other: Role) -> bool:
        a, b = one.figure, other.figure
        if a.value == b.value or a.unit != b.unit or self.era[one.source] != self.era[other.source]:
            return True
        if _ratio(a, b) > FAR and self._cosine(one.sentence, other.sentence) < SAME:
            return True
        if a.unit and " " in a.unit and not (one.last in other.did or other.last in one.did):
            return True  # what is paid to workers and what to managers
        if None in (a.noun, b.noun) and a.unit is None:
            return True
        if not (one.thing == other.thing or {a.noun, b.noun} & GENERIC) or agree(a.value, a.hedge, b.value, b.hedge):
            return True
        if one.state != other.state or one.unsure != other.unsure or one.degree != other.degree:
            return True
        if not (one.did and other.did) or self._limited(one, other) or self._limited(other, one):
            return True
        if None not in (one.day, other.day) and one.day != other.day:
            return True
        if _disjoint(one.owners, other.owners) and not (one.alone and other.alone and _both_named(one, other)):
            return True
        if b.value in self.given[one.source, a.unit] or a.value in self.given[other.source, b.unit]:
            return True
        if two_sites(one.sentence, other.sentence, self.topic.article):
            return True
        return not (self._known(one.narrow - other.narrow, other) and self._known(other.narrow - one.narrow, one))

    def _limited(self, one: Role, other: Role) -> bool:
        """Whether `one` is of a place that the other article does not name, or of a part as another figure says it."""
        if (one.thing, one.figure.value) in self.parts and not one.narrow:
            return True
        return bool(one.places) and not one.places & self._named_in(other.source)

    def _named_in(self, source: str) -> frozenset[str]:
        return frozenset().union(*(read(s.text).keys for s in self._body(source)))

    def _known(self, narrow: frozenset[str], role: Role) -> bool:
        """Whether the source of `role` calls the same thing so elsewhere: a part of it is no other name for it."""
        if not narrow:
            return True
        noun = role.figure.noun
        keys = (read(s.text).keys for s in self._body(role.source) if s.id != role.sentence.id)
        return role.figure.noun in GENERIC or any(noun in k and narrow <= k for k in keys)

    def _cosine(self, one: Sentence, other: Sentence) -> float:
        return cosine(self.likeness.vector(one.text), self.likeness.vector(other.text))


def _ratio(one: Quantity, other: Quantity) -> Fraction:
    high, low = (one, other) if one.value > other.value else (other, one)
    return high.value / low.value


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _both_named(one: Role, other: Role) -> bool:
    """Whether the sentence of each names whose the other figure is."""
    return one.owners <= read(other.sentence.text).keys and other.owners <= read(one.sentence.text).keys


def _question(group: Sequence[Role]) -> Question:
    order = sorted(group, key=lambda r: (r.source, r.at))
    called = one_name(r.speaker for r in order)
    answers = tuple(Answer(r.figure.value, r.shown, r.sentence, r.speaker, r.counts or None) for r in order)
    voices: dict[object, set[str | None]] = defaultdict(set)
    for answer in answers:
        voices[answer.key].add(called[answer.said_by])
    differ = all(None not in v for v in voices.values()) and all(not a & b for a, b in combinations(voices.values(), 2))
    about = max((r.phrase for r in order), key=len)
    return Question(about, "attributed" if differ else "conflict", answers)
