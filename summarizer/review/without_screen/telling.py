"""A sentence under review in words, line by line: for screen readers, pipes and plain terminals.

Nothing stands for a thing but its name: no glyph, no colour, no column. Each line is whole and safe to show.
"""

from collections.abc import Iterator, Mapping

from summarizer.output import facts
from summarizer.output.safe import line
from summarizer.output.verified import IN_WORDS
from summarizer.records import Brief, Citation, Disagreement, Verdict
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.examining import Candidate
from summarizer.review.nouns import Item, Resolution, State

KINDS = {"withheld": "was withheld", "uncovered": "was not in the brief", "new": "was added by a reviewer"}


def sentence(brief: Brief, desk: Desk, item: Item, others: Mapping[str, State]) -> Iterator[str]:
    """What a reviewer has to know to decide: words, verdict, evidence, disagreements, what was decided so far."""
    yield line(item.text)
    if item.kind in KINDS:
        yield f"This sentence {KINDS[item.kind]}."
    if item.edited and item.original is not None and item.original.text != item.text:
        yield f"It was: {line(item.original.text)}"
    yield from verdict(item.verdict)
    for number, citation in enumerate(item.citations, 1):
        also = ", which reports the same" if citation.corroborates else ""
        yield f"Evidence {number} of {len(item.citations)}{also}: {place(citation, desk)}"
    if not item.citations:
        yield "Evidence: none, it cites nothing."
    for citation in item.verdict.against if item.verdict else ():
        yield f"A source says otherwise: {place(citation, desk)}"
    for found in brief.disagreements:
        if item.id in found.sentences:
            yield disagreement(found)
    yield decision(item)
    if item.note:
        yield f"Note: {line(item.note)}"
    for name, state in others.items():
        other = state.item(item.id)
        if other and (other.choice or other.note):
            words = "" if other.base == item.base else f", in other words or with other evidence: {line(other.text)}"
            yield f"{line(name)}: {_decided(other)}{words}{_note(other)}"


def verdict(found: Verdict | None) -> Iterator[str]:
    """The verdict, and each check that failed, by its name."""
    if found is None:
        yield "Verdict: changed since it was checked."
        return
    yield f"Verdict: {IN_WORDS[found.status]}."
    for check in found.checks:
        if not check.ok:
            yield line(f"Failed check, {check.name}: {check.detail or 'no reason is given'}")


def place(citation: Citation, desk: Desk) -> str:
    """Where it stands and what stands there, whole."""
    source = desk.sources.get(citation.source)
    if source is None:
        return line(f"{citation.source}, not among the sources of this brief: {facts.quoted(line(citation.quote))}")
    trouble = desk.page(source.id).trouble
    about = f" ({facts.source(source)})" if facts.source(source) else ""
    where = f"source {source.id}, file {source.path}{about}, characters {citation.start} to {citation.end}"
    lost = f", as the brief quotes it, for the file {trouble}" if trouble else ""
    return line(f"{where}{lost}: {facts.quoted(line(citation.quote))}")


def disagreement(found: Disagreement) -> str:
    said = (
        f"{p.value} ({', '.join(filter(None, (p.said_by, *dict.fromkeys(c.source for c in p.citations))))})"
        for p in found.positions
    )
    what = "No disagreement, different things are counted," if found.kind == "scope" else "Disagreement"
    return line(f"{what} {found.id}, {found.about}: {'; '.join(said)}")


def resolved(made: Resolution | None) -> str:
    """What a disagreement comes to, for this reviewer."""
    if made is None:
        return "open"
    words = {"use": f"use {made.value}", "both": "report all answers", "none": "no disagreement"}[made.how]
    return line(f"{words}, because: {made.reason}" if made.reason else words)


def unresolved(brief: Brief, state: State) -> list[str]:
    """The ids of the disagreements on which nothing was decided; different things counted are none."""
    return [d.id for d in brief.disagreements if d.kind != "scope" and d.id not in state.resolutions]


def beside(brief: Brief, state: State) -> str:
    """What is open beside the sentences: disagreements, what was not covered, what was withheld."""
    items = {item.id for item in state.items}
    found = {
        "Disagreements not resolved": unresolved(brief, state),
        "not covered": [
            u for n in range(1, len(brief.uncovered) + 1) if (u := f"u{n}") not in {*items, *state.ignored}
        ],
        "withheld": [w for n in range(1, len(brief.withheld) + 1) if (w := f"w{n}") not in items],
    }
    told = "; ".join(f"{what}: {', '.join(map(line, ids))}" for what, ids in found.items() if ids)
    return told[:1].upper() + told[1:]


def decision(item: Item) -> str:
    return f"Decision: {_decided(item)}."


def candidate(number: int, found: Candidate, desk: Desk) -> str:
    """One span that could be cited, under its number."""
    now = ", cited now" if found.cited else ""
    return f"{number}: {found.status}, score {found.score:.2f}{now}, {place(found.citation, desk)}"


def counts(state: State) -> str:
    """8 sentences: 5 accepted, 1 rejected, 2 open."""
    choices = [item.choice or "open" for item in state.items]
    told = [f"{choices.count(name)} {name}" for name in ("accepted", "rejected", "flagged", "open") if name in choices]
    return f"{facts.count(len(choices), 'sentence')}{': ' if told else ''}{', '.join(told)}"


def _decided(item: Item) -> str:
    why = f", because: {line(item.reason)}" if item.reason else ""
    return f"{item.choice or 'open'}{why}"


def _note(item: Item) -> str:
    return f"; note: {line(item.note)}" if item.note else ""
