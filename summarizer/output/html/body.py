"""What stands on the page, from the outline alone: its words are the outline's, only their place is decided here."""

from collections.abc import Iterable
from itertools import zip_longest

from summarizer.output.facts import quoted
from summarizer.output.html.markup import Content, Html, join, tag
from summarizer.output.page import PASSAGES_NOTE, Outline, Paragraph, Passage, Question, Review, Said, SourceLine


def body(page: Outline, language: str | None) -> Html:
    """All between the page's head and its end."""
    links = Links()
    words = dict(page.review.decisions) if page.review else {}
    text = _Text(links, words)
    above = join(
        tag("h1", page.title, dir="auto"),
        tag("p", f"Question: {page.question}", class_="question", dir="auto") if page.question else None,
        tag("p", page.summary, class_="about"),
        *(tag("p", tag("b", "⚠ ", said.text), text.marks(said), class_="alarm") for said in page.alarms),
        tag("p", page.empty) if page.empty else None,
        tag("article", *map(text.paragraph, page.paragraphs), lang=language),
    )
    more = [tag("li", page.uncovered_more, class_="about")] if page.uncovered_more else []
    below = [
        _section("Where the sources disagree", map(text.question, page.disagreements)),
        _section("Not the same thing counted", map(text.question, page.scopes)),
        _section("Not in this brief", [*(tag("li", text.said(said)) for said in page.uncovered), *more]),
        _section("Withheld", (tag("li", text.withheld(said)) for said in page.withheld)),
    ]
    return join(
        above,
        *below,
        _review(page.review, links) if page.review else None,
        _section("Sources", (_source(source, links) for source in page.sources), PASSAGES_NOTE),
        _section("Warnings", (tag("li", warning) for warning in page.warnings)),
        tag("footer", page.engine),
    )


class Links:
    """Where each mark stands on the page, so that what it leads to can lead back. Filled from above to below."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def to(self, mark: str, title: str | None = None) -> Html:
        """A link to what `mark` stands for. Marks are the outline's own: letters and digits."""
        self._places[mark] = number = self._places.get(mark, 0) + 1
        return tag("a", mark, href=f"#{mark}", id=f"at-{mark}-{number}", title=title)

    def back(self, mark: str) -> Html:
        """A link to each place of `mark`."""
        many = self._places.get(mark, 0)
        told = (
            tag("a", "↩" if many == 1 else f"↩{n}", href=f"#at-{mark}-{n}", title="back to the text")
            for n in range(1, many + 1)
        )
        return tag("span", *_spaced(told), class_="back") if many else join()


class _Text:
    """Sentences with their marks; `words` are what reviewers decided, by mark."""

    def __init__(self, links: Links, words: dict[str, str]) -> None:
        self._links = links
        self._words = words

    def paragraph(self, paragraph: Paragraph) -> Html:
        heading = tag("h2", paragraph.heading, dir="auto") if paragraph.heading else None
        return join(heading, tag("p", *_spaced(map(self.said, paragraph.sentences)), dir="auto"))

    def said(self, said: Said) -> Html:
        against = join(" (a source says otherwise", self._sup(said.against), ")") if said.against else None
        beside = [part for part in (said.support, said.disputed) if part]
        return join(
            tag("span", said.text, class_="doubt") if said.flag or said.caution else said.text,
            self.marks(said),
            tag("small", *(f" ({part})" for part in beside), against) if beside or against else None,
            _flag(said.flag),
            _flag(said.caution),
        )

    def withheld(self, said: Said) -> Html:
        return join(tag("span", said.text, dir="auto"), self.marks(said), _flag(f"withheld: {said.flag}"))

    def marks(self, said: Said) -> Html:
        decided = self._links.to(said.decided, self._words.get(said.decided)) if said.decided else None
        return join(self._sup(said.marks), tag("sup", decided, class_="by") if decided else None)

    def question(self, question: Question) -> Html:
        rows = (tag("li", *self._answer(value, voices)) for value, voices in question.answers)
        return tag(
            "li",
            tag("b", question.about, dir="auto"),
            tag("small", f" {question.id}, {question.kind}"),
            tag("p", f"Resolved: {question.resolved}", class_="resolved") if question.resolved else None,
            tag("ul", *rows, class_="answers"),
        )

    def _answer(self, value: str, voices: tuple[Said, ...]) -> Iterable[Content]:
        yield tag("b", value)
        for number, voice in enumerate(voices):
            yield join("; " if number else ": " if voice.text else "", voice.text, self.marks(voice))

    def _sup(self, marks: Iterable[str]) -> Html:
        links = [self._links.to(mark) for mark in marks]
        return tag("sup", *_spaced(links)) if links else join()


def _spaced(parts: Iterable[Html]) -> Iterable[Content]:
    found = list(parts)
    return (each for pair in zip_longest(found, [" "] * (len(found) - 1)) for each in pair)


def _flag(words: str) -> Html | None:
    return tag("strong", f" ⚠ {words}", class_="flag") if words else None


def _section(heading: str, rows: Iterable[Html], note: str = "") -> Html | None:
    found = list(rows)
    about = tag("p", note, class_="about") if note else None
    return tag("section", tag("h2", heading), about, tag("ul", *found, class_="rows")) if found else None


def _review(review: Review, links: Links) -> Html:
    decided = (
        tag("li", tag("span", mark, class_="key"), tag("span", words, " ", links.back(mark), dir="auto"), id=mark)
        for mark, words in review.decisions
    )
    return tag(
        "section",
        tag("h2", "Review"),
        tag("p", review.summary),
        tag("p", review.note, class_="about"),
        tag("ul", *(tag("li", row, dir="auto") for row in review.rows), class_="rows") if review.rows else None,
        tag("ul", *decided, class_="rows keyed"),
    )


def _source(source: SourceLine, links: Links) -> Html:
    about = " · ".join(part for part in (source.facts, source.origin, source.used) if part)
    title = quoted(source.title) if source.title else ""
    return tag(
        "li",
        tag("b", f"{source.number}. {source.path}"),
        tag("span", f" {title}", dir="auto") if title else None,
        tag("small", f" {source.id}{' · ' if about else ''}{about}"),
        tag("ul", *(_passage(p, links) for p in source.passages), class_="keyed") if source.passages else None,
    )


def _passage(passage: Passage, links: Links) -> Html:
    return tag(
        "li",
        tag("span", passage.mark, class_="key"),
        tag(
            "span",
            tag("q", passage.quote, dir="auto"),
            tag("small", f" characters {passage.start}–{passage.end} "),
            links.back(passage.mark),
        ),
        id=passage.mark,
    )
