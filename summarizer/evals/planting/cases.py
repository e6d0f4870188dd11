"""What the suite is run on: a brief, the texts of its sources, and what errors in it can be made of."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from summarizer.articles.nouns import Article
from summarizer.articles.sentences import split
from summarizer.checking.sources import source_texts
from summarizer.errors import UsageError
from summarizer.evals.planting.nouns import Material
from summarizer.output.files import read_brief
from summarizer.records import Brief, Citation

EACH = 2  # sentences of each other brief that are tried as sentences of another event


class Case(NamedTuple):
    """A brief and the decoded texts of its sources, by id."""

    brief: Brief
    texts: Mapping[str, str]


def read(path: Path, root: Path | None = None) -> Case:
    """The brief in a file with its sources. Raises UsageError where the brief or a source of it cannot be had."""
    brief = read_brief(path)
    texts, lost = source_texts(brief, path.parent, root)
    if lost:
        raise UsageError(str(path), lost[0], "name the folder of its sources with --root")
    return Case(brief, texts)


def material_of(case: Case, others: Iterable[Brief] = ()) -> Material:
    """What errors in this brief are made of: its sources' own sentences, and some of the briefs of other events."""
    elsewhere = tuple(s.text for other in others for s in other.sentences[:EACH])
    return Material(case.texts, tuple(_body(case)), elsewhere)


def _body(case: Case) -> Iterator[Citation]:
    for source in case.brief.sources:
        article = Article(
            id=source.id,
            path=source.path,
            sha256=source.sha256,
            encoding=source.encoding,
            media_type=source.media_type,
            text=case.texts[source.id],
        )
        for s in split(article):
            if s.kind == "body":
                yield Citation(source=source.id, start=s.span.start, end=s.span.end, quote=s.text)
