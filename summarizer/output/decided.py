"""What people decided on a brief, in the words of a page. Words only, no layout; every name and reason is made safe.

A name stands beside each decision, and nowhere is it said to be proven.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal

from summarizer.output import facts
from summarizer.output.page import Review
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Citation
from summarizer.reviewed import Decision, Ignored, Resolved, Reviewer

Standing = Literal["accepted", "rejected", "flagged", "open", "differ"]

NOTE = "Names are self-declared: each reviewer gave one, and nothing proves it. Times are UTC."
HEADLINE = "The headline is one source's own; nobody decided on it."


def standing(decisions: Sequence[Decision]) -> Standing:
    """What the reviewers' decisions on one sentence come to. A rejection that not all share is a difference."""
    choices = {d.choice for d in decisions} - {"open"}
    if not choices:
        return "open"
    if "rejected" in choices:
        return "rejected" if choices == {"rejected"} else "differ"
    return "flagged" if "flagged" in choices else "accepted"


def moment(at: str) -> str:
    """23 November 2026 14:03, in UTC; as it stands where it is no moment."""
    try:
        when = datetime.fromisoformat(at)
        when = when.astimezone(UTC) if when.tzinfo else when
    except (ValueError, OverflowError):
        return line(at)
    return f"{facts.day(when)} {when:%H:%M}"


def decision(made: Decision, citations: Sequence[Citation]) -> str:
    """accepted by Marta K., 23 November 2026 14:03; 1 of 2 sources opened; reason: by phone."""
    did = made.choice if made.choice != "open" else "not decided"
    parts = [
        f"{'edited and ' if made.edited else ''}{did} by {line(made.by)}",
        f", {moment(made.at)}" if made.at else "",
        f"; {_opened(made, citations)}" if citations and made.choice != "open" else "",
        f"; reason: {line(made.reason)}" if made.reason else "",
        f"; note: {line(made.note)}" if made.note else "",
    ]
    return "".join(parts)


def _opened(made: Decision, citations: Sequence[Citation]) -> str:
    cited = {c.source for c in citations}
    return f"{len(cited & set(made.seen))} of {facts.count(len(cited), 'source')} opened"


def decisions(made: Sequence[Decision], citations: Sequence[Citation]) -> str:
    return " — ".join(decision(each, citations) for each in made)


def caution(sentence: BriefSentence) -> str:
    """What a reader has to know of the review of a sentence; empty where it is accepted and borne out."""
    made, found = sentence.decisions, standing(sentence.decisions)
    if found == "open":
        return "not reviewed"
    if found == "differ":
        told = (f"{d.choice} by {line(d.by)}" for d in made if d.choice != "open")
        return f"reviewers differ: {', '.join(told)}"
    if found != "accepted":
        return "; ".join(_why(d) for d in made if d.choice == found)
    if facts.status(sentence) == "supported":
        return ""
    return "; ".join(_anyway(d) for d in made if d.choice == "accepted")


def _why(made: Decision) -> str:
    return f"{made.choice} by {_who(made)}"


def _anyway(made: Decision) -> str:
    why = f": {made.reason}" if made.reason else ""
    return line(f"accepted by {made.by} though not fully borne out{why}")


def _who(made: Decision) -> str:
    return line(f"{made.by}: {made.reason}") if made.reason else line(made.by)


def rejected(made: Sequence[Decision]) -> tuple[str, ...]:
    """The reasons for which a sentence is withheld that reviewers rejected."""
    return tuple(_why(d) for d in made if d.choice == "rejected")


def resolution(made: Resolved) -> str:
    """“14” is used, by Marta K., 23 November 2026 14:05; reason: counted later."""
    found = {
        "use": f"{facts.quoted(line(made.value))} is used",
        "both": "all answers are reported",
        "none": "not a disagreement",
    }[made.how]
    at = f", {moment(made.at)}" if made.at else ""
    why = f"; reason: {line(made.reason)}" if made.reason else ""
    return f"{found}, by {line(made.by)}{at}{why}"


def resolutions(brief: Brief, id: str) -> str:
    """What reviewers made of one disagreement; empty where none did."""
    made = brief.review.resolutions if brief.review else ()
    return " — ".join(resolution(each) for each in made if each.id == id)


def counts(brief: Brief) -> str:
    """6 of 8 sentences accepted, 1 flagged, 1 not reviewed; 2 rejected. Empty where it was not reviewed."""
    if brief.review is None:
        return ""
    found = [standing(s.decisions) for s in brief.sentences]
    words = (("flagged", "flagged"), ("differ", "on which reviewers differ"), ("open", "not reviewed"))
    parts = [f"{found.count('accepted')} of {facts.count(len(found), 'sentence')} accepted"]
    parts += [f"{found.count(name)} {word}" for name, word in words if name in found]
    out = found.count("rejected") + sum(standing(w.decisions) == "rejected" for w in brief.withheld)
    return ", ".join(parts) + (f"; {out} rejected" if out else "")


def unsettled(brief: Brief) -> list[str]:
    """What is left to do before a reader can rely on every sentence, in words; empty where nothing is."""
    found: dict[str, list[str]] = {}
    for sentence in brief.sentences:
        kind = standing(sentence.decisions)
        if kind == "accepted" and facts.status(sentence) != "supported":
            found.setdefault("accepted though not fully borne out", []).append(sentence.id)
        elif kind not in ("accepted", "rejected"):
            word = {"flagged": "flagged", "differ": "reviewers differ on", "open": "not reviewed"}[kind]
            found.setdefault(word, []).append(sentence.id)
    return [line(f"{word}: {', '.join(ids)}") for word, ids in found.items()]


def marked(brief: Brief) -> Iterator[tuple[str, str]]:
    """(mark, words) for each sentence on which somebody decided, the withheld ones last: r1, r2, …"""
    every = [*((s.decisions, s.citations) for s in brief.sentences)]
    every += [(w.decisions, w.citations) for w in brief.withheld]
    told = (decisions(made, citations) for made, citations in every if made)
    yield from ((f"r{number}", words) for number, words in enumerate(told, 1))


def review(brief: Brief) -> Review | None:
    """The section on the review; None for a brief that went through none."""
    made = brief.review
    if made is None:
        return None
    when = f"Exported {moment(made.exported)}" if made.exported else "Exported"
    of = f" from the brief {line(made.brief)}" if made.brief else ""
    return Review(
        summary=counts(brief),
        reviewers=tuple(map(_reviewer, made.reviewers)),
        resolutions=tuple(f"{line(r.id)}, {line(r.about)}: {resolution(r)}" for r in made.resolutions),
        ignored=tuple(map(_ignored, made.ignored)),
        remarks=(*map(line, made.remarks), *((HEADLINE,) if brief.title else ())),
        decisions=tuple(marked(brief)),
        note=f"{NOTE} {when}{of}.",
    )


def _reviewer(one: Reviewer) -> str:
    parts = ("accepted", "rejected", "flagged", "open", "edited")
    told = [f"{number} {name}" for name in parts if (number := getattr(one, name))]
    return f"{line(one.name)}: {', '.join(told) or 'nothing decided'}"


def _ignored(one: Ignored) -> str:
    what = f" {facts.quoted(line(one.text))}" if one.text else ""
    why = f"; reason: {line(one.reason)}" if one.reason else ""
    return f"left out on purpose: {line(one.id)}{what}, by {line(one.by)}{why}"
