"""The sources of a case as a brief lists and cites them. Nothing here picks what a brief should say."""

from functools import lru_cache

from summarizer.articles.nouns import Article
from summarizer.articles.sentences import split
from summarizer.evals.cases.nouns import Case, CaseSource, Place
from summarizer.records import Citation, Source


def id_of(case: Case, file: str) -> str:
    """The source id of a file: its place among the case's sources, from 1."""
    return f"s{[source.file for source in case.sources].index(file) + 1}"


def listed(case: Case) -> tuple[Source, ...]:
    """Every source of the case, as a brief lists it."""
    return tuple(_source(case, source) for source in case.sources)


def _source(case: Case, source: CaseSource) -> Source:
    return Source(
        id=id_of(case, source.file),
        path=source.file,
        sha256=source.sha256,
        outlet=source.outlet,
        published=source.published,
        characters=len(source.text),
    )


def language(case: Case, source: CaseSource) -> str:
    """The language of an article: the case's, where it names none of its own."""
    return source.language or case.language


def body(case: Case, source: CaseSource) -> tuple[Citation, ...]:
    """The body sentences of one source in order, each as a citation of all of it."""
    return tuple(citation for kind, citation in _sentences(case, source) if kind == "body")


def holding(case: Case, place: Place) -> tuple[Citation, ...]:
    """The sentences that hold a place: the body's, or failing that whatever lines it stands in."""
    touched = [
        (kind, c)
        for kind, c in _sentences(case, case.source[place.file])
        if c.start < place.end and place.start < c.end
    ]
    return tuple(c for kind, c in touched if kind == "body") or tuple(c for _, c in touched)


def text_of(citation: Citation) -> str:
    """A sentence as a brief says it: the source's words with its line breaks as spaces."""
    return " ".join(citation.quote.split())


def _sentences(case: Case, source: CaseSource) -> tuple[tuple[str, Citation], ...]:
    return _split(id_of(case, source.file), source.text)


@lru_cache(maxsize=256)  # every place of a case asks for its article
def _split(id: str, text: str) -> tuple[tuple[str, Citation], ...]:
    article = Article(id=id, path="", sha256="", encoding="utf-8", media_type="text/plain", text=text)
    return tuple(
        (s.kind, Citation(source=id, start=s.span.start, end=s.span.end, quote=s.text)) for s in split(article)
    )
