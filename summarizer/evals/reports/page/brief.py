"""The brief of a case, sentence by sentence: what each cites, and what was found wrong with it."""

from collections.abc import Iterator
from itertools import groupby

from summarizer.evals.reports.nouns import Result, shown
from summarizer.evals.scoring.nouns import Subject
from summarizer.output import facts
from summarizer.output.html.markup import Html, join, tag
from summarizer.output.safe import line
from summarizer.records import BriefSentence, Citation, Disagreement, Position


def brief(result: Result) -> Html:
    """The sentences in order, under their sections; or why there is none."""
    subject = result.subject
    if subject is None:
        return tag("p", f"There is no brief: {result.scored.error or 'none was given'}", class_="alarm")
    if not subject.brief.sentences:
        return tag("p", "The brief is empty.", class_="alarm")
    numbered = enumerate(subject.brief.sentences)
    parts: list[Html] = []
    for section, found in groupby(numbered, key=lambda pair: pair[1].section):
        parts.append(tag("h4", section) if section else join())
        parts.append(tag("ol", *(_sentence(result, subject, n, s) for n, s in found), class_="sentences"))
    return join(*parts)


def about(result: Result) -> Html:
    """Length, writer, cost: one line."""
    told = [f"{_words(result):,} of {result.case.words:,} words" if result.brief else ""]
    if result.brief and (engine := result.brief.engine):
        told.append(f"{engine.writer} writer" + (f", {engine.model}" if engine.model else ""))
    costs = (("live", result.cost.live), ("cached", result.cost.cached))
    told += [f"{name} {facts.calls(usage)}" for name, usage in costs if usage.calls]
    return tag("p", " · ".join(part for part in told if part), class_="about")


def disagreements(result: Result) -> Html:
    """What the brief itself reports as answered differently."""
    subject = result.subject
    if subject is None or not subject.brief.disagreements:
        return tag("p", "The brief reports none.", class_="about")
    return tag("ul", *(_reported(subject, n, d) for n, d in enumerate(subject.brief.disagreements)), class_="rows")


def _words(result: Result) -> int:
    return sum(len(sentence.text.split()) for sentence in result.brief.sentences) if result.brief else 0


def _sentence(result: Result, subject: Subject, number: int, sentence: BriefSentence) -> Html:
    key = f"b{number}"
    notes = _notes(result, sentence.id)
    return tag(
        "li",
        tag("button", sentence.id, class_="key", type="button", data_k=key, title="show where it stands"),
        tag(
            "div",
            tag("p", sentence.text, class_="said", dir="auto"),
            _citations(subject, key, sentence.citations),
            tag("ul", *notes, class_="notes") if notes else None,
        ),
        data_k=key,
        class_="wrong" if notes else None,
    )


def _notes(result: Result, id: str) -> list[Html]:
    """What the metrics hold against a sentence; those that say the same of it say it together."""
    alike: dict[str, list[str]] = {}
    for score, part in result.of_sentence(id):
        if part.value is not None and part.value < 1:
            reason = f": {line(part.reason)}" if part.reason else ""
            alike.setdefault(f" {shown(part.value)}{reason}", []).append(score.metric)
    return [tag("li", tag("b", ", ".join(dict.fromkeys(metrics))), told) for told, metrics in alike.items()]


def _citations(subject: Subject, key: str, citations: tuple[Citation, ...]) -> Html:
    if not citations:
        return tag("p", "✗ cites nothing", class_="mark")
    chips = (_chip(subject, citation, f"{key}c{place}") for place, citation in enumerate(citations))
    return tag("p", *chips, class_="chips")


def _chip(subject: Subject, citation: Citation, key: str) -> Html:
    file = subject.files.get(citation.source)
    if file is None:
        return tag("span", f"✗ {citation.source}: no source of this case", class_="mark")
    if fault := subject.fault(citation):
        return tag("span", f"✗ {file} [{citation.start}:{citation.end}]: {line(fault)}", class_="mark")
    return tag("button", file, class_="chip", type="button", data_k=key, title=citation.quote)


def _reported(subject: Subject, number: int, disagreement: Disagreement) -> Html:
    key = f"d{number}"
    positions = (
        tag("li", tag("b", p.value), f" {p.said_by}" if p.said_by else None, *_chips(subject, f"{key}p{place}", p))
        for place, p in enumerate(disagreement.positions)
    )
    return tag(
        "li",
        tag("button", disagreement.id, class_="key", type="button", data_k=key),
        tag(
            "div",
            tag("p", disagreement.about, tag("small", f" {disagreement.kind}")),
            tag("ul", *positions, class_="values"),
        ),
        data_k=key,
    )


def _chips(subject: Subject, key: str, position: Position) -> Iterator[Html]:
    for citation in position.citations:
        yield join(" ", _chip(subject, citation, key))
