"""How old somebody is: the one figure that always belongs to a name.

"Piet Amsel, 34," and "the 36-year-old Amsel" answer one question, because a surname is in both and no first name is
against it. Who is only described ("a 36-year-old driver") is left out: there may be two.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.numbers import quantities
from summarizer.checking.reading import fold, read
from summarizer.checking.speech import speaker
from summarizer.writing.disagreements.answers import Answer, Question

_NAME = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,3}"
AFTER = re.compile(rf"\b(?P<name>{_NAME}), (?P<age>\d\d?)(?=[,.;])")
BEFORE = re.compile(rf"\b(?P<age>[A-Za-z]+|\d\d?)[ -]year[ -]old (?:[a-z]+ ){{0,4}}(?P<name>{_NAME})")


class _Age:
    """`name`: the keys of a name's words, the surname last."""

    def __init__(self, sentence: Sentence, match: re.Match[str]) -> None:
        self.name = tuple(t.key for t in read(match["name"]).tokens if t.key)
        figure = quantities(f"{match['age']} years")
        self.age = figure[0].value if figure else None
        self.called = match["name"]
        self.shown = fold(match["age"])
        self.sentence = sentence


def ages(topic: Topic) -> Iterator[Question]:
    """One question for each person to whom two sources give different ages."""
    by_surname: dict[str, list[_Age]] = defaultdict(list)
    for sentence in topic.body:
        for pattern in (AFTER, BEFORE) if any(map(str.isdigit, sentence.text)) or "year" in sentence.text else ():
            for match in pattern.finditer(sentence.text):
                age = _Age(sentence, match)
                if age.age is not None:
                    by_surname[age.name[-1]].append(age)
    for group in by_surname.values():
        full = max((a for a in group), key=lambda a: len(a.name))
        same = [a for a in group if set(a.name) <= set(full.name)]
        if len({a.age for a in same}) > 1 and len({a.sentence.span.source for a in same}) > 1:
            answers = (Answer(a.age, a.shown, a.sentence, speaker(a.sentence.text)) for a in same)
            yield Question(f"age of {full.called}", "conflict", tuple(answers))
