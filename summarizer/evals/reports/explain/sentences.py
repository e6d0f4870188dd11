"""One sentence of the brief: what it cites, whether that bears it out, and what each metric holds against it."""

from collections.abc import Iterator

from summarizer.evals.reports.explain.places import where
from summarizer.evals.reports.nouns import Result, shown
from summarizer.evals.scoring.nouns import Piece
from summarizer.output.facts import flag, quoted
from summarizer.output.safe import line


def sentence(result: Result, place: int) -> Iterator[str]:
    """The sentence at `place`, counted from 0."""
    subject = result.subject
    if subject is None:
        return
    said, pieces = subject.sentences[place], subject.pieces[place]
    yield f"{line(said.id)} {line(quoted(said.text))}"
    yield f"{'✓ supported' if said.verdict.status == 'supported' else '✗ ' + flag(said)}"
    yield "what it cites" if pieces else "  it cites nothing"
    yield from (_piece(result, piece) for piece in pieces)
    told = result.of_sentence(said.id)
    yield "what the metrics say" if told else "no metric says anything of it"
    for score, part in sorted(told, key=lambda pair: pair[1].value is None or pair[1].value == 1):
        about = line(part.id.removeprefix(said.id)).strip()
        reason = f": {line(part.reason)}" if part.reason else ""
        yield f"  {score.metric} {shown(part.value)}{f' {about}' if about else ''}{reason}"
    facts = [fact for fact in result.case.facts if _rests(result, fact.id, said.id)]
    if facts:
        yield "facts that rest on it"
        yield from (f"  {fact.id} {line(quoted(fact.text))}" for fact in facts)
    yield ""


def _piece(result: Result, piece: Piece) -> str:
    citation = piece.citation
    quote = line(quoted(citation.quote))
    if piece.fault:
        return f"  ✗ {line(citation.source)} [{citation.start}:{citation.end}] {quote}: {line(piece.fault)}"
    at = where(result.case.source[piece.file].text, piece.file, citation.start, citation.end)
    return f"  {at} {quote}{', corroborates' if citation.corroborates else ''}"


def _rests(result: Result, fact: str, sentence: str) -> bool:
    scores = result.scored.scores.values()
    return any(part.id == fact and part.value and sentence in part.sentences for s in scores for part in s.parts)
