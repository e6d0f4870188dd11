"""First call of the model writer: a chunk's sentences in, claims with sentence numbers out, each claim checked at once.

A claim that its own article does not bear out never reaches the other articles. What the model numbers is a hint; the
claim is anchored to the sentences that really say it, or dropped.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.articles.nouns import Chunk, Claim
from summarizer.articles.topic import Topic
from summarizer.checking.anchoring import Anchors
from summarizer.models.prompts import Prompt
from summarizer.models.protocol import Reply, Request

SPARE_TOKENS = 300  # beyond the length of the chunk itself: the JSON around the claims


class ClaimWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    sentences: list[int]


class ClaimsWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    claims: list[ClaimWire]


def request(prompt: Prompt, chunk: Chunk, question: str | None) -> Request:
    """The call that asks for the claims of one chunk. Only numbers that stand in it can be answered."""
    lines = (f"{number}: {sentence.text}" for number, sentence in enumerate(chunk.sentences, 1))
    return prompt.request(
        numbered(ClaimsWire, "ClaimWire", "sentences", len(chunk.sentences)),
        max_tokens=chunk.tokens + SPARE_TOKENS,
        count=len(chunk.sentences),
        sentences="\n".join(lines),
        question=f"Only claims that help to answer this question: {question}\n" if question else "",
    )


def claims(reply: Reply, chunk: Chunk, anchors: Anchors) -> tuple[Claim, ...]:
    """The claims of one answer that their own article bears out, each with the sentences that really say it."""
    try:
        wire = ClaimsWire.model_validate(reply.content)
    except ValidationError:
        return ()
    by_number = dict(enumerate(chunk.sentences, 1))
    found = []
    for claim in wire.claims:
        hints = [by_number[n] for n in dict.fromkeys(claim.sentences) if n in by_number]
        evidence = anchors.find(claim.text, hints)
        if evidence:
            found.append(Claim(text=claim.text.strip(), sentences=evidence, written_by="model"))
    return tuple(found)


def own_anchors(topic: Topic) -> dict[str, Anchors]:
    """For each source the sentences that its own claims may rest on."""
    published = {a.id: a.published for a in topic.articles}
    return {a.id: Anchors((s for s in topic.body if s.span.source == a.id), published) for a in topic.articles}


def numbered(wire: type[BaseModel], part: str, field: str, count: int) -> dict[str, Any]:
    """The strict JSON schema of `wire`, in which the numbers in `part.field` can only be 1 to `count`."""
    schema = wire.model_json_schema()
    numbers = schema["$defs"][part]["properties"][field]
    target = numbers["items"] if numbers["type"] == "array" else numbers
    target["enum"] = list(range(1, count + 1))
    return schema
