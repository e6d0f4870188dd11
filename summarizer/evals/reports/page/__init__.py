"""A run as one page for an editor: each brief beside its sources, what it cites and what it missed lit in them.

The page is a file that needs nothing else: no network, no other file, no inline handler. Its policy allows the one
style and the one script that are part of it, by their hashes, so that nothing in an article could run even if it got
past `markup`.
"""

import base64
import hashlib
from importlib import resources
from string import Template

from summarizer.evals.reports.nouns import Report, Result
from summarizer.evals.reports.page import brief, facts, scores, sources
from summarizer.evals.reports.page.markup import Html, join, tag


def render(report: Report) -> str:
    """The page, whole. The same run gives the same bytes."""
    style, script = _shipped("page.css"), _shipped("page.js")
    body = join(_front(report), *(_case(number, result) for number, result in enumerate(report.results)))
    return Template(_shipped("page.html")).substitute(
        title=join(report.label or "run"),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        body=body,
    )


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _front(report: Report) -> Html:
    number, cases = len(report.results), len(report.cases)
    told = f"{cases} case{'' if cases == 1 else 's'}" + (f", {number} briefs" if number != cases else "")
    return tag(
        "section",
        tag("h1", report.label or "run"),
        tag("p", told, class_="about"),
        tag("div", scores.index(report), class_="wide"),
        id="index",
    )


def _case(number: int, result: Result) -> Html:
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
    return tag("section", _head(result), left, right, id=f"c{number}", class_="case", lang=result.case.language)


def _head(result: Result) -> Html:
    return tag(
        "header",
        tag("p", tag("a", "all cases", href="#index"), f" · {result.name}", class_="about"),
        tag("h2", result.case.title),
        brief.about(result),
        tag("p", result.case.note, class_="note") if result.case.note else None,
        scores.broken(result) if result.broken else None,
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
