"""Figures that look like a disagreement and are none: the same kind of thing, counted in part or in another place.

"1,500 special forces" and "12,000 troops" are both right. A reader who meets only one of them, or both in one brief,
should see that they do not answer one question; so they are shown, apart from the disagreements and never as one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.articles.nouns import Article
from summarizer.checking.reading import read
from summarizer.writing.disagreements.answers import Answer, Question
from summarizer.writing.disagreements.eras import eras
from summarizer.writing.disagreements.mentions import OWN, Mention

PLACED = 16  # tokens from what is counted to the end of its place
FAR = 20  # times the smaller figure, from which nobody would take one for the other

Label = tuple[frozenset[str], frozenset[str]]  # what narrows the figure, and where


def scopes(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> Iterator[Question]:
    """One question for each kind of thing of which two sources count different parts; kind `scope`."""
    era = eras(articles.values())
    groups: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        what = mention.counted
        if what.said and what.kind != "magnitude" and (what.kind or what.owners):
            when = era[mention.source] if mention.event == OWN else mention.event
            groups[what.kind, what.noun, when].append(mention)
    for group in groups.values():
        by_label: dict[Label, list[Mention]] = defaultdict(list)
        act = next(iter(Counter(m.counted.act for m in group if m.counted.act)), "")
        for mention in group:
            if mention.counted.act in ("", act) and _same_owner(mention, group[0]):
                by_label[_label(mention)].append(mention)
        told = [_main(found) for found in by_label.values()]
        if _differ(told):
            yield _question([m for found in told for m in found])


def _label(mention: Mention) -> Label:
    """The place counts only for an event that is not the articles' own: their own they all place."""
    return mention.counted.narrow, frozenset() if mention.event == OWN else mention.counted.places


def _same_owner(one: Mention, other: Mention) -> bool:
    mine, theirs = one.counted.owners, other.counted.owners
    return not (mine and theirs) or bool(mine & theirs)


def _main(found: Sequence[Mention]) -> list[Mention]:
    """The mentions of the figure that most sources give."""
    support = Counter(value for value, _ in {(m.value, m.source) for m in found})
    main = max(support, key=lambda value: (support[value], value))
    return [m for m in found if m.value == main]


def _differ(told: Sequence[Sequence[Mention]]) -> bool:
    values = [found[0].value for found in told]
    sources = {m.source for found in told for m in found}
    return len(set(values)) > 1 and len(sources) > 1 and max(values) <= FAR * min(values)


def _question(answers: Sequence[Mention]) -> Question:
    order = sorted(answers, key=lambda m: -m.value)
    whole = [m for m in answers if not m.counted.narrow] or answers
    about = max((m.counted.phrase for m in whole), key=lambda p: (len(p.split()), p))
    given = (Answer(m.value, m.shown, m.sentence, m.speaker, _counts(m)) for m in order)
    return Question(about, "scope", tuple(given))


def _counts(mention: Mention) -> str:
    """What is counted and where, as the sentence writes it: "people across Asia"."""
    text, what = mention.sentence.text, mention.counted
    start = text.find(what.said, mention.at - mention.sentence.span.start)
    near = [t for t in read(text).tokens if start <= t.start][:PLACED]
    end = max((t.end for t in near if t.key in what.places), default=0)
    return text[start:end] if start >= 0 and end > start and _label(mention)[1] else what.said
