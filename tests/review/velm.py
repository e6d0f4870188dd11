"""A small brief with its sources, and states of reviewers made by their acts: what the tests of decisions stand on."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from summarizer.records import (
    Brief,
    BriefSentence,
    Check,
    Citation,
    Disagreement,
    Engine,
    Origin,
    Position,
    Source,
    Status,
    Uncovered,
    Verdict,
    Withheld,
    brief_id,
)
from summarizer.review.nouns import Choice, Item, State

TEXTS = {
    "s1": "Two warehouses burned down in Velm on Tuesday. Four people were hurt, the police said.\n"
    "The harbour stays closed until Friday.\n",
    "s2": "Fire destroyed two warehouses in Velm. Seven people were hurt, the hospital said.\n"
    "The mayor praised the firefighters.\n",
}


def cite(source: str, quote: str) -> Citation:
    start = TEXTS[source].index(quote)
    return Citation(source=source, start=start, end=start + len(quote), quote=quote)


BURNED = cite("s1", "Two warehouses burned down in Velm on Tuesday.")
FOUR = cite("s1", "Four people were hurt, the police said.")
SEVEN = cite("s2", "Seven people were hurt, the hospital said.")
CLOSED = cite("s1", "The harbour stays closed until Friday.")
PRAISED = cite("s2", "The mayor praised the firefighters.")
HOLDS = Verdict(status="supported")


def said(number: int, text: str, *citations: Citation, status: Status = "supported") -> BriefSentence:
    checks = () if status == "supported" else (Check(name="numbers", ok=False, detail="five is in no cited span"),)
    verdict = Verdict(status=status, checks=checks)
    return BriefSentence(
        id=f"b{number}", text=text, citations=citations, written_by="extractive", origins=1, verdict=verdict
    )


def velm() -> Brief:
    """b1 and b2 hold, b3 does not; d1 is about b2; one sentence is withheld, two things are not covered."""
    made = Brief(
        created="2031-05-06T09:00:00Z",
        title="Two warehouses burned down in Velm",
        language="en",
        engine=Engine(writer="extractive", settings={"words": 60}),
        sources=tuple(
            Source(id=id, path=f"{name}.txt", sha256=sha256(TEXTS[id].encode()).hexdigest(), origin=f"o{id[1]}")
            for id, name in (("s1", "courier"), ("s2", "post"))
        ),
        origins=(Origin(id="o1", sources=("s1",)), Origin(id="o2", sources=("s2",))),
        sentences=(
            said(1, BURNED.quote, BURNED),
            said(2, FOUR.quote, FOUR),
            said(3, "Five people were hurt.", FOUR, status="unsupported"),
        ),
        disagreements=(
            Disagreement(
                id="d1",
                about="people hurt",
                kind="conflict",
                positions=(
                    Position(value="Four", said_by="the police", citations=(FOUR,)),
                    Position(value="Seven", said_by="the hospital", citations=(SEVEN,)),
                ),
                sentences=("b2", "b3"),
            ),
        ),
        withheld=(Withheld(text="Someone died.", written_by="model", citations=(FOUR,), reasons=("died is nowhere",)),),
        uncovered=(
            Uncovered(text=CLOSED.quote, origins=1, citations=(CLOSED,)),
            Uncovered(text=PRAISED.quote, origins=1, citations=(PRAISED,)),
        ),
    )
    return replace(made, id=brief_id(made))


def on_disk(folder: Path) -> Path:
    """The brief and its sources in `folder`; the path of the brief."""
    for id, name in (("s1", "courier"), ("s2", "post")):
        (folder / f"{name}.txt").write_bytes(TEXTS[id].encode())
    path = folder / "velm.json"
    path.write_text(velm().to_json(), encoding="utf-8")
    return path


def items(brief: Brief) -> tuple[Item, ...]:
    """Each sentence as it is before anybody did anything."""
    return tuple(
        Item(id=s.id, kind="brief", text=s.text, citations=s.citations, original=s, verdict=s.verdict)
        for s in brief.sentences
    )


def state(brief: Brief, *changed: Item) -> State:
    """What a reviewer left: `changed` items in the places of those of the same id, new ones at the end."""
    by_id = {item.id: item for item in changed}
    old = items(brief)
    added = [item for item in changed if item.id not in {each.id for each in old}]
    return State(items=(*(by_id.get(item.id, item) for item in old), *added))


def chosen(item: Item, choice: Choice | None, reason: str = "", seen: Iterable[str] = ()) -> Item:
    return replace(item, choice=choice, reason=reason, at="2031-05-07T14:03:11.000Z", seen=frozenset(seen))
