"""What is marked in the sources of one brief: what it cites, where each fact stands, where they answer differently.

A key names what a mark belongs to, by its place and not by an id that somebody wrote: b0 the first sentence, b0c1 its
second citation, f0 the first fact, q0 and q0v1 a question of the case and an answer to it, d0 and d0p1 a
disagreement that the brief reports and an answer in it.
"""

from collections.abc import Iterator

from summarizer.checking.briefs import span_fault
from summarizer.evals.cases.nouns import Support
from summarizer.evals.reports.nouns import Result, Standing
from summarizer.evals.reports.page.segments import Kind, Mark
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Citation

_KINDS: dict[Standing, Kind] = {
    "found": "found",
    "unsaid": "found",
    "uncited": "uncited",
    "missed": "missed",
    "unscored": "found",
}


def marks(result: Result) -> dict[str, list[Mark]]:
    """By file of the case, unsorted."""
    found: dict[str, list[Mark]] = {source.file: [] for source in result.case.sources}
    for file, mark in [*_of_brief(result.subject), *_of_case(result)]:
        found[file].append(mark)
    return found


def _of_brief(subject: Subject | None) -> Iterator[tuple[str, Mark]]:
    if subject is None:
        return
    for number, sentence in enumerate(subject.brief.sentences):
        for place, citation in enumerate(sentence.citations):
            for key in (f"b{number}", f"b{number}c{place}"):
                yield from _cited(subject, citation, key, "cited")
    for number, disagreement in enumerate(subject.brief.disagreements):
        for place, position in enumerate(disagreement.positions):
            for citation in position.citations:
                for key in (f"d{number}", f"d{number}p{place}"):
                    yield from _cited(subject, citation, key, "answer")


def _cited(subject: Subject, citation: Citation, key: str, kind: Kind) -> Iterator[tuple[str, Mark]]:
    if not span_fault(citation, subject.texts):
        yield subject.files[citation.source], Mark(citation.start, citation.end, key, kind)


def _of_case(result: Result) -> Iterator[tuple[str, Mark]]:
    for number, fact in enumerate(result.case.facts):
        yield from _places(fact.support, f"f{number}", _KINDS[result.standing(fact)])
    for number, question in enumerate(result.case.disagreements):
        for place, answer in enumerate(question.values):
            for key in (f"q{number}", f"q{number}v{place}"):
                yield from _places(answer.support, key, "answer")


def _places(support: Support, key: str, kind: Kind) -> Iterator[tuple[str, Mark]]:
    for group in support:
        for place in group:
            yield place.file, Mark(place.start, place.end, key, kind)
