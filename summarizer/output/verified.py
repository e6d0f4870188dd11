"""A text that was held against sources, for a person and for a program. Nothing is judged here, only shown.

Every word passes through `safe`: the text, the sources and their names are other people's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.articles.nouns import Article
from summarizer.checking.claims.support import CALIBRATION
from summarizer.checking.claims.verifying import Judged, Verified
from summarizer.output.facts import quoted
from summarizer.output.json import encode
from summarizer.output.safe import line
from summarizer.output.text import wrap
from summarizer.records import Citation, Status, plain

FORMAT = "summarizer.verify/1"
EXCERPT = 300  # code points of a quote that are shown; the JSON has all of it
IN_WORDS: Mapping[Status, str] = {
    "supported": "supported: the sources say this",
    "partial": "partial: a part of it is in no source",
    "contradicted": "contradicted: a source says otherwise",
    "unsupported": "unsupported: what was found does not bear it out",
    "unchecked": "unchecked: worded so freely that the rules cannot certify it",
}


def render(verified: Verified, articles: Sequence[Article]) -> str:
    """Plain text, 78 columns wide, ending in a newline."""
    paths = {a.id: a.path for a in articles}
    blocks = ["\n".join(_lines(number, s, paths)) for number, s in enumerate(verified.sentences, 1)]
    counts = [sum(s.verdict.status == status for s in verified.sentences) for status in IN_WORDS]
    told = ", ".join(f"{n} {status}" for n, status in zip(counts, IN_WORDS, strict=True) if n)
    noun = "sentence" if len(verified.sentences) == 1 else "sentences"
    guessed = any(s.verdict.status != "supported" for s in verified.sentences)
    note = [wrap(f"The score is a guess: {CALIBRATION}.")] if guessed else []
    return "\n\n".join((*blocks, f"{len(verified.sentences)} {noun}: {told}", *note)) + "\n"


def _lines(number: int, judged: Judged, paths: Mapping[str, str]) -> Iterable[str]:
    yield wrap(line(judged.text), f"{number}. ")
    yield wrap(IN_WORDS[judged.verdict.status] + _likely(judged), "   ")
    for check in judged.verdict.checks:
        if not check.ok:
            yield wrap(line(f"{check.name}: {check.detail}"), "   - ")
    for citation in judged.citations:
        yield wrap(_place(citation, paths), "   also " if citation.corroborates else "   see ")
    for citation in judged.verdict.against:
        yield wrap(_place(citation, paths), "   but ")


def _likely(judged: Judged) -> str:
    return "" if judged.verdict.status == "supported" else f" (score {judged.score:.2f})"


def _place(citation: Citation, paths: Mapping[str, str]) -> str:
    quote = citation.quote if len(citation.quote) <= EXCERPT else citation.quote[:EXCERPT].rstrip() + " …"
    where = line(paths.get(citation.source, citation.source))
    return f"{where}, characters {citation.start}–{citation.end}: {quoted(line(quote))}"


def to_json(verified: Verified, articles: Sequence[Article]) -> str:
    """The same as a JSON object in the format `summarizer.verify/1`, safe to show, ending in a newline."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "text": verified.text,
        "verdict": verified.status,
        "supported": verified.likely,
        "score": verified.score,
        "calibration": CALIBRATION,
        "sentences": list(map(plain, verified.sentences)),
        "sources": [{"id": a.id, "path": a.path, "sha256": a.sha256, "encoding": a.encoding} for a in articles],
    }
    return encode(data)
