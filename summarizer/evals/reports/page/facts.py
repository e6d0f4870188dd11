"""What the case knows: its facts and how each stands, where its sources differ, what no brief of it may say."""

from summarizer.evals.cases.nouns import Fact, Negative, Question
from summarizer.evals.reports.nouns import BY_SPAN, BY_TEXT, STANDINGS, Result, shown
from summarizer.output.html.markup import Html, join, tag
from summarizer.output.safe import line

_IMPORTANCE = {3: "Must be there", 2: "Should be there", 1: "Nice to have"}


def facts(result: Result) -> Html:
    """The facts by importance, the indispensable first."""
    numbered = list(enumerate(result.case.facts))
    parts: list[Html] = []
    for importance, title in _IMPORTANCE.items():
        found = [(number, fact) for number, fact in numbered if fact.importance == importance]
        if found:
            there = sum(result.standing(fact) in ("found", "unsaid") for _, fact in found)
            parts.append(tag("h4", title, tag("small", f" {there} of {len(found)} cited")))
            parts.append(tag("ul", *(_fact(result, number, fact) for number, fact in found), class_="rows"))
    return join(*parts)


def questions(result: Result) -> Html:
    """Where the sources differ, as the case has it."""
    if not result.case.disagreements:
        return tag("p", "The case knows none.", class_="about")
    found = (_question(result, number, question) for number, question in enumerate(result.case.disagreements))
    return tag("ul", *found, class_="rows")


def negatives(result: Result) -> Html:
    """What must not be said, and whether it is."""
    return tag("ul", *(_negative(result, negative) for negative in result.case.must_not), class_="rows")


def _fact(result: Result, number: int, fact: Fact) -> Html:
    standing = result.standing(fact)
    sign, words = STANDINGS[standing]
    places = sum(len(group) for group in fact.support)
    return tag(
        "li",
        tag("button", fact.id, class_="key", type="button", data_k=f"f{number}", title="show where it stands"),
        tag(
            "div",
            tag("p", fact.text, dir="auto"),
            tag(
                "p",
                tag("span", f"{sign} {words}", class_=f"standing {standing}"),
                f" in {', '.join(result.resting(fact))}" if result.resting(fact) else None,
                f" · {places} place{'' if places == 1 else 's'} in the sources",
                class_="about",
            ),
            _reasons(result, fact.id) if standing not in ("found", "unscored") else None,
        ),
        data_k=f"f{number}",
    )


def _reasons(result: Result, id: str) -> Html | None:
    """Why it is not counted, of the two metrics that everything else about facts is made of."""
    parts = (("cited", result.part(BY_SPAN, id)), ("said", result.part(BY_TEXT, id)))
    told = [(word, part.reason) for word, part in parts if part and part.reason and (part.value or 0.0) < 1]
    if not told:
        return None
    return tag("ul", *(tag("li", tag("b", word), f" {line(reason)}") for word, reason in told), class_="notes")


def _question(result: Result, number: int, question: Question) -> Html:
    key = f"q{number}"
    part = result.part("disagreements", question.id)
    values = (
        tag(
            "li",
            tag("button", answer.value, class_="chip", type="button", data_k=f"{key}v{place}"),
            f" {answer.said_by}" if answer.said_by else None,
            " (the one that stands)" if question.prefer == answer.value else None,
        )
        for place, answer in enumerate(question.values)
    )
    trap = "a trap: different things are counted" if question.kind == "scope" else question.kind
    return tag(
        "li",
        tag("button", question.id, class_="key", type="button", data_k=key),
        tag(
            "div",
            tag("p", question.question, tag("small", f" {trap}")),
            tag("ul", *values, class_="values"),
            tag("p", f"{shown(part.value)}: {line(part.reason)}", class_="about") if part else None,
        ),
        data_k=key,
    )


def _negative(result: Result, negative: Negative) -> Html:
    score = result.scored.scores.get("must_not")
    told = [part.reason for part in score.parts if part.id == negative.id and part.reason] if score else []
    sign = tag("span", "✗ said" if told else "✓ not said", class_=f"standing {'missed' if told else 'found'}")
    return tag(
        "li",
        tag("span", negative.id, class_="key"),
        tag(
            "div",
            tag("p", negative.text, tag("small", " a warning") if negative.severity == "warning" else None),
            tag("p", sign if score else "– not scored", *(f" · {line(reason)}" for reason in told), class_="about"),
        ),
    )
