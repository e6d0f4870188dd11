"""The articles of a case as they stand, with every mark in its place."""

from summarizer.evals.cases.nouns import CaseSource
from summarizer.evals.reports.nouns import Result
from summarizer.evals.reports.page.marks import marks
from summarizer.evals.reports.page.segments import Mark, Segment, segments
from summarizer.output import facts
from summarizer.output.html.markup import Html, join, tag
from summarizer.output.safe import safe

_NAMED = {"missed": "○ missed", "uncited": "◐ not cited"}  # told at the place itself, in words


def sources(result: Result) -> Html:
    """Every source of the case, those that nothing cites too."""
    found = marks(result)
    return join(*(_source(result, source, found[source.file]) for source in result.case.sources))


def _source(result: Result, source: CaseSource, found: list[Mark]) -> Html:
    about = [source.outlet, facts.day(source.published) if source.published else None]
    head = tag(
        "header",
        tag("h4", source.file),
        tag("p", " · ".join(part for part in about if part), class_="about"),
        tag("p", "another event: no brief of this one may cite it", class_="mark") if not source.relevant else None,
        tag("p", f"a copy of {source.duplicate_of}") if source.duplicate_of else None,
        tag("p", source.note, class_="about") if source.note else None,
    )
    shown = safe(source.text)  # as a whole: whether a joiner may stay depends on its neighbours
    names = _names(result)
    body = (_segment(s, shown[s.start : s.end], names) for s in segments(len(shown), found))
    text = tag("div", *body, class_="text", dir="auto", lang=source.language)
    return tag("article", head, text, class_="source" if source.relevant else "source stranger")


def _names(result: Result) -> dict[str, str]:
    """The ids that people know, by key."""
    sentences = result.brief.sentences if result.brief else ()
    found = {f"b{number}": sentence.id for number, sentence in enumerate(sentences)}
    return found | {f"f{number}": fact.id for number, fact in enumerate(result.case.facts)}


def _segment(segment: Segment, shown: str, names: dict[str, str]) -> Html:
    if not segment.marks:
        return join(shown)
    kinds = sorted({mark.kind for mark in segment.marks})
    keys = sorted({mark.key for mark in segment.marks})
    return tag(
        "span",
        shown,
        class_=" ".join(kinds),
        data_k=" ".join(keys),
        data_by=", ".join(names[m.key] for m in segment.begin if m.kind == "cited" and m.key in names) or None,
        data_tag=_told(segment, names) or None,
    )


def _told(segment: Segment, names: dict[str, str]) -> str:
    lost = [(kind, [names[m.key] for m in segment.begin if m.kind == kind]) for kind in _NAMED]
    return ", ".join(f"{_NAMED[kind]} {', '.join(ids)}" for kind, ids in lost if ids)
