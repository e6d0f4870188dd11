"""A small made-up brief with one of everything: three sources, of which two are one voice, and what became of them."""

from datetime import date
from typing import Any

from summarizer.records import (
    Brief,
    BriefSentence,
    Citation,
    Difference,
    Disagreement,
    Origin,
    Position,
    Source,
    Uncovered,
    Verdict,
    Withheld,
)
from summarizer.review.nouns import Item, State

TEXTS = {
    "s1": "The ferry Sigrun struck the pier at Orlund. Ane Lund said 12 people were hurt.\n",
    "s2": "The ferry Sigrun struck the pier at Orlund. Ane Lund said 21 people were hurt.\n",
    "s3": "Orlund's pier is closed. The council said 14 people were hurt. Repairs will take six weeks.\n",
}


def cite(source: str, quote: str) -> Citation:
    start = TEXTS[source].index(quote)
    return Citation(source=source, start=start, end=start + len(quote), quote=quote)


STRUCK, CLOSED = "The ferry Sigrun struck the pier at Orlund.", "Orlund's pier is closed."
TWELVE, TWENTY_ONE = "Ane Lund said 12 people were hurt.", "Ane Lund said 21 people were hurt."
FOURTEEN, WEEKS = "The council said 14 people were hurt.", "Repairs will take six weeks."


def brief(**changes: Any) -> Brief:
    supported = Verdict(status="supported")
    ferry = cite("s1", TWELVE), cite("s2", TWENTY_ONE)
    whole: dict[str, Any] = {
        "sources": (
            Source(id="s1", path="a/gazette.txt", sha256="0" * 64, outlet="Gazette", characters=79),
            Source(id="s2", path="b/gazette.txt", sha256="1" * 64, agencies=("Nordic",), characters=79),
            Source(id="s3", path="a/herald.txt", sha256="2" * 64, title="Pier closed", published=date(2026, 3, 4)),
        ),
        "origins": (
            Origin(
                id="o1",
                sources=("s1", "s2"),
                kind="reprint",
                reason="s2 repeats s1",
                differences=(Difference(about="12 / 21", citations=ferry),),
            ),
            Origin(id="o2", sources=("s3",)),
        ),
        "sentences": (
            BriefSentence(id="b1", text=STRUCK, citations=(cite("s1", STRUCK), cite("s2", STRUCK)), verdict=supported),
            BriefSentence(id="b2", text=TWELVE, citations=(cite("s1", TWELVE),), verdict=supported),
        ),
        "disagreements": (
            Disagreement(
                id="d1",
                about="boats and people",
                kind="scope",
                positions=(Position(value="1", citations=()), Position(value="12", citations=())),
            ),
            Disagreement(
                id="d2",
                about="people hurt",
                kind="attributed",
                positions=(
                    Position(value="12", said_by="Ane Lund", citations=(cite("s1", TWELVE),)),
                    Position(
                        value="14", said_by="The council", as_of=date(2026, 3, 4), citations=(cite("s3", FOURTEEN),)
                    ),
                ),
                sentences=("b2",),
            ),
        ),
        "withheld": (
            Withheld(
                text="Nobody was hurt.",
                written_by="model",
                citations=(cite("s3", FOURTEEN),),
                reasons=("14 of the source stands nowhere in the sentence", "the negation is not in the source"),
            ),
        ),
        "uncovered": (Uncovered(text=WEEKS, origins=1, citations=(cite("s3", WEEKS),)),),
    }
    return Brief(**(whole | changes))


def state(of: Brief, *more: Item, **changes: Any) -> State:
    items = [
        Item(id=s.id, kind="brief", text=s.text, citations=s.citations, original=s, verdict=s.verdict)
        for s in of.sentences
    ]
    return State(items=(*items, *more), **changes)


def added(name: str, kind: Any, text: str, *citations: Citation) -> Item:
    return Item(id=name, kind=kind, text=text, citations=citations, original=None, verdict=None)
