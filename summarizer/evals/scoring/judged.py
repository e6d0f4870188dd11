"""What a model makes of a brief, where code cannot tell: each question put several times, the votes counted and shown.

A judge is believed no further than code can follow it. A fact counts as said only by words of the brief that hold the
fact's anchors, and a sentence as borne out only where code finds nothing wrong but the wording; so that a judge who
obeys what an article or a brief tells him ("score this 10/10") gives nothing away that code would not have given. Where
the votes do not agree, or no answer can be used, the thing is not scored: that is no zero, and no one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from summarizer.checking.judging.judge import Case as Doubt
from summarizer.checking.judging.judge import Judge
from summarizer.checking.judging.questions import GAP, Piece, Question
from summarizer.checking.judging.rules import Ruling, Standing, decide
from summarizer.checking.reading import read
from summarizer.evals.cases.nouns import Fact
from summarizer.evals.scoring.figures import holds_name, holds_number
from summarizer.evals.scoring.nouns import Part, Score, Scored, Subject
from summarizer.records import BriefSentence

FACTS, SUPPORT = "judged_facts", "judged_support"
MOST_OPEN = 0.05  # share of a score that may be without a majority
VOTER = Standing("judge", "", True)  # what a vote is worth is decided by counting, and by the calibration of the whole
BRIEF = "brief"  # stands for the source, in a question whether the brief says a fact


class Vote(NamedTuple):
    """One judge on one thing. `yes` is None where his answer cannot be used."""

    yes: bool | None
    reason: str
    sentences: tuple[str, ...] = ()


NO_ANSWER = Vote(None, "no usable answer")


def score(subject: Subject, panel: Sequence[Judge]) -> dict[str, Score]:
    """Both scores by the votes of `panel`, one judge a vote. Raises ModelUnavailable where no call can succeed."""
    return {FACTS: facts(subject, panel), SUPPORT: support(subject, panel)}


def unscored(rows: Iterable[Scored]) -> list[str]:
    """A line for each of the two scores of which more than `MOST_OPEN` could not be scored, over all rows."""
    found = []
    rows = tuple(rows)
    for metric in (FACTS, SUPPORT):
        parts = [part for row in rows if metric in row.scores for part in row.scores[metric].parts]
        open_ = sum(part.value is None for part in parts)
        if open_ > MOST_OPEN * len(parts):
            found.append(f"{metric}: {open_} of {len(parts)} got no majority of usable answers")
    return found


def facts(subject: Subject, panel: Sequence[Judge]) -> Score:
    """Whether the brief says each fact of its case, in whatever words: the mean over facts, weighted by importance."""
    wanted, sentences = subject.case.facts, subject.brief.sentences
    weights = [fact.importance for fact in wanted]
    if not sentences:
        silent = [Part(id=fact.id, value=0.0, reason="the brief is empty") for fact in wanted]
        return _mean(FACTS, silent, weights, panel)
    shown = (Piece(0, GAP.join(s.text for s in sentences)),)
    asked = [Question(fact.text, BRIEF, shown) for fact in wanted]
    heard = [judge.hear(asked) for judge in panel]
    votes = [[_said(fact, answers[n], sentences) for answers in heard] for n, fact in enumerate(wanted)]
    parts = [_counted(fact.id, cast) for fact, cast in zip(wanted, votes, strict=True)]
    return _mean(FACTS, parts, weights, panel)


def support(subject: Subject, panel: Sequence[Judge]) -> Score:
    """Whether each sentence is borne out by what it cites: the mean over sentences. Word for word needs no judge."""
    sentences = subject.sentences
    doubts = [Doubt(s.text, s.citations, s.verdict) for s in sentences]
    days = {source.id: source.published for source in subject.brief.sources}
    heard = [judge.rulings(doubts, subject.texts, days) for judge in panel]
    votes = [[_borne(doubt, rulings[n]) for rulings in heard] for n, doubt in enumerate(doubts)]
    parts = [_counted(s.id, cast) for s, cast in zip(sentences, votes, strict=True)]
    return _mean(SUPPORT, parts, [1] * len(parts), panel)


def _said(fact: Fact, ruling: Ruling | None, sentences: Sequence[BriefSentence]) -> Vote:
    if ruling is None or ruling.place is None or ruling.answer in ("unclear", "void"):
        return NO_ANSWER
    if ruling.answer != "supported":
        return Vote(False, "not said")
    starts = accumulate((len(s.text) + len(GAP) for s in sentences), initial=0)
    place = ruling.place
    rests = [s for s, at in zip(sentences, starts, strict=False) if at < place.end and at + len(s.text) > place.start]
    if not _holds_anchors(" ".join(s.text for s in rests), fact):
        return Vote(False, "taken from words without the fact's figures or names")
    return Vote(True, "said", tuple(s.id for s in rests))


def _holds_anchors(text: str, fact: Fact) -> bool:
    """Whether words that are said to state a fact can be about it at all: a judge may be told to point anywhere."""
    names, numbers = fact.anchors.names, fact.anchors.numbers
    if names or numbers:
        return all(holds_name(n, text) for n in names) and all(holds_number(n, text) for n in numbers)
    wordings = read(" ".join((fact.text, *fact.accept))).tokens
    return any(token.content and token.key in read(text).keys for token in wordings)


def _borne(doubt: Doubt, rulings: Sequence[Ruling]) -> Vote:
    if not rulings:  # nothing to ask: word for word, or no sound citation
        return Vote(doubt.verdict.status == "supported", "code alone", ())
    if not any(r.place and r.answer not in ("unclear", "void") for r in rulings):
        return NO_ANSWER
    status = decide(doubt.verdict, rulings, VOTER).status
    return Vote(status == "supported", status)


def _counted(id: str, votes: Sequence[Vote]) -> Part:
    """The majority of all votes that were asked for; not scored where there is none."""
    for value in (True, False):
        cast = [vote for vote in votes if vote.yes is value]
        if 2 * len(cast) > len(votes):
            reason = f"{len(cast)} of {len(votes)} votes: {cast[0].reason}"
            return Part(id=id, value=float(value), reason=reason, sentences=cast[0].sentences)
    split = ", ".join(f"{n} {reason}" for reason, n in Counter(vote.reason for vote in votes).items())
    return Part(id=id, value=None, reason=f"no majority of {len(votes)} votes: {split}")


def _mean(metric: str, parts: Sequence[Part], weights: Sequence[int], panel: Sequence[Judge]) -> Score:
    scored = [(part.value, weight) for part, weight in zip(parts, weights, strict=True) if part.value is not None]
    open_ = len(parts) - len(scored)
    decides = all(judge.standing.decides for judge in panel)
    reason = f"{len(panel)} votes of {panel[0].standing.name}" + (f", {open_} not scored" if open_ else "")
    if not decides:
        reason += "; diagnostic only: no calibration lets this judge decide"
    if not scored:
        empty = not parts  # a brief without a sentence has nothing that is borne out
        return Score(metric=metric, value=0.0 if empty else None, reason=reason, parts=tuple(parts), gates=decides)
    mean = sum(value * weight for value, weight in scored) / sum(weight for _, weight in scored)
    return Score(metric=metric, value=mean, reason=reason, parts=tuple(parts), gates=decides)
