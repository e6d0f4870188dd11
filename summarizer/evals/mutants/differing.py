"""Briefs that are wrong about where the sources differ: silent about it, mistaken in who says what, or inventing it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from summarizer.evals.cases.nouns import Answer, Question
from summarizer.evals.mutants.editing import moved, without
from summarizer.evals.mutants.nouns import Ground, Mutant
from summarizer.evals.planting.edits import stands
from summarizer.records import Brief, Citation, Disagreement, Position


def dropped(ground: Ground, rng: Random) -> Mutant | None:
    """A disagreement told nowhere any more: its record is gone, and so is whatever else gives one of its answers but
    the first, sentences and other records alike."""
    questions = [q for q in ground.case.disagreements if q.kind != "scope" and _reported(ground, q)]
    if not questions:
        return None
    question = rng.choice(questions)
    gone = _giving(ground, question.values[1:])
    kept = tuple(d for d in ground.brief.disagreements if not _touches(ground, d, question.values[1:]))
    return Mutant(without(replace(ground.brief, disagreements=kept), gone), f"- {question.id}: {question.question}")


def _touches(ground: Ground, reported: Disagreement, answers: Sequence[Answer]) -> bool:
    places = [place for answer in answers for place in _places(ground, answer)]
    said = any(_says(answer, p.value) for answer in answers for p in reported.positions)
    return said or any(_overlap(c, place) for p in reported.positions for c in p.citations for place in places)


def miscited(ground: Ground, rng: Random) -> Mutant | None:
    """Every answer but the first of a reported disagreement cited to where only the first is given, in the sentences
    that give it too; no other record gives it."""
    sites = list(_miscitable(ground))
    if not sites:
        return None
    question, old, first = rng.choice(sites)
    positions = tuple(replace(position, citations=first.citations) for position in old.positions)
    others = [a for a in question.values if not _says(a, first.value)]
    kept = tuple(d for d in ground.brief.disagreements if d is old or not _touches(ground, d, others))
    brief = _put(replace(ground.brief, disagreements=kept), old, replace(old, positions=positions))
    for at in _giving(ground, others):
        brief = moved(brief, at, first.citations)
    return Mutant(brief, f"{old.id} {old.about}: every answer on {', '.join(c.source for c in first.citations)}")


def _miscitable(ground: Ground) -> Iterator[tuple[Question, Disagreement, Position]]:
    for question in ground.case.disagreements:
        for reported in _reported(ground, question) if question.kind != "scope" else ():
            first = reported.positions[0]
            files = {ground.subject.files.get(c.source) for c in first.citations}
            others = [a for a in question.values if not _says(a, first.value)]
            if others and not any(place.file in files for a in others for group in a.support for place in group):
                yield question, reported, first


def scope_as_conflict(ground: Ground, rng: Random) -> Mutant | None:
    """Different things counted, reported as one question with two answers."""
    traps = [q for q in ground.case.disagreements if q.kind == "scope"]
    if not traps:
        return None
    trap = rng.choice(traps)
    positions = tuple(
        Position(value=answer.value, said_by=answer.said_by, citations=_places(ground, answer))
        for answer in trap.values
        if _places(ground, answer)
    )
    if len(positions) < 2:
        return None
    return Mutant(_reporting(ground.brief, trap.question, positions), f"+ {trap.id} as a conflict: {trap.question}")


def invented(ground: Ground, rng: Random) -> Mutant | None:
    """Two sentences on different things reported as two answers to one question."""
    told = [s for s in ground.brief.sentences if s.citations and len(s.text.split()) > 3]
    if len(told) < 2:
        return None
    pair = rng.sample(told, 2)
    positions = tuple(Position(value=" ".join(s.text.split()[:4]), citations=s.citations[:1]) for s in pair)
    return Mutant(_reporting(ground.brief, "what happened", positions), f"+ conflict of {pair[0].id} and {pair[1].id}")


def _reporting(brief: Brief, about: str, positions: tuple[Position, ...]) -> Brief:
    new = Disagreement(id=f"d{len(brief.disagreements) + 900}", about=about, kind="conflict", positions=positions)
    return replace(brief, disagreements=(*brief.disagreements, new))


def _put(brief: Brief, old: Disagreement, new: Disagreement) -> Brief:
    return replace(brief, disagreements=tuple(new if d is old else d for d in brief.disagreements))


def _reported(ground: Ground, question: Question) -> list[Disagreement]:
    """The brief's disagreements that give two answers or more to the question."""
    return [
        d
        for d in ground.brief.disagreements
        if sum(any(_says(a, p.value) for p in d.positions) for a in question.values) >= 2
    ]


def _giving(ground: Ground, answers: Sequence[Answer]) -> set[int]:
    """The sentences that give one of these answers, or cite where a source does; by index."""
    return {
        at
        for at, sentence in enumerate(ground.brief.sentences)
        for answer in answers
        if any(_overlap(c, place) for c in sentence.citations for place in _places(ground, answer))
        or _says(answer, sentence.text)
    }


def _says(answer: Answer, text: str) -> bool:
    return any(stands(words, text) for words in (answer.value, *answer.accept))


def _places(ground: Ground, answer: Answer) -> tuple[Citation, ...]:
    return tuple(
        Citation(source=ground.ids[place.file], start=place.start, end=place.end, quote=place.quote)
        for group in answer.support
        for place in group
        if place.file in ground.ids
    )


def _overlap(one: Citation, other: Citation) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
