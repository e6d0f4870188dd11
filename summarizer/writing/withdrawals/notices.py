"""Where a source says that a report was wrong: corrections, withdrawals, and findings of those who must know.

Only what is said outright counts. A denial by whom a report accuses is none; nor is what somebody asks for, threatens
or may do; nor a report that its paper stands by, unless the paper itself takes it back. What cannot be tied to a clause
or to an event of somebody who is named withdraws nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.articles.nouns import Sentence
from summarizer.articles.topic import Topic
from summarizer.checking.reading import key, read
from summarizer.checking.reports import reports
from summarizer.writing.withdrawals.propositions import Proposition, event, named_before, proposition
from summarizer.writing.withdrawals.words import (
    AFTER,
    BY_MEDIA,
    CONCERNED,
    CONTRARY,
    CORRECTING,
    EARLIER,
    ELLIPSIS,
    EVENT,
    IN_FACT,
    KNOWS,
    MISREPORTED,
    NO_EVIDENCE,
    NOT_FIGURE,
    NOUN_AS_WRONG,
    OWN,
    REFERS,
    REPORTED_AS_WRONG,
    RETRACTING,
    SAID_AFTER,
    SETUP,
    STANDS_BY,
    THAT,
    TOLD,
    UNCERTAIN,
)


class Notice(NamedTuple):
    """One withdrawal: where it stands, what it takes back, and how.

    `by_paper`: the report's paper takes it back, in its own words where `own`, else as somebody else tells. `whole`: it
    takes the report back, not a statement alone. `alone`: the sentence says that it is wrong and needs no other.
    `setup`: a sentence that only repeats what the notice takes back.
    """

    sentence: Sentence
    what: Proposition
    by_paper: bool
    own: bool = False
    whole: bool = False
    alone: bool = True
    setup: Sentence | None = None


def notices(topic: Topic) -> tuple[Notice, ...]:
    """Every withdrawal in the sources, in their order."""
    found = [notice for article in topic.articles for notice in _in_article(topic.sentences_of[article.id])]
    contested = bool(found) and any(STANDS_BY.search(s.text) for s in topic.body)
    return tuple(n for n in found if n.by_paper or not contested)


def _in_article(sentences: Sequence[Sentence]) -> Iterator[Notice]:
    told = [s for s in sentences if s.kind in ("body", "boilerplate") and len(s.text) <= 1_000]
    found = [n for at in range(len(told)) for n in _at(told, at)]
    whole = any(_retracts(s.text) and _own(s.text) for s in told)
    return (n._replace(whole=n.whole or (n.own and whole)) for n in found)


def _at(told: Sequence[Sentence], at: int) -> Iterator[Notice]:
    """The withdrawals that the sentence at this place makes."""
    sentence = told[at]
    text = sentence.text
    before = " ".join(s.text for s in told[max(0, at - 2) : at])
    if text.rstrip().endswith("?"):
        return
    for pattern in (REPORTED_AS_WRONG, NO_EVIDENCE, IN_FACT, NOUN_AS_WRONG):
        match = pattern.search(text)
        if match and _sound(text, match.start(), match.end()):
            what = _event(match["what"], before) if pattern is NOUN_AS_WRONG else _clause(match["what"], text, before)
            yield from _notice(sentence, what, match)
            return
    contrary = CONTRARY.search(text)
    if contrary and _sound(text, contrary.start(), contrary.end()):
        yield from _notice(sentence, _denied(text, contrary), contrary)
        return
    for pattern in (RETRACTING, MISREPORTED, EARLIER):
        match = pattern.search(text)
        if match and _sound(text, match.start(), match.end()):
            what = _clause_after(text, match.end(), before) or _event(text, before)
            yield from (
                Notice(sentence, one, True, _own(text), pattern is RETRACTING, pattern is not EARLIER) for one in what
            )
            return
    figure = NOT_FIGURE.search(text)
    if figure and CORRECTING.search(f"{before} {text}") and not _speakers(text, figure.start(), figure.end()):
        wrong = f"{text[: figure.start()]}{figure['wrong']}{figure['rest']}{text[figure.end() :]}"
        yield from (Notice(sentence, one, False) for one in _clause(wrong, wrong, before))
    yield from _by_reference(told, at)


def _by_reference(told: Sequence[Sentence], at: int) -> Iterator[Notice]:
    """ "On Monday we reported that … This was wrong." """
    sentence = told[at]
    match = REFERS.search(sentence.text) or ELLIPSIS.search(sentence.text)
    if not match or at == 0 or not _sound(sentence.text, match.start(), match.end()):
        return
    setup = told[at - 1]
    said = SETUP.search(setup.text)
    if not said or not BY_MEDIA.search(setup.text) or TOLD.search(setup.text):
        return
    before = " ".join(s.text for s in told[max(0, at - 3) : at - 1])
    for what in _clause(setup.text[said.end() :], setup.text, before):
        own = _own(setup.text)
        yield Notice(sentence, what, by_paper=own, own=own, alone=False, setup=setup)


def _own(text: str) -> bool:
    return bool(OWN.search(text))


def _notice(sentence: Sentence, what: Sequence[Proposition], match: re.Match[str]) -> Iterator[Notice]:
    """A withdrawal by whoever says so: the article itself, or one who must know and whom it does not concern."""
    speakers = _speakers(sentence.text, match.start(), match.end())
    for one in what:
        if all(KNOWS.search(s) and not CONCERNED.search(one.text) for s in speakers):
            own = _own(sentence.text) and not speakers
            yield Notice(sentence, one, by_paper=own, own=own)


def _sound(text: str, start: int, end: int) -> bool:
    """Whether it is said outright: by the article or by one who must know, not asked for, not doubted, not denied."""
    if UNCERTAIN.search(text[:start]):
        return False
    return all(KNOWS.search(speaker) for speaker in _speakers(text, start, end))


def _speakers(text: str, start: int, end: int) -> list[str]:
    """Who is reported as saying what stands at `start` to `end`."""
    passage = read(text)
    found = []
    for report in reports(text):
        at = passage.tokens[report.verb].start
        low, high = passage.tokens[report.low].start, passage.tokens[report.high - 1].end
        first, last = passage.tokens[report.start].start, passage.tokens[report.end - 1].end
        within = start <= at < end or start <= first < end  # "contrary to what the Post reported"
        if not within and low <= start < high:
            found.append(text[first:last])
    return found


def _retracts(text: str) -> bool:
    match = RETRACTING.search(text)
    return bool(match and _sound(text, match.start(), match.end()))


def _clause_after(text: str, at: int, before: str) -> list[Proposition]:
    that = THAT.search(text, at)
    return _clause(text[that.end() :], text, before) if that else []


def _clause(clause: str, text: str, before: str) -> list[Proposition]:
    """What a that-clause says, up to where the sentence goes on about something else."""
    end = AFTER.search(clause)
    cut = clause[: end.start()] if end else clause
    one = proposition(cut.strip(' ,."”'), named_before(f"{before} {text[: text.find(clause)]}"))
    return [one] if one and (one.names or one.head) else []


def _denied(text: str, match: re.Match[str]) -> list[Proposition]:
    """What "X was never arrested, contrary to reports" takes back: the clause without its denial."""
    main = text[match.end() :].partition(",")[2] if match.start() < 3 else text[: match.start()]
    that = list(THAT.finditer(main))
    main = SAID_AFTER.sub("", main[that[0].end() :] if that else main)
    one = proposition(main.strip(' ,."”'))
    return [one._replace(denied=False)] if one and one.denied and (one.names or one.head) else []


def _event(text: str, before: str) -> list[Proposition]:
    """What "had reported his arrest" says."""
    match = EVENT.search(text)
    if not match:
        return []
    named = match["of"] or (match["whose"] if match["whose"][0].isupper() and "s" in match["whose"][-2:] else "")
    named = "" if named.casefold() in ("his", "the", "her", "their") else named
    meant = frozenset(key(w) for w in re.findall(r"\w[\w-]+", named)) if named else named_before(before)
    one = event(match["noun"], meant - {"mr", "mrs", "ms", "dr"})
    return [one] if one else []
