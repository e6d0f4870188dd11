"""Why a sentence stands as it does, in words: the verdict and who gave it, every citation, every check by name. Pure.

What went wrong comes first and with its reason; what went well is one line. `wide` gives lines under labels, `narrow`
the same in one line.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from rich.style import Style

from summarizer.output.safe import line
from summarizer.records import Check, Disagreement
from summarizer.review.evidence.desk import Page
from summarizer.review.nouns import Item
from summarizer.review.tui import look
from summarizer.review.tui.brief.evidence import Evidence, evidence_of, label
from summarizer.review.tui.brief.rows import Part
from summarizer.review.tui.brief.standing import Around, cut, verdict_mark
from summarizer.review.tui.look import BOLD, DIM, PLAIN

QUOTE = 40  # characters of a quote: the whole of it stands lit beside it
SAYS = {"so": "", "the same": "  reports the same", "otherwise": "  SAYS OTHERWISE"}


class Why(NamedTuple):
    """What the panel needs to know of the current sentence."""

    item: Item
    around: Around
    at: int  # which of its evidence is lit
    page: Callable[[str], Page | None]  # None: not read yet
    inks: Mapping[str, Style]


Line = tuple[str, list[Part]]  # the label, "" where it goes on; the words


def wide(why: Why) -> list[Line]:
    lines = [
        _verdict(why),
        *_labelled("Evidence", _evidence(why)),
        *_labelled("Checks", _checks(why)),
        *_labelled("Disagree", _disagreements(why)),
        ("Decision", _decision(why)),
        *_labelled("Others", _others(why)),
        ("Note", [(line(why.item.note) or "-", PLAIN)]),
        *_labelled("Origins", _origins(why)),
        *_labelled("Found", _found(why)),
    ]
    return [(name, words) for name, words in lines if words]


def narrow(why: Why) -> list[Part]:
    """On one line: the verdict, what is wrong, the decision."""
    item, mark = why.item, verdict_mark(why.item, why.around)
    parts: list[Part] = [(f" {mark.glyph} {mark.word}", BOLD + why.inks[mark.colour])]
    for check in _failed(item)[:2]:
        parts.append((f"  {check.name}: {cut(line(check.detail), 40)}" if check.detail else f"  {check.name}", PLAIN))
    against = [e.citation.source for e in evidence_of(item) if e.says == "otherwise"]
    if against:
        places = "".join(label(source, why.around.places) for source in dict.fromkeys(against))
        parts.append((f"  {places} says otherwise", PLAIN))
    sources = {citation.source for citation in item.citations}
    origins = sum(bool(sources & set(origin.sources)) for origin in why.around.brief.origins)
    parts.append((f"  {origins} origin{'s' if origins != 1 else ''}", PLAIN))
    parts.append((f"  {look.choice_of(item).word}", PLAIN))
    if item.reason:
        parts.append((f": {cut(line(item.reason), 30)}", PLAIN))
    return parts


def _labelled(name: str, lines: Iterable[list[Part]]) -> Iterable[Line]:
    for words in lines:
        yield name, words
        name = ""


def _verdict(why: Why) -> Line:
    mark = verdict_mark(why.item, why.around)
    verdict = why.item.verdict
    parts: list[Part] = [(f"{mark.glyph} {mark.word}", BOLD + why.inks[mark.colour])]
    failure = why.around.failure(why.item)
    if failure:
        parts.append((f"  {line(failure)}   r tries again", PLAIN))
    elif verdict is not None and verdict.by:
        parts.append((f"   checked by {line(', '.join(verdict.by))}", DIM))
    elif verdict is None and not why.around.runs(why.item):
        parts.append(("   r checks it", DIM))
    return "Verdict", parts


def _evidence(why: Why) -> Iterable[list[Part]]:
    for number, evidence in enumerate(evidence_of(why.item)):
        yield _place(why, number, evidence)
    if not why.item.citations:
        yield [("cites nothing", PLAIN)]


def _place(why: Why, number: int, evidence: Evidence) -> list[Part]:
    citation = evidence.citation
    source = next((s for s in why.around.brief.sources if s.id == citation.source), None)
    here = number == why.at
    name = line(PurePath(source.path).name) if source else "a source that the brief does not list"
    style = Style(reverse=here, bold=True, meta={"evidence": number})
    ink = why.inks["contradicted"] if evidence.says == "otherwise" else PLAIN
    return [
        (label(citation.source, why.around.places), style),
        (f" {cut(name, 30)}  {citation.start}-{citation.end}", Style(meta=style.meta)),
        (f"  {_exactness(why, evidence)}", PLAIN),
        (SAYS[evidence.says], ink),
        (f'  "{cut(line(citation.quote), QUOTE)}"', DIM),
    ]


def _exactness(why: Why, evidence: Evidence) -> str:
    citation = evidence.citation
    try:
        page = why.page(citation.source)
    except KeyError:
        return "no such source"
    if page is None:
        return "being read"
    if page.trouble:
        return f"NOT EXACT: {cut(line(page.trouble), 40)}"
    exact = page.text[citation.start : citation.end] == citation.quote
    return "exact" if exact else "NOT EXACT: other words stand there"


def _failed(item: Item) -> list[Check]:
    return [check for check in item.verdict.checks if not check.ok] if item.verdict else []


def _checks(why: Why) -> Iterable[list[Part]]:
    mark = look.verdict_of(why.item)
    for check in _failed(why.item):
        yield [(f"✗ {check.name}  ", BOLD + why.inks[mark.colour]), (line(check.detail) or "failed", PLAIN)]
    passed = [check for check in why.item.verdict.checks if check.ok] if why.item.verdict else []
    if passed:
        yield [("✓ ", BOLD + why.inks["supported"]), ("  ".join(line(c.name) for c in passed), PLAIN)]


def _found(why: Why) -> Iterable[list[Part]]:
    """What the checks that passed had to go by."""
    said = [check for check in why.item.verdict.checks if check.ok and check.detail] if why.item.verdict else []
    if said:
        yield [("; ".join(f"{line(c.name)}: {cut(line(c.detail), 90)}" for c in said), DIM)]


def _origins(why: Why) -> Iterable[list[Part]]:
    item, brief = why.item, why.around.brief
    was = item.original
    sources = {citation.source for citation in item.citations}
    origins = [o for o in brief.origins if sources & set(o.sources)]
    if origins:
        count = len(origins)
        words = "1 origin: nobody else vouches for it" if count == 1 else f"{count} independent origins"
        yield [(words, PLAIN)]
    for origin in origins:
        copies = sorted(sources & set(origin.sources), key=lambda s: why.around.places.get(s, 0))
        if len(copies) > 1:
            names = "".join(label(source, why.around.places) for source in copies)
            yield [(f"{names} are one voice ({origin.kind})", PLAIN)]
    if was is not None and was.upstream:
        yield [(f"all of it rests on: {line(was.upstream)}", PLAIN)]
    elif was is not None and was.said_by:
        yield [(f"said by: {line(was.said_by)}", PLAIN)]


def _disagreements(why: Why) -> Iterable[list[Part]]:
    for disagreement in why.around.disagreements.get(why.item.id, ()):
        settled = why.around.state.resolutions.get(disagreement.id)
        head = f"{disagreement.id} {line(disagreement.about)} ({disagreement.kind})"
        said = f": {settled.how} {line(settled.value)} {line(settled.reason)}".rstrip() if settled else ""
        yield [(head + said, BOLD)]
        yield from _answers(disagreement, why)


def _answers(disagreement: Disagreement, why: Why) -> Iterable[list[Part]]:
    for position in disagreement.positions:
        places = "".join(dict.fromkeys(label(c.source, why.around.places) for c in position.citations))
        by = f", {line(position.said_by)}" if position.said_by else ""
        yield [(f"{cut(line(position.value), QUOTE)}  {places}{by}", PLAIN)]


def _decision(why: Why) -> list[Part]:
    item = why.item
    mark = look.choice_of(item)
    parts: list[Part] = [(f"{mark.glyph} {mark.word}", BOLD + why.inks[mark.colour])]
    if item.at:
        parts.append((f" {item.at[:10]} {item.at[11:16]} UTC", DIM))
    if item.reason:
        parts.append((f": {line(item.reason)}", PLAIN))
    sources = {citation.source for citation in item.citations}
    parts.append((f"   seen {len(item.seen & sources)} of {len(sources)} sources", DIM))
    return parts


def _others(why: Why) -> Iterable[list[Part]]:
    for name, other in why.around.marks_of_others.get(why.item.id, ()):
        mark = look.CHOICES[other.choice]
        same = (other.text, other.citations) == (why.item.text, why.item.citations)
        words = f"{line(name)}: {mark.glyph} {mark.word}{'' if same else ', with other words'}"
        yield [(words, BOLD), (f": {line(other.reason)}" if other.reason else "", PLAIN)]
