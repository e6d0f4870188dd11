"""One question to the judge, about one source, and the reading of its answer.

The judge sees the sentence and that one source's words: never another source, another sentence or what code thinks. An
answer is worth nothing without words of that source, to the letter, to rest on.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.checking.judging.rules import Answer, Ruling
from summarizer.checking.quotes import MARKS
from summarizer.errors import UsageError
from summarizer.models.fences import FENCE
from summarizer.models.prompts import Prompt
from summarizer.models.protocol import Reply, Request
from summarizer.records import Citation

MAX_TOKENS = 600  # of an answer: a quote, a reason, and room for a model that thinks first
LEAST_WORDS = 3  # of a quote; "the" stands in every text
LONGEST = 50_000  # code points of one source's words in a question
GAP = "\n"
SAME = {**MARKS, 0xA0: " ", 0x202F: " "}  # marks and spaces that models straighten; each one character for one


class RulingWire(BaseModel):
    """In this order: a model that has looked for the words first judges better than one that defends a verdict."""

    model_config = ConfigDict(extra="forbid")
    quote: str
    reason: str
    verdict: Answer


class Piece(NamedTuple):
    """A stretch of a source that the judge is shown, and where it begins."""

    start: int
    text: str


class Question(NamedTuple):
    """Does this one source say what `claim` says? `pieces` in the order of the source."""

    claim: str
    source: str
    pieces: tuple[Piece, ...]
    published: date | None = None


def usable(prompt: Prompt) -> Prompt:
    """`prompt`. Raises UsageError where it does not fence off what strangers wrote."""
    if prompt.user.count(FENCE) < 3:
        remedy = f"put a line {FENCE} before the text, between text and sentence, and after the sentence"
        raise UsageError(str(prompt.path), "does not part the text from the sentence", remedy)
    return prompt


def ask(prompt: Prompt, question: Question) -> Request:
    return prompt.request(
        RulingWire.model_json_schema(),
        max_tokens=MAX_TOKENS,
        published=question.published.isoformat() if question.published else "unknown",
        source=GAP.join(piece.text for piece in question.pieces),
        claim=question.claim,
    )


def read(question: Question, reply: Reply) -> Ruling:
    """The answer, with the place that it rests on; void where it has another form than was asked for, or no place."""
    try:
        wire = RulingWire.model_validate(reply.content, strict=True)
    except ValidationError:
        return Ruling(question.source, "void")
    found = locate(wire.quote, question.pieces)
    if wire.verdict == "unclear" or found is None:
        return Ruling(question.source, "unclear" if wire.verdict == "unclear" else "void", reason=wire.reason)
    start, end = found
    words = next(text[start - at : end - at] for at, text in question.pieces if at <= start < at + len(text))
    place = Citation(source=question.source, start=start, end=end, quote=words)
    return Ruling(question.source, wire.verdict, place, wire.reason)


def locate(quote: str, pieces: Iterable[Piece]) -> tuple[int, int] | None:
    """Where in its source the quote stands, to the letter but for the form of marks and spaces; None if nowhere."""
    wanted = quote.translate(SAME).strip()
    for form in (wanted, wanted.strip("\"'").strip()):
        for start, text in pieces:
            at = text.translate(SAME).find(form)
            if at >= 0 and (len(form.split()) >= LEAST_WORDS or form == text.translate(SAME).strip()):
                return start + at, start + at + len(form)
    return None


def pieces(spans: Sequence[tuple[int, int]], text: str) -> tuple[Piece, ...]:
    """The stretches of `text`, in its order, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return tuple(Piece(start, text[start:end]) for start, end in joined)


def too_long(question: Question) -> bool:
    return sum(len(piece.text) for piece in question.pieces) > LONGEST
