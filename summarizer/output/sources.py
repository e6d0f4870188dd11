"""What was read, before anything is written: one row a source, then its marked lines, then who copied whom.

This is where a person sees why a line can never be cited, so that a wrong mark is found by eye. Nothing is judged here.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from summarizer.articles.nouns import Article, Kind, Sentence
from summarizer.checking.copies import alarm
from summarizer.output.facts import count
from summarizer.output.json import encode
from summarizer.output.safe import line
from summarizer.records import Origin, plain

EXCERPT = 70  # columns of a marked line that are shown
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One article and how it was understood. `tokens` is an estimate unless `tokens_exact`."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: int
    tokens_exact: bool


def render(reports: Sequence[SourceReport], origins: Sequence[Origin]) -> str:
    """Plain text: a table with aligned columns, the marked lines of each source, the origins that several share."""
    headings = ("id", "file", "encoding", "date", "outlet", "characters", "tokens", "body", "marked", "origin")
    rows = [_row(report, origins) for report in reports]
    blocks = [_table([headings, *rows], right={5, 6, 7, 8})]
    blocks += [_marked(report) for report in reports if _counts(report).total() > _counts(report)["body"]]
    blocks.append(_origins(reports, origins))
    return "\n\n".join(blocks) + "\n"


def to_json(reports: Sequence[SourceReport], origins: Sequence[Origin]) -> str:
    """The same as a JSON object `{"sources": […], "origins": […]}`, safe to show, ending in a newline."""
    return encode(as_dict(reports, origins))


def as_dict(reports: Sequence[SourceReport], origins: Sequence[Origin]) -> dict[str, Any]:
    """Everything that `render` shows and the marked lines in full, as plain lists, dicts, text and numbers."""
    return {
        "sources": [_source(report) for report in reports],
        "origins": list(map(plain, origins)),
    }


def _source(report: SourceReport) -> dict[str, Any]:
    about = {name: value for name, value in plain(report.article).items() if name != "text"}
    marked = [
        {"kind": s.kind, "start": s.span.start, "end": s.span.end, "text": s.text}
        for s in report.sentences
        if s.kind != "body"
    ]
    return about | {
        "characters": len(report.article.text),
        "tokens": report.tokens,
        "tokens_exact": report.tokens_exact,
        "sentences": {kind: _counts(report)[kind] for kind in KINDS},
        "marked": marked,
    }


def _counts(report: SourceReport) -> Counter[Kind]:
    return Counter(sentence.kind for sentence in report.sentences)


def _row(report: SourceReport, origins: Sequence[Origin]) -> tuple[str, ...]:
    article, counts = report.article, _counts(report)
    voices = ", ".join(dict.fromkeys([*([article.outlet] if article.outlet else []), *article.agencies]))
    return (
        article.id,
        line(article.path),
        article.encoding,
        article.published.isoformat() if article.published else "-",
        line(voices) or "-",
        f"{len(article.text):,}",
        f"{'' if report.tokens_exact else '≈'}{report.tokens:,}",
        str(counts["body"]),
        str(counts.total() - counts["body"]),
        next((origin.id for origin in origins if article.id in origin.sources), "-"),
    )


def _table(rows: Sequence[Sequence[str]], right: set[int]) -> str:
    """Columns two spaces apart, those in `right` set to the right; no white space at the end of a line."""
    widths = [max(columns(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = []
    for row in rows:
        gaps = [" " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)]
        cells = [gap + cell if n in right else cell + gap for n, (cell, gap) in enumerate(zip(row, gaps, strict=True))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _marked(report: SourceReport) -> str:
    """The lines of one source that are never cited, each with what it was taken for."""
    rows = [(f"  {s.kind}", excerpt(s.text)) for s in report.sentences if s.kind != "body"]
    return f"{report.article.id} {line(report.article.path)}\n{_table(rows, right=set())}"


def _origins(reports: Sequence[SourceReport], origins: Sequence[Origin]) -> str:
    shared = [origin for origin in origins if len(origin.sources) > 1]
    if not shared:
        return f"{count(len(reports), 'file')}, each an origin of its own"
    alarms = "".join(f"! {line(alarm(found))}\n" for origin in shared for found in origin.differences)
    rows = [(origin.id, ", ".join(origin.sources), f"{origin.kind}: {line(origin.reason)}") for origin in shared]
    return f"{alarms}{count(len(reports), 'file')}, {count(len(origins), 'origin')}\n{_table(rows, right=set())}"


def excerpt(text: str) -> str:
    """`text` on one line of at most 70 columns, with … where it was cut."""
    shown = line(text)
    if columns(shown) <= EXCERPT:
        return shown
    while columns(shown) > EXCERPT - 1:
        shown = shown[: min(len(shown) - 1, EXCERPT - 1)]
    return f"{shown.rstrip()}…"


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )
