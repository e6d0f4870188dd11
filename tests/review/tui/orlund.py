"""A small made-up brief on the ferry at Orlund: every verdict, two disagreements, withheld, uncovered, a near-copy."""

import hashlib
from pathlib import Path

from summarizer.records import (
    Brief,
    BriefSentence,
    Check,
    Citation,
    Disagreement,
    Origin,
    Position,
    Source,
    Status,
    Uncovered,
    Verdict,
    Withheld,
)

TEXTS = {
    "gazette.txt": """Ferry strikes pier at Orlund, two hurt

The ferry Sigrun struck the main pier at Orlund on Tuesday morning. \
Two passengers were taken to hospital with broken wrists. \
The harbour master, Ane Lund, said that the ferry had lost power.

It had left Tarnvik at six o'clock with 84 people on board. \
Divers looked at the hull until noon and found no crack.
""",
    "herald.txt": """Orlund pier closed after ferry crash

Orlund's main pier has been closed since the Sigrun ran into it on Tuesday. \
The ferry company said that 91 people were on board. \
Repairs will take six weeks, the town council said.

The fish market on the pier has moved to the school yard.
""",
    "radio.txt": """Ferry hits pier

The ferry Sigrun hit the main pier at Orlund on Tuesday morning. \
Two passengers were taken to hospital. \
Nobody knows yet how long the repairs will take, the mayor said.
""",
}
PASSED = ("spans", "citations", "numbers", "dates", "names", "negation", "hedge", "speaker", "quotes", "wording")


def cite(text: str, *, source: str, start_at: int = 0, corroborates: bool = False) -> Citation:
    """`text` where the source (s1, s2, s3) says it."""
    whole = list(TEXTS.values())[int(source[1:]) - 1]
    start = whole.index(text, start_at)
    end = start + len(text)
    around = {"prefix": whole[max(0, start - 32) : start], "suffix": whole[end : end + 32]}
    return Citation(source=source, start=start, end=end, quote=text, corroborates=corroborates, **around)


def verdict(status: Status, *, against: tuple[Citation, ...] = (), **failed: str) -> Verdict:
    """Every check passed but those in `failed` (name: its reason)."""
    if status == "unchecked":
        return Verdict(status=status, by=())
    checks = tuple(Check(name=name, ok=name not in failed, detail=failed.get(name, "")) for name in PASSED)
    return Verdict(status=status, checks=checks, against=against)


STRUCK = cite("The ferry Sigrun struck the main pier at Orlund on Tuesday morning.", source="s1")
HIT = cite("The ferry Sigrun hit the main pier at Orlund on Tuesday morning.", source="s3", corroborates=True)
HURT = cite("Two passengers were taken to hospital with broken wrists.", source="s1")
BROUGHT = cite("Two passengers were taken to hospital.", source="s3", corroborates=True)
ABOARD_84 = cite("It had left Tarnvik at six o'clock with 84 people on board.", source="s1")
ABOARD_91 = cite("The ferry company said that 91 people were on board.", source="s2")
REPAIRS = cite("Repairs will take six weeks, the town council said.", source="s2")
UNKNOWN = cite("Nobody knows yet how long the repairs will take, the mayor said.", source="s3")
POWER = cite("The harbour master, Ane Lund, said that the ferry had lost power.", source="s1")
CLOSED = cite("Orlund's main pier has been closed since the Sigrun ran into it on Tuesday.", source="s2")
DIVERS = cite("Divers looked at the hull until noon and found no crack.", source="s1")
MARKET = cite("The fish market on the pier has moved to the school yard.", source="s2")


def sentences() -> tuple[BriefSentence, ...]:
    """b1, b2 supported; b3 disputed; b4 contradicted; b5 partial; b6 unsupported; b7 unchecked; b8 supported."""

    def one(
        name: str, text: str, citations: tuple[Citation, ...], said: Verdict, origins: int = 1, **more: str
    ) -> BriefSentence:
        return BriefSentence(
            id=name,
            text=text,
            citations=citations,
            written_by="extractive" if said.status == "supported" else "model",
            verdict=said,
            origins=origins,
            said_by=more.get("said_by"),
            upstream=more.get("upstream"),
        )

    return (
        one("b1", STRUCK.quote, (STRUCK, HIT), verdict("supported")),
        one("b2", HURT.quote, (HURT, BROUGHT), verdict("supported")),
        one("b3", ABOARD_84.quote, (ABOARD_84,), verdict("supported", against=(ABOARD_91,))),
        one(
            "b4",
            "Repairs will take six days, the town council said.",
            (REPAIRS,),
            verdict("contradicted", numbers="6 days is not 6 weeks in the cited text"),
            said_by="the town council",
            upstream="the town council",
        ),
        one(
            "b5",
            "The ferry lost power and drifted, the harbour master said.",
            (POWER,),
            verdict("partial", wording="drifted: not in the cited text"),
        ),
        one(
            "b6",
            "The captain was drunk.",
            (CLOSED,),
            verdict("unsupported", wording="captain, drunk: not in the cited text"),
        ),
        one("b7", "The pier is closed.", (CLOSED,), verdict("unchecked")),
        one("b8", CLOSED.quote, (CLOSED,), verdict("supported")),
    )


def sources(folder: Path) -> tuple[Source, ...]:
    """Writes the texts to `folder`."""
    made = []
    for number, (name, text) in enumerate(TEXTS.items(), 1):
        path = folder / name
        path.write_text(text, "utf-8", newline="\n")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        origin = {1: "o1", 2: "o2", 3: "o1"}[number]
        made.append(
            Source(
                id=f"s{number}",
                path=name,
                sha256=sha256,
                title=text.split("\n")[0],
                characters=len(text),
                origin=origin,
            )
        )
    return tuple(made)


def brief(folder: Path) -> Brief:
    """The brief, its sources written beside it."""
    conflict = Disagreement(
        id="d1",
        about="people on board",
        kind="conflict",
        positions=(
            Position(value="84", counts="people", citations=(ABOARD_84,)),
            Position(value="91", said_by="The ferry company", counts="people", citations=(ABOARD_91,)),
        ),
        sentences=("b3",),
    )
    repairs = Disagreement(
        id="d2",
        about="how long the repairs will take",
        kind="attributed",
        positions=(
            Position(value="six weeks", said_by="the town council", citations=(REPAIRS,)),
            Position(value="Nobody knows yet", said_by="the mayor", citations=(UNKNOWN,)),
        ),
        sentences=("b4",),
    )
    return Brief(
        id="orlund",
        created="2026-03-04T05:06:07Z",
        title="Ferry strikes pier at Orlund",
        language="en",
        sources=sources(folder),
        origins=(
            Origin(id="o1", sources=("s1", "s3"), kind="near-copy", reason="60 % of s3 paraphrases s1"),
            Origin(id="o2", sources=("s2",)),
        ),
        sentences=sentences(),
        disagreements=(conflict, repairs),
        withheld=(
            Withheld(text="Nobody was hurt.", written_by="model", citations=(HURT,), reasons=("negation: nobody",)),
            Withheld(text=UNKNOWN.quote, written_by="extractive", citations=(UNKNOWN,), reasons=("did not fit",)),
        ),
        uncovered=(
            Uncovered(text=MARKET.quote, origins=1, citations=(MARKET,)),
            Uncovered(text=DIVERS.quote, origins=1, citations=(DIVERS,)),
        ),
    )
