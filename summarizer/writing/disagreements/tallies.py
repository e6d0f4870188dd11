"""Which figures answer one question, and which of them differ.

Mentions are put into buckets by what is counted, so that the work stays linear; inside a bucket, whatever may be
another question is taken out: another owner, another place, a part of the whole, a rounding, a bound.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from summarizer.articles.nouns import Article
from summarizer.checking.reading import read
from summarizer.writing.disagreements.agreement import agree
from summarizer.writing.disagreements.answers import Answer, Kind, Question, one_name
from summarizer.writing.disagreements.crowds import CROWDS
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.mentions import OWN, Mention
from summarizer.writing.disagreements.sites import same_site

APART_THINGS = 3  # neighbouring figures that are further apart than this factor count two things
APART = 5  # the same for a state, such as a death toll, that may rise
QUAKE = re.compile(r"\b(?:earthquake|quake|tremor|temblor)\b", re.IGNORECASE)
TOLLS = frozenset(("killed", "injured", "missing", "ill", "displaced", "evacuated", "arrested"))


class Tally(NamedTuple):
    """Mentions, at least two of them with different values, in input order."""

    answers: tuple[Mention, ...]

    def by_value(self) -> dict[Fraction, list[Mention]]:
        values: dict[Fraction, list[Mention]] = defaultdict(list)
        for mention in self.answers:
            values[mention.value].append(mention)
        return values

    def kind(self, articles: Mapping[str, Article]) -> Kind:
        """`update` where the figure rises from day to day or is said to; `attributed` where speakers differ."""
        voices = [{m.speaker for m in group} for group in self.by_value().values()]
        named = all(speakers - {None} for speakers in voices)
        differ = named and all(not (a & b) - {None} for i, a in enumerate(voices) for b in voices[:i])
        toll = self.answers[0].counted.kind in TOLLS
        crowd = self.answers[0].counted.kind in CROWDS
        if not crowd and self.answers[0].event == OWN and (toll or not differ) and self._rises(articles):
            return "update"
        return "attributed" if differ else "conflict"

    def _rises(self, articles: Mapping[str, Article]) -> bool:
        if any(m.rising for m in self.answers):
            return True
        days: list[date] = []
        for _, group in sorted(self.by_value().items()):
            known = [day for m in group if (day := articles[m.source].published)]
            if not known:
                return False
            days.append(min(known))
        return days == sorted(days) and days[0] < days[-1]

    def about(self) -> str:
        """What is counted, in the fullest words of the sources."""
        first = self.answers[0]
        if first.counted.kind == "magnitude":
            called = Counter(word.lower() for m in self.answers for word in QUAKE.findall(m.sentence.text))
            return f"magnitude of the {max(called, key=lambda w: (called[w], w))}" if called else "magnitude"
        phrases = Counter(m.counted.phrase for m in self.answers)
        phrase = min(phrases, key=lambda p: (-len(p.split()), -phrases[p], p))
        when = next((m.when for m in self.answers if m.when), "")
        return f"{phrase}, {when}" if first.event != OWN and when else phrase

    def question(self, articles: Mapping[str, Article]) -> Question:
        called = one_name(m.speaker for m in self.answers)
        told = Tally(tuple(m._replace(speaker=called[m.speaker]) for m in self.answers))
        answers = tuple(Answer(m.value, m.shown, m.sentence, m.speaker, m.counted.said or None) for m in self.answers)
        return Question(told.about(), told.kind(articles), answers)


def tallies(
    mentions: Iterable[Mention], common: Collection[str], articles: Mapping[str, Article]
) -> Iterator[Question]:
    """The questions that the mentions answer differently. `common`: keys of the words that most articles hold."""
    return (tally.question(articles) for tally in counts(mentions, common, articles))


def counts(mentions: Iterable[Mention], common: Collection[str], articles: Mapping[str, Article]) -> Iterator[Tally]:
    """The same as mentions of one count each."""
    buckets: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    partial: set[tuple[str, str, Fraction]] = set()
    era = eras(articles.values())
    for mention in mentions:
        what = mention.counted
        if what.narrow:
            partial.add((what.kind, what.noun, mention.value))
        when = era[mention.source] if mention.event == OWN else mention.event
        buckets[what.kind, what.noun, what.narrow, when].append(mention)
    for (kind, noun, narrow, _), bucket in buckets.items():
        # Where another sentence says of which part a figure is, the same figure without that word is of the part too.
        whole = bucket if narrow else [m for m in bucket if (kind, noun, m.value) not in partial]
        for group in _same_owner(_same_event(whole, common)):
            for act in _same_act(group):
                for place in _same_place(act, common):
                    for site in same_site(place, articles):
                        answers = _differing(_one_each(site))
                        if answers:
                            yield Tally(tuple(answers))


def _in_order(found: Iterable[Mention], of: Sequence[Mention]) -> list[Mention]:
    wanted = {id(m) for m in found}
    return [m for m in of if id(m) in wanted]


def _same_event(bucket: Sequence[Mention], common: Collection[str]) -> list[Mention]:
    """Without what happened on another day, and tolls where few articles know any name before the figure."""
    days = Counter(m.weekday for m in bucket if m.weekday is not None)
    day = max(days, key=lambda d: (days[d], -d)) if days else None
    kept = [m for m in bucket if not m.counted.kind or m.weekday in (None, day)]
    if not bucket or bucket[0].event != OWN or bucket[0].counted.kind not in TOLLS:
        return kept
    return [m for m in kept if not m.names or any(name in common for name in m.names)]


def _same_owner(bucket: Sequence[Mention]) -> Iterator[list[Mention]]:
    """By owner; "the North" goes with "North Korean" if it can go with nothing else."""
    by_owner: dict[frozenset[str], list[Mention]] = defaultdict(list)
    for mention in bucket:
        by_owner[mention.counted.owners].append(mention)
    groups: dict[frozenset[str], list[Mention]] = {}
    for owners in sorted(by_owner, key=lambda owners: (-len(owners), sorted(owners))):
        fuller = [name for name in groups if owners < name] if owners else []
        groups.setdefault(fuller[0] if len(fuller) == 1 else owners, []).extend(by_owner[owners])
    for name, group in groups.items():
        # Nobody's things are told apart by nothing: only people and things in a named state can go without an owner.
        if name or group[0].counted.kind:
            yield _in_order(group, bucket)


def _same_act(group: Sequence[Mention]) -> Iterator[list[Mention]]:
    """By what is done with things: to send 400 and to have 600 is no contradiction.

    A figure that follows no verb goes with the same figure after one.
    """
    if not group or group[0].counted.kind:
        yield list(group)
        return
    for act in sorted({m.counted.act for m in group} - {""}):
        values = {m.value for m in group if m.counted.act == act}
        yield [m for m in group if m.counted.act == act or (not m.counted.act and m.value in values)]


def _same_place(group: Sequence[Mention], common: Collection[str]) -> Iterator[list[Mention]]:
    """By the place to which the figure is limited. At the own event, a place that most articles name is no limit."""
    by_place: dict[frozenset[str], list[Mention]] = defaultdict(list)
    for mention in sorted(group, key=lambda m: not m.counted.places):
        places = mention.counted.places
        if mention.event == OWN and any(word in common for word in places):
            places = frozenset()
        by_place[_place(mention, places, by_place)].append(mention)
    for found in by_place.values():
        yield _in_order(found, group)


def _place(
    mention: Mention, places: frozenset[str], known: Mapping[frozenset[str], Sequence[Mention]]
) -> frozenset[str]:
    """The place under which a mention belongs: its own, or one of the same figure that its sentence names too."""
    if places or mention.event == OWN:
        return next((other for other in known if other & places), places)
    named = read(mention.sentence.text).keys
    return next((p for p, found in known.items() if p & named and any(m.value == mention.value for m in found)), places)


def _one_each(group: Sequence[Mention]) -> list[Mention]:
    """What each source holds to be the answer: the figure that it gives first."""
    chosen: dict[tuple[str, str | None], Fraction] = {}
    kept: list[Mention] = []
    parts: set[Fraction] = set()
    for mention in group:
        # Only a measurement has several authors; a second toll in one article is of a part, or of another place.
        voice = mention.speaker if mention.counted.kind == "magnitude" else None
        first = chosen.setdefault((mention.source, voice), mention.value)
        if mention.value == first:
            kept.append(mention)
        else:
            parts.add(mention.value)
    if group and not group[0].counted.kind:
        return [m for m in kept if m.value not in parts and chosen[m.source, None] not in parts]
    return [m for m in kept if m.value not in parts]


def _differing(group: Sequence[Mention]) -> list[Mention]:
    """The mentions that give at least two figures which no hedge reconciles, from two sources or two speakers."""
    support = Counter(value for value, _ in {(m.value, m.source) for m in group})
    if len(support) < 2:
        return []
    main = max(support, key=lambda value: (support[value], value))
    reach = _reach(support, main, APART if group[0].counted.kind else APART_THINGS)
    near = [m for m in group if m.value in reach]
    kept: list[Mention] = []
    forms: dict[tuple[Fraction, str | None], Mention] = {}
    for mention in sorted(near, key=lambda m: (m.hedge is not None, -support[m.value])):
        form = (mention.value, mention.hedge)
        if form in forms or all(
            m.value == mention.value or not agree(mention.value, mention.hedge, m.value, m.hedge)
            for m in forms.values()
        ):
            forms.setdefault(form, mention)
            kept.append(mention)
    values = {m.value for m in kept}
    voices = {(m.source, m.speaker) for m in kept}
    one_source = len({m.source for m in kept}) == 1 and None in {speaker for _, speaker in voices}
    if len(values) < 2 or len(voices) < 2 or one_source:
        return []
    return _in_order(kept, group)


def _reach(values: Iterable[Fraction], main: Fraction, factor: int) -> frozenset[Fraction]:
    """The values that lie on one ladder with `main`: no step of it is larger than `factor`."""
    steps = sorted(values)
    low = high = steps.index(main)
    while low and steps[low] <= factor * steps[low - 1]:
        low -= 1
    while high + 1 < len(steps) and steps[high + 1] <= factor * steps[high]:
        high += 1
    return frozenset(steps[low : high + 1])
