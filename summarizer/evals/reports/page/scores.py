"""The scores of one brief, each with its reason; what breaks an invariant comes first and cannot be overlooked."""

from summarizer.evals.comparing.families import INVARIANTS
from summarizer.evals.reports.nouns import Result, shown
from summarizer.evals.scoring.nouns import Score
from summarizer.output.html.markup import Html, join, tag
from summarizer.output.safe import line

_BAR = 100  # units of the picture, not pixels


def scores(result: Result) -> Html:
    """Every metric but the invariants that hold: those take one line together."""
    given = result.scored.scores.values()
    rows = [_row(score) for score in given if score.metric not in INVARIANTS]
    if not rows:
        return tag("p", "There is nothing to score.", class_="about")
    return join(tag("table", tag("tbody", *rows), class_="scores"), broken(result))


def broken(result: Result) -> Html:
    """The invariants that do not hold, each with what breaks it; or that all of them do."""
    if not result.broken:
        known = [metric for metric in result.scored.scores if metric in INVARIANTS]
        return tag("p", f"✓ invariants hold: {', '.join(known)}" if known else "", class_="about")
    return tag("ul", *(_broken(score) for score in result.broken), class_="alarm")


def title(metric: str) -> str:
    """The metric in words."""
    return metric.replace("_", " ")


def _row(score: Score) -> Html:
    return tag(
        "tr",
        tag("th", title(score.metric), scope="row"),
        tag("td", shown(score.value), class_="number"),
        tag("td", bar(score.value), class_="bar"),
        tag("td", line(score.reason), class_="reason"),
    )


def bar(value: float | None) -> Html | None:
    """A picture and no background, so that it is printed too."""
    if value is None:
        return None
    whole = tag("rect", width=_BAR, height=6, class_="whole")
    part = tag("rect", width=round(_BAR * min(1.0, max(0.0, value))), height=6, class_="done")
    return tag("svg", whole, part, viewBox=f"0 0 {_BAR} 6", aria_hidden="true", preserveAspectRatio="none")


def _broken(score: Score) -> Html:
    parts = [part for part in score.parts if part.value is not None and part.value < 1]
    told = "; ".join(f"{part.id}: {part.reason}" if part.reason else part.id for part in parts) or score.reason
    return tag("li", tag("b", f"✗ {title(score.metric)}"), f" {line(told)}")
