"""What the case knows, held against the brief: a fact, a question on which sources differ, what must not be said."""

from collections.abc import Iterator

from summarizer.evals.cases.nouns import Fact, Negative, Question
from summarizer.evals.reports.explain.places import support
from summarizer.evals.reports.nouns import STANDINGS, Result, shown
from summarizer.evals.scoring.matching import Vocabulary, find
from summarizer.output.facts import quoted
from summarizer.output.safe import line

NEAREST = 3  # sentences
_IMPORTANCE = {1: "nice to have", 2: "should be there", 3: "must be there"}


def fact(result: Result, fact: Fact) -> Iterator[str]:
    """Whether it counts and why, where it stands, what it needs, and which sentences come nearest."""
    sign, standing = STANDINGS[result.standing(fact)]
    yield f"{fact.id} {line(quoted(fact.text))}"
    yield f"  {_IMPORTANCE[fact.importance]}; {result.case.path}:{fact.line}"
    yield f"{sign} {standing}"
    yield from scores(result, fact.id)
    yield "where the sources say it"
    yield from support(result, fact.support)
    if fact.anchors.numbers or fact.anchors.names:
        yield f"  whatever says it has to hold {', '.join(map(line, (*fact.anchors.numbers, *fact.anchors.names)))}"
    if fact.accept:
        yield f"  other words for it: {'; '.join(line(quoted(words)) for words in fact.accept)}"
    yield from _nearest(result, fact)
    yield ""


def question(result: Result, question: Question) -> Iterator[str]:
    """The answers, who gives them and where, and whether the brief tells that they differ."""
    yield f"{question.id} {line(quoted(question.question))}"
    trap = (
        "different things are counted: to report it as a disagreement is an error" if question.kind == "scope" else ""
    )
    yield f"  {trap or question.kind}; {result.case.path}:{question.line}"
    yield from scores(result, question.id)
    for answer in question.values:
        who = f", {line(answer.said_by)}" if answer.said_by else ""
        stands = ", the one that stands" if question.prefer == answer.value else ""
        yield f"{line(answer.value)}{who}{stands}"
        yield from support(result, answer.support)
    yield ""


def negative(result: Result, negative: Negative) -> Iterator[str]:
    """What is looked for, and the sentences that say it."""
    yield f"{negative.id} {line(quoted(negative.text))}"
    spared = f", unless {line(negative.unless_near)} is there too" if negative.unless_near else ""
    yield f"  no sentence may match {line(negative.pattern)}{spared}; {result.case.path}:{negative.line}"
    sentences = result.brief.sentences if result.brief else ()
    saying = [s for s in sentences if result.case.broken_by(negative, s.text)]
    yield from (f"✗ {line(s.id)} says it: {line(quoted(s.text))}" for s in saying)
    if not saying:
        yield "✓ no sentence says it"
    yield ""


def scores(result: Result, id: str) -> Iterator[str]:
    """What every metric says of one id."""
    alike: dict[str, list[str]] = {}  # metrics that say the same of it
    for score in result.scored.scores.values():
        for part in score.parts:
            if part.id == id:
                rests = f" ({', '.join(map(line, part.sentences))})" if part.sentences else ""
                reason = f": {line(part.reason)}" if part.reason else ""
                alike.setdefault(f"{shown(part.value)}{reason}{rests}", []).append(score.metric)
    yield from (f"  {', '.join(metrics)} {told}" for told, metrics in alike.items())


def _nearest(result: Result, fact: Fact) -> Iterator[str]:
    """The sentences that share most of the fact's weight, whichever of its wordings that is."""
    sentences = result.brief.sentences if result.brief else ()
    if not sentences:
        return
    vocabulary = Vocabulary.of(result.case)
    found = [(find(fact, [sentence.text], vocabulary), sentence) for sentence in sentences]
    found.sort(key=lambda pair: (-pair[0].degree, -pair[0].coverage))
    yield "the sentences that come nearest"
    for said, sentence in found[:NEAREST]:
        yield f"  {line(sentence.id)} {line(quoted(sentence.text))}"
        yield f"    {line(said.reason)}"
