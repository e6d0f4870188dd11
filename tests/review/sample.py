"""A small brief with its sources in a folder, for the tests of what a review knows of evidence."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from summarizer.articles.nouns import Span
from summarizer.articles.topic import cited
from summarizer.records import (
    Brief,
    BriefSentence,
    Citation,
    Disagreement,
    Origin,
    Position,
    Source,
    Uncovered,
    Verdict,
)
from summarizer.review.nouns import Item, State

TEXTS = {
    "s1": "Storm hits Aldby\n\nTwelve boats sank in Aldby on Friday. The mayor denied that the dam was damaged.\n"
    "Schools in Aldby will stay shut until Monday. Prices rose by 4 percent in Norwick.\n",
    "s2": "Boats lost\n\nOn Friday, twelve boats sank in Aldby. Fourteen people were injured, the police said.\n"
    "Schools in Aldby will stay shut until Monday.\n",
    "s3": "A view from the harbour\n\nTwenty people were injured, a hospital said. Nobody was at sea.\n",
}
BOATS = "Twelve boats sank in Aldby on Friday."
BOATS_TOO = "On Friday, twelve boats sank in Aldby."
DAM = "The mayor denied that the dam was damaged."
SCHOOLS = "Schools in Aldby will stay shut until Monday."
FOURTEEN = "Fourteen people were injured, the police said."
TWENTY = "Twenty people were injured, a hospital said."


def cite(source: str, quote: str, corroborates: bool = False) -> Citation:
    text = TEXTS[source]
    start = text.index(quote)
    return cited(Span(source=source, start=start, end=start + len(quote)), text, corroborates)


def source(name: str, text: str) -> Source:
    data = text.encode()
    return Source(id=name, path=f"{name}.txt", sha256=hashlib.sha256(data).hexdigest(), published=date(2024, 5, 4))


def laid(folder: Path, texts: dict[str, str] | None = None) -> Brief:
    """The brief, and its sources written into `folder`."""
    texts = TEXTS if texts is None else texts
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return Brief(
        sources=tuple(source(name, text) for name, text in texts.items()),
        origins=(Origin(id="o1", sources=("s1", "s2")), Origin(id="o2", sources=("s3",))),
        sentences=(
            BriefSentence(id="b1", text=BOATS, citations=(cite("s1", BOATS), cite("s2", BOATS_TOO, True))),
            BriefSentence(id="b2", text=FOURTEEN, citations=(cite("s2", FOURTEEN),)),
        ),
        disagreements=(
            Disagreement(
                id="d1",
                about="How many people were injured?",
                kind="conflict",
                positions=(
                    Position(value="14", citations=(cite("s2", "Fourteen people were injured"),)),
                    Position(value="20", citations=(cite("s3", "Twenty people were injured"),)),
                ),
                sentences=("b2",),
            ),
        ),
        uncovered=(Uncovered(text=DAM, origins=1, citations=(cite("s1", DAM),)),),
    )


def item(sentence: BriefSentence) -> Item:
    return Item(
        id=sentence.id,
        kind="brief",
        text=sentence.text,
        citations=sentence.citations,
        original=sentence,
        verdict=Verdict(status="supported"),
    )


def state(brief: Brief, *further: Item) -> State:
    return State(items=(*map(item, brief.sentences), *further))


def added(name: str, text: str, *citations: Citation) -> Item:
    return replace(item(BriefSentence(id=name, text=text, citations=citations)), kind="new", original=None)
