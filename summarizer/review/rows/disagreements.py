"""Questions on which sources differ: the answers side by side, who gives each, which sentences of the brief say it, and
what a person made of it. A question that counts different things is told apart, never called a disagreement.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.output.facts import DISAGREEMENT, day
from summarizer.output.safe import line
from summarizer.records import Brief, Disagreement
from summarizer.review.evidence.disputes import Standing, others, standings
from summarizer.review.nouns import Resolution, State
from summarizer.review.rows.nouns import NOBODY, Note, Numbers, Row, called, heading, listed

SCOPES = "Not the same thing counted"


class Answer(NamedTuple):
    """The id of a row: which question, and which of its positions (from 0; None: the question itself)."""

    question: str
    place: int | None


def key(question: str, place: int) -> str:
    """The id of the row of an answer. Ids come from strangers: see `answer`."""
    return f"{place}\n{question}"


def answer(row: str, questions: Sequence[Disagreement]) -> Answer:
    """What the row of this id is of; a question, if one has that very id, whatever it looks like."""
    place, found, id = row.partition("\n")
    number = int(place) if found and place.isascii() and place.isdigit() and len(place) < 7 else None
    asked = next((q for q in questions if q.id == id), None)
    if number is None or asked is None or number >= len(asked.positions) or any(q.id == row for q in questions):
        return Answer(row, None)
    return Answer(id, number)


def ordered(brief: Brief) -> tuple[Disagreement, ...]:
    """The disagreements, then what is none: different things counted."""
    return tuple(sorted(brief.disagreements, key=lambda d: d.kind == "scope"))


def rows(brief: Brief, state: State, current: str | None, others: Mapping[str, State] = NOBODY) -> list[Row]:
    """Every question, and under the `current` one its answers with the sentences that give each. `others`: the states
    of other reviewers by name, whose decisions stand beside."""
    numbers, made = Numbers(brief), list[Row]()
    for question in ordered(brief):
        if question.kind == "scope" and not any(row.text == SCOPES and not row.id for row in made):
            made.append(heading(SCOPES))
        resolution = state.resolutions.get(question.id)
        made.append(_question(question, resolution, _decisions(question, others)))
        if question.id == current:
            for place, standing in enumerate(standings(question, state)):
                made.append(_answer(question, place, standing, state, numbers))
    return made


def _decisions(question: Disagreement, others: Mapping[str, State]) -> list[Note]:
    """What other reviewers made of it."""
    made = ((name, state.resolutions.get(question.id)) for name, state in others.items())
    return [Note(f"{line(name)} {decided(resolution)}") for name, resolution in made if resolution]


def _question(question: Disagreement, resolution: Resolution | None, by_others: Sequence[Note]) -> Row:
    """What is asked, of which kind, and what was decided; in words."""
    notes = [Note(DISAGREEMENT[question.kind], "faint")]
    if resolution is not None:
        notes.append(Note(decided(resolution), "strong"))
    notes += by_others
    lead = "." if resolution is None else "A"
    return Row(question.id, line(question.about), lead, tone="faint" if resolution else "strong", notes=tuple(notes))


def decided(resolution: Resolution) -> str:
    """ "decided: use 14 (two papers of record)"."""
    what = {
        "use": f"use {line(resolution.value)}",
        "both": "report all, each with who says it",
        "none": "not a disagreement",
    }[resolution.how]
    return f"decided: {what}" + (f" ({line(resolution.reason)})" if resolution.reason else "")


def _answer(question: Disagreement, place: int, standing: Standing, state: State, numbers: Numbers) -> Row:
    position, resolution = standing.position, state.resolutions.get(question.id)
    used = resolution is not None and resolution.how == "use" and resolution.value == position.value
    who = [line(position.said_by or "")] if position.said_by else ["in the source's own words"]
    who += [f"as of {day(position.as_of)}"] if position.as_of else []
    about = position.counts if position.counts and position.counts.casefold() not in question.about.casefold() else ""
    notes = [Note(", ".join(who)), Note(given(standing.given_by, state), "faint")]
    if used:
        notes.insert(0, Note("this value is used", "strong"))
    value = line(position.value) + (f" ({line(about)})" if about else "")
    lead = "A" if used else "-"
    return Row(key(question.id, place), value, f" {lead}", numbers.marks(position.citations), tuple(notes))


def given(by: Sequence[str], state: State) -> str:
    """Which sentences of the brief say it."""
    return f"given by {called(by, state)}" if by else "no sentence of the brief gives it"


def otherwise(names: Sequence[str], state: State) -> str:
    """ "sentence 3 still says otherwise"; "" for no sentence."""
    verb = "say" if len(names) > 1 else "says"
    return f"{called(names, state)} still {verb} otherwise" if names else ""


def hint(item: str, question: Disagreement, state: State) -> str:
    """That the sentence answers otherwise than what was chosen to "use"; "" where it does not, or nothing was chosen.

    Nothing of the sentence is changed by such a decision, a person has to.
    """
    resolution = state.resolutions.get(question.id)
    if resolution is None or resolution.how != "use":
        return ""
    found = standings(question, state)
    if item not in others(found, resolution.value):
        return ""
    here = dict.fromkeys(line(s.position.value) for s in found if item in s.given_by)
    return f"gives {listed([*here])}; you chose {line(resolution.value)}: e changes it"
