"""What must not change the scores of real cases: the order and the line ends of the sources, their form of Unicode,
one more source on another event, a copy. Offsets and hashes change with the bytes, what is said does not."""

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from mutants_scored import cases

from summarizer.evals.cases.nouns import Answer, Case, CaseSource, Fact, Place, Support
from summarizer.evals.mutants.reference import make
from summarizer.evals.scoring.metrics import score
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Brief, Citation

Change = Callable[[str], str]
KINDS = ("oracle", "lead")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def rewritten(case: Case, change: Change) -> Case:
    """The case with its sources' texts, and all that is quoted from them, put through `change`."""

    def place(p: Place) -> Place:
        start = len(change(case.source[p.file].text[: p.start]))
        quote = change(p.quote)
        return Place(file=p.file, start=start, end=start + len(quote), quote=quote)

    def support(given: Support) -> Support:
        return tuple(tuple(place(p) for p in group) for group in given)

    def fact(given: Fact) -> Fact:
        return replace(given, support=support(given.support))

    def answer(given: Answer) -> Answer:
        return replace(given, support=support(given.support))

    sources = tuple(replace(s, text=change(s.text), sha256=sha(change(s.text))) for s in case.sources)
    asked = tuple(replace(q, values=tuple(map(answer, q.values))) for q in case.disagreements)
    return replace(case, sources=sources, facts=tuple(map(fact, case.facts)), disagreements=asked)


def moved(brief: Brief, of: Case, to: Case, change: Change) -> Brief:
    """The brief of `of` as one of `to`, a rewriting of it."""
    files = {s.id: s.path for s in brief.sources}

    def citation(c: Citation) -> Citation:
        start = len(change(of.source[files[c.source]].text[: c.start]))
        return replace(c, start=start, end=start + len(change(c.quote)), quote=change(c.quote))

    return replace(
        brief,
        sources=tuple(replace(s, sha256=to.source[s.path].sha256) for s in brief.sources),
        sentences=tuple(replace(s, citations=tuple(map(citation, s.citations))) for s in brief.sentences),
        disagreements=tuple(
            replace(d, positions=tuple(replace(p, citations=tuple(map(citation, p.citations))) for p in d.positions))
            for d in brief.disagreements
        ),
    )


def values(case: Case, brief: Brief) -> dict[str, float | None]:
    return {name: found.value for name, found in score(Subject(case=case, brief=brief)).items()}


def crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("change", [crlf, nfc, nfd])
@pytest.mark.parametrize("place", range(len(cases())))
def test_bytes(place: int, change: Change, kind: str) -> None:
    case = cases()[place]
    brief = make(case, "oracle" if kind == "oracle" else "lead")
    other = rewritten(case, change)
    assert values(other, moved(brief, case, other, change)) == pytest.approx(values(case, brief))


def turned(case: Case) -> Case:
    return replace(case, sources=case.sources[::-1])


def with_another_event(case: Case) -> Case:
    text = "Two trains collided near Vale.\nThirty people were hurt there.\n"
    extra = CaseSource(file="another-event.txt", sha256=sha(text), text=text, relevant=False)
    return replace(case, sources=(*case.sources, extra))


def with_a_copy(case: Case) -> Case:
    first = next(s for s in case.sources if s.relevant and not s.duplicate_of)
    text = f"{first.text}\n"
    return replace(
        case,
        sources=(*case.sources, replace(first, file="copy.txt", text=text, sha256=sha(text), duplicate_of=first.file)),
    )


@pytest.mark.parametrize("change", [turned, with_another_event, with_a_copy])
@pytest.mark.parametrize("place", range(len(cases())))
def test_sources(place: int, change: Callable[[Case], Case]) -> None:
    case = cases()[place]
    brief = make(case, "oracle")
    assert values(change(case), brief) == pytest.approx(values(case, brief))
    shuffled = replace(brief, sources=brief.sources[::-1])
    assert values(case, shuffled) == pytest.approx(values(case, brief))


@pytest.mark.parametrize("place", range(len(cases())))
def test_a_source_that_is_not_heard_costs_balance_alone(place: int) -> None:
    """A further article on the event, of which nothing is cited: the brief hears its sources less alike."""
    case = cases()[place]
    text = "The weather over the region stayed calm.\nNothing else was reported.\n"
    more = replace(case, sources=(*case.sources, CaseSource(file="calm.txt", sha256=sha(text), text=text)))
    brief = make(case, "oracle")
    before, after = values(case, brief), values(more, brief)
    balance = before.pop("balance"), after.pop("balance")
    assert balance[1] is not None
    assert balance[0] is not None
    assert balance[1] < balance[0]
    words = ("fact_recall_text", "joint")  # the weight of a word is how rare it is among the sources
    assert {k: v for k, v in after.items() if k not in words} == {k: v for k, v in before.items() if k not in words}
