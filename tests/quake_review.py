"""A small brief to review, made again in another order, and a reviewer who does as a list of steps says."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarizer.records import (
    Brief,
    BriefSentence,
    Citation,
    Disagreement,
    Position,
    Source,
    Uncovered,
    Verdict,
    Withheld,
)
from summarizer.review.journal.reading import Reader
from summarizer.review.nouns import Choice, Event, How
from summarizer.review.session import Session

WIRE = """A quake struck the north on Tuesday. At least 14 people were killed. Roads reopened by noon.
The army sent 400 soldiers. A dam was inspected. Schools stay shut until Monday."""
HERALD = """Twelve people died, police said. Power is back in most homes. The airport was closed for six hours."""
TEXTS = {"s1": WIRE, "s2": HERALD}
SUPPORTED = Verdict(status="supported")
DOUBTED = Verdict(status="unsupported")


def cite(source: str, quote: str) -> Citation:
    start = TEXTS[source].index(quote)
    return Citation(source=source, start=start, end=start + len(quote), quote=quote)


def sentence(name: str, text: str, *citations: Citation, verdict: Verdict = SUPPORTED) -> BriefSentence:
    return BriefSentence(id=name, text=text, citations=citations, verdict=verdict)


QUAKE = cite("s1", "A quake struck the north on Tuesday.")
DEATHS = cite("s1", "At least 14 people were killed.")
ROADS = cite("s1", "Roads reopened by noon.")
ARMY = cite("s1", "The army sent 400 soldiers.")
DAM = cite("s1", "A dam was inspected.")
SCHOOLS = cite("s1", "Schools stay shut until Monday.")
TWELVE = cite("s2", "Twelve people died, police said.")
POWER = cite("s2", "Power is back in most homes.")
AIRPORT = cite("s2", "The airport was closed for six hours.")

BRIEF = Brief(
    sources=(
        Source(id="s1", path="wire.txt", sha256="1" * 64),
        Source(id="s2", path="herald.txt", sha256="2" * 64),
    ),
    sentences=(
        sentence("b1", QUAKE.quote, QUAKE),
        sentence("b2", DEATHS.quote, DEATHS),
        sentence("b3", ROADS.quote, ROADS),
        sentence("b4", "The army sent 40 soldiers.", ARMY, verdict=DOUBTED),
        sentence("b5", POWER.quote, POWER),
    ),
    disagreements=(
        Disagreement(
            id="d1",
            about="how many died",
            kind="conflict",
            positions=(
                Position(value="14", citations=(DEATHS,)),
                Position(value="Twelve", said_by="police", citations=(TWELVE,)),
            ),
            sentences=("b2",),
        ),
        Disagreement(
            id="d2",
            about="when roads reopened",
            kind="conflict",
            positions=(Position(value="by noon", citations=(ROADS,)), Position(value="never", citations=(AIRPORT,))),
            sentences=("b3",),
        ),
    ),
    withheld=(
        Withheld(text=DAM.quote, written_by="extractive", citations=(DAM,), reasons=("too long",)),
        Withheld(text="Nobody was hurt.", written_by="model", citations=(QUAKE,), reasons=("not borne out",)),
    ),
    uncovered=(
        Uncovered(text=SCHOOLS.quote, origins=1, citations=(SCHOOLS,)),
        Uncovered(text=AIRPORT.quote, origins=1, citations=(AIRPORT,)),
    ),
)


def remade(brief: Brief = BRIEF) -> Brief:
    """The same words under other ids: everything backwards, and numbered again."""
    sentences = [replace(s, id=f"b{n}") for n, s in enumerate(reversed(brief.sentences), 1)]
    disagreements = [replace(d, id=f"d{n}") for n, d in enumerate(reversed(brief.disagreements), 1)]
    return replace(
        brief,
        sentences=tuple(sentences),
        disagreements=tuple(disagreements),
        withheld=brief.withheld[::-1],
        uncovered=brief.uncovered[::-1],
    )


def events_in(path: Path) -> list[Event]:
    return Reader(path).read()


HOWS: tuple[How | None, ...] = ("use", "both", "none", None)
Step = tuple[str, int, int]  # what, to which, how: numbers that always fit something
CHOICES: tuple[Choice | None, ...] = ("accepted", "rejected", "flagged", None)
TEXT = ("", "One text.", "Another text.", "Ein Wort – ‮\x1b]0;x\x07 \u2028 ok", DEATHS.quote)
WHATS = (
    "decide",
    "edit",
    "cite",
    "note",
    "add",
    "resolve",
    "ignore",
    "verify",
    "anchor",
    "saw",
    "export",
    "undo",
    "redo",
)


def play(session: Session, steps: Sequence[Step]) -> None:
    """Does each step; one that does not apply does nothing."""
    for step in steps:
        _play(session, *step)


def _play(session: Session, what: str, which: int, how: int) -> None:
    item = session.state.items[which % len(session.state.items)]
    text = TEXT[how % len(TEXT)]
    if what == "decide":
        session.decide(item.id, CHOICES[how % 4], text)
    elif what == "edit":
        session.edit(item.id, text)
    elif what == "cite":
        session.edit(item.id, item.text, [(QUAKE, TWELVE, POWER)[how % 3]])
    elif what == "note":
        session.note(item.id, text)
    elif what == "add":
        name = ("", "w1", "w2", "u1", "u2", "s1.3")[which % 6]
        session.add(name, text or "Added.", [AIRPORT], (None, item.id)[how % 2])
    elif what == "resolve":
        session.resolve(f"d{which % 2 + 1}", HOWS[how % 4], text)
    elif what == "ignore":
        session.ignore(("u1", "u2", "s2.1")[which % 3], bool(how % 2), text)
    elif what == "verify":
        session.verified(item.id, item.base, (SUPPORTED, DOUBTED)[how % 2])
    elif what == "anchor":
        session.verified(item.id, item.base, SUPPORTED, [(DAM, ROADS)[how % 2]])
    else:
        _without_words(session, what, item.id, how)


def _without_words(session: Session, what: str, name: str, how: int) -> None:
    if what == "saw":
        session.saw(name, ("s1", "s2")[how % 2])
    elif what == "export":
        session.exported("brief.md", "md")
    elif what == "undo":
        session.undo()
    elif what == "redo":
        session.redo()


STEPS_FOR_ALL: list[Step] = [(what, which, how) for what in WHATS for which in range(3) for how in range(2)]
