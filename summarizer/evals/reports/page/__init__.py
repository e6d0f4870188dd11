"""A run as one page for an editor: each brief beside its sources, what it cites and what it missed lit in them.

The page is a file that needs nothing else: no network, no other file, no inline handler. Its policy allows the one
style and the one script that are part of it, by their hashes, so that nothing in an article could run even if it got
past `output.html.markup`.
"""

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources
from string import Template

from summarizer.evals.reports.nouns import Report, Result
from summarizer.evals.reports.page import brief, facts, front, scores, sources
from summarizer.output.html.markup import Html, join, tag


def render(reports: Sequence[Report]) -> str:
    """The page of one run or more, whole. The same runs give the same bytes."""
    style, script = _shipped("page.css"), _shipped("page.js")
    first = [sum(len(report.results) for report in reports[:at]) for at in range(len(reports))]
    fronts = (front.front(report, at) for report, at in zip(reports, first, strict=True))
    shown = [
        _case(report, result, at) for at, (report, result) in enumerate((p, r) for p in reports for r in p.results)
    ]
    return Template(_shipped("page.html")).substitute(
        title=join(", ".join(report.label for report in reports) or "no run"),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        body=join(tag("div", *fronts, id="index"), *shown),
    )


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _case(report: Report, result: Result, number: int) -> Html:
    """One brief of one case. On a wide screen its sources stand beside it."""
    left = tag(
        "div",
        _part("Brief", brief.brief(result)),
        _part("Facts", facts.facts(result)),
        _part("Where the sources differ", facts.questions(result)),
        _part("What the brief says they differ on", brief.disagreements(result)),
        _part("What must not be said", facts.negatives(result)) if result.case.must_not else None,
        _part("Scores", scores.scores(result)),
        class_="left",
    )
    right = tag("div", tag("h3", "Sources"), _legend(), sources.sources(result), class_="right", tabindex=0)
    head = _head(report, result)
    return tag("section", head, left, right, id=f"c{number}", class_="case", lang=result.case.language)


def _head(report: Report, result: Result) -> Html:
    return tag(
        "header",
        tag("p", tag("a", "all cases", href="#index"), f" · {report.label} · {result.name}", class_="about"),
        tag("h2", result.case.title),
        brief.about(result),
        tag("p", result.case.note, class_="note") if result.case.note else None,
        scores.broken(result) if result.broken else None,
        front.of_case(report, result.case),
    )


def _part(title: str, content: Html) -> Html:
    return tag("section", tag("h3", title), content, class_="part")


def _legend() -> Html:
    return tag(
        "p",
        tag("span", "cited by the brief", class_="cited"),
        " ",
        tag("span", "said, but this place is not cited", class_="uncited"),
        " ",
        tag("span", "missed", class_="missed"),
        class_="legend",
    )
