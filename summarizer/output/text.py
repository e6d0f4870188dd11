"""A brief as plain text, 78 columns wide, for a mail or a note: the same page as in Markdown, without markup."""

import textwrap
from collections.abc import Iterable, Sequence

from summarizer.output.facts import quoted
from summarizer.output.outline import outline
from summarizer.output.page import PASSAGES_NOTE, Outline, Passage, Question, Review, Said, SourceLine
from summarizer.records import Brief

WIDTH = 78


def render(brief: Brief) -> str:
    """`brief` as plain text, ending in a newline. Lines are longer than 78 columns only where one word is."""
    return "\n\n".join(block for block in _blocks(outline(brief)) if block) + "\n"


def _blocks(page: Outline) -> Iterable[str]:
    yield _underlined(page.title, "=")
    yield wrap(f"Question: {page.question}") if page.question else ""
    yield wrap(page.summary)
    yield "\n".join(wrap(f"{said.text}{_marks(said)}", "[!] ") for said in page.alarms)
    yield page.empty
    for paragraph in page.paragraphs:
        yield _underlined(paragraph.heading, "-") if paragraph.heading else ""
        yield wrap(" ".join(_said(said) for said in paragraph.sentences))
    yield from _section("Where the sources disagree", [_question(q) for q in page.disagreements])
    yield from _section("Not the same thing counted", [_question(q) for q in page.scopes])
    more = [wrap(page.uncovered_more, "- ")] if page.uncovered_more else []
    yield from _section("Not in this brief", [wrap(_said(said), "- ") for said in page.uncovered] + more)
    yield from _section("Withheld", [wrap(_withheld(said), "- ") for said in page.withheld])
    yield from _review(page.review) if page.review else ()
    yield from _section("Sources", [wrap(_source(s), f"[{s.number}] ") for s in page.sources])
    yield from _section("Warnings", [wrap(warning, "- ") for warning in page.warnings])
    yield from _section("Cited passages", [wrap(PASSAGES_NOTE)] if page.passages else [])
    yield "\n".join(wrap(_note(passage), f"[{passage.mark}] ") for passage in page.passages)
    yield wrap(page.engine)


def _review(review: Review) -> Iterable[str]:
    rows = [wrap(row, "- ") for row in review.rows]
    yield from _section("Review", [wrap(review.summary), wrap(review.note), *rows])
    yield "\n".join(wrap(words, f"[{mark}] ") for mark, words in review.decisions)


def _section(heading: str, items: Sequence[str]) -> Iterable[str]:
    body = "\n".join(items)
    yield f"{_underlined(heading, '-')}\n\n{body}" if items else ""


def _underlined(heading: str, rule: str) -> str:
    text = wrap(heading)
    return f"{text}\n{rule * max(len(row) for row in text.splitlines())}"


def wrap(text: str, first: str = "") -> str:
    """`text` in lines of 78 columns, after `first`; the lines that follow stand under the text. Nothing is cut."""
    rows = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(rows)


def _said(said: Said) -> str:
    flag = f" [! {said.flag}]" if said.flag else ""
    disputed = f" [{said.disputed}]" if said.disputed else ""
    against = f" [a source says otherwise: {', '.join(said.against)}]" if said.against else ""
    caution = f" [! {said.caution}]" if said.caution else ""
    return f"{said.text}{_marks(said)}{disputed}{against}{flag}{caution}"


def _marks(said: Said) -> str:
    support = f": {said.support}" if said.support else ""
    decided = f" [{said.decided}]" if said.decided else ""
    return (f" [{', '.join(said.marks)}{support}]" if said.marks else "") + decided


def _question(question: Question) -> str:
    resolved = f" [{question.resolved}]" if question.resolved else ""
    rows = [wrap(f"{question.id}: {question.about} ({question.kind}){resolved}", "- ")]
    for value, voices in question.answers:
        who = "; ".join(f"{voice.text}{_marks(voice)}".strip() for voice in voices)
        rows.append(wrap(f"{value}{': ' if voices and voices[0].text else ' '}{who}", "    * "))
    return "\n".join(rows)


def _withheld(said: Said) -> str:
    return f"{said.text}{_marks(said)} [! withheld: {said.flag}]"


def _source(source: SourceLine) -> str:
    title = quoted(source.title) if source.title else ""
    about = (source.path, title, source.facts, source.origin, source.used)
    return f"{source.id} " + " · ".join(part for part in about if part)


def _note(passage: Passage) -> str:
    return f"{passage.path}, characters {passage.start}–{passage.end}: {quoted(passage.quote)}"
