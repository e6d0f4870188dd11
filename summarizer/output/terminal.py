"""A brief on a terminal, set for reading: prose first, colour only where a word or a sign says the same.

Every word of others is a rich `Text` made from the outline, which is safe already: never markup, never a link. rich is
imported here and only when a page is shown.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from summarizer.output.facts import quoted
from summarizer.output.outline import outline
from summarizer.output.page import Outline, Question, Review, Said, SourceLine
from summarizer.records import Brief

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

WIDTH = 92  # columns; longer lines tire the eye
SIGNS = {"supported": "✓", "partial": "!", "unsupported": "✗", "contradicted": "✗", "unchecked": "~"}
STYLES = {"supported": "green", "partial": "yellow", "unsupported": "red", "contradicted": "red", "unchecked": "yellow"}


def show(brief: Brief, console: "Console | None" = None) -> None:
    """Prints `brief` to `console`, by default the terminal's standard output. Heeds NO_COLOR."""
    from rich.console import Console

    console = console or Console(highlight=False)
    width = min(WIDTH, console.width)
    for block in _blocks(outline(brief)):
        console.print(block, width=width, highlight=False, markup=False, emoji=False)
        console.print()


def _blocks(page: Outline) -> Iterable["RenderableType"]:
    from rich.console import Group
    from rich.text import Text

    yield Text(page.title, style="bold")
    if page.question:
        yield Text(f"Question: {page.question}", style="italic")
    whole = (
        page.paragraphs
        and not page.alarms
        and all(not (said.flag or said.caution) for part in page.paragraphs for said in part.sentences)
    )
    yield Text(f"{SIGNS['supported']} {page.summary}" if whole else page.summary, style="green" if whole else "yellow")
    if page.alarms:
        yield Group(*(_item(Text.assemble((said.text, "bold red"), _marks(said)), sign="⚠") for said in page.alarms))
    if page.empty:
        yield Text(page.empty)
    for paragraph in page.paragraphs:
        if paragraph.heading:
            yield Text(paragraph.heading, style="bold")
        yield Text(" ").join(_said(said) for said in paragraph.sentences)
    yield from _section("Where the sources disagree", [row for q in page.disagreements for row in _question(q)])
    yield from _section("Not the same thing counted", [row for q in page.scopes for row in _question(q)])
    more = [_item(Text(page.uncovered_more, style="dim"))] if page.uncovered_more else []
    yield from _section("Not in this brief", [_item(_said(said)) for said in page.uncovered] + more)
    yield from _section("Withheld", [_item(_withheld(said)) for said in page.withheld])
    yield from _section("Review", _review(page.review) if page.review else [])
    yield from _section("Sources", [_sources(page.sources)] if page.sources else [])
    yield from _section("Warnings", [_item(Text(f"! {warning}", style="yellow")) for warning in page.warnings])
    yield Text(page.engine, style="dim")


def _section(heading: str, rows: Sequence["RenderableType"]) -> Iterable["RenderableType"]:
    from rich.console import Group
    from rich.text import Text

    if rows:
        yield Group(Text(heading, style="bold"), *rows)


def _item(text: "Text", sign: str = "-", indent: int = 0) -> "Table":
    """A row of a list whose later lines stand under its text."""
    from rich.table import Table

    row = Table.grid(padding=(0, 1), pad_edge=False)
    row.add_column(width=1 + indent, justify="right", no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(sign, text)
    return row


def _said(said: Said) -> "Text":
    from rich.text import Text

    text = Text(said.text)
    text.append_text(_marks(said))
    if said.disputed:
        text.append(f" ({said.disputed})", style="yellow")
    if said.against:
        text.append(f" (a source says otherwise: {' '.join(said.against)})", style="yellow")
    if said.flag:
        text.append(f" ({SIGNS[said.status]} {said.flag})", style=STYLES[said.status])
    if said.caution:
        text.append(f" (! {said.caution})", style="yellow")
    return text


def _review(review: Review) -> list["RenderableType"]:
    from rich.text import Text

    rows: list[RenderableType] = [Text(review.summary), *(_item(Text(row)) for row in review.rows)]
    rows += [_item(Text(words), sign=mark, indent=3) for mark, words in review.decisions]
    return [*rows, Text(review.note, style="dim")]


def _marks(said: Said) -> "Text":
    from rich.text import Text

    support = f": {said.support}" if said.support else ""
    decided = f" [{said.decided}]" if said.decided else ""
    return Text((f" [{' '.join(said.marks)}{support}]" if said.marks else "") + decided, style="dim")


def _question(question: Question) -> Iterable["Table"]:
    from rich.text import Text

    resolved = (f" ({question.resolved})" if question.resolved else "", "bold")
    yield _item(Text.assemble(f"{question.id}: {question.about}", (f" ({question.kind})", "dim"), resolved))
    for value, voices in question.answers:
        who = Text("; ").join(Text.assemble(voice.text, _marks(voice)) for voice in voices)
        between = ": " if voices and voices[0].text else ""
        yield _item(Text.assemble((value, "bold"), between, who), sign="·", indent=2)


def _withheld(said: Said) -> "Text":
    from rich.text import Text

    return Text.assemble(
        said.text, _marks(said), (f" ({SIGNS[said.status]} withheld: {said.flag})", STYLES[said.status])
    )


def _sources(sources: Sequence[SourceLine]) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("file", overflow="fold", ratio=3)
    table.add_column("cited, in characters", overflow="fold", ratio=2)
    for source in sources:
        title = quoted(source.title) if source.title else ""
        about = "\n".join(part for part in (title, source.facts, source.origin) if part)
        file = Text.assemble(source.path, (f"\n{about}" if about else "", "dim"))
        cited = ", ".join(f"{p.mark}:{p.start}–{p.end}" for p in source.passages)
        cited = ", ".join(part for part in (cited, source.used) if part)
        table.add_row(Text(str(source.number)), file, Text(cited))
    return table
