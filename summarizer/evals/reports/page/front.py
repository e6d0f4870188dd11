"""The front of a run: a row for each brief with the chosen metrics, and what the gate says should be looked at."""

from summarizer.evals.cases.nouns import Case
from summarizer.evals.comparing.nouns import Finding
from summarizer.evals.reports.lines import findings, told
from summarizer.evals.reports.nouns import HEADLINE, Report, Result, mean, shown
from summarizer.evals.reports.page.scores import bar, title
from summarizer.output.html.markup import Html, join, tag
from summarizer.output.safe import line

_FIGURES = ("regression", "improvement")
_OWN = ("broken invariant", "not measured")  # each brief says these of itself


def front(report: Report, first: int) -> Html:
    """One run; its briefs stand on the page from the `first` on, counted from 0."""
    number, cases = len(report.results), len(report.cases)
    about = f"{cases} case{'' if cases == 1 else 's'}" + (f", {number} briefs" if number != cases else "")
    return tag(
        "section",
        tag("h1", report.label or "run"),
        tag("p", about, class_="about"),
        tag("p", f"Rule: {line(report.outcome.rule)}", class_="about") if report.outcome else None,
        tag("div", _table(report, first), class_="wide"),
        _findings(report, first),
        class_="front",
    )


def of_case(report: Report, case: Case) -> Html | None:
    """What the gate found in one case, beyond what its brief says of itself."""
    found = [f for f in findings(report) if f.case == case.id and f.kind not in _OWN]
    rows = [(f, tag("li", *_finding(f))) for f in found]
    return tag("div", _list(rows, "alarm"), _figures(rows)) if found else None


def _findings(report: Report, first: int) -> Html | None:
    """Each finding once, leading to the first brief of its case."""
    at: dict[str, int] = {}
    for number, result in enumerate(report.results, first):
        at.setdefault(result.case.id, number)
    found = findings(report)
    unique = {(f.kind, f.case, f.fact, told(f)): f for f in found}.values()
    rows = [(f, tag("li", _link(f.case, at), " ", *_finding(f))) for f in unique]
    return join(tag("h3", "To look at"), _list(rows, "looked"), _figures(rows)) if found else None


def _list(rows: list[tuple[Finding, Html]], name: str) -> Html | None:
    """The findings that say what happened."""
    found = [row for finding, row in rows if finding.kind not in _FIGURES]
    return tag("ul", *found, class_=name) if found else None


def _figures(rows: list[tuple[Finding, Html]]) -> Html | None:
    """The figures that moved with it, folded away."""
    found = [row for finding, row in rows if finding.kind in _FIGURES]
    about = f"{len(found)} figure{'' if len(found) == 1 else 's'} changed"
    return tag("details", tag("summary", about), tag("ul", *found, class_="looked")) if found else None


def _link(case: str, at: dict[str, int]) -> Html:
    return tag("a", case, href=f"#c{at[case]}") if case in at else tag("b", case or "all cases")


def _finding(finding: Finding) -> tuple[Html, Html]:
    return tag("b", f"{'✗ ' if finding.fails else ''}{finding.kind}"), join(f" {line(told(finding))}")


def _table(report: Report, first: int) -> Html:
    metrics = [metric for metric in HEADLINE if metric in report.metrics]
    head = tag("tr", tag("th", "case", scope="col"), *(tag("th", title(m), scope="col") for m in metrics))
    body = [_row(number, result, metrics) for number, result in enumerate(report.results, first)]
    means = (mean(report.means(metric)) for metric in metrics)
    foot = tag("tr", tag("th", "mean of the cases", scope="row"), *(tag("td", shown(value)) for value in means))
    return tag("table", tag("thead", head), tag("tbody", *body), tag("tfoot", foot), class_="index")


def _row(number: int, result: Result, metrics: list[str]) -> Html:
    under = result.name
    if not result.measured:
        under += " · could not be measured"
    elif result.broken:
        under += f" · ✗ {', '.join(score.metric for score in result.broken)}"
    named = tag("a", result.case.title, href=f"#c{number}")
    cells = (tag("td", shown(value), bar(value)) for value in map(result.scored.value, metrics))
    return tag("tr", tag("th", named, tag("small", under), scope="row"), *cells)
