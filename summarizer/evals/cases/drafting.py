"""A case drafted from a brief that people reviewed: what they accepted is asked for, what they rejected is forbidden.

A draft says nothing that the review does not: anchors and other wordings are left to whoever knows the event, and what
reviewers left open, or did not agree on, is not in it. Nothing here knows how a review is kept; it comes as records.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from summarizer.articles.reading import READERS
from summarizer.articles.sentences import boundaries
from summarizer.checking.briefs import span_fault
from summarizer.checking.comparing import Evidence
from summarizer.checking.verdicts import supports
from summarizer.evals.cases.nouns import FORMAT, Case, Negative, Severity
from summarizer.evals.cases.wire import MOST
from summarizer.output.decided import standing
from summarizer.output.facts import count, quoted, status
from summarizer.output.safe import line
from summarizer.records import Brief, Citation, Disagreement
from summarizer.reviewed import Resolved

IMPORTANCE = 2  # should be there: how important a fact is, a review does not say
SHORTEST = 20  # words that a brief is asked for at least
WORD = re.compile(r"\w+")
GAP = r"\W+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """`reviewed` as its reviewers left it, `made` as it was before; the texts of all sources by id."""

    id: str
    reviewed: Brief
    made: Brief
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`case` is the data of a case.yaml, `files` the name that each source has there, by id. `left` says what of the
    review is not in the case and why, and what in it should be looked at, a line each."""

    case: Mapping[str, Any]
    files: Mapping[str, str]
    left: tuple[str, ...] = field(default=())


def draft(material: Material) -> Draft:
    """The case. It may have no fact, and then is none: nobody accepted a sentence that cites anything."""
    files = _files(material.made)
    left: list[str] = []
    facts = list(_facts(material, files, left))
    questions = list(_questions(material, files, left))
    negatives = list(_negatives(material, files, [fact["text"] for fact in facts], left))
    brief = material.reviewed
    case = {
        "format": FORMAT,
        "id": material.id,
        "title": line(brief.title or "") or material.id,
        "language": brief.language or "en",
        "words": _words(brief),
        "note": _note(brief),
        "sources": list(_sources(material.made, files)),
        "facts": facts,
        **({"disagreements": questions} if questions else {}),
        **({"must_not": negatives} if negatives else {}),
    }
    return Draft(case=case, files=files, left=tuple(left))


def dump(case: Mapping[str, Any]) -> str:
    """The text of a case.yaml. Every character that YAML takes for something else is escaped."""
    import yaml

    text: str = yaml.safe_dump(dict(case), sort_keys=False, allow_unicode=True, width=120)
    return text


def _files(brief: Brief) -> dict[str, str]:
    """A plain name for each source, its own where that can be; no two alike, on any system."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for source in brief.sources:
        path = PurePath(line(PurePath(source.path).name))
        suffix = path.suffix if path.suffix.lower() in READERS else ".txt"
        stem = (path.stem if suffix == path.suffix else path.name).lstrip(".-") or "source"
        name, number = f"{stem}{suffix}", 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        taken.add(name.casefold())
        names[source.id] = name
    return names


def _sources(brief: Brief, files: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for source in brief.sources:
        known = {"outlet": line(source.outlet or ""), "published": source.published and source.published.isoformat()}
        told = {name: value for name, value in known.items() if value}
        yield {"file": files[source.id], "sha256": source.sha256, **told}


def _words(brief: Brief) -> int:
    """The length that the brief was asked for, else the one that it has."""
    asked = brief.engine.settings.get("words") if brief.engine else None
    return max(SHORTEST, asked if isinstance(asked, int) else sum(len(s.text.split()) for s in brief.sentences))


def _note(brief: Brief) -> str:
    review = brief.review
    names = ", ".join(line(one.name) for one in review.reviewers) if review else ""
    of = f" of the brief {line(review.brief)}" if review and review.brief else ""
    return f"Drafted from a review{of} by {names or 'nobody'}; the names are self-declared."


def _facts(material: Material, files: Mapping[str, str], left: list[str]) -> Iterator[dict[str, Any]]:
    told: set[str] = set()
    for sentence in material.reviewed.sentences:
        found = standing(sentence.decisions)
        support = _support(material, files, sentence.text, sentence.citations)
        text = line(sentence.text)
        if found != "accepted":
            left.append(f"{line(sentence.id)}: {'reviewers differ' if found == 'differ' else found}")
        elif not support or len(told) == MOST:
            left.append(f"{line(sentence.id)}: accepted, and cites nothing that stands in a source")
        elif text not in told:
            told.add(text)
            if status(sentence) != "supported":
                why = "accepted though not fully borne out: see whether its quotes say so"
                left.append(f"f{len(told)} is in it, {why}")
            yield {"id": f"f{len(told)}", "text": text, "importance": IMPORTANCE, "support": support}


def _support(
    material: Material, files: Mapping[str, str], text: str, citations: Sequence[Citation]
) -> list[list[dict[str, Any]]]:
    """Each span that says all of it is a group of its own; the others are one, for they say it together."""
    sound = [c for c in citations if not span_fault(c, material.texts)]
    bearing = [c for c in sound if not c.corroborates] or sound
    days = {source.id: source.published for source in material.made.sources}
    alone = [c for c in bearing if supports(text, Evidence(c.quote, days.get(c.source)))]
    rest = [c for c in bearing if c not in alone] if not alone else []
    groups = [[c] for c in alone] + ([rest] if rest else [])
    return [[_place(c, files, material.texts[c.source]) for c in group] for group in groups]


def _place(citation: Citation, files: Mapping[str, str], text: str) -> dict[str, Any]:
    """`start` only where the quote stands in the file more than once."""
    place = {"file": files[citation.source], "quote": citation.quote}
    again = text.find(citation.quote) != text.rfind(citation.quote)
    return place | ({"start": citation.start} if again else {})


def _questions(material: Material, files: Mapping[str, str], left: list[str]) -> Iterator[dict[str, Any]]:
    """Disagreements that were resolved, all alike. One that is none is a trap: a brief must not report it."""
    resolutions = material.reviewed.review.resolutions if material.reviewed.review else ()
    for found in material.made.disagreements:
        made = [r for r in resolutions if r.id == found.id]
        values = _values(material, files, found)
        if not made:
            left.append(f"{line(found.id)}: not resolved")
        elif len({(r.how, r.value) for r in made}) > 1:
            left.append(f"{line(found.id)}: resolved differently")
        elif len(values) < 2:
            left.append(f"{line(found.id)}: fewer than two answers stand in the sources")
        else:
            yield _question(found, made[0], list(values.values()))


def _question(found: Disagreement, made: Resolved, values: list[dict[str, Any]]) -> dict[str, Any]:
    kind = "scope" if made.how == "none" else found.kind
    stands = kind == "update" and made.how == "use" and line(made.value) in [v["value"] for v in values]
    question = {"id": line(found.id), "question": line(found.about), "kind": kind, "values": values}
    return question | ({"prefer": line(made.value)} if stands else {})


def _values(material: Material, files: Mapping[str, str], found: Disagreement) -> dict[str, dict[str, Any]]:
    """The answers by what they say; who says it only where that is one."""
    values: dict[str, dict[str, Any]] = {}
    speakers: dict[str, set[str]] = {}
    for position in found.positions:
        sound = [c for c in position.citations if not span_fault(c, material.texts)]
        value = line(position.value)
        if sound and value:
            answer = values.setdefault(value, {"value": value, "support": []})
            answer["support"] += [[_place(c, files, material.texts[c.source])] for c in sound]
            speakers.setdefault(value, set()).add(line(position.said_by or ""))
    for value, names in speakers.items():
        if len(names) == 1 and "" not in names:
            values[value] |= {"said_by": next(iter(names))}
    return values


def _negatives(
    material: Material, files: Mapping[str, str], facts: Sequence[str], left: list[str]
) -> Iterator[dict[str, Any]]:
    """What was rejected, caught in the words in which it was said. What a source says so too is only a warning: there
    the reviewer knew better than the sources, or found it of no use, and no check can tell which."""
    probe = Case(
        id=material.id,
        path=Path(),
        title="",
        words=0,
        language=material.reviewed.language or "en",
        sources=(),
        facts=(),
    )
    told: set[str] = set()
    for held in material.reviewed.withheld:
        words, text = WORD.findall(held.text), line(held.text)
        if standing(held.decisions) != "rejected" or text in told:
            continue
        pattern = GAP.join(map(re.escape, words))
        negative = Negative(id=f"n{len(told) + 1}", text=text, pattern=pattern)
        if not words or any(probe.broken_by(negative, fact) for fact in facts) or len(told) == MOST:
            left.append(f"rejected, and said by what is accepted too: {quoted(text)}")
            continue
        told.add(text)
        planted = [files[s] for s, whole in material.texts.items() if _says(probe, negative, whole)]
        severity: Severity = "warning" if planted else "blocker"
        yield {
            "id": negative.id,
            "text": text,
            "pattern": pattern,
            **({"planted_in": planted, "severity": severity} if planted else {}),
        }


def _says(probe: Case, negative: Negative, text: str) -> bool:
    return any(probe.broken_by(negative, text[start:end]) for start, end in boundaries(text))


def summary(case: Mapping[str, Any]) -> str:
    """9 facts, 1 disagreement, 2 things that must not be said, 5 sources."""
    many = {name: len(case.get(name, ())) for name in ("facts", "disagreements", "must_not", "sources")}
    must_not = f"{many['must_not']} that must not be said"
    parts = [count(many["facts"], "fact"), count(many["disagreements"], "disagreement"), must_not]
    return ", ".join([*parts, count(many["sources"], "source")])
